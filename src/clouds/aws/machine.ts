// Source: @pulumi/aws 7.48.0 (LaunchTemplate.instanceType); read 2026-11.
import type { Reviewed } from "../../core/review.js";

/** What the instances of a template are on the price list. */
export function machine({ type, inputs }: Reviewed): string | undefined {
  if (type !== "aws:ec2/launchTemplate:LaunchTemplate") return undefined;
  return typeof inputs.instanceType === "string" ? inputs.instanceType : undefined;
}
