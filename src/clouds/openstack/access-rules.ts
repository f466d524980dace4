// Sources: Identity API v3 reference (access rules: * stands for one part of a path, ** for many), Object Store, Key Manager,
// Compute, Orchestration and Gnocchi API references (paths and methods); read 2026-11.
import type { Permission, Verb } from "../../spec/dynamic-group-policy.js";

interface Request {
  readonly service: string;
  readonly method: string;
  readonly path: string;
}

const reading = ["GET", "HEAD"] as const;
const everything = [...reading, "POST", "PUT", "PATCH", "DELETE"] as const;

/** What using means beyond reading, without making or deleting. */
const actions: Readonly<Record<string, string>> = {
  compute: "/**/action",
  orchestration: "/**/signal",
  metric: "/**/measures",
  "object-store": "/**",
};

/** Where the things are that a scope names. */
const places: Readonly<Record<string, (name: string) => readonly string[]>> = {
  "object-storage": (name) => [`/v1/*/${name}`, `/v1/*/${name}/**`],
  secrets: (name) => [`/v1/secrets/${name}`, `/v1/secrets/${name}/**`],
};

export function canNarrow({ resource }: Pick<Permission, "resource">): boolean {
  return resource in places;
}

/** The requests that a permission stands for. */
export function accessRulesOf(
  { verb, resource, on }: Permission,
  service: string,
  scopes: Readonly<Record<string, string>>,
): Request[] {
  const paths = on?.flatMap((name) => places[resource]?.(scopes[name] ?? "") ?? []) ?? ["/**"];
  const methods = verb === "manage" ? everything : reading;
  return [
    ...paths.flatMap((path) => methods.map((method) => ({ service, method, path }))),
    ...actionRules(verb, service, paths, on !== undefined),
  ];
}

function actionRules(verb: Verb, service: string, paths: readonly string[], narrowed: boolean): Request[] {
  const action = actions[service];
  if (verb !== "use" || action === undefined) return [];
  return (narrowed ? paths : [action]).map((path) => ({ service, method: "POST", path }));
}
