import { type Engine, type Registration, stackType } from "./engine.js";
import { exposureOfPlan } from "./exposure.js";
import type { Plan, PlanComponent, PlanNote, PlanResource, Values } from "./model.js";
import { sizesOf } from "./sizes.js";
import { ancestors } from "./transforms.js";
import { unusedNames } from "./unused-names.js";
import { hideSecrets, readValue, readValues } from "./values.js";
import { mapValues, type Wires } from "./wire.js";
import { isValues } from "./words.js";

const ourPrefix = "webtier:index:";

/** What was registered, as a plan. */
export function assemble(engine: Engine): Plan {
  const all = [...engine.registrations.values()].sort(byUrn);
  const ours = all.filter(isOurs);
  const components = ours.map((registration) => componentOf(engine, registration));
  const cloud = cloudOf(components) ?? engine.stack.cloud;
  const rest = all.filter((one) => !isOurs(one) && one.kind !== "stack").map((one) => resourceOf(engine, one));
  const root = all.find(({ type }) => type === stackType);
  return {
    version: 1,
    project: engine.project.name,
    stack: engine.stack.name,
    ...(cloud === undefined ? {} : { cloud }),
    components,
    resources: rest,
    outputs: root ? valuesOf(engine, engine.outputs.get(root.urn) ?? {}) : {},
    notes: notesOf(engine, ours, components),
    exposure: exposureOfPlan({ components, resources: rest }),
    sizes: sizesOf(components),
  };
}

export function isOurs({ type }: Registration): boolean {
  return type.startsWith(ourPrefix);
}

function byUrn(a: { readonly urn: string }, b: { readonly urn: string }): number {
  return a.urn < b.urn ? -1 : 1;
}

function valuesOf(engine: Engine, wires: Wires): Values {
  return hideSecrets(engine.secrets, readValues(engine.reader, wires));
}

function componentOf(engine: Engine, registration: Registration): PlanComponent {
  const { urn, type, name, parent, options, source } = registration;
  const { cloud, key, spec, customised, documents } = valuesOf(engine, registration.inputs);
  return {
    urn,
    type,
    noun: type.slice(ourPrefix.length),
    name,
    key: typeof key === "string" ? key : name,
    cloud: typeof cloud === "string" ? cloud : "",
    ...(parent === undefined ? {} : { parent }),
    spec: isValues(spec) ? spec : {},
    customised: Array.isArray(customised) ? [...(customised as string[])].sort() : [],
    documents: isValues(documents) ? documents : {},
    outputs: valuesOf(engine, engine.outputs.get(urn) ?? {}),
    options,
    ...(source === undefined ? {} : { source }),
  };
}

function resourceOf(engine: Engine, registration: Registration): PlanResource {
  const { urn, kind, type, name, parent, id, provider, providers, options, source } = registration;
  const component = ancestors(engine, parent).find(isOurs)?.urn;
  const outputs = engine.outputs.get(urn);
  return {
    urn,
    kind: kind === "stack" ? "component" : kind,
    type,
    name,
    ...(parent === undefined ? {} : { parent }),
    ...(component === undefined ? {} : { component }),
    ...(id === undefined ? {} : { id: String(readValue(engine.reader, id)) }),
    inputs: valuesOf(engine, registration.inputs),
    ...(outputs === undefined ? {} : { outputs: valuesOf(engine, outputs) }),
    dependencies: registration.dependencies,
    propertyDependencies: registration.propertyDependencies,
    ...(provider === undefined ? {} : { provider }),
    ...(Object.keys(providers).length === 0
      ? {}
      : { providers: mapValues(providers, (one) => one.slice(0, one.lastIndexOf("::"))) }),
    options,
    ...(source === undefined ? {} : { source }),
  };
}

/** The cloud that all components stand on. */
function cloudOf(components: readonly PlanComponent[]): string | undefined {
  const [cloud, another] = new Set(components.map((component) => component.cloud));
  return another === undefined && cloud !== "" ? cloud : undefined;
}

function notesOf(engine: Engine, ours: readonly Registration[], components: readonly PlanComponent[]): PlanNote[] {
  const own = ours.flatMap((one) => declaredNotes(engine, one));
  const said = new Set(own.map(({ path, message, id, about }) => `${about} ${path}: ${message} (${id})`));
  const logged = engine.logs.filter(
    ({ severity, message, urn }) => severity === "warning" && !said.has(`${urn} ${message}`),
  );
  const texts = logged.map(({ message, urn }): PlanNote => {
    const about = urn === "" || urn === engine.root ? {} : { about: urn };
    return { id: "program:warning", fate: "warning", message: shown(engine, message), ...about };
  });
  const all = [...own, ...texts, ...engineNotes(engine), ...unusedNames(engine, components)];
  const once = new Map(all.map((note) => [orderOf(note), note]));
  return [...once.keys()].sort().flatMap((key) => once.get(key) ?? []);
}

function declaredNotes(engine: Engine, { urn, inputs }: Registration): PlanNote[] {
  const { notes } = valuesOf(engine, inputs);
  if (!Array.isArray(notes)) return [];
  return (notes as unknown as PlanNote[]).map((note) => ({ ...note, about: urn }));
}

function engineNotes({ config, unknownCalls, registrations }: Engine): PlanNote[] {
  const environments = config.environments.map(
    (name): PlanNote => ({
      id: "plan:environment",
      fate: "warning",
      message: `environment ${name} of the stack is not opened by a plan: its values are missing`,
    }),
  );
  const calls = [...unknownCalls].map(
    (call): PlanNote => ({ id: "plan:unknown", fate: "warning", message: `left unknown: ${call}` }),
  );
  const remote = [...registrations.values()]
    .filter(({ remote: is }) => is)
    .map(
      ({ urn }): PlanNote => ({
        id: "plan:remote",
        fate: "warning",
        message: "a provider makes its parts: they are not in this plan",
        about: urn,
      }),
    );
  return [...environments, ...calls, ...remote];
}

function shown({ reader, secrets }: Engine, text: string): string {
  return secrets.hideInLog(String(readValue(reader, text)));
}

function orderOf({ about = "", id, path = "", message }: PlanNote): string {
  return JSON.stringify([about, id, path, message]);
}
