import { createHash } from "node:crypto";
import { Cron } from "croner";
import { expect, test } from "vitest";
import { quartzOf } from "../../src/clouds/oci/cron.js";
import { fixedOffset } from "../../src/clouds/oci/time-zone.js";
import { cron } from "../../src/spec/cron.js";
import { type Case, cases, changingZones, fixedZones } from "./expressions.js";
import { posixMinutes } from "./posix.js";
import vectors from "./quartz/vectors.json" with { type: "json" };
import { quartzMinutes } from "./quartz.js";

const most = 50;
const commonYear = 2027;
const leapYear = 2028;
const all = cases(1000, [...Object.keys(fixedZones), ...changingZones]);
const readAlike = (text: string) => cron.parse(text);

function emitted({ cron, timeZone }: Case): string[] | undefined {
  const offset = fixedOffset(timeZone);
  const expressions = offset === undefined ? undefined : quartzOf(readAlike(cron), offset);
  return expressions && expressions.length <= most ? expressions : undefined;
}

function union(expressions: readonly string[], year: number): Uint8Array {
  const [whole = new Uint8Array(), ...rest] = expressions.map((one) => quartzMinutes(one, year));
  for (const other of rest) for (let at = 0; at < other.length; at++) if (other[at] === 1) whole[at] = 1;
  return whole;
}

function differ(one: Case, expressions: readonly string[], year: number): boolean {
  const wanted = posixMinutes(one.cron, fixedZones[one.timeZone] as number, year);
  return !Buffer.from(wanted).equals(Buffer.from(union(expressions, year)));
}

test("1,000 expressions fire in UTC at the moments at which they fire in their zone, in common years and leap years", () => {
  const wrong = all.flatMap((one, index) => {
    const expressions = emitted(one);
    const year = index % 2 === 0 ? commonYear : leapYear;
    return expressions && differ(one, expressions, year)
      ? [`${one.cron} in ${one.timeZone}: ${expressions.join("; ")}`]
      : [];
  });
  expect(wrong).toEqual([]);
}, 60_000);

test("only zones that change their clock and what needs more than 50 policies are refused", () => {
  const refused = all.filter((one) => emitted(one) === undefined);
  const changing = refused.filter(({ timeZone }) => changingZones.includes(timeZone));
  const others = refused.filter((one) => !changing.includes(one));
  const long = others.filter(
    ({ timeZone, cron }) => quartzOf(readAlike(cron), fixedZones[timeZone] as number).length > most,
  );
  const share = (part: readonly Case[]) => `${part.length} of ${all.length}`;
  console.log(`refused: ${share(changing)} for their zone, ${share(long)} for more than ${most} policies`);
  expect(others).toEqual(long);
  expect(long.length).toBeLessThan(10);
  expect(all.filter(({ timeZone }) => changingZones.includes(timeZone))).toEqual(changing);
});

test("one time on days of one kind is one expression for nearly all", () => {
  const plain = all.filter(({ cron }) => /^\d+ \d+ (\S+ \* \*|\* \* \S+)$/.test(cron));
  const kept = plain.flatMap((one) => emitted(one)?.length ?? []);
  const single = kept.filter((length) => length === 1).length;
  console.log(`one expression for ${single} of ${kept.length} plain ones`);
  expect(single / kept.length).toBeGreaterThan(0.8);
  expect(Math.max(...kept)).toBe(3);
});

test("the fixed offsets of zones are those of their laws", () => {
  const found = Object.keys(fixedZones).map((zone) => [zone, fixedOffset(zone)]);
  expect(Object.fromEntries(found)).toEqual(fixedZones);
  expect(changingZones.map(fixedOffset)).toEqual(changingZones.map(() => undefined));
});

test("rare expressions fire as another implementation of cron says", () => {
  const year = 2028;
  const minutes = (one: Case) => posixMinutes(one.cron, fixedZones[one.timeZone] as number, year);
  const rare = all
    .filter(({ timeZone }) => timeZone in fixedZones)
    .map((one) => ({ ...one, moments: momentsOf(minutes(one)) }))
    .filter(({ moments }) => moments.length < 150)
    .slice(0, 60);
  expect(rare.length).toBe(60);
  const start = Date.UTC(year, 0, 1);
  const end = Date.UTC(year + 1, 0, 1);
  const wrong = rare.filter((one) => {
    const clock = new Cron(one.cron, { timezone: one.timeZone });
    const fired: number[] = [];
    for (let at = clock.nextRun(new Date(start - 1)); at !== null && at.getTime() < end; at = clock.nextRun(at))
      fired.push((at.getTime() - start) / 60_000);
    return fired.join() !== one.moments.join();
  });
  expect(wrong).toEqual([]);
});

function momentsOf(minutes: Uint8Array): number[] {
  const moments: number[] = [];
  for (let at = 0; at < minutes.length; at++) if (minutes[at] === 1) moments.push(at);
  return moments;
}

/** Made by Quartz itself: quartz/vectors.sh. */
test("the judge of Quartz expressions agrees with Quartz", () => {
  const wrong = vectors.filter(({ expression, fired }) => {
    const mine = Object.keys(fired).map((year) => {
      const minutes = momentsOf(quartzMinutes(expression, Number(year)));
      return [year, { count: minutes.length, sha256: createHash("sha256").update(minutes.join()).digest("hex") }];
    });
    return JSON.stringify(Object.fromEntries(mine)) !== JSON.stringify(fired);
  });
  expect(vectors.length).toBeGreaterThan(150);
  expect(wrong.map(({ expression }) => expression)).toEqual([]);
});

test.each([
  ["0 9 * * MON-FRI", "UTC", ["0 0 9 ? * MON-FRI"]],
  ["0 8 * * MON-FRI", "Asia/Seoul", ["0 0 23 ? * SUN-THU"]],
  ["30 8 1 * *", "Asia/Seoul", ["0 30 23 L * ?"]],
  ["0 22 31 12 *", "America/Bogota", ["0 0 3 1 1 ?"]],
  ["0 22 28 2 *", "America/Bogota", ["0 0 3 1 3 ? 2025-2099/4,2026-2099/4,2027-2099/4", "0 0 3 29 2 ?"]],
  ["0 6 29 2 *", "Asia/Seoul", ["0 0 21 28 2 ? 2024-2096/4"]],
  ["*/15 * * * *", "Asia/Kathmandu", ["0 0/15 * * * ?"]],
  ["0 0 1 * FRI-SUN", "UTC", ["0 0 0 1 * ?", "0 0 0 ? * SUN,FRI,SAT"]],
  ["0 0 1 * MON", "UTC", ["0 0 0 1 * ?", "0 0 0 ? * MON"]],
  ["0 8 * 1-6 *", "Asia/Seoul", ["0 0 23 * 1-5 ?", "0 0 23 1-29 6 ?", "0 0 23 31 12 ?"]],
  ["0 0 * * 0,7", "Etc/GMT+12", ["0 0 12 ? * SUN"]],
])("%s in %s is short", (cron, timeZone, expressions) => {
  expect(emitted({ cron, timeZone })).toEqual(expressions);
});
