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
