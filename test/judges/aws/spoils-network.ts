import type { Spoil } from "./spoil.js";

const template = "aws:ec2/launchTemplate:LaunchTemplate";
const ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const long = (length: number) => "x".repeat(length);

/** One for each rule. */
export const networkSpoils: readonly Spoil[] = [
  ["aws:ec2/vpc:Vpc", "cidrBlock", "10.0.0.0/8", "cidrBlock must be a range of /16 to /28"],
  [
    "aws:ec2/vpc:Vpc",
    "tags",
    { "aws:name": "shop" },
    "tags must have 50 tags at most, of keys up to 128 and values up to 256 characters, no key beginning with aws:",
  ],
  ["aws:ec2/subnet:Subnet", "cidrBlock", "10.20.0.0/29", "cidrBlock must be a range of /16 to /28"],
  [
    "aws:ec2/securityGroup:SecurityGroup",
    "description",
    "members – of a tier",
    "description must have the characters of security groups only, 255 at most",
  ],
  [
    "aws:ec2/securityGroup:SecurityGroup",
    "name",
    "sg-web",
    "name must have the characters of security groups only, 255 at most, and not begin with sg-",
  ],
  ["aws:ec2/route:Route", "natGatewayId", "nat-0", "the whole must have one target"],
  ["aws:ec2/natGateway:NatGateway", "allocationId", undefined, "the whole must have an address of its own"],
  [
    ingress,
    "description",
    "from <anyone>",
    "description must have the characters of security groups only, 255 at most",
  ],
  [ingress, "cidrIpv4", "10.20.0.1/16", "cidrIpv4 must be a range without host bits"],
  [ingress, "cidrIpv4", undefined, "the whole must have one peer"],
  [ingress, "toPort", 79, "the whole must have ports from low to high with tcp and udp, and none with -1"],
  [ingress, "ipProtocol", "all", "ipProtocol must be tcp, udp, icmp, icmpv6 or -1"],
  [template, "name", "we", "name must be 3..128 letters, digits and ()./_-"],
  [template, "userData", "#!/bin/sh", "userData must be base64 of 16 KiB at most"],
  [template, "imageId", "web", "imageId must be an image or a parameter that names one"],
  [template, "metadataOptions.httpPutResponseHopLimit", 65, "metadataOptions.httpPutResponseHopLimit must be 1..64"],
  [
    template,
    "blockDeviceMappings[0].ebs.volumeSize",
    65537,
    "blockDeviceMappings[].ebs.volumeSize must be 1..65536 GiB",
  ],
  [template, "networkInterfaces[0].securityGroups", undefined, "the whole must name its groups in one place"],
  [
    template,
    "tagSpecifications[0].tags",
    { "aws:name": "web" },
    "tagSpecifications[].tags must have 50 tags at most, of keys up to 128 and values up to 256 characters, no key beginning with aws:",
  ],
  ["aws:ec2/amiFromInstance:AmiFromInstance", "name", "golden!", "name must be 3..128 characters of an image's name"],
  ["aws:ec2/amiFromInstance:AmiFromInstance", "sourceInstanceId", "", "sourceInstanceId must be an instance"],
  ["aws:ec2/keyPair:KeyPair", "publicKey", "ssh-dss AAAA", "publicKey must be an RSA or ED25519 key"],
  [
    "aws:iam/role:Role",
    "assumeRolePolicy",
    '{"Statement":[]}',
    "assumeRolePolicy must be a document of this language's version, 2048 characters at most",
  ],
  [
    "aws:iam/rolePolicy:RolePolicy",
    "policy",
    `{"Version":"2012-10-17","Statement":["${long(10240)}"]}`,
    "policy must be a document of this language's version, 10240 characters at most",
  ],
  ["aws:acm/certificate:Certificate", "certificateBody", "MA==", "certificateBody must be in PEM"],
];
