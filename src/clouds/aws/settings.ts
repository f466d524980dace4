import type { Input } from "@pulumi/pulumi";
import { z } from "zod";
import type { Cloud, CommonSettings } from "../../core/cloud.js";
import type { Declared } from "../../core/declared.js";
import { cidr, input } from "../../spec/fields.js";

/** What the names of a program mean on AWS, and what only AWS knows. */
export interface AwsSettings extends CommonSettings {
  /** Availability zones, in the order in which networks use them. */
  zones?: string[];
  /** Existing networks, by the name of the `Network` that stands for each. */
  networks?: Record<string, AwsNetwork>;
  /** Existing load balancers, by the name of the `LoadBalancer` that stands for each. */
  balancers?: Record<string, AwsBalancer>;
  /** Certificate ARNs, by the name that listeners use. */
  certificates?: Record<string, Input<string>>;
  /** Image ids (`ami-…`) or `resolve:ssm:` parameters, by name. */
  images?: Record<string, Input<string>>;
  /** Instance types, by name. */
  machines?: Record<string, string>;
  /** Key pair names, by name. */
  keys?: Record<string, string>;
  /** Elastic IP allocation ids, one for each zone, by the name of the balancer that reserves its address. */
  addresses?: Record<string, Input<string>[]>;
  /** Where balancers write their logs; the bucket's policy must allow it. */
  logs?: AwsLogs;
  /** Attributes that only AWS balancers have, by the balancer's name. */
  loadBalancers?: Record<string, AwsLoadBalancerAttributes>;
}

export interface AwsNetwork {
  vpcId: Input<string>;
  cidr: string;
  outbound: "nat-per-zone" | "nat" | "none";
  subnets: AwsSubnet[];
}

export interface AwsSubnet {
  id: Input<string>;
  cidr: string;
  zone: string;
  public: boolean;
}

export interface AwsBalancer {
  arn: Input<string>;
  dnsName: Input<string>;
  kind: "application" | "network";
  visibility: "public" | "private";
  /** Its security group; members admit it. */
  securityGroupId: Input<string>;
}

export interface AwsLogs {
  bucket: Input<string>;
  prefix?: string;
}

export interface AwsLoadBalancerAttributes {
  /** Seconds, 1..4000; application balancers. Default 60. */
  idleTimeout?: number;
  /** Seconds, 60..604800; application balancers. Default 3600. */
  clientKeepAlive?: number;
  /** How requests that may be smuggled are treated. Default `defensive`. */
  desyncMitigationMode?: "monitor" | "defensive" | "strictest";
  /** Whether a network balancer sends to members of other zones. Default true. */
  crossZone?: boolean;
}

const id = input(z.string().min(1));

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  zones: z
    .array(z.string().regex(/^[a-z]{2}(-[a-z]+)+-\d[a-z]$/, 'must be a zone; instead: a name such as "eu-west-1a"'))
    .min(1)
    .optional(),
  networks: z
    .record(
      z.string(),
      z.strictObject({
        vpcId: id,
        cidr,
        outbound: z.enum(["nat-per-zone", "nat", "none"]),
        subnets: z.array(z.strictObject({ id, cidr, zone: z.string(), public: z.boolean() })).min(1),
      }),
    )
    .optional(),
  balancers: z
    .record(
      z.string(),
      z.strictObject({
        arn: id,
        dnsName: id,
        kind: z.enum(["application", "network"]),
        visibility: z.enum(["public", "private"]),
        securityGroupId: id,
      }),
    )
    .optional(),
  certificates: z.record(z.string(), id).optional(),
  images: z.record(z.string(), id).optional(),
  machines: z.record(z.string(), z.string()).optional(),
  keys: z.record(z.string(), z.string()).optional(),
  addresses: z.record(z.string(), z.array(id).min(1)).optional(),
  logs: z.strictObject({ bucket: id, prefix: z.string().optional() }).optional(),
  loadBalancers: z
    .record(
      z.string(),
      z.strictObject({
        idleTimeout: z.int().min(1).max(4000).optional(),
        clientKeepAlive: z.int().min(60).max(604800).optional(),
        desyncMitigationMode: z.enum(["monitor", "defensive", "strictest"]).optional(),
        crossZone: z.boolean().optional(),
      }),
    )
    .optional(),
};

export function settingsOf(it: Declared): AwsSettings {
  return (it.cloud as Cloud<AwsSettings>).settings;
}
