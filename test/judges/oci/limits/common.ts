import { rowsOf } from "../../rules.js";
import { length, ocid, that } from "../forms.js";

const tagging = "Tagging documentation (limits on tags); read 2026-11";
const identifiers = "Resource identifiers; each service's API reference; read 2026-11";
const naming = "API references (display names of 1 to 255 characters); read 2026-11";

type Tags = Readonly<Record<string, string>>;
const key = /^[!-\-/-~]{1,100}$/;
const definedKey = /^[!-\-/-~]{1,100}\.[!-\-/-~]{1,100}$/;
const every = (tags: Tags, holds: (key: string, value: string) => boolean) =>
  Object.entries(tags).every(([name, value]) => holds(name, value));

const tags = {
  freeformTags: [
    that<Tags>("be up to 10 tags", (all) => Object.keys(all).length <= 10),
    that<Tags>("have keys of 1..100 ASCII characters without periods and blanks", (all) =>
      every(all, (name) => key.test(name)),
    ),
    that<Tags>("have values of up to 256 characters", (all) => every(all, (_, value) => value.length <= 256)),
  ],
  definedTags: [
    that<Tags>("be up to 64 tags", (all) => Object.keys(all).length <= 64),
    that<Tags>("have keys of a namespace and a name", (all) => every(all, (name) => definedKey.test(name))),
    that<Tags>("have values of up to 256 characters", (all) => every(all, (_, value) => value.length <= 256)),
  ],
  "": that<{ freeformTags?: Tags; definedTags?: Tags }>(
    "have up to 5120 bytes of tags",
    ({ freeformTags, definedTags }) => Buffer.byteLength(JSON.stringify({ ...definedTags, ...freeformTags })) <= 5120,
  ),
};

const tagged = [
  "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration",
  "oci:Core/image:Image",
  "oci:Core/instanceConfiguration:InstanceConfiguration",
  "oci:Core/instancePool:InstancePool",
  "oci:Core/internetGateway:InternetGateway",
  "oci:Core/natGateway:NatGateway",
  "oci:Core/networkSecurityGroup:NetworkSecurityGroup",
  "oci:Core/publicIp:PublicIp",
  "oci:Core/routeTable:RouteTable",
  "oci:Core/securityList:SecurityList",
  "oci:Core/subnet:Subnet",
  "oci:Core/vcn:Vcn",
  "oci:LoadBalancer/loadBalancer:LoadBalancer",
  "oci:Logging/logGroup:LogGroup",
  "oci:Monitoring/alarm:Alarm",
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer",
] as const;
const balancers = [
  "oci:LoadBalancer/loadBalancer:LoadBalancer",
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer",
];
const identities = ["oci:Identity/dynamicGroup:DynamicGroup", "oci:Identity/policy:Policy"];
const log = "oci:Logging/log:Log";

/** What holds for all types that take tags, stand in a compartment and have names for people. */
export const common = [
  ...[...tagged, ...identities, log].flatMap((type) => rowsOf(type, tagging, tags)),
  ...[...tagged, "oci:Identity/policy:Policy"].flatMap((type) =>
    rowsOf(type, identifiers, { compartmentId: ocid("compartment", "tenancy") }),
  ),
  ...[...tagged, log].flatMap((type) =>
    rowsOf(type, naming, { displayName: length(1, balancers.includes(type) ? 1024 : 255) }),
  ),
];
