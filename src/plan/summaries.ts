import type { PlanComponent, Value, Values } from "./model.js";

/** What the reader of a plan wants to know of a component, in neutral words. */
export function summaryOf({ noun, spec }: PlanComponent): string {
  const phrases = summaries[noun]?.(spec) ?? others(spec);
  return phrases.filter((phrase) => phrase !== "").join(", ");
}

/** `balancer` in `loadBalancer:balancer`, `pages` in `backendSet:front/pages`. */
function nameIn(key: Value | undefined): string {
  return typeof key === "string" ? (key.split(/[:/]/).at(-1) ?? key) : text(key);
}

const summaries: Readonly<Record<string, (spec: Values) => string[]>> = {
  Network: ({ cidr, zones, outbound }) => [text(cidr), counted(zones, "zone"), labelled("outbound", outbound)],
  Tier: ({ placement }) => [text(placement ?? "private")],
  LoadBalancer: ({ visibility, kind, allowFrom }) => [
    text(visibility),
    text(kind),
    labelled("from", allowFrom && sources(allowFrom)),
  ],
  Listener: ({ protocol, port, backendSet, redirect, routes, certificate }) => [
    `${text(protocol)} :${text(port)}${target(backendSet, redirect)}`,
    ...routesOf(routes),
    labelled("certificate", isValues(certificate) ? (certificate.name ?? "given as PEM") : certificate),
  ],
  BackendSet: ({ protocol, port, policy, stickiness, healthCheck }) => [
    `${text(protocol)} :${text(port)}`,
    text(policy),
    isValues(stickiness) ? text(stickiness.kind) : "",
    isValues(healthCheck) ? checkOf(healthCheck) : "",
  ],
  DynamicGroupPolicy: ({ allow }) => (Array.isArray(allow) ? allow.filter(isValues).map(rightOf) : []),
  InstanceTemplate: ({ image, machine }) => [
    labelled("image", isValues(image) ? undefined : image),
    labelled("machine", machine),
  ],
  InstancePool: ({ size, backendSets, autoscaling }) => [
    isValues(size) ? `${text(size.min)} to ${text(size.max)} instances` : counted(size, "instance"),
    Array.isArray(backendSets) ? `behind ${backendSets.map(nameIn).join(" and ")}` : "",
    isValues(autoscaling) ? scaling(autoscaling) : "",
  ],
};

function others(spec: Values): string[] {
  return Object.entries(spec).flatMap(([key, value]) =>
    typeof value === "object" || String(value).includes(":") ? [] : [`${key} ${text(value)}`],
  );
}

function target(backendSet: Value | undefined, redirect: Value | undefined): string {
  if (backendSet !== undefined) return ` → ${nameIn(backendSet)}`;
  return isValues(redirect) ? ` redirects to ${nameIn(redirect.to)}` : "";
}

function routesOf(routes: Value | undefined): string[] {
  if (!isValues(routes)) return [];
  return Object.values(routes).flatMap((route) =>
    isValues(route) ? [`${text(route.host)}${text(route.path)} → ${nameIn(route.backendSet)}`] : [],
  );
}

function checkOf({ protocol, port, path, interval }: Values): string {
  const place = [text(protocol), port === undefined ? "" : `:${text(port)}`, text(path)].filter(Boolean).join(" ");
  return `check ${place}${interval === undefined ? "" : ` every ${text(interval)} s`}`;
}

function sources(allowFrom: Value): string {
  if (!Array.isArray(allowFrom)) return text(allowFrom);
  return allowFrom.map((one) => (isValues(one) ? nameIn(one.tier ?? one.cidr ?? one.kind) : nameIn(one))).join(" and ");
}

function rightOf({ verb, resource, on }: Values): string {
  return `${text(verb)} ${text(resource)}${Array.isArray(on) ? ` on ${on.map(text).join(" and ")}` : ""}`;
}

function scaling({ metric, scaleOut, scaleIn }: Values): string {
  const steps = [
    isValues(scaleOut) ? `out above ${text(scaleOut.above)}` : "",
    isValues(scaleIn) ? `in below ${text(scaleIn.below)}` : "",
  ].filter(Boolean);
  return ["scales", metric === undefined ? "" : `on ${text(metric)}`, steps.join(", ")].filter(Boolean).join(" ");
}

function labelled(label: string, value: Value | undefined): string {
  return value === undefined ? "" : `${label} ${text(value)}`;
}

function counted(value: Value | undefined, noun: string): string {
  return value === undefined ? "" : `${text(value)} ${noun}${value === 1 ? "" : "s"}`;
}

function text(value: Value | undefined): string {
  if (value === undefined || value === null) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

function isValues(value: Value | undefined): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
