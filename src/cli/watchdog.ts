import { Worker } from "node:worker_threads";

interface Bounds {
  /** Seconds of this process alone: programs that it starts have bounds of their own. */
  readonly cpu: number;
  /** Bytes. */
  readonly memory: number;
}

/** What the plan of a stranger may cost; that of a large stack takes a twentieth. */
export const strangerBounds: Bounds = { cpu: 60, memory: 3 * 2 ** 30 };

/** Kills this process when it takes more: nothing inside of a loop that is under way could. Gives what calls it off. */
export function watch({ cpu, memory }: Bounds): () => void {
  const worker = new Worker(program, { eval: true, workerData: { cpu, memory }, stdout: false, stderr: false });
  worker.unref();
  return () => void worker.terminate();
}

const program = `
const { writeSync } = require("node:fs");
const { cpu, memory } = require("node:worker_threads").workerData;
const spent = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const start = spent();
const end = (what) => {
  writeSync(2, "the comparison was stopped: an untrusted head may take " + what + "\\n  instead: look at what its program makes; without --untrusted-head there is no bound\\n");
  process.kill(process.pid, "SIGKILL");
};
setInterval(() => {
  if (spent() - start > cpu) end(cpu + " s of the processor");
  if (process.memoryUsage.rss() > memory) end(Math.round(memory / 2 ** 20) + " MiB of memory");
}, 200);
`;
