import { unknown } from "../../../src/plan/model.js";
import type { Call, Place, TypeRow } from "./calls.js";
import { has, pairs, tagsOf } from "./forms.js";

// Source: terraform-provider-aws 6.13.0, internal/service/ec2/{vpc_*,ec2_eip}.go, read 2026-11.

const group = { GroupId: unknown };

/** The one permission of a rule; the description goes to where the peer is. */
function authorize(operation: string): Call {
  const at = (list: string, member: string): Place => ({ to: `IpPermissions[0].${list}[0].${member}` });
  const described = (list: string, input: string): Place => ({ ...at(list, "Description"), when: has(input) });
  return {
    operation,
    inputs: {
      securityGroupId: "GroupId",
      ipProtocol: "IpPermissions[0].IpProtocol",
      fromPort: "IpPermissions[0].FromPort",
      toPort: "IpPermissions[0].ToPort",
      cidrIpv4: at("IpRanges", "CidrIp"),
      referencedSecurityGroupId: at("UserIdGroupPairs", "GroupId"),
      description: [described("IpRanges", "cidrIpv4"), described("UserIdGroupPairs", "referencedSecurityGroupId")],
      tags: tagsOf("security-group-rule"),
    },
  };
}

export const network: Readonly<Record<string, TypeRow>> = {
  "aws:ec2/vpc:Vpc": {
    defaults: { instanceTenancy: "default" },
    calls: [
      {
        operation: "ec2 CreateVpc",
        inputs: { cidrBlock: "CidrBlock", instanceTenancy: "InstanceTenancy", tags: tagsOf("vpc") },
      },
      {
        operation: "ec2 ModifyVpcAttribute",
        onDemand: true,
        inputs: { enableDnsHostnames: { to: "EnableDnsHostnames.Value", unless: false } },
        adds: { VpcId: unknown },
      },
      {
        operation: "ec2 ModifyVpcAttribute",
        onDemand: true,
        inputs: { enableDnsSupport: { to: "EnableDnsSupport.Value", unless: true } },
        adds: { VpcId: unknown },
      },
    ],
  },
  "aws:ec2/subnet:Subnet": {
    calls: [
      {
        operation: "ec2 CreateSubnet",
        inputs: {
          vpcId: "VpcId",
          cidrBlock: "CidrBlock",
          availabilityZone: "AvailabilityZone",
          tags: tagsOf("subnet"),
        },
      },
      {
        operation: "ec2 ModifySubnetAttribute",
        onDemand: true,
        inputs: { mapPublicIpOnLaunch: { to: "MapPublicIpOnLaunch.Value", unless: false } },
        adds: { SubnetId: unknown },
      },
    ],
  },
  "aws:ec2/internetGateway:InternetGateway": {
    calls: [
      { operation: "ec2 CreateInternetGateway", inputs: { tags: tagsOf("internet-gateway") } },
      {
        operation: "ec2 AttachInternetGateway",
        onDemand: true,
        inputs: { vpcId: "VpcId" },
        adds: { InternetGatewayId: unknown },
      },
    ],
  },
  "aws:ec2/natGateway:NatGateway": {
    defaults: { connectivityType: "public" },
    calls: [
      {
        operation: "ec2 CreateNatGateway",
        inputs: {
          subnetId: "SubnetId",
          allocationId: "AllocationId",
          connectivityType: "ConnectivityType",
          tags: tagsOf("natgateway"),
        },
      },
    ],
  },
  "aws:ec2/eip:Eip": {
    calls: [{ operation: "ec2 AllocateAddress", inputs: { domain: "Domain", tags: tagsOf("elastic-ip") } }],
  },
  "aws:ec2/routeTable:RouteTable": {
    calls: [{ operation: "ec2 CreateRouteTable", inputs: { vpcId: "VpcId", tags: tagsOf("route-table") } }],
  },
  "aws:ec2/route:Route": {
    calls: [
      {
        operation: "ec2 CreateRoute",
        inputs: {
          routeTableId: "RouteTableId",
          destinationCidrBlock: "DestinationCidrBlock",
          gatewayId: "GatewayId",
          natGatewayId: "NatGatewayId",
        },
      },
    ],
  },
  "aws:ec2/routeTableAssociation:RouteTableAssociation": {
    calls: [{ operation: "ec2 AssociateRouteTable", inputs: { subnetId: "SubnetId", routeTableId: "RouteTableId" } }],
  },
  "aws:ec2/securityGroup:SecurityGroup": {
    named: "name",
    defaults: { description: "Managed by Pulumi" },
    calls: [
      {
        operation: "ec2 CreateSecurityGroup",
        inputs: { name: "GroupName", vpcId: "VpcId", description: "Description", tags: tagsOf("security-group") },
      },
      {
        operation: "ec2 RevokeSecurityGroupEgress",
        inputs: {},
        adds: {
          ...group,
          IpPermissions: [{ FromPort: 0, ToPort: 0, IpRanges: [{ CidrIp: "0.0.0.0/0" }], IpProtocol: "-1" }],
        },
      },
    ],
  },
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
    calls: [
      {
        operation: "ec2 DescribeSecurityGroups",
        inputs: { vpcId: { to: "Filters[1].Values[0]" } },
        adds: { "Filters[0]": { Name: "group-name", Values: ["default"] }, "Filters[1].Name": "vpc-id" },
      },
      {
        operation: "ec2 CreateTags",
        onDemand: true,
        inputs: { tags: { to: "Tags", as: pairs("Key", "Value") } },
        adds: { Resources: [unknown] },
      },
      { operation: "ec2 RevokeSecurityGroupIngress", inputs: {}, adds: { ...group, IpPermissions: unknown } },
      { operation: "ec2 RevokeSecurityGroupEgress", inputs: {}, adds: { ...group, IpPermissions: unknown } },
    ],
  },
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
    calls: [authorize("ec2 AuthorizeSecurityGroupIngress")],
  },
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": {
    calls: [authorize("ec2 AuthorizeSecurityGroupEgress")],
  },
};
