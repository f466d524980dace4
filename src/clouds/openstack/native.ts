import type { Instance, InstanceArgs } from "@pulumi/openstack/compute/instance.js";
import type { Keypair, KeypairArgs } from "@pulumi/openstack/compute/keypair.js";
import type { ServerGroup, ServerGroupArgs } from "@pulumi/openstack/compute/serverGroup.js";
import type {
  ApplicationCredential,
  ApplicationCredentialArgs,
} from "@pulumi/openstack/identity/applicationCredential.js";
import type { ContainerV1Args } from "@pulumi/openstack/keymanager/containerV1.js";
import type { SecretV1Args } from "@pulumi/openstack/keymanager/secretV1.js";
import type { L7PolicyV2Args } from "@pulumi/openstack/loadbalancer/l7policyV2.js";
import type { L7RuleV2Args } from "@pulumi/openstack/loadbalancer/l7ruleV2.js";
import type { ListenerArgs, Listener as OctaviaListener } from "@pulumi/openstack/loadbalancer/listener.js";
import type {
  LoadBalancerArgs,
  LoadBalancer as OctaviaLoadBalancer,
} from "@pulumi/openstack/loadbalancer/loadBalancer.js";
import type { MemberArgs } from "@pulumi/openstack/loadbalancer/member.js";
import type { Monitor, MonitorArgs } from "@pulumi/openstack/loadbalancer/monitor.js";
import type { Pool, PoolArgs } from "@pulumi/openstack/loadbalancer/pool.js";
import type { FloatingIp, FloatingIpArgs } from "@pulumi/openstack/networking/floatingIp.js";
import type { FloatingIpAssociate, FloatingIpAssociateArgs } from "@pulumi/openstack/networking/floatingIpAssociate.js";
import type { NetworkArgs, Network as NeutronNetwork } from "@pulumi/openstack/networking/network.js";
import type { PortArgs } from "@pulumi/openstack/networking/port.js";
import type { Router, RouterArgs } from "@pulumi/openstack/networking/router.js";
import type { RouterInterfaceArgs } from "@pulumi/openstack/networking/routerInterface.js";
import type { SecGroup, SecGroupArgs } from "@pulumi/openstack/networking/secGroup.js";
import type { SecGroupRuleArgs } from "@pulumi/openstack/networking/secGroupRule.js";
import type { Subnet, SubnetArgs } from "@pulumi/openstack/networking/subnet.js";
import type { StackV1, StackV1Args } from "@pulumi/openstack/orchestration/stackV1.js";
import type { BackendSet } from "../../components/backend-set.js";
import type { DynamicGroupPolicy } from "../../components/dynamic-group-policy.js";
import type { InstancePool } from "../../components/instance-pool.js";
import type { InstanceTemplate } from "../../components/instance-template.js";
import type { Listener } from "../../components/listener.js";
import type { LoadBalancer } from "../../components/load-balancer.js";
import type { Network } from "../../components/network.js";
import type { Tier } from "../../components/tier.js";
import type { Transform } from "../../core/cloud.js";
import { nativeResources } from "../../core/component.js";

/** Changes native arguments by role, just before a resource is made. */
export interface OpenStackTransforms {
  network?: Transform<NetworkArgs>;
  public?: Transform<SubnetArgs>;
  private?: Transform<SubnetArgs>;
  router?: Transform<RouterArgs>;
  publicInterface?: Transform<RouterInterfaceArgs>;
  privateInterface?: Transform<RouterInterfaceArgs>;
  group?: Transform<SecGroupArgs>;
  ingress?: Transform<SecGroupRuleArgs>;
  egress?: Transform<SecGroupRuleArgs>;
  balancer?: Transform<LoadBalancerArgs>;
  address?: Transform<FloatingIpArgs>;
  association?: Transform<FloatingIpAssociateArgs>;
  pool?: Transform<PoolArgs>;
  member?: Transform<MemberArgs>;
  monitor?: Transform<MonitorArgs>;
  publicCertificate?: Transform<SecretV1Args>;
  privateKey?: Transform<SecretV1Args>;
  chain?: Transform<SecretV1Args>;
  certificate?: Transform<ContainerV1Args>;
  listener?: Transform<ListenerArgs>;
  route?: Transform<L7PolicyV2Args>;
  routeHost?: Transform<L7RuleV2Args>;
  routePath?: Transform<L7RuleV2Args>;
  redirect?: Transform<L7PolicyV2Args>;
  redirectPath?: Transform<L7RuleV2Args>;
  credential?: Transform<ApplicationCredentialArgs>;
  keyPair?: Transform<KeypairArgs>;
  serverGroup?: Transform<ServerGroupArgs>;
  port?: Transform<PortArgs>;
  instance?: Transform<InstanceArgs>;
  stack?: Transform<StackV1Args>;
}

/** The resources of a component; absent where it was adopted. */
export function native(component: Network): {
  network?: NeutronNetwork;
  public?: Subnet;
  private?: Subnet;
  router?: Router;
};
export function native(component: Tier): { group: SecGroup };
export function native(component: LoadBalancer): {
  balancer?: OctaviaLoadBalancer;
  address?: FloatingIp;
  association?: FloatingIpAssociate;
};
export function native(component: BackendSet): { pool: Pool; monitor: Monitor };
export function native(component: Listener): { listener: OctaviaListener };
export function native(component: DynamicGroupPolicy): { credential: ApplicationCredential };
export function native(component: InstanceTemplate): { keyPair?: Keypair };
/** A pool of a fixed size has its servers as `instance:0` and so on, unless the settings make all pools stacks. */
export function native(
  component: InstancePool,
): { serverGroup: ServerGroup; stack?: StackV1 } & { [server: `instance:${number}`]: Instance };
export function native(component: object): object {
  return nativeResources(component, "openstack");
}
