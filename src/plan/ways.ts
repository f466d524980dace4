import { grouped } from "./grouped.js";
import type { PlanComponent, PlanExposure } from "./model.js";
import { rightOf } from "./places.js";
import { entriesOf } from "./words.js";

/** What ways at one place mean to a reader: `admits internet on tcp 443`, `opens anything`. */
export function waysIn(ways: readonly PlanExposure[]): string[] {
  const groups = grouped(ways, ({ direction, peer, from }) => JSON.stringify([direction, peer, from]));
  return [...groups.values()].map(phraseOf);
}

/** What the members of a group may do on their cloud. */
export function rightsOf({ noun, spec }: PlanComponent): string[] {
  return noun === "DynamicGroupPolicy" ? entriesOf(spec.allow).map((right) => `may ${rightOf(right)}`) : [];
}

/** The ways between one place and one peer. */
function phraseOf(ways: readonly PlanExposure[]): string {
  const [first] = ways;
  if (!first) return "";
  const { direction, peer } = first;
  const isWhole = ways.some(({ protocol }) => protocol === "any");
  if (direction === "in") return `admits ${peer} on ${isWhole ? "anything" : trafficOf(ways)}`;
  if (isWhole) return peer === "internet" ? "opens anything" : `opens ${peer}`;
  return `opens ${peer} on ${trafficOf(ways)}`;
}

/** `tcp 80 and 443, udp 53`. */
function trafficOf(ways: readonly PlanExposure[]): string {
  const protocols = [...new Set(ways.map(({ protocol }) => protocol))];
  return protocols
    .map((protocol) => {
      const ports = ways.filter((way) => way.protocol === protocol).map((way) => way.ports);
      return ports.includes("any") ? protocol : `${protocol} ${ports.join(" and ")}`;
    })
    .join(", ");
}
