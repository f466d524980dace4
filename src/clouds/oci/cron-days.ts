// Which days an expression names in UTC, where its times fall on the day before or after the local one. Days of months meet ends of
// months of 28 to 31 days, so years come in two kinds; days of the week meet them only where months are named as well.
import { monthsText, runsText, weekdaysText } from "./cron-text.js";

/** The date fields of a Quartz expression. */
export interface DateRule {
  readonly day: string;
  readonly month: string;
  readonly weekday: string;
  readonly year?: string;
}

export const anyDay = range(1, 31);
const allMonths = range(1, 12);
/** Where the years must be listed, they are listed to the last one that Quartz promises. */
const allYears = range(2024, 2099);
const leapYears = "2024-2096/4";
const commonYears = "2025-2099/4,2026-2099/4,2027-2099/4";

/** Days of the months in which local days fall when their times move by `shift` days. */
export function monthDays(days: readonly number[], months: readonly number[], shift: number): DateRule[] {
  if (shift === 0) return [dayRule(days, 31, months)];
  const common = shiftedDays(2026, days, months, shift);
  const leap = shiftedDays(2028, days, months, shift);
  const plain = covered(common, leap);
  const ending = coveredWithEnds(common, leap);
  return ending.length < plain.length ? ending : plain;
}

/** Days of the week likewise; at the ends of the months the years decide, for a day of both kinds has no expression. */
export function weekdaysOf(weekdays: readonly number[], months: readonly number[], shift: number): DateRule[] {
  const moved = weekdays.map((weekday) => (weekday + shift + 7) % 7).sort();
  if (shift === 0 || months.length === 12) return [weekdayRule(moved, months)];
  const neighbours = (month: number) => months.includes(((month - 1 - shift + 12) % 12) + 1);
  const free = months.filter(neighbours);
  const cut = months.filter((month) => !neighbours(month));
  const added = allMonths.filter((month) => !months.includes(month) && neighbours(month));
  return [
    ...(free.length > 0 ? [weekdayRule(moved, free)] : []),
    ...cut.flatMap((month) => withoutBoundary(moved, month, shift)),
    ...boundaries(moved, added, shift),
  ];
}

type Calendar = ReadonlyMap<number, ReadonlySet<number>>;

function shiftedDays(year: number, days: readonly number[], months: readonly number[], shift: number): Calendar {
  const found = new Map(allMonths.map((month) => [month, new Set<number>()]));
  for (const month of months) {
    for (const day of days.filter((one) => one <= lengthOf(month, year))) {
      const date = new Date(Date.UTC(year, month - 1, day + shift));
      found.get(date.getUTCMonth() + 1)?.add(date.getUTCDate());
    }
  }
  return found;
}

/** Rules for all years, for common ones and for leap ones. */
function covered(common: Calendar, leap: Calendar): DateRule[] {
  const both = allMonths.map((month): [number, Set<number>] => {
    const inBoth = (day: number) => common.get(month)?.has(day) === true || (month === 2 && day === 29);
    return [month, new Set([...(leap.get(month) ?? [])].filter(inBoth))];
  });
  const rest = (calendar: Calendar) =>
    both.map(([month, known]): [number, Set<number>] => [
      month,
      new Set([...(calendar.get(month) ?? [])].filter((day) => !known.has(day))),
    ]);
  return [
    ...rulesOf(both),
    ...rulesOf(rest(common)).map((rule) => ({ ...rule, year: commonYears })),
    ...rulesOf(rest(leap)).map((rule) => ({ ...rule, year: leapYears })),
  ];
}

/** The same with the last days of months in a rule of their own. */
function coveredWithEnds(common: Calendar, leap: Calendar): DateRule[] {
  const ends = allMonths.filter(
    (month) => common.get(month)?.has(lengthOf(month, 2026)) && leap.get(month)?.has(lengthOf(month, 2028)),
  );
  const before = (calendar: Calendar, year: number): Calendar =>
    new Map(
      [...calendar].map(([month, days]) => [
        month,
        new Set([...days].filter((day) => !ends.includes(month) || day !== lengthOf(month, year))),
      ]),
    );
  return [{ day: "L", month: monthsText(ends), weekday: "?" }, ...covered(before(common, 2026), before(leap, 2028))];
}

/** Months whose days are the same, together; days that a month does not have do no harm there. */
function rulesOf(calendar: readonly (readonly [number, ReadonlySet<number>])[]): DateRule[] {
  const groups: { days: number[]; length: number; months: number[] }[] = [];
  const longestFirst = calendar
    .filter(([, days]) => days.size > 0)
    .sort(([a], [b]) => longest(b) - longest(a) || a - b);
  for (const [month, set] of longestFirst) {
    const days = [...set].sort((a, b) => a - b);
    const fits = groups.find((group) => group.days.filter((day) => day <= longest(month)).join() === days.join());
    if (fits) fits.months.push(month);
    else groups.push({ days, length: longest(month), months: [month] });
  }
  return groups.map(({ days, length, months }) =>
    dayRule(
      days,
      length,
      [...months].sort((a, b) => a - b),
    ),
  );
}

function dayRule(days: readonly number[], length: number, months: readonly number[]): DateRule {
  return { day: days.length === length ? "*" : runsText(days), month: monthsText(months), weekday: "?" };
}

function weekdayRule(weekdays: readonly number[], months: readonly number[]): DateRule {
  return { day: "?", month: monthsText(months), weekday: weekdaysText(weekdays) };
}

/** The day of a month that its neighbour's days move to: the last one, or the first. */
function boundaryOf(month: number, year: number, shift: number): number {
  return shift < 0 ? lengthOf(month, year) : 1;
}

/** A month whose boundary belongs to a neighbour that is not meant. */
function withoutBoundary(weekdays: readonly number[], month: number, shift: number): DateRule[] {
  const isMeant = (year: number, day: number) => weekdays.includes(weekdayAt(year, month, day));
  const clear = allYears.filter((year) => !isMeant(year, boundaryOf(month, year, shift)));
  const listed = new Map<string, number[]>();
  for (const year of allYears.filter((one) => !clear.includes(one))) {
    const days = range(1, lengthOf(month, year)).filter(
      (day) => day !== boundaryOf(month, year, shift) && isMeant(year, day),
    );
    listed.set(runsText(days), [...(listed.get(runsText(days)) ?? []), year]);
  }
  return [
    { ...weekdayRule(weekdays, [month]), year: runsText(clear) },
    ...[...listed].map(([day, years]) => ({ day, month: String(month), weekday: "?", year: runsText(years) })),
  ];
}

/** Only the boundaries of months, in the years in which they fall on one of the weekdays. */
function boundaries(weekdays: readonly number[], months: readonly number[], shift: number): DateRule[] {
  return months.map((month) => {
    const years = allYears.filter((year) => weekdays.includes(weekdayAt(year, month, boundaryOf(month, year, shift))));
    return { day: shift < 0 ? "L" : "1", month: String(month), weekday: "?", year: runsText(years) };
  });
}

function weekdayAt(year: number, month: number, day: number): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

function lengthOf(month: number, year: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function longest(month: number): number {
  return lengthOf(month, 2028);
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}
