import { expect, test } from "vitest";
import { exposureOf } from "../../src/plan/exposure.js";
import type { Plan, PlanComponent, Values } from "../../src/plan/model.js";
import { placeOf, saidOf, spanOf, sumOf } from "../../src/plan/sizes.js";
import { summaryOf } from "../../src/plan/summaries.js";

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
const plan = (...components: PlanComponent[]): Plan => ({
  version: 1,
  project: "shop",
  stack: "aws",
  components,
  resources: [],
  outputs: {},
  notes: [],
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

test("a pool stands where the tier of its template does", () => {
  const pool = component("InstancePool", { template: "instanceTemplate:web" });
  const template = component("InstanceTemplate", { tier: "tier:web" }, "instanceTemplate:web");
  const tier = (placement: Values) => component("Tier", placement, "tier:web");
  expect(placeOf(plan(pool, template, tier({})), pool)).toBe("private");
  expect(placeOf(plan(pool, template, tier({ placement: "public" })), pool)).toBe("public");
});

test("exposure is who may come in, what goes out, and what is allowed", () => {
  const tier = component("Tier", {
    egress: [{ to: { kind: "tier", tier: "tier:db" }, port: 5432 }, { to: { kind: "range", cidr: "10.0.0.0/8" } }],
    access: [{ port: 22, from: [{ kind: "anyone" }] }],
  });
  const front = component("LoadBalancer", { visibility: "public" }, "loadBalancer:front");
  const inner = component("LoadBalancer", { visibility: "private", allowFrom: [{ kind: "tier", tier: "tier:web" }] });
  const listeners = [443, 80].map((port) =>
    component("Listener", { loadBalancer: "loadBalancer:front", port }, `listener:front/${port}`),
  );
  const all = plan(tier, front, inner, ...listeners);
  const rights = { allow: [{ verb: "read", resource: "logs" }] };
  expect(exposureOf(tier, all)).toEqual(["admits anyone on tcp 22", "opens db on tcp 5432 and 10.0.0.0/8"]);
  expect(exposureOf(component("Tier", { egress: [] }), all)).toEqual(["opens nothing"]);
  expect(exposureOf(component("Tier", {}), all)).toEqual(["opens anything"]);
  expect(exposureOf(front, all)).toEqual(["admits internet on 80 and 443"]);
  expect(exposureOf(inner, all)).toEqual([]);
  expect(exposureOf(component("DynamicGroupPolicy", rights), all)).toEqual(["may read logs"]);
  expect(exposureOf(component("BackendSet", {}), all)).toEqual([]);
});
