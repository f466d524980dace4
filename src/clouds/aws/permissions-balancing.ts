// Source: terraform-provider-aws 6.13.0, internal/service/elbv2/*.go and acm/certificate.go (calls of each resource), read 2026-11.
import type { TypePermissions } from "../../core/permissions.js";

function elb(...operations: readonly string[]): string[] {
  return operations.map((operation) => `elasticloadbalancing:${operation}`);
}

const tags = elb("AddTags", "RemoveTags");

export const balancingPermissions = {
  "aws:lb/loadBalancer:LoadBalancer": {
    by: ["LoadBalancer"],
    create: [
      ...elb("CreateLoadBalancer", "ModifyLoadBalancerAttributes", "AddTags"),
      "ec2:DescribeAccountAttributes",
      "ec2:DescribeAddresses",
      "ec2:DescribeInternetGateways",
      "ec2:DescribeSecurityGroups",
      "ec2:DescribeSubnets",
      "ec2:DescribeVpcs",
      "iam:CreateServiceLinkedRole",
    ],
    read: elb("DescribeLoadBalancers", "DescribeLoadBalancerAttributes", "DescribeCapacityReservation", "DescribeTags"),
    update: [...elb("ModifyLoadBalancerAttributes", "SetIpAddressType", "SetSecurityGroups", "SetSubnets"), ...tags],
    delete: [...elb("DeleteLoadBalancer"), "ec2:DescribeNetworkInterfaces"],
  },
  "aws:lb/targetGroup:TargetGroup": {
    by: ["BackendSet"],
    create: elb("CreateTargetGroup", "ModifyTargetGroupAttributes", "AddTags"),
    read: elb("DescribeTargetGroups", "DescribeTargetGroupAttributes", "DescribeTags"),
    update: [...elb("ModifyTargetGroup", "ModifyTargetGroupAttributes"), ...tags],
    delete: elb("DeleteTargetGroup"),
  },
  "aws:lb/targetGroupAttachment:TargetGroupAttachment": {
    by: ["BackendSet"],
    create: elb("RegisterTargets"),
    read: elb("DescribeTargetHealth"),
    update: [],
    delete: elb("DeregisterTargets"),
  },
  "aws:lb/listener:Listener": {
    by: ["Listener"],
    create: elb("CreateListener", "ModifyListenerAttributes", "AddTags"),
    read: elb("DescribeListeners", "DescribeListenerAttributes", "DescribeTags"),
    update: [...elb("ModifyListener", "ModifyListenerAttributes"), ...tags],
    delete: elb("DeleteListener"),
  },
  "aws:lb/listenerRule:ListenerRule": {
    by: ["Listener"],
    create: elb("CreateRule", "AddTags"),
    read: elb("DescribeRules", "DescribeTags"),
    update: [...elb("ModifyRule", "SetRulePriorities"), ...tags],
    delete: elb("DeleteRule"),
  },
  "aws:acm/certificate:Certificate": {
    by: ["Listener"],
    create: ["acm:ImportCertificate", "acm:AddTagsToCertificate"],
    read: ["acm:DescribeCertificate", "acm:ListTagsForCertificate"],
    update: ["acm:ImportCertificate", "acm:AddTagsToCertificate", "acm:RemoveTagsFromCertificate"],
    delete: ["acm:DeleteCertificate"],
  },
} satisfies Readonly<Record<string, TypePermissions>>;
