import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { clouds } from "../../src/clouds/registry.js";
import { type Declared, declared } from "../../src/core/declared.js";
import { json, type Planned, ref, text } from "../../src/core/planned.js";
import { cloudFor } from "../conformance/harness.js";
import { problemsOf } from "./check.js";
import { readTable, renderTable } from "./read.js";
import { tableOf } from "./tables.js";

test.each(Object.keys(clouds))("the table of %s is what its SDK declares (npm run declarations)", (cloud) => {
  const written = readFileSync(new URL(`./${cloud}.json`, import.meta.url), "utf8");
  expect(renderTable(readTable(cloud))).toBe(written);
});

const group = "aws:lb/targetGroup:TargetGroup";
const good: Planned = {
  type: group,
  args: { port: 80, healthCheck: { path: "/" }, tags: { owner: "ops" }, targetFailovers: [] },
};

function component(resources: Record<string, Planned>, outputs: Record<string, unknown> = {}): Declared {
  const it = declared({ noun: "BackendSet", name: "a", key: "a", cloud: cloudFor("aws"), spec: {}, parent: undefined });
  it.plan = { resources, outputs };
  return it;
}

function told(args: object, rest: Partial<Planned> = {}): string[] {
  const changed = { ...good, args: { ...good.args, ...args }, ...rest };
  return problemsOf(component({ group: changed, other: good }), tableOf("aws"));
}

const stranger = { ...component({}), key: "b" };
const subnet = (args: object): Planned => ({ type: "aws:ec2/subnet:Subnet", args: { ...args } });
const listener = (args: object): Planned => ({ type: "aws:lb/listener:Listener", args: { ...args } });

test("a plan that the SDK takes has no problems", () => {
  expect(told({ vpcId: ref("other.vpcId"), name: text("a-", ref("other.healthCheck.path")) })).toEqual([]);
});

test("labels that look like references are labels", () => {
  expect(told({ tags: { ref: "other.nothing", of: "b" } })).toEqual([]);
});

test.each<[string, object, string]>([
  ["a name that is no input", { prt: 80 }, "a group.prt: is no input"],
  ["an output given as an input", { arn: "arn" }, "a group.arn: is no input"],
  ["a nested name that is no input", { healthCheck: { intervall: 5 } }, "a group.healthCheck.intervall: is no input"],
  ["a missing nested input", { stickiness: { enabled: true } }, "a group.stickiness.type: is required"],
  ["text for a number", { port: "80" }, "a group.port: is a string, not a number"],
  ["a number for text", { vpcId: 1 }, "a group.vpcId: is a number, not a string"],
  ["text for a flag", { proxyProtocolV2: "true" }, "a group.proxyProtocolV2: is a string, not a boolean"],
  ["one object for a list", { targetFailovers: {} }, "a group.targetFailovers: is a object, not a list"],
  ["a list for one object", { healthCheck: [{}] }, "a group.healthCheck: is a list, not a object"],
  ["a number in a map of texts", { tags: { a: 1 } }, "a group.tags.a: is a number, not a string"],
  ["a role that nobody plans", { vpcId: ref("vpc.id") }, "a group.vpcId refers to vpc.id of a, which plans none"],
  ["a stranger", { vpcId: ref(stranger, "vpc.id") }, "a group.vpcId refers to b, which it does not reach"],
  [
    "a property that the class lacks",
    { vpcId: ref("other.vpc") },
    `a group.vpcId refers to other.vpc, which ${group} does not have`,
  ],
  [
    "a property of a property that it lacks",
    { vpcId: text(ref("other.healthCheck.pth")) },
    `a group.vpcId.text.0 refers to other.healthCheck.pth, which ${group} does not have`,
  ],
  ["a whole resource as a value", { vpcId: ref("other") }, "a group.vpcId refers to other, which is a whole resource"],
  [
    "a wrong reference in a document",
    { name: json({ deep: [ref("other.nothing")] }) },
    `a group.name.json.deep.0 refers to other.nothing, which ${group} does not have`,
  ],
])("%s is found", (_, args, problem) => {
  expect(told(args)).toEqual([problem]);
});

test("a missing input, an unknown type, and wrong options are found", () => {
  const all = problemsOf(
    component(
      {
        subnet: subnet({}),
        listener: listener({ loadBalancerArn: "arn", defaultActions: [{ order: 1 }] }),
        group: { ...good, type: "aws:lb/targetGroup:Targets" },
        set: {
          ...good,
          options: { ignoreChanges: ["port", "prot"], dependsOn: [ref("nobody"), ref("subnet.id")] },
        },
      },
      { backendSetId: ref("set.arnn") },
    ),
    tableOf("aws"),
  );
  expect(all).toEqual([
    "a subnet.vpcId: is required",
    "a listener.defaultActions.0.type: is required",
    "a group: aws:lb/targetGroup:Targets is no type of the SDK",
    "a set depends on nobody of a, which plans none",
    "a set depends on subnet.id, which is no resource",
    `a set: prot is no property of ${group}`,
    `a outputs.backendSetId refers to set.arnn, which ${group} does not have`,
  ]);
});
