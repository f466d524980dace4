// Source: terraform-provider-aws 6.13.0, internal/service/ec2/{ec2_launch_template,ec2_key_pair,ec2_ami,ec2_ami_from_instance}.go
// and internal/service/iam/{role*,instance_profile}.go (calls of each resource), read 2026-11.
import type { TypePermissions } from "../../core/permissions.js";

function ec2(...operations: readonly string[]): string[] {
  return operations.map((operation) => `ec2:${operation}`);
}

function iam(...operations: readonly string[]): string[] {
  return operations.map((operation) => `iam:${operation}`);
}

const tags = ["ec2:CreateTags", "ec2:DeleteTags"];

export const computePermissions = {
  "aws:ec2/launchTemplate:LaunchTemplate": {
    by: ["InstanceTemplate"],
    create: ec2("CreateLaunchTemplate", "CreateLaunchTemplateVersion", "ModifyLaunchTemplate", "CreateTags"),
    read: ec2("DescribeLaunchTemplates", "DescribeLaunchTemplateVersions", "DescribeInstanceTypes"),
    update: [...ec2("CreateLaunchTemplateVersion", "ModifyLaunchTemplate"), ...tags],
    delete: ec2("DeleteLaunchTemplate"),
  },
  "aws:ec2/keyPair:KeyPair": {
    by: ["InstanceTemplate"],
    create: ec2("ImportKeyPair", "CreateTags"),
    read: ec2("DescribeKeyPairs"),
    update: tags,
    delete: ec2("DeleteKeyPair"),
  },
  "aws:ec2/amiFromInstance:AmiFromInstance": {
    by: ["Image"],
    create: ec2("CreateImage", "CreateTags"),
    read: ec2("DescribeImages"),
    update: [...ec2("ModifyImageAttribute"), ...tags],
    delete: ec2("DeregisterImage", "DeleteSnapshot"),
  },
  "aws:iam/role:Role": {
    by: ["DynamicGroupPolicy"],
    create: iam("CreateRole", "TagRole"),
    read: iam("GetRole", "ListRolePolicies", "GetRolePolicy", "ListAttachedRolePolicies"),
    update: iam("UpdateRole", "UpdateRoleDescription", "UpdateAssumeRolePolicy", "TagRole", "UntagRole"),
    delete: iam(
      "DeleteRole",
      "DeleteRolePolicy",
      "DetachRolePolicy",
      "ListInstanceProfilesForRole",
      "RemoveRoleFromInstanceProfile",
    ),
  },
  "aws:iam/rolePolicy:RolePolicy": {
    by: ["DynamicGroupPolicy"],
    create: iam("PutRolePolicy"),
    read: iam("GetRolePolicy"),
    update: iam("PutRolePolicy"),
    delete: iam("DeleteRolePolicy"),
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    by: ["DynamicGroupPolicy"],
    create: iam("AttachRolePolicy"),
    read: iam("ListAttachedRolePolicies"),
    update: [],
    delete: iam("DetachRolePolicy"),
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    by: ["DynamicGroupPolicy"],
    create: iam("CreateInstanceProfile", "AddRoleToInstanceProfile", "PassRole", "TagInstanceProfile"),
    read: iam("GetInstanceProfile", "GetRole"),
    update: iam(
      "AddRoleToInstanceProfile",
      "RemoveRoleFromInstanceProfile",
      "PassRole",
      "TagInstanceProfile",
      "UntagInstanceProfile",
    ),
    delete: iam("RemoveRoleFromInstanceProfile", "DeleteInstanceProfile"),
  },
} satisfies Readonly<Record<string, TypePermissions>>;
