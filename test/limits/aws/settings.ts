import { adoptedBalancer } from "../../clouds/aws/plans.js";
import { type Case, given, idText, inSection } from "./cases.js";

const { front } = adoptedBalancer.balancers;
const attribute = (says: string, key: string, bad: unknown, good: unknown, text: string): Case =>
  given(
    says,
    `loadBalancers.front.${key}`,
    text,
    { loadBalancers: { front: { [key]: bad } } },
    { loadBalancers: { front: { [key]: good } } },
  );
const balancer = (says: string, path: string, text: string, bad: Record<string, unknown>): Case =>
  given(says, `balancers.front.${path}`, text, { balancers: { front: { ...front, ...bad } } }, adoptedBalancer);

const arnText =
  'must be the ARN of an application or network load balancer; instead: text such as "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/…"';
const certificateText =
  'must be the ARN of a certificate; instead: text such as "arn:aws:acm:eu-west-1:123456789012:certificate/…"';
const certificate = (says: string, bad: unknown, good: string, text = certificateText): Case =>
  given(says, "certificates.shop", text, { certificates: { shop: bad } }, { certificates: { shop: good } });
const bucketText = 'must be the name of a bucket; instead: text such as "shop-logs"';
const bucket = (says: string, bad: string, good: string): Case =>
  given(says, "logs.bucket", bucketText, { logs: { bucket: bad } }, { logs: { bucket: good } });
const prefix = (bad: string, text: string): Case =>
  given(
    `log prefix, not ${bad}`,
    "logs.prefix",
    text,
    { logs: { bucket: "shop-logs", prefix: bad } },
    { logs: { bucket: "shop-logs", prefix: "shop/front" } },
  );

