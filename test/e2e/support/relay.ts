import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

/** A way to a server that can be closed and opened again: while it is closed, connections are refused. */
export interface Relay {
  readonly url: string;
  /** Once what was asked before has been answered. */
  close(): Promise<void>;
  open(): Promise<void>;
}

export async function openRelay(target: string): Promise<Relay> {
  const { hostname, port } = new URL(target);
  const server = createServer((asked, answer) => {
    const { method, url: path, headers } = asked;
    const passed = request({ hostname, port, method, path, headers }, (given) => {
      // A connection that is kept would still be there while the relay is closed.
      answer.writeHead(given.statusCode ?? 502, { ...given.headers, connection: "close" });
      given.pipe(answer);
    });
    passed.on("error", (error) => answer.destroy(error));
    asked.pipe(passed);
  });
  const listen = (at: number) => new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  await listen(0);
  const { port: own } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${own}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
    open: () => listen(own),
  };
}
