import fc from "fast-check";
import { cron as checked } from "../../src/spec/cron.js";

export interface Case {
  readonly cron: string;
  readonly timeZone: string;
}

/** Zones whose clock stays, in minutes before UTC, as their laws say. */
export const fixedZones: Readonly<Record<string, number>> = {
  UTC: 0,
  "Asia/Seoul": 540,
  "Asia/Kolkata": 330,
  "Asia/Kathmandu": 345,
  "Asia/Dubai": 240,
  "Australia/Darwin": 570,
  "Pacific/Kiritimati": 840,
  "America/Bogota": -300,
  "America/Phoenix": -420,
  "Pacific/Honolulu": -600,
  "Pacific/Marquesas": -570,
  "Etc/GMT+12": -720,
};
export const changingZones = ["Europe/Berlin", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe"];

const number = (low: number, high: number) => fc.integer({ min: low, max: high });

function span(low: number, high: number) {
  return fc
    .tuple(number(low, high), number(low, high))
    .map(([a, b]) => (a === b ? `${a}` : `${Math.min(a, b)}-${Math.max(a, b)}`));
}

function field(low: number, high: number, open: number, ...others: fc.WeightedArbitrary<string>[]) {
  const part = fc.oneof(number(low, high).map(String), span(low, high));
  return fc.oneof(
    { weight: open, arbitrary: fc.constant("*") },
    { weight: 3, arbitrary: number(low, high).map(String) },
    { weight: 1, arbitrary: span(low, high) },
    { weight: 1, arbitrary: number(2, Math.max(2, Math.floor(high / 2))).map((step) => `*/${step}`) },
    {
      weight: 1,
      arbitrary: fc.tuple(number(low, low + 2), number(2, 5)).map(([first, step]) => `${first}-${high}/${step}`),
    },
    { weight: 1, arbitrary: fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(",")) },
    ...others,
  );
}

const names = (...list: string[]) => ({ weight: 2, arbitrary: fc.constantFrom(...list) });

const cron = fc
  .tuple(
    field(0, 59, 1),
    field(0, 23, 1),
    field(1, 31, 6),
    field(1, 12, 8, names("JAN", "FEB", "MAR-MAY", "JUN,DEC")),
    field(0, 7, 8, names("MON-FRI", "SUN", "SAT,SUN", "FRI-SUN", "TUE")),
  )
  .map((fields) => fields.join(" "))
  .filter((text) => checked.safeParse(text).success);

/** The same cases in each run. */
export function cases(count: number, zones: readonly string[]): Case[] {
  return fc.sample(fc.record({ cron, timeZone: fc.constantFrom(...zones) }), { numRuns: count, seed: 20261121 });
}
