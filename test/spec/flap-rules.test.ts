import fc from "fast-check";
import { expect, test } from "vitest";
import { calmBelow, flapRules, overshootRemarks } from "../../src/spec/flap-rules.js";
import type { InstancePoolSpec } from "../../src/spec/instance-pool.js";

interface Case {
  readonly min: number;
  readonly max: number;
  readonly above: number;
  readonly add: number;
  readonly below: number;
  readonly remove: number;
}

const pool = ({ min, max, above, add, below, remove }: Case): InstancePoolSpec =>
  ({
    size: { kind: "scaled", min, max },
    autoscaling: { metric: "cpu", scaleOut: { above, add }, scaleIn: { below, remove } },
  }) as unknown as InstancePoolSpec;

const isSafe = (one: Case) => flapRules(pool(one)).length === 0;
const isGentle = (one: Case) => overshootRemarks(pool(one)).length === 0;

const usual = { min: 1, max: 4, above: 60, add: 1, below: 20, remove: 1 };

test.each([
  ["a margin of nothing", { ...usual, max: 2, above: 40, below: 20 }],
  ["a margin of nothing in fractions that are not exact", { ...usual, above: 0.3, add: 2, below: 0.1 }],
  ["the fewest are the most", { ...usual, min: 4, below: 59 }],
  ["more are added than there is room for", { ...usual, min: 3, add: 100, below: 45 }],
])("%s is safe", (_, one) => {
  expect(flapRules(pool(one))).toEqual([]);
});

test("what flaps is told with the numbers of the first step", () => {
  expect(flapRules(pool({ ...usual, above: 80, below: 50 }))).toEqual([
    {
      path: "instancePool.autoscaling.scaleIn.below",
      message: "50 makes the pool flap: a load just above 80 on 1 is 40 on 2, where instances are removed again",
      instead: "a number of at most 40",
    },
  ]);
});

test("a schedule that lowers the fewest counts", () => {
  const spec = pool({ ...usual, min: 2, below: 40 });
  const schedules = { night: { cron: "0 0 * * *", timeZone: "UTC", min: 1 } };
  const widened = { ...spec, autoscaling: { ...spec.autoscaling, schedules } };
  expect(flapRules(spec)).toEqual([]);
  expect(flapRules(widened).map(({ instead }) => instead)).toEqual(["a number of at most 30"]);
});

test("removing so many that the rest is overloaded is a remark", () => {
  expect(overshootRemarks(pool({ ...usual, remove: 3 }))).toEqual([
    {
      id: "instancePool.autoscaling.scaleIn.remove",
      path: "instancePool.autoscaling.scaleIn.remove",
      message: "a load just below 20 on 4 is up to 80 on 1, where instances are added again",
    },
  ]);
  expect(overshootRemarks(pool({ ...usual, remove: 2 }))).toEqual([]);
});

const cases = fc
  .record({
    min: fc.integer({ min: 0, max: 6 }),
    room: fc.integer({ min: 0, max: 8 }),
    above: fc.integer({ min: 2, max: 99 }),
    add: fc.integer({ min: 1, max: 10 }),
    share: fc.integer({ min: 1, max: 99 }),
    remove: fc.integer({ min: 1, max: 10 }),
  })
  .map(
    ({ min, room, above, share, ...rest }): Case => ({
      ...rest,
      min,
      max: Math.max(1, min + room),
      above,
      below: (above * share) / 100,
    }),
  );

/** Loads around every threshold of every size. */
function loadsOf({ min, max, above, below }: Case): number[] {
  const sizes = Array.from({ length: max - Math.max(1, min) + 1 }, (_, index) => Math.max(1, min) + index);
  return sizes.flatMap((n) => [above * n + 1e-6, above * n - 1e-6, below * n - 1e-6, below * n + 1e-6]);
}

/** The size after one evaluation of a load that stays the same. */
function step({ min, max, above, add, below, remove }: Case, size: number, load: number): number {
  const mean = load / size;
  if (mean > above) return Math.min(max, size + add);
  return mean < below ? Math.max(Math.max(1, min), size - remove) : size;
}

/** Whether instances that were just added are removed again, under any load and from any size. */
function takesBack(one: Case, direction: "added" | "removed"): boolean {
  const least = Math.max(1, one.min);
  return loadsOf(one).some((load) => {
    for (let size = least; size <= one.max; size++) {
      const next = step(one, size, load);
      const after = step(one, next, load);
      if (direction === "added" ? next > size && after < next : next < size && after > next) return true;
    }
    return false;
  });
}

test("the rule refuses exactly what a simulation sees taken back", () => {
  fc.assert(
    fc.property(cases, (one) => {
      expect(isSafe(one)).toBe(!takesBack(one, "added"));
      expect(isGentle(one)).toBe(!takesBack(one, "removed"));
    }),
    { numRuns: 3000, seed: 11 },
  );
});

test("what the rule lets pass comes to rest under every steady load", () => {
  fc.assert(
    fc.property(cases, (one) => {
      fc.pre(isSafe(one));
      for (const load of loadsOf(one)) {
        let size = one.max;
        for (let round = 0; round < 40; round++) size = step(one, size, load);
        expect(step(one, size, load)).toBe(size);
      }
    }),
    { numRuns: 500, seed: 5 },
  );
});

test("what is told to write instead is safe, and a little more is not", () => {
  fc.assert(
    fc.property(cases, (one) => {
      const least = Math.max(1, one.min);
      const added = Math.min(one.add, one.max - least);
      fc.pre(added > 0);
      const below = calmBelow({ above: one.above, add: added }, least);
      expect(isSafe({ ...one, below })).toBe(true);
      expect(isSafe({ ...one, below: below + 0.02 })).toBe(false);
    }),
    { numRuns: 500, seed: 2 },
  );
});

test("thresholds far below one keep three digits", () => {
  expect(calmBelow({ above: 0.5, add: 100 }, 1)).toBe(0.00495);
  expect(calmBelow({ above: 40, add: 1 }, 1)).toBe(20);
  expect(calmBelow({ above: 70, add: 2 }, 1)).toBe(23.33);
});
