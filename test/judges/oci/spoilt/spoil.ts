import { isPlain } from "../../../../src/core/declared.js";
import type { Program } from "../programs.js";
import type { Recorded } from "../record.js";
import { types } from "../types.js";

/** One change of one resource. */
export interface Spoil {
  readonly type: keyof typeof types;
  /** Which of that type: its logical name. Default: the first. */
  readonly of?: string;
  readonly change: (one: Recorded, program: Program) => Partial<Recorded>;
  /** How many of its like stand beside it. Default: none. */
  readonly twins?: number;
  /** What the change is, for people. */
  readonly says: string;
}

/** Another input; `undefined` takes it away. `[]` in the path is the first entry of a list. */
export function input(type: Spoil["type"], path: string, value: unknown, of?: string): Spoil {
  const steps = path.replace(/\[\]/g, ".0").split(".");
  return {
    type,
    ...(of === undefined ? {} : { of }),
    change: ({ inputs }) => ({ inputs: changed(inputs, steps, value) as Recorded["inputs"] }),
    says: `${path} = ${(JSON.stringify(value) ?? "nothing").slice(0, 60)}`,
  };
}

/** Other options, edges or dependencies. */
export function rest(type: Spoil["type"], says: string, change: Spoil["change"], of?: string): Spoil {
  return { type, says, change, ...(of === undefined ? {} : { of }) };
}

/** Another one like it, or several. */
export function twin(type: Spoil["type"], of?: string, twins = 1): Spoil {
  return { ...rest(type, `${twins} more of it`, () => ({}), of), twins };
}

/** The program with one resource spoilt, and what is no longer as it was. */
export function spoilt(program: Program, { type, of, change, twins = 0 }: Spoil): Program & { spoilt: Recorded } {
  const victim = program.resources.find((one) => one.type === types[type] && (of === undefined || one.name === of));
  if (!victim) throw new Error(`${program.name} has no ${type} ${of ?? ""}`);
  const bad = { ...victim, ...change(victim, program) };
  const more = Array.from({ length: twins }, (_, index) => ({
    ...bad,
    urn: `${bad.urn}-${index}`,
    id: `twin-${index}`,
  }));
  return {
    ...program,
    resources: [...program.resources.map((one) => (one === victim ? bad : one)), ...more],
    spoilt: bad,
  };
}

export function titleOf({ type, of, says }: Spoil): string {
  return `${type}${of === undefined ? "" : ` ${of}`}: ${says}`;
}

function changed(value: unknown, [step = "", ...further]: readonly string[], last: unknown): unknown {
  if (Array.isArray(value)) {
    const index = Number(step);
    const inner = further.length === 0 ? last : changed(value[index], further, last);
    return index < value.length ? value.map((one, at) => (at === index ? inner : one)) : [...value, inner];
  }
  const fields = isPlain(value) ? value : {};
  const empty = /^\d+$/.test(further[0] ?? "") ? [] : {};
  const inner = further.length === 0 ? last : changed(fields[step] ?? empty, further, last);
  return { ...fields, [step]: inner };
}
