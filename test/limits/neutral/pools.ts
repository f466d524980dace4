import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, fixedNames, labels, type Pair, pairs } from "./cases.js";

type Loose = Record<string, unknown>;

const served = (stack: Stack, args: Loose) => stack.served(args);
const scaled = { size: { min: 1, max: 4 }, autoscaling: { metric: "cpu", scaleOut: { above: 60, add: 1 } } };
const sizes = "must be a number of instances, or bounds; instead: 2, or { min: 1, max: 4 }";
const itself = (noun: string) =>
  `must be ${/^[AI]/.test(noun) ? "an" : "a"} ${noun}; instead: the ${noun} component itself, not its id or name`;

const ends = (path: string, from: number, to: number, wrap: (value: unknown) => Loose): Pair[] => [
  [path, `${from - 1} is below ${from}; instead: a number from ${from} to ${to}`, wrap(from - 1), {}],
  [path, `${to + 1} is above ${to}; instead: a number from ${from} to ${to}`, wrap(to + 1), {}],
  [path, `${from + 0.5} is not a whole number`, wrap(from + 0.5), {}],
];
const sustain = (key: string): Pair[] => {
  const wrap = (value: unknown) => ({ alarms: { notify: "ops", [key]: { sustain: value } } });
  const path = `alarms.${key}.sustain`;
  return [
    ...ends(path, 60, 3600, wrap),
    [path, "90 is no multiple of 60; instead: a multiple of 60, from 60 to 3600", wrap(90), {}],
  ];
};

/** A pool of tier "web" and network "shop" behind a set that differs in one thing. */
const between = (path: string, text: string, bad: (stack: Stack, network: unknown) => Loose): Limit => ({
  section: "neutral InstancePool",
  says: path,
  cloud: "every",
  path: `instancePool.${path}`,
  text,
  bad: (stack) => {
    const network = stack.network();
    const template = stack.template({ tier: stack.tier({ network }) });
    return stack.pool({ template, ...bad(stack, network) });
  },
  good: (stack) => stack.served(),
});
const listened = (stack: Stack, args: Loose) => {
  const backendSet = stack.set(args);
  stack.listener({ backendSet });
  return backendSet;
};

