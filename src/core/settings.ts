import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import type { z } from "zod";
import type { Adapter, Cloud, CommonSettings, ResourceClass, Transform } from "./cloud.js";
import type { Failure, Issue } from "./errors.js";
import { parseFields } from "./parse.js";
import { collectsFailures, refuse } from "./run.js";
import { takesNames } from "./schema.js";
import type { Facets } from "./support.js";
import { namesPrefix } from "./text.js";

/** What only a program can give; the rest may also come from stack configuration. */
export interface CodeSettings<Transforms extends object = Record<string, Transform>> {
  /** Changes native arguments by role; from stack configuration: the path of a module that exports such functions. */
  readonly transform?: Transforms | string;
  /** The Pulumi provider of every resource. */
  readonly provider?: pulumi.ProviderResource;
}

export interface CloudDefinition<Settings> {
  readonly name: string;
  /** The npm package of the SDK, whose classes are found by their type tokens. */
  readonly sdk: string;
  /** Files of the SDK that are spelled otherwise than their type tokens. */
  readonly files?: Readonly<Record<string, string>>;
  /** Another way to a class, for a cloud without such an SDK. */
  readonly load?: Cloud["load"];
  readonly fields: Readonly<Record<string, z.ZodType>>;
  readonly nouns: Readonly<Record<string, Adapter<never>>>;
  readonly facets?: (settings: Settings) => Facets;
  readonly rules?: (settings: Settings) => Issue[];
  /** Makers of further providers, by the names that plans have for them. */
  readonly providers?: Readonly<Record<string, MakeProvider<Settings>>>;
}

/** Makes a provider beside the cloud's own, or nothing where that one serves as well. */
export type MakeProvider<Settings> = (
  settings: Settings,
  own: pulumi.ProviderResource | undefined,
  Class: ProviderClass,
) => pulumi.ProviderResource | undefined;

type ProviderClass = new (name: string, args: object) => pulumi.ProviderResource;

/** Reads settings and makes a cloud of them. */
export function makeCloud<Settings extends CommonSettings>(
  definition: CloudDefinition<Settings>,
  given: unknown,
): Cloud<Settings> {
  const { name, sdk, files, load, fields, nouns, facets, rules, providers = {} } = definition;
  const { transform, provider, ...plain } = (given ?? {}) as CodeSettings & Record<string, unknown>;
  const { value, issues } = parseFields(fields, plain, "settings", `the settings of ${name}`);
  const settings = value as unknown as Settings;
  const all = issues.length > 0 ? issues : (rules?.(settings) ?? []);
  if (all.length > 0) refuse({ ...inSettings(name), issues: all });
  if (!load) findSdk(name, sdk);
  const cloud: Cloud<Settings> = {
    name,
    settings,
    facets: facets?.(settings) ?? {},
    nouns,
    load: load ?? classesOf(sdk, files),
    transform: transformsOf(name, transform),
    provider,
    further: once((key) => providers[key]?.(settings, provider, providerOf(sdk))),
    exact: settings.fidelity === "exact",
  };
  made.add(cloud);
  tellNames(fields, plain);
  return cloud;
}

const made = new WeakSet<object>();

/** A plan tells which names of the settings no component has a use for. */
function tellNames(fields: Readonly<Record<string, z.ZodType>>, given: Readonly<Record<string, unknown>>): void {
  if (!collectsFailures()) return;
  const names = Object.entries(fields).flatMap(([section, field]) =>
    takesNames(field) ? Object.keys(given[section] ?? {}).map((name) => [section, name]) : [],
  );
  void pulumi.log.debug(namesPrefix + JSON.stringify(names));
}

export function isCloud(value: unknown): value is Cloud {
  return typeof value === "object" && value !== null && made.has(value);
}

/** SDKs belong to the program's project, so they are looked for from there. */
function fromProject(): NodeJS.Require {
  return createRequire(join(process.cwd(), "index.js"));
}

function findSdk(cloud: string, sdk: string): void {
  try {
    fromProject().resolve(`${sdk}/package.json`);
  } catch {
    const issue = {
      path: "webtier:cloud",
      message: `${cloud} needs the package ${sdk}, which is not installed`,
      instead: `npm install ${sdk}`,
    };
    refuse({ code: "WT_INVALID", title: `the SDK of ${cloud} is missing`, issues: [issue] });
  }
}

function providerOf(sdk: string): ProviderClass {
  return (fromProject()(`${sdk}/provider.js`) as { readonly Provider: ProviderClass }).Provider;
}

/** The same answer to the same name, found once. */
function once<T>(find: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    if (!known.has(name)) known.set(name, find(name));
    return known.get(name) as T;
  };
}

/** `cloud:lb/targetGroup:TargetGroup` -> `TargetGroup` of the SDK's `lb/targetGroup`, each loaded once. */
function classesOf(sdk: string, files: Readonly<Record<string, string>> = {}): Cloud["load"] {
  const load = fromProject();
  const known = new Map<string, ResourceClass>();
  return (type) => {
    const found = known.get(type);
    if (found) return found;
    const [, place = "", name = ""] = type.split(":");
    const [module = "", file = ""] = place.split("/");
    const exported = load(`${sdk}/${module.toLowerCase()}/${files[file] ?? file}.js`) as Record<string, ResourceClass>;
    const loaded = exported[name] as ResourceClass;
    known.set(type, loaded);
    return loaded;
  };
}

function transformsOf(cloud: string, transform: CodeSettings["transform"]): Readonly<Record<string, Transform>> {
  const found: unknown = typeof transform === "string" ? moduleOf(cloud, transform) : (transform ?? {});
  const entries = typeof found === "object" && found !== null ? Object.entries(found) : [["", found]];
  const wrong = entries.filter(([, one]) => typeof one !== "function").map(([role]) => role);
  if (wrong.length === 0) return found as Record<string, Transform>;
  const path = ["transform", ...wrong.slice(0, 1)].filter(Boolean).join(".");
  return refuse({
    ...inSettings(cloud),
    issues: [
      { path, message: "is not a function", instead: "functions by role, or the path of a module that exports them" },
    ],
  });
}

function moduleOf(cloud: string, file: string): unknown {
  try {
    return fromProject()(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    return refuse({
      ...inSettings(cloud),
      issues: [
        {
          path: "settings.transform",
          message: `cannot be loaded: ${reason}`,
          instead: 'a path from the project, such as "./transform.js"',
        },
      ],
    });
  }
}

function inSettings(cloud: string): Omit<Failure, "issues"> {
  return { code: "WT_INVALID", title: `the settings of ${cloud} are invalid` };
}
