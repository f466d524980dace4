import { cloudFor } from "../../conformance/harness.js";
import type { Case } from "./case.js";

/** A setting that is refused, and one at the boundary that is not. */
interface Setting {
  readonly says: string;
  readonly bad: object;
  readonly good: object;
  readonly path: string;
  readonly text: string;
}

const definedTags = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`Operations.key-${index}`, "web"]));
const network = (fields: object) => ({
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: [{ id: "ocid1.subnet.oc1..demo", cidr: "10.20.0.0/24", public: true }],
      ...fields,
    },
  },
});
const balancer = (fields: object) => ({
  balancers: {
    front: {
      id: "ocid1.loadbalancer.oc1..demo",
      address: "203.0.113.10",
      kind: "application",
      visibility: "public",
      ...fields,
    },
  },
});
const bandwidth = (minimum: number, maximum: number) => ({
  loadBalancers: { front: { bandwidth: { minimum, maximum } } },
});
const machine = (fields: object) => ({ machines: { small: fields } });
const domain = "Uocm:AP-SEOUL-1-AD-1";
const ocid = (...types: string[]) =>
  `must be the OCID of a ${types.join(" or ")}; instead: text such as ocid1.${types[0]}.oc1..…`;

const ids: readonly Setting[] = [
  ["compartmentId", "compartment", (id: unknown) => ({ compartmentId: id }), ocid("compartment", "tenancy")],
  ["tenancyId", "tenancy", (id: unknown) => ({ tenancyId: id }), ocid("tenancy")],
  ["certificates.shop", "certificate", (id: unknown) => ({ certificates: { shop: id } }), ocid("certificate")],
  [
    "trustedAuthorities[0]",
    "cabundle",
    (id: unknown) => ({ trustedAuthorities: [id] }),
    ocid("certificateauthority", "cabundle"),
  ],
  ["images.web", "image", (id: unknown) => ({ images: { web: id } }), ocid("image")],
  ["instances.source", "instance", (id: unknown) => ({ instances: { source: id } }), ocid("instance")],
  ["diskKeys.disks", "key", (id: unknown) => ({ diskKeys: { disks: id } }), ocid("key")],
  ["topics.ops", "onstopic", (id: unknown) => ({ topics: { ops: id } }), ocid("onstopic")],
  ["addresses.front", "publicip", (id: unknown) => ({ addresses: { front: id } }), ocid("publicip")],
  ["logGroup", "loggroup", (id: unknown) => ({ logGroup: id }), ocid("loggroup")],
  ["networks.shop.vcnId", "vcn", (id: unknown) => network({ vcnId: id }), ocid("vcn")],
  [
    "networks.shop.subnets[0].id",
    "subnet",
    (id: unknown) => network({ subnets: [{ id, cidr: "10.20.0.0/24", public: true }] }),
    ocid("subnet"),
  ],
  [
    "balancers.front.id",
    "networkloadbalancer",
    (id: unknown) => balancer({ id, cidr: "10.20.0.0/24" }),
    ocid("loadbalancer", "networkloadbalancer"),
  ],
  [
    "balancers.front.networkSecurityGroupId",
    "networksecuritygroup",
    (id: unknown) => balancer({ networkSecurityGroupId: id }),
    ocid("networksecuritygroup"),
  ],
].flatMap(([path, type, put, text]) => {
  const settings = put as (id: unknown) => object;
  const good = settings(`ocid1.${type}.oc1..demo`);
  return [
    { says: "ids are OCIDs", bad: settings("demo"), good, path: `settings.${path}`, text: text as string },
    {
      says: "an id that YAML turned into a number",
      bad: settings(1234567890123),
      good,
      path: `settings.${path}`,
      text: "must be text; got a number; instead: text in quotes",
    },
  ];
});

