import * as pulumi from "@pulumi/pulumi";
import { create, isLive, liveOf, settle } from "./create.js";
import { attach, type Declared, declaredOf, enlist, isPlain, reachable } from "./declared.js";
import { type Issue, WebtierError } from "./errors.js";
import { familyOf } from "./names.js";
import { type Noun, pathOf } from "./noun.js";
import { isPlaceholder, isSentence } from "./planned.js";
import { type Prepared, prepare, titleOf } from "./prepare.js";
import { collectsFailures, currentRun, fail } from "./run.js";
import { view, viewOfDocument, viewOfSentence } from "./view.js";

const failed = new WeakSet<object>();

/** Marks a value whose mistakes were reported already, so that its users do not report them again. */
export function markFailed(value: object): void {
  failed.add(value);
}

function hasFailed(value: unknown): boolean {
  return typeof value === "object" && value !== null && failed.has(value);
}

/** The base of every noun: refuses before anything is registered, then makes the planned resources. */
export abstract class Component<S = unknown> extends pulumi.ComponentResource {
  constructor(noun: Noun<S>, name: string, args: object, options: pulumi.ComponentResourceOptions = {}) {
    const omitted = brokenKeys(args);
    const usable = Object.fromEntries(Object.entries(args ?? {}).filter(([key]) => !omitted.includes(key)));
    const prepared = prepare(noun, name, usable, {
      parent: declaredAbove(options.parent),
      omitted,
      place: foreignNames(options.parent),
    });
    const parent = options.parent ?? parentOf(prepared.it);
    const own = [...takenName(noun, name, prepared.it, parent), ...waitsForItself(options, parent)];
    const issues = [...own, ...prepared.issues];
    const code = own.length > 0 ? "WT_INVALID" : prepared.code;
    if (issues.length > 0) fail({ code, title: titleOf(noun, name, { ...prepared, code }), issues });
    const good = issues.length === 0 && omitted.length === 0;
    super(`webtier:index:${noun.name}`, name, inputsOf(noun, prepared, good), parented(prepared.it, options, good));
    attach(this, prepared.it);
    if (good) currentRun().names.add(nameIn(noun, name, parent));
    if (good) this.#create(prepared, options);
    else failed.add(this);
  }

  #create({ it, notes }: Prepared<S>, options: pulumi.ComponentResourceOptions): void {
    enlist(it);
    create(it, this, options);
    const warnings = notes.filter(({ fate }) => fate !== "note");
    for (const { id, path, message } of warnings) void pulumi.log.warn(`${path}: ${message} (${id})`, this);
    this.registerOutputs(settle(it.plan.outputs, it, reachable(it)) as pulumi.Inputs);
  }

  /** A neutral output of the plan; unknown when the component failed. */
  protected output<T>(name: string): pulumi.Output<T> {
    const it = declaredOf(this);
    if (!it || failed.has(this)) return pulumi.output(pulumi.unknown) as pulumi.Output<T>;
    return pulumi.output(settle(it.plan.outputs[name], it, reachable(it)) as pulumi.Input<T>) as pulumi.Output<T>;
  }
}

/** The native resources of a component by role; each cloud's `native` gives them types. */
export function nativeResources(component: object, cloudName: string): Readonly<Record<string, pulumi.CustomResource>> {
  const it = declaredOf(component);
  const wrong = (message: string) =>
    new WebtierError({
      code: "WT_INVALID",
      title: `${cloudName}.native() has no resources to give`,
      issues: [{ path: "component", message }],
    });
  if (!it) throw wrong("is not a component of this library");
  if (it.cloud.name !== cloudName) throw wrong(`${it.key} stands on ${it.cloud.name}`);
  return Object.fromEntries(liveOf(it).resources);
}

function inputsOf<S>(noun: Noun<S>, { it, notes }: Prepared<S>, good: boolean): pulumi.Inputs {
  const inputs = { cloud: it.cloud.name, key: it.key, spec: view(it.spec, noun.sensitive ?? []) };
  if (!good) return { ...inputs, failed: true };
  const customised = Object.keys(it.plan.resources).filter((role) => Object.hasOwn(it.cloud.transform, familyOf(role)));
  const documents = documentsOf(it);
  return {
    ...inputs,
    notes,
    ...(customised.length > 0 ? { customised } : {}),
    ...(Object.keys(documents).length > 0 ? { documents } : {}),
  };
}