export const awsSettings = [
  ...inSection("aws 1.4", [
    attribute("idleTimeout from 1", "idleTimeout", 0, 1, "0 is below 1; instead: a number from 1 to 4000"),
    attribute(
      "idleTimeout up to 4000",
      "idleTimeout",
      4001,
      4000,
      "4001 is above 4000; instead: a number from 1 to 4000",
    ),
    attribute(
      "clientKeepAlive from 60",
      "clientKeepAlive",
      59,
      60,
      "59 is below 60; instead: a number from 60 to 604800",
    ),
    attribute(
      "clientKeepAlive up to 604800",
      "clientKeepAlive",
      604801,
      604800,
      "604801 is above 604800; instead: a number from 60 to 604800",
    ),
    ...["monitor", "defensive", "strictest"].map((good) =>
      attribute(
        `desyncMitigationMode: ${good}`,
        "desyncMitigationMode",
        "off",
        good,
        '"off" is not a value of this option; instead: "monitor", "defensive" or "strictest"',
      ),
    ),
    attribute("crossZone is a switch", "crossZone", "on", true, "must be true or false; got text"),
    given(
      "a misspelt attribute",
      "loadBalancers.front.idleTimout",
      "is not an option here; instead: one of clientKeepAlive, crossZone, desyncMitigationMode, idleTimeout, sslPolicy",
      { loadBalancers: { front: { idleTimout: 3 } } },
      { loadBalancers: { front: {} } },
    ),
    given(
      "a misspelt setting",
      "zone",
      "is not an option of the settings of aws; instead: one of addresses, balancers, certificates, diskKeys, fidelity, images, instances, keys, loadBalancers, logs, machines, networks, rights, scopes, templates, topics, zones",
      { zone: ["eu-west-1a"] },
      { zones: ["eu-west-1a"] },
    ),
    given(
      "fixed addresses are allocations",
      "addresses.front[0]",
      idText("eipalloc", "an Elastic IP allocation"),
      { addresses: { front: ["203.0.113.20"] } },
      { addresses: { front: ["eipalloc-0a1"] } },
    ),
    given(
      "an allocation stands in one zone",
      "addresses.front[1]",
      '"eipalloc-0a1" is there twice; instead: each one once',
      { addresses: { front: ["eipalloc-0a1", "eipalloc-0a1"] } },
      { addresses: { front: ["eipalloc-0a1", "eipalloc-0a2"] } },
    ),
    given(
      "an allocation at least",
      "addresses.front",
      "needs at least one entry",
      { addresses: { front: [] } },
      { addresses: { front: ["eipalloc-0a1"] } },
    ),
    balancer("a balancer has an ARN", "arn", arnText, { arn: "front" }),
    balancer("gateway balancers are not adopted", "arn", arnText, { arn: front.arn.replace("/app/", "/gwy/") }),
    balancer("an ARN says the kind", "kind", '"network" is not what its ARN says; instead: "application"', {
      kind: "network",
    }),
    balancer("an ARN says the kind (network)", "kind", '"application" is not what its ARN says; instead: "network"', {
      arn: front.arn.replace("/app/", "/net/"),
    }),
    balancer("a balancer has a kind", "kind", 'is required; instead: "application" or "network"', { kind: undefined }),
    balancer("a balancer has a visibility", "visibility", 'is required; instead: "public" or "private"', {
      visibility: undefined,
    }),
    balancer("a balancer has a DNS name", "dnsName", "must not be empty", { dnsName: "" }),
    balancer("members admit a group", "securityGroupId", idText("sg", "a security group"), {
      securityGroupId: "front",
    }),
    balancer(
      "an option that no balancer has",
      "id",
      "is not an option here; instead: one of arn, dnsName, kind, securityGroupId, visibility",
      { id: "0a1" },
    ),
    bucket("S3 bucket: lower case", "Shop-logs", "shop-logs"),
    bucket("S3 bucket: at least 3 characters", "ab", "abc"),
    bucket("S3 bucket: up to 63 characters", "a".repeat(64), "a".repeat(63)),
    bucket("S3 bucket: a name, not an ARN", "arn:aws:s3:::shop-logs", "shop.logs"),
    prefix("/front", 'must not begin or end with /; instead: a prefix such as "front" or "shop/front"'),
    prefix("front/", 'must not begin or end with /; instead: a prefix such as "front" or "shop/front"'),
    prefix("AWSLogs", "must not hold AWSLogs, which follows it; instead: another prefix"),
  ]),
  ...inSection("aws 1.6", [
    ...["TLS13-1-2-2021-06", "ELBSecurityPolicy_TLS"].map((bad) =>
      attribute(
        `TLS policy name pattern, not ${bad}`,
        "sslPolicy",
        bad,
        "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        'must be the name of a TLS policy; instead: a name such as "ELBSecurityPolicy-TLS13-1-2-Res-2021-06"',
      ),
    ),
  ]),
  ...inSection("aws 1.7", [
    certificate("certificates have ARNs", "shop", "arn:aws:acm:eu-west-1:123456789012:certificate/demo"),
    certificate(
      "a balancer's ARN is none of a certificate",
      front.arn,
      "arn:aws-cn:iam::123456789012:server-certificate/shop",
    ),
    certificate(
      "an ARN is text",
      123456789012,
      "arn:aws:acm:eu-west-1:123456789012:certificate/demo",
      "must be text; got a number; instead: text in quotes",
    ),
  ]),
  ...inSection("aws 1.8", [
    given(
      "imageId: ami-… or resolve:ssm:…",
      "images.web",
      'must be an image id or a parameter\'s name; instead: text such as "ami-0123456789abcdef0"',
      { images: { web: "Web Server v1" } },
      { images: { web: "resolve:ssm:/shop/web" } },
    ),
    given(
      "instance types",
      "machines.small",
      'must be an instance type; instead: a type such as "t3.micro"',
      { machines: { small: "micro" } },
      { machines: { small: "u-6tb1.112xlarge" } },
    ),
    given("key pairs have names", "keys.ops", "must not be empty", { keys: { ops: "" } }, { keys: { ops: "ops" } }),
    given(
      "a name of the settings",
      "keys",
      'name "" must not be empty',
      { keys: { "": "ops" } },
      { keys: { ops: "ops" } },
    ),
  ]),
];
