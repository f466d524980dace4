import { expect, test } from "vitest";
import type { Schedule } from "../../src/spec/autoscaling-policy.js";
import type { InstancePoolSpec } from "../../src/spec/instance-pool.js";
import { reachOf, scheduleRules, zoneRemarks } from "../../src/spec/schedule-rules.js";

const at = { cron: "0 8 * * *", timeZone: "UTC" };
const pool = (schedules: Record<string, Partial<Schedule>>, size: object = { kind: "scaled", min: 1, max: 4 }) => {
  const whole = Object.entries(schedules).map(([name, one]) => [name, { ...at, ...one }]);
  return { size, autoscaling: { schedules: Object.fromEntries(whole) } } as unknown as InstancePoolSpec;
};
const path = "instancePool.autoscaling.schedules";

test("a schedule fits the bounds of its pool", () => {
  expect(scheduleRules(pool({ day: { size: 4 }, night: { size: 1 } }))).toEqual([]);
  expect(scheduleRules(pool({ day: { size: 9, max: 9 }, night: { size: 1, max: 4 } }))).toEqual([]);
  expect(scheduleRules(pool({ day: { size: 5 } }))).toEqual([
    { path: `${path}.day.size`, message: "5 is outside 1..4", instead: "a size within the bounds" },
  ]);
});

test("bounds that one schedule leaves meet those of the next", () => {
  expect(scheduleRules(pool({ day: { min: 3, max: 4 }, night: { min: 1, max: 2 } }))).toEqual([]);
  expect(scheduleRules(pool({ day: { min: 3 }, night: { max: 2 } }))).toEqual([
    { path: `${path}.day`, message: 'leaves 3 as the fewest and 2, of "night", as the most', instead: "min and max" },
    { path: `${path}.night`, message: 'leaves 3, of "day", as the fewest and 2 as the most', instead: "min and max" },
  ]);
  expect(scheduleRules(pool({ day: { size: 4 }, night: { min: 1, max: 2 } }))).toEqual([
    {
      path: `${path}.day.size`,
      message: '4 is outside 1..2, which "night" may have set',
      instead: "min and max too",
    },
  ]);
});

test("a pool reaches as far as its schedules let it", () => {
  expect(reachOf(pool({ day: { min: 3, max: 9 }, night: { min: 0, max: 2 } }))).toEqual({ min: 0, max: 9 });
  expect(reachOf(pool({}, { kind: "fixed", count: 3 }))).toEqual({ min: 3, max: 3 });
});

test("a zone whose sign is turned round is told in words", () => {
  const remarks = zoneRemarks(
    pool({ a: { timeZone: "Etc/GMT+9" }, b: { timeZone: "Etc/GMT-9" }, c: { timeZone: "Etc/GMT+0" }, d: {} }),
  );
  expect(remarks.map(({ path: where, message, fate }) => [where, message, fate])).toEqual([
    [`${path}.a.timeZone`, '"Etc/GMT+9" is 9 hours behind UTC: its sign is turned round', "note"],
    [`${path}.b.timeZone`, '"Etc/GMT-9" is 9 hours ahead of UTC: its sign is turned round', "note"],
  ]);
});
