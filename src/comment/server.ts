import { setTimeout as wait } from "node:timers/promises";
import type { z } from "zod";
import { type Answer, describeFailure, readAnswer } from "./answer.js";
import { CommentError } from "./errors.js";

const attempts = 4;
const longestWait = 60;
const requestTime = 30_000;
const pageSize = 100;
const mostPages = 50;

/** One API and who speaks to it. */
export interface Server {
  /** `GitHub`. */
  readonly name: string;
  /** Without a slash at its end. */
  readonly base: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly token: string;
  /** By status: what is missing and how to give it. */
  readonly hints: Readonly<Record<number, string>>;
  /** Seconds. */
  readonly sleep?: (seconds: number) => Promise<unknown>;
}

export interface Call {
  readonly method?: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** The answer to one call; what passes by itself is tried again a few times. */
export async function send(server: Server, call: Call): Promise<Answer> {
  const { sleep = (seconds) => wait(seconds * 1000) } = server;
  for (let attempt = 1; ; attempt++) {
    const answer = await sendOnce(server, call);
    const pause = pauseBefore(answer, attempt);
    if (pause === undefined || attempt === attempts || pause > longestWait) return answer;
    await sleep(pause);
  }
}

/** What a call gives, or an error that says what to do about it. */
export async function ask<T>(server: Server, call: Call, schema: z.ZodType<T>): Promise<T> {
  const answer = await send(server, call);
  if (isFailure(answer)) throw new CommentError(describeFailure(server, call, answer));
  const parsed = schema.safeParse(answer.json);
  if (!parsed.success) {
    throw new CommentError(
      `${server.name} answered ${call.method ?? "GET"} ${pathOf(call)} in a form that is not known`,
    );
  }
  return parsed.data;
}

/** Changes or removes one thing; false when it is not there any more. */
export async function alter(server: Server, call: Call): Promise<boolean> {
  const answer = await send(server, call);
  if (answer.status === 404) return false;
  if (isFailure(answer)) throw new CommentError(describeFailure(server, call, answer));
  return true;
}

/** Everything of a list, page by page. Addresses in answers are never followed. */
export async function* list<T>(server: Server, path: string, schema: z.ZodType<T>): AsyncGenerator<T> {
  for (let page = 1; page <= mostPages; page++) {
    const call = { path: `${path}${path.includes("?") ? "&" : "?"}per_page=${pageSize}&page=${page}` };
    const answer = await send(server, call);
    if (isFailure(answer)) throw new CommentError(describeFailure(server, call, answer));
    const rows = Array.isArray(answer.json) ? answer.json : [];
    for (const row of rows) {
      const parsed = schema.safeParse(row);
      if (parsed.success) yield parsed.data;
    }
    if (rows.length === 0 || !(rows.length >= pageSize || saysMore(answer))) return;
  }
  throw new CommentError(`${server.name} lists more than ${mostPages * pageSize} entries at ${path}`);
}

function isFailure({ status }: Answer): boolean {
  return status < 200 || status >= 300;
}

function saysMore({ headers }: Answer): boolean {
  return /;\s*rel="?next"?/.test(headers.get("link") ?? "") || Boolean(headers.get("x-next-page"));
}

function pathOf({ path }: Call): string {
  return path.split("?", 1)[0] ?? path;
}

async function sendOnce(server: Server, { method = "GET", path, body }: Call): Promise<Answer> {
  try {
    const response = await fetch(`${server.base}${path}`, {
      method,
      redirect: "manual",
      signal: AbortSignal.timeout(requestTime),
      headers: { ...server.headers, "user-agent": "webtier", ...(body && { "content-type": "application/json" }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return await readAnswer(response);
  } catch (error) {
    return { status: 0, headers: new Headers(), json: undefined, message: reasonOf(error) };
  }
}

/** Undefined: the answer stands. */
function pauseBefore({ status, headers }: Answer, attempt: number): number | undefined {
  const limited = status === 403 && (headers.has("retry-after") || headers.get("x-ratelimit-remaining") === "0");
  if (status !== 0 && status !== 429 && status < 500 && !limited) return undefined;
  const told = headers.get("retry-after");
  if (told === null) return limited ? longestWait : 2 ** (attempt - 1);
  const seconds = /^\d+$/.test(told) ? Number(told) : (Date.parse(told) - Date.now()) / 1000;
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 1;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
