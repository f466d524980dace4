// Source: Amazon EC2 Auto Scaling user guide (instance refresh: healthy percentages, launching before terminating); read 2026-11.
import type { Note } from "../../core/planned.js";
import type { InstancePoolSpec } from "../../spec/instance-pool.js";
import { boundsOf } from "../../spec/pool-size.js";
import { support } from "./instance-pool-support.js";

/** All stay in service unless the program says otherwise. */
const usual = 100;

/** How much more than the size there may be while all stay in service, in percent of it. */
const above = 110;

/** Time that a new instance has before its health counts. */
export const usualGrace = 300;

/** How running instances come to a new version of the template: the next go when the last had its time to start. */
export function instanceRefresh({ rollout = {}, gracePeriod = usualGrace }: InstancePoolSpec) {
  const { instances = "replaced", minimumHealthy = usual, pause = gracePeriod } = rollout;
  if (instances === "kept") return {};
  return {
    instanceRefresh: {
      strategy: support.rollout.instances[instances].as,
      preferences: {
        minHealthyPercentage: minimumHealthy,
        maxHealthyPercentage: minimumHealthy === 100 ? above : 100,
        skipMatching: true,
        instanceWarmup: String(pause),
      },
    },
  };
}

/** What a change of the template does. */
export function rolloutNotes({ rollout = {}, size }: InstancePoolSpec): Note[] {
  const { instances = "replaced", minimumHealthy = usual } = rollout;
  const note = (fate: "note" | "warning", path: string, message: string): Note => ({
    id: `${fate}:${path}`,
    fate,
    path,
    message: `a change of the template ${message}`,
  });
  if (instances === "kept") return [note("note", "instancePool.rollout", "reaches new instances only")];
  const way = minimumHealthy === 100 ? "new ones first" : `while ${minimumHealthy} percent of them stay in service`;
  const alone = "takes a pool of one out of service: the instance leaves before the new one is there";
  return [
    note("note", "instancePool.rollout", `replaces running instances, ${way}; the deployment does not wait for it`),
    ...(minimumHealthy < 100 && boundsOf(size).min <= 1
      ? [note("warning", "instancePool.rollout.minimumHealthy", alone)]
      : []),
  ];
}
