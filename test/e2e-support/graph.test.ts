import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { type Comparison, compare, webStack } from "../e2e/graph/compare.js";
import { edgesOf, type Graph, longestPath, reduced } from "../e2e/graph/graph.js";
import { differences, inputsOf } from "../e2e/graph/inputs.js";
import { edgesIn, reasons, roundabout } from "../e2e/graph/reasons.js";

const root = join(__dirname, "../..");

let found: Comparison;
beforeAll(async () => {
  found = await compare(webStack);
}, 60_000);

test("no more resources of web-stack wait one after the other than in the hand-written program", () => {
  expect(found.longest).toEqual({
    library: [
      "Network shop-network",
      "Subnet shop-public",
      "LoadBalancer front-balancer",
      "Listener http-listener",
      "L7PolicyV2 http-redirect",
      "L7RuleV2 http-redirect-path",
    ],
    byHand: [
      "Network shop-network",
      "Subnet shop-public",
      "LoadBalancer front-balancer",
      "Listener http-listener",
      "L7PolicyV2 http-redirect",
      "L7RuleV2 http-redirect-path",
    ],
  });
});

test("every wait of web-stack that the hand-written program lacks has its reason, and it lacks none", () => {
  expect(found.extra).toEqual(edgesIn(reasons));
  expect(found.lacking).toEqual([]);
});

test("what the hand-written program waits for at once, the library waits for at once or through others", () => {
  const across = edgesIn(reasons).filter((edge) => !/^Member .* Port /.test(edge));
  expect(found.reduced).toEqual({ extra: across, lacking: edgesIn(roundabout) });
});

test("the hand-written program registers what web-stack does, and the same inputs but for the template of a member", () => {
  const ours = inputsOf(webStack.library, webStack.stack);
  const theirs = inputsOf(webStack.byHand, webStack.stack);
  expect(Object.keys(theirs)).toEqual(Object.keys(ours));
  const stack = "openstack:orchestration/stackV1:StackV1 web-stack";
  const registry = `${stack}/environmentOpts/Bin/resource_registry`;
  const member = `${stack}/templateOpts/Bin/resources/group/properties/resource`;
  const set = { pool: "pages-pool-sticky.id", port: 5000, check_port: 5000, subnet: "shop-private.id" };
  expect(differences(ours, theirs).map(withoutPlaces)).toEqual([
    `${registry}/Shop::Member: "file://…/member.yaml", not nothing`,
    `${registry}/Webtier::Member: nothing, not "file://…/webtier-….yaml"`,
    `${member}/properties/pool: "pages-pool-sticky.id", not nothing`,
    `${member}/properties/protocol_port: 5000, not nothing`,
    `${member}/properties/sets: nothing, not ${JSON.stringify({ "front-pages": set })}`,
    `${member}/type: "Shop::Member", not "Webtier::Member"`,
  ]);
});

test("both programs are planned with the same settings", () => {
  const stackFile = (folder: string) => readFileSync(join(root, folder, `Pulumi.${webStack.stack}.yaml`), "utf8");
  expect(stackFile(webStack.byHand)).toBe(stackFile(webStack.library));
});

const square: Graph = new Map([
  ["a", new Set<string>()],
  ["b", new Set(["a"])],
  ["c", new Set(["a"])],
  ["d", new Set(["a", "b", "c"])],
]);

test("a wait that follows from others is left out of a reduced graph", () => {
  expect(edgesOf(reduced(square))).toEqual(["b waits for a", "c waits for a", "d waits for b", "d waits for c"]);
});

test("the longest path is counted in resources", () => {
  expect(longestPath(square)).toEqual(["a", "b", "d"]);
});

test("a value that differs is told by its place", () => {
  const ours = { size: { min: 1, max: 2 }, zones: ["a"] };
  expect(differences(ours, { size: { min: 1, max: 3, step: 1 }, zones: ["a"] })).toEqual([
    "size/max: 3, not 2",
    "size/step: 1, not nothing",
  ]);
});

/** Names of files without the folders of a machine, and without the hash of what is in them. */
function withoutPlaces(line: string): string {
  return line.replace(/file:\/\/[^"]*\//, "file://…/").replace(/webtier-[0-9a-f]{64}/, "webtier-…");
}
