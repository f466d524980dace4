import { isUnknown, type Resource } from "./resource.js";
import { of, type Program, type ProgramRule, type Rule } from "./rule.js";
import { twice } from "./rules-balancing.js";

// Sources, read 2026-11: the EC2 API reference (2016-11-15) and the VPC, EC2 and IAM user guides; ImportCertificate of ACM.

interface Range {
  readonly first: number;
  readonly size: number;
  readonly bits: number;
}

function rangeOf(text: unknown): Range | undefined {
  const [, address = "", bits = ""] = /^(\d+(?:\.\d+){3})\/(\d+)$/.exec(String(text)) ?? [];
  const parts = address.split(".").map(Number);
  if (address === "" || parts.some((part) => part > 255) || Number(bits) > 32) return undefined;
  return {
    first: parts.reduce((sum, part) => sum * 256 + part, 0),
    size: 2 ** (32 - Number(bits)),
    bits: Number(bits),
  };
}

/** A range whose first address is the one that is written. */
function isRange(text: string): boolean {
  const range = rangeOf(text);
  return range !== undefined && range.first % range.size === 0;
}

function isOfVpc(text: string): boolean {
  const { bits = 0 } = rangeOf(text) ?? {};
  return isRange(text) && bits >= 16 && bits <= 28;
}

const groupText = /^[A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]{0,255}$/;
const groupWords: Rule["holds"] = (text: string) => groupText.test(text);
const charset = "have the characters of security groups only, 255 at most";

interface GroupRule {
  readonly ipProtocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
}
const peers = ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"];

const groupRule = {
  description: [charset, groupWords],
  cidrIpv4: ["be a range without host bits", isRange],
  0: ["have one peer", (rule: object) => peers.filter((peer) => peer in rule).length === 1],
  1: [
    "have ports from low to high with tcp and udp, and none with -1",
    ({ ipProtocol, fromPort, toPort }: GroupRule) =>
      ipProtocol === "-1"
        ? fromPort === undefined && toPort === undefined
        : fromPort !== undefined && toPort !== undefined && fromPort >= 0 && fromPort <= toPort && toPort <= 65535,
  ],
  ipProtocol: ["be tcp, udp, icmp, icmpv6 or -1", (protocol: string) => /^(?:tcp|udp|icmp|icmpv6|-1)$/.test(protocol)],
} satisfies Parameters<typeof of>[2];

interface Template {
  readonly vpcSecurityGroupIds?: unknown;
  readonly networkInterfaces?: readonly { readonly securityGroups?: unknown }[];
}

/** Base64 of 16 KiB at most. */
function isUserData(text: string): boolean {
  const data = Buffer.from(text, "base64");
  return data.toString("base64") === text && data.length <= 16384;
}

function isDocument(text: string): boolean {
  return (JSON.parse(text) as { Version?: string }).Version === "2012-10-17";
}

