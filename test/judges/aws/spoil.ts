import { isPlain } from "../../../src/core/declared.js";
import type { Inputs } from "./resource.js";
import { sound } from "./sound.js";

/** Something wrong with the sound inputs of a type, and all that is to be said of it, but for the value that is told again. */
export type Spoil = readonly [
  type: string,
  /** Of what is wrong; empty where several inputs are. */
  path: string,
  /** `undefined` takes it out. */
  value: unknown,
  ...findings: string[],
];

export function spoilt([type, path, value]: Spoil): Inputs {
  const inputs = sound[type] as Inputs;
  if (path === "") return withoutNothing({ ...inputs, ...(value as Inputs) });
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return changed(inputs, steps, value) as Inputs;
}

function withoutNothing(inputs: Inputs): Inputs {
  return Object.fromEntries(Object.entries(inputs).filter(([, value]) => value !== undefined));
}

function changed(inputs: unknown, [step, ...rest]: readonly string[], value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(inputs))
    return inputs.map((one, index) => (index === Number(step) ? changed(one, rest, value) : one));
  const around = isPlain(inputs) ? inputs : {};
  return withoutNothing({ ...around, [step]: changed(around[step], rest, value) });
}
