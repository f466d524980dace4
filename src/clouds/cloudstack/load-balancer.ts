// Sources: CloudStack API reference (createLoadBalancerRule, associateIpAddress, createFirewallRule, createTags), HAProxy generator of
// the virtual router in ycyun/ablestack-cloud branch ablestack-diplo; read 2026-08.
import { native, near, type SupportOf, unsupported } from "../../core/support.js";
import type { LoadBalancerSpec } from "../../spec/load-balancer.js";

const noLog = unsupported("a load balancer rule has no log", "leave it out");

export const loadBalancer = {
  support: {
    kind: {
      application: near("requests are understood on port 80 or with a cookie; elsewhere connections are passed on"),
      network: native(),
    },
    visibility: {
      public: native(),
      private: unsupported("an isolated network has public balancers only", '"public" with allowFrom'),
    },
    allowFrom: {
      internet: native(),
      range: native(),
      tier: unsupported("rules name ranges, not groups of members", 'ranges, or "internet"'),
    },
    address: { ephemeral: native(), reserved: native() },
    logs: { access: noLog, error: noLog },
    deletionProtection: unsupported(
      "load balancer rules have no such lock",
      "protect: true in the component's options",
    ),
    tags: native(),
    physicalName: unsupported(
      "a balancer is a public address with rules, and addresses have no name",
      "physicalName of its listeners",
    ),
  } as const satisfies SupportOf<LoadBalancerSpec>,
};
