import { exposureOfPlan } from "../plan/exposure.js";
import type { Plan, PlanComponent, PlanNote, PlanOptions, PlanResource, ResourceKind } from "../plan/model.js";
import { sizesOf } from "../plan/sizes.js";
import { isValues } from "../plan/words.js";
import type { State } from "./record.js";
import type { StackName } from "./stack-name.js";

const ourPrefix = "webtier:index:";
const stackType = "pulumi:pulumi:Stack";

/** A plan of what a state holds, as a program that registers it would have been planned. */
export function planOfStates({ project, stack }: StackName, states: readonly State[]): Plan {
  const byUrn = new Map([...unnamedParents(states), ...states].map((state) => [state.urn, state]));
  const all = [...byUrn.values()].sort((a, b) => (a.urn < b.urn ? -1 : 1));
  const components = all.filter(isOurs).map(componentOf);
  const resources = all
    .filter((state) => !isOurs(state) && state.type !== stackType)
    .map((one) => resourceOf(one, byUrn));
  const cloud = cloudOf(components);
  return {
    version: 1,
    project,
    stack,
    ...(cloud === undefined ? {} : { cloud }),
    components,
    resources,
    outputs: all.find(({ type }) => type === stackType)?.outputs ?? {},
    notes: all.filter(isOurs).flatMap(notesOf),
    exposure: exposureOfPlan({ components, resources }),
    sizes: sizesOf(components),
  };
}

export function isOurUrn(urn: string): boolean {
  return typeIn(urn).startsWith(ourPrefix);
}

function isOurs({ type }: State): boolean {
  return type.startsWith(ourPrefix);
}

/** Components that stay as they are may be left out; what stands in them still names them. */
function unnamedParents(states: readonly State[]): State[] {
  const named = new Set(states.map(({ urn }) => urn));
  const parents = states.flatMap(({ parent = "" }) => (isOurUrn(parent) && !named.has(parent) ? [parent] : []));
  return [...new Set(parents)].map((urn) => ({
    urn,
    type: typeIn(urn),
    custom: false,
    external: false,
    protect: false,
    retainOnDelete: false,
    inputs: { key: keyOf(urn) },
    outputs: {},
    dependencies: [],
    propertyDependencies: {},
    aliases: [],
    ignoreChanges: [],
  }));
}

/** As a component that stands alone calls itself. */
function keyOf(urn: string): string {
  const noun = typeIn(urn).slice(ourPrefix.length);
  return `${noun.charAt(0).toLowerCase()}${noun.slice(1)}:${nameIn(urn)}`;
}

function componentOf(state: State): PlanComponent {
  const { cloud, key, spec, customised, documents } = state.inputs;
  return {
    urn: state.urn,
    type: state.type,
    noun: state.type.slice(ourPrefix.length),
    name: nameOf(state),
    key: typeof key === "string" ? key : nameOf(state),
    cloud: typeof cloud === "string" ? cloud : "",
    ...(state.parent === undefined ? {} : { parent: state.parent }),
    spec: isValues(spec) ? spec : {},
    customised: Array.isArray(customised) ? customised.map(String).sort() : [],
    documents: isValues(documents) ? documents : {},
    outputs: state.outputs,
    options: optionsOf(state),
    ...(state.source === undefined ? {} : { source: state.source }),
  };
}

function resourceOf(state: State, byUrn: ReadonlyMap<string, State>): PlanResource {
  const component = ownerOf(state, byUrn);
  return {
    urn: state.urn,
    kind: kindOf(state),
    type: state.type,
    name: nameOf(state),
    ...(state.parent === undefined ? {} : { parent: state.parent }),
    ...(component === undefined ? {} : { component }),
    ...(state.external && state.id !== undefined ? { id: state.id } : {}),
    inputs: state.inputs,
    dependencies: state.dependencies,
    propertyDependencies: state.propertyDependencies,
    ...(state.provider === undefined ? {} : { provider: state.provider.slice(0, state.provider.lastIndexOf("::")) }),
    options: optionsOf(state),
    ...(state.source === undefined ? {} : { source: state.source }),
  };
}

function kindOf({ custom, external, type }: State): ResourceKind {
  if (type.startsWith("pulumi:providers:")) return "provider";
  if (external) return "read";
  return custom ? "resource" : "component";
}

/** The nearest component of this library above it; a parent that was left out still says its type. */
function ownerOf({ parent }: State, byUrn: ReadonlyMap<string, State>): string | undefined {
  if (parent === undefined) return undefined;
  if (isOurUrn(parent)) return parent;
  const above = byUrn.get(parent);
  return above && ownerOf(above, byUrn);
}

/** The type of a URN without those above it. */
function typeIn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

function nameOf({ urn }: State): string {
  return nameIn(urn);
}

function nameIn(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

function optionsOf({ aliases, ignoreChanges, protect, retainOnDelete }: State): PlanOptions {
  return {
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(ignoreChanges.length > 0 ? { ignoreChanges } : {}),
    ...(protect ? { protect } : {}),
    ...(retainOnDelete ? { retainOnDelete } : {}),
  };
}

function cloudOf(components: readonly PlanComponent[]): string | undefined {
  const [cloud, another] = new Set(
    components.flatMap((component) => (component.cloud === "" ? [] : [component.cloud])),
  );
  return another === undefined ? cloud : undefined;
}

function notesOf({ urn, inputs }: State): PlanNote[] {
  const notes = Array.isArray(inputs.notes) ? inputs.notes : [];
  return notes.flatMap((note) => (isValues(note) ? [{ ...(note as unknown as PlanNote), about: urn }] : []));
}
