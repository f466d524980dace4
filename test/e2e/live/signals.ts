import type { Ends } from "./engine.js";

/** `npm run` passes on what the terminal has sent already: the same signal comes twice at once. */
const echo = 1000;

/** The first signal, or the time that is over, stops; the second one ends. */
export function listen(minutes: number, say: (line: string) => void): Ends {
  const stop = new AbortController();
  const end = new AbortController();
  let last = -echo;
  const onSignal = (name: NodeJS.Signals) => {
    const now = performance.now();
    if (now - last < echo) return;
    last = now;
    if (stop.signal.aborted) {
      say(`${name} again: ends now`);
      end.abort();
      return;
    }
    say(`${name}: the engine finishes what it has begun, then everything is destroyed; once more ends at once`);
    stop.abort();
  };
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(name, onSignal);
  const timer = setTimeout(() => {
    say(`${minutes} minutes are over: everything is destroyed`);
    stop.abort();
  }, minutes * 60_000);
  timer.unref();
  return { stop: stop.signal, end: end.signal };
}
