// Sources: Elastic Load Balancing API reference (CreateTargetGroup, TargetGroupAttribute; botocore 1.43.11 service model),
// terraform-provider-aws internal/service/elbv2, aws-cdk elasticloadbalancingv2 shared/enums.ts; read 2026-11.
import type { Adapter } from "../../core/cloud.js";
import type { Issue } from "../../core/errors.js";
import { outputOf, type Plan, type Planned, type Ref, ref } from "../../core/planned.js";
import { native, nativeName, near, type SupportOf, unsupported, variant, when } from "../../core/support.js";
import {
  type BackendSetSpec,
  type DeclaredBackendSet,
  memberPorts,
  backendSet as noun,
} from "../../spec/backend-set.js";
import type { HealthCheckSpec } from "../../spec/health-check.js";
import { balancerNaming, resource } from "./resources.js";
import { groupPeer, tcpRule } from "./rules.js";

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
      tls: unsupported("TLS target groups have no stickiness", 'protocol: "tcp"'),
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
      tls: unsupported("TLS target groups have no stickiness", 'protocol: "tcp"'),
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
      HEAD: unsupported("checks are GET requests", '"GET"'),
      OPTIONS: unsupported("checks are GET requests", '"GET"'),
      POST: unsupported("checks are GET requests", '"GET"'),
      PUT: unsupported("checks are GET requests", '"GET"'),
      DELETE: unsupported("checks are GET requests", '"GET"'),
    },
    expectedStatus: {
      one: native(),
      list: native(),
      range: native(),
    },
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
} as const satisfies SupportOf<BackendSetSpec>;

export const backendSet: Adapter<BackendSetSpec> = { support, rules, plan };

function rules({ spec }: DeclaredBackendSet): Issue[] {
  const { healthCheck: check, policy, slowStart, loadBalancer } = spec;
  const { interval = defaults.interval, timeout = defaultTimeout(check) } = check;
  const late = {
    path: "backendSet.healthCheck.timeout",
    message: `${timeout} is not below the interval of ${interval}`,
    instead: `a number below ${interval}`,
  };
  const unequal = {
    path: "backendSet.slowStart",
    message: 'goes with policy "round-robin" only',
    instead: "one of the two",
  };
  const top = loadBalancer.spec.kind === "application" ? 499 : 599;
  const codes =
    Object.values(check.expectedStatus ?? {})
      .join()
      .match(/\d+/g) ?? [];
  const high = codes.filter((code) => Number(code) > top || Number(code) < 200);
  return [
    ...(timeout >= interval ? [late] : []),
    ...(slowStart !== undefined && policy === "least-connections" ? [unequal] : []),
    ...high.map((code) => ({
      path: "backendSet.healthCheck.expectedStatus",
      message: `${code} is outside 200..${top}`,
      instead: `codes from 200 to ${top}`,
    })),
  ];
}

/** Given always: the provider's own defaults differ from the service's. */
const defaults = { interval: 30, healthyThreshold: 3, unhealthyThreshold: 3 } as const;

function defaultTimeout({ protocol }: HealthCheckSpec): number {
  return protocol === "http" ? 6 : 10;
}

function plan(it: DeclaredBackendSet): Plan {
  const { spec } = it;
  const facets = noun.facets?.(spec) ?? {};
  const algorithm =
    spec.policy && spec.loadBalancer.spec.kind === "application"
      ? { loadBalancingAlgorithmType: nativeName(support.policy[spec.policy], facets) }
      : {};
  const preserve =
    spec.clientAddress && spec.loadBalancer.spec.kind === "network"
      ? { preserveClientIp: nativeName(support.clientAddress[spec.clientAddress], facets) }
      : {};
  return {
    resources: {
      targetGroup: resource(
        "aws:lb/targetGroup:TargetGroup",
        {
          vpcId: outputOf(spec.loadBalancer.spec.network, "networkId") as Ref,
          targetType: spec.members ? "ip" : "instance",
          port: spec.port,
          protocol: support.protocol[spec.protocol].as,
          ...algorithm,
          ...preserve,
          ...(spec.drain === undefined ? {} : { deregistrationDelay: spec.drain }),
          ...(spec.slowStart === undefined ? {} : { slowStart: spec.slowStart }),
          ...stickiness(spec),
          healthCheck: healthCheck(spec),
          ...(spec.loadBalancer.spec.tags ? { tags: spec.loadBalancer.spec.tags } : {}),
        },
        { naming: balancerNaming },
      ),
      ...members(spec),
      ...paths(spec),
    },
    outputs: { backendSetId: ref("targetGroup.arn") },
  };
}

function stickiness({ stickiness: given, policy }: BackendSetSpec) {
  if (policy === "source-ip") return { stickiness: { type: "source_ip", enabled: true } };
  if (!given) return {};
  if (given.kind === "source-address")
    return {
      stickiness: { type: nativeName(support.stickiness["source-address"], { protocol: "tcp" }), enabled: true },
    };
  const type = nativeName(support.stickiness[given.kind].self);
  if (given.kind === "application-cookie") return { stickiness: { type, enabled: true, cookieName: given.cookie } };
  return {
    stickiness: { type, enabled: true, ...(given.duration === undefined ? {} : { cookieDuration: given.duration }) },
  };
}

function healthCheck({ healthCheck: check }: BackendSetSpec) {
  const { expectedStatus: status, protocol } = check;
  const isRequest = protocol === "http" || protocol === "https";
  const matcher = status?.kind === "one" ? status.code : (status?.codes ?? "200");
  return {
    enabled: true,
    protocol: nativeName(support.healthCheck.protocol[protocol], { kind: "network" }),
    port: check.port === undefined ? "traffic-port" : String(check.port),
    interval: check.interval ?? defaults.interval,
    timeout: check.timeout ?? defaultTimeout(check),
    healthyThreshold: check.healthyThreshold ?? defaults.healthyThreshold,
    unhealthyThreshold: check.unhealthyThreshold ?? defaults.unhealthyThreshold,
    ...(isRequest ? { path: check.path ?? "/", matcher } : {}),
  };
}

function members({ members: given = {}, port }: BackendSetSpec): Record<string, Planned> {
  const entries = Object.entries(given).map(([name, member]) => [
    `member:${name}`,
    resource("aws:lb/targetGroupAttachment:TargetGroupAttachment", {
      targetGroupArn: ref("targetGroup.arn"),
      targetId: member.address,
      port: member.port ?? port,
    }),
  ]);
  return Object.fromEntries(entries);
}

/** The balancer may reach the members' ports; members of a tier admit it. */
function paths(spec: BackendSetSpec): Record<string, Planned> {
  const { loadBalancer, tier, members: given = {} } = spec;
  if (loadBalancer.plan.resources.group === undefined && !tier) return {};
  const ports = memberPorts(spec);
  if (tier) {
    const out = loadBalancer.plan.resources.group
      ? ports.map((port) => tcpRule(loadBalancer, "egress", port, groupPeer(tier)))
      : [];
    return Object.assign({}, ...out, ...ports.map((port) => tcpRule(tier, "ingress", port, groupPeer(loadBalancer))));
  }
  const ranges = Object.entries(given).map(([name, { address }]) => ({
    label: `member-${name}`,
    cidr: typeof address === "string" ? `${address}/32` : address,
  }));
  return Object.assign(
    {},
    ...ranges.flatMap((peer) => ports.map((port) => tcpRule(loadBalancer, "egress", port, peer as never))),
  );
}
