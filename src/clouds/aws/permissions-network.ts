// Source: terraform-provider-aws 6.13.0, internal/service/ec2/{vpc_*,ec2_eip}.go (calls of each resource), read 2026-11.
import type { TypePermissions } from "../../core/permissions.js";

const tags = ["ec2:CreateTags", "ec2:DeleteTags"];

function ec2(...operations: readonly string[]): string[] {
  return operations.map((operation) => `ec2:${operation}`);
}

function rule(direction: "Ingress" | "Egress"): TypePermissions {
  return {
    by: ["LoadBalancer", "Tier"],
    create: ec2(`AuthorizeSecurityGroup${direction}`, "CreateTags"),
    read: ec2("DescribeSecurityGroupRules"),
    update: [...ec2("ModifySecurityGroupRules"), ...tags],
    delete: ec2(`RevokeSecurityGroup${direction}`),
  };
}

export const networkPermissions = {
  "aws:ec2/vpc:Vpc": {
    by: ["Network"],
    create: ec2("CreateVpc", "ModifyVpcAttribute", "CreateTags"),
    read: ec2(
      "DescribeVpcs",
      "DescribeVpcAttribute",
      "DescribeNetworkAcls",
      "DescribeRouteTables",
      "DescribeSecurityGroups",
    ),
    update: [...ec2("ModifyVpcAttribute"), ...tags],
    delete: ec2("DeleteVpc"),
  },
  "aws:ec2/subnet:Subnet": {
    by: ["Network"],
    create: ec2("CreateSubnet", "ModifySubnetAttribute", "CreateTags"),
    read: ec2("DescribeSubnets"),
    update: [...ec2("ModifySubnetAttribute"), ...tags],
    delete: ec2("DeleteSubnet", "DescribeNetworkInterfaces"),
  },
  "aws:ec2/internetGateway:InternetGateway": {
    by: ["Network"],
    create: ec2("CreateInternetGateway", "AttachInternetGateway", "CreateTags"),
    read: ec2("DescribeInternetGateways"),
    update: tags,
    delete: ec2("DetachInternetGateway", "DeleteInternetGateway"),
  },
  "aws:ec2/natGateway:NatGateway": {
    by: ["Network"],
    create: ec2("CreateNatGateway", "CreateTags"),
    read: ec2("DescribeNatGateways"),
    update: tags,
    delete: ec2("DeleteNatGateway"),
  },
  "aws:ec2/eip:Eip": {
    by: ["Network", "LoadBalancer"],
    create: ec2("AllocateAddress", "CreateTags"),
    read: ec2("DescribeAddresses", "DescribeAddressesAttribute"),
    update: tags,
    delete: ec2("DisassociateAddress", "ReleaseAddress"),
  },
  "aws:ec2/routeTable:RouteTable": {
    by: ["Network"],
    create: ec2("CreateRouteTable", "CreateTags"),
    read: ec2("DescribeRouteTables"),
    update: tags,
    delete: ec2("DisassociateRouteTable", "DeleteRouteTable"),
  },
  "aws:ec2/route:Route": {
    by: ["Network"],
    create: ec2("CreateRoute"),
    read: ec2("DescribeRouteTables"),
    update: ec2("ReplaceRoute"),
    delete: ec2("DeleteRoute"),
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    by: ["Network"],
    create: ec2("AssociateRouteTable"),
    read: ec2("DescribeRouteTables"),
    update: ec2("ReplaceRouteTableAssociation"),
    delete: ec2("DisassociateRouteTable"),
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    by: ["Tier", "LoadBalancer"],
    create: ec2("CreateSecurityGroup", "RevokeSecurityGroupEgress", "CreateTags"),
    read: ec2("DescribeSecurityGroups", "DescribeSecurityGroupRules"),
    update: tags,
    delete: ec2("DescribeNetworkInterfaces", "DeleteSecurityGroup"),
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    by: ["Network"],
    create: ec2("DescribeSecurityGroups", "RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "CreateTags"),
    read: ec2("DescribeSecurityGroups", "DescribeSecurityGroupRules"),
    update: [...ec2("RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress"), ...tags],
    delete: [],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": rule("Ingress"),
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": rule("Egress"),
} satisfies Readonly<Record<string, TypePermissions>>;
