// Sources: botocore 1.43.11 partitions (regions of each partition), AWS Certificate Manager, CloudWatch and EC2 user guides (certificates,
// topics of alarms and keys of disks belong to one region); read 2026-11.
import type { Input } from "@pulumi/pulumi";
import type { Issue } from "../../core/errors.js";
import type { DeclaredNetwork } from "../../spec/network.js";
import { subnetsOf } from "./subnets.js";

/** The region of a network, which its zones name. */
export function regionOf(network: DeclaredNetwork): string {
  const [first] = [...subnetsOf(network, "private"), ...subnetsOf(network, "public")];
  return (first?.zone ?? "").slice(0, -1);
}

/** By how their regions begin. */
const partitions = {
  "cn-": "aws-cn",
  "us-gov-": "aws-us-gov",
  "us-iso-": "aws-iso",
  "us-isob-": "aws-iso-b",
  "eu-isoe-": "aws-iso-e",
  "us-isof-": "aws-iso-f",
  "eusc-": "aws-eusc",
} as const;

/** The partition that its ARNs begin with. */
export function partitionOf(region: string): string {
  const [, partition = "aws"] = Object.entries(partitions).find(([head]) => region.startsWith(head)) ?? [];
  return partition;
}

/** What an ARN names is used in its own region alone; server certificates of IAM have none. */
export function regionRules(arn: Input<string> | undefined, network: DeclaredNetwork, path: string): Issue[] {
  if (typeof arn !== "string") return [];
  const [, , , region] = arn.split(":");
  const own = regionOf(network);
  if (!region || region === own) return [];
  return [{ path, message: `${JSON.stringify(arn)} is in ${region}, the network in ${own}`, instead: `one of ${own}` }];
}
