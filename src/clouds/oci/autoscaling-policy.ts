// Sources: Autoscaling API reference (CreateAutoScalingConfigurationDetails: one threshold policy or up to 50 scheduled ones, cooldowns
// from 300 s, thresholds in whole percent, PT3M to PT1H of MetricBase), terraform-provider-oci 8.23.0 (policies replace); read 2026-11.
import { type Issue, inexactly } from "../../core/errors.js";
import { type Note, type Planned, ref } from "../../core/planned.js";
import { nativeName } from "../../core/support.js";
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";
import { calmBelowTarget } from "../../spec/flap-rules.js";
import { type DeclaredInstancePool, instancePool as noun } from "../../spec/instance-pool.js";
import { boundsOf, firstOf } from "../../spec/pool-size.js";
import type { InstancePoolSupport } from "./instance-pool.js";
import { partDisplayName } from "./physical-names.js";
import { resource } from "./resources.js";
import { scheduleNotes, schedulePolicies, scheduleRules } from "./schedules.js";
import { placeOf } from "./settings.js";
import { cooldownOf, sustainOf, timingNotes, timingOf } from "./timing.js";

const path = "instancePool.autoscaling";

/** A policy has a rule each way; this one waits for a share that nothing has. */
const never = { below: 0, remove: 1 } as const;

export function autoscalingOf(it: DeclaredInstancePool, support: InstancePoolSupport): Record<string, Planned> {
  const { autoscaling, tags } = it.spec;
  if (!autoscaling) return {};
  const planned = resource(
    "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration",
    {
      ...placeOf(it, tags),
      displayName: partDisplayName(it, "autoscaling"),
      isEnabled: true,
      ...(autoscaling.metric === undefined ? {} : { coolDownInSeconds: cooldownOf(timingOf(autoscaling)) }),
      autoScalingResources: { id: ref("pool.id"), type: "instancePool" },
      policies: autoscaling.metric === undefined ? schedulePolicies(it, support) : [thresholdPolicy(it, support)],
    },
    { options: { deleteBeforeReplace: true } },
  );
  return { autoscaling: planned };
}

function thresholdPolicy(it: DeclaredInstancePool, { autoscaling: support }: InstancePoolSupport) {
  const { size, autoscaling = {} } = it.spec;
  const { min, max } = boundsOf(size);
  const { metric = "cpu" } = autoscaling;
  const sustain = sustainOf(timingOf(autoscaling));
  const { out, into } = changesOf(it);
  const rule = (displayName: string, value: number, threshold: number, operator: string, seconds: number) => ({
    displayName,
    action: { type: "CHANGE_COUNT_BY", value },
    metric: {
      metricSource: "COMPUTE_AGENT",
      metricType: nativeName(support.metric[metric], noun.facets?.(it.spec)),
      pendingDuration: `PT${seconds / 60}M`,
      threshold: { operator, value: threshold },
    },
  });
  return {
    policyType: "threshold",
    displayName: partDisplayName(it, metric),
    isEnabled: true,
    capacity: { initial: firstOf(size), max, min },
    rules: [
      rule("scale-out", out.add, out.above, support.scaleOut.above.as, sustain.out),
      rule("scale-in", -into.remove, into.below, support.scaleIn.below.as, sustain.in),
    ],
  };
}

interface Changes {
  readonly out: { readonly above: number; readonly add: number };
  readonly into: { readonly below: number; readonly remove: number };
}

/** Thresholds as they are, or made of a target. */
function changesOf({ spec }: DeclaredInstancePool): Changes {
  const { target, growOnly, scaleOut, scaleIn } = spec.autoscaling ?? {};
  if (target === undefined) return { out: scaleOut ?? { above: 100, add: 1 }, into: scaleIn ?? never };
  const into =
    growOnly === true ? never : { below: Math.floor(calmBelowTarget(target, boundsOf(spec.size).min)), remove: 1 };
  return { out: { above: target, add: 1 }, into };
}

export function autoscalingRules(it: DeclaredInstancePool): Issue[] {
  const { autoscaling } = it.spec;
  if (!autoscaling) return [];
  const changed = it.cloud.exact ? timingNotes(timingOf(autoscaling)) : [];
  return [
    ...wholeRules(autoscaling),
    ...scheduleRules(autoscaling),
    ...changed.map(({ path: at, message }) => ({
      path: at,
      message: inexactly(message),
      instead: "a value that is native here",
    })),
  ];
}

function wholeRules({ target, scaleOut, scaleIn }: AutoscalingPolicySpec): Issue[] {
  const values = { target, "scaleOut.above": scaleOut?.above, "scaleIn.below": scaleIn?.below };
  return Object.entries(values).flatMap(([key, value]) =>
    value === undefined || Number.isInteger(value)
      ? []
      : [
          {
            path: `${path}.${key}`,
            message: `${value} is not whole: thresholds are whole percent here`,
            instead: `${Math.round(value)}`,
          },
        ],
  );
}

export function autoscalingNotes(it: DeclaredInstancePool): Note[] {
  const { autoscaling } = it.spec;
  if (!autoscaling) return [];
  return [...neverNotes(autoscaling), ...timingNotes(timingOf(autoscaling)), ...scheduleNotes(autoscaling)];
}

function neverNotes({ scaleOut, scaleIn }: AutoscalingPolicySpec): Note[] {
  if (!scaleOut || scaleIn) return [];
  const message = `instances are never removed: the rule for fewer, which a policy must have, holds below ${never.below} percent`;
  return [{ id: `note:${path}.scaleIn`, fate: "note", path: `${path}.scaleIn`, message }];
}
