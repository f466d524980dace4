import type { InternetGatewayArgs } from "@pulumi/oci/core/internetGateway.js";
import type { NatGatewayArgs } from "@pulumi/oci/core/natGateway.js";
import type { NetworkSecurityGroupArgs } from "@pulumi/oci/core/networkSecurityGroup.js";
import type { NetworkSecurityGroupSecurityRuleArgs } from "@pulumi/oci/core/networkSecurityGroupSecurityRule.js";
import type { PublicIpArgs } from "@pulumi/oci/core/publicIp.js";
import type { RouteTableArgs } from "@pulumi/oci/core/routeTable.js";
import type { SecurityListArgs } from "@pulumi/oci/core/securityList.js";
import type { SubnetArgs } from "@pulumi/oci/core/subnet.js";
import type { VcnArgs } from "@pulumi/oci/core/vcn.js";
import type { BackendArgs } from "@pulumi/oci/loadbalancer/backend.js";
import type { BackendSetArgs } from "@pulumi/oci/loadbalancer/backendSet.js";
import type { CertificateArgs } from "@pulumi/oci/loadbalancer/certificate.js";
import type { ListenerArgs } from "@pulumi/oci/loadbalancer/listener.js";
import type { LoadBalancerArgs } from "@pulumi/oci/loadbalancer/loadBalancer.js";
import type { LoadBalancerRoutingPolicyArgs } from "@pulumi/oci/loadbalancer/loadBalancerRoutingPolicy.js";
import type { RuleSetArgs } from "@pulumi/oci/loadbalancer/ruleSet.js";
import type { LogArgs } from "@pulumi/oci/logging/log.js";
import type { LogGroupArgs } from "@pulumi/oci/logging/logGroup.js";
import type { BackendArgs as NetworkBackendArgs } from "@pulumi/oci/networkloadbalancer/backend.js";
import type { BackendSetArgs as NetworkBackendSetArgs } from "@pulumi/oci/networkloadbalancer/backendSet.js";
import type { ListenerArgs as NetworkListenerArgs } from "@pulumi/oci/networkloadbalancer/listener.js";
import type { NetworkLoadBalancerArgs } from "@pulumi/oci/networkloadbalancer/networkLoadBalancer.js";
import { resourcesOf } from "../../core/planned.js";

/** Every type that this cloud may make. */
interface Types {
  "oci:Core/internetGateway:InternetGateway": InternetGatewayArgs;
  "oci:Core/natGateway:NatGateway": NatGatewayArgs;
  "oci:Core/networkSecurityGroup:NetworkSecurityGroup": NetworkSecurityGroupArgs;
  "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule": NetworkSecurityGroupSecurityRuleArgs;
  "oci:Core/publicIp:PublicIp": PublicIpArgs;
  "oci:Core/routeTable:RouteTable": RouteTableArgs;
  "oci:Core/securityList:SecurityList": SecurityListArgs;
  "oci:Core/subnet:Subnet": SubnetArgs;
  "oci:Core/vcn:Vcn": VcnArgs;
  "oci:LoadBalancer/backend:Backend": BackendArgs;
  "oci:LoadBalancer/backendSet:BackendSet": BackendSetArgs;
  "oci:LoadBalancer/certificate:Certificate": CertificateArgs;
  "oci:LoadBalancer/listener:Listener": ListenerArgs;
  "oci:LoadBalancer/loadBalancer:LoadBalancer": LoadBalancerArgs;
  "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy": LoadBalancerRoutingPolicyArgs;
  "oci:LoadBalancer/ruleSet:RuleSet": RuleSetArgs;
  "oci:Logging/log:Log": LogArgs;
  "oci:Logging/logGroup:LogGroup": LogGroupArgs;
  "oci:NetworkLoadBalancer/backend:Backend": NetworkBackendArgs;
  "oci:NetworkLoadBalancer/backendSet:BackendSet": NetworkBackendSetArgs;
  "oci:NetworkLoadBalancer/listener:Listener": NetworkListenerArgs;
  "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer": NetworkLoadBalancerArgs;
}

export const resource = resourcesOf<Types>();
