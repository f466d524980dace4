import type { Plan } from "../plan/model.js";
import type { Matching } from "./matching.js";
import { placeOf } from "./urns.js";

/** Texts of the base in words of the head: the keys of renamed components, and URNs. */
export function headTerms(base: Plan, head: Plan, { headOf }: Matching): (text: string) => string {
  const news = new Map(head.components.map((component) => [component.urn, component.key]));
  const keys = new Map(
    base.components.flatMap(({ urn, key }) => {
      const now = news.get(headOf.get(urn) ?? "");
      return now === undefined || now === key ? [] : [[key, now] as const];
    }),
  );
  const mention = mentionsOf([...keys.keys()]);
  const prefix = `urn:pulumi:${base.stack}::${base.project}::`;
  return (text) => {
    if (text.startsWith(prefix))
      return headOf.get(text) ?? `urn:pulumi:${head.stack}::${head.project}::${placeOf(text)}`;
    const whole = keys.get(text);
    if (whole !== undefined || mention === undefined || !text.includes("${")) return whole ?? text;
    return text.replaceAll(mention, (_, key: string) => `\${${keys.get(key)}.`);
  };
}

/** `${backendSet:front/pages.`, as documents mention components. */
function mentionsOf(keys: readonly string[]): RegExp | undefined {
  if (keys.length === 0) return undefined;
  const longestFirst = [...keys].sort((a, b) => b.length - a.length);
  return new RegExp(`\\$\\{(${longestFirst.map(escaped).join("|")})\\.`, "g");
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
