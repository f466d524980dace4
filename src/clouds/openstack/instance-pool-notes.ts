// Sources: CVE-2026-43000 and keystone's fix (no trust for a login with an application credential), heat trusts (alarms act by
// one), heat instance_group (one resource definition for all members); read 2026-11.
import type { Note } from "../../core/planned.js";
import type { AutoscalingPolicySpec } from "../../spec/autoscaling-policy.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { boundsOf, headStartOf } from "../../spec/pool-size.js";
import { isHeat } from "./is-heat.js";
import { ahead, restOf, windowOf } from "./schedules.js";
import { settingsOf } from "./settings.js";
import { timingOf } from "./timing.js";

/** A value that comes out otherwise than it was asked for. */
interface Change {
  readonly id: string;
  readonly path: string;
  readonly message: string;
  readonly instead: string;
}

export function changesOf(it: DeclaredInstancePool): Change[] {
  return isHeat(it) ? [...roundedTimes(it), ...zonesLost(it), ...sizeSetBack(it)] : [];
}

function roundedTimes(it: DeclaredInstancePool): Change[] {
  const { granularity, periods } = timingOf(it);
  const { sustain = {} } = it.spec.autoscaling ?? {};
  return (["out", "in"] as const).flatMap((one) => {
    const asked = sustain[one];
    const emitted = periods[one] * granularity;
    if (asked === undefined || asked === emitted) return [];
    return [
      {
        id: `instancePool.autoscaling.sustain.${one}`,
        path: `instancePool.autoscaling.sustain.${one}`,
        message: `${asked} s become ${emitted} s, ${periods[one]} values of ${granularity} s: the size changes up to ${emitted - asked} s later`,
        instead: `a multiple of ${granularity}`,
      },
    ];
  });
}

function zonesLost({ spec }: DeclaredInstancePool): Change[] {
  const { zones } = spec.template.spec.tier.spec.network.spec;
  if (zones === 1) return [];
  return [
    {
      id: "instancePool.zones",
      path: "instancePool",
      message: `a group in Heat does not spread over ${zones} zones: it asks for different hosts, and hosts and zones are the scheduler's choice`,
      instead: "zones: 1 on the network, or a pool of a fixed size",
    },
  ];
}

function sizeSetBack({ spec: { size, replaceUnhealthy } }: DeclaredInstancePool): Change[] {
  const first = headStartOf(size);
  if (first === undefined) return [];
  const times = replaceUnhealthy
    ? "every change of the stack, and every replaced instance,"
    : "every change of the stack";
  return [
    {
      id: "instancePool.size.initial",
      path: "instancePool.size.initial",
      message: `${times} sets the size back to ${first}`,
      instead: `${boundsOf(size).min}`,
    },
  ];
}

export function poolNotes(it: DeclaredInstancePool): Note[] {
  const changed = changesOf(it).map(
    ({ id, path, message }): Note => ({ id: `near:${id}`, fate: "near", path, message }),
  );
  return [...changed, ...(isHeat(it) ? groupNotes(it) : [serversNote, scaledLater])];
}

function note(id: string, path: string, message: string): Note {
  return { id: `note:${id}`, fate: "note", path, message };
}

function groupNotes(it: DeclaredInstancePool): Note[] {
  const { size, autoscaling } = it.spec;
  const fixedLater = settingsOf(it).pools !== "heat" && size.kind === "scaled";
  return [
    note(
      "instancePool.login",
      "instancePool",
      "Heat keeps a trust for the stack, which clouds refuse to a login with an application credential: the provider needs a user's password or token",
    ),
    note(
      "instancePool.stack",
      "instancePool",
      "a stack that fails while it is made keeps its name and is unknown to Pulumi: openstack stack event list says why, then delete it by hand",
    ),
    ...(fixedLater
      ? [
          note(
            "instancePool.members",
            "instancePool.autoscaling",
            'without a policy the pool would be servers of their own, and all members be replaced; pools: "heat" in the settings keeps them',
          ),
        ]
      : []),
    ...(autoscaling?.metric && settingsOf(it).granularity === undefined ? [granularityWarning(it)] : []),
    ...(autoscaling?.schedules ? [windowNote(it, autoscaling)] : []),
  ];
}

/** An alarm whose values do not exist is in want of data for ever, and nobody is told. */
function granularityWarning(it: DeclaredInstancePool): Note {
  const path = "instancePool.autoscaling.metric";
  const { granularity } = timingOf(it);
  const message = `alarms read one value for each ${granularity} s, and Ceilometer keeps one for each 300 s unless the operator chose otherwise: without values they never act; granularity in the settings says which it is`;
  return { id: `warning:${path}`, fate: "warning", path, message };
}

function windowNote(it: DeclaredInstancePool, policy: AutoscalingPolicySpec): Note {
  const timing = timingOf(it);
  const seconds = windowOf(policy, timing);
  const rest = restOf(policy, timing);
  const path = "instancePool.autoscaling.schedules";
  const metric = policy.metric ? `, and once it is there the metric moves it no sooner than ${rest} s later` : "";
  return note(path, path, `each schedule asks for its size for ${seconds} s, and may begin ${ahead} s early${metric}`);
}

const serversNote = note(
  "instancePool.rollout",
  "instancePool.rollout",
  "a change of user data, key or disk replaces all servers at once, a new image is rebuilt onto all at once, and nothing is served meanwhile",
);

const scaledLater = note(
  "instancePool.members",
  "instancePool.autoscaling",
  'with a policy the pool would be a stack in Heat, and all members be replaced; pools: "heat" in the settings makes it one from the start',
);
