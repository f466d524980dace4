import { isSecret } from "./fingerprints.js";
import { type PlanResource, unknown, type Value, type Values } from "./model.js";

/** Inputs that say most about a resource, the best first. */
const ranked = [
  "cidrBlock",
  "cidr",
  "cidrIpv4",
  "remoteIpPrefix",
  "source",
  "destination",
  "destinationCidrBlock",
  "direction",
  "protocol",
  "ipProtocol",
  "port",
  "protocolPort",
  "fromPort",
  "toPort",
  "portRangeMin",
  "portRangeMax",
  "min",
  "max",
  "minSize",
  "maxSize",
  "minCapacity",
  "maxCapacity",
  "desiredCapacity",
  "size",
  "recurrence",
  "expression",
  "timeZone",
  "timezone",
  "instanceType",
  "flavorId",
  "flavorName",
  "shape",
  "imageId",
  "imageName",
  "loadBalancerType",
  "internal",
  "isPrivate",
  "policy",
  "lbMethod",
  "algorithm",
  "targetType",
  "urlPath",
  "path",
  "intervalMs",
  "interval",
  "delay",
  "threshold",
  "metricName",
  "metricType",
  "comparisonOperator",
  "operator",
  "evaluationPeriods",
  "period",
  "targetValue",
  "scalingAdjustment",
  "adjustmentType",
  "type",
  "region",
  "availabilityZone",
  "availabilityDomain",
];

const rank = new Map(ranked.map((name, index) => [name, index]));
const most = 5;

/** `cidrBlock 10.0.0.0/16, region eu-central-1`. */
export function tellingInputs({ inputs }: PlanResource): string {
  return flat(inputs, "")
    .filter(([path]) => rankOf(path) !== undefined)
    .sort(([a], [b]) => depthOf(a) - depthOf(b) || (rankOf(a) ?? 0) - (rankOf(b) ?? 0))
    .slice(0, most)
    .map(([path, value]) => `${path} ${value}`)
    .join(", ");
}

/** Options that change what a deployment may do. */
export function tellingOptions({ options }: { readonly options: PlanResource["options"] }): string {
  return [
    options.protect ? "protected" : "",
    options.retainOnDelete ? "retained on delete" : "",
    options.import === undefined ? "" : `imports ${options.import}`,
    options.deleteBeforeReplace ? "deleted before it is replaced" : "",
    options.ignoreChanges === undefined ? "" : `ignores ${options.ignoreChanges.join(" and ")}`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** `aws.lb.TargetGroup` of `aws:lb/targetGroup:TargetGroup`. */
export function shortType(type: string): string {
  const [owner = "", module = "", name] = type.split(":");
  if (module === "providers") return `${name} provider`;
  if (name === undefined) return type;
  const folder = module.split("/")[0];
  return [owner, folder === "index" ? "" : folder, name].filter(Boolean).join(".");
}

function depthOf(path: string): number {
  return path.split(".").length;
}

function rankOf(path: string): number | undefined {
  return rank.get(path.split(".").at(-1) ?? path);
}

function flat(values: Values, prefix: string): [string, string][] {
  return Object.entries(values).flatMap(([key, value]) => entriesOf(`${prefix}${key}`, value, prefix === ""));
}

function entriesOf(path: string, value: Value, deeper: boolean): [string, string][] {
  if (value === null || value === unknown || isSecret(value) || Array.isArray(value)) return [];
  if (typeof value !== "object") return [[path, String(value)]];
  return deeper ? flat(value as Values, `${path}.`) : [];
}
