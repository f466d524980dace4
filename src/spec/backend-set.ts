import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { LoadBalancer } from "../components/load-balancer.js";
import type { Tier } from "../components/tier.js";
import type { Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun } from "../core/noun.js";
import { address, type CloudChoice, cookieName, input, partName, physicalName, port, reference } from "./fields.js";
import { type HealthCheckArgs, type HealthCheckSpec, healthCheckFields, healthCheckRules } from "./health-check.js";
import type { DeclaredLoadBalancer } from "./load-balancer.js";
import { memberRules } from "./member-rules.js";
import { nameRules } from "./siblings.js";
import type { DeclaredTier } from "./tier.js";

export interface BackendSetArgs extends CloudChoice {
  /** The balancer that spreads requests or connections over the set. */
  loadBalancer: LoadBalancer;
  /** Port of the members. 1..65535. */
  port: number;
  /**
   * What the balancer speaks to the members: http or https behind an application balancer, tcp or tls behind a network one.
   *
   * - oci: "https" near for memberTrust absent; "tls" not available
   * - openstack: "https" and "tls" not available: encrypting to members needs tls_enabled on the pool, which provider
   *   3.x has not
   * - cloudstack: "https" and "tls" not available: the virtual router opens no encrypted connections of its own
   */
  protocol: "http" | "https" | "tcp" | "tls";
  /**
   * How a member is chosen. Default: each cloud's round robin, or the nearest that its balancer has.
   *
   * - aws: "round-robin" and "least-connections" not available for kind network; "least-connections" near for kind
   *   application; "source-ip" not available for protocol http, https or tls
   * - oci: "round-robin" near for kind network; "least-connections" not available for kind network
   * - openstack: "round-robin", "least-connections" and "source-ip" not available for driver ovn: an OVN balancer
   *   chooses by the addresses and ports of each connection
   */
  policy?: "round-robin" | "least-connections" | "source-ip";
  /** Keeps a client with one member. Default: no stickiness. */
  stickiness?: Stickiness;
  /** How members are found healthy. */
  healthCheck: HealthCheckArgs;
  /**
   * Time that a leaving member has to end its requests. Seconds, whole, 0..3600.
   *
   * - oci: not available: members leave at once
   * - openstack: not available: members leave at once
   * - cloudstack: near: only members that autoscaling removes are given this time
   */
  drain?: number;
  /**
   * Time in which a new member's share grows to the full one. Seconds, whole, 30..900.
   *
   * - aws: not available for kind network: a TCP or TLS target group grows no shares
   * - oci: not available: new members take their full share at once
   * - openstack: not available: members take their full share at once
   * - cloudstack: not available: a load balancer rule has no such option
   */
  slowStart?: number;
  /**
   * Whether members see the client's address or the balancer's in each packet.
   *
   * - aws: "kept" not available for kind application: an application load balancer opens its own connections
   * - oci: "kept" not available for kind application; "kept" near for kind network
   * - openstack: "kept" not available for driver amphora; "replaced" not available for driver ovn
   * - cloudstack: "kept" not available: the virtual router opens its own connections
   */
  clientAddress?: "kept" | "replaced";
  /**
   * Members that the program knows, by name; pools add theirs by themselves.
   *
   * - cloudstack: not available: a rule takes virtual machines by their ids, not by address
   */
  members?: Record<string, Member>;
  /** The tier that the members named here stand in: its rules admit the balancer. Pools bring their own. */
  tier?: Tier;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: not available: a target group that a listener uses cannot be replaced under its own name
   * - oci: 1..32 characters: must hold letters, digits, _ and single hyphens only
   * - cloudstack: not available: a set is part of a load balancer rule, which has its name from the listener
   */
  physicalName?: string;
}

export type Stickiness =
  | {
      /**
       * A cookie that the balancer makes.
       *
       * - cloudstack: near: the cookie shows the member's private address and port
       */
      kind: "balancer-cookie";
      /**
       * Life of the cookie. Seconds, whole, 1..604800.
       *
       * - openstack: not available: Octavia's cookie ends with the browser's session
       * - cloudstack: not available: the cookie has no lifetime of its own
       */
      duration?: number;
    }
  | {
      /**
       * A cookie that the application sets.
       *
       * - cloudstack: not available: the virtual router's HAProxy no longer takes it and would then take no change at
       *   all
       */
      kind: "application-cookie";
      /**
       * Name of that cookie. 1..255 characters.
       *
       * - aws: must not begin with AWSALB, which the balancer keeps for itself
       * - oci: must name one cookie: * stands for any cookie here
       */
      cookie: string;
    }
  | {
      /**
       * The client's address.
       *
       * - aws: not available for protocol http, https or tls
       * - oci: emulated
       * - openstack: near for driver ovn: a client is kept for 360 seconds; OVN drivers of before 2023 refuse it
       */
      kind: "source-address";
    };

