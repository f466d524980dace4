import type { PlanComponent } from "../plan/model.js";
import { rightOf } from "../plan/places.js";
import { labelOf } from "../plan/tree.js";
import { entriesOf, text } from "../plan/words.js";
import type { Matching } from "./matching.js";
import type { RightChange } from "./model.js";
import { byText, placeOf } from "./urns.js";

/** Which rights of instances come and go; where and for whom a right holds is part of it. */
export function rightChanges(
  base: readonly PlanComponent[],
  head: readonly PlanComponent[],
  { identityInBase }: Matching,
): RightChange[] {
  const olds = granted(base, identityInBase);
  const news = granted(head, placeOf);
  const only = (status: RightChange["status"], these: typeof olds, others: typeof olds) =>
    [...these].flatMap(([key, grant]) => (others.has(key) ? [] : [{ status, ...grant }]));
  return [...only("added", news, olds), ...only("removed", olds, news)].sort((a, b) =>
    byText(JSON.stringify([a.status, a.component, a.right]), JSON.stringify([b.status, b.component, b.right])),
  );
}

function granted(components: readonly PlanComponent[], identity: (urn: string) => string) {
  const grants = components
    .filter(({ noun }) => noun === "DynamicGroupPolicy")
    .flatMap((component) => rightsOf(component).map((right) => ({ right, component })));
  return new Map(
    grants.map(({ right, component }) => [
      JSON.stringify([identity(component.urn), right]),
      { component: labelOf(component), right },
    ]),
  );
}

function rightsOf({ spec }: PlanComponent): string[] {
  const place = [
    spec.members === undefined ? "" : ` for each ${text(spec.members)}`,
    spec.scope === undefined ? "" : ` in the ${text(spec.scope)}`,
  ].join("");
  return entriesOf(spec.allow).map((right) => `${rightOf(right)}${place}`);
}
