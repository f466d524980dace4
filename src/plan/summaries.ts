import type { PlanComponent, Value, Values } from "./model.js";
import { placesOf, rightOf } from "./places.js";
import { scalingOf } from "./scaling.js";
import { counted, entriesOf, isValues, labelled, nameIn, text } from "./words.js";

/** What the reader of a plan wants to know of a component, in neutral words. */
export function summaryOf({ noun, spec }: PlanComponent): string {
  const phrases = summaries[noun]?.(spec) ?? others(spec);
  return phrases.filter((phrase) => phrase !== "").join(", ");
}

const summaries: Readonly<Record<string, (spec: Values) => string[]>> = {
  Network: ({ cidr, zones, outbound }) => [text(cidr), counted(zones, "zone"), labelled("outbound", outbound)],
  Tier: ({ placement }) => [text(placement ?? "private")],
  LoadBalancer: ({ visibility, kind, allowFrom }) => [
    text(visibility),
    text(kind),
    labelled("from", allowFrom && placesOf(allowFrom)),
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
  DynamicGroupPolicy: ({ allow, members, scope }) => [
    ...entriesOf(allow).map(rightOf),
    labelled("for each", members),
    labelled("in the", scope),
  ],
  Image: ({ instance, revision, whileRunning }) => [
    labelled("of instance", instance),
    labelled("revision", revision),
    whileRunning === true ? "taken while it runs" : "",
  ],
  InstanceTemplate: ({ image, machine, userData, sshKey, rights, bootDisk, monitoring }) => [
    labelled("image", imageOf(image)),
    labelled("machine", machine),
    isValues(bootDisk) ? diskOf(bootDisk) : "",
    userData === undefined ? "" : "user data",
    labelled("key", sshKey),
    rights === undefined ? "" : `rights ${nameIn(rights)}`,
    monitoring === undefined ? "" : `${text(monitoring)} monitoring`,
  ],
  InstancePool: ({ size, backendSets, autoscaling }) => [
    sizeOf(size),
    Array.isArray(backendSets) && backendSets.length > 0 ? `behind ${backendSets.map(nameIn).join(" and ")}` : "",
    ...(isValues(autoscaling) ? scalingOf(autoscaling) : []),
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

export function routesOf(routes: Value | undefined): string[] {
  if (!isValues(routes)) return [];
  return Object.values(routes).flatMap((route) =>
    isValues(route) ? [`${text(route.host)}${text(route.path)} → ${nameIn(route.backendSet)}`] : [],
  );
}

export function checkOf({ protocol, port, path, interval }: Values): string {
  const place = [text(protocol), port === undefined ? "" : `:${text(port)}`, text(path)].filter(Boolean).join(" ");
  return `check ${place}${interval === undefined ? "" : ` every ${text(interval)} s`}`;
}

export function imageOf(image: Value | undefined): Value | undefined {
  return isValues(image) ? (image.name ?? nameIn(image.image)) : image;
}

export function diskOf({ size, key }: Values): string {
  return [size === undefined ? "" : `disk ${text(size)} GiB`, labelled("disk key", key)].filter(Boolean).join(", ");
}

export function sizeOf(size: Value | undefined): string {
  if (!isValues(size)) return "";
  if (size.count !== undefined) return counted(size.count, "instance");
  const first = size.initial === undefined ? "" : `, ${text(size.initial)} at first`;
  return `${text(size.min)} to ${text(size.max)} instances${first}`;
}
