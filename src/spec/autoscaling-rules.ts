import type { Issue } from "../core/errors.js";
import type { AutoscalingPolicyArgs, Schedule } from "./autoscaling-policy.js";
import { calmBelow } from "./flap-rules.js";
import { meeting, minuteOf } from "./meeting.js";

type Given = Omit<AutoscalingPolicyArgs, "requestsOf" | "sustain" | "cooldown"> & Loosely;

/** As they are before and after they are parsed. */
interface Loosely {
  readonly requestsOf?: unknown;
  readonly sustain?: unknown;
  readonly cooldown?: unknown;
}

/** What holds within a policy, whatever pool it is for. */
export function autoscalingPolicyRules(policy: Given, path: string): Issue[] {
  return [
    ...purposeRules(policy, path),
    ...formRules(policy, path),
    ...reachRules(policy, path),
    ...Object.entries(policy.schedules ?? {}).flatMap(([name, one]) => sizeRules(one, `${path}.schedules.${name}`)),
    ...conflictRules(policy.schedules ?? {}, path),
  ];
}

const ofMetric = ["requestsOf", "target", "growOnly", "scaleOut", "scaleIn", "sustain", "cooldown", "warmup"] as const;

function purposeRules(policy: Given, path: string): Issue[] {
  const { metric, schedules, requestsOf } = policy;
  if (metric === undefined && schedules === undefined)
    return [{ path, message: "says neither what is measured nor when", instead: 'metric: "cpu", or schedules' }];
  if (metric === undefined)
    return ofMetric
      .filter((key) => policy[key] !== undefined)
      .map((key) => ({ path: `${path}.${key}`, message: "is for a metric, and there is none", instead: "metric too" }));
  const counted = metric === "requests-per-instance";
  if (counted && requestsOf === undefined)
    return [{ path: `${path}.requestsOf`, message: "is required for requests-per-instance", instead: "a BackendSet" }];
  if (!counted && requestsOf !== undefined)
    return [{ path: `${path}.requestsOf`, message: `is not for ${metric}`, instead: "leave it out" }];
  return [];
}

function formRules({ metric, target, growOnly, scaleOut, scaleIn }: Given, path: string): Issue[] {
  if (metric === undefined) return [];
  const thresholds = scaleOut !== undefined || scaleIn !== undefined;
  if (target !== undefined && thresholds)
    return [{ path: `${path}.target`, message: "stands beside scaleOut or scaleIn", instead: "one of the two forms" }];
  if (target === undefined && scaleOut === undefined)
    return [
      {
        path: `${path}.scaleOut`,
        message: `is required${thresholds ? " beside scaleIn" : ""}: the pool would never grow`,
        instead: "{ above: 60, add: 1 }, or target: 60",
      },
    ];
  if (target === undefined && growOnly !== undefined)
    return [{ path: `${path}.growOnly`, message: "is for a target", instead: "leave scaleIn out" }];
  return [];
}

/** A mean in percent never passes 100, and a value that is always passed is no threshold. */
function reachRules({ metric, target, scaleOut, scaleIn }: Given, path: string): Issue[] {
  const unreachable = (key: string, value: number) => ({
    path: `${path}.${key}`,
    message: `${value} percent is never passed`,
    instead: "a number below 100",
  });
  const inPercent = metric === "cpu" || metric === "memory";
  const crossed = {
    path: `${path}.scaleIn.below`,
    message: `${scaleIn?.below} is not below ${scaleOut?.above}, from where instances are added: the pool would never rest`,
    instead: `a number of at most ${calmBelow(scaleOut ?? { above: 0, add: 1 }, 1)}`,
  };
  return [
    ...(inPercent && scaleOut && scaleOut.above >= 100 ? [unreachable("scaleOut.above", scaleOut.above)] : []),
    ...(inPercent && target !== undefined && target >= 100 ? [unreachable("target", target)] : []),
    ...(scaleOut && scaleIn && scaleIn.below >= scaleOut.above ? [crossed] : []),
  ];
}

function sizeRules({ size, min, max }: Schedule, path: string): Issue[] {
  if (size === undefined && min === undefined && max === undefined)
    return [{ path, message: "changes nothing", instead: "size, min or max" }];
  const low = min !== undefined && max !== undefined && min > max;
  return low ? [{ path: `${path}.min`, message: `${min} is more than max, ${max}`, instead: `at most ${max}` }] : [];
}

/** Two schedules that say different things at one moment: which of them wins is luck. */
function conflictRules(schedules: Readonly<Record<string, Schedule>>, path: string): Issue[] {
  const entries = Object.entries(schedules);
  return entries.flatMap(([name, one], index) =>
    entries.slice(0, index).flatMap(([earlier, other]) => {
      const moment = contradict(one, other) ? meeting(one, other, new Date(Date.UTC(2026, 0, 1))) : undefined;
      if (!moment) return [];
      const at = minuteOf(moment);
      return [
        {
          path: `${path}.schedules.${name}.cron`,
          message: `fires together with "${earlier}", which asks for another size, for example at ${at}`,
          instead: "times that never meet",
        },
      ];
    }),
  );
}

/** Whether two schedules cannot both have what they ask for. */
function contradict(one: Schedule, other: Schedule): boolean {
  const keys = ["size", "min", "max"] as const;
  const differ = keys.some((key) => one[key] !== undefined && other[key] !== undefined && one[key] !== other[key]);
  return differ || exceeds(one, other) || exceeds(other, one);
}

/** Whether what one asks for lies above the most, or below the fewest, of the other. */
function exceeds(one: Schedule, { min = 0, max = Number.POSITIVE_INFINITY }: Schedule): boolean {
  return [one.size, one.min].some((value) => value !== undefined && value > max) || (one.size ?? min) < min;
}
