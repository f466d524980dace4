import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diff } from "../../src/diff/model.js";
import { diffSchema } from "../../src/diff/schema.js";
import type { Plan } from "../../src/plan/model.js";
import { renderJson } from "../../src/plan/render-json.js";
import { plans } from "./arbitrary.js";
import { diff } from "./harness.js";

const any = plans({ aliases: true });
const plain = plans({ aliases: false });
const runs = { numRuns: 300 };

test("a plan does not differ from itself", () => {
  fc.assert(
    fc.property(any, (one) => {
      const { verdict, counts, risks, rights, resources, outputs, advice, components, exposure, notes, topology } =
        diff(one, one);
      const { same, ...operations } = counts;
      const statuses = [...components, ...exposure, ...notes, ...topology.nodes, ...topology.edges].map(
        ({ status }) => status,
      );
      expect([
        verdict,
        Object.values(operations),
        same,
        [...new Set(statuses)].filter((status) => status !== "same"),
      ]).toEqual([
        { state: "none", worst: "none", exposure: "same", degraded: 0 },
        [0, 0, 0, 0, 0],
        one.resources.filter(({ kind }) => kind === "resource").length,
        [],
      ]);
      expect([risks, rights, resources, outputs, advice]).toEqual([[], [], [], [], []]);
    }),
    runs,
  );
});

function comes({ components, exposure, notes, rights, resources }: Diff, status: "added" | "removed"): string[] {
  const operation = status === "added" ? "create" : "delete";
  return [
    ...components.filter((one) => one.status === status).map(({ urn }) => urn),
    ...exposure.filter((one) => one.status === status).map(({ way }) => JSON.stringify(way)),
    ...notes.filter((one) => one.status === status).map(({ status: _, ...note }) => JSON.stringify(note)),
    ...rights.filter((one) => one.status === status).map(({ component, right }) => `${component} ${right}`),
    ...resources.filter((one) => one.operation === operation).map(({ urn }) => urn),
  ].sort();
}

test("what one way adds, the other way removes", () => {
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      const there = diff(a, b);
      const back = diff(b, a);
      expect([comes(there, "added"), comes(there, "removed")]).toEqual([comes(back, "removed"), comes(back, "added")]);
    }),
    runs,
  );
});

test("every native resource is counted once", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const { create, update, replace, delete: gone, move, same } = diff(a, b).counts;
      const natives = ({ resources }: Plan) => resources.filter(({ kind }) => kind === "resource").length;
      expect([create + update + replace + move + same, gone + update + replace + move + same]).toEqual([
        natives(b),
        natives(a),
      ]);
    }),
    runs,
  );
});

test("a diff is what its schema says, and shows no fingerprint of a secret", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const text = JSON.stringify(diff(a, b, { rates: { currency: "EUR", hour: { balancer: 1 } } }));
      expect(text).not.toContain("[secret ");
      expect(diffSchema.safeParse(JSON.parse(text)).error).toBe(undefined);
    }),
    runs,
  );
});

/** The same in another order. */
function reordered({ components, resources, notes, exposure, ...rest }: Plan): Plan {
  return {
    ...rest,
    components: components.toReversed().map((one) => ({ ...one, customised: one.customised.toReversed() })),
    resources: resources.toReversed().map((one) => ({
      ...one,
      inputs: Object.fromEntries(Object.entries(one.inputs).reverse()),
      propertyDependencies: Object.fromEntries(
        Object.entries(one.propertyDependencies).map(([key, urns]) => [key, urns.toReversed()]),
      ),
    })),
    notes: notes.toReversed(),
    exposure: exposure.toReversed().map((one) => ({ ...one, by: one.by.toReversed() })),
  };
}

test("the order of a plan's lists does not show", () => {
  fc.assert(
    fc.property(any, any, (a, b) => {
      const bytes = (base: Plan, head: Plan) => renderJson(diff(base, head) as unknown as Plan);
      expect(bytes(reordered(a), reordered(b))).toBe(bytes(a, b));
    }),
    runs,
  );
});
