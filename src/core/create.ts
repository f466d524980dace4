import * as pulumi from "@pulumi/pulumi";
import type { Cloud, Transform, TransformContext } from "./cloud.js";
import { type Declared, isPlain, reachable } from "./declared.js";
import { bug, WebtierError } from "./errors.js";
import { leave, leavesFiles } from "./files.js";
import { childName, familyOf, type Naming } from "./names.js";
import { type Derived, isPlaceholder, type Placeholder, type Planned, type Ref, roleOf } from "./planned.js";
import { refuse } from "./run.js";

/** A component with the native resources it owns. */
export interface Live {
  readonly component: pulumi.ComponentResource;
  readonly options: pulumi.ComponentResourceOptions;
  readonly resources: Map<string, pulumi.CustomResource>;
}

const lives = new WeakMap<Declared, Live>();

export function liveOf(it: Declared): Live {
  const live = lives.get(it);
  if (!live) throw bug(`${it.key} was not created`);
  return live;
}

export function isLive(it: Declared): boolean {
  return lives.has(it);
}

/** Turns a plan into resources, in its order. The only place that makes any. */
export function create(
  it: Declared,
  component: pulumi.ComponentResource,
  options: pulumi.ComponentResourceOptions,
): Live {
  const live: Live = { component, options, resources: new Map() };
  lives.set(it, live);
  const scope = reachable(it);
  for (const [key, planned] of Object.entries(it.plan.resources)) {
    const owner = planned.owner ?? it;
    const role = roleOf(key, planned);
    const place = liveOf(owner);
    const resource = place.resources.get(role) ?? make(it, owner, role, planned, scope);
    place.resources.set(role, resource);
    live.resources.set(key, resource);
  }
  return live;
}

type Scope = ReadonlyMap<string, Declared>;

function make(it: Declared, owner: Declared, role: string, planned: Planned, scope: Scope): pulumi.CustomResource {
  const { cloud } = it;
  const place = liveOf(owner);
  const given = settle(planned.args, it, scope) as object;
  const args = transformed(given, cloud.transform[familyOf(role)], { component: owner.name, key: role });
  const Class = cloud.load(planned.type);
  const name = childName(owner.name, role, planned.naming);
  const { dependsOn = [], ...rest } = planned.options ?? {};
  const declared = dependsOn.map((reference) => target(reference, it, scope).resource);
  const options = [place.options, ...(owner === it ? [] : [liveOf(it).options])];
  if (leavesFiles()) planned.files?.forEach(leave);
  return new Class(name, args, {
    ...rest,
    parent: place.component,
    ...aliasesOf(owner, role, planned, place.options),
    ...dependencies(declared, options),
    ...providerOf(cloud, place.options, planned.provider),
  });
}

/** A program's own change of native arguments, held to give arguments back. */
function transformed(given: object, transform: Transform | undefined, context: TransformContext): object {
  if (!transform) return given;
  const wrong = (message: string, instead: string) =>
    refuse({
      code: "WT_INVALID",
      title: `the transform of ${context.key} in "${context.component}" failed`,
      issues: [{ path: `transform.${familyOf(context.key)}`, message, instead }],
    });
  try {
    const changed: unknown = transform(given, context) ?? given;
    return isPlain(changed)
      ? changed
      : wrong("gave no arguments back", "an object of arguments, or nothing; not a Promise");
  } catch (error) {
    if (error instanceof WebtierError) throw error;
    return wrong(
      `threw: ${error instanceof Error ? error.message : String(error)}`,
      "a function that returns arguments",
    );
  }
}

type Options = pulumi.ComponentResourceOptions;

/** The component's own providers go before the cloud's; Pulumi hands those down itself. */
function providerOf(cloud: Cloud, options: Options, named: string | undefined): pulumi.CustomResourceOptions {
  if (options.provider || options.providers) return {};
  const provider = (named === undefined ? undefined : cloud.further(named)) ?? cloud.provider;
  return provider ? { provider } : {};
}

/** What a component was asked to wait for, every child of it waits for. */
function dependencies(declared: pulumi.Resource[], options: Options[]): pulumi.CustomResourceOptions {
  const asked = options.flatMap(({ dependsOn = [] }) => dependsOn as pulumi.Input<pulumi.Resource>);
  if (declared.length + asked.length === 0) return {};
  if (asked.every((one) => pulumi.Resource.isInstance(one))) return { dependsOn: [...declared, ...asked] };
  const known = pulumi.all(asked.map((one) => pulumi.output(one)));
  return { dependsOn: known.apply((resources) => [...declared, ...(resources.flat() as pulumi.Resource[])]) };
}

/**
 * Pulumi carries a component's alias to children whose names begin with the component's.
 * Shortened names, and names that mention another component, need their own.
 */
