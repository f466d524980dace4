// Sources: Quartz 2.3.2 tutorial of cron triggers (fields, 1 is Sunday, ? in one of the day fields, L, start/step); read 2026-11.

const minutesOfDay = 1440;
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

/** Each minute of a year in UTC: 1 where a Quartz expression fires. Knows nothing of how expressions are made. */
export function quartzMinutes(expression: string, year: number): Uint8Array {
  const [second, minute = "", hour = "", day = "", month = "", weekday = "", years = "*", ...more] =
    expression.split(" ");
  if (second !== "0" || more.length > 0) throw new Error(`${expression} is no expression of whole minutes`);
  if ((day === "?") === (weekday === "?")) throw new Error(`${expression} needs ? in one of the day fields`);
  const start = Date.UTC(year, 0, 1);
  const days = (Date.UTC(year + 1, 0, 1) - start) / 86_400_000;
  const fired = new Uint8Array(days * minutesOfDay);
  if (!matches(years, year, 1970, 2099)) return fired;
  const times = Array.from({ length: minutesOfDay }, (_, at) => at).filter(
    (at) => matches(hour, Math.floor(at / 60), 0, 23) && matches(minute, at % 60, 0, 59),
  );
  for (let index = 0; index < days; index++) {
    const date = new Date(start + index * 86_400_000);
    if (!matches(month, date.getUTCMonth() + 1, 1, 12)) continue;
    if (day !== "?" && !matchesDay(day, date)) continue;
    if (weekday !== "?" && !matches(numbered(weekday), date.getUTCDay() + 1, 1, 7)) continue;
    for (const at of times) fired[index * minutesOfDay + at] = 1;
  }
  return fired;
}

function matchesDay(field: string, date: Date): boolean {
  if (field !== "L") return matches(field, date.getUTCDate(), 1, 31);
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

function numbered(field: string): string {
  return weekdays.reduce((text, name, index) => text.replaceAll(name, String(index + 1)), field);
}

const parsed = new Map<string, boolean[]>();

function matches(field: string, value: number, low: number, high: number): boolean {
  const key = `${low} ${high} ${field}`;
  const known = parsed.get(key) ?? tableOf(field, low, high);
  parsed.set(key, known);
  return known[value] === true;
}

function tableOf(field: string, low: number, high: number): boolean[] {
  const table: boolean[] = [];
  for (const part of field.split(",")) {
    const found = /^(?:\*|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/.exec(part);
    if (!found) throw new Error(`${part} is no part of a Quartz field`);
    const [, from, to, step] = found;
    const first = from === undefined ? low : Number(from);
    const last = lastOf({ from, to, step, first, high });
    if (first < low || last > high || first > last) throw new Error(`${part} is outside ${low}..${high}`);
    for (let value = first; value <= last; value += Number(step ?? 1)) table[value] = true;
  }
  return table;
}

interface Part {
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly step: string | undefined;
  readonly first: number;
  readonly high: number;
}

/** A step without an end goes on to the end of the field. */
function lastOf({ from, to, step, first, high }: Part): number {
  if (to !== undefined) return Number(to);
  return from === undefined || step !== undefined ? high : first;
}
