import type { Call, Server } from "./server.js";

const mostBytes = 64 * 1024 * 1024;
const longestMessage = 300;

export interface Answer {
  /** 0: none came. */
  readonly status: number;
  readonly headers: Headers;
  readonly json: unknown;
  /** What the API, or the network, says about a failure. */
  readonly message: string;
}

export async function readAnswer(response: Response): Promise<Answer> {
  const { status, headers } = response;
  const text = (await readBytes(response, mostBytes)).toString("utf8");
  const json = parseJson(text);
  return { status, headers, json, message: messageIn(json) };
}

/** A body of at most so many bytes; a longer one is an error as soon as that shows. */
export async function readBytes(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > most) throw new Error(`the answer is longer than ${most} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** In one line, without control characters and without the token. */
export function describeFailure(server: Server, { method = "GET", path }: Call, answer: Answer): string {
  const what = answer.status === 0 ? "gave no answer to" : `answered ${answer.status} to`;
  const said = answer.message ? `: ${oneLine(answer.message.replaceAll(server.token, "[token]"))}` : "";
  const hint = server.hints[answer.status];
  return `${server.name} ${what} ${method} ${path.split("?", 1)[0]}${said}${hint ? `\n  instead: ${hint}` : ""}`;
}

function oneLine(text: string): string {
  const line = text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return line.length > longestMessage ? `${line.slice(0, longestMessage)}…` : line;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `message` on GitHub, with `errors`; `message` or `error` on GitLab. */
function messageIn(json: unknown): string {
  if (typeof json !== "object" || json === null) return "";
  const { message, error, errors } = json as Readonly<Record<string, unknown>>;
  const parts = [message ?? error, errors].filter((part) => part !== undefined);
  return parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ");
}
