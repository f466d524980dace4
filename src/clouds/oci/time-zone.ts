// Sources: IANA time zone database as Node.js carries it (ECMA-402 Intl.DateTimeFormat, timeZoneName longOffset); read 2026-11.

const years = [2026, 2027, 2028, 2029];
const known = new Map<string, number | undefined>();

/** Minutes that a zone's clock is before UTC, where that is one number for the whole year. */
export function fixedOffset(timeZone: string): number | undefined {
  if (!known.has(timeZone)) known.set(timeZone, measure(timeZone));
  return known.get(timeZone);
}

/** Every change lasts longer than half a month: the shortest is that of a month of fasting. */
function measure(timeZone: string): number | undefined {
  const clock = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  const offsets = years.flatMap((year) =>
    Array.from({ length: 24 }, (_, half) => offsetAt(clock, Date.UTC(year, half >> 1, half % 2 === 0 ? 1 : 15))),
  );
  const [first] = offsets;
  return offsets.every((one) => one === first) ? first : undefined;
}

/** `GMT+05:30`, or `GMT` alone. */
function offsetAt(clock: Intl.DateTimeFormat, moment: number): number {
  const name = clock.formatToParts(moment).find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /([+-])(\d+):(\d+)/.exec(name) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
