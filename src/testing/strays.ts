/** Errors that nobody in the program waits for. */
export interface Strays {
  readonly found: readonly unknown[];
  readonly add: (error: unknown) => void;
  readonly stop: () => void;
}

const events = ["unhandledRejection", "uncaughtException"] as const;

type Listener = (...args: unknown[]) => void;

/** Takes the place of a test runner's own listeners, so that an error ends one recording and not the whole run. */
export function watchStrays(): Strays {
  const found: unknown[] = [];
  const add = (error: unknown) => {
    if (!found.includes(error)) found.push(error);
  };
  const others = events.map((event) => process.listeners(event as "exit") as unknown as Listener[]);
  for (const event of events) replaceListeners(event, [add]);
  return {
    found,
    add,
    stop: () => {
      for (const [index, event] of events.entries()) replaceListeners(event, others[index] ?? []);
    },
  };
}

function replaceListeners(event: (typeof events)[number], listeners: readonly Listener[]): void {
  process.removeAllListeners(event);
  for (const listener of listeners) process.on(event as "exit", listener);
}
