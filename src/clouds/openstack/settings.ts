// Sources: Octavia API v2 reference (flavors, listeners), Barbican API v1 reference, octavia-lib constants
// (SUPPORTED_HTTP_HEADERS, SUPPORTED_SSL_HEADERS); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { Cloud, CommonSettings } from "../../core/cloud.js";
import type { Declared } from "../../core/declared.js";
import { because } from "../../core/parse.js";
import { address, cidr, input } from "../../spec/fields.js";
import { computeFields, type OpenStackComputeSettings } from "./compute-settings.js";
import { id, uuid } from "./ids.js";

/** What the names of a program mean on an OpenStack cloud, and what only that cloud knows. */
export interface OpenStackSettings extends CommonSettings, OpenStackComputeSettings {
  /** The network that floating IPs and gateways of routers come from. */
  externalNetwork: OpenStackExternalNetwork;
  /** What Octavia builds balancers with. Default: the cloud's own choice, taken for `amphora`. */
  driver?: "amphora" | "ovn";
  /** Compute zones, in the order in which members use them. */
  availabilityZones?: string[];
  /** Existing networks, by the name of the `Network` that stands for each. */
  networks?: Record<string, OpenStackNetwork>;
  /** Existing load balancers, by the name of the `LoadBalancer` that stands for each. */
  balancers?: Record<string, OpenStackBalancer>;
  /** References of Barbican containers or PKCS #12 secrets, by the name that listeners use. */
  certificates?: Record<string, Input<string>>;
  /** Existing floating IPs, by the name of the balancer that reserves its address. */
  addresses?: Record<string, Input<string>>;
  /** What only Octavia's balancers have, by the balancer's name. */
  loadBalancers?: Record<string, OpenStackBalancerOptions>;
  /** Name servers of the subnets that networks make. */
  dnsNameservers?: string[];
}

export interface OpenStackExternalNetwork {
  id: Input<string>;
  /** Floating IPs ask for it by name. */
  name: Input<string>;
}

export interface OpenStackNetwork {
  networkId: Input<string>;
  /** The router between it and the external network; floating IPs need one. */
  routerId?: Input<string>;
  cidr: string;
  outbound: "nat-per-zone" | "nat" | "none";
  /** The first public one takes balancers, the first private one members. */
  subnets: OpenStackSubnet[];
}

export interface OpenStackSubnet {
  id: Input<string>;
  cidr: string;
  zone?: string;
  public: boolean;
}

export interface OpenStackBalancer {
  id: Input<string>;
  /** Where clients find it. */
  address: Input<string>;
  visibility: "public" | "private";
  vipSubnetId: Input<string>;
  /** Members admit it. */
  vipSubnetCidr: string;
}

export interface OpenStackBalancerOptions {
  /** Id of an Octavia flavor. */
  flavorId?: Input<string>;
  /** An Octavia availability zone. */
  availabilityZone?: string;
  /** Connections that each listener takes at a time; -1, the default, for as many as it can. */
  connectionLimit?: number;
  /** Headers that http and https listeners add; the `X-SSL-…` ones on https listeners only. Default: the three `X-Forwarded-…`. */
  insertHeaders?: Partial<Record<OpenStackHeader, boolean>>;
  /** Milliseconds, 0..2073600000. Default: 5000. */
  memberConnectTimeout?: number;
  /** Milliseconds, 0..2073600000. Default: 0. */
  tcpInspectTimeout?: number;
}

export const forwardedHeaders = ["X-Forwarded-For", "X-Forwarded-Port", "X-Forwarded-Proto"] as const;
const certificateHeaders = [
  "X-SSL-Client-Verify",
  "X-SSL-Client-Has-Cert",
  "X-SSL-Client-DN",
  "X-SSL-Client-CN",
  "X-SSL-Issuer",
  "X-SSL-Client-SHA1",
  "X-SSL-Client-Not-Before",
  "X-SSL-Client-Not-After",
] as const;
export type OpenStackHeader = (typeof forwardedHeaders)[number] | (typeof certificateHeaders)[number];

const containerRef = input(
  z
    .string()
    .regex(
      /^https?:\/\//,
      because("must be a reference of Barbican", "the URL that openstack secret container list shows"),
    ),
);
const milliseconds = z.int().min(0).max(2_073_600_000);
const outbound = z.enum(["nat-per-zone", "nat", "none"]);

const network = z.strictObject({
  networkId: uuid,
  routerId: uuid.optional(),
  cidr,
  outbound,
  subnets: z.array(z.strictObject({ id: uuid, cidr, zone: z.string().optional(), public: z.boolean() })).min(1),
});

const balancer = z.strictObject({
  id: uuid,
  address: id,
  visibility: z.enum(["public", "private"]),
  vipSubnetId: uuid,
  vipSubnetCidr: cidr,
});

const headerFields = Object.fromEntries(
  [...forwardedHeaders, ...certificateHeaders].map((name) => [name, z.boolean().optional()]),
);

const balancerOptions = z.strictObject({
  flavorId: uuid.optional(),
  availabilityZone: z.string().min(1).optional(),
  connectionLimit: z.int().min(-1).max(2_147_483_647).optional(),
  insertHeaders: z.strictObject(headerFields).optional(),
  memberConnectTimeout: milliseconds.optional(),
  tcpInspectTimeout: milliseconds.optional(),
});

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  externalNetwork: z.strictObject({ id: uuid, name: id }),
  driver: z.enum(["amphora", "ovn"]).optional(),
  availabilityZones: z.array(z.string().min(1)).min(1).optional(),
  networks: z.record(z.string(), network).optional(),
  balancers: z.record(z.string(), balancer).optional(),
  certificates: z.record(z.string(), containerRef).optional(),
  addresses: z.record(z.string(), input(address)).optional(),
  loadBalancers: z.record(z.string(), balancerOptions).optional(),
  dnsNameservers: z.array(address).min(1).optional(),
  ...computeFields,
};

export function settingsOf(it: Declared): OpenStackSettings {
  return (it.cloud as Cloud<OpenStackSettings>).settings;
}
