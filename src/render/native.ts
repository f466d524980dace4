import type { ComponentChange, PropertyChange, ResourceChange } from "../diff/model.js";
import { shortType } from "../plan/telling.js";
import {
  type Block,
  code,
  counted,
  cut,
  type Item,
  type Line,
  lineOf,
  listOf,
  made,
  prose,
  type Section,
  sectionOf,
  sign,
  strong,
  words,
} from "./blocks.js";
import type { Detail } from "./detail.js";
import { harmOf, signs } from "./signs.js";
import { changeOf } from "./values.js";

/** What the cloud's own resources become, by the component that they belong to. */
export function nativeOf(
  resources: readonly ResourceChange[],
  components: readonly ComponentChange[],
  detail: Detail,
): Section[] {
  const changed = resources.filter(({ operation }) => operation !== "same");
  const groups = groupsOf(changed, components);
  const folds = groups.map(({ label, members }) => groupOf(label, members, detail));
  const { shown, more } = cut(folds, detail.rows);
  const blocks = more === 0 ? shown : [...shown, lineOf(words(`and ${more} more`))];
  const rest = resources.length - changed.length;
  const aside = `${tallyOf(changed)}${rest > 0 && detail.same ? `, ${counted(rest, "other")} unchanged` : ""}`;
  return sectionOf("Native resources", blocks, aside).map((section) => ({ ...section, folded: true as const }));
}

interface Group {
  readonly label: string | undefined;
  readonly members: readonly ResourceChange[];
}

/** In the order of the components; what belongs to none comes last. */
function groupsOf(resources: readonly ResourceChange[], components: readonly ComponentChange[]): Group[] {
  const labels = new Map<string, string>();
  for (const { urn, baseUrn, label } of components) {
    labels.set(urn, label);
    if (baseUrn !== undefined) labels.set(baseUrn, label);
  }
  const groups = new Map<string | undefined, ResourceChange[]>([...labels.values()].map((label) => [label, []]));
  for (const resource of resources) {
    const label = labels.get(resource.component ?? "");
    const members = groups.get(label);
    if (members === undefined) groups.set(label, [resource]);
    else members.push(resource);
  }
  return [...groups].map(([label, members]) => ({ label, members })).filter(({ members }) => members.length > 0);
}

function groupOf(label: string | undefined, members: readonly ResourceChange[], detail: Detail): Block {
  const name: Line = label === undefined ? [words("beside the components")] : [code(label)];
  const title: Line = [...name, words(`: ${tallyOf(members)}`)];
  if (detail.native === "counts") return { kind: "line", line: title };
  return {
    kind: "fold",
    title,
    blocks: listOf(
      members.map((one) => itemOf(one, detail)),
      detail.rows,
    ),
  };
}

/** `+2 ~1`. */
function tallyOf(members: readonly ResourceChange[]): string {
  return operations
    .map((operation) => [signs[operation], members.filter((one) => one.operation === operation).length] as const)
    .filter(([, count]) => count > 0)
    .map(([sign, count]) => `${sign}${count}`)
    .join(" ");
}

const operations = ["create", "update", "replace", "delete", "move"] as const;

const mostProperties = 30;

function itemOf(resource: ResourceChange, detail: Detail): Item {
  const { operation, type, name, source, says, effect, id } = resource;
  const line: Line = [
    sign(signs[operation]),
    words(" "),
    made(`${shortType(type)} ${name}`, operation === "delete" ? undefined : source),
    ...(id === undefined ? [] : [words(", id "), code(id)]),
    ...traitsOf(resource),
    ...(effect === "none" ? [] : [words(", "), harmOf(effect)]),
    ...(says === undefined ? [] : [words(": "), prose(says)]),
  ];
  const { shown, more } = cut(resource.properties, Math.min(mostProperties, detail.rows));
  if (detail.native === "names")
    return shown.length === 0 ? { line } : { line: [...line, words("; "), ...namesOf(shown, more)] };
  const inner = shown.map(propertyOf);
  return { line, inner: more === 0 ? inner : [...inner, [words(`and ${more} more`)]] };
}

function traitsOf({ deletedFirst, protected: isProtected, retained, operation }: ResourceChange): Line {
  return [
    ...(isProtected === true ? [words(", "), strong("protected")] : []),
    ...(operation === "replace" && deletedFirst === true ? [words(", the old one goes first")] : []),
    ...(operation === "delete" && retained === true ? [words(", stays in the cloud")] : []),
  ];
}

function propertyOf(property: PropertyChange): Line {
  const { path, replaces, follows, hidden } = property;
  return [
    code(path),
    words(": "),
    ...(hidden === true ? [code("[secret]"), words(", changed")] : changeOf(property)),
    ...(replaces === true ? [words(", "), strong("replaces")] : []),
    ...(follows === undefined ? [] : [words(", follows "), code(follows)]),
  ];
}

function namesOf(properties: readonly PropertyChange[], more: number): Line {
  const names = properties.flatMap(({ path }, index): Line => (index === 0 ? [code(path)] : [words(", "), code(path)]));
  return more === 0 ? names : [...names, words(`, and ${more} more`)];
}
