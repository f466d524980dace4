import type { ExposureChange, RightChange } from "../diff/model.js";
import {
  code,
  type Line,
  listOf,
  othersOf,
  type Section,
  sectionOf,
  sign,
  some,
  strong,
  tableOf,
  words,
} from "./blocks.js";
import type { Detail } from "./detail.js";

export function exposureOf(changes: readonly ExposureChange[], { rows, same }: Detail): Section[] {
  const routes = routesOf(changes);
  const differing = routes.filter((route) => key(route.before) !== key(route.after));
  if (differing.length === 0) return [];
  const sorted = [...differing].sort((a, b) => rankOf(a) - rankOf(b));
  const cells = sorted.map((route) => [
    flagOf(route),
    nameOf(route),
    portsOf(route.before, [], "closed"),
    portsOf(route.after, route.wider, rankOf(route) === covered ? "within a wider way" : "closed"),
  ]);
  const table = tableOf(["", "who reaches what", "before", "after"], cells, rows);
  return sectionOf("Exposure", table, othersOf(routes.length - differing.length, same));
}

export function rightsOf(rights: readonly RightChange[], { rows }: Detail): Section[] {
  const items = rights.map(({ status, component, right }) => ({
    line: [sign(status === "added" ? "+" : "–"), words(" "), code(component), words(" may "), code(right)],
  }));
  return sectionOf("Rights of instances", listOf(items, rows));
}

/** All ways between one pair. */
interface Route {
  readonly from: string;
  readonly to: string;
  readonly before: string[];
  readonly after: string[];
  readonly wider: string[];
  readonly narrower: string[];
}

function routesOf(changes: readonly ExposureChange[]): Route[] {
  const routes = new Map<string, Route>();
  for (const { status, wider, narrower, way } of changes) {
    const [from, to] = way.direction === "in" ? [way.peer, way.place] : [way.place, way.peer];
    const id = JSON.stringify([way.direction, way.at, from, to]);
    const route = routes.get(id) ?? { from, to, before: [], after: [], wider: [], narrower: [] };
    const ports = portOf(way);
    if (status !== "added") route.before.push(ports);
    if (status !== "removed") route.after.push(ports);
    if (wider === true) route.wider.push(ports);
    if (narrower === true) route.narrower.push(ports);
    routes.set(id, route);
  }
  return [...new Map([...routes.values()].map((route) => [shownOf(route), route])).values()];
}

/** What lets one out and what lets it in at the other end is one to a reader while it says the same. */
function shownOf({ from, to, before, after, wider, narrower }: Route): string {
  return JSON.stringify([from, to, key(before), key(after), key(wider), key(narrower)]);
}

/** `tcp 443`, `icmp`, `anything`. */
function portOf({ protocol, ports }: ExposureChange["way"]): string {
  if (protocol === "any") return "anything";
  return ports === "any" && protocol === "icmp" ? protocol : `${protocol} ${ports}`;
}

function key(ports: readonly string[]): string {
  return JSON.stringify([...new Set(ports)].sort());
}

const covered = 3;

function rankOf({ wider, narrower, before, after }: Route): number {
  if (wider.length > 0) return 0;
  if (after.some((ports) => !before.includes(ports))) return 1;
  return narrower.length > 0 ? 2 : covered;
}

const flags: readonly Line[] = [[strong("wider")], [words("other")], [words("narrower")], [words("covered")]];

function nameOf({ from, to }: Route): Line {
  return [code(from), words(" → "), code(to)];
}

function portsOf(ports: readonly string[], loud: readonly string[], none: string): Line {
  if (ports.length === 0) return [words(none)];
  const sorted = [...new Set(ports)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return some(
    sorted.map((one): Line => [loud.includes(one) ? { kind: "loud", text: one } : code(one)]),
    12,
  );
}

function flagOf(route: Route): Line {
  return flags[rankOf(route)] ?? [];
}
