import type { Declared } from "../../src/core/declared.js";
import type { AutoscalingPolicySpec } from "../../src/spec/autoscaling-policy.js";
import { dynamicGroupPolicy } from "../../src/spec/dynamic-group-policy.js";
import { image } from "../../src/spec/image.js";
import { instancePool } from "../../src/spec/instance-pool.js";
import { instanceTemplate } from "../../src/spec/instance-template.js";
import { choicesFor, declare, type Loose, type Making, omit, once, refuse, someOptions } from "./making.js";
import { type Choices, isTaken, optionsAt, valueAt, wordsAt } from "./options.js";
import { toldOf } from "./rows.js";

/** None where the cloud gives no rights. */
export function makeRights(making: Making, network: Declared): Declared[] {
  const choices = choicesFor(making, dynamicGroupPolicy, {});
  const { allow, ...rest } = someOptions(choices, "rights") as { allow?: Loose[] };
  const plain = { network, allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }] };
  if (allow === undefined) return refuse(making, dynamicGroupPolicy, "rights", plain);
  const args = { ...rest, allow: once(allow, ({ resource }) => resource), network };
  return [declare(making, dynamicGroupPolicy, "rights", choices, args)];
}

/** None where the cloud makes no images. */
export function makeImage(making: Making): Declared[] {
  const choices = choicesFor(making, image, {});
  const options = someOptions(choices, "golden");
  if (options.instance === undefined) return refuse(making, image, "golden", { instance: "source" });
  return [declare(making, image, "golden", choices, options)];
}

export function makeTemplate(
  making: Making,
  tier: Declared,
  images: readonly Declared[],
  rights: readonly Declared[],
): Declared {
  const all = making.made.flatMap(({ it }) => (it.noun === image.name ? [it] : []));
  const samples = { "InstanceTemplate.image=captured": images.length > 0 ? images : all };
  const choices = choicesFor(making, instanceTemplate, {}, samples);
  const { image: chosen = "web", ...rest } = someOptions(choices, "template");
  const allowed = rights.length > 0 && making.choose.maybe("InstanceTemplate.rights") ? { rights: rights[0] } : {};
  return declare(making, instanceTemplate, "template", choices, { ...rest, ...allowed, image: chosen, tier });
}

/** What a pool goes by. */
interface Form {
  readonly metric?: "cpu" | "memory" | "requests-per-instance";
  readonly rule?: "target" | "thresholds";
  readonly schedules: boolean;
}

const metrics = ["cpu", "memory", "requests-per-instance"] as const;
const forms: readonly Form[] = [
  { schedules: false },
  { schedules: true },
  ...metrics.flatMap((metric) =>
    (["target", "thresholds"] as const).flatMap((rule) =>
      [false, true].map((schedules) => ({ metric, rule, schedules })),
    ),
  ),
];

export function makePool(making: Making, template: Declared, sets: readonly Declared[]): Declared {
  const { choose, fit } = making;
  const fed = sets.filter((set) => fit.feeds?.(set) ?? true);
  const chosen =
    fed.length > 0 && choose.maybe("InstancePool.backendSets") ? choose.some("InstancePool.sets", fed) : [];
  const counted = chosen.filter(isApplication);
  const possible = forms.filter((form) => isPossible(making, form, counted));
  const form = choose.one("InstancePool.form", possible);
  const choices = choicesOf(making, form);
  const { alarms, ...options } = omit(someOptions(choices, "pool"), "size", "autoscaling") as { alarms?: Loose };
  const size = sizeOf(choices, form);
  const autoscaling = scalingOf(choices, form, size, counted[0]);
  return declare(making, instancePool, "pool", choices, {
    ...options,
    ...alarmsOf(alarms, chosen),
    ...(chosen.length > 0 ? { backendSets: chosen } : {}),
    template,
    size,
    ...(autoscaling ? { autoscaling } : {}),
  });
}

function choicesOf(making: Making, { metric, rule, schedules }: Form): Choices {
  const policy = {
    ...(metric ? { metric } : {}),
    ...(rule === "target" ? { target: 1 } : {}),
    ...(schedules ? { schedules: {} } : {}),
  } as AutoscalingPolicySpec;
  const scaled = metric !== undefined || schedules;
  const size = scaled ? { kind: "scaled" as const, min: 1, max: 4 } : { kind: "fixed" as const, count: 2 };
  return choicesFor(making, instancePool, { size, ...(scaled ? { autoscaling: policy } : {}) });
}

/** Whether a cloud takes all that a form cannot do without. */
function isPossible(making: Making, form: Form, counted: readonly Declared[]): boolean {
  const choices = choicesOf(making, form);
  const { metric, rule, schedules } = form;
  const size = metric === undefined && !schedules ? "fixed" : "scaled";
  const needs = [
    ...(rule === "target" ? ["target"] : []),
    ...(rule === "thresholds" ? ["scaleOut.above", "scaleOut.add"] : []),
    ...(schedules ? ["schedules.<name>.cron", "schedules.<name>.timeZone"] : []),
  ];
  if (metric === "requests-per-instance" && counted.length === 0) return false;
  if (metric !== undefined && !wordsAt(choices, "autoscaling.metric").includes(metric)) return false;
  return wordsAt(choices, "size").includes(size) && needs.every((path) => takes(choices, `autoscaling.${path}`));
}

