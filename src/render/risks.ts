import type { AdviceLine, ResourceChange, Risk } from "../diff/model.js";
import { shortType } from "../plan/telling.js";
import {
  type Block,
  code,
  type Line,
  listOf,
  made,
  prose,
  type Section,
  sectionOf,
  sign,
  some,
  strong,
  tableOf,
  words,
} from "./blocks.js";
import type { Detail } from "./detail.js";
import { harmOf, signs } from "./signs.js";

const operations = { destroy: "delete", replace: "replace", update: "update" } as const;

/** So many fit a glance: only beyond them do causes stand apart from what follows. */
const aGlance = 6;

export function risksOf(risks: readonly Risk[], resources: readonly ResourceChange[], { rows }: Detail): Section[] {
  const [causes, consequences] = split(risks, resources);
  return sectionOf("Risks", [...tableOfRisks(causes, rows), ...foldOf(consequences, rows)]);
}

/** The first of them in a line each, for where there is no room for a table. */
export function firstRisks(risks: readonly Risk[], resources: readonly ResourceChange[], most: number): Section[] {
  const items = split(risks, resources)
    .flat()
    .map((risk) => ({ line: [...whatOf(risk), words(": "), ...meaningOf(risk)] }));
  return sectionOf("Risks", listOf(items, most));
}

export function adviceOf(advice: readonly AdviceLine[], { rows }: Detail): Section[] {
  const items = advice.map(({ component, message }) => ({ line: [...aboutOf(component), prose(message)] }));
  return sectionOf("To do", listOf(items, rows));
}

/** `listener https: `. */
export function aboutOf(component: string | undefined): Line {
  return component === undefined ? [words("– ")] : [code(component), words(": ")];
}

/** What the program changes itself, and what only follows from that. */
function split(risks: readonly Risk[], resources: readonly ResourceChange[]): [Risk[], Risk[]] {
  if (risks.length <= aGlance) return [[...risks], []];
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const causes = risks.filter((risk) => !isConsequence(risk, byUrn.get(risk.urn)));
  if (causes.length === 0) return [[...risks], []];
  return [causes, risks.filter((risk) => !causes.includes(risk))];
}

function isConsequence(
  { kind, because, follows, protected: isProtected }: Risk,
  resource: ResourceChange | undefined,
): boolean {
  if (follows.length === 0 || isProtected === true || kind === "destroy" || kind === "cloud") return false;
  const following = new Set(resource?.properties.filter((one) => one.follows !== undefined).map(({ path }) => path));
  return because.every((path) => following.has(path));
}

function foldOf(risks: readonly Risk[], rows: number): Block[] {
  if (risks.length === 0) return [];
  const effects = [...new Set(risks.map(({ effect }) => effect))];
  const counts = effects.map(
    (effect): Line => [words(`${risks.filter((risk) => risk.effect === effect).length} `), harmOf(effect)],
  );
  const title: Line = [
    words(`${risks.length} more that ${risks.length === 1 ? "follows" : "follow"}: `),
    ...some(counts, 6),
  ];
  return [{ kind: "fold", title, blocks: tableOfRisks(risks, rows) }];
}

function tableOfRisks(risks: readonly Risk[], rows: number): Block[] {
  const cells = risks.map((risk) => [whatOf(risk), becauseOf(risk), meaningOf(risk)]);
  return tableOf(["what", "because of", "means"], cells, rows);
}

/** `– delete aws.lb.LoadBalancer front-balancer of load balancer front, id lb-1, protected`. */
function whatOf(risk: Risk): Line {
  if (risk.kind === "cloud") return [strong("another cloud")];
  const operation = operations[risk.kind];
  const native = `${shortType(risk.type)} ${risk.name}`;
  return [
    sign(signs[operation]),
    words(` ${operation} `),
    made(native, operation === "delete" ? undefined : risk.source),
    ...(risk.component === undefined ? [] : [words(" of "), code(risk.component)]),
    ...(risk.id === undefined ? [] : [words(", id "), code(risk.id)]),
    ...(risk.protected === true ? [words(", "), strong("protected")] : []),
  ];
}

const mostCauses = 4;

function becauseOf({ because, follows, kind }: Risk): Line {
  const causes = some(namesOf(because), mostCauses);
  const followed = follows.length === 0 ? [] : [words("follows "), ...some(namesOf(follows), mostCauses)];
  if (because.length > 0 && follows.length > 0) return [...causes, words(", "), ...followed];
  if (because.length + follows.length > 0) return [...causes, ...followed];
  return [words(kind === "destroy" ? "no longer in the program" : "")];
}

function namesOf(texts: readonly string[]): Line[] {
  return texts.map((text) => [code(text)]);
}

function meaningOf({ effect, says }: Risk): Line {
  return says === "" ? [harmOf(effect)] : [harmOf(effect), words(": "), prose(says)];
}
