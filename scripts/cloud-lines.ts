import { isPlainlyNative, type Told } from "../src/core/answers.js";
import type { Capabilities, Row } from "../src/core/capabilities.js";
import { quote } from "../src/core/text.js";
import { boundsOf, grouped, reasonOf } from "../src/core/wording.js";

/** One option of a noun. */
export interface Option {
  readonly noun: string;
  readonly path: string;
  /** The kind whose option it is. */
  readonly kind?: string;
  /** The kind that is itself the subject. */
  readonly word?: string;
  /** Whether each of its kinds has a comment of its own. */
  readonly kindsApart?: boolean;
}

/** What must be said of an option: one line for each cloud that is not plainly native. */
export function cloudLines({ clouds, rows }: Capabilities, option: Option): string[] {
  if (option.kindsApart) return [];
  const own = rows.filter((row) => isAbout(row, option));
  const inside = rows.filter(({ noun, path }) => noun === option.noun && path.startsWith(`${option.path}.`));
  return Object.keys(clouds).flatMap((cloud) => {
    const told = own.flatMap((row) => statements(row, cloud, option));
    const whole = own.length > 0 ? [] : inside.flatMap((row) => statements(row, cloud, option)).slice(0, 1);
    const all = [...told, ...whole];
    return all.length === 0 ? [] : [`- ${cloud}: ${sentence(all)}`];
  });
}

function isAbout(row: Row, { noun, path, kind, word }: Option): boolean {
  if (row.noun !== noun || row.path !== path) return false;
  return (kind === undefined || row.kind === kind) && (word === undefined || row.value === word);
}

interface Statement {
  readonly says: string;
  readonly reasons: readonly (string | undefined)[];
  readonly words: readonly string[];
  readonly cases: string;
}

/** An option that a cloud refuses whole is told there, not at each of its parts. */
function statements(row: Row, cloud: string, { path, word }: Option): Statement[] {
  const answer = row.answers[cloud];
  if (!answer) return [];
  return grouped(answer, (told) => say(told, row)).flatMap(({ says, told, cases }) => {
    const elsewhere = told.some(({ refusedAt = row.path }) => refusedAt !== path);
    if (elsewhere || told.every((one) => isPlainlyNative(one, row))) return [];
    const words = row.path === path && word === undefined && row.value !== undefined ? [JSON.stringify(row.value)] : [];
    return [{ says, reasons: told.map((one) => reasonOf(one)?.split("; instead: ")[0]), words, cases }];
  });
}

const fates = { unsupported: "not available", near: "near", emulated: "emulated" } as const;

function say(told: Told, row: Row): string {
  const bounds = boundsOf(told, row);
  if (told.fate !== "native") return [fates[told.fate], bounds ?? []].flat().join(", ");
  return bounds ?? (isPlainlyNative(told, row) ? "native" : "narrower");
}

/** What has one reason is told with it; else each says what it is, and the page of capabilities why. */
function sentence(told: readonly Statement[]): string {
  const [reason, ...others] = new Set(told.flatMap(({ reasons }) => reasons));
  const parts = merged(told).map(partOf);
  if (others.length > 0 || reason === undefined) return parts.join("; ");
  return parts.length === 1 && parts[0] === "narrower" ? reason : `${parts.join("; ")}: ${reason}`;
}

/** Words of which the same is said share a part. */
function merged(told: readonly Statement[]): Statement[] {
  const groups = new Map<string, Statement>();
  for (const one of told) {
    const key = `${one.says} ${one.cases}`;
    groups.set(key, { ...one, words: [...(groups.get(key)?.words ?? []), ...one.words] });
  }
  return [...groups.values()];
}

function partOf({ says, words, cases }: Statement): string {
  return [words.length === 0 ? [] : quote(words, "and"), says, cases === "" ? [] : `for ${cases}`].flat().join(" ");
}
