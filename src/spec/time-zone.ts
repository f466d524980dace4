// Source: IANA time zone database, backward and etcetera files; read 2026-11.
import { z } from "zod";
import { show } from "../core/errors.js";
import { because } from "../core/parse.js";

const example = 'a name such as "Asia/Seoul" or "UTC"';

/** An IANA time zone by its name, in the database's own letters. */
export const timeZone = z.string().superRefine((value, context) => {
  const reason = wrongZone(value);
  if (reason !== undefined) context.addIssue({ code: "custom", message: reason });
});

/** What has three letters and is in the database; engines know others, which mean several places. */
const short = ["CET", "EET", "EST", "GMT", "HST", "MET", "MST", "PRC", "ROC", "ROK", "UCT", "UTC", "WET"];

function wrongZone(value: string): string | undefined {
  const shown = show(value);
  const known = /^[A-Za-z][A-Za-z0-9_+/-]*$/.test(value) && !value.startsWith("SystemV/") ? resolved(value) : undefined;
  if (known === undefined) return because(`${shown} is not an IANA time zone`, example);
  if (/^[A-Z]{3}$/.test(value) && !short.includes(value))
    return because(`${shown} is the short form of several time zones`, example);
  if (value.split("/").every((part) => /^[A-Z]/.test(part)) && (value === known || !isSame(value, known)))
    return undefined;
  return because(
    `${shown} is not how the time zone is written`,
    isSame(value, known) ? JSON.stringify(known) : example,
  );
}

function isSame(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function resolved(value: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
