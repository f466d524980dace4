// Sources: Identity documentation, policy reference of Core Services, Load Balancing, Network Load Balancing, Logging, Monitoring,
// IAM, Certificates and Vault (verbs and resource types), and its common policies (launch compute instances, manage load
// balancers, manage instance pools and autoscaling configurations); read 2026-11.
import { type CloudPermissions, neededBy, type TypePermissions } from "../../core/permissions.js";

const place = "in compartment <compartment>";
const everywhere = "in tenancy";

function here(...rights: readonly string[]): string[] {
  return rights.map((right) => `${right} ${place}`);
}

function inTenancy(...rights: readonly string[]): string[] {
  return rights.map((right) => `${right} ${everywhere}`);
}

/** Verbs hold what is below them: who manages may also read. */
function row(by: readonly string[], rights: readonly string[]): TypePermissions {
  return { by, create: rights, read: rights, update: rights, delete: rights };
}

const network = "use virtual-network-family";
const balancers = here("manage load-balancers");
const networkBalancers = here("manage network-load-balancers");
/** A balancer reads the certificates and authorities that it serves or trusts. */
const certificates = here("read leaf-certificate-family", "read certificate-authority-family");
const launches = here("manage instance-family", "use volume-family", network);

const types = {
  "oci:Core/vcn:Vcn": row(
    ["Network"],
    here("manage vcns", "manage route-tables", "manage security-lists", "manage dhcp-options"),
  ),
  "oci:Core/subnet:Subnet": row(
    ["Network"],
    here("manage subnets", "manage vcns", "manage route-tables", "manage security-lists", "manage dhcp-options"),
  ),
  "oci:Core/internetGateway:InternetGateway": row(["Network"], here("manage internet-gateways", "manage vcns")),
  "oci:Core/natGateway:NatGateway": row(["Network"], here("manage nat-gateways", "manage vcns")),
  "oci:Core/routeTable:RouteTable": row(
    ["Network"],
    here("manage route-tables", "manage vcns", "manage internet-gateways", "manage nat-gateways"),
  ),
  "oci:Core/securityList:SecurityList": row(["Network"], here("manage security-lists", "manage vcns")),
  "oci:Core/publicIp:PublicIp": row(["LoadBalancer"], here("manage public-ips")),
  "oci:Core/networkSecurityGroup:NetworkSecurityGroup": row(
    ["Tier", "LoadBalancer"],
    here("manage network-security-groups", "manage vcns"),
  ),
  "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule": row(
    ["Tier", "LoadBalancer"],
    here("manage network-security-groups"),
  ),
  "oci:LoadBalancer/loadBalancer:LoadBalancer": row(["LoadBalancer"], [...balancers, ...here(network)]),
  "oci:LoadBalancer/backendSet:BackendSet": row(["BackendSet"], [...balancers, ...certificates]),
  "oci:LoadBalancer/backend:Backend": row(["BackendSet"], balancers),
  "oci:LoadBalancer/listener:Listener": row(["Listener"], [...balancers, ...certificates]),
  "oci:LoadBalancer/certificate:Certificate": row(["Listener"], balancers),
  "oci:LoadBalancer/ruleSet:RuleSet": row(["Listener"], balancers),
  "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy": row(["Listener"], balancers),
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer": row(
    ["LoadBalancer"],
    [...networkBalancers, ...here(network)],
  ),
  "oci:NetworkLoadBalancer/backendSet:BackendSet": row(["BackendSet"], networkBalancers),
  "oci:NetworkLoadBalancer/backend:Backend": row(["BackendSet"], [...networkBalancers, ...here(network)]),
  "oci:NetworkLoadBalancer/listener:Listener": row(["Listener"], networkBalancers),
  "oci:Logging/logGroup:LogGroup": row(["LoadBalancer"], here("manage log-groups")),
  "oci:Logging/log:Log": row(["LoadBalancer"], [...here("manage log-groups"), ...balancers]),
  "oci:Core/image:Image": row(["Image"], here("manage instance-images", "use instances")),
  "oci:Core/instanceConfiguration:InstanceConfiguration": row(
    ["InstanceTemplate"],
    here("manage compute-management-family", "read instance-images", network),
  ),
  "oci:Core/instancePool:InstancePool": row(
    ["InstancePool"],
    [...here("manage compute-management-family", "use load-balancers", "use network-load-balancers"), ...launches],
  ),
  "oci:Autoscaling/autoScalingConfiguration:AutoScalingConfiguration": row(
    ["InstancePool"],
    [...here("manage auto-scaling-configurations", "manage compute-management-family", "read metrics"), ...launches],
  ),
  "oci:Monitoring/alarm:Alarm": row(["InstancePool"], here("manage alarms", "read metrics", "use ons-topics")),
  "oci:Identity/dynamicGroup:DynamicGroup": row(["DynamicGroupPolicy"], inTenancy("manage dynamic-groups")),
  "oci:Identity/policy:Policy": row(["DynamicGroupPolicy"], inTenancy("manage policies")),
} satisfies Readonly<Record<string, TypePermissions>>;

export const permissions: CloudPermissions = { types, remarks: remarksOf, policy: policyOf };

function remarksOf(needed: readonly string[]): string[] {
  const remarks: Readonly<Record<string, string>> = {
    "oci:Identity/policy:Policy":
      "rights that name their compartment stand in it: `manage policies in compartment <compartment>` is enough for them",
    "oci:Core/instanceConfiguration:InstanceConfiguration":
      "boot disks under a key of Vault: `use key-delegate`, and `Allow service blockstorage to use keys`, in the key's compartment",
    "oci:LoadBalancer/listener:Listener":
      "certificates, topics and images of another compartment: the same `read` or `use` there",
  };
  return Object.entries(remarks).flatMap(([type, remark]) => (needed.includes(type) ? [remark] : []));
}

const verbs = ["inspect", "read", "use", "manage"];

function policyOf(needed: readonly string[]): { language: string; text: string } {
  const rights = neededBy(types, needed);
  const kept = rights.filter((right) => !rights.some((other) => other !== right && holds(other, right)));
  return { language: "text", text: kept.map((right) => `Allow group <deployers> to ${right}`).join("\n") };
}

/** Whether one right is another with a stronger verb. */
function holds(stronger: string, weaker: string): boolean {
  const [verb = "", ...what] = stronger.split(" ");
  const [other = "", ...same] = weaker.split(" ");
  return what.join(" ") === same.join(" ") && verbs.indexOf(verb) > verbs.indexOf(other);
}
