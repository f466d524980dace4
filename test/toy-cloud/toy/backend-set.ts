import type { Adapter } from "../../../src/core/cloud.js";
import { outputOf, type Ref, ref } from "../../../src/core/planned.js";
import { native, type SupportOf, unsupported } from "../../../src/core/support.js";
import type { BackendSetSpec } from "../../../src/spec/backend-set.js";
import { labelled, resource } from "./resources.js";

const none = unsupported("desks have no such thing", "leave it out");

const support = {
  port: native(),
  protocol: { http: native("spoken"), https: native("whispered"), tcp: native("tapped"), tls: native("signed") },
  policy: { "round-robin": native("in turn"), "least-connections": none, "source-ip": native("by face") },
  stickiness: { "balancer-cookie": none, "application-cookie": none, "source-address": none },
  healthCheck: {
    protocol: { http: native("ask"), https: none, tcp: native("knock"), ping: none },
    port: none,
    path: none,
    method: { GET: none, HEAD: none, OPTIONS: none, POST: none, PUT: none, DELETE: none },
    expectedStatus: { one: none, list: none, range: none },
    interval: none,
    timeout: none,
    healthyThreshold: none,
    unhealthyThreshold: none,
  },
  drain: none,
  slowStart: none,
  clientAddress: { kept: none, replaced: none },
  members: none,
  physicalName: native(),
} as const satisfies SupportOf<BackendSetSpec>;

export const backendSet: Adapter<BackendSetSpec> = {
  support,
  plan: ({ spec: { loadBalancer, port, protocol, policy, healthCheck, physicalName } }) => {
    const args = {
      door: outputOf(loadBalancer, "loadBalancerId") as Ref,
      number: port,
      manner: support.protocol[protocol].as,
      check: healthCheck.protocol === "http" ? "ask" : "knock",
      ...(policy === undefined || policy === "least-connections" ? {} : { queue: support.policy[policy].as }),
      ...labelled(physicalName),
    };
    return { resources: { desk: resource("toy:index/desk:Desk", args) }, outputs: { backendSetId: ref("desk.id") } };
  },
};
