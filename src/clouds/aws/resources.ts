import type { CertificateArgs } from "@pulumi/aws/acm/certificate.js";
import type { GroupArgs } from "@pulumi/aws/autoscaling/group.js";
import type { PolicyArgs } from "@pulumi/aws/autoscaling/policy.js";
import type { ScheduleArgs } from "@pulumi/aws/autoscaling/schedule.js";
import type { DashboardArgs } from "@pulumi/aws/cloudwatch/dashboard.js";
import type { MetricAlarmArgs } from "@pulumi/aws/cloudwatch/metricAlarm.js";
import type { AmiFromInstanceArgs } from "@pulumi/aws/ec2/amiFromInstance.js";
import type { DefaultSecurityGroupArgs } from "@pulumi/aws/ec2/defaultSecurityGroup.js";
import type { EipArgs } from "@pulumi/aws/ec2/eip.js";
import type { InternetGatewayArgs } from "@pulumi/aws/ec2/internetGateway.js";
import type { KeyPairArgs } from "@pulumi/aws/ec2/keyPair.js";
import type { LaunchTemplateArgs } from "@pulumi/aws/ec2/launchTemplate.js";
import type { NatGatewayArgs } from "@pulumi/aws/ec2/natGateway.js";
import type { RouteArgs } from "@pulumi/aws/ec2/route.js";
import type { RouteTableArgs } from "@pulumi/aws/ec2/routeTable.js";
import type { RouteTableAssociationArgs } from "@pulumi/aws/ec2/routeTableAssociation.js";
import type { SecurityGroupArgs } from "@pulumi/aws/ec2/securityGroup.js";
import type { SubnetArgs } from "@pulumi/aws/ec2/subnet.js";
import type { VpcArgs } from "@pulumi/aws/ec2/vpc.js";
import type { InstanceProfileArgs } from "@pulumi/aws/iam/instanceProfile.js";
import type { RoleArgs } from "@pulumi/aws/iam/role.js";
import type { RolePolicyArgs } from "@pulumi/aws/iam/rolePolicy.js";
import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam/rolePolicyAttachment.js";
import type { ListenerArgs } from "@pulumi/aws/lb/listener.js";
import type { ListenerRuleArgs } from "@pulumi/aws/lb/listenerRule.js";
import type { LoadBalancerArgs } from "@pulumi/aws/lb/loadBalancer.js";
import type { TargetGroupArgs } from "@pulumi/aws/lb/targetGroup.js";
import type { TargetGroupAttachmentArgs } from "@pulumi/aws/lb/targetGroupAttachment.js";
import type { SecurityGroupEgressRuleArgs } from "@pulumi/aws/vpc/securityGroupEgressRule.js";
import type { SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc/securityGroupIngressRule.js";
import { logicalNaming } from "../../core/names.js";
import { resourcesOf } from "../../core/planned.js";

/** Every type that this cloud may make. */
interface Types {
  "aws:acm/certificate:Certificate": CertificateArgs;
  "aws:autoscaling/group:Group": GroupArgs;
  "aws:autoscaling/policy:Policy": PolicyArgs;
  "aws:autoscaling/schedule:Schedule": ScheduleArgs;
  "aws:cloudwatch/dashboard:Dashboard": DashboardArgs;
  "aws:cloudwatch/metricAlarm:MetricAlarm": MetricAlarmArgs;
  "aws:ec2/amiFromInstance:AmiFromInstance": AmiFromInstanceArgs;
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": DefaultSecurityGroupArgs;
  "aws:ec2/eip:Eip": EipArgs;
  "aws:ec2/internetGateway:InternetGateway": InternetGatewayArgs;
  "aws:ec2/keyPair:KeyPair": KeyPairArgs;
  "aws:ec2/launchTemplate:LaunchTemplate": LaunchTemplateArgs;
  "aws:ec2/natGateway:NatGateway": NatGatewayArgs;
  "aws:ec2/route:Route": RouteArgs;
  "aws:ec2/routeTable:RouteTable": RouteTableArgs;
  "aws:ec2/routeTableAssociation:RouteTableAssociation": RouteTableAssociationArgs;
  "aws:ec2/securityGroup:SecurityGroup": SecurityGroupArgs;
  "aws:ec2/subnet:Subnet": SubnetArgs;
  "aws:ec2/vpc:Vpc": VpcArgs;
  "aws:iam/instanceProfile:InstanceProfile": InstanceProfileArgs;
  "aws:iam/role:Role": RoleArgs;
  "aws:iam/rolePolicy:RolePolicy": RolePolicyArgs;
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": RolePolicyAttachmentArgs;
  "aws:lb/listener:Listener": ListenerArgs;
  "aws:lb/listenerRule:ListenerRule": ListenerRuleArgs;
  "aws:lb/loadBalancer:LoadBalancer": LoadBalancerArgs;
  "aws:lb/targetGroup:TargetGroup": TargetGroupArgs;
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": TargetGroupAttachmentArgs;
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": SecurityGroupEgressRuleArgs;
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": SecurityGroupIngressRuleArgs;
}

export const resource = resourcesOf<Types>();

/** Load balancer and target group names: 32 characters, of which the provider's suffix takes 8. */
export const balancerNaming = { max: 24, allowed: /[A-Za-z0-9-]/, filler: "-", reserved: /^internal-/i } as const;

/** Security group names may not look like ids. */
export const groupNaming = { ...logicalNaming, reserved: /^sg-/i } as const;

/** Role names: 64 characters, of which the provider's suffix takes 8. */
export const roleNaming = { ...logicalNaming, max: 56 } as const;

/** A group's name is also that of its dashboard, which takes no dots. */
export const poolNaming = { ...logicalNaming, allowed: /[A-Za-z0-9_-]/ } as const;
