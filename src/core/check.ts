import { isDeclared, isPlain } from "./declared.js";
import { bug, type Issue, inexactly, show } from "./errors.js";
import type { Note } from "./planned.js";
import {
  type Depends,
  type Entry,
  type Facets,
  type Fate,
  isDepends,
  isFate,
  isVariant,
  type Limits,
  type Variant,
} from "./support.js";

export interface Findings {
  readonly issues: readonly Issue[];
  readonly notes: readonly Note[];
}

interface Walk {
  readonly facets: Facets;
  readonly exact: boolean;
  readonly issues: Issue[];
  readonly notes: Note[];
}

/** Compares what the user wrote with a cloud's table. Facts that an incomplete spec lacks are passed over. */
export function check(spec: unknown, support: object, facets: Facets, path: string, exact = false): Findings {
  const walk: Walk = { facets, exact, issues: [], notes: [] };
  if (isFate(support)) judge(spec, support, path, walk);
  else visitFields(spec as Record<string, unknown>, support as Record<string, unknown>, path, walk);
  return { issues: walk.issues, notes: walk.notes };
}

function visit(value: unknown, answer: unknown, path: string, walk: Walk): void {
  if (value === undefined || isDeclared(value)) return;
  if (isFate(answer) || isDepends(answer)) {
    judge(value, answer, path, walk);
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((element, index) => {
      visit(element, answer, `${path}[${index}]`, walk);
    });
    return;
  }
  if (typeof answer !== "object" || answer === null) throw bug(`no support entry for ${path}`);
  const table = answer as Record<string, unknown>;
  if (!isPlain(value)) {
    judge(value, table[String(value)] as Entry, path, walk, String(value));
    return;
  }
  if (typeof value.kind === "string") {
    visitKind(value, table[value.kind], path, walk);
    return;
  }
  if ("each" in table) {
    for (const [key, element] of Object.entries(value)) visit(element, table.each, `${path}.${key}`, walk);
    return;
  }
  if (isVariant(table)) {
    visitVariant(value, value, table, path, walk);
    return;
  }
  visitFields(value, table, path, walk);
}

function visitFields(value: Record<string, unknown>, table: Record<string, unknown>, path: string, walk: Walk): void {
  for (const [key, element] of Object.entries(value)) {
    if (table[key] !== undefined) visit(element, table[key], `${path}.${key}`, walk);
    else if (!isReference(element)) throw bug(`no support entry for ${path}.${key}`);
  }
}

function isReference(value: unknown): boolean {
  return value === undefined || isDeclared(value) || (Array.isArray(value) && value.every(isDeclared));
}

function visitKind(value: Record<string, unknown>, answer: unknown, path: string, walk: Walk): void {
  const { kind, ...fields } = value;
  const word = String(kind);
  if (isFate(answer) || isDepends(answer)) {
    judge(word, answer, path, walk, word);
    return;
  }
  visitVariant(word, fields, answer as Variant<object>, path, walk, word);
}

/** What is refused as a whole is not refused again in its parts. */
function visitVariant(
  value: unknown,
  options: Record<string, unknown>,
  { self, fields }: Variant<object>,
  path: string,
  walk: Walk,
  word?: string,
): void {
  const before = walk.issues.length;
  judge(value, self, path, walk, word);
  if (walk.issues.length === before) visitFields(options, fields as Record<string, unknown>, path, walk);
}

function judge(value: unknown, entry: Entry | undefined, path: string, walk: Walk, word?: string): void {
  if (entry === undefined) throw bug(`no support entry for ${path}`);
  const fate = settle(entry, walk.facets);
  if (fate === undefined || (value === false && word === undefined)) return;
  if (fate.fate === "unsupported") {
    walk.issues.push(refusal(value, fate.why, fate.instead, path, word));
    return;
  }
  walk.issues.push(...outOfLimits(value, fate, path));
  if (fate.fate === "native") return;
  const message = fate.fate === "near" ? fate.differs : fate.how;
  if (walk.exact) {
    const instead = 'a value that is native here, or fidelity: "accept" in the settings';
    walk.issues.push(refusal(value, inexactly(message), instead, path, word));
    return;
  }
  const at = path.replace(/\[\d+\]/g, "");
  walk.notes.push({ id: `${fate.fate}:${word === undefined ? at : `${at}.${word}`}`, fate: fate.fate, path, message });
}

function settle(entry: Entry, facets: Facets): Fate | undefined {
  if (!isDepends(entry)) return entry;
  const chosen = caseOf(entry, facets);
  return chosen === undefined ? undefined : settle(chosen, facets);
}

function caseOf(entry: Depends, facets: Facets): Entry | undefined {
  const fact = facets[entry.when];
  return fact === undefined ? undefined : entry.cases[fact];
}

function refusal(value: unknown, why: string, instead: string | undefined, path: string, word?: string): Issue {
  const shown = word !== undefined || typeof value === "number" || typeof value === "boolean" ? `${show(value)} ` : "";
  const message = `${shown}is not available: ${why}`;
  return instead === undefined ? { path, message } : { path, message, instead };
}

function outOfLimits(value: unknown, { range, length, pattern }: Limits, path: string): Issue[] {
  if (range && typeof value === "number" && (value < range[0] || value > range[1])) {
    return [
      {
        path,
        message: `${show(value)} is outside ${range[0]}..${range[1]}`,
        instead: `a number from ${range[0]} to ${range[1]}`,
      },
    ];
  }
  if (typeof value !== "string") return [];
  if (length && (value.length < length[0] || value.length > length[1])) {
    return [{ path, message: `has ${value.length} characters; ${length[0]}..${length[1]} are allowed here` }];
  }
  if (pattern && !pattern.matches.test(value)) return [{ path, message: `${show(value)} must ${pattern.says}` }];
  return [];
}
