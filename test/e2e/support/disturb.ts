import { readFileSync } from "node:fs";
import type { Running } from "./trial.js";
import { pause } from "./watching.js";

/** The engine, the program and every provider at once, as when a machine goes. */
export function kill({ child }: Running): void {
  process.kill(-(child.pid as number), "SIGKILL");
}

/** Waits until the engine works on a resource of a type, and has sent the request. */
export async function workingOn({ events, ended }: Running, type: string): Promise<void> {
  const over = ended.then(() => "over");
  const begun = () =>
    readFileSync(events, "utf8")
      .split("\n")
      .some((line) => line.includes('"resourcePreEvent"') && line.includes(`"type":"${type}"`));
  while (!begun()) {
    if ((await Promise.race([over, pause(0.2)])) === "over") throw new Error(`the engine ended before any ${type}`);
  }
  await pause(3);
}
