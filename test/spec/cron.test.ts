import { Cron } from "croner";
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseFields } from "../../src/core/parse.js";
import { cron, numbersOf, readCron } from "../../src/spec/cron.js";

function read(text: unknown): string {
  const { value, issues } = parseFields({ cron }, { cron: text }, "schedule", "Schedule");
  return issues.map(({ message, instead }) => `${message}; instead: ${instead}`).join(" / ") || String(value.cron);
}

test.each([
  ["0 9 * * MON-FRI", "0 9 * * MON-FRI"],
  [" 0\t9  * * mon-fri ", "0 9 * * MON-FRI"],
  ["*/15 8-20/4 1,15 JAN,jul *", "*/15 8-20/4 1,15 JAN,JUL *"],
  ["0 0 29 2 *", "0 0 29 2 *"],
  ["0 0 * * 7", "0 0 * * 0"],
  ["0 0 * * 07", "0 0 * * 0"],
  ["0 0 * * 7-7", "0 0 * * 0"],
  ["0 0 * * 0-7", "0 0 * * 0-6"],
  ["0 0 * * 5-7", "0 0 * * 0,5-6"],
  ["0 0 * * 6-7", "0 0 * * 0,6"],
  ["0 0 * * 1-7/2", "0 0 * * 0,1,3,5"],
  ["0 0 * * FRI-SUN", "0 0 * * SUN,FRI-SAT"],
  ["0 0 * * SAT-SUN", "0 0 * * SUN,SAT"],
  ["0 0 * * SUN-MON", "0 0 * * SUN-MON"],
  ["0 0 * * SUN-SUN", "0 0 * * SUN"],
  ["0 0 1 * 7", "0 0 1 * 0"],
])("%j is read as %j", (text, expected) => {
  expect(read(text)).toBe(expected);
});

const example = 'instead: minute hour day-of-month month day-of-week, such as "0 9 * * MON-FRI"';

test.each([
  ["0 9 * *", `"0 9 * *" is not a cron expression of five fields; ${example}`],
  ["@hourly", `"@hourly" is not a cron expression of five fields; ${example}`],
  ["0 0 * * 7-1", '"7-1" runs backwards; instead: "0-1"'],
  ["0 0 * NOV-FEB *", '"NOV-FEB" runs backwards; instead: "NOV-DEC,JAN-FEB"'],
  ["5-1 * * * *", '"5-1" runs backwards; instead: "5-59,0-1"'],
  ["2-5/9 * * * *", '"2-5/9" has a step that leaves its range; instead: 1 to 3'],
  ["3-3/1 * * * *", '"3-3/1" has a step that leaves its range; instead: no step'],
  ["0 0 31 2,4,6,9,11 *", `"0 0 31 2,4,6,9,11 *" never fires: no month has that day; ${example}`],
  [
    "60 24 * * *",
    '"60" is no minute; instead: 0..59, ranges as in 1-4, lists as in 1,3, steps as in */2 / ' +
      '"24" is no hour; instead: 0..23, ranges as in 1-4, lists as in 1,3, steps as in */2',
  ],
])("%j is refused", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  "0 0 L * *",
  "0 0 1L * *",
  "0 0 LW * *",
  "0 0 15W * *",
  "0 0 * * 5L",
  "0 0 * * 5#2",
  "0 0 ? * ?",
  "0 0 * * +1",
  "0 0 * * sunmon",
  "0 0 * janfeb *",
  "0 0 * * MONDAY",
  "1,,2 * * * *",
  "1, * * * *",
  "/5 * * * *",
  "5/15 * * * *",
  "*-5 * * * *",
  "1-2-3 * * * *",
  "*/5/2 * * * *",
  "1.5 * * * *",
  "-1 * * * *",
  "웹 * * * *",
  "0 0 * * 5-7/0",
  "0 0 * * 8",
  "0 0 0 * *",
  "0 0 * 13 *",
])("%j, which is no POSIX or has a value outside its field, is refused in one issue", (text) => {
  const { issues } = parseFields({ cron }, { cron: text }, "schedule", "Schedule");
  expect([...new Set(issues.map(({ path }) => path))]).toEqual(["schedule.cron"]);
  expect(issues.every(({ instead }) => instead !== undefined)).toBe(true);
});

test("a field's numbers come in their order, each once", () => {
  expect(numbersOf("5,1-3,2", 59)).toEqual([1, 2, 3, 5]);
  expect(numbersOf("*/20", 59)).toEqual([0, 20, 40]);
  expect(numbersOf("*/10", 31, 1)).toEqual([1, 11, 21, 31]);
});

test("an expression is sets of numbers", () => {
  expect(readCron("*/30 9 1 JAN MON,5")).toEqual({
    minutes: new Set([0, 30]),
    hours: new Set([9]),
    days: new Set([1]),
    months: new Set([1]),
    weekdays: new Set([1, 5]),
    either: true,
  });
});

const part = (first: number, last: number) =>
  fc.oneof(
    fc.constant("*"),
    fc.integer({ min: first, max: last }).map(String),
    fc.tuple(fc.integer({ min: first, max: last }), fc.integer({ min: first, max: last })).map(([a, b]) => `${a}-${b}`),
    fc.integer({ min: 0, max: last }).map((step) => `*/${step}`),
    fc.array(fc.integer({ min: first, max: last }), { minLength: 2, maxLength: 3 }).map(String),
  );
const expressions = fc
  .tuple(part(0, 59), part(0, 23), part(1, 31), part(1, 12), part(0, 7))
  .map((all) => all.join(" "));

test("whatever is taken fires when croner says so, and reading it again changes nothing", () => {
  const start = Date.UTC(2026, 1, 25);
  fc.assert(
    fc.property(expressions, (text) => {
      const { value, issues } = parseFields({ cron }, { cron: text }, "schedule", "Schedule");
      if (issues.length > 0) return;
      const plain = value.cron as string;
      expect(read(plain)).toBe(plain);
      const theirs = new Cron(text, { timezone: "UTC" }).nextRuns(5, new Date(start - 1)).map((at) => at.getTime());
      expect(theirs.every((at) => fires(plain, at))).toBe(true);
      expect(firstAfter(plain, start)).toBe(theirs[0]);
    }),
    { numRuns: 300, seed: 7 },
  );
});

const minute = 60_000;

function fires(text: string, at: number): boolean {
  const { minutes, hours, days, months, weekdays, either } = readCron(text);
  const date = new Date(at);
  const [ofMonth, ofWeek] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
  const onDay = either ? ofMonth || ofWeek : ofMonth && ofWeek;
  return (
    minutes.has(date.getUTCMinutes()) && hours.has(date.getUTCHours()) && months.has(date.getUTCMonth() + 1) && onDay
  );
}

function firstAfter(text: string, start: number): number {
  const { hours, minutes } = readCron(text);
  const [first = 0] = [...hours].sort((a, b) => a - b);
  const [within = 0] = [...minutes].sort((a, b) => a - b);
  for (let at = start + (first * 60 + within) * minute; ; at += 24 * 60 * minute) if (fires(text, at)) return at;
}
