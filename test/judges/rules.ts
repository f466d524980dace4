import { isPlain } from "../../src/core/declared.js";
import { type Finding, unknown } from "./schema.js";

/** What is asked of one value. */
export interface Form {
  /** Completes "must …". */
  readonly must: string;
  readonly holds: (value: never) => boolean;
}

/** One limit of a service. */
export interface Row extends Form {
  readonly type: string;
  /** `healthCheck.interval`; `[]` for each entry of a list; empty for all inputs. */
  readonly path: string;
  /** Who says so. */
  readonly source: string;
}

type Forms = Readonly<Record<string, Form | readonly Form[]>>;

/** The rows of one type, by path. */
export function rowsOf(type: string, source: string, forms: Forms): Row[] {
  return Object.entries(forms).flatMap(([path, given]) =>
    [given].flat().map(({ must, holds }: Form) => ({ type, path, must, holds, source })),
  );
}

/** What tells rows apart. */
export function nameOf({ type, path, must }: Row): string {
  return `${type} ${path || "(all)"}: must ${must}`;
}

/** What breaks a row; rows that were compared with a known value are added to `met`. */
export function breachesOf(rows: readonly Row[], type: string, inputs: object, met: Set<Row>): Finding[] {
  return rowsFor(rows, type).flatMap((row) => {
    const places = placesOf(inputs, row.path === "" ? [] : row.path.split("."), "");
    const known = places.filter(({ value }) => !hasUnknown(value));
    if (known.length > 0) met.add(row);
    return known
      .filter(({ value }) => !row.holds(value as never))
      .map(({ path, value }) => ({ path, says: `must ${row.must}; got ${shown(value)}` }));
  });
}

const byType = new WeakMap<readonly Row[], Map<string, Row[]>>();

function rowsFor(rows: readonly Row[], type: string): Row[] {
  const known = byType.get(rows) ?? new Map<string, Row[]>();
  byType.set(rows, known);
  const own = known.get(type) ?? rows.filter((row) => row.type === type);
  known.set(type, own);
  return own;
}

/** A value as a finding shows it. */
function shown(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 300);
}

interface Place {
  readonly path: string;
  readonly value: unknown;
}

function placesOf(value: unknown, [step, ...rest]: readonly string[], path: string): Place[] {
  if (step === undefined) return value === undefined ? [] : [{ path, value }];
  if (!isPlain(value)) return [];
  const key = step.replace(/\[\]$/, "");
  const at = path === "" ? key : `${path}.${key}`;
  const inner = value[key];
  if (key === step) return placesOf(inner, rest, at);
  return Array.isArray(inner) ? inner.flatMap((one, index) => placesOf(one, rest, `${at}[${index}]`)) : [];
}

function hasUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasUnknown);
  return value === unknown || (isPlain(value) && Object.values(value).some(hasUnknown));
}