function takes({ rows, cloud, facets }: Choices, path: string): boolean {
  const row = rows.find((one) => one.noun === "InstancePool" && one.path === path);
  return row !== undefined && isTaken(toldOf(row, cloud, facets));
}

interface Bounds {
  readonly min: number;
  readonly max: number;
  readonly initial?: number;
}

function sizeOf(choices: Choices, { metric, schedules }: Form): number | Bounds {
  const { choose } = choices;
  if (metric === undefined && !schedules) return choose.one("InstancePool.size.count", [1, 2, 3]);
  const { initial } = optionsAt(choices, "size", "scaled");
  const min = choose.one("InstancePool.size.min", metric === undefined ? [0, 1, 2] : [1, 2]);
  const max = choose.one("InstancePool.size.max", [4, 5]);
  return { min, max, ...(initial === undefined ? {} : { initial: choose.one("InstancePool.initial", [min, 3]) }) };
}

function scalingOf(choices: Choices, form: Form, size: number | Bounds, counted: Declared | undefined) {
  if (typeof size === "number") return undefined;
  const { metric, rule, schedules } = form;
  const given = optionsAt(choices, "autoscaling");
  const measured = ["sustain", "cooldown", "warmup", ...(rule === "target" ? ["growOnly"] : [])];
  const kept = metric === undefined ? {} : Object.fromEntries(measured.map((key) => [key, given[key]]));
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined)),
    ...(metric ? { metric } : {}),
    ...(metric === "requests-per-instance" ? { requestsOf: counted } : {}),
    ...(rule === "target" ? { target: valueAt(choices, "autoscaling.target") } : {}),
    ...(rule === "thresholds" ? thresholds(choices, given, size) : {}),
    ...(schedules ? { schedules: schedulesOf(choices, size) } : {}),
  };
}

/** The mean after instances were added must not lie where they are removed. */
function thresholds(choices: Choices, given: Loose, { min, max }: Bounds): Loose {
  const scaleOut = optionsAt(choices, "autoscaling.scaleOut") as { above: number; add: number };
  const scaleIn = given.scaleIn as { below: number; remove: number } | undefined;
  const add = Math.min(scaleOut.add, max - min);
  const rest = (scaleOut.above * min) / (min + add);
  return {
    scaleOut,
    ...(scaleIn ? { scaleIn: { ...scaleIn, below: Math.min(scaleIn.below, Math.floor(rest)) } } : {}),
  };
}

/** At different minutes, so that no two meet. */
const moments = ["0 9 * * MON-FRI", "15 18 * * *", "30 7 1 * *", "45 22 * * 6"];

function schedulesOf(choices: Choices, { min, max }: Bounds): Loose {
  const names = choices.choose.some("InstancePool.schedules", ["morning", "evening"]);
  return Object.fromEntries(
    names.map((name, index) => {
      const given = optionsAt(choices, "autoscaling.schedules.<name>") as Partial<Record<string, number>>;
      const cron = choices.choose.one("InstancePool.cron", [moments[index], moments[index + 2]]);
      return [name, within({ ...given, cron }, choices, { min, max })];
    }),
  );
}

/** A size within the bounds that hold from then on. */
function within(schedule: Loose, choices: Choices, bounds: Bounds): Loose {
  const low = Math.min((schedule.min as number | undefined) ?? bounds.min, bounds.max);
  const high = Math.max((schedule.max as number | undefined) ?? bounds.max, low);
  const sized = {
    ...omit(schedule, "size", "min", "max"),
    ...(schedule.min === undefined ? {} : { min: low }),
    ...(schedule.max === undefined ? {} : { max: high }),
    ...(schedule.size === undefined ? {} : { size: choices.choose.one("InstancePool.schedule.size", [low, high]) }),
  };
  const says = ["size", "min", "max"].some((key) => key in sized);
  return says ? sized : { ...sized, ...smallest(choices, low, high) };
}

function smallest(choices: Choices, low: number, high: number): Loose {
  if (takes(choices, "autoscaling.schedules.<name>.size")) return { size: high };
  return takes(choices, "autoscaling.schedules.<name>.max") ? { max: high } : { min: low };
}

function isApplication({ parent }: Declared): boolean {
  return (parent as Declared<{ kind: string }>).spec.kind === "application";
}

/** Balancers see what their sets have, and only some see errors; somebody must be told of something. */
function alarmsOf(alarms: Loose | undefined, sets: readonly Declared[]): { alarms?: Loose } {
  if (!alarms) return {};
  const found = sets.length > 0 ? alarms : omit(alarms, "unhealthyInstances");
  const seen = sets.length > 0 && sets.every(isApplication) ? found : omit(found, "serverErrors");
  const named = Object.keys(omit(seen, "notify")).length > 0 && seen.notify !== undefined;
  return named ? { alarms: seen } : {};
}
