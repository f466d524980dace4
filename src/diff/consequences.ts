import type { Plan, PlanExposure, Value } from "../plan/model.js";
import { text } from "../plan/words.js";
import { covers, portsCover, wayOf } from "./covers.js";
import { severity } from "./effects.js";
import type { Matching } from "./matching.js";
import type { Traced } from "./resources.js";
import { byText, placeOf } from "./urns.js";

/** What goes because something else goes, and what goes and is not missed. */
export interface Consequences {
  /** Names of what is destroyed with it, and hurts no less. */
  readonly followedBy: (one: Traced) => readonly string[];
  /**
   * A rule that goes, whose ways others keep open, or whose end is served no longer; the lesser part of a component
   * that goes whole.
   */
  readonly isIdle: (one: Traced) => boolean;
}

export interface Ways {
  readonly base: readonly PlanExposure[];
  readonly head: readonly PlanExposure[];
}

export function consequencesOf(
  base: Plan,
  head: Plan,
  ways: Ways,
  all: readonly Traced[],
  matching: Matching,
): Consequences {
  const gone = new Map(
    all.flatMap(({ change, base: old }) =>
      old && change.operation === "delete" && !change.retained ? [[old.urn, change]] : [],
    ),
  );
  const followedBy = ({ change, base: old }: Traced): string[] => {
    if (change.operation !== "delete") return [];
    const causes = Object.values(old?.propertyDependencies ?? {}).flatMap((urns) =>
      urns.flatMap((urn) => gone.get(urn) ?? []),
    );
    const worse = causes.filter(({ urn, effect }) => urn !== change.urn && severity(effect) >= severity(change.effect));
    return [...new Set(worse.map(({ name }) => name))].sort(byText);
  };

  const identity = matching.identityInBase;
  const open = ways.head.map((way) => wayOf(way, placeOf));
  const [served, stillServed] = [endsOf(base, identity), endsOf(head, placeOf)];
  const isMissed = (exposure: PlanExposure): boolean => {
    const way = wayOf(exposure, identity);
    if (open.some((one) => covers(one, way))) return false;
    const ends = served.filter(
      ({ at, direction, port }) => at === way.at && direction === way.direction && portsCover(way.ports, port),
    );
    return ends.length === 0 || ends.some((end) => stillServed.some((one) => keyOf(one) === keyOf(end)));
  };
  const worst = worstByComponent([...gone.values()].filter(({ component }) => !hasComponent(head, component)));
  const isIdle = (one: Traced): boolean => {
    const { operation, effect, component = "", protected: held } = one.change;
    if (operation !== "delete" || held || severity(effect) > severity("connections-cut")) return false;
    if ((worst.get(component) ?? 0) > severity(effect)) return true;
    const own = ways.base.filter(({ by }) => by.includes(one.base?.urn ?? ""));
    return own.length > 0 && (followedBy(one).length > 0 || !own.some(isMissed));
  };
  return { followedBy, isIdle };
}

/** Of whole components that go, how bad the worst is of what goes with each: it speaks for the rest. */
function worstByComponent(changes: readonly Traced["change"][]): ReadonlyMap<string, number> {
  const worst = new Map<string, number>();
  for (const { component = "", effect } of changes)
    if (component !== "") worst.set(component, Math.max(worst.get(component) ?? 0, severity(effect)));
  return worst;
}

function hasComponent({ components }: Plan, urn: string | undefined): boolean {
  return components.some((component) => component.urn === urn);
}

/** A port that a component serves, or calls. */
interface End {
  readonly at: string;
  readonly direction: "in" | "out";
  readonly port: string;
}

function keyOf({ at, direction, port }: End): string {
  return JSON.stringify([at, direction, port]);
}

function endsOf({ components }: Plan, identity: (urn: string) => string): End[] {
  const homes = new Map(components.map(({ key, urn }) => [key, identity(urn)]));
  const homeOf = (key: Value | undefined) => homes.get(text(key)) ?? "";
  return components.flatMap(({ noun, spec }): End[] => {
    const port = text(spec.port);
    const balancer = homeOf(spec.loadBalancer);
    if (noun === "Listener") return [{ at: balancer, direction: "in", port }];
    if (noun !== "BackendSet") return [];
    return [
      { at: balancer, direction: "out", port },
      { at: homeOf(spec.tier), direction: "in", port },
    ];
  });
}
