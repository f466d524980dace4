import { internetOver } from "../plan/exposure.js";
import type { ExposureChange } from "./model.js";
import { byText } from "./urns.js";

/** One internet where both families of addresses fare alike, or a place knows but one of them; else each by its name. */
export function joinFamilies(changes: readonly ExposureChange[]): ExposureChange[] {
  const known = new Set(changes.map((one) => `${placeOf(one)} ${familyOf(one.way.peer)}`));
  const firsts = new Map<string, number>();
  const joined: ExposureChange[] = [];
  for (const one of changes) {
    const family = familyOf(one.way.peer);
    if (family === undefined) {
      joined.push(one);
      continue;
    }
    const other = family === "IPv4" ? "IPv6" : "IPv4";
    const key = fateOf(one);
    const twin = firsts.get(key);
    if (twin !== undefined) {
      const by = [...new Set([...(joined[twin]?.way.by ?? []), ...one.way.by])].sort(byText);
      joined[twin] = { ...one, way: { ...one.way, peer: "internet", by } };
      continue;
    }
    firsts.set(key, joined.length);
    joined.push(known.has(`${placeOf(one)} ${other}`) ? one : { ...one, way: { ...one.way, peer: "internet" } });
  }
  return joined;
}

type Family = keyof typeof internetOver;

function familyOf(peer: string): Family | undefined {
  if (peer === internetOver.IPv4) return "IPv4";
  return peer === internetOver.IPv6 ? "IPv6" : undefined;
}

function placeOf({ way }: ExposureChange): string {
  return JSON.stringify([way.direction, way.at]);
}

/** The same for two families of one way. */
function fateOf({ status, wider, narrower, way }: ExposureChange): string {
  return JSON.stringify([status, wider, narrower, way.direction, way.at, way.protocol, way.ports]);
}
