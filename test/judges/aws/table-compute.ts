import { unknown } from "../../../src/plan/model.js";
import type { Call, TypeRow } from "./calls.js";
import { always, pairs, tags, tagsOf, truth } from "./forms.js";

// Source: terraform-provider-aws 6.13.0, internal/service/ec2/{ec2_launch_template,ec2_key_pair,ec2_ami_from_instance}.go,
// internal/service/iam/*.go and internal/service/acm/certificate.go, read 2026-11.

const disk = (member: string) => `LaunchTemplateData.BlockDeviceMappings[].${member}`;
const nic = (member: string) => `LaunchTemplateData.NetworkInterfaces[].${member}`;
const metadata = (member: string) => `LaunchTemplateData.MetadataOptions.${member}`;

const launch = {
  description: "VersionDescription",
  imageId: "LaunchTemplateData.ImageId",
  instanceType: "LaunchTemplateData.InstanceType",
  keyName: "LaunchTemplateData.KeyName",
  userData: "LaunchTemplateData.UserData",
  "iamInstanceProfile.arn": "LaunchTemplateData.IamInstanceProfile.Arn",
  "monitoring.enabled": "LaunchTemplateData.Monitoring.Enabled",
  "metadataOptions.httpEndpoint": metadata("HttpEndpoint"),
  "metadataOptions.httpTokens": metadata("HttpTokens"),
  "metadataOptions.httpPutResponseHopLimit": metadata("HttpPutResponseHopLimit"),
  "networkInterfaces[].deviceIndex": nic("DeviceIndex"),
  "networkInterfaces[].associatePublicIpAddress": { to: nic("AssociatePublicIpAddress"), as: truth },
  "networkInterfaces[].deleteOnTermination": { to: nic("DeleteOnTermination"), as: truth },
  "networkInterfaces[].securityGroups[]": nic("Groups[]"),
  "blockDeviceMappings[].deviceName": disk("DeviceName"),
  "blockDeviceMappings[].ebs.volumeType": disk("Ebs.VolumeType"),
  "blockDeviceMappings[].ebs.volumeSize": disk("Ebs.VolumeSize"),
  "blockDeviceMappings[].ebs.kmsKeyId": disk("Ebs.KmsKeyId"),
  "blockDeviceMappings[].ebs.encrypted": { to: disk("Ebs.Encrypted"), as: truth },
  "blockDeviceMappings[].ebs.deleteOnTermination": { to: disk("Ebs.DeleteOnTermination"), as: truth },
  "tagSpecifications[].resourceType": "LaunchTemplateData.TagSpecifications[].ResourceType",
  "tagSpecifications[].tags": { to: "LaunchTemplateData.TagSpecifications[].Tags", as: pairs("Key", "Value") },
} satisfies Call["inputs"];

export const compute: Readonly<Record<string, TypeRow>> = {
  "aws:ec2/launchTemplate:LaunchTemplate": {
    named: "name",
    calls: [
      { operation: "ec2 CreateLaunchTemplate", inputs: { name: "LaunchTemplateName", ...launch } },
      { operation: "ec2 CreateLaunchTemplateVersion", inputs: launch, adds: { LaunchTemplateId: unknown } },
      {
        operation: "ec2 ModifyLaunchTemplate",
        onDemand: true,
        inputs: { updateDefaultVersion: { to: "DefaultVersion", as: always(unknown), unless: false } },
        adds: { LaunchTemplateId: unknown },
      },
    ],
  },
  "aws:ec2/keyPair:KeyPair": {
    named: "keyName",
    calls: [
      {
        operation: "ec2 ImportKeyPair",
        inputs: { keyName: "KeyName", publicKey: "PublicKeyMaterial", tags: tagsOf("key-pair") },
      },
    ],
  },
  "aws:ec2/amiFromInstance:AmiFromInstance": {
    named: "name",
    calls: [
      {
        operation: "ec2 CreateImage",
        inputs: {
          name: "Name",
          description: "Description",
          sourceInstanceId: "InstanceId",
          snapshotWithoutReboot: "NoReboot",
          tags: tagsOf("image"),
        },
      },
    ],
  },
  "aws:iam/role:Role": {
    named: "name",
    defaults: { path: "/", maxSessionDuration: 3600 },
    calls: [
      {
        operation: "iam CreateRole",
        inputs: {
          name: "RoleName",
          path: "Path",
          description: "Description",
          maxSessionDuration: "MaxSessionDuration",
          assumeRolePolicy: "AssumeRolePolicyDocument",
          tags,
        },
      },
    ],
  },
  "aws:iam/rolePolicy:RolePolicy": {
    named: "name",
    calls: [
      { operation: "iam PutRolePolicy", inputs: { name: "PolicyName", role: "RoleName", policy: "PolicyDocument" } },
    ],
  },
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": {
    calls: [{ operation: "iam AttachRolePolicy", inputs: { role: "RoleName", policyArn: "PolicyArn" } }],
  },
  "aws:iam/instanceProfile:InstanceProfile": {
    named: "name",
    defaults: { path: "/" },
    calls: [
      { operation: "iam CreateInstanceProfile", inputs: { name: "InstanceProfileName", path: "Path", tags } },
      {
        operation: "iam AddRoleToInstanceProfile",
        onDemand: true,
        inputs: { role: "RoleName" },
        adds: { InstanceProfileName: unknown },
      },
    ],
  },
  "aws:acm/certificate:Certificate": {
    calls: [
      {
        operation: "acm ImportCertificate",
        inputs: {
          certificateBody: "Certificate",
          privateKey: "PrivateKey",
          certificateChain: "CertificateChain",
          tags,
        },
      },
    ],
  },
};
