import type { Certificate, CertificateArgs } from "@pulumi/aws/acm/certificate.js";
import type { Group, GroupArgs } from "@pulumi/aws/autoscaling/group.js";
import type { Policy, PolicyArgs } from "@pulumi/aws/autoscaling/policy.js";
import type { Schedule, ScheduleArgs } from "@pulumi/aws/autoscaling/schedule.js";
import type { Dashboard, DashboardArgs } from "@pulumi/aws/cloudwatch/dashboard.js";
import type { MetricAlarm, MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { AmiFromInstance, AmiFromInstanceArgs } from "@pulumi/aws/ec2/amiFromInstance.js";
import type { DefaultSecurityGroup, DefaultSecurityGroupArgs } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import type { Eip, EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { InternetGateway, InternetGatewayArgs } from "@pulumi/aws/ec2/internetGateway.js";
import type { KeyPair, KeyPairArgs } from "@pulumi/aws/ec2/keyPair.js";
import type { LaunchTemplate, LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { NatGateway, NatGatewayArgs } from "@pulumi/aws/ec2/natGateway.js";
import type { Route, RouteArgs } from "@pulumi/aws/ec2/route.js";
import type { RouteTable, RouteTableArgs } from "@pulumi/aws/ec2/routeTable.js";
import type { RouteTableAssociationArgs } from "@pulumi/aws/ec2/routeTableAssociation.js";
import type { SecurityGroup, SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { Subnet, SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { Vpc, VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { InstanceProfile, InstanceProfileArgs } from "@pulumi/aws/iam/instanceProfile.js";
import type { Role, RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicy, RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachment, RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { Listener as AwsListener, ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { ListenerRule, ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { LoadBalancer as AwsLoadBalancer, LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { TargetGroup, TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { TargetGroupAttachment, TargetGroupAttachmentArgs } from "@pulumi/aws/lb/targetGroupAttachment.js";
import type { SecurityGroupEgressRule, SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type {
  SecurityGroupIngressRule,
  SecurityGroupIngressRuleArgs,
} from "@pulumi/aws/vpc/securityGroupIngressRule.js";
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

/** Changes native arguments by role, just before a resource is made; what stands behind a colon in a role is its key. */
export interface AwsTransforms {
  vpc?: Transform<VpcArgs>;
  defaultGroup?: Transform<DefaultSecurityGroupArgs>;
  gateway?: Transform<InternetGatewayArgs>;
  publicRoutes?: Transform<RouteTableArgs>;
  publicRoute?: Transform<RouteArgs>;
  public?: Transform<SubnetArgs>;
  publicAssociation?: Transform<RouteTableAssociationArgs>;
  private?: Transform<SubnetArgs>;
  privateRoutes?: Transform<RouteTableArgs>;
  privateRoute?: Transform<RouteArgs>;
  privateAssociation?: Transform<RouteTableAssociationArgs>;
  nat?: Transform<NatGatewayArgs>;
  natAddress?: Transform<EipArgs>;
  group?: Transform<SecurityGroupArgs>;
  ingress?: Transform<SecurityGroupIngressRuleArgs>;
  egress?: Transform<SecurityGroupEgressRuleArgs>;
  address?: Transform<EipArgs>;
  balancer?: Transform<LoadBalancerArgs>;
  targetGroup?: Transform<TargetGroupArgs>;
  member?: Transform<TargetGroupAttachmentArgs>;
  certificate?: Transform<CertificateArgs>;
  listener?: Transform<ListenerArgs>;
  route?: Transform<ListenerRuleArgs>;
  role?: Transform<RoleArgs>;
  rolePolicy?: Transform<RolePolicyArgs>;
  managedPolicy?: Transform<RolePolicyAttachmentArgs>;
  profile?: Transform<InstanceProfileArgs>;
  image?: Transform<AmiFromInstanceArgs>;
  key?: Transform<KeyPairArgs>;
  template?: Transform<LaunchTemplateArgs>;
  pool?: Transform<GroupArgs>;
  scaling?: Transform<PolicyArgs>;
  schedule?: Transform<ScheduleArgs>;
  alarm?: Transform<MetricAlarmArgs>;
  dashboard?: Transform<DashboardArgs>;
}

/** The rules that a component needs, its own and those of the groups that it refers to. */
interface Rules {
  readonly [role: `ingress:${string}`]: SecurityGroupIngressRule;
  readonly [role: `egress:${string}`]: SecurityGroupEgressRule;
}

interface NetworkResources {
  readonly vpc?: Vpc;
  readonly defaultGroup?: DefaultSecurityGroup;
  readonly gateway?: InternetGateway;
  readonly publicRoutes?: RouteTable;
  readonly publicRoute?: Route;
  readonly [role: `public:${string}` | `private:${string}`]: Subnet;
  readonly [role: `privateRoutes:${string}`]: RouteTable;
  readonly [role: `nat:${string}`]: NatGateway;
  readonly [role: `natAddress:${string}`]: Eip;
}

interface ListenerResources extends Rules {
  readonly listener: AwsListener;
  readonly certificate?: Certificate;
  readonly [role: `certificate:${string}`]: Certificate;
  readonly [role: `route:${number}`]: ListenerRule;
}

interface LoadBalancerResources {
  readonly group?: SecurityGroup;
  readonly balancer?: AwsLoadBalancer;
  readonly [role: `address:${string}`]: Eip;
}

interface BackendSetResources extends Rules {
  readonly targetGroup: TargetGroup;
  readonly [role: `member:${string}`]: TargetGroupAttachment;
}

interface DynamicGroupPolicyResources {
  readonly role: Role;
  readonly rolePolicy: RolePolicy;
  readonly profile: InstanceProfile;
  readonly [role: `managedPolicy:${string}`]: RolePolicyAttachment;
}

interface InstanceTemplateResources {
  readonly template: LaunchTemplate;
  readonly key?: KeyPair;
}

interface InstancePoolResources extends Rules {
  readonly pool: Group;
  readonly dashboard?: Dashboard;
  readonly [role: `scaling:${string}`]: Policy;
  readonly [role: `schedule:${string}`]: Schedule;
  readonly [role: `alarm:${string}`]: MetricAlarm;
}

/** The resources of a component; absent where it was adopted. */
export function native(component: Network): NetworkResources;
export function native(component: Tier): Rules & { readonly group: SecurityGroup };
export function native(component: LoadBalancer): LoadBalancerResources;
export function native(component: BackendSet): BackendSetResources;
export function native(component: Listener): ListenerResources;
export function native(component: DynamicGroupPolicy): DynamicGroupPolicyResources;
export function native(component: Image): { readonly image: AmiFromInstance };
export function native(component: InstanceTemplate): InstanceTemplateResources;
export function native(component: InstancePool): InstancePoolResources;
export function native(component: object): object {
  return nativeResources(component, "aws");
}
