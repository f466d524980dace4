import type { Plan, PlanComponent, Value, Values } from "./model.js";
import { counted, entriesOf, isValues } from "./words.js";

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** The fewest and the most instances of a pool, schedules included. */
export function spanOf({ spec }: PlanComponent): Span {
  const size = isValues(spec.size) ? spec.size : {};
  const schedules = isValues(spec.autoscaling) ? spec.autoscaling.schedules : undefined;
  const changes = entriesOf(isValues(schedules) ? Object.values(schedules) : []);
  const of = (key: "min" | "max") =>
    [size.count ?? size[key], ...changes.map((one) => one[key])].filter(
      (value): value is number => typeof value === "number",
    );
  return { min: Math.min(...of("min")), max: Math.max(...of("max")) };
}

export function sumOf(spans: readonly Span[]): Span {
  const sum = (key: keyof Span) => spans.reduce((total, span) => total + span[key], 0);
  return { min: sum("min"), max: sum("max") };
}

/** `1 to 4 instances, 1 to 4 addresses`: each instance has one of its own. */
export function saidOf(span: Span): string {
  return `${range(span, "instance")}, ${range(span, "address")}`;
}

function range({ min, max }: Span, noun: string): string {
  return min === max ? counted(max, noun) : `${min} to ${counted(max, noun)}`;
}

/** Where the members of a pool stand: its template names the tier. */
export function placeOf({ components }: Plan, { spec }: PlanComponent): string {
  const specAt = (key: Value | undefined): Values => components.find((one) => one.key === key)?.spec ?? {};
  return specAt(specAt(spec.template).tier).placement === "public" ? "public" : "private";
}
