import type { Issue } from "../../core/errors.js";
import type { Note } from "../../core/planned.js";
import type { AutoscalingPolicySpec, Schedule } from "../../spec/autoscaling-policy.js";
import type { DeclaredInstancePool } from "../../spec/instance-pool.js";
import { quartzOf } from "./cron.js";
import type { InstancePoolSupport } from "./instance-pool.js";
import { fixedOffset } from "./time-zone.js";

const most = 50;
const path = "instancePool.autoscaling.schedules";

/** In the order of their names: another order would replace them all. */
export function schedulePolicies({ spec }: DeclaredInstancePool, { autoscaling }: InstancePoolSupport) {
  const { cron, timeZone } = autoscaling.schedules.each;
  return sorted(spec.autoscaling ?? {}).flatMap(([name, schedule]) =>
    expressionsOf(schedule).map((expression, index, all) => ({
      policyType: "scheduled",
      displayName: all.length === 1 ? name : `${name}-${index + 1}`,
      isEnabled: true,
      capacity: { initial: schedule.size as number, max: schedule.size as number, min: schedule.size as number },
      executionSchedule: { type: cron.as, expression, timezone: timeZone.as },
    })),
  );
}

function sorted({ schedules = {} }: AutoscalingPolicySpec): [string, Schedule][] {
  return Object.entries(schedules).sort(([a], [b]) => (a < b ? -1 : 1));
}

function expressionsOf({ cron, timeZone }: Schedule): string[] {
  return quartzOf(cron, fixedOffset(timeZone) ?? 0);
}

export function scheduleRules(policy: AutoscalingPolicySpec): Issue[] {
  const entries = sorted(policy);
  const wrong = entries.flatMap(([name, schedule]) => wrongSchedule(schedule, `${path}.${name}`));
  if (wrong.length > 0) return wrong;
  const count = entries.flatMap(([, schedule]) => expressionsOf(schedule)).length;
  if (count <= most) return [];
  return [
    {
      path,
      message: `would become ${count} policies in UTC; ${most} are allowed here`,
      instead: 'fewer schedules, or ones with timeZone: "UTC"',
    },
  ];
}

function wrongSchedule({ timeZone }: Schedule, at: string): Issue[] {
  if (fixedOffset(timeZone) !== undefined) return [];
  return [
    {
      path: `${at}.timeZone`,
      message: `"${timeZone}" changes its clock in the year, and schedules run by UTC here`,
      instead: `"UTC", or a zone whose clock stays, such as "Asia/Seoul" or "Etc/GMT-1"`,
    },
  ];
}

/** What becomes of the expressions, for they are written in another clock's time. */
export function scheduleNotes(policy: AutoscalingPolicySpec): Note[] {
  return sorted(policy).flatMap(([name, schedule]) => {
    const expressions = expressionsOf(schedule);
    const at = `${path}.${name}.cron`;
    const note = (id: string, message: string): Note => ({ id: `note:${id}`, fate: "note", path: at, message });
    const split = note(
      "instancePool.autoscaling.schedules.cron",
      `${JSON.stringify(schedule.cron)} in ${schedule.timeZone} becomes ${expressions.length} expressions in UTC`,
    );
    const ending = note(
      "instancePool.autoscaling.schedules.cron.years",
      "names the years up to 2099: no single expression holds a day of the week together with the end of a month",
    );
    const isEnding = expressions.some((expression) => expression.split(" ").length === 7);
    return [...(expressions.length > 1 ? [split] : []), ...(isEnding ? [ending] : [])];
  });
}
