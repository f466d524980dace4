import type { InstanceArgs } from "@pulumi/openstack/compute/instance.js";
import type { KeypairArgs } from "@pulumi/openstack/compute/keypair.js";
import type { ServerGroupArgs } from "@pulumi/openstack/compute/serverGroup.js";
import type { ApplicationCredentialArgs } from "@pulumi/openstack/identity/applicationCredential.js";
import type { ContainerV1Args } from "@pulumi/openstack/keymanager/containerV1.js";
import type { SecretV1Args } from "@pulumi/openstack/keymanager/secretV1.js";
import type { L7PolicyV2Args } from "@pulumi/openstack/loadbalancer/l7policyV2.js";
import type { L7RuleV2Args } from "@pulumi/openstack/loadbalancer/l7ruleV2.js";
import type { ListenerArgs } from "@pulumi/openstack/loadbalancer/listener.js";
import type { LoadBalancerArgs } from "@pulumi/openstack/loadbalancer/loadBalancer.js";
import type { MemberArgs } from "@pulumi/openstack/loadbalancer/member.js";
import type { MonitorArgs } from "@pulumi/openstack/loadbalancer/monitor.js";
import type { PoolArgs } from "@pulumi/openstack/loadbalancer/pool.js";
import type { FloatingIpArgs } from "@pulumi/openstack/networking/floatingIp.js";
import type { FloatingIpAssociateArgs } from "@pulumi/openstack/networking/floatingIpAssociate.js";
import type { NetworkArgs } from "@pulumi/openstack/networking/network.js";
import type { PortArgs } from "@pulumi/openstack/networking/port.js";
import type { RouterArgs } from "@pulumi/openstack/networking/router.js";
import type { RouterInterfaceArgs } from "@pulumi/openstack/networking/routerInterface.js";
import type { SecGroupArgs } from "@pulumi/openstack/networking/secGroup.js";
import type { SecGroupRuleArgs } from "@pulumi/openstack/networking/secGroupRule.js";
import type { SubnetArgs } from "@pulumi/openstack/networking/subnet.js";
import type { StackV1Args } from "@pulumi/openstack/orchestration/stackV1.js";
import { type Planned, ref, resourcesOf } from "../../core/planned.js";

/** Every type that this cloud may make. */
interface Types {
  "openstack:compute/instance:Instance": InstanceArgs;
  "openstack:compute/keypair:Keypair": KeypairArgs;
  "openstack:compute/serverGroup:ServerGroup": ServerGroupArgs;
  "openstack:identity/applicationCredential:ApplicationCredential": ApplicationCredentialArgs;
  "openstack:keymanager/containerV1:ContainerV1": ContainerV1Args;
  "openstack:keymanager/secretV1:SecretV1": SecretV1Args;
  "openstack:loadbalancer/l7PolicyV2:L7PolicyV2": L7PolicyV2Args;
  "openstack:loadbalancer/l7RuleV2:L7RuleV2": L7RuleV2Args;
  "openstack:loadbalancer/listener:Listener": ListenerArgs;
  "openstack:loadbalancer/loadBalancer:LoadBalancer": LoadBalancerArgs;
  "openstack:loadbalancer/member:Member": MemberArgs;
  "openstack:loadbalancer/monitor:Monitor": MonitorArgs;
  "openstack:loadbalancer/pool:Pool": PoolArgs;
  "openstack:networking/floatingIp:FloatingIp": FloatingIpArgs;
  "openstack:networking/floatingIpAssociate:FloatingIpAssociate": FloatingIpAssociateArgs;
  "openstack:networking/network:Network": NetworkArgs;
  "openstack:networking/port:Port": PortArgs;
  "openstack:networking/router:Router": RouterArgs;
  "openstack:networking/routerInterface:RouterInterface": RouterInterfaceArgs;
  "openstack:networking/secGroup:SecGroup": SecGroupArgs;
  "openstack:networking/secGroupRule:SecGroupRule": SecGroupRuleArgs;
  "openstack:networking/subnet:Subnet": SubnetArgs;
  "openstack:orchestration/stackV1:StackV1": StackV1Args;
}

export const resource = resourcesOf<Types>();

/** One after the other: each change locks the whole balancer, and a locked one answers 409. */
export function inTurn(resources: Readonly<Record<string, Planned>>): Record<string, Planned> {
  const entries = Object.entries(resources);
  const chained = entries.map(([role, planned], index) => {
    const before = entries[index - 1];
    if (!before) return [role, planned] as const;
    const dependsOn = [ref(before[0]), ...(planned.options?.dependsOn ?? [])];
    return [role, { ...planned, options: { ...planned.options, dependsOn } }] as const;
  });
  return Object.fromEntries(chained);
}
