import * as pulumi from "@pulumi/pulumi";
import * as runtimeConfig from "@pulumi/pulumi/runtime/config.js";
import type { Cloud, CloudModule } from "./cloud.js";
import { type Declared, isPlain } from "./declared.js";
import type { Issue } from "./errors.js";
import { currentRun, refuse } from "./run.js";
import { quote } from "./text.js";

/** Name -> how its folder is loaded; given by the root, so that core names no cloud. */
export type Registry = Readonly<Record<string, () => CloudModule>>;

let registry: Registry = {};
let planned: readonly string[] = [];

export function useRegistry(clouds: Registry, notYet: readonly string[] = []): void {
  registry = clouds;
  planned = notYet;
}

export interface CloudSources {
  readonly argument: unknown;
  readonly references: readonly Declared[];
  readonly parent: Declared | undefined;
}

export interface Choice {
  readonly cloud: Cloud;
  readonly issues: readonly Issue[];
}

/** The argument, else the references, else the parent, else the stack configuration. */
export function chooseCloud({ argument, references, parent }: CloudSources, path: string): Choice {
  const first = references[0];
  const cloud = (argument as Cloud | undefined) ?? first?.cloud ?? parent?.cloud ?? configuredCloud();
  const strangers = references.filter((reference) => reference.cloud !== cloud);
  const issues = strangers.map((stranger) => ({
    path: argument === undefined ? path : `${path}.cloud`,
    message: mixing(cloud, stranger),
    instead: "one cloud value, made once and shared by all components that refer to each other",
  }));
  return { cloud, issues };
}

function mixing(cloud: Cloud, stranger: Declared): string {
  const same = cloud.name === stranger.cloud.name;
  const which = same ? `another ${cloud.name} value` : stranger.cloud.name;
  return `would stand on ${cloud.name}, but ${stranger.key} stands on ${which}`;
}

function configuredCloud(): Cloud {
  const run = currentRun();
  run.cloud ??= readConfiguredCloud();
  return run.cloud;
}

function readConfiguredCloud(): Cloud {
  const config = new pulumi.Config("webtier");
  const name = config.get("cloud");
  if (name === undefined) {
    return invalid(
      "no cloud is chosen",
      "webtier:cloud",
      "is missing from the stack configuration",
      `webtier:cloud: ${names()}, or cloud: ${Object.keys(registry)[0]}({ … }) in the program`,
    );
  }
  if (isSecret("webtier:settings")) {
    return invalid(
      `the settings of ${name} hold a secret`,
      "webtier:settings",
      "must be plain: settings say what names mean and end up in plans",
      "a name or an id here; a secret as an Output in the program",
    );
  }
  return loadCloud(name).cloud(readObject(config, name));
}

/** The SDK has the function without declaring it. */
function isSecret(key: string): boolean {
  const { isConfigSecret } = runtimeConfig as { isConfigSecret?: (key: string) => boolean };
  return isConfigSecret?.(key) ?? false;
}

function readObject(config: pulumi.Config, name: string): object {
  const read = () => config.getObject<unknown>("settings") ?? {};
  const found = attempt(read);
  if (isPlain(found)) return found;
  return invalid(
    `the settings of ${name} cannot be read`,
    "webtier:settings",
    "must be an object of options",
    "a YAML mapping under webtier:settings",
  );
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function loadCloud(name: string): CloudModule {
  const load = Object.hasOwn(registry, name) ? registry[name] : undefined;
  if (load) return load();
  const shown = JSON.stringify(name);
  return planned.includes(name)
    ? invalid("no such cloud yet", "webtier:cloud", `${shown} is planned, not available yet`, names())
    : invalid("no such cloud", "webtier:cloud", `${shown} is not a cloud of this library`, names());
}

function names(): string {
  return quote(Object.keys(registry), "or");
}

function invalid(title: string, path: string, message: string, instead: string): never {
  return refuse({ code: "WT_INVALID", title, issues: [{ path, message, instead }] });
}
