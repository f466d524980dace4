import { expect, test } from "vitest";
import type { PlanComponent, PlanExposure, Values } from "../../src/plan/model.js";
import { saidOf, sizesOf, spanOf, sumOf } from "../../src/plan/sizes.js";
import { summaryOf } from "../../src/plan/summaries.js";
import { rightsOf, waysIn } from "../../src/plan/ways.js";

const component = (noun: string, spec: Values, key = "x:x"): PlanComponent => ({
  urn: key,
  type: `webtier:index:${noun}`,
  noun,
  name: "x",
  key,
  cloud: "aws",
  spec,
  customised: [],
  documents: {},
  outputs: {},
  options: {},
});
const up = { kind: "scaled", min: 1, max: 4 };
const night = { cron: "0 20 * * *", timeZone: "Asia/Seoul", min: 0, max: 1 };

test.each<[string, string, Values]>([
  ["2 instances", "InstancePool", { size: { kind: "fixed", count: 2 } }],
  ["1 instance", "InstancePool", { size: { kind: "fixed", count: 1 }, backendSets: [] }],
  ["1 to 4 instances, 2 at first", "InstancePool", { size: { ...up, initial: 2 } }],
  [
    "1 to 4 instances, behind pages and api, cpu kept near 60",
    "InstancePool",
    {
      size: up,
      backendSets: ["backendSet:front/pages", "backendSet:front/api"],
      autoscaling: { metric: "cpu", target: 60 },
    },
  ],
  [
    "1 to 4 instances, requests-per-instance of pages kept near 50 by adding only",
    "InstancePool",
    {
      size: up,
      autoscaling: {
        metric: "requests-per-instance",
        requestsOf: "backendSet:front/pages",
        target: 50,
        growOnly: true,
      },
    },
  ],
  [
    "1 to 4 instances, memory above 70 adds 2, never removes",
    "InstancePool",
    { size: up, autoscaling: { metric: "memory", scaleOut: { above: 70, add: 2 } } },
  ],
  [
    "1 to 4 instances, morning (0 8 * * 1-5 UTC) size 4, night (0 20 * * * Asia/Seoul) min 0 max 1",
    "InstancePool",
    { size: up, autoscaling: { schedules: { morning: { cron: "0 8 * * 1-5", timeZone: "UTC", size: 4 }, night } } },
  ],
  ["image web, machine small", "InstanceTemplate", { image: { kind: "named", name: "web" }, machine: "small" }],
  [
    "image golden, machine small, disk 50 GiB, disk key disks, user data, key ops, rights web, detailed monitoring",
    "InstanceTemplate",
    {
      image: { kind: "captured", image: "image:golden" },
      machine: "small",
      bootDisk: { size: 50, key: "disks" },
      userData: "[output]",
      sshKey: "ops",
      rights: "dynamicGroupPolicy:web",
      monitoring: "detailed",
    },
  ],
  ["of instance builder", "Image", { instance: "builder" }],
  [
    "of instance builder, revision 2, taken while it runs",
    "Image",
    { instance: "builder", revision: "2", whileRunning: true },
  ],
  [
    "read logs, use secrets on db and mail, for each pool, in the tenancy",
    "DynamicGroupPolicy",
    {
      allow: [
        { verb: "read", resource: "logs" },
        { verb: "use", resource: "secrets", on: ["db", "mail"] },
      ],
      members: "pool",
      scope: "tenancy",
    },
  ],
])("%s", (text, noun, spec) => {
  expect(summaryOf(component(noun, spec))).toBe(text);
});

test("a pool's size counts what its schedules set", () => {
  const spans = [
    { size: { kind: "fixed", count: 3 } },
    { size: up, autoscaling: { schedules: { night, day: { ...night, min: 2, max: 9 } } } },
  ].map((spec) => spanOf(component("InstancePool", spec)));
  expect(spans).toEqual([
    { min: 3, max: 3 },
    { min: 0, max: 9 },
  ]);
  expect(spans.map(saidOf)).toEqual(["3 instances, 3 addresses", "0 to 9 instances, 0 to 9 addresses"]);
  expect(saidOf(sumOf(spans))).toBe("3 to 12 instances, 3 to 12 addresses");
  expect(saidOf({ min: 1, max: 1 })).toBe("1 instance, 1 address");
});

test("the sizes of a plan are its pools, with the machine and the place of their templates", () => {
  const pool = {
    ...component("InstancePool", { template: "instanceTemplate:web", size: { ...up, initial: 2 } }),
    urn: "p",
  };
  const template = component("InstanceTemplate", { tier: "tier:web", machine: "small" }, "instanceTemplate:web");
  const tier = component("Tier", { placement: "public" }, "tier:web");
  const lone = {
    ...component("InstancePool", { size: { count: 3 }, autoscaling: { metric: "cpu", target: 60 } }),
    urn: "q",
  };
  expect(sizesOf([pool, template, tier, lone])).toEqual([
    { pool: "p", min: 1, max: 4, initial: 2, machine: "small", placement: "public", scaling: [] },
    { pool: "q", min: 3, max: 3, machine: "", placement: "private", scaling: ["cpu kept near 60"] },
  ]);
});

const way = (direction: "in" | "out", peer: string, protocol: string, ports: string): PlanExposure => ({
  direction,
  at: "x",
  place: "tier x",
  peer,
  protocol,
  ports,
  by: [],
});

test("ways at one place are told by their peers", () => {
  expect(
    waysIn([
      way("in", "internet", "tcp", "80"),
      way("in", "internet", "tcp", "443"),
      way("in", "internet", "udp", "443"),
      way("in", "tier app", "any", "any"),
      way("in", "10.0.0.0/8", "icmp", "any"),
      way("out", "internet", "tcp", "443"),
      way("out", "tier db", "any", "any"),
    ]),
  ).toEqual([
    "admits internet on tcp 80 and 443, udp 443",
    "admits tier app on anything",
    "admits 10.0.0.0/8 on icmp",
    "opens internet on tcp 443",
    "opens tier db",
  ]);
  expect(waysIn([way("out", "internet", "any", "any"), way("out", "internet", "tcp", "443")])).toEqual([
    "opens anything",
  ]);
  expect(waysIn([])).toEqual([]);
});

test("rights are what a group may do", () => {
  const rights = { allow: [{ verb: "read", resource: "logs" }] };
  expect(rightsOf(component("DynamicGroupPolicy", rights))).toEqual(["may read logs"]);
  expect(rightsOf(component("BackendSet", rights))).toEqual([]);
});
