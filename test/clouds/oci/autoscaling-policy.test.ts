import { expect, test } from "vitest";
import { argsOf, compartmentId, made, notesOf, poolIn, refusalsOf, stackOn } from "./plans.js";

const thresholds = { metric: "cpu", scaleOut: { above: 40, add: 1 }, scaleIn: { below: 20, remove: 1 } };
const size = { min: 1, max: 2, initial: 1 };

function scaled(autoscaling: object, extra: object = {}, settings: object = {}) {
  return poolIn(stackOn(settings), { size, autoscaling, ...extra });
}

function metric(metricType: string, operator: string, value: number, pendingDuration = "PT3M") {
  return { metricSource: "COMPUTE_AGENT", metricType, pendingDuration, threshold: { operator, value } };
}

test("thresholds are one policy with two rules, and the size belongs to it", () => {
  const pool = scaled(thresholds);
  expect(made(pool).autoscaling).toEqual({
    type: "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration",
    args: {
      compartmentId,
      displayName: "web-autoscaling",
      isEnabled: true,
      coolDownInSeconds: 300,
      autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
      policies: [
        {
          policyType: "threshold",
          displayName: "web-cpu",
          isEnabled: true,
          capacity: { initial: 1, max: 2, min: 1 },
          rules: [
            {
              displayName: "scale-out",
              action: { type: "CHANGE_COUNT_BY", value: 1 },
              metric: metric("CPU_UTILIZATION", "GT", 40),
            },
            {
              displayName: "scale-in",
              action: { type: "CHANGE_COUNT_BY", value: -1 },
              metric: metric("CPU_UTILIZATION", "LT", 20),
            },
          ],
        },
      ],
    },
    options: { deleteBeforeReplace: true },
  });
  expect(made(pool).pool).toMatchObject({ args: { size: 1 }, options: { ignoreChanges: ["size"] } });
  expect(notesOf(pool)).toContain(
    "near:instancePool.autoscaling.metric.cpu: a change of thresholds replaces the configuration, and the pool goes back to its initial size",
  );
});

test("without a threshold for fewer instances the rule that a policy must have for it never holds", () => {
  const pool = scaled({ metric: "memory", scaleOut: { above: 80, add: 2 } }, { size: { min: 2, max: 9 } });
  expect((argsOf(pool, "autoscaling") as { policies: unknown }).policies).toEqual([
    {
      policyType: "threshold",
      displayName: "web-memory",
      isEnabled: true,
      capacity: { initial: 2, max: 9, min: 2 },
      rules: [
        {
          displayName: "scale-out",
          action: { type: "CHANGE_COUNT_BY", value: 2 },
          metric: metric("MEMORY_UTILIZATION", "GT", 80),
        },
        {
          displayName: "scale-in",
          action: { type: "CHANGE_COUNT_BY", value: -1 },
          metric: metric("MEMORY_UTILIZATION", "LT", 0),
        },
      ],
    },
  ]);
  expect(notesOf(pool)).toContain(
    "note:instancePool.autoscaling.scaleIn: instances are never removed: the rule for fewer, which a policy must have, holds below 0 percent",
  );
  expect(notesOf(scaled(thresholds)).filter((note) => note.includes("never"))).toEqual([]);
});

test.each([
  { target: 60, min: 1, below: 30 },
  { target: 60, min: 2, below: 40 },
  { target: 50, min: 3, below: 35 },
  { target: 55, min: 9, below: 38 },
  { target: 2, min: 1, below: 1 },
])("a target of $target from $min instances on becomes thresholds of $target and $below", ({ target, min, below }) => {
  const pool = scaled({ metric: "cpu", target }, { size: { min, max: 20 } });
  expect(argsOf(pool, "autoscaling")).toMatchObject({
    policies: [
      {
        rules: [
          { action: { value: 1 }, metric: metric("CPU_UTILIZATION", "GT", target) },
          { action: { value: -1 }, metric: metric("CPU_UTILIZATION", "LT", below) },
        ],
      },
    ],
  });
  expect(notesOf(pool).filter((note) => note.includes("target"))).toEqual([
    "emulated:instancePool.autoscaling.target: one instance more above it, and one fewer below half of it; from 2 fewest instances on below two thirds of it, from 3 on below seven tenths",
  ]);
});

test("a target that only grows has a rule for fewer instances that never holds", () => {
  const pool = scaled({ metric: "cpu", target: 60, growOnly: true });
  const [policy] = (argsOf(pool, "autoscaling") as { policies: { rules: unknown[] }[] }).policies;
  expect(policy?.rules).toEqual([
    {
      displayName: "scale-out",
      action: { type: "CHANGE_COUNT_BY", value: 1 },
      metric: metric("CPU_UTILIZATION", "GT", 60),
    },
    {
      displayName: "scale-in",
      action: { type: "CHANGE_COUNT_BY", value: -1 },
      metric: metric("CPU_UTILIZATION", "LT", 0),
    },
  ]);
  expect(notesOf(pool)).toContain(
    "emulated:instancePool.autoscaling.growOnly: the rule for fewer instances, which a policy must have, never holds: below 0 percent",
  );
});

