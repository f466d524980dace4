import type { PlanExposure } from "../plan/model.js";
import { covers, type Way, wayOf } from "./covers.js";
import { joinFamilies } from "./families.js";
import type { Matching } from "./matching.js";
import type { ExposureChange } from "./model.js";
import { byText, placeOf } from "./urns.js";

interface Open {
  readonly key: string;
  readonly way: Way;
  readonly exposure: PlanExposure;
}

/** Which ways open and close; a way is the same though its rules, or the names at its ends, are others. */
export function exposureChanges(
  base: readonly PlanExposure[],
  head: readonly PlanExposure[],
  { identityInBase }: Matching,
): ExposureChange[] {
  const olds = opened(base, identityInBase);
  const news = opened(head, placeOf);
  const added = news.filter(({ key }) => !olds.some((old) => old.key === key));
  const removed = olds.filter(({ key }) => !news.some((one) => one.key === key));
  const kept = news.filter((one) => !added.includes(one));
  const changes = [
    ...added.map((one): ExposureChange => {
      const wider = !olds.some(({ way }) => covers(way, one.way));
      return { status: "added", ...(wider ? { wider: true } : {}), way: one.exposure };
    }),
    ...removed.map((one): ExposureChange => {
      const narrower = !news.some(({ way }) => covers(way, one.way));
      return { status: "removed", ...(narrower ? { narrower: true } : {}), way: one.exposure };
    }),
    ...kept.map((one): ExposureChange => ({ status: "same", way: one.exposure })),
  ];
  return joinFamilies(changes).sort((a, b) => byText(orderOf(a), orderOf(b)));
}

function opened(exposure: readonly PlanExposure[], identity: (urn: string) => string): Open[] {
  const all = exposure.map((one): Open => {
    const way = wayOf(one, identity);
    const { direction, at, peer, from = null, protocol, ports } = way;
    return { key: JSON.stringify([direction, at, peer, from, protocol, ports]), way, exposure: sortedRules(one) };
  });
  return [...new Map(all.sort((a, b) => byText(ruleOrder(a), ruleOrder(b))).map((one) => [one.key, one])).values()];
}

function sortedRules(exposure: PlanExposure): PlanExposure {
  return { ...exposure, by: [...exposure.by].sort(byText) };
}

function ruleOrder({ key, exposure }: Open): string {
  return `${key} ${exposure.by.join(" ")} ${exposure.place} ${exposure.peer}`;
}

const statuses = ["added", "removed", "same"];

function orderOf({ status, wider, way }: ExposureChange): string {
  const { direction, place, at, protocol, ports, peer, from = "" } = way;
  const rank = wider ? "" : statuses.indexOf(status);
  return JSON.stringify([rank, direction, place, placeOf(at), peer, placeOf(from), protocol, ports.padStart(11, "0")]);
}
