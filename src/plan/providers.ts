import { type Engine, type Package, type Registration, record, urnOf } from "./engine.js";
import { envelope, type Wire, type Wires } from "./wire.js";

const providerPrefix = "pulumi:providers:";

export function isProvider(type: string): boolean {
  return type.startsWith(providerPrefix);
}

export function packageOf(type: string): string {
  return type.split(":")[0] ?? "";
}

/** The URN in `urn::id`. */
export function providerUrn(reference: string): string {
  return reference.slice(0, reference.lastIndexOf("::"));
}

/** An explicit provider, or one that the components above hold for the package. */
export function resolveProvider(
  { registrations }: Engine,
  own: { readonly provider: string; readonly providers: Readonly<Record<string, string>> },
  parent: string | undefined,
  type: string,
): string {
  const name = packageOf(type);
  const above = parent === undefined ? undefined : registrations.get(parent);
  const held = above?.kind === "component" ? above.providers[name] : undefined;
  return own.provider || own.providers[name] || held || "";
}

/** The engine makes one provider for each package and version that is used without an explicit one. */
export function defaultProvider(engine: Engine, { name, version, url }: Package, user: string): string {
  if (isDisabled(engine, name)) {
    engine.problems.push(`Default provider for '${name}' disabled. '${user}' must use an explicit provider.`);
  }
  const type = `${providerPrefix}${name}`;
  const called = defaultName(version, url);
  const urn = urnOf(engine, undefined, type, called);
  if (!engine.registrations.has(urn))
    record(engine, { ...bare, urn, type, name: called, inputs: configOf(engine, name, version) });
  return `${urn}::`;
}

const bare: Omit<Registration, "urn" | "type" | "name" | "inputs"> = {
  kind: "provider",
  dependencies: [],
  propertyDependencies: {},
  providers: {},
  options: {},
  transforms: [],
};

function defaultName(version: string, url: string): string {
  const parts = version === "" ? [] : version.split(/[.+-]/);
  const place = url === "" ? [] : [url.replaceAll(/[^A-Za-z0-9_.-]+/g, "_").replaceAll(/^_+|_+$/g, "")];
  return ["default", ...parts, ...place].join("_");
}

function configOf({ config }: Engine, name: string, version: string): Wires {
  const own = Object.entries(config.values).filter(([key]) => key.startsWith(`${name}:`));
  const inputs = own.map(([key, value]): [string, Wire] => {
    const isSecret = config.secretKeys.includes(key);
    return [key.slice(name.length + 1), isSecret ? envelope("secret", { value }) : value];
  });
  return { ...Object.fromEntries(inputs), ...(version === "" ? {} : { version }) };
}

function isDisabled({ config }: Engine, name: string): boolean {
  const list = config.values["pulumi:disable-default-providers"];
  if (name === "pulumi" || !list) return false;
  const barred = JSON.parse(list) as unknown;
  return Array.isArray(barred) && (barred.includes("*") || barred.includes(name));
}
