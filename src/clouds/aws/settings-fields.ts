// Sources: Amazon EC2, Elastic Load Balancing, ACM and S3 user guides (forms of ids, ARNs, bucket names and log prefixes; sizes of
// subnets), botocore 1.43.11 service model of elbv2 (ranges of attributes); read 2026-11.
import { z } from "zod";
import type { Issue } from "../../core/errors.js";
import { because } from "../../core/parse.js";
import { isWithin } from "../../core/ranges.js";
import { cidr, input } from "../../spec/fields.js";
import { computeFields, computeRules } from "./compute-fields.js";
import { arn, id, like } from "./field-forms.js";
import type { AwsNetwork, AwsSettings } from "./settings.js";

const zone = z
  .string()
  .regex(/^[a-z]{2,4}(-[a-z]+)+-\d[a-z]$/, because("must be an availability zone", 'a name such as "eu-west-1a"'));

const name = z.string().min(1).max(255);

const certificate = like(
  new RegExp(`^${arn}:(acm:[a-z0-9-]+:\\d{12}:certificate|iam::\\d{12}:server-certificate)/`),
  "the ARN of a certificate",
  '"arn:aws:acm:eu-west-1:123456789012:certificate/…"',
);
const balancerArn = like(
  new RegExp(`^${arn}:elasticloadbalancing:[a-z0-9-]+:\\d{12}:loadbalancer/(app|net)/`),
  "the ARN of an application or network load balancer",
  '"arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/…"',
);
const bucket = like(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, "the name of a bucket", '"shop-logs"');

const prefix = z
  .string()
  .regex(/^[^/](.*[^/])?$/, because("must not begin or end with /", 'a prefix such as "front" or "shop/front"'))
  .refine((text) => !text.includes("AWSLogs"), because("must not hold AWSLogs, which follows it", "another prefix"));

const sslPolicy = z
  .string()
  .regex(
    /^ELBSecurityPolicy-[A-Za-z0-9-]+$/,
    because("must be the name of a TLS policy", 'a name such as "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"'),
  );

const subnet = z.strictObject({ id: id("subnet", "a subnet"), cidr, zone, public: z.boolean() });

const network = z.strictObject({
  vpcId: id("vpc", "a VPC"),
  cidr,
  outbound: z.enum(["nat-per-zone", "nat", "none"]),
  subnets: z.array(subnet).min(1),
});

const balancer = z.strictObject({
  arn: balancerArn,
  dnsName: input(z.string().min(1)),
  kind: z.enum(["application", "network"]),
  visibility: z.enum(["public", "private"]),
  securityGroupId: id("sg", "a security group"),
});

const attributes = z.strictObject({
  idleTimeout: z.int().min(1).max(4000).optional(),
  clientKeepAlive: z.int().min(60).max(604800).optional(),
  desyncMitigationMode: z.enum(["monitor", "defensive", "strictest"]).optional(),
  crossZone: z.boolean().optional(),
  sslPolicy: sslPolicy.optional(),
});

export const settingsFields = {
  fidelity: z.enum(["accept", "exact"]).optional(),
  zones: z.array(zone).min(1).optional(),
  networks: z.record(name, network).optional(),
  balancers: z.record(name, balancer).optional(),
  certificates: z.record(name, certificate).optional(),
  addresses: z.record(name, z.array(id("eipalloc", "an Elastic IP allocation")).min(1)).optional(),
  logs: z.strictObject({ bucket, prefix: prefix.optional() }).optional(),
  loadBalancers: z.record(name, attributes).optional(),
  ...computeFields,
};

/** What holds between settings. */
export function settingsRules(settings: AwsSettings): Issue[] {
  const { zones = [], networks = {}, balancers = {}, addresses = {} } = settings;
  return [
    ...zoneRules(zones),
    ...Object.entries(networks).flatMap(([key, one]) => networkRules(one, `settings.networks.${key}`)),
    ...Object.entries(balancers).flatMap(([key, one]) => kindRules(one, `settings.balancers.${key}`)),
    ...Object.entries(addresses).flatMap(([key, ids]) => twins(ids, `settings.addresses.${key}`)),
    ...computeRules(settings),
  ];
}

function zoneRules(zones: readonly string[]): Issue[] {
  const home = zones[0]?.slice(0, -1);
  const strangers = zones.flatMap((one, index) => {
    if (one.slice(0, -1) === home) return [];
    const message = `${JSON.stringify(one)} is not in the region of ${JSON.stringify(zones[0])}`;
    return [{ path: `settings.zones[${index}]`, message, instead: "zones of one region" }];
  });
  return [...twins(zones, "settings.zones"), ...strangers];
}

/** Values that are there twice. What is known only at deployment is equal to nothing. */
function twins(values: readonly unknown[], path: string): Issue[] {
  return values.flatMap((value, index) => {
    if (typeof value !== "string" || values.indexOf(value) === index) return [];
    const message = `${JSON.stringify(value)} is there twice`;
    return [{ path: `${path}[${index}]`, message, instead: "each one once" }];
  });
}

function networkRules({ cidr: whole, subnets }: AwsNetwork, path: string): Issue[] {
  const places = new Set<string>();
  return subnets.flatMap(({ cidr: part, zone: at, public: open }, index) => {
    const place = `${open ? "public" : "private"} subnet in ${at}`;
    const taken = places.has(place);
    places.add(place);
    const size = Number(part.split("/")[1]);
    const outside = {
      path: `${path}.subnets[${index}].cidr`,
      message: `"${part}" lies outside "${whole}"`,
      instead: "a part of the network's range",
    };
    const missized = {
      path: `${path}.subnets[${index}].cidr`,
      message: `/${size} is no size of a subnet`,
      instead: "a range of /16 to /28",
    };
    const second = {
      path: `${path}.subnets[${index}].zone`,
      message: `is a second ${place}; balancers take one subnet of each zone`,
      instead: "the subnet that balancers and members shall use",
    };
    return [
      ...(isWithin(part, whole) ? [] : [outside]),
      ...(size < 16 || size > 28 ? [missized] : []),
      ...(taken ? [second] : []),
    ];
  });
}

function kindRules({ arn: given, kind }: { arn: unknown; kind: string }, path: string): Issue[] {
  const part = kind === "application" ? ":loadbalancer/app/" : ":loadbalancer/net/";
  if (typeof given !== "string" || given.includes(part)) return [];
  const other = kind === "application" ? "network" : "application";
  return [{ path: `${path}.kind`, message: `"${kind}" is not what its ARN says`, instead: `"${other}"` }];
}
