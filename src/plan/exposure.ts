import type { Plan, PlanComponent, Value, Values } from "./model.js";
import { entriesOf, isValues, nameIn, text } from "./words.js";

/** Who may reach a component, what it may reach, and what its instances may do on their cloud. */
export function exposureOf({ noun, key, spec }: PlanComponent, { components }: Plan): string[] {
  if (noun === "Tier") return [...entriesOf(spec.access).map(admitted), opened(spec.egress)];
  if (noun === "DynamicGroupPolicy") return entriesOf(spec.allow).map((right) => `may ${rightOf(right)}`);
  if (noun !== "LoadBalancer") return [];
  const listeners = components.filter((one) => one.noun === "Listener" && one.spec.loadBalancer === key);
  const ports = listeners.map((one) => Number(one.spec.port)).sort((a, b) => a - b);
  return ports.length === 0 ? [] : [`admits ${sourcesOf(spec)} on ${ports.join(" and ")}`];
}

function admitted({ port, from }: Values): string {
  return `admits ${placesOf(from)} on tcp ${text(port)}`;
}

function sourcesOf({ visibility, allowFrom }: Values): string {
  return allowFrom === undefined && visibility === "public" ? "internet" : placesOf(allowFrom);
}

/** What members of a tier may open. */
function opened(egress: Value | undefined): string {
  if (!Array.isArray(egress)) return "opens anything";
  if (egress.length === 0) return "opens nothing";
  const ways = entriesOf(egress).map(({ to, port, protocol = "tcp" }) => {
    const place = placesOf(to === undefined ? [] : [to]);
    return port === undefined ? place : `${place} on ${text(protocol)} ${text(port)}`;
  });
  return `opens ${ways.join(" and ")}`;
}

/** `web and 10.0.0.0/16`. */
export function placesOf(places: Value | undefined): string {
  if (!Array.isArray(places)) return text(places);
  return places.map((one) => (isValues(one) ? placeName(one) : text(one))).join(" and ");
}

function placeName({ tier, cidr, kind }: Values): string {
  return tier === undefined ? text(cidr ?? kind) : nameIn(tier);
}

/** `read object-storage on assets`. */
export function rightOf({ verb, resource, on }: Values): string {
  return `${text(verb)} ${text(resource)}${Array.isArray(on) ? ` on ${on.map(text).join(" and ")}` : ""}`;
}