/** Texts that hold ids are recorded as documents: one unknown id would hide the whole text at preview. */
function documentsOf(it: Declared): Record<string, unknown> {
  return Object.fromEntries(Object.entries(it.plan.resources).flatMap(([role, { args }]) => documentsIn(args, role)));
}

function documentsIn(value: unknown, path: string): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((one, index) => documentsIn(one, `${path}[${index}]`));
  if (isPlaceholder(value) && isSentence(value)) return [[path, viewOfSentence(value)]];
  if (isPlaceholder(value)) return "json" in value ? [[path, viewOfDocument(value.json)]] : [];
  if (!isPlain(value)) return [];
  return Object.entries(value).flatMap(([key, element]) => documentsIn(element, `${path}.${key}`));
}

function parented(
  it: Declared,
  options: pulumi.ComponentResourceOptions,
  good: boolean,
): pulumi.ComponentResourceOptions {
  if (!good) {
    const { dependsOn: _, ...rest } = options;
    return rest;
  }
  const parent = options.parent ?? parentOf(it);
  return parent ? { ...options, parent } : options;
}

function parentOf(it: Declared): pulumi.Resource | undefined {
  return it.parent && isLive(it.parent) ? liveOf(it.parent).component : undefined;
}

type Placed = pulumi.Resource & { __parentResource?: Placed; __pulumiType?: string; __name?: string };

function above(resource: pulumi.Resource | undefined): Placed[] {
  const placed = resource as Placed | undefined;
  if (!placed || placed.__pulumiType === "pulumi:pulumi:Stack") return [];
  return [...above(placed.__parentResource), placed];
}

/** Names of the program's own components above; ours tell themselves apart. */
function foreignNames(resource: pulumi.Resource | undefined): string[] {
  return above(resource).flatMap(({ __name }) => __name ?? []);
}

/** As in a URN: a name counts once among equal types below equal types. */
function nameIn<S>(noun: Noun<S>, name: string, parent: pulumi.Resource | undefined): string {
  return [...above(parent).map(({ __pulumiType }) => __pulumiType), noun.name, name].join("$");
}

function takenName<S>(noun: Noun<S>, name: string, it: Declared, parent: pulumi.Resource | undefined): Issue[] {
  if (!currentRun().names.has(nameIn(noun, name, parent))) return [];
  const owner = it.parent;
  if (owner?.children.some((child) => child.noun === it.noun && child.name === name)) return [];
  const other = owner ? `another name, such as "${owner.name}-${name}"` : "another name";
  return [{ path: pathOf(noun), message: `"${name}" is the name of another ${noun.name}`, instead: other }];
}

/** Whoever waits for what it is a part of waits for itself. */
function waitsForItself({ dependsOn }: pulumi.ComponentResourceOptions, parent: pulumi.Resource | undefined): Issue[] {
  const awaited = Array.isArray(dependsOn) ? dependsOn : [dependsOn];
  const whole = above(parent).find((one) => awaited.includes(one));
  if (!whole) return [];
  return [
    {
      path: "dependsOn",
      message: `names "${whole.__name}", which it is a part of`,
      instead: "leave it out: a part is made after its whole",
    },
  ];
}

/** Options that refer to failed components: their mistakes were reported where they were made. */
function brokenKeys(args: object): string[] {
  if (!collectsFailures()) return [];
  return Object.entries(args ?? {}).flatMap(([key, value]) => (refersToFailed(value) ? [key] : []));
}

function refersToFailed(value: unknown): boolean {
  if (hasFailed(value)) return true;
  if (Array.isArray(value)) return value.some(refersToFailed);
  return isPlain(value) && Object.values(value).some(refersToFailed);
}

/** The nearest of our components above a resource. */
function declaredAbove(resource: pulumi.Resource | undefined): Declared | undefined {
  if (!resource) return undefined;
  return declaredOf(resource) ?? declaredAbove((resource as { __parentResource?: pulumi.Resource }).__parentResource);
}
