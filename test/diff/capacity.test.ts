import { expect, test } from "vitest";
import type { PlanComponent } from "../../src/plan/model.js";
import { component, diff, plan, resource } from "./harness.js";

const template = (machine: string) => component("InstanceTemplate", "web", { machine });
const pool = (name: string, min: number, max: number, more: Partial<PlanComponent> = {}) =>
  component("InstancePool", name, { template: "instanceTemplate:web", size: { min, max } }, more);
const balancers = (count: number) => Array.from({ length: count }, (_, at) => resource("toy:lb:Balancer", `b${at}`));

test("every pool has its bounds before and after, and all together theirs", () => {
  const base = plan({ components: [template("small"), pool("a", 1, 2), pool("b", 1, 1), pool("c", 3, 3)] });
  const head = plan({
    components: [
      template("small"),
      pool("a", 2, 5),
      pool("b", 1, 1),
      pool("d", 1, 1, { options: { aliases: [{ name: "c" }] } }),
    ],
  });
  const row = (name: string) => ({ what: `instance pool ${name}`, of: "small" });
  expect(diff(base, head).capacity).toEqual({
    rows: [
      { ...row("a"), before: { min: 1, max: 2 }, after: { min: 2, max: 5 } },
      { ...row("b"), before: { min: 1, max: 1 }, after: { min: 1, max: 1 } },
      { ...row("d"), before: { min: 3, max: 3 }, after: { min: 1, max: 1 } },
    ],
    instances: { before: { min: 5, max: 6 }, after: { min: 4, max: 7 } },
  });
});

test("another machine is told in two rows", () => {
  const side = (machine: string) => plan({ components: [template(machine), pool("a", 1, 2)] });
  expect(diff(side("small"), side("large")).capacity.rows).toEqual([
    { what: "instance pool a", of: "small", before: { min: 1, max: 2 } },
    { what: "instance pool a", of: "large", after: { min: 1, max: 2 } },
  ]);
});

test("a pool whose size nobody knows is not counted", () => {
  const odd = component("InstancePool", "a", {});
  expect(diff(plan({ components: [odd] }), plan({ components: [odd] })).capacity.rows).toEqual([]);
});

test("what else is billed is counted where it differs", () => {
  const count = (before: number, after: number) =>
    diff(plan({ resources: balancers(before) }), plan({ resources: balancers(after) })).capacity.rows;
  expect([count(1, 2), count(0, 1), count(1, 0), count(2, 2)]).toEqual([
    [{ what: "balancer", before: { min: 1, max: 1 }, after: { min: 2, max: 2 } }],
    [{ what: "balancer", after: { min: 1, max: 1 } }],
    [{ what: "balancer", before: { min: 1, max: 1 } }],
    [],
  ]);
});

test("money is that of the caller's rates, for a month of 730 hours, and nothing is invented", () => {
  const side = (max: number) =>
    plan({
      components: [
        template("small"),
        pool("a", 1, max),
        component("InstancePool", "b", { template: "x", size: { count: 1 } }),
      ],
      resources: balancers(2),
    });
  const money = (hour: Record<string, number>) =>
    diff(side(2), side(4), { rates: { currency: "EUR", hour } }).capacity.money;
  expect([money({ small: 0.0116, balancer: 0.5 }), money({})]).toEqual([
    {
      currency: "EUR",
      before: { min: 738.47, max: 746.94 },
      after: { min: 738.47, max: 763.87 },
      unrated: ["instance pool b"],
    },
    {
      currency: "EUR",
      before: { min: 0, max: 0 },
      after: { min: 0, max: 0 },
      unrated: ["balancer", "instance pool b", "small"],
    },
  ]);
});

test("a machine has the name that its cloud gives it, also where the program's own stays", () => {
  const side = (type: string) =>
    plan({
      components: [template("small"), pool("a", 1, 2)],
      resources: [
        resource("toy:pool:Template", "web-template", { component: template("small").urn, inputs: { machine: type } }),
      ],
    });
  const rows = (before: string, after: string) => diff(side(before), side(after)).capacity.rows;
  const row = (of: string) => ({ what: "instance pool a", of, machine: "small" });
  expect([rows("t1", "t1"), rows("t1", "t2"), rows("t1", "[unknown]")]).toEqual([
    [{ ...row("t1"), before: { min: 1, max: 2 }, after: { min: 1, max: 2 } }],
    [
      { ...row("t1"), before: { min: 1, max: 2 } },
      { ...row("t2"), after: { min: 1, max: 2 } },
    ],
    [{ what: "instance pool a", of: "small", before: { min: 1, max: 2 }, after: { min: 1, max: 2 } }],
  ]);
  const rates = { currency: "EUR", hour: { t1: 1, small: 2 } };
  expect([
    diff(side("t1"), side("t1"), { rates }).capacity.money?.before,
    diff(side("t2"), side("t2"), { rates }).capacity.money?.before,
  ]).toEqual([
    { min: 730, max: 1460 },
    { min: 1460, max: 2920 },
  ]);
});
