import { join } from "node:path";
import { expect, test } from "vitest";
import { matchPlans } from "../../src/diff/matching.js";
import type { Plan, PlanAlias, PlanResource } from "../../src/plan/model.js";
import { planProgram } from "../../src/plan/plan-program.js";
import { component, diff, diffResources, operations, plan, resource, urn } from "./harness.js";

const balancer = "toy:lb:Balancer";
const old = (name: string, more: Partial<PlanResource> = {}) => resource(balancer, name, more);
const renamed = (name: string, ...aliases: PlanAlias[]) => resource(balancer, name, { options: { aliases } });

test("a resource with the URN of the base is the same", () => {
  expect(diffResources([old("front")], [old("front")]).resources).toEqual([]);
});

test("another name without an alias is a new resource, and the old one goes", () => {
  expect(operations(diffResources([old("front")], [old("entry")]))).toEqual(["create entry", "delete front"]);
});

test.each<[string, PlanAlias]>([
  ["a URN", urn(balancer, "front")],
  ["a URN of another stack", urn(balancer, "front", "prod", "store")],
  ["a name", { name: "front" }],
  ["a name with the stack as its parent", { name: "front", parent: urn("pulumi:pulumi:Stack", "shop-dev") }],
])("an alias by %s moves the resource", (_, alias) => {
  expect(diffResources([old("front")], [renamed("entry", alias)]).resources).toEqual([
    {
      operation: "move",
      urn: urn(balancer, "entry"),
      baseUrn: urn(balancer, "front"),
      type: balancer,
      name: "entry",
      effect: "none",
      properties: [],
    },
  ]);
});

test("an alias by type finds a resource of the type's former name", () => {
  const head = resource("toy:new:Balancer", "front", { options: { aliases: [{ type: balancer }] } });
  expect(operations(diffResources([old("front")], [head]))).toEqual(["move front"]);
});

test("an alias by parent, or by none, finds where the resource stood", () => {
  const under = { types: `toy:x:Group$${balancer}`, parent: urn("toy:x:Group", "g") };
  const group = resource("toy:x:Group", "g", { kind: "component" });
  const inside = (aliases: PlanAlias[]) => resource(balancer, "front", { ...under, options: { aliases } });
  const outside = (aliases: PlanAlias[]) => resource(balancer, "front", { options: { aliases } });
  expect(operations(diffResources([old("front")], [group, inside([{ noParent: true }])]))).toEqual(["move front"]);
  expect(operations(diffResources([group, inside([])], [outside([{ parent: urn("toy:x:Group", "g") }])]))).toEqual([
    "move front",
  ]);
});

test("an alias of what stands in the head under its own name claims nothing", () => {
  const head = [old("front"), renamed("entry", { name: "front" })];
  expect(operations(diffResources([old("front")], head))).toEqual(["create entry"]);
});

test("two aliases of one resource move it once", () => {
  const head = [renamed("a", { name: "front" }), renamed("b", { name: "front" })];
  expect(operations(diffResources([old("front")], head))).toEqual(["move a", "create b"]);
});

test("children inherit an alias, and their names follow a parent's name that begins them", () => {
  const parts = (name: string, aliases: PlanAlias[]) => {
    const group = resource("toy:x:Group", name, { kind: "component", options: { aliases } });
    const child = (called: string) =>
      resource(balancer, called, { types: `toy:x:Group$${balancer}`, parent: group.urn });
    return [group, child(`${name}-balancer`), child("other")];
  };
  const moved = diffResources(parts("shop", []), parts("store", [{ name: "shop" }]));
  expect(moved.resources.map(({ operation, name, baseUrn }) => [operation, name, baseUrn])).toEqual([
    ["move", "store-balancer", urn(`toy:x:Group$${balancer}`, "shop-balancer")],
  ]);
  expect(moved.counts).toEqual({ create: 0, update: 0, replace: 0, delete: 0, move: 1, same: 1 });
});

test("parents in a ring are no trap", () => {
  const ring = [
    resource("toy:x:Group", "a", { kind: "component", parent: urn("toy:x:Group", "b") }),
    resource("toy:x:Group", "b", { kind: "component", parent: urn("toy:x:Group", "a") }),
  ];
  expect(matchPlans(plan({ resources: ring }), plan({ resources: ring })).baseOf.size).toBe(2);
});

test("another stack and another project are no difference", () => {
  const place = (stack: string, project: string): Plan => {
    const at = urn("webtier:index:Tier", "web", stack, project);
    const own = urn(`webtier:index:Tier$${balancer}`, "web-balancer", stack, project);
    const inside = { urn: own, component: at, parent: at, inputs: { self: { urn: own } } };
    return plan({
      stack,
      project,
      components: [component("Tier", "web", { placement: "private" }, { urn: at })],
      resources: [resource(balancer, "web-balancer", inside)],
    });
  };
  const { verdict, counts } = diff(place("dev", "shop"), place("prod", "store"));
  expect([verdict, counts.same]).toEqual([{ state: "none", worst: "none", exposure: "same", degraded: 0 }, 1]);
});

test("a renamed tier, balancer and backend set of a real program, with aliases, keep everything in them", async () => {
  const directory = join(__dirname, "fixtures/renamed");
  const [before, after] = await Promise.all(["before", "after"].map((stack) => planProgram({ directory, stack })));
  const found = diff(before as Plan, after as Plan);
  expect(operations(found)).toEqual([
    "move front-group",
    "move front-balancer",
    "update front-egress-tcp-5000-tier-web: description",
    "move front-ingress-tcp-80-internet",
    "move pages-target-group",
    "move web-group",
    "move web-egress-any",
    "update web-ingress-tcp-5000-balancer-front: description",
  ]);
  expect(found.components.map(({ status, label, baseName, fields }) => [status, label, baseName, fields])).toEqual([
    ["same", "network shop", undefined, []],
    ["renamed", "tier web", "members", []],
    ["same", "instance template web", undefined, []],
    ["same", "instance pool web", undefined, []],
    ["renamed", "load balancer front", "entry", []],
    ["same", "listener http", undefined, []],
    ["renamed", "backend set pages", "all", []],
  ]);
});
