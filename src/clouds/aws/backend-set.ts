// Sources: Elastic Load Balancing API reference (CreateTargetGroup, TargetGroupAttribute; botocore 1.43.11 service model),
// terraform-provider-aws internal/service/elbv2, aws-cdk elasticloadbalancingv2 shared/enums.ts; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import { outputOf, type Plan, type Ref, ref } from "../../core/planned.js";
import { native, nativeName, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import { type BackendSetSpec, type DeclaredBackendSet, backendSet as noun } from "../../spec/backend-set.js";
import { backendSetRules, checkTimes } from "./backend-set-rules.js";
import { memberNotes, members, paths } from "./members.js";
import { balancerNaming, resource } from "./resources.js";
import { labelled, tagsOf } from "./tags.js";

const flowHash = unsupported(
  "a network load balancer chooses a target by the hash of each flow",
  'leave it out, or policy: "source-ip"',
);
const perRequest = unsupported(
  "an application load balancer chooses a target per request",
  'stickiness with a cookie, or a balancer of kind "network"',
);
const byCookie = unsupported(
  "an application load balancer keeps clients by cookie",
  'stickiness: { kind: "balancer-cookie" }',
);
const noWeights = unsupported("targets of one group share the work equally", "leave it out");
const getOnly = unsupported("checks are GET requests", '"GET"');
const noTlsStickiness = unsupported("TLS target groups have no stickiness", 'protocol: "tcp"');
const requestsOnly = unsupported("a TCP or TLS target group grows no shares", "leave it out");

const support = {
  port: native(),
  protocol: { http: native("HTTP"), https: native("HTTPS"), tcp: native("TCP"), tls: native("TLS") },
  policy: {
    "round-robin": when("kind", { application: native("round_robin"), network: flowHash }),
    "least-connections": when("kind", {
      application: near("the fewest outstanding requests are counted, not connections", "least_outstanding_requests"),
      network: flowHash,
    }),
    "source-ip": when("protocol", {
      http: perRequest,
      https: perRequest,
      tcp: native("source_ip"),
      tls: noTlsStickiness,
    }),
  },
  stickiness: {
    "balancer-cookie": variant(native("lb_cookie"), { duration: native() }),
    "application-cookie": variant(native("app_cookie"), {
      cookie: native(undefined, {
        pattern: { matches: /^(?!AWSALB)/, says: "not begin with AWSALB, which the balancer keeps for itself" },
      }),
    }),
    "source-address": when("protocol", {
      http: byCookie,
      https: byCookie,
      tcp: native("source_ip"),
      tls: noTlsStickiness,
    }),
  },
  healthCheck: {
    protocol: {
      http: native("HTTP"),
      https: native("HTTPS"),
      tcp: when("kind", {
        application: unsupported("an HTTP target group takes HTTP checks only", 'protocol: "http" with a path'),
        network: native("TCP"),
      }),
      ping: unsupported("there is no echo check", 'protocol: "tcp" behind a network balancer, or "http"'),
    },
    port: native(),
    path: native(),
    method: {
      GET: native(),
      HEAD: getOnly,
      OPTIONS: getOnly,
      POST: getOnly,
      PUT: getOnly,
      DELETE: getOnly,
    },
    expectedStatus: { one: native(), list: native(), range: native() },
    interval: native(undefined, { range: [5, 300] }),
    timeout: native(undefined, { range: [2, 120] }),
    healthyThreshold: native(undefined, { range: [2, 10] }),
    unhealthyThreshold: native(undefined, { range: [2, 10] }),
  },
  drain: native(undefined, { range: [0, 3600] }),
  slowStart: when("kind", { application: native(undefined, { range: [30, 900] }), network: requestsOnly }),
  clientAddress: {
    kept: when("kind", {
      application: unsupported("an application load balancer opens its own connections", "the X-Forwarded-For header"),
      network: native("true"),
    }),
    replaced: when("kind", { application: native(), network: native("false") }),
  },
  members: {
    each: {
      address: native(),
      port: native(),
      weight: noWeights,
      backup: unsupported("a target group has no standby targets", "leave it out"),
    },
  },
  physicalName: unsupported(
    "a target group that a listener uses cannot be replaced under its own name",
    "leave it out, for a name made of this component's",
  ),
} as const satisfies SupportOf<BackendSetSpec>;

export const backendSet: Adapter<BackendSetSpec> = { support, rules: ({ spec }) => backendSetRules(spec), plan };

function plan(it: DeclaredBackendSet): Plan {
  const { spec } = it;
  return {
    resources: {
      targetGroup: resource(
        "aws:lb/targetGroup:TargetGroup",
        {
          vpcId: outputOf(spec.loadBalancer.spec.network, "networkId") as Ref,
          targetType: spec.members ? "ip" : "instance",
          port: spec.port,
          protocol: support.protocol[spec.protocol].as,
          ...choice(spec),
          ...clientAddress(spec),
          ...(spec.drain === undefined ? {} : { deregistrationDelay: spec.drain }),
          ...(spec.slowStart === undefined ? {} : { slowStart: spec.slowStart }),
          ...stickiness(spec),
          healthCheck: healthCheck(spec),
          ...labelled(tagsOf(spec.loadBalancer)),
        },
        { naming: balancerNaming },
      ),
      ...members(spec),
      ...paths(it),
    },
    outputs: { backendSetId: ref("targetGroup.arn") },
    notes: memberNotes(spec),
  };
}

function choice(spec: BackendSetSpec) {
  if (!spec.policy || spec.loadBalancer.spec.kind === "network") return {};
  return { loadBalancingAlgorithmType: nativeName(support.policy[spec.policy], noun.facets?.(spec)) };
}

/** Said always: the service keeps clients' addresses for instances and replaces them for addresses. */
function clientAddress(spec: BackendSetSpec) {
  if (spec.loadBalancer.spec.kind === "application") return {};
  const wanted = support.clientAddress[spec.clientAddress ?? "replaced"];
  return { preserveClientIp: nativeName(wanted, noun.facets?.(spec)) };
}

function stickiness(spec: BackendSetSpec) {
  const { stickiness: given, policy } = spec;
  const facets = noun.facets?.(spec);
  if (policy === "source-ip") return kept(nativeName(support.policy[policy], facets));
  if (!given) return {};
  if (given.kind === "source-address") return kept(nativeName(support.stickiness[given.kind], facets));
  const type = nativeName(support.stickiness[given.kind].self);
  if (given.kind === "application-cookie") return kept(type, { cookieName: given.cookie });
  return kept(type, given.duration === undefined ? {} : { cookieDuration: given.duration });
}

function kept(type: string, options: { cookieName?: string; cookieDuration?: number } = {}) {
  return { stickiness: { type, enabled: true, ...options } };
}

/** Given always: the provider's own thresholds differ from the service's. */
const thresholds = { healthyThreshold: 3, unhealthyThreshold: 3 } as const;

function healthCheck(spec: BackendSetSpec) {
  const { healthCheck: check } = spec;
  const { expectedStatus: status, protocol } = check;
  const isRequest = protocol === "http" || protocol === "https";
  const matcher = status?.kind === "one" ? status.code : (status?.codes ?? "200");
  return {
    enabled: true,
    protocol: nativeName(support.healthCheck.protocol[protocol], noun.facets?.(spec)),
    port: check.port === undefined ? "traffic-port" : String(check.port),
    ...checkTimes(check),
    healthyThreshold: check.healthyThreshold ?? thresholds.healthyThreshold,
    unhealthyThreshold: check.unhealthyThreshold ?? thresholds.unhealthyThreshold,
    ...(isRequest ? { path: check.path ?? "/", matcher } : {}),
  };
}
