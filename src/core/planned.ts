import type * as pulumi from "@pulumi/pulumi";
import type { Declared } from "./declared.js";
import type { Issue } from "./errors.js";
import type { Naming } from "./names.js";

/** A property of a resource that does not exist yet: `{ ref: "balancer.arn" }`, or of another component. */
export interface Ref {
  readonly ref: string;
  readonly of?: string;
}
/** Text with placeholders in it. */
export interface Text {
  readonly text: readonly TextPart[];
}
export type TextPart = pulumi.Input<string> | number | Ref | Text | Derived;
/** A JSON document with placeholders in it; text only when created. */
export interface Json {
  readonly json: unknown;
}
/** A value that no plan, log or diff may show. */
export interface Secret {
  readonly secret: pulumi.Input<string> | Text | Derived;
}
/** A value that follows from one that may be known only at deployment; nothing where `by` says nothing. */
export interface Derived {
  readonly from: pulumi.Input<string> | Ref | Text;
  readonly by: (value: string) => string | undefined;
  /** What is wrong with a value that nobody could check before. */
  readonly rules?: (value: string) => Issue[];
}
export type Placeholder = Ref | Text | Json | Secret | Derived;

/** The arguments of an SDK's resource, with placeholders where outputs of other resources will be. */
export type Symbolic<T> = T extends Promise<unknown> | pulumi.OutputInstance<unknown>
  ? T
  : T extends string | number | boolean
    ? T | Placeholder
    : T extends readonly (infer E)[]
      ? Symbolic<E>[]
      : T extends object
        ? { [K in keyof T]: Symbolic<T[K]> }
        : T;

export interface PlannedOptions {
  readonly deleteBeforeReplace?: boolean;
  readonly ignoreChanges?: string[];
  readonly replaceOnChanges?: string[];
  readonly customTimeouts?: pulumi.CustomTimeouts;
  /** Resources that must exist first though no argument refers to them. */
  readonly dependsOn?: Ref[];
}

/** A file that the provider itself reads, named by its content. */
export interface PlannedFile {
  readonly path: string;
  readonly content: string;
  /** What to write when it cannot be left there. */
  readonly instead: string;
}

/** One native resource. */
export interface Planned {
  readonly type: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly options?: PlannedOptions;
  /** Rules for the logical name, where the provider derives a physical name from it. */
  readonly naming?: Naming;
  /** Which of the cloud's further providers makes it. Default: the cloud's own. */
  readonly provider?: string;
  /** What must lie on the machine that deploys it, before it is made. */
  readonly files?: readonly PlannedFile[];
  /** The component that the resource belongs to, when it is another one; two owners' equal roles are one resource. */
  readonly owner?: Declared;
  /** Its role in its owner, where the plan has another owner's under that role. */
  readonly role?: string;
  /** The component whose name ends the role: when it is renamed with an alias, this resource follows. */
  readonly mentions?: Declared;
}

/** A difference that the reader of a plan should know, with a stable id. */
export interface Note {
  readonly id: string;
  readonly fate: "near" | "emulated" | "warning" | "note";
  readonly path: string;
  readonly message: string;
}

/** All that a component builds on one cloud, as data, in the order of creation. */
export interface Plan {
  readonly resources: Readonly<Record<string, Planned>>;
  /** Neutral outputs. */
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly notes?: readonly Note[];
}

const placeholders = new WeakSet<object>();

/** Told by birth, not by shape: a user's labels may have a key `secret` or `text`. */
export function isPlaceholder(value: unknown): value is Placeholder {
  return typeof value === "object" && value !== null && placeholders.has(value);
}

function placeholder<P extends Placeholder>(value: P): P {
  placeholders.add(value);
  return value;
}

/** `ref("balancer.arn")`, or `ref(it.spec.loadBalancer, "balancer.arn")`. */
export function ref(path: string): Ref;
export function ref(of: Declared, path: string): Ref;
export function ref(of: Declared | string, path?: string): Ref {
  return placeholder(typeof of === "string" ? { ref: of } : { ref: path as string, of: of.key });
}

export function text(...parts: TextPart[]): Text {
  return placeholder({ text: parts });
}

const sentences = new WeakSet<object>();

/** Text that says what somebody may do: a plan shows it though an id in it is not known yet. */
export function sentence(...parts: TextPart[]): Text {
  const value = text(...parts);
  sentences.add(value);
  return value;
}

export function isSentence(value: Placeholder): value is Text {
  return sentences.has(value);
}

export function json(document: unknown): Json {
  return placeholder({ json: document });
}

export function secret(value: Secret["secret"]): Secret {
  return placeholder({ secret: value });
}

export function derived(from: Derived["from"], by: Derived["by"], rules?: Derived["rules"]): Derived {
  return placeholder(rules ? { from, by, rules } : { from, by });
}

/** A typed constructor of planned resources for one cloud's table of types. */
export function resourcesOf<Types extends object>() {
  return <K extends keyof Types & string>(
    type: K,
    args: Symbolic<Types[K]>,
    rest: Omit<Planned, "type" | "args"> = {},
  ): Planned => ({ type, args: args as Record<string, unknown>, ...rest });
}

/** What a planned resource is to its owner. */
export function roleOf(key: string, { role = key }: Planned): string {
  return role;
}

/** Resources of several owners in one plan: where two owners' roles are the same, the later owner's key stands behind it. */
export function together(all: readonly Readonly<Record<string, Planned>>[]): Record<string, Planned> {
  const found: Record<string, Planned> = {};
  for (const [key, planned] of all.flatMap((one) => Object.entries(one))) {
    const role = roleOf(key, planned);
    const first = found[role];
    if (first === undefined || first.owner === planned.owner) found[role] = planned;
    else found[`${role}@${planned.owner?.key}`] = { ...planned, role };
  }
  return found;
}

/** A neutral output of another component, its placeholders pointed there. */
export function outputOf(of: Declared, name: string): unknown {
  return pointed(of.plan.outputs[name], of);
}

function pointed(value: unknown, of: Declared): unknown {
  if (Array.isArray(value)) return value.map((element) => pointed(element, of));
  if (!isPlaceholder(value)) return value;
  if ("text" in value) return text(...(pointed(value.text, of) as Text["text"]));
  return "ref" in value && value.of === undefined ? ref(of, value.ref) : value;
}
