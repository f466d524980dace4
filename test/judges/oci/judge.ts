import { breachesOf, type Row } from "../rules.js";
import { misfitsOf } from "../schema.js";
import { aroundOf } from "./around.js";
import { allBonds, type Bond, brokenBonds } from "./bonds/index.js";
import { limits } from "./limits/index.js";
import type { Program } from "./programs.js";
import type { Recorded } from "./record.js";
import { schemaOf } from "./schema.js";

/** What was compared with something. */
export interface Met {
  readonly rows: Set<Row>;
  readonly bonds: Set<Bond>;
}

export function nothingMet(): Met {
  return { rows: new Set(), bonds: new Set() };
}

/** What the provider or a service would not take of what a program registered. */
export function judge(program: Program, met: Met): string[] {
  return [...judgeInputs(program, met), ...brokenBonds(allBonds, aroundOf(program), met.bonds)];
}

/** The inputs alone: in a preview nothing has an id by which it could be found. */
export function judgeInputs({ resources }: Program, met: Met): string[] {
  const natives = resources.filter(({ isNative }) => isNative);
  return natives.flatMap((one) => judgeResource(one, met).map((text) => `${one.name} (${one.type}) ${text}`));
}

function judgeResource({ type, inputs, secrets }: Pick<Recorded, "type" | "inputs" | "secrets">, met: Met): string[] {
  const found = [...misfitsOf(inputs, schemaOf(type), secrets), ...breachesOf(limits, type, inputs, met.rows)];
  return found.map(({ path, says }) => `${path === "" ? "" : `${path}: `}${says}`);
}
