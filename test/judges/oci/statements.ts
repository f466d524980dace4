// Source: Identity documentation (policy syntax; verbs; resource types and variables of Core Services, Object Storage, Logging,
// Monitoring and Vault; matching rules of dynamic groups); read 2026-11.

/** Families and single types, each with the variables that a condition on it may use beside those of requests. */
const types: Readonly<Record<string, readonly string[]>> = {
  "all-resources": [],
  "instance-family": ["target.instance.id"],
  instances: ["target.instance.id"],
  "compute-management-family": [],
  "instance-configurations": [],
  "instance-pools": [],
  "auto-scaling-configurations": [],
  "object-family": ["target.bucket.name", "target.object.name", "target.bucket.tag"],
  buckets: ["target.bucket.name", "target.bucket.tag"],
  objects: ["target.bucket.name", "target.object.name"],
  "logging-family": ["target.loggroup.id"],
  "log-groups": ["target.loggroup.id"],
  "log-content": ["target.loggroup.id"],
  metrics: ["target.metrics.namespace"],
  alarms: [],
  "secret-family": ["target.secret.id", "target.secret.name", "target.vault.id"],
  secrets: ["target.secret.id", "target.secret.name"],
  "secret-bundles": ["target.secret.id", "target.secret.name"],
  "virtual-network-family": [],
  "load-balancers": [],
  "network-load-balancers": [],
  repos: ["target.repo.name"],
  keys: ["target.key.id"],
  "leaf-certificate-family": [],
};

const id = "ocid1\\.[a-z]+\\.[a-z0-9-]+\\.[a-z0-9-]*\\.[A-Za-z0-9_-]+";
const group = `dynamic-group (?:id ${id}|(?:'[^']+'/)?'[A-Za-z0-9._-]{1,100}'|[A-Za-z0-9._-]{1,100})`;
const place = `tenancy|compartment (?:id ${id}|[A-Za-z0-9._-]+(?::[A-Za-z0-9._-]+)*)`;
const statement = new RegExp(
  `^allow ${group} to (?:inspect|read|use|manage) ([a-z-]+) in (?:${place})(?: where (.+))?$`,
  "i",
);
const comparison = /^([a-z]+(?:\.[A-Za-z-]+)+) (?:=|!=) (?:'[^']*'|\/[^/]*\/)$/;

/** Whether a text is a statement of the policy language that gives a dynamic group a right. */
export function isStatement(text: string): boolean {
  const [, type = "", condition] = statement.exec(text) ?? [];
  const variables = Object.hasOwn(types, type) ? types[type] : undefined;
  if (!variables) return false;
  return condition === undefined || isCondition(condition, variables);
}

/** The group that a statement names. */
export function groupIn(text: string): string | undefined {
  return /^allow dynamic-group '?([A-Za-z0-9._-]+)'? to /i.exec(text)?.[1];
}

function isCondition(text: string, variables: readonly string[]): boolean {
  const inner = /^(?:all|any) \{(.+)\}$/i.exec(text)?.[1];
  const parts = inner === undefined ? [text] : inner.split(/, ?/);
  return parts.every((part) => {
    const variable = comparison.exec(part.trim())?.[1];
    return variable !== undefined && (variable.startsWith("request.") || variables.includes(variable));
  });
}

const condition = `(?:instance\\.(?:compartment\\.)?id|resource\\.(?:compartment\\.id|type)|tag\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.value) ?!?= ?'[^']+'`;
const matching = new RegExp(`^(?:ALL|ANY) \\{${condition}(?:, ?${condition})*\\}$`);

/** One line, upper-case words: the provider shows other forms as a change. */
export function isMatchingRule(text: string): boolean {
  return matching.test(text);
}
