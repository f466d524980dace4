import { expect, test } from "vitest";
import { balancerTagRules, tagRules } from "../../../src/clouds/aws/tags.js";

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, "v"]));
const tooMany = [
  { path: "network.tags", message: "makes 51 tags with Name; 50 are allowed here", instead: "fewer tags" },
];

test("a resource has up to 50 tags, its Name among them", () => {
  expect(tagRules(many(49), "network.tags")).toEqual([]);
  expect(tagRules(many(50), "network.tags")).toEqual(tooMany);
  expect(tagRules({ ...many(49), Name: "ours" }, "network.tags")).toEqual([]);
  expect(tagRules({ ...many(50), Name: "ours" }, "network.tags")).toEqual(tooMany);
  expect(tagRules(undefined, "network.tags")).toEqual([]);
});

test("keys may hold aws: but not begin with it", () => {
  expect(tagRules({ "team:aws": "a", awsteam: "b" }, "network.tags")).toEqual([]);
});

test("balancers take letters of any script, digits, blanks and _.:/=+-@", () => {
  expect(balancerTagRules({ 팀: "웹 ä1_.:/=+-@" }, "loadBalancer.tags")).toEqual([]);
  expect(balancerTagRules({ "k#": "v" }, "loadBalancer.tags").map(({ path }) => path)).toEqual([
    "loadBalancer.tags.k#",
  ]);
});
