import type { PlanComponent, Value } from "../plan/model.js";
import { entriesOf, isValues, text } from "../plan/words.js";

/** A component by its key, or a source outside the stack. */
export type End = { readonly key: Value | undefined } | Source;

interface Source {
  readonly kind: "internet" | "range";
  readonly label: string;
}

export interface Draft {
  readonly from: End;
  readonly to: End;
  readonly label?: string;
}

/** The ways that a component's own spec opens. */
export function draftsOf(component: PlanComponent, listeners: readonly PlanComponent[]): Draft[] {
  return drafts[component.noun]?.(component, listeners) ?? [];
}

const drafts: Readonly<Record<string, (component: PlanComponent, listeners: readonly PlanComponent[]) => Draft[]>> = {
  LoadBalancer: ({ key, spec }, listeners) => {
    const own = listeners.filter((one) => one.spec.loadBalancer === key);
    const ports = [...new Set(own.map((one) => Number(one.spec.port)))].sort((a, b) => a - b).join(", ");
    const isOpen = spec.allowFrom === undefined && spec.visibility === "public";
    const from: End[] = isOpen ? [internet] : endsIn(spec.allowFrom);
    return from.map((one) => ({ from: one, to: { key }, ...(ports === "" ? {} : { label: ports }) }));
  },
  Listener: ({ key, spec }) => [
    { from: { key: spec.loadBalancer }, to: { key } },
    { from: { key }, to: { key: spec.backendSet } },
    ...routesIn(spec.routes).map(({ to, label }) => ({ from: { key }, to, label })),
    ...(isValues(spec.redirect) ? [{ from: { key }, to: { key: spec.redirect.to }, label: "redirect" }] : []),
  ],
  InstancePool: ({ key, spec }) =>
    (Array.isArray(spec.backendSets) ? spec.backendSets : []).map((set: Value) => ({
      from: { key: set },
      to: { key },
    })),
  Tier: ({ key, spec }) =>
    entriesOf(spec.access).flatMap(({ from, port, protocol = "tcp" }) =>
      endsIn(from).map((one) => ({ from: one, to: { key }, label: `${text(protocol)} ${text(port)}`.trim() })),
    ),
};

const internet: Source = { kind: "internet", label: "internet" };

function endsIn(places: Value | undefined): End[] {
  return (Array.isArray(places) ? places : []).map((place: Value): End => {
    if (!isValues(place)) return endNamed(text(place));
    return place.tier === undefined ? endNamed(text(place.cidr ?? place.kind)) : { key: place.tier };
  });
}

function endNamed(name: string): Source {
  return ["internet", "0.0.0.0/0", "::/0"].includes(name) ? internet : { kind: "range", label: name };
}

function routesIn(routes: Value | undefined): { readonly to: End; readonly label: string }[] {
  return entriesOf(isValues(routes) ? Object.values(routes) : (routes ?? [])).map(({ host, path, backendSet }) => ({
    to: { key: backendSet },
    label: `${text(host)}${text(path)}`,
  }));
}
