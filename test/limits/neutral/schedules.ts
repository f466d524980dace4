import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { type Pair, pairs } from "./cases.js";

type Loose = Record<string, unknown>;

const day = { cron: "0 8 * * MON-FRI", timeZone: "UTC", size: 4 };
const night = { cron: "0 20 * * MON-FRI", timeZone: "UTC", size: 1 };
const good = { day, night };
const pool = (stack: Stack, schedules: unknown) =>
  stack.served({ size: { min: 1, max: 4 }, autoscaling: { schedules } });

const one = (path: string, text: string, args: Loose): Pair => [
  `day.${path}`,
  text,
  { day: { ...day, ...args } },
  good,
];
const cron = (text: string, value: string): Pair => one("cron", text, { cron: value });
const five = 'minute hour day-of-month month day-of-week, such as "0 9 * * MON-FRI"';
const minutes = "0..59, ranges as in 1-4, lists as in 1,3, steps as in */2";
const days = "1..31, ranges as in 2-5, lists as in 2,4, steps as in */2";
const weekdays = "0..6 or SUN..SAT, ranges as in 1-4, lists as in 1,3, steps as in */2";
const zone = (text: string, value: unknown): Pair => one("timeZone", text, { timeZone: value });
const noZone = 'is not an IANA time zone; instead: a name such as "Asia/Seoul" or "UTC"';
const doubtful = (part: string) =>
  `"${part}" beside days of the other kind is every day to some clouds and not to others; instead: "*" in one of the two, or a list of days in both`;

export const schedules: readonly Limit[] = [
  ...pairs("neutral Schedule", "instancePool.autoscaling.schedules", pool, [
    ["", "must be an object of names; got a list", [day] as unknown as Loose, good],
    ["", "needs at least one schedule", {}, good],
    [
      "",
      'name "1st" must begin with a letter and go on with letters, digits, - or _; instead: a name such as "api"',
      { "1st": day },
      { first: day },
    ],
    one("size", "-1 is below 0; instead: a number from 0 to 1000", { size: -1 }),
    one("size", "1001 is above 1000; instead: a number from 0 to 1000", { size: 1001 }),
    one("size", "5 is outside 1..4; instead: a size within the bounds", { size: 5 }),
    one("size", "0 is outside 1..4; instead: a size within the bounds", { size: 0 }),
    one("min", "must be a number; got text", { min: "1" }),
    one("min", "3 is more than max, 2; instead: at most 2", { size: undefined, min: 3, max: 2 }),
    one("hours", "is not an option here; instead: one of cron, max, min, size, timeZone", { hours: "8-20" }),
    ["day", "changes nothing; instead: size, min or max", { day: { ...day, size: undefined } }, good],
    [
      "day",
      "leaves 5 as the fewest and 4 as the most; instead: min and max",
      { day: { ...day, size: undefined, min: 5 } },
      good,
    ],
    [
      "day",
      "leaves 1 as the fewest and 0 as the most; instead: min and max",
      { day: { ...day, size: undefined, max: 0 } },
      good,
    ],
    [
      "day",
      'leaves 3 as the fewest and 2, of "night", as the most; instead: min and max',
      { day: { ...day, size: undefined, min: 3 }, night: { ...night, size: undefined, min: 1, max: 2 } },
      good,
    ],
    [
      "day.size",
      '4 is outside 1..2, which "night" may have set; instead: min and max too',
      { day, night: { ...night, max: 2 } },
      good,
    ],
    one("cron", "is required", { cron: undefined }),
    one("timeZone", "is required", { timeZone: undefined }),
    cron(`"" is not a cron expression of five fields; instead: ${five}`, ""),
    cron(`"0 0 8 * * MON" is not a cron expression of five fields; instead: ${five}`, "0 0 8 * * MON"),
    cron(`"@daily" is not a cron expression of five fields; instead: ${five}`, "@daily"),
    cron(`"60" is no minute; instead: ${minutes}`, "60 8 * * *"),
    cron(`"?" is no day of month; instead: ${days}`, "0 8 ? * *"),
    cron(`"L" is no day of month; instead: ${days}`, "0 8 L * *"),
    cron(`"15W" is no day of month; instead: ${days}`, "0 8 15W * *"),
    cron(`"5#2" is no day of week; instead: ${weekdays}`, "0 8 * * 5#2"),
    cron(`"8" is no day of week; instead: ${weekdays}`, "0 8 * * 8"),
    cron(`"MONDAY" is no day of week; instead: ${weekdays}`, "0 8 * * MONDAY"),
    cron('"FRI-MON" runs backwards; instead: "FRI-SAT,SUN-MON"', "0 8 * * FRI-MON"),
    cron('"22-2" runs backwards; instead: "22-23,0-2"', "0 22-2 * * *"),
    cron('"*/0" has a step that leaves its range; instead: 1 to 59', "*/0 8 * * *"),
    cron('"*/60" has a step that leaves its range; instead: 1 to 59', "*/60 8 * * *"),
    cron('"5/15" is a step without a range; instead: "5-59/15"', "5/15 8 * * *"),
    cron('"*" stands in a list; instead: "*" alone, or a range', "0 8,* * * *"),
    cron(doubtful("*/2"), "0 8 */2 * MON"),
    cron(doubtful("0-6"), "0 8 1 * 0-7"),
    cron(`"0 8 30 2 *" never fires: no month has that day; instead: ${five}`, "0 8 30 2 *"),
    zone(`"KST" ${noZone}`, "KST"),
    zone(`"+09:00" ${noZone}`, "+09:00"),
    zone('"PST" is the short form of several time zones; instead: a name such as "Asia/Seoul" or "UTC"', "PST"),
    zone('"asia/seoul" is not how the time zone is written; instead: "Asia/Seoul"', "asia/seoul"),
    zone("must be text; got a number; instead: text in quotes", 9),
    [
      "night.cron",
      'fires together with "day", which asks for another size, for example at 2026-01-01T08:00Z; instead: times that never meet',
      { day, night: { ...night, cron: "0 17 * * *", timeZone: "Asia/Seoul" } },
      { day, night: { ...night, cron: "0 18 * * *", timeZone: "Asia/Seoul" } },
    ],
  ]),
];
