import { Cron } from "croner";
import fc from "fast-check";
import { expect, test } from "vitest";
import { meeting } from "../../src/spec/meeting.js";

const from = new Date(Date.UTC(2026, 0, 1));
const at = (a: string, zoneOfA: string, b: string, zoneOfB: string) =>
  meeting({ cron: a, timeZone: zoneOfA }, { cron: b, timeZone: zoneOfB }, from)?.toISOString();

test.each([
  ["* * * * *", "UTC", "* * * * *", "UTC", "2026-01-01T00:00:00.000Z"],
  ["0 8 * * *", "UTC", "0 20 * * *", "UTC", undefined],
  ["0 8 * * *", "UTC", "0 17 * * *", "Asia/Seoul", "2026-01-01T08:00:00.000Z"],
  ["0 0 29 2 *", "UTC", "0 0 29 2 *", "UTC", "2028-02-29T00:00:00.000Z"],
  ["0 0 29 2 *", "UTC", "0 0 * * MON", "UTC", "2044-02-29T00:00:00.000Z"],
  ["0 0 1 1 *", "Pacific/Kiritimati", "0 23 30 12 *", "Pacific/Pago_Pago", "2026-12-31T10:00:00.000Z"],
  ["30 1 * * *", "America/New_York", "30 5 * * *", "UTC", "2026-03-09T05:30:00.000Z"],
  ["30 2 * * *", "America/New_York", "30 3 * * *", "America/New_York", undefined],
  ["0 9 * * MON-FRI", "Asia/Seoul", "0 9 * * SAT,SUN", "Asia/Seoul", undefined],
  ["0 0 13 * FRI", "UTC", "0 0 * * SUN", "UTC", "2026-09-13T00:00:00.000Z"],
])("%j in %s and %j in %s first fire together at %s", (a, zoneOfA, b, zoneOfB, expected) => {
  expect(at(a, zoneOfA, b, zoneOfB)).toBe(expected);
});

test("schedules that keep passing each other are told apart in less than a second", () => {
  const start = performance.now();
  expect(at("*/2 * * * *", "America/New_York", "1-59/2 * * * *", "Europe/London")).toBe(undefined);
  expect(performance.now() - start).toBeLessThan(1000);
});

const zones = fc.constantFrom("UTC", "Asia/Seoul", "Asia/Kathmandu", "America/New_York", "Europe/London");
const times = fc
  .tuple(
    fc.constantFrom("0", "15", "*/20", "45"),
    fc.integer({ min: 0, max: 23 }),
    fc.constantFrom("*", "1", "15"),
    fc.constantFrom("*", "MON", "6"),
  )
  .map(([minute, hour, day, week]) => `${minute} ${hour} ${day} * ${week}`);

test("the first moment is the first that both lists of times hold", () => {
  fc.assert(
    fc.property(times, zones, times, zones, (a, zoneOfA, b, zoneOfB) => {
      const end = Date.UTC(2027, 0, 1);
      const [mine, theirs] = [runs(a, zoneOfA, end), new Set(runs(b, zoneOfB, end))];
      const found = meeting({ cron: a, timeZone: zoneOfA }, { cron: b, timeZone: zoneOfB }, from)?.getTime();
      expect(found !== undefined && found < end ? found : undefined).toBe(mine.find((time) => theirs.has(time)));
    }),
    { numRuns: 25, seed: 3 },
  );
});

function runs(cron: string, timezone: string, end: number): number[] {
  const all = new Cron(cron, { timezone });
  const found: number[] = [];
  for (let next = all.nextRun(new Date(from.getTime() - 1)); next && next.getTime() < end; next = all.nextRun(next)) {
    if (!isSkipped(cron, timezone, next)) found.push(next.getTime());
  }
  return found;
}

/** The library moves times that a clock skips; they do not exist here. */
function isSkipped(cron: string, timeZone: string, moment: Date): boolean {
  const hour = new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(moment);
  return Number(hour) !== Number(cron.split(" ")[1]);
}
