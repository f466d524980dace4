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
  /** Image ids (`ami-…`) or `resolve:ssm:` parameters, by name; with the root device, the disk is in the program's hands. */
  images?: Record<string, Input<string> | AwsImage>;
  /** Running instances that images are taken of, by name. */
  instances?: Record<string, Input<string>>;
  /** Instance types, by name. */
  machines?: Record<string, string>;
  /** Key pairs, by name: what an existing one is called, or the public key of one that is made. */
  keys?: Record<string, string | AwsPublicKey>;
  /** ARNs of the KMS keys that encrypt boot disks, by name. */
  diskKeys?: Record<string, Input<string>>;
  /** What only AWS templates have, by the template's name. */
  templates?: Record<string, AwsTemplateOptions>;
  /** ARNs of what rights may be narrowed to, without wildcards, by name. */
  scopes?: Record<string, Input<string> | readonly Input<string>[]>;
  /** Further rights, by the name of the `DynamicGroupPolicy`. */
  rights?: Record<string, AwsRights>;
  /** ARNs of the SNS topics that alarms go to, by name. */
  topics?: Record<string, Input<string>>;
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

export interface AwsImage {
  id: Input<string>;
  /** Name of its root device, `/dev/xvda` or `/dev/sda1` as a rule; another name would add a second disk. */
  rootDevice: string;
}

export interface AwsPublicKey {
  /** An ED25519 or RSA key in OpenSSH form. */
  publicKey: string;
}

export interface AwsTemplateOptions {
  /** Network hops that answers of the metadata service live, 1..64; containers need 2. Default 1. */
  metadataHops?: number;
}

export interface AwsRights {
  /** Statements of IAM beside those that `allow` stands for. */
  statements?: readonly AwsStatement[];
  /** ARNs of managed policies. */
  managedPolicies?: readonly string[];
}

/** One statement, in the words of IAM. */
export interface AwsStatement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  Action: string | readonly string[];
  Resource: string | readonly string[];
  Condition?: Record<string, Record<string, string | readonly string[]>>;
}

export function settingsOf(it: Declared): AwsSettings {
  return (it.cloud as Cloud<AwsSettings>).settings;
}
