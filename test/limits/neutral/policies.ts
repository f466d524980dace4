import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, type Pair, pairs } from "./cases.js";

type Loose = Record<string, unknown>;

const calm = { metric: "cpu", scaleOut: { above: 60, add: 1 }, scaleIn: { below: 20, remove: 1 } };
const scaled = (stack: Stack, autoscaling: unknown) => stack.served({ size: { min: 1, max: 4 }, autoscaling });
const changed = (stack: Stack, args: Loose) => scaled(stack, { ...calm, ...args });
const behind = (stack: Stack, kind: "application" | "network", mine: boolean) => {
  const protocol = kind === "application" ? "http" : "tcp";
  const network = stack.network();
  const loadBalancer = stack.balancer({ network, kind });
  const [set, other] = ["pages", "other"].map((name) => stack.set({ loadBalancer, protocol }, name));
  stack.listener({ backendSet: set, protocol });
  stack.listener({ backendSet: other, protocol, port: 81 }, "other");
  const template = stack.template({ tier: stack.tier({ network }) });
  const autoscaling = { metric: "requests-per-instance", requestsOf: mine ? set : other, target: 50 };
  return stack.pool({ template, backendSets: [set], size: { min: 1, max: 4 }, autoscaling });
};

/** Both ends of a whole number, where clouds may take less: any policy stands for the accepted value. */
const ends = (path: string, from: number, to: number, wrap: (value: unknown) => Loose): Pair[] => [
  [path, `${from - 1} is below ${from}; instead: a number from ${from} to ${to}`, wrap(from - 1), {}],
  [path, `${to + 1} is above ${to}; instead: a number from ${from} to ${to}`, wrap(to + 1), {}],
  [path, `${from + 0.5} is not a whole number`, wrap(from + 0.5), {}],
  [path, "must be a number; got text", wrap(String(from)), {}],
];

const threshold = (path: string, wrap: (value: unknown) => Loose): Pair[] => [
  [path, "0 is not above 0; instead: a number above 0, up to 1000000", wrap(0), {}],
  [path, "1000001 is above 1000000; instead: a number from 0 to 1000000", wrap(1_000_001), {}],
  [path, "NaN is not a number", wrap(Number.NaN), {}],
  [path, "Infinity is not a number", wrap(Number.POSITIVE_INFINITY), {}],
];

const times = (key: "sustain" | "cooldown", from: number): Pair[] => [
  [
    key,
    "must be seconds, whole, for both directions or for each; instead: 300, or { out: 300, in: 600 }",
    { [key]: "5 min" },
    {},
  ],
  [key, `${from - 1} is below ${from}; instead: a number from ${from} to 3600`, { [key]: from - 1 }, {}],
  [key, `3601 is above 3600; instead: a number from ${from} to 3600`, { [key]: 3601 }, {}],
  ...ends(`${key}.out`, from, 3600, (out) => ({ [key]: { out } })),
  ...ends(`${key}.in`, from, 3600, (value) => ({ [key]: { in: value } })),
  [`${key}.both`, "is not an option here; instead: one of in, out", { [key]: { both: 300 } }, {}],
];

const daily = { morning: { cron: "0 8 * * *", timeZone: "UTC", size: 2 } };

const inPool = (
  says: string,
  path: string,
  text: string,
  bad: (stack: Stack) => unknown,
  good: (stack: Stack) => unknown,
) => ({
  section: "neutral AutoscalingPolicy",
  says,
  cloud: "every" as const,
  path: `instancePool.${path}`,
  text,
  bad,
  good,
});

const sized = (stack: Stack, size: unknown, policy: Loose = {}) =>
  stack.served({ size, autoscaling: { ...calm, ...policy } });

