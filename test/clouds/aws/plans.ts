import type { Declared } from "../../../src/core/declared.js";
import type { Note } from "../../../src/core/planned.js";
import { cloudFor, Stack } from "../../conformance/harness.js";

export const vpcId = { ref: "vpc.id", of: "network:shop" };
export const [zoneA, zoneC] = ["ap-northeast-2a", "ap-northeast-2c"];

/** Settings in which the network "shop" exists already. */
export const adoptedNetwork = {
  networks: {
    shop: {
      vpcId: "vpc-0a1",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: [
        { id: "subnet-0a1", cidr: "10.20.0.0/24", zone: "ap-northeast-2a", public: true },
        { id: "subnet-0c1", cidr: "10.20.1.0/24", zone: "ap-northeast-2c", public: true },
        { id: "subnet-0a2", cidr: "10.20.2.0/24", zone: "ap-northeast-2a", public: false },
        { id: "subnet-0c2", cidr: "10.20.3.0/24", zone: "ap-northeast-2c", public: false },
      ],
    },
  },
} as const;

/** Settings in which the balancer "front" exists already. */
export const adoptedBalancer = {
  balancers: {
    front: {
      arn: "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:loadbalancer/app/front/0a1",
      dnsName: "front-1.ap-northeast-2.elb.amazonaws.com",
      kind: "application",
      visibility: "public",
      securityGroupId: "sg-0a1",
    },
  },
} as const;

export function stackOn(extra: Record<string, unknown> = {}): Stack {
  return new Stack(cloudFor("aws", extra));
}

/** Everything that a component makes, with the keys of components instead of themselves. */
export function made(it: Declared): Record<string, unknown> {
  const entries = Object.entries(it.plan.resources).map(([role, { owner, mentions, ...planned }]) => [
    role,
    { ...planned, ...(owner ? { owner: owner.key } : {}), ...(mentions ? { mentions: mentions.key } : {}) },
  ]);
  return Object.fromEntries(entries);
}

/** The arguments of one resource, whole. */
export function argsOf(it: Declared, role: string): unknown {
  return it.plan.resources[role]?.args;
}

export function rolesOf(it: Declared): string[] {
  return Object.keys(it.plan.resources);
}

export function notesOf(it: Declared): string[] {
  return ((it as Declared & { noted: readonly Note[] }).noted ?? []).map(({ id, message }) => `${id}: ${message}`);
}
