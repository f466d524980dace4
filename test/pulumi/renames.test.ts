import { expect, test } from "vitest";
import type { Plan } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { type CloudName, cloudNames } from "../conformance/harness.js";
import { knownUrns } from "./identities.js";

const directory = new URL("./programs/pool", import.meta.url).pathname;

/** Where balancers' metrics make alarms. */
const watched: Readonly<Record<CloudName, NodeJS.ProcessEnv>> = {
  aws: { ALARMS: "1" },
  oci: { ALARMS: "1" },
  openstack: {},
};

function planOf(stack: CloudName, environment: NodeJS.ProcessEnv): Promise<Plan> {
  return planProgram({ directory, stack, environment: { ...process.env, ...watched[stack], ...environment } });
}

const plans = new Map<CloudName, Promise<Plan>>();

/** The program as it was, planned once. */
function planBefore(stack: CloudName): Promise<Plan> {
  const plan = plans.get(stack) ?? planOf(stack, {});
  plans.set(stack, plan);
  return plan;
}

function urnsOf({ components, resources }: Plan): string[] {
  return [...components, ...resources].map(({ urn }) => urn);
}

const nouns = [
  "Network",
  "Tier",
  "LoadBalancer",
  "BackendSet",
  "Listener",
  "DynamicGroupPolicy",
  "InstanceTemplate",
  "InstancePool",
];

test.each(cloudNames.flatMap((stack) => nouns.map((noun) => ({ stack, noun }))))(
  "a rename of each $noun with an alias replaces nothing on $stack",
  async ({ stack, noun }) => {
    const [before, after] = await Promise.all([planBefore(stack), planOf(stack, { RENAMED: noun })]);
    const known = knownUrns(after);
    expect(urnsOf(before).filter((urn) => !known.has(urn))).toEqual([]);
    expect(after.resources.length).toBe(before.resources.length);
    expect(urnsOf(after)).not.toEqual(urnsOf(before));
  },
);

/** What stands in one plan and is not recognised in another. */
function lost(from: Plan, to: Plan): string[] {
  const known = knownUrns(to);
  return urnsOf(from)
    .filter((urn) => !known.has(urn))
    .map((urn) => urn.slice(urn.lastIndexOf("$") + 1));
}

const poolOf = "openstack:loadbalancer/pool:Pool";

test("a sticky pool takes over the plain one on openstack, and a plain one is another than the sticky one", async () => {
  const [plain, sticky] = await Promise.all([planBefore("openstack"), planOf("openstack", { STICKY: "1" })]);
  expect(lost(plain, sticky)).toEqual([]);
  expect(lost(sticky, plain)).toEqual([`${poolOf}::pages-pool-sticky`]);
  expect(urnsOf(sticky).length).toBe(urnsOf(plain).length);
});

test("a set that is renamed with an alias keeps its pool on openstack, and its stickiness takes over and leaves as before", async () => {
  const [plain, sticky, renamed, both] = await Promise.all([
    planBefore("openstack"),
    planOf("openstack", { STICKY: "1" }),
    planOf("openstack", { RENAMED: "BackendSet" }),
    planOf("openstack", { RENAMED: "BackendSet", STICKY: "1" }),
  ]);
  expect([lost(plain, both), lost(sticky, both), lost(renamed, both)]).toEqual([[], [], []]);
  expect(lost(sticky, renamed)).toEqual([`${poolOf}::pages-pool-sticky`]);
  expect(lost(both, renamed)).toEqual([`${poolOf}::the-pages-of-the-shop-pool-sticky`]);
});
