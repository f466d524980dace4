import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const lab = join(__dirname, "../../lab/lab");
const run = promisify(execFile);

/** All trials share the services: only a file that runs alone may stop one. */
export async function stopService(name: string): Promise<void> {
  await run(lab, ["stop", name]);
}

export async function startService(name: string, environment: Readonly<Record<string, string>> = {}): Promise<void> {
  await run(lab, ["start", name], { env: { ...process.env, ...environment } });
}
