import { expect, test } from "vitest";
import { parseFields } from "../../src/core/parse.js";
import { timeZone } from "../../src/spec/time-zone.js";

const issuesOf = (value: unknown) =>
  parseFields({ timeZone }, { timeZone: value }, "schedule", "Schedule").issues.map(
    ({ message, instead }) => `${message}; instead: ${instead}`,
  );

test.each([
  "UTC",
  "Etc/UTC",
  "GMT",
  "GMT0",
  "Asia/Seoul",
  "ROK",
  "Asia/Kolkata",
  "Asia/Calcutta",
  "Europe/Kyiv",
  "America/Argentina/Buenos_Aires",
  "America/Port_of_Spain",
  "America/Port-au-Prince",
  "Etc/GMT+9",
  "EST",
  "EST5EDT",
  "W-SU",
  "NZ-CHAT",
])("%s is a time zone", (name) => {
  expect(issuesOf(name)).toEqual([]);
});

const example = 'instead: a name such as "Asia/Seoul" or "UTC"';
const unknown = (name: string) => [name, `${JSON.stringify(name)} is not an IANA time zone; ${example}`];
const short = (name: string) => [name, `"${name}" is the short form of several time zones; ${example}`];

test.each([
  unknown(""),
  unknown("Seoul"),
  unknown("+09:00"),
  unknown("UTC+9"),
  unknown("GMT+9"),
  unknown("KST"),
  unknown("Etc/Unknown"),
  unknown("SystemV/AST4"),
  unknown("Asia/Seoul "),
  unknown("서울"),
  short("PST"),
  short("IST"),
  short("CST"),
  ["asia/seoul", '"asia/seoul" is not how the time zone is written; instead: "Asia/Seoul"'],
  ["utc", '"utc" is not how the time zone is written; instead: "UTC"'],
  ["asia/kolkata", `"asia/kolkata" is not how the time zone is written; ${example}`],
])("%j is refused", (name, text) => {
  expect(issuesOf(name)).toEqual([text]);
});
