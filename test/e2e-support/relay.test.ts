import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openRelay, type Relay } from "../e2e/support/relay.js";

let server: Server;
let relay: Relay;
let asked: string[];
let answerLater: () => void;
const later = () =>
  new Promise<void>((resolve) => {
    answerLater = resolve;
  });

beforeEach(async () => {
  asked = [];
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    asked.push(`${request.method} ${request.url} ${request.headers["x-word"]} ${Buffer.concat(parts)}`);
    if (request.url === "/later") await later();
    response.writeHead(201, { "x-answer": "yes" }).end("made");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  relay = await openRelay(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  await relay.close();
  server.closeAllConnections();
  server.close();
});

const ask = (path = "/") => fetch(`${relay.url}${path}`, { method: "POST", body: "all", headers: { "x-word": "it" } });
const causeOf = (error: unknown) => (error as { cause: { code: string } }).cause.code;

test("a relay passes a request and its answer on", async () => {
  const answer = await ask("/path?query=1");
  expect([answer.status, answer.headers.get("x-answer"), await answer.text()]).toEqual([201, "yes", "made"]);
  expect(asked).toEqual(["POST /path?query=1 it all"]);
});

test("a closed relay refuses connections, and an open one takes them again at its address", async () => {
  await ask();
  await relay.close();
  expect(await ask().catch(causeOf)).toBe("ECONNREFUSED");
  await relay.open();
  expect((await ask()).status).toBe(201);
  expect(asked.length).toBe(2);
});

test("a relay answers what it was asked before it is closed", async () => {
  const answer = ask("/later");
  while (asked.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const closed = relay.close();
  answerLater();
  await closed;
  expect((await answer).status).toBe(201);
});
