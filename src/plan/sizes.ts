import type { PlanComponent, PlanSize, Value, Values } from "./model.js";
import { scalingOf } from "./scaling.js";
import { counted, entriesOf, isValues, text } from "./words.js";

export interface Span {
  readonly min: number;
  readonly max: number;
}

/** The fewest and the most instances of a pool, schedules included. */
export function spanOf({ spec }: Pick<PlanComponent, "spec">): Span {
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

/** Every pool, by the specs. */
export function sizesOf(components: readonly PlanComponent[]): PlanSize[] {
  const specs = new Map(components.map(({ key, spec }) => [key, spec]));
  const specAt = (key: Value | undefined): Values => (typeof key === "string" ? specs.get(key) : undefined) ?? {};
  return components
    .filter(({ noun }) => noun === "InstancePool")
    .map(({ urn, spec }): PlanSize => {
      const template = specAt(spec.template);
      const initial = isValues(spec.size) ? spec.size.initial : undefined;
      return {
        pool: urn,
        ...spanOf({ spec }),
        ...(typeof initial === "number" ? { initial } : {}),
        machine: text(template.machine),
        placement: specAt(template.tier).placement === "public" ? "public" : "private",
        scaling: isValues(spec.autoscaling) ? scalingOf(spec.autoscaling).filter((phrase) => phrase !== "") : [],
      };
    });
}
