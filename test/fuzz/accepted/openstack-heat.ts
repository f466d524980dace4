// Sources: Heat template guide and property schemas (AutoScalingGroup, ScalingPolicy), Aodh API reference (Gnocchi alarms,
// time constraints); heat and terraform-provider-openstack 1.54.1 (what a stack's environment and name must be); read 2026-11.
import type { Accepted } from "./accepted.js";
import { of, test, text, unixCron, zone } from "./forms.js";

interface Resource {
  type: string;
  properties?: Record<string, unknown>;
}
interface Stack {
  templateOpts?: { Bin?: string; Files?: unknown };
  environmentOpts?: { Bin?: string };
  parameters?: unknown;
  tags?: unknown;
}
interface Constraint {
  start: string;
  duration: number;
  timezone?: string;
}

function resourcesOf({ templateOpts }: Stack, type: RegExp): Record<string, unknown>[] {
  const { resources = {} } = JSON.parse(templateOpts?.Bin ?? "{}") as { resources?: Record<string, Resource> };
  return Object.values(resources)
    .filter((one) => type.test(one.type))
    .map(({ properties = {} }) => properties);
}

function every<P>(type: RegExp, says: string, holds: (properties: P) => boolean) {
  return test<Stack>(says, (stack) => resourcesOf(stack, type).every((one) => holds(one as P)));
}

interface Group {
  min_size: number;
  max_size: number;
  cooldown?: number;
  rolling_updates?: { min_in_service?: number; max_batch_size?: number; pause_time?: number };
  resource?: Resource;
}
interface Policy {
  adjustment_type: string;
  scaling_adjustment: number;
  cooldown?: number;
}
interface Alarm {
  threshold: number;
  granularity?: number;
  evaluation_periods?: number;
  comparison_operator?: string;
  time_constraints?: readonly Constraint[];
  alarm_actions?: readonly unknown[];
}

const isGroup = ({ min_size: low, max_size: high, cooldown = 0 }: Group) => low >= 0 && low <= high && cooldown >= 0;

/** With as many in service as there are, Heat leaves one of several members as it was. */
function isRolling({ min_size: low, rolling_updates: given = {} }: Group): boolean {
  const { min_in_service: kept = 0, max_batch_size: batch = 1, pause_time: pause = 0 } = given;
  return kept >= 0 && (low < 2 || kept < low) && batch >= 1 && pause >= 0 && pause <= 3600;
}

function isSmall({ resource }: Group): boolean {
  const data = resource?.properties?.user_data;
  return typeof data !== "string" || Buffer.from(data).toString("base64").length <= 65535;
}

function isPolicy({ adjustment_type: type, scaling_adjustment: by, cooldown = 0 }: Policy): boolean {
  const known = ["change_in_capacity", "exact_capacity", "percent_change_in_capacity"].includes(type);
  return known && Number.isInteger(by) && (type === "exact_capacity" ? by >= 0 : by !== 0) && cooldown >= 0;
}

function isAlarm({
  threshold,
  granularity = 60,
  evaluation_periods: periods = 1,
  comparison_operator: operator = "gt",
}: Alarm): boolean {
  const known = ["lt", "le", "eq", "ne", "ge", "gt"].includes(operator);
  return known && Number.isFinite(threshold) && granularity >= 1 && Number.isInteger(periods) && periods >= 1;
}

function isTimed({ time_constraints: given = [] }: Alarm): boolean {
  return given.every(
    ({ start, duration, timezone = "UTC" }) =>
      unixCron.holds(start as never) && duration >= 120 && zone.holds(timezone as never),
  );
}

const group = /AutoScalingGroup$/;
const gnocchi = /Gnocchi/;

export const heat: readonly Accepted[] = of("openstack:orchestration/stackV1:StackV1", {
  name: text(1, 255, /^[A-Za-z][A-Za-z0-9_.-]*$/),
  "@name": text(1, 247, /^[A-Za-z][A-Za-z0-9_.-]*$/),
  "": [
    test<Stack>("have a template and an environment that are JSON", ({ templateOpts, environmentOpts }) =>
      [templateOpts?.Bin, environmentOpts?.Bin].every(
        (one) => one !== undefined && typeof JSON.parse(one) === "object",
      )),
    test<Stack>("bring neither files, parameters nor labels", ({ templateOpts, parameters, tags }) =>
      templateOpts?.Files === undefined && parameters === undefined && tags === undefined),
    test<Stack>("fetch no files", ({ templateOpts }) => !/"get_file"/.test(templateOpts?.Bin ?? "")),
    every<Group>(group, "have groups with sizes in order", isGroup),
    every<Group>(group, "roll in steps of 1 or more with pauses of up to an hour", isRolling),
    every<Group>(group, "have user data of up to 65535 bytes in base64", isSmall),
    every<Policy>(/ScalingPolicy$/, "have policies that change something", isPolicy),
    every<Alarm>(gnocchi, "have alarms that can be evaluated", isAlarm),
    every<Alarm>(/^OS::Aodh::/, "have windows of two minutes or more", isTimed),
  ],
});