export const pools: readonly Limit[] = [
  ...pairs("neutral InstancePool", "instancePool", served, [
    ["template", itself("InstanceTemplate"), { template: "lt-1" }, {}],
    [
      "rollout.minimumHealthy",
      'is for instances that are replaced, and these are "kept"; instead: leave it out, or instances: "replaced"',
      { rollout: { instances: "kept", minimumHealthy: 50 } },
      {},
    ],
    [
      "rollout.pause",
      'is for instances that are replaced, and these are "kept"; instead: leave it out, or instances: "replaced"',
      { rollout: { instances: "kept", pause: 60 } },
      {},
    ],
    [
      "replaceUnhealthy",
      "is for what backend sets find, and the pool has none; instead: backendSets, or leave it out",
      { backendSets: [], replaceUnhealthy: true },
      {},
    ],
    [
      "alarms.belowMinimum",
      "never holds: the fewest are 0; instead: leave it out",
      { size: 0, alarms: { notify: "ops", belowMinimum: {} } },
      {},
    ],
    ["backendSets[0]", itself("BackendSet"), { backendSets: ["pages"] }, {}],
    ["backendSets", "must be a list; got text", { backendSets: "pages" }, {}],
    ["size", sizes, { size: "2" }, { size: 2 }],
    ["size", sizes, { size: 1.5 }, { size: 1 }],
    ["size", "-1 is below 0; instead: a number from 0 to 1000", { size: -1 }, {}],
    ["size", "1001 is above 1000; instead: a number from 0 to 1000", { size: 1001 }, {}],
    ["size.max", "is required", { ...scaled, size: { min: 1 } }, scaled],
    ["size.min", "must be a number; got text", { ...scaled, size: { min: "1", max: 4 } }, scaled],
    [
      "size.desired",
      "is not an option here; instead: one of initial, max, min",
      { ...scaled, size: { min: 1, max: 4, desired: 2 } },
      scaled,
    ],
    ...eventual("size", (size) => ({ size }), {}, pulumi.output(2)),
    [
      "size",
      "has bounds, and nothing moves between them; instead: 1, or autoscaling too",
      { size: { min: 1, max: 4 } },
      scaled,
    ],
    ["size.min", "5 is more than max, 4; instead: at most 4", { ...scaled, size: { min: 5, max: 4 } }, scaled],
    [
      "size.initial",
      "5 is outside 1..4; instead: a number from 1 to 4",
      { ...scaled, size: { min: 1, max: 4, initial: 5 } },
      scaled,
    ],
    [
      "size.initial",
      "0 is outside 1..4; instead: a number from 1 to 4",
      { ...scaled, size: { min: 1, max: 4, initial: 0 } },
      scaled,
    ],
    [
      "autoscaling",
      "must be known before deployment; got a Promise; instead: a plain value",
      { ...scaled, autoscaling: Promise.resolve({}) },
      scaled,
    ],
    ["autoscaling", "must be an object of options; got a Map", { ...scaled, autoscaling: new Map() }, scaled],
    [
      "rollout.instances",
      '"rolling" is not a value of this option; instead: "replaced" or "kept"',
      { rollout: { instances: "rolling" } },
      {},
    ],
    ...ends("rollout.minimumHealthy", 0, 100, (minimumHealthy) => ({ rollout: { minimumHealthy } })),
    ...ends("rollout.pause", 0, 3600, (pause) => ({ rollout: { pause } })),
    ["replaceUnhealthy", "must be true or false; got text", { replaceUnhealthy: "yes" }, { replaceUnhealthy: false }],
    ...ends("gracePeriod", 0, 7200, (gracePeriod) => ({ gracePeriod })),
    ["metrics", "must be true or false; got text", { metrics: "yes" }, { metrics: false }],
    ["dashboard", "must be true or false; got text", { dashboard: "yes" }, { dashboard: false }],
    ["alarms.notify", "is required", { alarms: { unhealthyInstances: {} } }, {}],
    ["alarms.notify", "must not be empty", { alarms: { notify: "", unhealthyInstances: {} } }, {}],
    ["alarms", "says whom to tell and not when; instead: unhealthyInstances: {}", { alarms: { notify: "ops" } }, {}],
    ...ends("alarms.unhealthyInstances.above", 0, 1_000_000, (above) => ({
      alarms: { notify: "ops", unhealthyInstances: { above } },
    })),
    ...ends("alarms.serverErrors.above", 0, 1_000_000, (above) => ({
      alarms: { notify: "ops", serverErrors: { above } },
    })),
    ...["unhealthyInstances", "serverErrors", "belowMinimum"].flatMap(sustain),
    [
      "alarms.belowMinimum.above",
      "is not an option here; instead: one of sustain",
      { alarms: { notify: "ops", belowMinimum: { above: 1 } } },
      {},
    ],
    [
      "alarms.unhealthyInstances",
      "is seen by balancers, and the pool has no backend sets; instead: backendSets, or leave it out",
      { backendSets: undefined, alarms: { notify: "ops", unhealthyInstances: {} } },
      {},
    ],
    [
      "alarms.serverErrors",
      "is seen by balancers, and the pool has no backend sets; instead: backendSets, or leave it out",
      { backendSets: [], alarms: { notify: "ops", serverErrors: {} } },
      {},
    ],
    [
      "capacity",
      "is not an option of InstancePool; instead: one of alarms, autoscaling, backendSets, dashboard, gracePeriod, metrics, physicalName, replaceUnhealthy, rollout, size, tags, template",
      { capacity: 2 },
      {},
    ],
    ...labels({ tags: { team: "shop" } }),
    ...fixedNames({}),
  ]),
  between("backendSets[1]", '"pages" is there twice; instead: each set once', (stack, network) => {
    const set = listened(stack, { loadBalancer: stack.balancer({ network }) });
    return { backendSets: [set, set] };
  }),
  between(
    "backendSets[0]",
    '"pages" is behind a balancer of network "blog", the pool stands in "shop"; instead: a set of the same network',
    (stack) => ({
      backendSets: [listened(stack, { loadBalancer: stack.balancer({ network: stack.network({}, "blog") }) })],
    }),
  ),
  between(
    "backendSets[0]",
    '"pages" has its members in tier "app", the pool in "web"; instead: a set of the same tier, or one that names none',
    (stack, network) => ({
      backendSets: [
        listened(stack, { loadBalancer: stack.balancer({ network }), tier: stack.tier({ network }, "app") }),
      ],
    }),
  ),
  between(
    "backendSets[0]",
    'no listener sends anything to "pages"; instead: declare listeners before pools',
    (stack, network) => ({ backendSets: [stack.set({ loadBalancer: stack.balancer({ network }) })] }),
  ),
];
