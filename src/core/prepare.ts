import { check } from "./check.js";
import { chooseCloud } from "./choose.js";
import type { Adapter, Cloud } from "./cloud.js";
import { type Declared, declared, references } from "./declared.js";
import { bug, type Issue, WebtierError } from "./errors.js";
import { childName } from "./names.js";
import { type Noun, pathOf } from "./noun.js";
import { parseFields } from "./parse.js";
import type { Note } from "./planned.js";
import { isCloud } from "./settings.js";

/** A component ready to be made, or the reasons why it cannot be. */
export interface Prepared<S = unknown> {
  readonly it: Declared<S>;
  readonly issues: readonly Issue[];
  readonly code: "WT_INVALID" | "WT_UNSUPPORTED";
  readonly notes: readonly Note[];
}

export interface Surroundings {
  /** The component that is the Pulumi parent, if it is one of ours. */
  readonly parent?: Declared | undefined;
  /** Options left out because the components they refer to failed: only what stands alone is checked. */
  readonly omitted?: readonly string[];
}

/** The single path of every component: parse, check, plan. Knows no Pulumi runtime but the configuration. */
export function prepare<S>(
  noun: Noun<S>,
  name: string,
  args: object,
  { parent, omitted = [] }: Surroundings = {},
): Prepared<S> {
  const path = pathOf(noun);
  const { cloud: argument, ...options } = (args ?? {}) as Record<string, unknown>;
  refuseUnusable(noun, name, argument, path);
  const parsed = parseFields(noun.fields, options, path, noun.name);
  const refers = references(parsed.value);
  const choice = chooseCloud({ argument, references: refers, parent }, path);
  const spec = parsed.value as S;
  const owner = noun.parent?.(spec) ?? parent;
  const it = declared<S>({
    noun: noun.name,
    name,
    key: keyOf(path, name, noun.parent?.(spec)),
    cloud: choice.cloud,
    spec,
    parent: owner,
  });
  const invalid = [
    ...choice.issues,
    ...parsed.issues.filter((issue) => !omitted.some((key) => issue.path === `${path}.${key}`)),
  ];
  const judged = judge(noun, it, adapterOf<S>(choice.cloud, path), invalid.length === 0 && omitted.length === 0);
  const wrong = [...invalid, ...judged.invalid];
  return {
    it,
    issues: [...wrong, ...judged.unsupported],
    code: wrong.length > 0 ? "WT_INVALID" : "WT_UNSUPPORTED",
    notes: judged.notes,
  };
}

function refuseUnusable<S>(noun: Noun<S>, name: string, argument: unknown, path: string): void {
  const usable = typeof name === "string" && name !== "" && !name.includes("::");
  const wrongName = {
    path: "name",
    message: `${JSON.stringify(name)} cannot be a name`,
    instead: "text that is not empty and holds no ::",
  };
  const wrongCloud = {
    path: `${path}.cloud`,
    message: "is not a cloud",
    instead: "what a cloud's own function returned",
  };
  const issues = [...(usable ? [] : [wrongName]), ...(argument === undefined || isCloud(argument) ? [] : [wrongCloud])];
  if (issues.length === 0) return;
  throw new WebtierError({
    code: "WT_INVALID",
    title: `${noun.name} ${JSON.stringify(name)} has invalid arguments`,
    issues,
  });
}

interface Judged {
  readonly invalid: readonly Issue[];
  readonly unsupported: readonly Issue[];
  readonly notes: readonly Note[];
}

function judge<S>(noun: Noun<S>, it: Declared<S>, adapter: Adapter<S>, complete: boolean): Judged {
  const facets = { ...it.cloud.facets, ...noun.facets?.(it.spec) };
  const findings = check(it.spec, adapter.support, facets, pathOf(noun), it.cloud.exact);
  if (!complete) return { invalid: [], unsupported: findings.issues, notes: [] };
  const invalid = [...sameName(noun, it), ...(noun.rules?.(it) ?? [])];
  const unsupported = [...findings.issues, ...(invalid.length > 0 ? [] : (adapter.rules?.(it) ?? []))];
  if (invalid.length + unsupported.length > 0) return { invalid, unsupported, notes: [] };
  it.plan = adapter.plan(it);
  const met = meetingNames(it, pathOf(noun));
  if (met.length > 0) return { invalid: met, unsupported, notes: [] };
  const remarks = (noun.remarks?.(it) ?? []).map(
    (remark): Note => ({ fate: "warning", ...remark, id: `warning:${remark.id}` }),
  );
  return { invalid, unsupported, notes: [...findings.notes, ...remarks, ...(it.plan.notes ?? [])] };
}

function sameName<S>(noun: Noun<S>, it: Declared<S>): Issue[] {
  const twin = it.parent?.children.find((child) => child.noun === it.noun && child.name === it.name);
  if (!twin) return [];
  return [
    {
      path: pathOf(noun),
      message: `"${it.name}" is already declared under ${it.parent?.key}`,
      instead: "another name",
    },
  ];
}

/** Two roles whose logical names come out the same would be one resource to Pulumi. */
function meetingNames(it: Declared, path: string): Issue[] {
  const roleOf = new Map<string, string>();
  return Object.entries(it.plan.resources).flatMap(([role, { type, naming, owner = it }]) => {
    const name = childName(owner.name, role, naming);
    const place = `${owner.key} ${type} ${name}`;
    const other = roleOf.get(place);
    roleOf.set(place, role);
    return other === undefined
      ? []
      : [
          {
            path,
            message: `"${other}" and "${role}" both become ${name}`,
            instead: "names that differ in more than case or punctuation",
          },
        ];
  });
}

function keyOf(path: string, name: string, owner: Declared | undefined): string {
  return `${path}:${owner ? `${owner.name}/` : ""}${name}`;
}

function adapterOf<S>(cloud: Cloud, path: string): Adapter<S> {
  const adapter = cloud.nouns[path];
  if (!adapter) throw bug(`${cloud.name} has no ${path}`);
  return adapter as Adapter<S>;
}

export function titleOf(noun: Noun<never>, name: string, { code, it }: Pick<Prepared, "code" | "it">): string {
  const subject = `${noun.name} ${JSON.stringify(name)}`;
  return code === "WT_INVALID"
    ? `${subject} has invalid arguments`
    : `${subject} asks ${it.cloud.name} for what it cannot do`;
}
