import { expect, test } from "vitest";
import type { Plan, PlanResource } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";

const directory = new URL("./programs/pool", import.meta.url).pathname;

async function fixedAndScaled(stack: string): Promise<[Plan, Plan]> {
  const planOf = (environment: NodeJS.ProcessEnv) =>
    planProgram({ directory, stack, environment: { ...process.env, ...environment } });
  return Promise.all([planOf({}), planOf({ SCALED: "1" })]);
}

/** Of the resources that only the second plan has. */
function gained({ resources: before }: Plan, { resources: after }: Plan): string[] {
  const there = new Set(before.map(({ urn }) => urn));
  return after.filter(({ urn }) => !there.has(urn)).map(({ name }) => name);
}

function poolOf({ resources }: Plan): PlanResource {
  return resources.find(({ name }) => name === "web-pool") as PlanResource;
}

/** Inputs that the second has otherwise. */
function changed({ inputs: before }: PlanResource, { inputs: after }: PlanResource): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const differ = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return Object.fromEntries(differ.map((key) => [key, after[key]]));
}

const answers = {
  aws: {
    size: "desiredCapacity",
    inputs: { minSize: 1, maxSize: 4, desiredCapacity: 1 },
    made: ["web-scaling-in", "web-scaling-out", "web-alarm-in", "web-alarm-out"],
  },
  oci: { size: "size", inputs: { size: 1 }, made: ["web-autoscaling"] },
} as const;

test.each(["aws", "oci"] as const)(
  "attaching a policy leaves every resource and gives the size to the policy, detaching takes it back, on %s",
  async (stack) => {
    const [fixed, scaled] = await fixedAndScaled(stack);
    const { size, inputs, made } = answers[stack];
    expect(gained(scaled, fixed)).toEqual([]);
    expect(gained(fixed, scaled)).toEqual(made);
    expect(poolOf(fixed).options.ignoreChanges).toBe(undefined);
    expect(poolOf(scaled).options.ignoreChanges).toEqual([size]);
    expect(changed(poolOf(fixed), poolOf(scaled))).toEqual(inputs);
  },
);

test("a policy makes servers a stack on openstack, and the plan of either says so", async () => {
  const [fixed, scaled] = await fixedAndScaled("openstack");
  expect(gained(fixed, scaled)).toEqual(["web-stack"]);
  expect(gained(scaled, fixed)).toEqual([
    "web-instance-0",
    "web-instance-1",
    "web-member-0-front-api",
    "web-member-0-front-pages",
    "web-member-1-front-api",
    "web-member-1-front-pages",
    "web-port-0",
    "web-port-1",
  ]);
  const told = ({ notes }: Plan) => notes.flatMap(({ message }) => (message.includes("a policy") ? [message] : []));
  expect([told(fixed), told(scaled)]).toEqual([
    [
      'with a policy the pool would be a stack in Heat, and all members be replaced; pools: "heat" in the settings makes it one from the start',
    ],
    [
      'without a policy the pool would be servers of their own, and all members be replaced; pools: "heat" in the settings keeps them',
    ],
  ]);
});
