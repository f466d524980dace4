import { type CronTimes, readCron } from "./cron.js";

export interface FireTime {
  readonly cron: string;
  readonly timeZone: string;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** Dates and days of the week come together again after so many years. */
const cycle = Math.ceil(28 * 365.25);

/** A moment to the minute, as texts have it. */
export function minuteOf(moment: Date): string {
  return moment.toISOString().replace(/:00\.000Z$/, "Z");
}

/** The first moment found from the day `from` on at which one fires and the other at most so many minutes apart, if there is one. */
export function meeting(a: FireTime, b: FireTime, from: Date, apart = 0): Date | undefined {
  const [one, other] = [readCron(a.cron), readCron(b.cron)];
  const start = Math.floor(from.getTime() / day);
  const shared = sharedMinutes(one, other);
  const shifts = Array.from({ length: 2 * apart + 1 }, (_, index) => index - apart);
  for (let date = start - 1; date < start + cycle; date++) {
    if (!firesOn(one, date)) continue;
    for (const [mine, theirs] of offsetsOn(a.timeZone, b.timeZone, date)) {
      for (const shift of shifts) {
        for (const [carry, minutes] of shared(theirs - mine + shift)) {
          if (!firesOn(other, date + carry)) continue;
          const at = minutes
            .map((value) => date * day + (value - mine) * minute)
            .filter((time) => time >= from.getTime() && shows(a.timeZone, time, mine))
            .find((time) => shows(b.timeZone, time + shift * minute, theirs));
          if (at !== undefined) return new Date(at);
        }
      }
    }
  }
  return undefined;
}

function firesOn({ days, months, weekdays, either }: CronTimes, date: number): boolean {
  const at = new Date(date * day);
  if (!months.has(at.getUTCMonth() + 1)) return false;
  const [ofMonth, ofWeek] = [days.has(at.getUTCDate()), weekdays.has(at.getUTCDay())];
  return either ? ofMonth || ofWeek : ofMonth && ofWeek;
}

type Shared = ReadonlyMap<number, readonly number[]>;

/** The minutes of one's day at which the other fires too, by the day that it has then, for a distance of their clocks. */
function sharedMinutes(one: CronTimes, other: CronTimes): (distance: number) => Shared {
  const known = new Map<number, Shared>();
  const mine = minutesOf(one);
  const theirs = new Set(minutesOf(other));
  return (distance) => {
    const earlier = known.get(distance);
    if (earlier) return earlier;
    const found = new Map<number, number[]>();
    for (const value of mine) {
      const carry = Math.floor((value + distance) / 1440);
      if (theirs.has(value + distance - carry * 1440)) found.set(carry, [...(found.get(carry) ?? []), value]);
    }
    known.set(distance, found);
    return found;
  };
}

function minutesOf({ hours, minutes }: CronTimes): number[] {
  return [...hours].flatMap((hour) => [...minutes].map((value) => hour * 60 + value));
}

/** How far both clocks may be ahead of UTC on a date: one pair, or more where a clock is changed. */
function offsetsOn(a: string, b: string, date: number): [number, number][] {
  if (a === b)
    return clockOf(a)
      .around(date)
      .map((offset) => [offset, offset]);
  const theirs = clockOf(b).around(date);
  return clockOf(a)
    .around(date)
    .flatMap((mine) => theirs.map((their): [number, number] => [mine, their]));
}

/** Whether a clock is so far ahead at a moment: a time that it skips or has twice is not taken for another. */
function shows(zone: string, time: number, offset: number): boolean {
  return clockOf(zone).offset(time) === offset;
}

interface Clock {
  /** Minutes ahead of UTC. */
  readonly offset: (time: number) => number;
  readonly around: (date: number) => readonly number[];
}

const clocks = new Map<string, Clock>();

function clockOf(zone: string): Clock {
  const known = clocks.get(zone) ?? makeClock(zone);
  clocks.set(zone, known);
  return known;
}

function makeClock(timeZone: string): Clock {
  const numeric = "numeric";
  const format = new Intl.DateTimeFormat("en-u-ca-gregory", {
    timeZone,
    hourCycle: "h23",
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  });
  const offset = (time: number): number => {
    const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]));
    const at = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
    return (Date.UTC(at("year"), at("month") - 1, at("day"), at("hour"), at("minute")) - time) / minute;
  };
  const atMidnight = new Map<number, number>();
  const onDay = (date: number): number => {
    const value = atMidnight.get(date) ?? offset(date * day);
    atMidnight.set(date, value);
    return value;
  };
  return { offset, around: (date) => [...new Set([onDay(date - 1), onDay(date + 2)])] };
}