export interface Member {
  /** IPv4 address. */
  address: Input<string>;
  /** Port. 1..65535. Default: the set's. */
  port?: number;
  /**
   * Share of the work against the other members. Whole number, 1..100. Default 1.
   *
   * - aws: not available: targets of one group share the work equally
   * - openstack: not available for driver ovn: members of OVN balancers share the work equally
   */
  weight?: number;
  /**
   * Whether it serves only when no other member does. Default false.
   *
   * - aws: not available: a target group has no standby targets
   * - openstack: not available for driver ovn: OVN balancers have no standby members
   */
  backup?: boolean;
}

export type BackendSetSpec = Omit<BackendSetArgs, "cloud" | "loadBalancer" | "healthCheck" | "tier"> & {
  loadBalancer: DeclaredLoadBalancer;
  healthCheck: HealthCheckSpec;
  tier?: DeclaredTier;
};
export type DeclaredBackendSet = Declared<BackendSetSpec>;

const stickiness = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("balancer-cookie"), duration: z.int().min(1).max(604800).optional() }),
  z.strictObject({ kind: z.literal("application-cookie"), cookie: cookieName }),
  z.strictObject({ kind: z.literal("source-address") }),
]);

const member = z.strictObject({
  address: input(address),
  port: port.optional(),
  weight: z.int().min(1).max(100).optional(),
  backup: z.boolean().optional(),
});

export const backendSet: Noun<BackendSetSpec> = {
  name: "BackendSet",
  fields: {
    loadBalancer: reference<DeclaredLoadBalancer>("LoadBalancer"),
    port,
    protocol: z.enum(["http", "https", "tcp", "tls"]),
    policy: z.enum(["round-robin", "least-connections", "source-ip"]).optional(),
    stickiness: stickiness.optional(),
    healthCheck: z.strictObject(healthCheckFields),
    drain: z.int().min(0).max(3600).optional(),
    slowStart: z.int().min(30).max(900).optional(),
    clientAddress: z.enum(["kept", "replaced"]).optional(),
    members: z
      .record(partName, member)
      .refine((members) => Object.keys(members).length > 0, "needs at least one member")
      .optional(),
    tier: reference<DeclaredTier>("Tier").optional(),
    physicalName: physicalName.optional(),
  },
  parent: ({ loadBalancer }) => loadBalancer,
  facets: ({ loadBalancer, protocol }) => ({
    ...(loadBalancer ? { kind: loadBalancer.spec.kind } : {}),
    ...(protocol ? { protocol } : {}),
  }),
  rules: (it) => [
    ...familyRules(it.spec),
    ...stickinessRules(it.spec),
    ...healthCheckRules(it.spec.healthCheck, "backendSet.healthCheck"),
    ...memberRules(it.spec),
    ...tierRules(it.spec),
    ...nameRules(it, it.spec.loadBalancer),
  ],
};

const families = { application: ["http", "https"], network: ["tcp", "tls"] } as const;

export function familyOf(protocol: string): "application" | "network" {
  return protocol === "http" || protocol === "https" ? "application" : "network";
}

function familyRules({ loadBalancer, protocol }: BackendSetSpec): Issue[] {
  const { kind } = loadBalancer.spec;
  if (familyOf(protocol) === kind) return [];
  return [
    {
      path: "backendSet.protocol",
      message: `"${protocol}" does not go behind the ${kind} balancer "${loadBalancer.name}"`,
      instead: families[kind].map((word) => `"${word}"`).join(" or "),
    },
  ];
}

function stickinessRules({ protocol, stickiness, policy }: BackendSetSpec): Issue[] {
  if (stickiness === undefined) return [];
  const path = "backendSet.stickiness.kind";
  if (stickiness.kind !== "source-address" && familyOf(protocol) === "network") {
    return [
      {
        path,
        message: `"${stickiness.kind}" needs requests to carry the cookie; ${protocol} has none`,
        instead: '"source-address"',
      },
    ];
  }
  if (policy === "source-ip") {
    return [
      {
        path,
        message: `"${stickiness.kind}" stands against policy "source-ip", which keeps clients with members by itself`,
        instead: "one of the two",
      },
    ];
  }
  return [];
}

function tierRules({ loadBalancer, tier }: BackendSetSpec): Issue[] {
  if (tier === undefined || tier.spec.network === loadBalancer.spec.network) return [];
  return [
    {
      path: "backendSet.tier",
      message: `tier "${tier.name}" stands in network "${tier.spec.network.name}", the balancer in "${loadBalancer.spec.network.name}"`,
      instead: "a tier of the same network",
    },
  ];
}

/** Ports of the members that the balancer must reach: the set's, the check's and each member's own. */
export function memberPorts({ port: common, healthCheck: check, members = {} }: BackendSetSpec): number[] {
  const ports = [
    common,
    ...(check.port === undefined ? [] : [check.port]),
    ...Object.values(members).flatMap((one) => one.port ?? []),
  ];
  return [...new Set(ports)].sort((a, b) => a - b);
}
