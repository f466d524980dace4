// Sources: POSIX.1-2017 crontab (five fields; both day fields restricted: either of them); read 2026-11.
import { z } from "zod";
import { show } from "../core/errors.js";
import { because } from "../core/parse.js";

interface Field {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** Words for its numbers, from `first` on. */
  readonly words: readonly string[];
}

const months = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const weekdays = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

const fields = [
  { name: "minute", first: 0, last: 59, words: [] },
  { name: "hour", first: 0, last: 23, words: [] },
  { name: "day of month", first: 1, last: 31, words: [] },
  { name: "month", first: 1, last: 12, words: months },
  { name: "day of week", first: 0, last: 6, words: weekdays },
] as const satisfies readonly Field[];

const example = 'minute hour day-of-month month day-of-week, such as "0 9 * * MON-FRI"';

/** A cron expression of five fields that every cloud reads alike; words in capitals, and 7 as the 0 that it means. */
export const cron = z
  .string()
  .max(255)
  .transform((value, context): string => {
    const parts = value.trim().toUpperCase().split(/\s+/);
    if (parts.length !== fields.length) {
      const message = because(`${show(value)} is not a cron expression of five fields`, example);
      context.addIssue({ code: "custom", message });
      return value;
    }
    const wrong = fields.flatMap((field, index) => wrongField(parts[index] ?? "", field));
    const plain = wrong.length > 0 ? [] : parts.map(sundayFirst);
    const reasons = wrong.length > 0 ? wrong : wrongDays(plain, value);
    for (const message of reasons) context.addIssue({ code: "custom", message });
    return plain.join(" ");
  });

/** Sunday is 0 and 7: the second stands at the end of ranges alone. */
const lastOf = ({ last, words }: Field) => (words.includes("SUN") ? 7 : last);

function wrongField(text: string, field: Field): string[] {
  const all = text.split(",");
  const reasons = all.flatMap((part) => wrongPart(part, field, all.length > 1) ?? []);
  return reasons.slice(0, 1);
}

