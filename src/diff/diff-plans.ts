import { reviews as allReviews } from "../clouds/reviews.js";
import { exposureByFamily } from "../plan/exposure.js";
import type { Plan, PlanSize } from "../plan/model.js";
import { sizesOf } from "../plan/sizes.js";
import { shortType } from "../plan/telling.js";
import { labelOf } from "../plan/tree.js";
import { adviceOn } from "./advice.js";
import { capacityOf } from "./capacity.js";
import { componentChanges, toField } from "./components.js";
import { consequencesOf } from "./consequences.js";
import { diagnosticsOf, uncomparedSecrets } from "./diagnostics.js";
import { differences, type Reading } from "./differences.js";
import { documentDifferences } from "./documents.js";
import { knowledgeOf } from "./effects.js";
import { exposureChanges } from "./exposure.js";
import { graphOf } from "./graph.js";
import { type Matching, matchPlans } from "./matching.js";
import type { ComponentChange, Diff, Side } from "./model.js";
import { noteChanges } from "./notes.js";
import type { DiffOptions, SideOptions } from "./options.js";
import { pairOf } from "./pairs.js";
import { carryReplacements } from "./predict.js";
import { traceResources } from "./resources.js";
import { rightChanges } from "./rights.js";
import { movesCloud, risksOf } from "./risks.js";
import { redact } from "./secrets.js";
import { withNative } from "./settings.js";
import { headTerms } from "./terms.js";
import { topologyOf } from "./topology.js";
import { byUrn, nameIn, placeOf, typeIn } from "./urns.js";
import { countsOf, verdictOf } from "./verdict.js";

/** What differs between two plans, for a reviewer. Reads nothing but its arguments. */
export function diffPlans(baseGiven: Plan, headGiven: Plan, options: DiffOptions): Diff {
  const [base, head] = [sorted(baseGiven), sorted(headGiven)];
  const { observed, rates } = options;
  const knowledge = knowledgeOf(options.reviews ?? allReviews);
  const exposureOf = options.exposureOf ?? exposureByFamily;
  const matching = matchPlans(base, head);
  const uncompared = { any: false };
  const reading: Reading = {
    inHeadTerms: headTerms(base, head, matching),
    onUncompared: () => {
      uncompared.any = true;
    },
  };
  const label = labelsOf(base, head);
  const documents = documentDifferences(base, head, matching, reading);

  const olds = new Map(base.resources.map((resource) => [resource.urn, resource]));
  const comparing = {
    matching,
    reading,
    table: knowledge.typeEffects,
    isBridged: (type: string) => knowledge.reviewOf(type) !== undefined,
    documents: documents.native,
  };
  const pairs = head.resources.flatMap((resource) => {
    const old = olds.get(matching.baseOf.get(resource.urn) ?? "");
    return old ? [pairOf(old, resource, comparing)] : [];
  });
  carryReplacements(pairs);
  const all = traceResources(base.resources, head.resources, pairs, {
    matching,
    knowledge,
    ...(observed === undefined ? {} : { observed }),
  });

  const ways = { base: exposureOf(base), head: exposureOf(head) };
  const exposure = exposureChanges(ways.base, ways.head, matching);
  const consequences = consequencesOf(base, head, ways, all, matching);
  const specified = componentChanges(base, head, {
    matching,
    reading,
    documents: documents.loose,
    movesCloud: movesCloud(base, head),
  });
  const components = withNative(specified, all);
  const parts = {
    counts: countsOf(all),
    risks: risksOf(base, head, all, { label, consequences }),
    exposure,
    rights: rightChanges(base.components, head.components, matching),
    components,
    notes: noteChanges(base, head, matching, label),
    outputs: differences(base.outputs, head.outputs, reading).map(toField),
  };
  const diff: Diff = {
    version: 1,
    kind: observed === undefined ? "offline" : "preview",
    project: head.project,
    stack: head.stack,
    base: sideOf(base, options.base),
    head: sideOf(head, options.head),
    ...parts,
    verdict: verdictOf(parts),
    advice: adviceOn(all, knowledge, label),
    capacity: capacityOf(base, head, { matching, knowledge, ...(rates === undefined ? {} : { rates }) }),
    topology: pictureOf(base, head, matching, components),
    resources: all.map(({ change }) => change).filter(({ operation }) => operation !== "same"),
    diagnostics: [...diagnosticsOf(base, head, matching, reading), ...(uncompared.any ? [uncomparedSecrets] : [])],
  };
  return redact(diff);
}

/** In one order, whatever that of the file; sizes as the specs say. */
function sorted(plan: Plan): Plan {
  const components = [...plan.components].sort(byUrn);
  return {
    ...plan,
    components,
    resources: [...plan.resources].sort(byUrn),
    sizes: sizesOf(components).filter(isCounted),
  };
}

function isCounted({ min, max }: PlanSize): boolean {
  return Number.isFinite(min) && Number.isFinite(max);
}

function sideOf({ cloud }: Plan, { label, commit, untrusted }: SideOptions): Side {
  return {
    label,
    ...(cloud === undefined ? {} : { cloud }),
    ...(commit === undefined ? {} : { commit }),
    ...(untrusted ? { untrusted } : {}),
  };
}

/** Of a component of either side, or of whatever else has a URN. */
function labelsOf(base: Plan, head: Plan): (urn: string) => string {
  const labels = new Map([...base.components, ...head.components].map((one) => [one.urn, labelOf(one)]));
  return (urn) => {
    const place = placeOf(urn);
    return labels.get(urn) ?? `${shortType(typeIn(place))} ${nameIn(place)}`.trim();
  };
}

function pictureOf(base: Plan, head: Plan, { identityInBase }: Matching, components: readonly ComponentChange[]) {
  const changed = components.filter(({ status }) => status === "changed" || status === "renamed");
  return topologyOf(
    graphOf(base.components, base.sizes, identityInBase),
    graphOf(head.components, head.sizes, placeOf),
    new Set(changed.map(({ urn }) => placeOf(urn))),
  );
}
