// Sources: CloudStack API reference (createLoadBalancerRule, assignToLoadBalancerRule, createLBStickinessPolicy,
// createLBHealthCheckPolicy, createAutoScaleVmProfile), HAProxy generator of the virtual router in ycyun/ablestack-cloud branch
// ablestack-diplo, its output tried with HAProxy 2.6.12; apache/cloudstack pull request 13315 (AppCookie); read 2026-08.
import { native, near, type SupportOf, unsupported, variant } from "../../core/support.js";
import type { BackendSetSpec } from "../../spec/backend-set.js";

const byConnection = "members are found healthy by a connection; no request is made";
const ownTiming = "the virtual router checks with its own fixed timing";
const noEncryption = unsupported("the virtual router opens no encrypted connections of its own", '"http" or "tcp"');

export const backendSet = {
  support: {
    port: native(),
    protocol: { http: native("tcp"), https: noEncryption, tcp: native("tcp"), tls: noEncryption },
    policy: {
      "round-robin": native("roundrobin"),
      "least-connections": native("leastconn"),
      "source-ip": native("source"),
    },
    stickiness: {
      "balancer-cookie": variant(near("the cookie shows the member's private address and port", "LbCookie"), {
        duration: unsupported("the cookie has no lifetime of its own", "leave it out"),
      }),
      "application-cookie": unsupported(
        "the virtual router's HAProxy no longer takes it and would then take no change at all",
        '"balancer-cookie"',
      ),
      "source-address": native("SourceBased"),
    },
    healthCheck: {
      protocol: {
        http: near(byConnection),
        https: near(byConnection),
        tcp: native(),
        ping: unsupported("there is no echo check", '"tcp"'),
      },
      port: unsupported("the port of the set is checked", "leave it out"),
      path: near(byConnection),
      method: {
        GET: near(byConnection),
        HEAD: near(byConnection),
        OPTIONS: near(byConnection),
        POST: near(byConnection),
        PUT: near(byConnection),
        DELETE: near(byConnection),
      },
      expectedStatus: { one: near(byConnection), list: near(byConnection), range: near(byConnection) },
      interval: near(ownTiming),
      timeout: near(ownTiming),
      healthyThreshold: near(ownTiming),
      unhealthyThreshold: near(ownTiming),
    },
    drain: near("only members that autoscaling removes are given this time", "expungevmgraceperiod"),
    slowStart: unsupported("a load balancer rule has no such option", "leave it out"),
    clientAddress: {
      kept: unsupported("the virtual router opens its own connections", "leave it out"),
      replaced: native(),
    },
    members: unsupported("a rule takes virtual machines by their ids, not by address", "an instance pool"),
    physicalName: unsupported(
      "a set is part of a load balancer rule, which has its name from the listener",
      "physicalName of the listener",
    ),
  } as const satisfies SupportOf<BackendSetSpec>,
};
