import type {
  AutoScalingConfiguration,
  AutoScalingConfigurationArgs,
} from "@pulumi/oci/autoscaling/autoScalingConfiguration.js";
import type { ImageArgs, Image as OciImage } from "@pulumi/oci/core/image.js";
import type { InstanceConfiguration, InstanceConfigurationArgs } from "@pulumi/oci/core/instanceConfiguration.js";
import type { InstancePoolArgs, InstancePool as OciInstancePool } from "@pulumi/oci/core/instancePool.js";
import type { InternetGatewayArgs } from "@pulumi/oci/core/internetGateway.js";
import type { NatGateway, NatGatewayArgs } from "@pulumi/oci/core/natGateway.js";
import type { NetworkSecurityGroup, NetworkSecurityGroupArgs } from "@pulumi/oci/core/networkSecurityGroup.js";
import type { NetworkSecurityGroupSecurityRuleArgs } from "@pulumi/oci/core/networkSecurityGroupSecurityRule.js";
import type { PublicIp, PublicIpArgs } from "@pulumi/oci/core/publicIp.js";
import type { RouteTableArgs } from "@pulumi/oci/core/routeTable.js";
import type { SecurityListArgs } from "@pulumi/oci/core/securityList.js";
import type { Subnet, SubnetArgs } from "@pulumi/oci/core/subnet.js";
import type { Vcn, VcnArgs } from "@pulumi/oci/core/vcn.js";
import type { DynamicGroup, DynamicGroupArgs } from "@pulumi/oci/identity/dynamicGroup.js";
import type { Policy, PolicyArgs } from "@pulumi/oci/identity/policy.js";
import type { BackendArgs } from "@pulumi/oci/loadbalancer/backend.js";
import type { BackendSetArgs, BackendSet as OciBackendSet } from "@pulumi/oci/loadbalancer/backendSet.js";
import type { CertificateArgs } from "@pulumi/oci/loadbalancer/certificate.js";
import type { ListenerArgs, Listener as OciListener } from "@pulumi/oci/loadbalancer/listener.js";
import type { LoadBalancerArgs, LoadBalancer as OciLoadBalancer } from "@pulumi/oci/loadbalancer/loadBalancer.js";
import type {
  LoadBalancerRoutingPolicy,
  LoadBalancerRoutingPolicyArgs,
} from "@pulumi/oci/loadbalancer/loadBalancerRoutingPolicy.js";
import type { RuleSet, RuleSetArgs } from "@pulumi/oci/loadbalancer/ruleSet.js";
import type { LogArgs } from "@pulumi/oci/logging/log.js";
import type { LogGroup, LogGroupArgs } from "@pulumi/oci/logging/logGroup.js";
import type { AlarmArgs } from "@pulumi/oci/monitoring/alarm.js";
import type { BackendArgs as NetworkBackendArgs } from "@pulumi/oci/networkloadbalancer/backend.js";
import type {
  BackendSet as NetworkBackendSet,
  BackendSetArgs as NetworkBackendSetArgs,
} from "@pulumi/oci/networkloadbalancer/backendSet.js";
import type {
  Listener as NetworkListener,
  ListenerArgs as NetworkListenerArgs,
} from "@pulumi/oci/networkloadbalancer/listener.js";
import type {
  NetworkLoadBalancer,
  NetworkLoadBalancerArgs,
} from "@pulumi/oci/networkloadbalancer/networkLoadBalancer.js";
import type { BackendSet } from "../../components/backend-set.js";
import type { DynamicGroupPolicy } from "../../components/dynamic-group-policy.js";
import type { Image } from "../../components/image.js";
import type { InstancePool } from "../../components/instance-pool.js";
import type { InstanceTemplate } from "../../components/instance-template.js";
import type { Listener } from "../../components/listener.js";
import type { LoadBalancer } from "../../components/load-balancer.js";
import type { Network } from "../../components/network.js";
import type { Tier } from "../../components/tier.js";
import type { Transform } from "../../core/cloud.js";
import { nativeResources } from "../../core/component.js";

/** Changes native arguments by role, just before a resource is made. Roles that begin with `network` belong to network balancers. */
export interface OciTransforms {
  vcn?: Transform<VcnArgs>;
  gateway?: Transform<InternetGatewayArgs>;
  nat?: Transform<NatGatewayArgs>;
  closed?: Transform<SecurityListArgs>;
  publicRoutes?: Transform<RouteTableArgs>;
  privateRoutes?: Transform<RouteTableArgs>;
  public?: Transform<SubnetArgs>;
  private?: Transform<SubnetArgs>;
  group?: Transform<NetworkSecurityGroupArgs>;
  ingress?: Transform<NetworkSecurityGroupSecurityRuleArgs>;
  egress?: Transform<NetworkSecurityGroupSecurityRuleArgs>;
  address?: Transform<PublicIpArgs>;
  balancer?: Transform<LoadBalancerArgs>;
  networkBalancer?: Transform<NetworkLoadBalancerArgs>;
  logGroup?: Transform<LogGroupArgs>;
  log?: Transform<LogArgs>;
  backendSet?: Transform<BackendSetArgs>;
  networkBackendSet?: Transform<NetworkBackendSetArgs>;
  member?: Transform<BackendArgs>;
  networkMember?: Transform<NetworkBackendArgs>;
  certificate?: Transform<CertificateArgs>;
  redirect?: Transform<RuleSetArgs>;
  routes?: Transform<LoadBalancerRoutingPolicyArgs>;
  listener?: Transform<ListenerArgs>;
  networkListener?: Transform<NetworkListenerArgs>;
  dynamicGroup?: Transform<DynamicGroupArgs>;
  policy?: Transform<PolicyArgs>;
  image?: Transform<ImageArgs>;
  configuration?: Transform<InstanceConfigurationArgs>;
  pool?: Transform<InstancePoolArgs>;
  autoscaling?: Transform<AutoScalingConfigurationArgs>;
  alarm?: Transform<AlarmArgs>;
}

/** The resources of a component; absent where it was adopted, or is of the other kind. */
export function native(component: Network): { vcn?: Vcn; nat?: NatGateway; public?: Subnet; private?: Subnet };
export function native(component: Tier): { group: NetworkSecurityGroup };
export function native(component: LoadBalancer): {
  group?: NetworkSecurityGroup;
  address?: PublicIp;
  balancer?: OciLoadBalancer;
  networkBalancer?: NetworkLoadBalancer;
  logGroup?: LogGroup;
};
export function native(component: BackendSet): { backendSet?: OciBackendSet; networkBackendSet?: NetworkBackendSet };
export function native(component: Listener): {
  listener?: OciListener;
  networkListener?: NetworkListener;
  redirect?: RuleSet;
  routes?: LoadBalancerRoutingPolicy;
};
export function native(component: Image): { image: OciImage };
export function native(component: InstancePool): { pool: OciInstancePool; autoscaling?: AutoScalingConfiguration };
export function native(component: InstanceTemplate | DynamicGroupPolicy): {
  configuration?: InstanceConfiguration;
  dynamicGroup?: DynamicGroup;
  policy?: Policy;
};
export function native(component: object): object {
  return nativeResources(component, "oci");
}
