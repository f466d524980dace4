import { check } from "./check.js";
import { chooseCloud } from "./choose.js";
import type { Adapter, Cloud } from "./cloud.js";
import { type Declared, declared, identityOf, isPlain, references } from "./declared.js";
import { bug, type Issue } from "./errors.js";
import { childName } from "./names.js";
import { type Noun, pathOf } from "./noun.js";
import { parseFields } from "./parse.js";
import { type Note, roleOf } from "./planned.js";
import { refuse } from "./run.js";
import { isCloud } from "./settings.js";

/** A component ready to be made, or the reasons why it cannot be. */
export interface Prepared<S = unknown> {
  readonly it: Declared<S>;
  readonly issues: readonly Issue[];
  readonly code: "WT_INVALID" | "WT_UNSUPPORTED";
  readonly notes: readonly Note[];
  /** Whether the cloud lacks it, or only the settings or another option stand against it. */
  readonly lacking: boolean;
}

export interface Surroundings {
  /** The component that is the Pulumi parent, if it is one of ours. */
  readonly parent?: Declared | undefined;
  /** Options left out because the components they refer to failed: only what stands alone is checked. */
  readonly omitted?: readonly string[];
  /** Names of the program's own components above it. */
  readonly place?: readonly string[];
}

/** The single path of every component: parse, check, plan. Knows no Pulumi runtime but the configuration. */
export function prepare<S>(
  noun: Noun<S>,
  name: string,
  args: object,
  { parent, omitted = [], place = [] }: Surroundings = {},
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
    key: keyOf(path, name, noun.parent?.(spec), place),
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
    lacking: judged.lacking,
  };
}

function refuseUnusable<S>(noun: Noun<S>, name: string, argument: unknown, path: string): void {
  const usable = typeof name === "string" && name !== "" && !/::|\p{C}/u.test(name);
  const wrongName = {
    path: "name",
    message: `${JSON.stringify(name)} cannot be a name`,
    instead: "text that is not empty and holds neither :: nor control characters",
  };
  const wrongCloud = {
    path: `${path}.cloud`,
    message: "is not a cloud",
    instead: "what a cloud's own function returned",
  };
  const issues = [...(usable ? [] : [wrongName]), ...(argument === undefined || isCloud(argument) ? [] : [wrongCloud])];
  if (issues.length === 0) return;
  refuse({ code: "WT_INVALID", title: `${noun.name} ${JSON.stringify(name)} has invalid arguments`, issues });
}

interface Judged {
  readonly invalid: readonly Issue[];
  readonly unsupported: readonly Issue[];
  readonly notes: readonly Note[];
  readonly lacking: boolean;
}

function judge<S>(noun: Noun<S>, it: Declared<S>, adapter: Adapter<S>, complete: boolean): Judged {
  const facets = { ...it.cloud.facets, ...noun.facets?.(it.spec) };
  const findings = check(it.spec, adapter.support, facets, pathOf(noun), it.cloud.exact);
  const lacking = findings.issues.length > 0;
  if (!complete) return { invalid: [], unsupported: findings.issues, notes: [], lacking };
  const invalid = [...sameName(noun, it), ...(noun.rules?.(it) ?? [])];
  const unsupported = [...findings.issues, ...(invalid.length > 0 ? [] : (adapter.rules?.(it) ?? []))];
  if (invalid.length + unsupported.length > 0) return { invalid, unsupported, notes: [], lacking };
  it.plan = adapter.plan(it);
  const met = [...meetingNames(it, pathOf(noun)), ...differingRules(it, pathOf(noun))];
  if (met.length > 0) return { invalid: met, unsupported, notes: [], lacking };
  for (const [key, planned] of Object.entries(it.plan.resources))
    planned.owner?.shared.set(roleOf(key, planned), planned);
  const remarks = (noun.remarks?.(it) ?? []).map(
    ({ fate = "warning", ...remark }): Note => ({ ...remark, fate, id: `${fate}:${remark.id}` }),
  );
  return { invalid, unsupported, notes: [...findings.notes, ...remarks, ...(it.plan.notes ?? [])], lacking };
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
  const taken = new Map<string, string>();
  return Object.entries(it.plan.resources).flatMap(([key, planned]) => {
    const { type, naming, owner = it } = planned;
    const role = roleOf(key, planned);
    const name = childName(owner.name, role, naming);
    const place = `${owner.key} ${type} ${name}`;
    const other = taken.get(place);
    taken.set(place, role);
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

/** A rule that is there already under this role must be the same rule. */
function differingRules(it: Declared, path: string): Issue[] {
  return Object.entries(it.plan.resources).flatMap(([key, planned]) => {
    const { owner, args } = planned;
    const role = roleOf(key, planned);
    const there = owner?.shared.get(role);
    if (!there || isSame(there.args, args)) return [];
    return [
      {
        path,
        message: `"${role}" of ${owner?.key} would be two different rules`,
        instead: "other names for the components that it is about",
      },
    ];
  });
}

function isSame(a: unknown, b: unknown): boolean {
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((one, index) => isSame(one, b[index]));
  if (!isPlain(a) || !isPlain(b)) return Object.is(a, b);
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => isSame(a[key], b[key]));
}

function keyOf(path: string, name: string, owner: Declared | undefined, place: readonly string[]): string {
  return `${path}:${[...(owner ? [identityOf(owner)] : place), name].join("/")}`;
}

function adapterOf<S>(cloud: Cloud, path: string): Adapter<S> {
  const adapter = cloud.nouns[path];
  if (!adapter) throw bug(`${cloud.name} has no ${path}`);
  return adapter as Adapter<S>;
}

export function titleOf(
  noun: Noun<never>,
  name: string,
  { code, it, lacking }: Pick<Prepared, "code" | "it" | "lacking">,
): string {
  const subject = `${noun.name} ${JSON.stringify(name)}`;
  if (code === "WT_INVALID") return `${subject} has invalid arguments`;
  return lacking
    ? `${subject} asks ${it.cloud.name} for what it cannot do`
    : `${subject} does not fit ${it.cloud.name} and its settings`;
}
