// Sources: POSIX.1-2017 crontab (five fields, 0 is Sunday, either of two restricted day fields); read 2026-11.

const names: Readonly<Record<string, number>> = {
  ...index(["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"], 0),
  ...index(["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"], 1),
};

/** Each minute of a year in UTC: 1 where a cron expression fires by a clock that is so many minutes before UTC. */
export function posixMinutes(cron: string, offset: number, year: number): Uint8Array {
  const [minute = "", hour = "", day = "", month = "", weekday = ""] = cron.split(" ");
  const start = Date.UTC(year, 0, 1) / 60_000;
  const end = Date.UTC(year + 1, 0, 1) / 60_000;
  const fired = new Uint8Array(end - start);
  const times = timesOf(valuesOf(minute, 0, 59), valuesOf(hour, 0, 23));
  const months = valuesOf(month, 1, 12);
  const days = valuesOf(day, 1, 31);
  const weekdays = new Set([...valuesOf(weekday, 0, 7)].map((value) => value % 7));
  for (let midnight = start - 2880; midnight < end + 2880; midnight += 1440) {
    const date = new Date(midnight * 60_000);
    const [byDay, byWeekday] = [days.has(date.getUTCDate()), weekdays.has(date.getUTCDay())];
    const either = day !== "*" && weekday !== "*" ? byDay || byWeekday : byDay && byWeekday;
    if (!either || !months.has(date.getUTCMonth() + 1)) continue;
    for (const time of times) {
      const moment = midnight + time - offset - start;
      if (moment >= 0 && moment < fired.length) fired[moment] = 1;
    }
  }
  return fired;
}

function timesOf(minutes: ReadonlySet<number>, hours: ReadonlySet<number>): number[] {
  return [...hours].flatMap((hour) => [...minutes].map((minute) => hour * 60 + minute));
}

function valuesOf(field: string, low: number, high: number): Set<number> {
  const values = new Set<number>();
  for (const part of field.split(",")) {
    const [range = "", step = "1"] = part.split("/");
    const [first = "", last] = range.split("-");
    const from = first === "*" ? low : numberOf(first);
    const to = endOf(last, first === "*" ? high : from, from);
    for (let value = from; value <= to; value += Number(step)) values.add(value);
  }
  return values;
}

/** A Sunday that ends a range is the seventh day. */
function endOf(text: string | undefined, alone: number, from: number): number {
  if (text === undefined) return alone;
  return text === "SUN" && from > 0 ? 7 : numberOf(text);
}

function numberOf(text: string): number {
  return names[text] ?? Number(text);
}

function index(list: readonly string[], first: number): Record<string, number> {
  return Object.fromEntries(list.map((name, at) => [name, at + first]));
}
