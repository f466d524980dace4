import { clouds, planned } from "./clouds/registry.js";
import { useRegistry } from "./core/choose.js";

useRegistry(clouds, Object.keys(planned));

export { BackendSet, BackendSet as Pool } from "./components/backend-set.js";
export { HealthCheck } from "./components/health-check.js";
export { Listener } from "./components/listener.js";
export { LoadBalancer } from "./components/load-balancer.js";
export { Network } from "./components/network.js";
export { Tier } from "./components/tier.js";
export type { Cloud, Transform, TransformContext } from "./core/cloud.js";
export { type Issue, WebtierError } from "./core/errors.js";
export type { BackendSetArgs, Member, Stickiness } from "./spec/backend-set.js";
export type { HealthCheckArgs } from "./spec/health-check.js";
export type { ListenerArgs, PemCertificate, Redirect, Route } from "./spec/listener.js";
export type { LoadBalancerArgs, LoadBalancerLogs } from "./spec/load-balancer.js";
export type { NetworkArgs } from "./spec/network.js";
export type { TierArgs } from "./spec/tier.js";
