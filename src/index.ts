import { clouds, planned } from "./clouds/registry.js";
import { useRegistry } from "./core/choose.js";

useRegistry(clouds, Object.keys(planned));

export { AutoscalingPolicy } from "./components/autoscaling-policy.js";
export { BackendSet, BackendSet as Pool } from "./components/backend-set.js";
export { DynamicGroupPolicy } from "./components/dynamic-group-policy.js";
export { HealthCheck } from "./components/health-check.js";
export { Image } from "./components/image.js";
export { InstancePool } from "./components/instance-pool.js";
export { InstanceTemplate } from "./components/instance-template.js";
export { Listener } from "./components/listener.js";
export { LoadBalancer } from "./components/load-balancer.js";
export { Network } from "./components/network.js";
export { Tier } from "./components/tier.js";
export type { Cloud, Transform, TransformContext } from "./core/cloud.js";
export { type Issue, WebtierError } from "./core/errors.js";
export type { Alarms, BelowMinimumAlarm, ServerErrorsAlarm, UnhealthyInstancesAlarm } from "./spec/alarms.js";
export type {
  AutoscalingPolicyArgs,
  Cooldown,
  ScaleIn,
  ScaleOut,
  Schedule,
  Sustain,
} from "./spec/autoscaling-policy.js";
export type { BackendSetArgs, Member, Stickiness } from "./spec/backend-set.js";
export type { DynamicGroupPolicyArgs, Permission } from "./spec/dynamic-group-policy.js";
export type { HealthCheckArgs } from "./spec/health-check.js";
export type { ImageArgs } from "./spec/image.js";
export type { InstancePoolArgs, Rollout } from "./spec/instance-pool.js";
export type { BootDisk, InstanceTemplateArgs, UserDataFile } from "./spec/instance-template.js";
export type { ListenerArgs, PemCertificate, Redirect, Route } from "./spec/listener.js";
export type { LoadBalancerArgs, LoadBalancerLogs } from "./spec/load-balancer.js";
export type { NetworkArgs } from "./spec/network.js";
export type { Bounds } from "./spec/pool-size.js";
export type { Access, Egress, TierArgs } from "./spec/tier.js";
