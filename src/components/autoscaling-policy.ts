import { markFailed } from "../core/component.js";
import { parseFields } from "../core/parse.js";
import { fail } from "../core/run.js";
import { type AutoscalingPolicyArgs, autoscalingPolicyFields } from "../spec/autoscaling-policy.js";
import { autoscalingPolicyRules } from "../spec/autoscaling-rules.js";

/** What moves the size of a pool: a value, checked when made, reusable in several pools. */
export class AutoscalingPolicy implements AutoscalingPolicyArgs {
  declare readonly metric?: NonNullable<AutoscalingPolicyArgs["metric"]>;
  declare readonly requestsOf?: NonNullable<AutoscalingPolicyArgs["requestsOf"]>;
  declare readonly target?: number;
  declare readonly growOnly?: boolean;
  declare readonly scaleOut?: NonNullable<AutoscalingPolicyArgs["scaleOut"]>;
  declare readonly scaleIn?: NonNullable<AutoscalingPolicyArgs["scaleIn"]>;
  declare readonly sustain?: NonNullable<AutoscalingPolicyArgs["sustain"]>;
  declare readonly cooldown?: NonNullable<AutoscalingPolicyArgs["cooldown"]>;
  declare readonly warmup?: number;
  declare readonly schedules?: NonNullable<AutoscalingPolicyArgs["schedules"]>;

  constructor(args: AutoscalingPolicyArgs) {
    Object.assign(this, args);
    const { value, issues } = parseFields(autoscalingPolicyFields, args, "autoscalingPolicy", "AutoscalingPolicy");
    const all = issues.length > 0 ? issues : autoscalingPolicyRules(value, "autoscalingPolicy");
    if (all.length === 0) return;
    fail({ code: "WT_INVALID", title: "AutoscalingPolicy has invalid arguments", issues: all });
    markFailed(this);
  }
}
