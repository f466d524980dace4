import type { CloudName } from "../conformance/harness.js";

const publicKey = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOther deploy";
const account = "ap-northeast-2:123456789012";

/** Two meanings or more of each kind of name, and of a kind for each resource that rights can be narrowed to. */
export const moreNames: Readonly<Record<CloudName, object>> = {
  aws: {
    images: {
      web: { id: "ami-0123456789abcdef0", rootDevice: "/dev/xvda" },
      app: { id: "ami-0fedcba9876543210", rootDevice: "/dev/sda1" },
    },
    instances: { source: "i-0123456789abcdef0", other: "i-0fedcba9876543210" },
    machines: { small: "t3.micro", large: "t3.large" },
    keys: { ops: "ops-key-pair", deploy: { publicKey } },
    rights: { rights: { managedPolicies: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"] } },
    diskKeys: {
      disks: `arn:aws:kms:${account}:key/2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21`,
      others: `arn:aws:kms:${account}:key/0b0e8a7c-3d1f-4c55-9e53-6c1f3c8f1a01`,
    },
    scopes: {
      assets: "arn:aws:s3:::shop-assets",
      media: "arn:aws:s3:::shop-media",
      audit: `arn:aws:logs:${account}:log-group:audit`,
      server: `arn:aws:ec2:${account}:instance/i-0123456789abcdef0`,
      group: `arn:aws:autoscaling:${account}:autoScalingGroup:2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21:autoScalingGroupName/shop`,
      password: `arn:aws:secretsmanager:${account}:secret:password-AbCdEf`,
    },
    topics: { ops: `arn:aws:sns:${account}:ops`, dev: `arn:aws:sns:${account}:dev` },
  },
  oci: {
    images: { web: "ocid1.image.oc1..demo", app: "ocid1.image.oc1..other" },
    instances: { source: "ocid1.instance.oc1..demo", other: "ocid1.instance.oc1..other" },
    machines: {
      small: { shape: "VM.Standard.E2.1.Micro" },
      large: { shape: "VM.Standard.E5.Flex", ocpus: 2, memoryInGbs: 16 },
    },
    keys: {
      ops: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo ops",
      deploy: publicKey,
    },
    diskKeys: { disks: "ocid1.key.oc1..demo", others: "ocid1.key.oc1..other" },
    scopes: {
      assets: { bucket: "shop-assets" },
      media: { bucket: "shop-media" },
      audit: { logGroup: "ocid1.loggroup.oc1..demo" },
      password: { secret: "ocid1.vaultsecret.oc1..demo" },
      everything: "compartment",
    },
    topics: { ops: "ocid1.onstopic.oc1..demo", dev: "ocid1.onstopic.oc1..other" },
  },
  openstack: {
    images: { web: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21", app: "3e5e7d5f-8b63-4a7b-8b2f-1d4c6a8e0f32" },
    machines: {
      small: { flavorId: "m1.small", vcpus: 1, memory: 2048 },
      large: { flavorId: "m1.large", vcpus: 4, memory: 8192 },
    },
    keys: { ops: "ops-key-pair", deploy: { publicKey } },
    diskKeys: { disks: "luks", others: "luks-fast" },
    scopes: { assets: "shop-assets", media: "shop-media", password: "5f6c1d0a-9f1e-4b44-8f0e-2b7f5f2d9c11" },
    topics: { ops: "https://hooks.example.com/ops", dev: "https://hooks.example.com/dev" },
  },
};
