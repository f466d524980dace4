import type { Declared } from "../../src/core/declared.js";
import { prepare } from "../../src/core/prepare.js";
import { image } from "../../src/spec/image.js";
import { instancePool } from "../../src/spec/instance-pool.js";
import { instanceTemplate } from "../../src/spec/instance-template.js";
import type { Stack } from "../conformance/harness.js";
import type { Context } from "./contexts.js";

type Loose = Record<string, unknown>;
type Maker = (stack: Stack) => Context;

export function template(stack: Stack, tier: Declared, args: Loose = {}): Declared {
  return stack.declare(instanceTemplate, "web", { tier, image: "web", machine: "small", ...args });
}

export function pool(stack: Stack, made: Declared, args: Loose = {}): Declared {
  return stack.declare(instancePool, "web", { template: made, size: 2, ...args });
}

function rightsContext(permission: Loose): Maker {
  return (stack) => {
    const network = stack.network();
    return {
      args: { network, allow: [permission] },
      behind: (rights) => {
        const made = template(stack, stack.tier({ network }), { rights });
        return [made, pool(stack, made)];
      },
    };
  };
}

function imageContext(): Maker {
  return (stack) => ({
    args: { instance: "source" },
    behind: (it) => {
      const made = template(stack, stack.tier(), { image: it });
      return [made, pool(stack, made)];
    },
  });
}

function templateContext(): Maker {
  return (stack) => ({
    args: { tier: stack.tier(), image: "web", machine: "small", bootDisk: { size: 100 } },
    samples: { "InstanceTemplate.image=captured": [captured(stack)] },
    behind: (it) => [pool(stack, it)],
  });
}

/** An image, though the cloud may make none. */
function captured({ cloud }: Stack): Declared {
  return prepare(image, "golden", { cloud, instance: "source" }).it;
}

type Kind = "application" | "network";
const protocols = { application: "http", network: "tcp" } as const;

function poolContext(kind: Kind, args: (set: Declared) => Loose): Maker {
  return (stack) => {
    const network = stack.network();
    const loadBalancer = stack.balancer({ network, kind });
    const set = stack.set({ loadBalancer, protocol: protocols[kind] });
    stack.listener({ loadBalancer, backendSet: set, protocol: protocols[kind] });
    const made = template(stack, stack.tier({ network }));
    return { args: { template: made, backendSets: [set], ...args(set) } };
  };
}

const size = { min: 1, max: 4 };
const scaleOut = { above: 70, add: 1 };
const scaleIn = { below: 20, remove: 1 };
const schedules = { one: { cron: "0 9 * * MON-FRI", timeZone: "UTC", size: 2 } };
const policies: readonly ((set: Declared) => Loose)[] = [
  () => ({ metric: "cpu", scaleOut, scaleIn }),
  () => ({ metric: "cpu", target: 60 }),
  () => ({ metric: "memory", scaleOut, scaleIn }),
  () => ({ metric: "memory", target: 60 }),
  (requestsOf) => ({ metric: "requests-per-instance", requestsOf, target: 60 }),
  (requestsOf) => ({ metric: "requests-per-instance", requestsOf, scaleOut, scaleIn }),
  () => ({ schedules }),
  () => ({ metric: "cpu", scaleOut, scaleIn, schedules }),
  () => ({ metric: "cpu", target: 60, schedules }),
  (requestsOf) => ({ metric: "requests-per-instance", requestsOf, target: 60, schedules }),
];

export const computeContexts: Readonly<Record<string, readonly Maker[]>> = {
  DynamicGroupPolicy: [
    rightsContext({ verb: "read", resource: "object-storage", on: ["assets"] }),
    rightsContext({ verb: "read", resource: "compute" }),
    rightsContext({ verb: "read", resource: "logs", on: ["audit"] }),
    rightsContext({ verb: "read", resource: "secrets", on: ["password"] }),
  ],
  Image: [imageContext()],
  InstanceTemplate: [templateContext()],
  InstancePool: [
    poolContext("application", () => ({ size: 2 })),
    poolContext("network", () => ({ size: 2 })),
    ...policies.map((policy) => poolContext("application", (set) => ({ size, autoscaling: policy(set) }))),
    poolContext("network", () => ({ size, autoscaling: { metric: "cpu", scaleOut, scaleIn } })),
  ],
};
