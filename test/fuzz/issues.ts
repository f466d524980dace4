import type { Issue } from "../../src/core/errors.js";
import { type Noun, pathOf } from "../../src/core/noun.js";
import { nouns } from "../../src/spec/nouns.js";
import type { Refusal } from "./trial.js";

/** What is wrong with how a refusal is told. */
export function faultsOf({ noun, options, issues }: Refusal): string[] {
  const definition = nouns.find(({ name }) => name === noun) as Noun<unknown>;
  if (issues.length === 0) return [`${noun} is refused without a word`];
  return issues.flatMap((issue) =>
    faultsIn(issue, definition, options).map((fault) => `${fault}: ${JSON.stringify(issue)}`),
  );
}

const broken = /undefined|\[object |webtier bug|zod|invalid_/i;

function faultsIn({ path, message, instead }: Issue, noun: Noun<unknown>, options: object): string[] {
  const whole = instead === undefined ? message : `${message}; ${instead}`;
  return [
    ...(isPlace(path, noun, options) ? [] : ["names no option"]),
    ...(message === "" || instead === "" ? ["says nothing"] : []),
    ...(broken.test(whole) ? ["is not in the user's words"] : []),
    ...(/\.$/.test(message) ? ["ends in a full stop"] : []),
    ...(whole.length > 1200 ? ["is too long to read"] : []),
    ...(/PRIVATE KEY-----\n/.test(whole) ? ["shows a secret"] : []),
  ];
}

/** The component, one of its options, an option that it does not have but was given, or a setting. */
function isPlace(path: string, noun: Noun<unknown>, options: object): boolean {
  if (path.startsWith("settings.")) return true;
  const [first, option] = path.split(/[.[]/);
  if (first !== pathOf(noun)) return false;
  return option === undefined || option === "cloud" || option in noun.fields || option in options;
}