test("times that OCI does not have become the next longer ones, each said", () => {
  const pool = scaled({ ...thresholds, sustain: { out: 60, in: 200 }, cooldown: { out: 60, in: 600 } });
  expect(argsOf(pool, "autoscaling")).toMatchObject({
    coolDownInSeconds: 600,
    policies: [{ rules: [{ metric: { pendingDuration: "PT3M" } }, { metric: { pendingDuration: "PT4M" } }] }],
  });
  const changed = [
    "near:instancePool.autoscaling.sustain.out: 60 s becomes 180 s, the least here: instances are added up to 120 s later",
    "near:instancePool.autoscaling.sustain.in: 200 s becomes 240 s, whole minutes: instances are removed up to 40 s later",
    "near:instancePool.autoscaling.cooldown.out: 60 s becomes 600 s, the longer of the two, which is for both: instances are added up to 540 s later",
  ];
  expect(notesOf(pool).filter((note) => /sustain|cooldown/.test(note))).toEqual(changed);
  const short = scaled({ ...thresholds, cooldown: { in: 60 } });
  expect(notesOf(short)).toContain(
    "near:instancePool.autoscaling.cooldown.in: 60 s becomes 300 s, the least here: instances are removed up to 240 s later",
  );
  const same = scaled({ ...thresholds, sustain: 180, cooldown: 300 });
  expect(notesOf(same).filter((note) => /sustain|cooldown/.test(note))).toEqual([]);
});

test("times of a direction that never comes bind nothing and are not told", () => {
  const timing = { sustain: { out: 180, in: 200 }, cooldown: { out: 300, in: 600 } };
  for (const rule of [{ scaleOut: thresholds.scaleOut }, { target: 60, growOnly: true }]) {
    const pool = scaled({ metric: "cpu", ...rule, ...timing });
    expect(argsOf(pool, "autoscaling")).toMatchObject({
      coolDownInSeconds: 300,
      policies: [{ rules: [{ metric: { pendingDuration: "PT3M" } }, { metric: { pendingDuration: "PT3M" } }] }],
    });
    expect(notesOf(pool).filter((note) => /sustain|cooldown/.test(note))).toEqual([]);
  }
});

test("where all must be exact, a time that would change is refused", () => {
  const autoscaling = { ...thresholds, cooldown: { in: 60 } };
  const refused = refusalsOf(() => scaled(autoscaling, { rollout: { instances: "kept" } }, { fidelity: "exact" }));
  expect(refused).toContain(
    "instancePool.autoscaling.cooldown.in: 60 s becomes 300 s, the least here: instances are removed up to 240 s later, and the settings ask for exact fidelity; instead: a value that is native here",
  );
});

test("schedules are policies of their own in UTC, in the order of their names", () => {
  const schedules = {
    night: { cron: "0 22 * * *", timeZone: "UTC", size: 1 },
    morning: { cron: "0 8 * * MON-FRI", timeZone: "Asia/Seoul", size: 2 },
    audit: { cron: "0 12 1 * MON", timeZone: "UTC", size: 2 },
  };
  const pool = scaled({ schedules });
  const capacity = (count: number) => ({ initial: count, max: count, min: count });
  const policy = (displayName: string, expression: string, count: number) => ({
    policyType: "scheduled",
    displayName,
    isEnabled: true,
    capacity: capacity(count),
    executionSchedule: { type: "cron", expression, timezone: "UTC" },
  });
  expect(argsOf(pool, "autoscaling")).toEqual({
    compartmentId,
    displayName: "web-autoscaling",
    isEnabled: true,
    autoScalingResources: { id: { ref: "pool.id" }, type: "instancePool" },
    policies: [
      policy("audit-1", "0 0 12 1 * ?", 2),
      policy("audit-2", "0 0 12 ? * MON", 2),
      policy("morning", "0 0 23 ? * SUN-THU", 2),
      policy("night", "0 0 22 * * ?", 1),
    ],
  });
  expect(notesOf(pool).filter((note) => note.includes("schedules"))).toEqual([
    'note:instancePool.autoscaling.schedules.cron: "0 12 1 * MON" in UTC becomes 2 expressions in UTC',
  ]);
});

test("an expression with years says so", () => {
  const schedules = { spring: { cron: "0 8 * 3 MON", timeZone: "Asia/Seoul", size: 2 } };
  expect(notesOf(scaled({ schedules })).filter((note) => note.includes("schedules"))).toEqual([
    'note:instancePool.autoscaling.schedules.cron: "0 8 * 3 MON" in Asia/Seoul becomes 3 expressions in UTC',
    "note:instancePool.autoscaling.schedules.cron.years: names the years up to 2099: no single expression holds a day of the week together with the end of a month",
  ]);
});
