// Sources: Octavia policies (role load-balancer_member; member where the operator chose the common default roles), Keystone default
// roles and application credentials, Barbican policies (role creator, secret ACLs), Heat configuration (trusts_delegated_roles,
// role heat_stack_owner) and CVE-2026-43000 (no trust for a login with an application credential); read 2026-11.
import { type CloudPermissions, neededBy, type TypePermissions } from "../../core/permissions.js";

/** Roles in the project hold for whatever is done there. */
function row(by: readonly string[], ...roles: readonly string[]): TypePermissions {
  return { by, create: roles, read: roles, update: roles, delete: roles };
}

const types = {
  "openstack:networking/network:Network": row(["Network"], "member"),
  "openstack:networking/subnet:Subnet": row(["Network"], "member"),
  "openstack:networking/router:Router": row(["Network"], "member"),
  "openstack:networking/routerInterface:RouterInterface": row(["Network"], "member"),
  "openstack:networking/secGroup:SecGroup": row(["Tier"], "member"),
  "openstack:networking/secGroupRule:SecGroupRule": row(["Tier"], "member"),
  "openstack:networking/floatingIp:FloatingIp": row(["LoadBalancer"], "member"),
  "openstack:networking/floatingIpAssociate:FloatingIpAssociate": row(["LoadBalancer"], "member"),
  "openstack:networking/port:Port": row(["InstancePool"], "member"),
  "openstack:loadbalancer/loadBalancer:LoadBalancer": row(["LoadBalancer"], "load-balancer_member", "member"),
  "openstack:loadbalancer/listener:Listener": row(["Listener"], "load-balancer_member"),
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2": row(["Listener"], "load-balancer_member"),
  "openstack:loadbalancer/l7RuleV2:L7RuleV2": row(["Listener"], "load-balancer_member"),
  "openstack:loadbalancer/pool:Pool": row(["BackendSet"], "load-balancer_member"),
  "openstack:loadbalancer/monitor:Monitor": row(["BackendSet"], "load-balancer_member"),
  "openstack:loadbalancer/member:Member": row(["BackendSet", "InstancePool"], "load-balancer_member"),
  "openstack:keymanager/secretV1:SecretV1": row(["Listener"], "creator"),
  "openstack:keymanager/containerV1:ContainerV1": row(["Listener"], "creator"),
  "openstack:compute/keypair:Keypair": row(["InstanceTemplate"], "member"),
  "openstack:compute/serverGroup:ServerGroup": row(["InstancePool"], "member"),
  "openstack:compute/instance:Instance": row(["InstancePool"], "member"),
  "openstack:orchestration/stackV1:StackV1": row(
    ["InstancePool"],
    "heat_stack_owner",
    "load-balancer_member",
    "member",
  ),
  "openstack:identity/applicationCredential:ApplicationCredential": row(["DynamicGroupPolicy"], "member"),
} satisfies Readonly<Record<string, TypePermissions>>;

export const permissions: CloudPermissions = { types, remarks: remarksOf, policy: policyOf };

const remarks: Readonly<Record<string, string>> = {
  "openstack:loadbalancer/loadBalancer:LoadBalancer":
    "`load-balancer_member` is not there where the operator gave Octavia the common default roles: `member` is enough then",
  "openstack:keymanager/containerV1:ContainerV1":
    "`creator` is not asked for where Barbican takes the common default roles; in each case the user of Octavia must be able to read the secrets",
  "openstack:orchestration/stackV1:StackV1":
    "Heat acts through a trust of who deploys: log in with a password or a token, not with an application credential; `trusts_delegated_roles` of Heat, where it is set, must all be roles of that user, `heat_stack_owner` as a rule",
  "openstack:identity/applicationCredential:ApplicationCredential":
    "a credential carries roles that its maker has: all of `rights.roles` in the settings; whoever logs in with an application credential makes another only where the first is unrestricted",
};

function remarksOf(needed: readonly string[]): string[] {
  return Object.entries(remarks).flatMap(([type, remark]) => (needed.includes(type) ? [remark] : []));
}

function policyOf(needed: readonly string[]): { language: string; text: string } {
  const roles = neededBy(types, needed);
  return {
    language: "sh",
    text: roles.map((role) => `openstack role add --user <deployer> --project <project> ${role}`).join("\n"),
  };
}
