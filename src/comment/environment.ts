import { CommentError } from "./errors.js";

/** Variables of the job: `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

export function required({ environment, name, instead }: { environment: Environment; name: string; instead: string }) {
  const value = environment[name];
  if (!value) throw new CommentError(`${name} is not set\n  instead: ${instead}`);
  return value;
}

function isLoopback({ hostname }: URL): boolean {
  return hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
}

/** An address that a token or a plan may travel to. */
export function safeAddress(text: string, name: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const encrypted = url?.protocol === "https:" || (url?.protocol === "http:" && isLoopback(url));
  if (!url || !encrypted || url.username || url.password) {
    throw new CommentError(`${name} is no https address without a name and password\n  instead: https://…`);
  }
  return url;
}
