import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

export interface Told {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly bytes?: Buffer;
}

/** What a route tells, each time anew. */
export type Route = Told | ((request: Asked & { readonly headers: IncomingMessage["headers"] }) => Told);

export interface Stub {
  readonly url: string;
  /** Everything that was asked, in order. */
  readonly asked: Asked[];
  /** Of each request, in order. */
  readonly headers: IncomingMessage["headers"][];
}

/** An API on loopback: the first route whose start fits `METHOD /path?query` tells. */
export async function stub(routes: Readonly<Record<string, Route>>): Promise<Stub> {
  const asked: Asked[] = [];
  const headers: IncomingMessage["headers"][] = [];
  const server = createServer(async (request, response) => {
    const text = (await request.toArray()).join("");
    const one = { method: request.method ?? "", path: request.url ?? "", ...(text && { body: JSON.parse(text) }) };
    asked.push(one);
    headers.push(request.headers);
    const route = Object.entries(routes).find(([start]) => `${one.method} ${one.path}`.startsWith(start))?.[1];
    const told = typeof route === "function" ? route({ ...one, headers: request.headers }) : route;
    const { status = 200, headers: own, json, bytes } = told ?? { status: 404, json: { message: "Not Found" } };
    response.writeHead(status, own).end(bytes ?? (json === undefined ? "" : JSON.stringify(json)));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, headers };
}

/** Tells the rows of one page: `page` and `per_page` are those of the address. */
export function paged(rows: readonly unknown[], headers: Readonly<Record<string, string>> = {}): Route {
  return ({ path }) => {
    const query = new URL(path, "http://stub").searchParams;
    const size = Number(query.get("per_page"));
    const start = (Number(query.get("page")) - 1) * size;
    return { json: rows.slice(start, start + size), headers };
  };
}

/** Tells one after the other, and then the last for ever. */
export function inTurn(...told: readonly Told[]): Route {
  let next = 0;
  return () => told[Math.min(next++, told.length - 1)] ?? {};
}