const rest: readonly Setting[] = [
  {
    says: "compartmentId is required everywhere",
    bad: { compartmentId: undefined },
    good: { compartmentId: "ocid1.tenancy.oc1..demo" },
    path: "settings.compartmentId",
    text: "is required",
  },
  {
    says: "availability domains are named in full",
    bad: { availabilityDomains: ["AD-1"] },
    good: { availabilityDomains: [domain] },
    path: "settings.availabilityDomains[0]",
    text: 'must be the full name of an availability domain; instead: a name such as "Uocm:AP-SEOUL-1-AD-1"',
  },
  {
    says: "a region has at least one availability domain",
    bad: { availabilityDomains: [] },
    good: { availabilityDomains: [domain] },
    path: "settings.availabilityDomains",
    text: "needs at least one entry",
  },
  {
    says: "a region has up to three availability domains",
    bad: { availabilityDomains: [domain, domain, domain, domain] },
    good: { availabilityDomains: [domain, domain, domain] },
    path: "settings.availabilityDomains",
    text: "has more than 3 entries",
  },
  {
    says: "homeRegion is a region",
    bad: { homeRegion: "ICN" },
    good: { homeRegion: "ap-seoul-1" },
    path: "settings.homeRegion",
    text: 'must be a region; instead: a name such as "ap-seoul-1"',
  },
  {
    says: "shapeDetails.minimumBandwidthInMbps from 10",
    bad: bandwidth(9, 10),
    good: bandwidth(10, 10),
    path: "settings.loadBalancers.front.bandwidth.minimum",
    text: "9 is below 10; instead: a number from 10 to 8000",
  },
  {
    says: "shapeDetails.maximumBandwidthInMbps up to 8000",
    bad: bandwidth(10, 8001),
    good: bandwidth(10, 8000),
    path: "settings.loadBalancers.front.bandwidth.maximum",
    text: "8001 is above 8000; instead: a number from 10 to 8000",
  },
  {
    says: "shapeDetails: minimum up to maximum",
    bad: bandwidth(20, 10),
    good: bandwidth(20, 20),
    path: "settings.loadBalancers.front.bandwidth",
    text: "has a minimum above its maximum; instead: a minimum up to the maximum",
  },
  {
    says: "requestIdHeader begins with X-",
    bad: { loadBalancers: { front: { requestIdHeader: "Request-Id" } } },
    good: { loadBalancers: { front: { requestIdHeader: "X-Request-Id" } } },
    path: "settings.loadBalancers.front.requestIdHeader",
    text: 'must be a header that begins with X-; instead: a name such as "X-Request-Id"',
  },
  {
    says: "shape names",
    bad: machine({ shape: "t3.micro" }),
    good: machine({ shape: "VM.Standard.E2.1.Micro" }),
    path: "settings.machines.small.shape",
    text: 'must be a shape; instead: a name such as "VM.Standard.E2.1.Micro"',
  },
  {
    says: "flexible shapes have a size",
    bad: machine({ shape: "VM.Standard.A1.Flex", ocpus: 1 }),
    good: machine({ shape: "VM.Standard.A1.Flex", ocpus: 1, memoryInGbs: 6 }),
    path: "settings.machines.small",
    text: "the flexible shape VM.Standard.A1.Flex has no size of its own; instead: ocpus and memoryInGbs",
  },
  {
    says: "fixed shapes take no size",
    bad: machine({ shape: "VM.Standard.E2.1.Micro", ocpus: 1 }),
    good: machine({ shape: "VM.Standard.E2.1.Micro" }),
    path: "settings.machines.small",
    text: "the fixed shape VM.Standard.E2.1.Micro takes no ocpus or memoryInGbs; instead: leave them out",
  },
  {
    says: "ocpus from 1",
    bad: machine({ shape: "VM.Standard.A1.Flex", ocpus: 0, memoryInGbs: 6 }),
    good: machine({ shape: "VM.Standard.A1.Flex", ocpus: 1, memoryInGbs: 6 }),
    path: "settings.machines.small.ocpus",
    text: "0 is below 1; instead: a number from 1",
  },
  {
    says: "memoryInGbs from 1",
    bad: machine({ shape: "VM.Standard.A1.Flex", ocpus: 1, memoryInGbs: 0 }),
    good: machine({ shape: "VM.Standard.A1.Flex", ocpus: 1, memoryInGbs: 1 }),
    path: "settings.machines.small.memoryInGbs",
    text: "0 is below 1; instead: a number from 1",
  },
  {
    says: "SSH public keys",
    bad: { keys: { ops: "-----BEGIN OPENSSH PRIVATE KEY-----" } },
    good: { keys: { ops: "ssh-ed25519 AAAA" } },
    path: "settings.keys.ops",
    text: "must be an SSH public key; instead: text that begins with ssh-ed25519",
  },
  {
    says: "log retention from 30",
    bad: { logRetention: 7 },
    good: { logRetention: 30 },
    path: "settings.logRetention",
    text: "7 is below 30; instead: a number from 30 to 180",
  },
  {
    says: "log retention up to 180",
    bad: { logRetention: 210 },
    good: { logRetention: 180 },
    path: "settings.logRetention",
    text: "210 is above 180; instead: a number from 30 to 180",
  },
  {
    says: "log retention in steps of 30",
    bad: { logRetention: 45 },
    good: { logRetention: 60 },
    path: "settings.logRetention",
    text: "must be a multiple of 30; instead: 30, 60, 90, 120, 150 or 180",
  },
  {
    says: "defined tags are Namespace.key",
    bad: { definedTags: { owner: "web" } },
    good: { definedTags: { "Operations.owner": "web" } },
    path: "settings.definedTags.owner",
    text: 'must be a namespace and a key; instead: a name such as "Operations.owner"',
  },
  {
    says: "64 defined tags on a resource",
    bad: { definedTags: definedTags(65) },
    good: { definedTags: definedTags(64) },
    path: "settings.definedTags",
    text: "makes 65 defined tags; 64 are allowed here; instead: fewer tags",
  },
  {
    says: "namespaces of 100 characters",
    bad: { definedTags: { [`${"n".repeat(101)}.owner`]: "web" } },
    good: { definedTags: { [`${"n".repeat(100)}.owner`]: "web" } },
    path: `settings.definedTags.${"n".repeat(101)}.owner`,
    text: 'must be a namespace and a key; instead: a name such as "Operations.owner"',
  },
  {
    says: "an adopted network has subnets",
    bad: network({ subnets: [] }),
    good: network({}),
    path: "settings.networks.shop.subnets",
    text: "needs at least one entry",
  },
  {
    says: "an adopted network says its way out",
    bad: network({ outbound: "gateway" }),
    good: network({ outbound: "nat-per-zone" }),
    path: "settings.networks.shop.outbound",
    text: '"gateway" is not a value of this option; instead: "nat-per-zone", "nat" or "none"',
  },
  {
    says: "an adopted subnet's availability domain is named in full",
    bad: network({ subnets: [{ id: "ocid1.subnet.oc1..demo", cidr: "10.20.0.0/24", public: true, zone: "AD-1" }] }),
    good: network({ subnets: [{ id: "ocid1.subnet.oc1..demo", cidr: "10.20.0.0/24", public: true, zone: domain }] }),
    path: "settings.networks.shop.subnets[0].zone",
    text: 'must be the full name of an availability domain; instead: a name such as "Uocm:AP-SEOUL-1-AD-1"',
  },
  {
    says: "an adopted balancer says what members admit",
    bad: balancer({}),
    good: balancer({ cidr: "10.20.0.0/24" }),
    path: "settings.balancers.front",
    text: "must say what members admit; instead: either networkSecurityGroupId or the cidr of its subnet",
  },
  {
    says: "an adopted balancer says once what members admit",
    bad: balancer({ cidr: "10.20.0.0/24", networkSecurityGroupId: "ocid1.networksecuritygroup.oc1..demo" }),
    good: balancer({ networkSecurityGroupId: "ocid1.networksecuritygroup.oc1..demo" }),
    path: "settings.balancers.front",
    text: "must say what members admit; instead: either networkSecurityGroupId or the cidr of its subnet",
  },
];

export const settingsCases: readonly Case[] = [...ids, ...rest].map(({ bad, good, ...said }) => ({
  ...said,
  bad: () => cloudFor("oci", bad),
  good: () => cloudFor("oci", good),
}));
