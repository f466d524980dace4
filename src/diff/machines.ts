import { grouped } from "../plan/grouped.js";
import { type Plan, unknown } from "../plan/model.js";
import { text } from "../plan/words.js";
import { reviewed } from "./advice.js";
import type { Knowledge } from "./effects.js";
import { holdsSecret } from "./secrets.js";

/** What the instances of each pool are on their cloud, by the pool's URN, where its own resources or its template's tell it. */
export function machinesOf({ components, resources }: Plan, { reviewOf }: Knowledge): ReadonlyMap<string, string> {
  const children = grouped(
    resources.filter(({ kind }) => kind === "resource"),
    ({ component }) => component,
  );
  const templates = new Map(components.map((component) => [component.key, component]));
  const machines = components
    .filter(({ noun }) => noun === "InstancePool")
    .flatMap((pool): [string, string][] => {
      const template = templates.get(text(pool.spec.template));
      const [machine] = [pool, ...(template ? [template] : [])].flatMap(({ urn, documents }) =>
        (children.get(urn) ?? []).flatMap((one) => reviewOf(one.type)?.machine?.(reviewed(one), documents) ?? []),
      );
      return machine === undefined || machine.includes(unknown) || holdsSecret(machine) ? [] : [[pool.urn, machine]];
    });
  return new Map(machines);
}
