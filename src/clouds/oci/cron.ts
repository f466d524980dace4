// Sources: Autoscaling API reference (CronExecutionSchedule: Quartz fields in UTC, seconds are 0), Quartz 2.3.2 CronExpression (1 is
// Sunday; one of the day fields is ?; L; years up to 2099), POSIX.1-2017 crontab; read 2026-11.
import { type CronTimes, readCron } from "../../spec/cron.js";
import { anyDay, type DateRule, monthDays, weekdaysOf } from "./cron-days.js";
import { hoursText, minutesText } from "./cron-text.js";

interface Time {
  readonly hour: number;
  readonly minute: number;
}

/**
 * Quartz expressions in UTC that fire exactly when the local one does; `offset` is in minutes before UTC.
 * Where both day fields are restricted, one fires for each of them: on a day that both name, twice at one moment.
 */
export function quartzOf(cron: string, offset: number): string[] {
  const fields = readCron(cron);
  const times = new Map<string, Time[]>();
  for (const [shift, shifted] of shiftedTimes(fields, offset)) {
    for (const date of datesOf(fields, shift).map(dateText)) times.set(date, [...(times.get(date) ?? []), ...shifted]);
  }
  return [...times].flatMap(([date, at]) => rectanglesOf(at).map((clock) => `0 ${clock} ${date}`)).sort();
}

/** Times in UTC by the days that they are moved: the day before, the same, or the day after. */
function shiftedTimes({ hours, minutes }: CronTimes, offset: number): Map<number, Time[]> {
  const shifts = new Map<number, Time[]>();
  for (const hour of hours) {
    for (const minute of minutes) {
      const total = hour * 60 + minute - offset;
      const shift = Math.floor(total / 1440);
      const within = total - shift * 1440;
      shifts.set(shift, [...(shifts.get(shift) ?? []), { hour: Math.floor(within / 60), minute: within % 60 }]);
    }
  }
  return shifts;
}

function datesOf({ days, months, weekdays, either }: CronTimes, shift: number): DateRule[] {
  const [anyOfMonth, anyOfWeek] = [days.size === 31, weekdays.size === 7];
  const everyDay = either ? anyOfMonth || anyOfWeek : anyOfMonth && anyOfWeek;
  if (everyDay) return monthDays(anyDay, [...months], shift);
  return [
    ...(anyOfMonth ? [] : monthDays([...days], [...months], shift)),
    ...(anyOfWeek ? [] : weekdaysOf([...weekdays], [...months], shift)),
  ];
}

function dateText({ day, month, weekday, year }: DateRule): string {
  return [day, month, weekday, ...(year === undefined ? [] : [year])].join(" ");
}

/** Minutes and hours whose products are these times, as few as grouping by either of them gives. */
function rectanglesOf(times: readonly Time[]): string[] {
  const byHour = grouped(times.map(({ hour, minute }) => [hour, minute]));
  const byMinute = grouped(times.map(({ hour, minute }) => [minute, hour]));
  return byHour.length <= byMinute.length
    ? byHour.map(([hours, minutes]) => `${minutesText(minutes)} ${hoursText(hours)}`)
    : byMinute.map(([minutes, hours]) => `${minutesText(minutes)} ${hoursText(hours)}`);
}

/** Firsts that have the same seconds, together. */
function grouped(pairs: readonly (readonly [number, number])[]): [number[], number[]][] {
  const seconds = new Map<number, Set<number>>();
  for (const [first, second] of pairs) seconds.set(first, (seconds.get(first) ?? new Set()).add(second));
  const firsts = new Map<string, [number[], number[]]>();
  for (const [first, found] of seconds) {
    const sorted = [...found].sort((a, b) => a - b);
    const group = firsts.get(sorted.join()) ?? [[], sorted];
    firsts.set(sorted.join(), [[...group[0], first].sort((a, b) => a - b), sorted]);
  }
  return [...firsts.values()];
}
