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
    portsOf(route.before, []),
    portsOf(route.after, route.wider),
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
}

function routesOf(changes: readonly ExposureChange[]): Route[] {
  const routes = new Map<string, Route>();
  for (const { status, wider, way } of changes) {
    const [from, to] = way.direction === "in" ? [way.peer, way.place] : [way.place, way.peer];
    const id = JSON.stringify([way.direction, way.at, from, to]);
    const route = routes.get(id) ?? { from, to, before: [], after: [], wider: [] };
    const ports = portOf(way);
    if (status !== "added") route.before.push(ports);
    if (status !== "removed") route.after.push(ports);
    if (wider === true) route.wider.push(ports);
    routes.set(id, route);
  }
  return [...routes.values()];
}

/** `tcp 443`, `icmp`, `anything`. */
function portOf({ protocol, ports }: ExposureChange["way"]): string {
  if (protocol === "any") return "anything";
  return ports === "any" && protocol === "icmp" ? protocol : `${protocol} ${ports}`;
}

function key(ports: readonly string[]): string {
  return JSON.stringify([...new Set(ports)].sort());
}

function rankOf({ wider, before, after }: Route): number {
  if (wider.length > 0) return 0;
  return after.every((ports) => before.includes(ports)) ? 2 : 1;
}

const flags: readonly Line[] = [[strong("wider")], [words("other")], [words("narrower")]];

function nameOf({ from, to }: Route): Line {
  return [code(from), words(" → "), code(to)];
}

function portsOf(ports: readonly string[], loud: readonly string[]): Line {
  if (ports.length === 0) return [words("closed")];
  const sorted = [...new Set(ports)].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  return some(
    sorted.map((one): Line => [loud.includes(one) ? { kind: "loud", text: one } : code(one)]),
    12,
  );
}

function flagOf(route: Route): Line {
  return flags[rankOf(route)] ?? [];
}
