import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { pairs } from "./cases.js";

const name = (bad: unknown): Limit => ({
  section: "neutral names",
  says: `${JSON.stringify(bad)} is no name of a component`,
  cloud: "every",
  path: "name",
  text: `${JSON.stringify(bad)} cannot be a name; instead: text that is not empty and holds neither :: nor control characters`,
  bad: (stack) => stack.network({}, bad as string),
  good: (stack) => stack.network({}, "웹 a:b.c"),
});

const twin = (says: string, path: string, text: string, make: (stack: Stack, name: string) => unknown): Limit => ({
  section: "neutral names",
  says,
  cloud: "every",
  path,
  text,
  bad: (stack) => make(stack, "pages"),
  good: (stack) => make(stack, "others"),
});

export const components = [
  name(""),
  name("a::b"),
  name(7),
  twin(
    "two sets of one name under one balancer",
    "backendSet",
    '"pages" is already declared under loadBalancer:front; instead: another name',
    (stack, second) => {
      const { parent } = stack.set({}, "pages");
      return stack.set({ loadBalancer: parent }, second);
    },
  ),
  ...pairs("neutral names", "network", (stack, args) => stack.network(args), [
    ["cloud", "is not a cloud; instead: what a cloud's own function returned", { cloud: "aws" }, {}],
  ]),
];
