import type { Limit } from "./row.js";

export const aws: readonly Limit[] = [
  {
    section: "aws 1.5",
    says: "healthCheck.interval 5-300",
    cloud: "aws",
    bad: (stack) => stack.set({ healthCheck: { protocol: "http", interval: 301 } }),
    good: (stack) => stack.set({ healthCheck: { protocol: "http", interval: 300 } }),
    path: "backendSet.healthCheck.interval",
    text: "301 is outside 5..300; instead: a number from 5 to 300",
  },
];
