import type { Stack } from "../../conformance/harness.js";
import { adopted, first } from "./adopted-network.js";
import type { Case } from "./case.js";

const adoptedBalancer = {
  balancers: {
    front: {
      id: "ocid1.loadbalancer.oc1..demo",
      address: "203.0.113.10",
      kind: "application",
      visibility: "public",
      cidr: "10.20.0.0/24",
    },
  },
};

const untouched: readonly Case[] = (
  [
    ["logs", { error: true }],
    ["deletionProtection", true],
    ["tags", { team: "web" }],
    ["address", "reserved"],
    ["allowFrom", ["10.0.0.0/8"]],
    ["physicalName", "other"],
  ] as const
).map(([key, value]) => ({
  says: `an adopted balancer keeps its ${key}`,
  settings: adoptedBalancer,
  bad: (stack: Stack) => stack.balancer({ [key]: value }),
  good: (stack: Stack) => stack.balancer(),
  path: `loadBalancer.${key}`,
  text: 'would change the adopted balancer "front"; instead: leave it out, or let the program make the balancer',
}));

export const balancers: readonly Case[] = [
  {
    says: "displayName up to 1024 characters; the library's own bound is 255",
    bad: (stack) => stack.balancer({ physicalName: "x".repeat(256) }),
    good: (stack) => stack.balancer({ physicalName: "x".repeat(255) }),
    path: "loadBalancer.physicalName",
    text: "has more than 255 characters",
  },
  {
    says: "a public balancer stands in one regional subnet or in two of different availability domains",
    settings: adopted([{ public: true, zone: first }]),
    bad: (stack) => stack.balancer({ network: stack.network({ zones: 1 }) }),
    good: (stack) => stack.balancer({ network: stack.network({ zones: 1 }), kind: "network" }),
    path: "loadBalancer.network",
    text: 'a public application balancer needs a regional subnet or two of different availability domains; "shop" has one; instead: a regional public subnet among its subnets in the settings',
  },
  {
    says: "a public balancer stands in public subnets",
    settings: adopted([{ public: false }]),
    bad: (stack) => stack.balancer(),
    good: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] }),
    path: "loadBalancer.network",
    text: '"shop" has no public subnet; instead: visibility: "private"',
  },
  {
    says: "a private balancer stands in private subnets",
    settings: adopted([{ public: true }]),
    bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] }),
    good: (stack) => stack.balancer(),
    path: "loadBalancer.network",
    text: '"shop" has no private subnet; instead: visibility: "public"',
  },
  {
    says: "reservedIps: public only",
    bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"], address: "reserved" }),
    good: (stack) => stack.balancer({ address: "reserved" }),
    path: "loadBalancer.address",
    text: '"reserved" is for public addresses; instead: visibility: "public", or leave it out',
  },
  ...untouched,
  {
    says: "an adopted balancer keeps its kind",
    settings: adoptedBalancer,
    bad: (stack) => stack.balancer({ kind: "network" }),
    good: (stack) => stack.balancer(),
    path: "loadBalancer.kind",
    text: '"network" is not what the adopted balancer "front" is; instead: "application"',
  },
  {
    says: "an adopted balancer keeps its visibility",
    settings: adoptedBalancer,
    bad: (stack) => stack.balancer({ visibility: "private", allowFrom: ["10.0.0.0/8"] }),
    good: (stack) => stack.balancer(),
    path: "loadBalancer.visibility",
    text: '"private" is not what the adopted balancer "front" is; instead: "public"',
  },
];