export const policies: readonly Limit[] = [
  ...pairs("neutral AutoscalingPolicy", "instancePool.autoscaling", changed, [
    ...eventual("metric", (metric) => ({ metric }), {}, pulumi.output("cpu")),
    [
      "metric",
      '"disk" is not a value of this option; instead: "cpu", "memory" or "requests-per-instance"',
      { metric: "disk" },
      {},
    ],
    ...threshold("target", (target) => ({ target, scaleOut: undefined, scaleIn: undefined })),
    ...threshold("scaleOut.above", (above) => ({ scaleOut: { above, add: 1 } })),
    ...threshold("scaleIn.below", (below) => ({ scaleIn: { below, remove: 1 } })),
    ...ends("scaleOut.add", 1, 100, (add) => ({ scaleOut: { above: 60, add } })),
    ...ends("scaleIn.remove", 1, 100, (remove) => ({ scaleIn: { below: 20, remove } })),
    ["cooldown", "must be an object of options; got a Date", { cooldown: new Date(0) }, {}],
    ...times("sustain", 60),
    ...times("cooldown", 0),
    ...ends("warmup", 0, 3600, (warmup) => ({ warmup })),
    [
      "steps",
      "is not an option here; instead: one of cooldown, growOnly, metric, requestsOf, scaleIn, scaleOut, schedules, sustain, target, warmup",
      { steps: [] },
      {},
    ],
    [
      "scaleOut",
      "is required: the pool would never grow; instead: { above: 60, add: 1 }, or target: 60",
      { scaleOut: undefined, scaleIn: undefined },
      {},
    ],
    [
      "scaleOut",
      "is required beside scaleIn: the pool would never grow; instead: { above: 60, add: 1 }, or target: 60",
      { scaleOut: undefined },
      {},
    ],
    ["target", "stands beside scaleOut or scaleIn; instead: one of the two forms", { target: 60 }, {}],
    ["growOnly", "is for a target; instead: leave scaleIn out", { growOnly: true }, {}],
    [
      "requestsOf",
      "is required for requests-per-instance; instead: a BackendSet",
      { metric: "requests-per-instance" },
      {},
    ],
    [
      "scaleOut.above",
      "100 percent is never passed; instead: a number below 100",
      { scaleOut: { above: 100, add: 1 } },
      {},
    ],
    [
      "target",
      "100 percent is never passed; instead: a number below 100",
      { scaleOut: undefined, scaleIn: undefined, target: 100 },
      {},
    ],
    [
      "scaleIn.below",
      "60 is not below 60, from where instances are added: the pool would never rest; instead: a number of at most 30",
      { scaleIn: { below: 60, remove: 1 } },
      {},
    ],
    [
      "scaleIn.below",
      "60 is not below 60, from where instances are added: the pool would never rest; instead: a number of at most 15",
      { scaleOut: { above: 60, add: 3 }, scaleIn: { below: 60, remove: 1 } },
      { scaleOut: { above: 60, add: 3 }, scaleIn: { below: 15, remove: 1 } },
    ],
    [
      "scaleIn.below",
      "31 makes the pool flap: a load just above 60 on 1 is 30 on 2, where instances are removed again; instead: a number of at most 30",
      { scaleIn: { below: 31, remove: 1 } },
      { scaleIn: { below: 30, remove: 1 } },
    ],
    [
      "scaleIn.below",
      "15.01 makes the pool flap: a load just above 60 on 1 is 15 on 4, where instances are removed again; instead: a number of at most 15",
      { scaleOut: { above: 60, add: 9 }, scaleIn: { below: 15.01, remove: 1 } },
      { scaleOut: { above: 60, add: 9 }, scaleIn: { below: 15, remove: 1 } },
    ],
  ]),
  ...pairs("neutral AutoscalingPolicy", "instancePool.autoscaling", (stack, args) => scaled(stack, args), [
    ["", 'says neither what is measured nor when; instead: metric: "cpu", or schedules', {}, calm],
    [
      "scaleOut",
      "is for a metric, and there is none; instead: metric too",
      { ...calm, metric: undefined, schedules: daily },
      calm,
    ],
    ["cooldown", "is for a metric, and there is none; instead: metric too", { cooldown: 300, schedules: daily }, calm],
  ]),
  inPool(
    "a policy needs bounds",
    "size",
    "is one number, and a policy needs bounds to move between; instead: { min: 1, max: 4 }",
    (stack) => sized(stack, 2),
    (stack) => sized(stack, { min: 1, max: 2 }),
  ),
  inPool(
    "nothing to measure without instances",
    "size.min",
    "0 leaves nothing to measure: the pool would never grow again; instead: at least 1, or schedules alone",
    (stack) => sized(stack, { min: 0, max: 2 }),
    (stack) => sized(stack, { min: 1, max: 2 }),
  ),
  inPool(
    "the fewest instances decide what flaps",
    "autoscaling.scaleIn.below",
    "41 makes the pool flap: a load just above 60 on 2 is 40 on 3, where instances are removed again; instead: a number of at most 40",
    (stack) => sized(stack, { min: 2, max: 4 }, { scaleIn: { below: 41, remove: 1 } }),
    (stack) => sized(stack, { min: 2, max: 4 }, { scaleIn: { below: 40, remove: 1 } }),
  ),
  inPool(
    "requests are counted by the pool's own sets",
    "autoscaling.requestsOf",
    '"other" is none of the pool\'s sets; instead: a set among backendSets',
    (stack) => behind(stack, "application", false),
    (stack) => sized(stack, { min: 1, max: 2 }),
  ),
  inPool(
    "a network balancer counts no requests",
    "autoscaling.requestsOf",
    '"pages" stands behind a network balancer, which counts no requests; instead: "cpu"',
    (stack) => behind(stack, "network", true),
    (stack) => sized(stack, { min: 1, max: 2 }),
  ),
];
