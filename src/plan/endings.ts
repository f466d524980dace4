import { constants } from "node:os";

const deadly = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const ends = new Set<() => void>();

/** Does it when this process goes, by itself or by a signal; what it gives back forgets it. Node itself says no goodbye to a signal. */
export function endWith(end: () => void): () => void {
  if (ends.size === 0) {
    process.on("exit", endAll);
    for (const signal of deadly) process.on(signal, leave);
  }
  ends.add(end);
  return () => {
    ends.delete(end);
    if (ends.size > 0) return;
    process.removeListener("exit", endAll);
    for (const signal of deadly) process.removeListener(signal, leave);
  };
}

function endAll(): void {
  for (const end of ends) end();
  ends.clear();
}

function leave(signal: (typeof deadly)[number]): void {
  process.exit(128 + constants.signals[signal]);
}
