import type { SecurityGroup, SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { Vpc, VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { Listener as AwsListener, ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { LoadBalancer as AwsLoadBalancer, LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { TargetGroup, TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { BackendSet } from "../../components/backend-set.js";
import type { Listener } from "../../components/listener.js";
import type { LoadBalancer } from "../../components/load-balancer.js";
import type { Network } from "../../components/network.js";
import type { Tier } from "../../components/tier.js";
import type { Transform } from "../../core/cloud.js";
import { nativeResources } from "../../core/component.js";

/** Changes native arguments by role, just before a resource is made. */
export interface AwsTransforms {
  vpc?: Transform<VpcArgs>;
  public?: Transform<SubnetArgs>;
  private?: Transform<SubnetArgs>;
  group?: Transform<SecurityGroupArgs>;
  balancer?: Transform<LoadBalancerArgs>;
  targetGroup?: Transform<TargetGroupArgs>;
  listener?: Transform<ListenerArgs>;
  route?: Transform<ListenerRuleArgs>;
}

/** The resources of a component; absent where it was adopted. */
export function native(component: Network): { vpc?: Vpc };
export function native(component: Tier): { group: SecurityGroup };
export function native(component: LoadBalancer): { group?: SecurityGroup; balancer?: AwsLoadBalancer };
export function native(component: BackendSet): { targetGroup: TargetGroup };
export function native(component: Listener): { listener: AwsListener };
export function native(component: object): object {
  return nativeResources(component, "aws");
}
