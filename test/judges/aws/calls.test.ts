import { beforeAll, expect, test } from "vitest";
import { tableOf } from "../../declarations/tables.js";
import { Judge, table } from "./judge.js";
import { pinnedRelease } from "./models.js";
import { examples, programsAtLimits, randomPrograms, recorded } from "./programs.js";

const seed = Number(process.env.WEBTIER_FUZZ_SEED ?? 20);
const count = Number(process.env.WEBTIER_FUZZ_RUNS ?? 300);
const all = new Judge();
/** What is wrong with each example, and with the random programs: how often. */
const wrong = new Map<string, readonly string[]>();
const wrongAtRandom = new Map<string, number>();
const atLimits = programsAtLimits();
const wrongAtLimits: string[] = [];

beforeAll(async () => {
  for (const example of examples) {
    wrong.set(example, all.judge(await recorded(example)));
    report(example);
  }
  for (const program of randomPrograms(seed, count))
    for (const text of all.judge(program)) wrongAtRandom.set(text, (wrongAtRandom.get(text) ?? 0) + 1);
  report(`${count} random programs`);
  for (const [about, resources] of atLimits)
    wrongAtLimits.push(...all.judge(resources).map((text) => `${about}: ${text}`));
  report(`${atLimits.length} programs at limits`);
}, 300_000);

test("every type that the adapter may make has its calls in the table", () => {
  expect(Object.keys(table).sort()).toEqual(Object.keys(tableOf("aws").types));
});

test("there are examples on AWS", () => {
  expect(examples).toEqual(["aws-alb-autoscaling", "aws-cpu-tracking", "web-stack"]);
});

test.each(examples)("every call for %s fits the models and rules of its service", (example) => {
  expect(wrong.get(example)).toEqual([]);
});

test(`every call for ${count} random programs fits the models and rules of its service (seed ${seed})`, () => {
  expect([...wrongAtRandom]).toEqual([]);
});

test(`every call for ${atLimits.length} programs at the limits of the library fits the models and rules of its service`, () => {
  expect(wrongAtLimits).toEqual([]);
});

test("together they make every call of the table but for one: no subnet gives out public addresses", () => {
  expect(all.uncalled).toEqual(["ec2 ModifySubnetAttribute"]);
});

test("together they fill every member that the table says", () => {
  expect(all.unused).toEqual([]);
});

test("together they are compared with every rule", () => {
  expect(all.unmet).toEqual([]);
});

test("the rules of programs follow these references", () => {
  expect([...all.followed].sort()).toEqual([
    "autoscaling/group targetGroupArns lb/targetGroup",
    "autoscaling/policy autoscalingGroupName autoscaling/group",
    "autoscaling/policy targetTrackingConfiguration autoscaling/group",
    "autoscaling/policy targetTrackingConfiguration lb/loadBalancer",
    "autoscaling/policy targetTrackingConfiguration lb/targetGroup",
    "autoscaling/schedule autoscalingGroupName autoscaling/group",
    "cloudwatch/dashboard dashboardName autoscaling/group",
    "ec2/subnet vpcId ec2/vpc",
    "lb/listener defaultActions lb/targetGroup",
    "lb/listener loadBalancerArn lb/loadBalancer",
    "lb/listenerRule actions lb/targetGroup",
    "lb/listenerRule listenerArn lb/listener",
    "lb/loadBalancer subnetMappings ec2/eip",
    "lb/loadBalancer subnetMappings ec2/subnet",
    "lb/loadBalancer subnets ec2/subnet",
    "lb/targetGroupAttachment targetGroupArn lb/targetGroup",
  ]);
});

function report(upTo: string): void {
  const { resources, calls, operations, members } = all;
  const known = [...members.values()].filter(Boolean).length;
  console.info(
    `botocore ${pinnedRelease()}, up to ${upTo}: ${resources} resources, ${calls} calls, ${operations.size} operations, ` +
      `${members.size} members, ${known} of them with a value that was known`,
  );
}
