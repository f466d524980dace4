import type { Limit } from "./row.js";

export const neutral: readonly Limit[] = [
  {
    section: "aws 1.6",
    says: "port 1-65535",
    cloud: "every",
    bad: (stack) => stack.listener({ port: 65536 }),
    good: (stack) => stack.listener({ port: 65535 }),
    path: "listener.port",
    text: "65536 is above 65535; instead: a number from 1 to 65535",
  },
];
