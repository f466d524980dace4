import { parsePath } from "../diff/paths.js";
import type { Value, Values } from "../plan/model.js";
import { placesOf, rightOf } from "../plan/places.js";
import { scalingOf, scheduleOf } from "../plan/scaling.js";
import { checkOf, diskOf, imageOf, routesOf, sizeOf } from "../plan/summaries.js";
import { entriesOf, isValues, nameIn, text } from "../plan/words.js";

/** A value of a spec in words, by the field that it stands in; nothing where there are none for it. */
export function saidOf(path: string, value: Value): string | undefined {
  const steps = parsePath(path) ?? [];
  const [above, last] = [steps.at(-2), steps.at(-1)];
  const said =
    typeof last === "number" ? tell(above, [value]) : (tell(last, value) ?? tell(above, { [last ?? ""]: value }, maps));
  return said === "" ? undefined : said;
}

type Tellers = Readonly<Record<string, (value: never) => string>>;

function tell(field: string | number | undefined, value: Value, only: Tellers = all): string | undefined {
  const isIn = (tellers: Tellers) => field !== undefined && Object.hasOwn(only, field) && Object.hasOwn(tellers, field);
  if (typeof value === "string") return isIn(keys) && isKey.test(value) ? nameIn(value) : undefined;
  if (Array.isArray(value)) return isIn(lists) ? lists[String(field)]?.(value) : undefined;
  if (!isValues(value)) return undefined;
  if (isIn(maps)) return maps[String(field)]?.(value);
  return isIn(objects) ? objects[String(field)]?.(value) : undefined;
}

/** How a spec refers to another component. */
const isKey =
  /^(?:network|tier|loadBalancer|listener|backendSet|image|instanceTemplate|instancePool|dynamicGroupPolicy):/;

const keys: Readonly<Record<string, (key: string) => string>> = Object.fromEntries(
  ["network", "tier", "loadBalancer", "backendSet", "template", "rights", "image", "instance", "to", "requestsOf"].map(
    (field) => [field, nameIn],
  ),
);

const lists: Readonly<Record<string, (list: readonly Value[]) => string>> = {
  allowFrom: placesOf,
  from: placesOf,
  on: (list) => list.map(text).join(" and "),
  backendSets: (list) => list.map(nameIn).join(" and "),
  allow: (list) => entriesOf(list).map(rightOf).join(", "),
  access: (list) => entriesOf(list).map(accessOf).join(", "),
};

/** Keyed by names that the program gives. */
const maps: Readonly<Record<string, (values: Values) => string>> = {
  routes: (values) => routesOf(values).join(", "),
  schedules: (values) => Object.entries(values).map(scheduleOf).join(", "),
};

const objects: Readonly<Record<string, (values: Values) => string>> = {
  autoscaling: (values) => scalingOf(values).filter(Boolean).join(", "),
  bootDisk: diskOf,
  certificate: ({ name }) => (name === undefined ? "given as PEM" : text(name)),
  healthCheck: checkOf,
  image: (values) => text(imageOf(values)),
  redirect: ({ to }) => `to ${nameIn(to)}`,
  size: sizeOf,
  stickiness: ({ kind, ...rest }) => [text(kind), ...Object.entries(rest).map(told)].join(", "),
};

const all: Tellers = { ...keys, ...lists, ...maps, ...objects };

function accessOf({ protocol = "tcp", port, from }: Values): string {
  return `${[text(protocol), text(port)].filter(Boolean).join(" ")} from ${placesOf(from)}`;
}

function told([key, value]: [string, Value]): string {
  return `${key} ${text(value)}`;
}