export const networkRules: readonly Rule[] = [
  ...of("aws:ec2/vpc:Vpc", "CreateVpc", { cidrBlock: ["be a range of /16 to /28", isOfVpc] }),
  ...of("aws:ec2/subnet:Subnet", "CreateSubnet", { cidrBlock: ["be a range of /16 to /28", isOfVpc] }),
  ...of("aws:ec2/securityGroup:SecurityGroup", "CreateSecurityGroup", {
    name: [`${charset}, and not begin with sg-`, (name: string) => groupText.test(name) && !/^sg-/i.test(name)],
    description: [charset, groupWords],
  }),
  ...of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "IpPermission", groupRule),
  ...of("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "IpPermission", groupRule),
  ...of("aws:ec2/route:Route", "CreateRoute", {
    0: ["have one target", (route: object) => "gatewayId" in route !== "natGatewayId" in route],
  }),
  ...of("aws:ec2/natGateway:NatGateway", "CreateNatGateway", {
    0: ["have an address of its own", (gateway: object) => "allocationId" in gateway],
  }),
  ...of("aws:ec2/launchTemplate:LaunchTemplate", "RequestLaunchTemplateData", {
    name: ["be 3..128 letters, digits and ()./_-", (name: string) => /^[A-Za-z0-9().\-/_]{3,128}$/.test(name)],
    userData: ["be base64 of 16 KiB at most", isUserData],
    imageId: [
      "be an image or a parameter that names one",
      (id: string) => /^(?:ami-[0-9a-f]+|resolve:ssm:.+)$/.test(id),
    ],
    "metadataOptions.httpPutResponseHopLimit": ["be 1..64", (hops: number) => hops >= 1 && hops <= 64],
    "blockDeviceMappings[].ebs.volumeSize": ["be 1..65536 GiB", (size: number) => size >= 1 && size <= 65536],
    0: [
      "name its groups in one place",
      ({ vpcSecurityGroupIds, networkInterfaces }: Template) =>
        (vpcSecurityGroupIds === undefined) !== (networkInterfaces?.[0]?.securityGroups === undefined),
    ],
  }),
  ...of("aws:ec2/amiFromInstance:AmiFromInstance", "CreateImage", {
    name: ["be 3..128 characters of an image's name", (name: string) => /^[A-Za-z0-9 ()[\]./\-'@_]{3,128}$/.test(name)],
    sourceInstanceId: ["be an instance", (id: string) => /^i-[0-9a-f]+$/.test(id)],
  }),
  ...of("aws:ec2/keyPair:KeyPair", "ImportKeyPair", {
    publicKey: ["be an RSA or ED25519 key", (key: string) => /^ssh-(?:rsa|ed25519) [A-Za-z0-9+/]+=*(?: |$)/.test(key)],
  }),
  ...of("aws:iam/role:Role", "Quotas of IAM", {
    assumeRolePolicy: [
      "be a document of this language's version, 2048 characters at most",
      (text: string) => isDocument(text) && text.replace(/\s/g, "").length <= 2048,
    ],
  }),
  ...of("aws:iam/rolePolicy:RolePolicy", "Quotas of IAM", {
    policy: [
      "be a document of this language's version, 10240 characters at most",
      (text: string) => isDocument(text) && text.replace(/\s/g, "").length <= 10240,
    ],
  }),
  ...of("aws:acm/certificate:Certificate", "ImportCertificate", {
    certificateBody: ["be in PEM", (text: string) => text.startsWith("-----BEGIN CERTIFICATE-----")],
  }),
];

function subnets(program: Program) {
  return program.of("aws:ec2/subnet:Subnet").flatMap((one) => {
    const range = rangeOf(one.inputs.cidrBlock);
    const around = program.referred(one, "vpcId").map(({ inputs }) => rangeOf(inputs.cidrBlock))[0];
    return range ? [{ id: one.id, vpc: one.refers.vpcId?.[0], range, around }] : [];
  });
}

const isWithin = (one: Range, other: Range) =>
  one.first >= other.first && one.first + one.size <= other.first + other.size;
const isApart = (one: Range, other: Range) =>
  one.first + one.size <= other.first || other.first + other.size <= one.first;

const everyInput = ({ inputs, refers }: Resource) => {
  const { tags, description, ...rest } = inputs;
  return [
    Object.entries(rest)
      .filter(([, value]) => !isUnknown(value))
      .sort(),
    Object.entries(refers).sort(),
  ];
};

export const networkProgramRules: readonly ProgramRule[] = [
  {
    fact: "subnets lie within their network",
    source: "CreateSubnet, InvalidSubnet.Range",
    breaches: (program) =>
      subnets(program).flatMap(({ id, range, around }) => (around && !isWithin(range, around) ? [id] : [])),
  },
  {
    fact: "subnets of one network lie apart",
    source: "CreateSubnet, InvalidSubnet.Conflict",
    breaches: (program) => {
      const all = subnets(program);
      return all.flatMap(({ id, vpc, range }, index) =>
        all.slice(0, index).some((other) => other.vpc === vpc && !isApart(range, other.range)) ? [id] : [],
      );
    },
  },
  {
    fact: "a security group has each rule once",
    source: "AuthorizeSecurityGroupIngress, InvalidPermission.Duplicate",
    breaches: (program) => [
      ...twice(program.of("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"), everyInput),
      ...twice(program.of("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"), everyInput),
    ],
  },
];
