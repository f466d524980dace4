import { z } from "zod";
import type { Network } from "../components/network.js";
import type { Tier } from "../components/tier.js";
import type { Declared } from "../core/declared.js";
import type { Issue } from "../core/errors.js";
import type { Noun } from "../core/noun.js";
import { type CloudChoice, physicalName, reference, tags } from "./fields.js";
import type { DeclaredNetwork } from "./network.js";
import { type Place, placeSchema, strangersAmong, twinsAmong } from "./places.js";

export interface LoadBalancerArgs extends CloudChoice {
  /** The network it stands in. */
  network: Network;
  /**
   * `application` understands HTTP (listeners http and https); `network` passes connections on (tcp and tls).
   *
   * - openstack: "application" not available for driver ovn: an OVN balancer passes connections on and reads no
   *   requests
   * - cloudstack: "application" near: requests are understood on port 80 or with a cookie; elsewhere connections are
   *   passed on
   */
  kind: "application" | "network";
  /**
   * `public` has an address that the internet reaches; `private` only addresses of the network.
   *
   * - cloudstack: "private" not available: an isolated network has public balancers only
   */
  visibility: "public" | "private";
  /**
   * Who may open connections to its listeners: tiers, ranges in CIDR form, or `"internet"`.
   *
   * Default: the internet for a public balancer; a private one has no default.
   *
   * - openstack: "range" and "tier" emulated for driver ovn; "tier" near for driver amphora
   * - cloudstack: "tier" not available: rules name ranges, not groups of members
   */
  allowFrom?: (Tier | string)[];
  /**
   * Whether the public address is kept apart from the balancer and survives its replacement.
   *
   * - aws: "reserved" not available for kind application: an application load balancer changes its addresses
   * - openstack: "ephemeral" near: a floating IP is a resource of its own and outlives a replaced balancer all the same
   */
  address?: "ephemeral" | "reserved";
  /** What the balancer writes down. */
  logs?: LoadBalancerLogs;
  /**
   * Whether deletion is refused until this is false again; `pulumi destroy` fails meanwhile. Default false.
   *
   * - oci: not available for kind network: a network load balancer has no such switch
   * - openstack: not available: Octavia deletes what it is told to
   * - cloudstack: not available: load balancer rules have no such lock
   */
  deletionProtection?: boolean;
  /**
   * Labels of the balancer, its sets and its listeners. Keys of 1..128 and values of up to 256 characters.
   *
   * - oci: near: backend sets and listeners take no labels
   * - openstack: near: labels become flat texts, "key=value", and sets take none: provider 3.x has no tags of pools
   */
  tags?: Record<string, string>;
  /**
   * Fixed name on the cloud. 1..255 characters. Default: a name made of this component's.
   *
   * - aws: 1..32 characters: must be letters, digits and inner hyphens, and not begin with internal-
   * - cloudstack: not available: a balancer is a public address with rules, and addresses have no name
   */
  physicalName?: string;
}

export interface LoadBalancerLogs {
  /**
   * Every request or connection. Default false.
   *
   * - aws: near for kind network: a network load balancer writes down the connections of its tls listeners only
   * - oci: not available for kind network: a network load balancer writes no logs
   * - openstack: not available: logs of Octavia go to the operator
   * - cloudstack: not available: a load balancer rule has no log
   */
  access?: boolean;
  /**
   * What went wrong. Default false.
   *
   * - aws: not available: load balancers here have no error log
   * - oci: not available for kind network: a network load balancer writes no logs
   * - openstack: not available: logs of Octavia go to the operator
   * - cloudstack: not available: a load balancer rule has no log
   */
  error?: boolean;
}

/** One source of connections. */
export type Source = Place<"internet">;

export type LoadBalancerSpec = Omit<LoadBalancerArgs, "cloud" | "network" | "allowFrom"> & {
  network: DeclaredNetwork;
  allowFrom?: Source[];
};
export type DeclaredLoadBalancer = Declared<LoadBalancerSpec>;

export const loadBalancer: Noun<LoadBalancerSpec> = {
  name: "LoadBalancer",
  fields: {
    network: reference<DeclaredNetwork>("Network"),
    kind: z.enum(["application", "network"]),
    visibility: z.enum(["public", "private"]),
    allowFrom: z.array(placeSchema("internet")).min(1).optional(),
    address: z.enum(["ephemeral", "reserved"]).optional(),
    logs: z.strictObject({ access: z.boolean().optional(), error: z.boolean().optional() }).optional(),
    deletionProtection: z.boolean().optional(),
    tags: tags.optional(),
    physicalName: physicalName.optional(),
  },
  facets: ({ kind, visibility }) => ({ ...(kind ? { kind } : {}), ...(visibility ? { visibility } : {}) }),
  rules: ({ spec }) => [
    ...privateRules(spec),
    ...publicRules(spec),
    ...strangersAmong(spec.allowFrom ?? [], spec.network, fromAt),
    ...twinsAmong(
      (spec.allowFrom ?? []).map((from) => [from]),
      fromAt,
    ),
  ],
};

function fromAt(index: number): string {
  return `loadBalancer.allowFrom[${index}]`;
}

function privateRules({ visibility, allowFrom, address }: LoadBalancerSpec): Issue[] {
  if (visibility === "public") return [];
  const closed = {
    path: "loadBalancer.allowFrom",
    message: "a private balancer admits nobody until this says whom",
    instead: 'tiers or ranges, for example [web] or ["10.20.0.0/16"]',
  };
  const opened = {
    path: "loadBalancer.allowFrom",
    message: '"internet" cannot reach a private balancer',
    instead: 'tiers or ranges, or visibility: "public"',
  };
  const reserved = {
    path: "loadBalancer.address",
    message: '"reserved" is for public addresses',
    instead: 'visibility: "public", or leave it out',
  };
  return [
    ...(allowFrom === undefined ? [closed] : []),
    ...(allowFrom?.some(({ kind }) => kind === "internet") ? [opened] : []),
    ...(address === "reserved" ? [reserved] : []),
  ];
}

/** Members of a tier leave the network to reach a public address, and come back with another one. */
function publicRules({ visibility, allowFrom = [] }: LoadBalancerSpec): Issue[] {
  if (visibility !== "public") return [];
  return allowFrom.flatMap((from, index) => {
    if (from.kind !== "tier") return [];
    const message = `tier "${from.tier.name}" reaches a public balancer over the internet, with addresses that are not its own`;
    return [{ path: fromAt(index), message, instead: '"internet" or ranges, or visibility: "private"' }];
  });
}

/** Who may connect, with the default written out. */
export function sourcesOf({ visibility, allowFrom }: LoadBalancerSpec): readonly Source[] {
  return allowFrom ?? (visibility === "public" ? [{ kind: "internet" }] : []);
}