function wrongPart(text: string, field: Field, listed: boolean): string | undefined {
  const { name, first, last, words } = field;
  const shown = show(text);
  const [, range, low, high, step] = /^(\*|([A-Z]+|\d{1,2})(?:-([A-Z]+|\d{1,2}))?)(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  const word = words.length > 0 ? ` or ${words[0]}..${words.at(-1)}` : "";
  const forms = `${first}..${last}${word}, ranges as in ${first + 1}-${first + 4}, lists as in ${first + 1},${first + 3}, steps as in */2`;
  if (range === undefined) return because(`${shown} is no ${name}`, forms);
  if (range === "*" && listed) return because(`${shown} stands in a list`, `"*" alone, or a range`);
  const [from, to] = [low, high].map((one) => (one === undefined ? undefined : numberOf(one, field)));
  const foreign = [from, to].some((one) => one !== undefined && !(one >= first && one <= lastOf(field)));
  if (foreign) return because(`${shown} is no ${name}`, forms);
  const end = to === 0 && high === "SUN" ? 7 : to;
  if (from !== undefined && end !== undefined && from > end)
    return because(`${shown} runs backwards`, show(forwards(low, high, field)));
  if (step === undefined) return undefined;
  if (range !== "*" && high === undefined)
    return because(`${shown} is a step without a range`, `"${low}-${last}/${step}"`);
  const span = range === "*" ? last - first : (end ?? 0) - (from ?? 0);
  const fits = Number(step) >= 1 && Number(step) <= span;
  return fits ? undefined : because(`${shown} has a step that leaves its range`, span > 1 ? `1 to ${span}` : "no step");
}

/** `FRI-MON` as two ranges. */
function forwards(low: string | undefined, high: string | undefined, { first, last, words }: Field): string {
  const [end, start] = words.length > 0 && !/\d/.test(`${low}${high}`) ? [words.at(-1), words[0]] : [last, first];
  const part = (from: unknown, to: unknown) => (String(from) === String(to) ? String(from) : `${from}-${to}`);
  return Number(low) > last ? part(start, high) : `${part(low, end)},${part(start, high)}`;
}

function numberOf(text: string, { first, words }: Field): number {
  if (/^\d/.test(text)) return Number(text);
  const place = words.indexOf(text);
  return place === -1 ? Number.NaN : place + first;
}

/** A field of week days without 7, and without ranges that end on Sunday. */
function sundayFirst(text: string, index: number): string {
  const field = fields[index];
  if (field?.words !== weekdays) return text;
  return text.split(",").map(withoutSeven).join(",");
}

function withoutSeven(part: string): string {
  const [range = "", step] = part.split("/");
  const [low = "", high] = range.split("-");
  if (high === undefined) return part.replace(/^0?7$/, "0");
  if (!/^(0?7|SUN)$/.test(high)) return part;
  const from = numberOf(low, fields[4]) % 7;
  if (/^(0?7|SUN)$/.test(low)) return /^0?7$/.test(low) ? "0" : low;
  if (step !== undefined) {
    return numbersOf(`${from}-7/${step}`, 7)
      .map((day) => day % 7)
      .sort((a, b) => a - b)
      .join(",");
  }
  if (from === 0) return "0-6";
  const [sunday, saturday] = /\d/.test(high) ? ["0", "6"] : ["SUN", "SAT"];
  return `${sunday},${from === 6 ? low : `${low}-${saturday}`}`;
}

/** Days that never come, and days that cron programs read in different ways. */
function wrongDays(parts: readonly string[], value: string): string[] {
  const times = readCron(parts.join(" "));
  const [, , days = "", , week = ""] = parts;
  if (days !== "*" && week !== "*") {
    const doubtful = [days, week].filter((part, index) => part.startsWith("*") || isWhole(part, index === 0));
    return doubtful.map((part) =>
      because(
        `${show(part)} beside days of the other kind is every day to some clouds and not to others`,
        '"*" in one of the two, or a list of days in both',
      ),
    );
  }
  const comes = [...times.months].some((month) => [...times.days].some((day) => day <= (lengths[month - 1] ?? 0)));
  return comes ? [] : [because(`${show(value)} never fires: no month has that day`, example)];
}

const lengths = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isWhole(part: string, ofMonth: boolean): boolean {
  const [field, whole] = ofMonth ? [fields[2], 31] : [fields[4], 7];
  return setOf(part, field).size === whole;
}

/** What the fields of a checked expression name. */
export interface CronTimes {
  readonly minutes: ReadonlySet<number>;
  readonly hours: ReadonlySet<number>;
  readonly days: ReadonlySet<number>;
  readonly months: ReadonlySet<number>;
  /** 0 is Sunday. */
  readonly weekdays: ReadonlySet<number>;
  /** Whether a day of either kind will do. */
  readonly either: boolean;
}

export function readCron(text: string): CronTimes {
  const parts = text.split(/\s+/);
  const [minutes, hours, days, ofYear, ofWeek] = fields.map((field, index) => setOf(parts[index] ?? "*", field));
  const either = parts[2] !== "*" && parts[4] !== "*";
  const none = new Set<number>();
  return {
    minutes: minutes ?? none,
    hours: hours ?? none,
    days: days ?? none,
    months: ofYear ?? none,
    weekdays: ofWeek ?? none,
    either,
  };
}

function setOf(text: string, field: Field): Set<number> {
  const digits = text.replaceAll(/[A-Z]+/g, (word) => String(numberOf(word, field)));
  return new Set(numbersOf(digits, field.last, field.first));
}

/** The numbers that a field names, in their order. */
export function numbersOf(text: string, last: number, first = 0): number[] {
  const found = new Set<number>();
  for (const part of text.split(",")) {
    const [range = "*", step] = part.split("/");
    const [low, high] = range === "*" ? [first, last] : range.split("-").map(Number);
    const end = high ?? (step === undefined ? low : last);
    for (let value = low ?? first; value <= (end ?? last); value += Number(step ?? 1)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}
