import { stripVTControlCharacters } from "node:util";
import { z } from "zod";
import { unknown } from "../plan/model.js";
import { sentinel } from "../plan/wire.js";
import type { RecordedDiagnostic } from "./record.js";

export const severities = z.string().nullish();

interface Raw {
  readonly urn?: string | null | undefined;
  readonly prefix?: string | null | undefined;
  readonly message?: string | null | undefined;
  readonly severity?: string | null | undefined;
  readonly ephemeral?: boolean | null | undefined;
}

/** What a reviewer should see of what was said: warnings and errors, and what the program printed. */
export function diagnosticsOf(raw: readonly Raw[], hide: (text: string) => string): RecordedDiagnostic[] {
  const all = raw.flatMap((one): RecordedDiagnostic[] => {
    const severity = severityOf(one.severity);
    const message = hide(plain(one.message ?? ""));
    if (severity === undefined || one.ephemeral || message === "") return [];
    return [{ severity, message, ...(one.urn ? { urn: one.urn } : {}) }];
  });
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

function severityOf(word: string | null | undefined): RecordedDiagnostic["severity"] | undefined {
  if (word === "error" || word === "warning") return word;
  return word === "info" || word === "info#err" ? "info" : undefined;
}

/** Without colours, colour directives of the engine, its own prefix, and what is unknown. */
export function plain(text: string): string {
  return stripVTControlCharacters(text)
    .replaceAll(/<\{%[^%]*%\}>/g, "")
    .replaceAll(sentinel, unknown)
    .replace(/^(?:error|warning|info): /, "")
    .trim();
}
