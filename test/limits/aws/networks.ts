import { inSection } from "./cases.js";

export const networks = inSection("aws 1.3", [
  {
    says: "subnets stand in availability zones, which the settings name",
    bad: (stack) => stack.network({ zones: 3 }),
    good: (stack) => stack.network({ zones: 2 }),
    path: "network.zones",
    text: "3 is more than the settings name: 2; instead: zones: [ … ] in the settings with as many names",
  },
  {
    says: "a subnet needs a zone",
    settings: { zones: undefined },
    bad: (stack) => stack.network({ zones: 1 }),
    good: () => undefined,
    path: "network.zones",
    text: "1 is more than the settings name: 0; instead: zones: [ … ] in the settings with as many names",
  },
]);
