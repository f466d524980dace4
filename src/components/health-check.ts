import { markFailed } from "../core/component.js";
import { parseFields } from "../core/parse.js";
import { fail } from "../core/run.js";
import { type HealthCheckArgs, healthCheckFields, healthCheckRules } from "../spec/health-check.js";

/** How members are found healthy: a value, checked when made, reusable in several backend sets. */
export class HealthCheck implements HealthCheckArgs {
  declare readonly protocol: HealthCheckArgs["protocol"];
  declare readonly port?: number;
  declare readonly path?: string;
  declare readonly method?: NonNullable<HealthCheckArgs["method"]>;
  declare readonly expectedStatus?: number | string;
  declare readonly interval?: number;
  declare readonly timeout?: number;
  declare readonly healthyThreshold?: number;
  declare readonly unhealthyThreshold?: number;

  constructor(args: HealthCheckArgs) {
    Object.assign(this, args);
    const { issues } = parseFields(healthCheckFields, args, "healthCheck", "HealthCheck");
    const all = [
      ...issues,
      ...(typeof args === "object" && args !== null ? healthCheckRules(args, "healthCheck") : []),
    ];
    if (all.length === 0) return;
    fail({ code: "WT_INVALID", title: "HealthCheck has invalid arguments", issues: all });
    markFailed(this);
  }
}
