import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { type Engine, type Registration, record, stackType, urnOf } from "./engine.js";
import { optionsOf, recordedOptions } from "./options.js";
import { defaultProvider, isProvider, packageOf, providerUrn, resolveProvider } from "./providers.js";
import { sourceOf } from "./source.js";
import { type Draft, transformResource } from "./transforms.js";
import { asOutput, fromStruct, mapValues, outputDependencies, type Wires, withoutOutputs } from "./wire.js";

/** Records a resource by the rules of the engine. */
export async function register(engine: Engine, request: RegisterResourceRequest): Promise<Registration> {
  const type = request.getType();
  const name = request.getName();
  const parent = request.getParent() || undefined;
  const native = request.getCustom() || request.getRemote();
  const options = optionsOf(request, parent === undefined ? undefined : engine.registrations.get(parent));
  if (native) {
    const own = { provider: request.getProvider(), providers: plainMap(request.getProvidersMap()) };
    options.setProvider(resolveProvider(engine, own, parent, type));
  }
  const own = request.getTransformsList();
  const edges = edgesOf(request);
  const inputs = fromStruct(request.getObject());
  const draft: Draft = {
    type,
    name,
    custom: request.getCustom(),
    parent,
    options,
    inputs: own.length > 0 ? withEdges(inputs, edges) : inputs,
  };
  const done = await transformResource(engine, draft, own);
  const registration: Registration = {
    urn: urnOf(engine, parent, type, name),
    kind: kindOf(request),
    type,
    name,
    parent,
    remote: request.getRemote(),
    inputs: mapValues(done.inputs, withoutOutputs),
    ...dependenciesOf(done, own.length > 0, request.getDependenciesList(), edges),
    provider: native && !isProvider(type) ? providerOf(engine, request, done) : undefined,
    providers: providersOf(engine, done),
    options: recordedOptions(engine.reader, done.options),
    source: sourceOf(engine.project, request),
    transforms: own,
  };
  record(engine, registration);
  return registration;
}

type Edges = Readonly<Record<string, readonly string[]>>;

function kindOf(request: RegisterResourceRequest): Registration["kind"] {
  if (request.getType() === stackType) return "stack";
  if (isProvider(request.getType())) return "provider";
  return request.getCustom() ? "resource" : "component";
}

function edgesOf(request: RegisterResourceRequest): Edges {
  return mapValues(plainMap(request.getPropertydependenciesMap()), (edge) => edge.getUrnsList());
}

function withEdges(inputs: Wires, edges: Edges): Wires {
  return mapValues(inputs, (value, key) => asOutput(value, edges[key] ?? []));
}

/** After own transforms the values say what they depend on; otherwise the request does. */
function dependenciesOf({ inputs, options }: Draft, transformed: boolean, requested: readonly string[], edges: Edges) {
  const found = mapValues(inputs, (value, key) => [
    ...(transformed ? [] : (edges[key] ?? [])),
    ...outputDependencies(value),
  ]);
  const direct = transformed ? [...options.getDependsOnList(), ...Object.values(found).flat()] : requested;
  const named = Object.entries(found).filter(([, urns]) => urns.length > 0);
  return {
    dependencies: sortedSet(direct),
    propertyDependencies: Object.fromEntries(named.map(([key, urns]) => [key, sortedSet(urns)])),
  };
}

function sortedSet(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function providerOf(engine: Engine, request: RegisterResourceRequest, { options }: Draft): string {
  if (options.getProvider() !== "") return providerUrn(options.getProvider());
  const type = request.getType();
  const asked = { name: packageOf(type), version: options.getVersion(), url: options.getPluginDownloadUrl() };
  return providerUrn(defaultProvider(engine, engine.packages.get(request.getPackageref()) ?? asked, type));
}

/** A component hands its providers down to the components in it. */
function providersOf({ registrations }: Engine, { custom, parent, options }: Draft): Record<string, string> {
  const above = parent === undefined ? undefined : registrations.get(parent);
  const handed = !custom && above?.kind === "component" ? above.providers : {};
  return { ...handed, ...plainMap(options.getProvidersMap()) };
}

interface ProtoMap<T> {
  forEach(visit: (value: T, key: string) => void): void;
}

function plainMap<T>(map: ProtoMap<T>): Record<string, T> {
  const entries: [string, T][] = [];
  map.forEach((value, key) => {
    entries.push([key, value]);
  });
  return Object.fromEntries(entries);
}