function aliasesOf(
  owner: Declared,
  role: string,
  { naming, mentions }: Planned,
  options: Options,
): pulumi.CustomResourceOptions {
  const mentioned = mentions ? renamings(mentions) : [];
  const owners = formerNames(owner, options);
  const namings = naming?.ending === undefined ? [naming] : [naming, withoutEnding(naming)];
  if (mentioned.length + owners.length === 0 && namings.length === 1) return {};
  const current = childName(owner.name, role, naming);
  const renamedRoles = mentioned.flatMap((one) => renamed(role, one));
  const former = (name: string, roles: readonly string[]) =>
    roles.flatMap((one) => namings.map((each) => childName(name, one, each)));
  const kept = former(owner.name, [role, ...renamedRoles]).filter((child) => child !== current);
  const moved = owners.flatMap((from) =>
    former(from, [role, ...renamedRoles]).filter((child) => !followsByItself(owner.name, current, from, child)),
  );
  return { aliases: [...kept, ...moved].map((name) => ({ name })) };
}

function withoutEnding({ ending: _ending, ...naming }: Naming): Naming {
  return naming;
}

function formerNames({ name }: Declared, { aliases = [] }: Options): string[] {
  return [aliases]
    .flat()
    .flatMap(formerName)
    .filter((former) => former !== name);
}

/** What a component is called now at the end of a role, and what it was called. */
interface Renaming {
  readonly now: string;
  readonly former: string;
}

/** By its own name, or by that of its owner before it. */
function renamings(it: Declared): Renaming[] {
  const own = formerNames(it, liveOf(it).options).map((former) => ({ now: it.name, former }));
  const { parent } = it;
  if (!parent || !isLive(parent)) return own;
  const names = [it.name, ...own.map(({ former }) => former)];
  const above = renamings(parent).flatMap(({ now, former }) =>
    ["/", "-"].flatMap((separator) =>
      names.map((name) => ({ now: `${now}${separator}${it.name}`, former: `${former}${separator}${name}` })),
    ),
  );
  return [...own, ...above];
}

function renamed(role: string, { now, former }: Renaming): string[] {
  return role.endsWith(now) ? [role.slice(0, -now.length) + former] : [];
}

function followsByItself(component: string, child: string, former: string, formerChild: string): boolean {
  return child.startsWith(component) && formerChild === former + child.slice(component.length);
}

function formerName(alias: pulumi.Input<pulumi.URN | pulumi.Alias>): string[] {
  if (typeof alias === "string") return [alias.slice(alias.lastIndexOf("::") + 2)];
  const name = pulumi.Output.isInstance(alias) ? undefined : (alias as pulumi.Alias).name;
  return typeof name === "string" ? [name] : [];
}

/** The value with outputs in the places of its placeholders, at any depth. */
export function settle(value: unknown, it: Declared, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((element) => settle(element, it, scope));
  if (isPlaceholder(value)) return stoodFor(value, it, scope);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, settle(element, it, scope)]));
}

function stoodFor(value: Placeholder, it: Declared, scope: Scope): unknown {
  if ("ref" in value) return property(value, it, scope);
  if ("secret" in value) return pulumi.secret(settle(value.secret, it, scope));
  if ("by" in value) return pulumi.output(settle(value.from, it, scope) as pulumi.Input<string>).apply(late(value, it));
  if ("json" in value) return pulumi.jsonStringify(settle(value.json, it, scope));
  return pulumi.concat(...(settle(value.text, it, scope) as pulumi.Input<string>[]));
}

/** Held to its rules at the moment at which it is known. */
function late({ by, rules }: Derived, { noun, name, cloud }: Declared): (value: string) => string | undefined {
  return (value) => {
    const issues = rules?.(value) ?? [];
    if (issues.length === 0) return by(value);
    const title = `${noun} ${JSON.stringify(name)} does not fit ${cloud.name} and its settings`;
    throw new WebtierError({ code: "WT_UNSUPPORTED", title, issues });
  };
}

/** `balancer.ipAddresses[isPublic=true].ipAddress`: a role, then a path into its outputs. */
function property(reference: Ref, it: Declared, scope: Scope): unknown {
  const { resource, path } = target(reference, it, scope);
  const [first, ...rest] = path;
  if (first === undefined) return resource;
  const output = (resource as unknown as Record<string, unknown>)[first];
  if (rest.length === 0) return output;
  return (pulumi.output(output) as pulumi.Output<unknown>).apply((found) => rest.reduce<unknown>(step, found));
}

/** One step into an output; `isPublic=true` is the first element of a list of which that holds. */
function step(at: unknown, key: string): unknown {
  const [property = key, value] = key.split("=");
  if (value !== undefined && Array.isArray(at)) return at.find((element) => String(element?.[property]) === value);
  return (at as Record<string, unknown> | undefined)?.[key];
}

function target({ ref, of }: Ref, it: Declared, scope: Scope) {
  const from = of === undefined ? it : scope.get(of);
  if (!from) throw bug(`${it.key} does not reach ${of}`);
  const [found] = [...liveOf(from).resources]
    .filter(([role]) => ref === role || ref.startsWith(`${role}.`))
    .sort(([a], [b]) => b.length - a.length);
  if (!found) throw bug(`${from.key} has no ${ref}`);
  const [role, resource] = found;
  return {
    resource,
    path: ref
      .slice(role.length)
      .split(/[.[\]]+/)
      .filter((part) => part !== ""),
  };
}
