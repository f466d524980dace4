import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";

const examples = new URL("../examples/", import.meta.url).pathname;
const read = (file: string) => readFileSync(join(examples, file), "utf8");
const folder = mkdtempSync(join(tmpdir(), "webtier-servers-"));
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill();
  rmSync(folder, { recursive: true });
});

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const python = has("python3", "-c", "import sys; sys.exit(sys.version_info < (3, 6))");

const scripts = [
  "web-stack/server.sh",
  "oci-flask-autoscaling/server.sh",
  "oci-flask-autoscaling/load-test/burn.sh",
  "openstack-octavia/httpd.sh",
];

test.skipIf(!has("bash", "--version")).each(scripts)("%s is a script that bash can read", (script) => {
  expect(spawnSync("bash", ["-n", join(examples, script)], { encoding: "utf8" }).stderr).toBe("");
});

test("user data is small enough for every cloud: 16 KiB", () => {
  const large = scripts.filter((script) => Buffer.byteLength(read(script)) > 16_000);
  expect(large).toEqual([]);
});

test.skipIf(!python)("the load test is Python", () => {
  const file = join(examples, "oci-flask-autoscaling/load-test/locustfile.py");
  const compile = `compile(open(${JSON.stringify(file)}).read(), "locustfile.py", "exec")`;
  expect(spawnSync("python3", ["-c", compile], { encoding: "utf8" }).stderr).toBe("");
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Runs the program that a script writes to its host; resolves to the address where it answers. */
async function serve(script: string, ...args: string[]): Promise<string> {
  const program = /<<'PYTHON'\n(.*?)\nPYTHON\n/s.exec(read(script))?.[1] ?? "";
  const port = await freePort();
  const file = join(folder, `server-${port}.py`);
  writeFileSync(file, program);
  started.push(spawn("python3", [file, String(port), ...args], { stdio: "ignore" }));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const answers = await fetch(url).then(
      () => true,
      () => false,
    );
    if (answers) return url;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${script} does not answer on ${url}`);
}

async function ask(url: string): Promise<[number, string]> {
  const answer = await fetch(url);
  return [answer.status, (await answer.text()).replace(/(hello from) \S+/gi, "$1 a host")];
}

describe.skipIf(!python)("a member", () => {
  test("of oci-flask-autoscaling serves /hello and nothing else", async () => {
    const url = await serve("oci-flask-autoscaling/server.sh");
    expect(await ask(`${url}/hello`)).toEqual([200, "Hello from a host\n"]);
    expect(await ask(`${url}/other`)).toEqual([404, "not found\n"]);
  });

  test("of web-stack's app tier answers its health check and its callers", async () => {
    const url = await serve("web-stack/server.sh");
    expect(await ask(`${url}/health`)).toEqual([200, "hello from a host\n"]);
    expect(await ask(url)).toEqual([200, "hello from a host\n"]);
  });

  test("of web-stack's web tier shows what the app tier says, and is healthy without it", async () => {
    const app = await serve("web-stack/server.sh");
    const web = await serve("web-stack/server.sh", app);
    expect(await ask(web)).toEqual([200, "hello from a host\nhello from a host\n"]);
    const lonely = await serve("web-stack/server.sh", "http://127.0.0.1:9");
    expect((await ask(`${lonely}/`))[0]).toBe(502);
    expect(await ask(`${lonely}/hello`)).toEqual([200, "hello from a host\n"]);
  });
});
