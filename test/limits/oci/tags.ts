import { imageIn, poolIn, rightsIn, templateIn } from "../../clouds/oci/plans.js";
import type { Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const many = (count: number, value = "x") =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`key-${index}`, value]));

const nouns: Readonly<Record<string, (stack: Stack, tags: object) => unknown>> = {
  network: (stack, tags) => stack.network({ tags }),
  loadBalancer: (stack, tags) => stack.balancer({ tags }),
  dynamicGroupPolicy: (stack, tags) => rightsIn(stack, { tags }),
  image: (stack, tags) => imageIn(stack, { tags }),
  instanceTemplate: (stack, tags) => templateIn(stack, { tags }),
  instancePool: (stack, tags) => poolIn(stack, { tags }),
};

const counts = Object.entries(nouns).map(
  ([noun, make]): Case => ({
    says: `10 free-form tags on a resource: ${noun}`,
    bad: (stack) => make(stack, many(11)),
    good: (stack) => make(stack, many(10)),
    path: `${noun}.tags`,
    text: "makes 11 free-form tags; 10 are allowed here; instead: fewer tags, or definedTags in the settings",
  }),
);

const oddKey = (key: string) =>
  `${JSON.stringify(key)} holds a character that keys do not take here; instead: letters, digits and signs of ASCII, without periods and blanks`;

/** Labels, which every taggable resource holds to the same limits. */
export const tags: readonly Case[] = [
  ...counts,
  {
    says: "keys of 100 characters",
    bad: (stack) => stack.network({ tags: { ["k".repeat(101)]: "" } }),
    good: (stack) => stack.network({ tags: { ["k".repeat(100)]: "" } }),
    path: `network.tags.${"k".repeat(101)}`,
    text: "is a key of 101 characters; 100 are allowed here; instead: a shorter key",
  },
  {
    says: "keys without periods",
    bad: (stack) => stack.network({ tags: { "shop.example": "web" } }),
    good: (stack) => stack.network({ tags: { "shop/example:team_1": "web" } }),
    path: "network.tags.shop.example",
    text: oddKey("shop.example"),
  },
  {
    says: "keys without blanks",
    bad: (stack) => stack.network({ tags: { "cost centre": "web" } }),
    good: (stack) => stack.network({ tags: { "cost-centre": "web team" } }),
    path: "network.tags.cost centre",
    text: oddKey("cost centre"),
  },
  {
    says: "keys of printable ASCII",
    bad: (stack) => stack.network({ tags: { équipe: "web" } }),
    good: (stack) => stack.network({ tags: { equipe: "été" } }),
    path: "network.tags.équipe",
    text: oddKey("équipe"),
  },
  {
    says: "5 K of tags as JSON in UTF-8",
    bad: (stack) => stack.network({ tags: many(8, "가".repeat(210)) }),
    good: (stack) => stack.network({ tags: many(8, "가".repeat(209)) }),
    path: "network.tags",
    text: "makes 5129 bytes of tags with the definedTags of the settings; 5120 are allowed here; instead: shorter values",
  },
];
