// The attributes of balancers, target groups and listeners, which the service models leave open.
// Source: Elastic Load Balancing API reference (2015-12-01), LoadBalancerAttribute, TargetGroupAttribute and
// ListenerAttribute, read 2026-11.

export interface Attribute {
  /** The family of balancers that has it; both where it is left out. */
  readonly family?: "application" | "network";
  readonly says: string;
  readonly holds: (value: string) => boolean;
}

const words = (...all: readonly string[]) => ({
  says: all.join(" or "),
  holds: (value: string) => all.includes(value),
});
const flag = words("true", "false");
const seconds = (low: number, high: number) => ({
  says: `a whole number, ${low}..${high}`,
  holds: (value: string) => /^\d+$/.test(value) && Number(value) >= low && Number(value) <= high,
});
const text = (says: string, pattern: RegExp) => ({ says, holds: (value: string) => pattern.test(value) });
const bucket = text("a bucket's name", /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/);
const onApplication = { family: "application" } as const;
const onNetwork = { family: "network" } as const;

export const attributes: Readonly<Record<string, Readonly<Record<string, Attribute>>>> = {
  "elbv2 ModifyLoadBalancerAttributes": {
    "access_logs.s3.enabled": flag,
    "access_logs.s3.bucket": bucket,
    "deletion_protection.enabled": flag,
    "load_balancing.cross_zone.enabled": flag,
    "client_keep_alive.seconds": { ...onApplication, ...seconds(60, 604800) },
    "idle_timeout.timeout_seconds": { ...onApplication, ...seconds(1, 4000) },
    "routing.http.desync_mitigation_mode": { ...onApplication, ...words("monitor", "defensive", "strictest") },
    "routing.http.drop_invalid_header_fields.enabled": { ...onApplication, ...flag },
    "routing.http.xff_header_processing.mode": { ...onApplication, ...words("append", "preserve", "remove") },
    "routing.http2.enabled": { ...onApplication, ...flag },
  },
  "elbv2 ModifyTargetGroupAttributes": {
    "deregistration_delay.timeout_seconds": seconds(0, 3600),
    "load_balancing.algorithm.type": {
      ...onApplication,
      ...words("round_robin", "least_outstanding_requests", "weighted_random"),
    },
    "preserve_client_ip.enabled": { ...onNetwork, ...flag },
    "slow_start.duration_seconds": {
      ...onApplication,
      says: "0 or 30..900",
      holds: (value) => value === "0" || seconds(30, 900).holds(value),
    },
    "stickiness.enabled": flag,
    "stickiness.type": words("lb_cookie", "app_cookie", "source_ip"),
    "stickiness.app_cookie.cookie_name": {
      ...onApplication,
      ...text("a cookie's name that does not begin like the balancer's own", /^(?!AWSALB)[^\s,;=]+$/),
    },
    "stickiness.app_cookie.duration_seconds": { ...onApplication, ...seconds(1, 604800) },
    "stickiness.lb_cookie.duration_seconds": { ...onApplication, ...seconds(1, 604800) },
  },
  "elbv2 ModifyListenerAttributes": { "tcp.idle_timeout.seconds": { ...onNetwork, ...seconds(60, 6000) } },
};
