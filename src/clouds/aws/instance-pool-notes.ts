import type { Note } from "../../core/planned.js";
import { meaning } from "../../core/vocabulary.js";
import type { DeclaredInstancePool, InstancePoolSpec } from "../../spec/instance-pool.js";
import type { DeclaredInstanceTemplate } from "../../spec/instance-template.js";
import { metricOf } from "./metric-source.js";
import { rolloutNotes, usualGrace } from "./rollout.js";
import { settingsOf } from "./settings.js";
import { roundedSustain } from "./threshold-alarms.js";
import { leastWarmup } from "./warmup.js";

const path = "instancePool.autoscaling";

/** What the table of pools does not tell. */
export function instancePoolNotes(it: DeclaredInstancePool): Note[] {
  const { spec } = it;
  return [...inexact(it), ...rolloutNotes(spec), ...healthNotes(spec), ...agentNotes(spec), ...scheduleNotes(spec)];
}

/** Times that become others: what was asked for, what is made of it, and what that changes. */
export function inexact(it: DeclaredInstancePool): Note[] {
  return [...sustainNotes(it), ...warmupNotes(it.spec), ...leastNotes(it.spec)];
}

function changed(option: string, message: string): Note {
  return { id: `near:${path}.${option}.changed`, fate: "near", path: `${path}.${option}`, message };
}

function sustainNotes(it: DeclaredInstancePool): Note[] {
  const { metric, target, sustain } = it.spec.autoscaling ?? {};
  if (metric === undefined || target !== undefined) return [];
  return (["out", "in"] as const).flatMap((direction) => {
    const emitted = roundedSustain(it, direction);
    const asked = sustain?.[direction];
    if (emitted === undefined || asked === undefined) return [];
    const later = `instances ${direction === "out" ? "come" : "go"} up to ${emitted - asked} s later`;
    const every = `values come every ${metricOf(it).period} s`;
    return [changed(`sustain.${direction}`, `${asked} s becomes ${emitted} s, since ${every}: ${later}`)];
  });
}

/** A policy knows one time for both. */
function warmupNotes({ autoscaling = {} }: InstancePoolSpec): Note[] {
  const { cooldown, warmup } = autoscaling;
  const rest = cooldown?.out;
  if (rest === undefined || warmup === undefined || rest === warmup) return [];
  if (rest < warmup) {
    const effect = "more instances come only as far as those that start are too few";
    return [
      changed("cooldown.out", `${rest} s becomes ${warmup} s, the warm-up, which is the same time here: ${effect}`),
    ];
  }
  const effect = `new instances stay out of the mean ${rest - warmup} s longer`;
  return [changed("warmup", `${warmup} s becomes ${rest} s, the cooldown, which is the same time here: ${effect}`)];
}

function leastNotes({ autoscaling = {} }: InstancePoolSpec): Note[] {
  const { cooldown, warmup } = autoscaling;
  const message = `0 s becomes ${leastWarmup} s, since 0 is not sent and 300 s would count`;
  return [
    ...(cooldown?.out === 0 && (warmup ?? 0) === 0 ? [changed("cooldown.out", message)] : []),
    ...(warmup === 0 && (cooldown?.out ?? 0) === 0 ? [changed("warmup", message)] : []),
  ];
}

/** The service itself would replace only instances that fail. */
function healthNotes({ replaceUnhealthy, backendSets = [], gracePeriod = usualGrace }: InstancePoolSpec): Note[] {
  if (replaceUnhealthy !== undefined || backendSets.length === 0) return [];
  const message = `is on by default: instances that a backend set finds unhealthy are replaced, from ${gracePeriod} s after their start on`;
  const at = "instancePool.replaceUnhealthy";
  return [{ id: `note:${at}`, fate: "note", path: at, message }];
}

function agentNotes({ autoscaling, template }: InstancePoolSpec): Note[] {
  if (autoscaling?.metric !== "memory" || mayPublish(template)) return [];
  const message = `the agent may not publish the metric: template "${template.name}" has no right to use metrics, so nothing would ever scale`;
  return [{ id: `warning:${path}.metric`, fate: "warning", path: `${path}.metric`, message }];
}

/** What the settings add is IAM's own, and taken to be enough. */
function mayPublish({ spec: { rights } }: DeclaredInstanceTemplate): boolean {
  if (!rights) return false;
  const publishing = rights.spec.allow.some(
    ({ resource, verb }) => resource === "metrics" && (verb === "use" || verb === "manage"),
  );
  return publishing || meaning(settingsOf(rights).rights, rights.name) !== undefined;
}

/** A refresh takes bounds that a schedule changed for a drift. */
function scheduleNotes({ autoscaling }: InstancePoolSpec): Note[] {
  const bounding = Object.values(autoscaling?.schedules ?? {}).some(
    ({ min, max }) => min !== undefined || max !== undefined,
  );
  if (!bounding) return [];
  const message = "a deployment that refreshes sets the program's bounds again, until the next schedule changes them";
  return [{ id: `note:${path}.schedules`, fate: "note", path: `${path}.schedules`, message }];
}
