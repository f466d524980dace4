import { setTimeout as sleep } from "node:timers/promises";

/** Asks every tenth of a second, so many times at most. */
export async function until(holds: () => boolean, most: number): Promise<boolean> {
  for (let tries = 0; tries < most && !holds(); tries++) await sleep(100);
  return holds();
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
