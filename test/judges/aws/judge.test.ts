import { describe, expect, test } from "vitest";
import { attributesBroken, Judge, programRules, rules } from "./judge.js";
import type { Inputs } from "./resource.js";
import { checkRequest } from "./shapes.js";
import { sound } from "./sound.js";
import { type Spoil, spoilt } from "./spoil.js";
import { balancingSpoils } from "./spoils-balancing.js";
import { modelSpoils } from "./spoils-models.js";
import { networkSpoils } from "./spoils-network.js";
import { programSpoils } from "./spoils-programs.js";
import { scalingSpoils } from "./spoils-scaling.js";

const ruleSpoils = [...networkSpoils, ...balancingSpoils, ...scalingSpoils];

test("the judge has nothing against sound resources", () => {
  expect(Object.entries(sound).flatMap(([type, inputs]) => judged(type, inputs))).toEqual([]);
});

describe("the judge says what is wrong with a resource, and nothing else", () => {
  const all: readonly Spoil[] = [...modelSpoils, ...ruleSpoils];
  test.each(all.map((spoil) => ({ type: spoil[0], path: spoil[1], spoil })))("$type $path", ({ type, spoil }) => {
    const [, , , ...findings] = spoil;
    expect(judged(type, spoilt(spoil))).toEqual(findings.map((text) => `${type} ${text}`));
  });
});

describe("the judge says what is wrong with several resources, and nothing else", () => {
  test.each(programSpoils)("$fact", ({ fact, resources }) => {
    const found = new Judge().judge(resources);
    expect(found).toEqual([`${resources.at(-1)?.id}${fact.startsWith("a dashboard") ? " of pool" : ""}: ${fact}`]);
  });
});

test("each rule is broken by something spoilt", () => {
  const broken = ruleSpoils.flatMap(([, , , ...findings]) => findings);
  const facts = new Set(rules.map(({ path, fact }) => `${path === "" ? "the whole" : path} must ${fact}`));
  expect([...facts].filter((fact) => !broken.includes(fact))).toEqual([]);
  expect(programSpoils.map(({ fact }) => fact).sort()).toEqual(programRules.map(({ fact }) => fact).sort());
});

test("the judge knows no other operation, member, attribute or type", () => {
  expect(checkRequest("elbv2", "CreateTargetGroups", {}).findings).toEqual(["is no operation"]);
  expect(checkRequest("elbv2", "CreateTargetGroup", { Name: "web", Ports: [80] }).findings).toEqual([
    "Ports: is no member",
  ]);
  expect(checkRequest("elbv2", "CreateTargetGroup", { Name: ["web"], Tags: [] }).findings).toEqual([
    'Name: ["web"] is no string',
    "Tags: 0 entries is below 1",
  ]);
  const given = { Attributes: [{ Key: "stickiness.kind", Value: "lb_cookie" }] };
  expect(attributesBroken("elbv2 ModifyTargetGroupAttributes", given, "application")).toEqual([
    "stickiness.kind: is no attribute",
  ]);
  expect(judged("aws:ec2/instance:Instance", {})).toEqual(["aws:ec2/instance:Instance is no type of the table"]);
});

/** Without the value that is told again. */
function judged(type: string, inputs: Inputs): string[] {
  const found = new Judge().judge([{ id: "it", name: "it", type, inputs, refers: {} }]);
  return found.map((text) => text.replace(/; got .*$/s, ""));
}
