import type { Input } from "@pulumi/pulumi";
import type { Cloud, CommonSettings } from "../../core/cloud.js";
import type { Declared } from "../../core/declared.js";

/** What the names of a program mean on AWS, and what only AWS knows. */
export interface AwsSettings extends CommonSettings {
  /** Availability zones of one region, in the order in which networks use them. */
  zones?: readonly string[];
  /** Existing networks, by the name of the `Network` that stands for each. */
  networks?: Record<string, AwsNetwork>;
  /** Existing load balancers, by the name of the `LoadBalancer` that stands for each. */
  balancers?: Record<string, AwsBalancer>;
  /** Certificate ARNs (of ACM, or server certificates of IAM), by the name that listeners use. */
  certificates?: Record<string, Input<string>>;
  /** Image ids (`ami-…`) or `resolve:ssm:` parameters, by name. */
  images?: Record<string, Input<string>>;
  /** Instance types, by name. */
  machines?: Record<string, string>;
  /** Key pair names, by name. */
  keys?: Record<string, string>;
  /** Elastic IP allocation ids, one for each zone, by the name of the balancer that reserves its address. */
  addresses?: Record<string, readonly Input<string>[]>;
  /** Where balancers write their logs; the bucket's policy must allow it. */
  logs?: AwsLogs;
  /** Attributes that only AWS balancers have, by the balancer's name. */
  loadBalancers?: Record<string, AwsLoadBalancerAttributes>;
}

export interface AwsNetwork {
  vpcId: Input<string>;
  /** The VPC's range. */
  cidr: string;
  outbound: "nat-per-zone" | "nat" | "none";
  /** At most one public and one private subnet in each zone. */
  subnets: readonly AwsSubnet[];
}

export interface AwsSubnet {
  id: Input<string>;
  /** Part of the VPC's range, /16 to /28. */
  cidr: string;
  zone: string;
  /** Whether its route table leads to an internet gateway. */
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
  /** Begin of the objects' keys, without a slash at its ends. */
  prefix?: string;
}

export interface AwsLoadBalancerAttributes {
  /** Seconds, 1..4000; application balancers. Default 60. */
  idleTimeout?: number;
  /** Seconds, 60..604800; application balancers. Default 3600. */
  clientKeepAlive?: number;
  /** How requests that may be smuggled are treated; application balancers. Default `defensive`. */
  desyncMitigationMode?: "monitor" | "defensive" | "strictest";
  /** Whether a network balancer sends to members of other zones. Default true. */
  crossZone?: boolean;
  /** TLS policy of its encrypted listeners, in place of the one that `minimumTls` stands for. */
  sslPolicy?: string;
}

export function settingsOf(it: Declared): AwsSettings {
  return (it.cloud as Cloud<AwsSettings>).settings;
}
