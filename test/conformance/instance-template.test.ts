import { expect } from "vitest";
import { conform, type Stack } from "./harness.js";

conform("a template of an image and a machine", (stack) => stack.template(), {
  aws: {
    template: {
      imageId: "ami-0123456789abcdef0",
      blockDeviceMappings: [
        { deviceName: "/dev/xvda", ebs: { volumeType: "gp3", encrypted: "true", deleteOnTermination: "true" } },
      ],
      instanceType: "t3.micro",
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [{ ref: "group.id", of: "tier:web" }],
        },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      tagSpecifications: [
        { resourceType: "instance", tags: { Name: "web" } },
        { resourceType: "volume", tags: { Name: "web" } },
        { resourceType: "network-interface", tags: { Name: "web" } },
      ],
      updateDefaultVersion: true,
    },
  },
  oci: {
    configuration: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "web",
      instanceDetails: {
        instanceType: "compute",
        launchDetails: {
          compartmentId: "ocid1.compartment.oc1..demo",
          shape: "VM.Standard.E2.1.Micro",
          sourceDetails: { sourceType: "image", imageId: "ocid1.image.oc1..demo" },
          createVnicDetails: { assignPublicIp: false, nsgIds: [{ ref: "group.id", of: "tier:web" }] },
          agentConfig: {
            isMonitoringDisabled: false,
            isManagementDisabled: false,
            areAllPluginsDisabled: false,
            pluginsConfigs: [{ name: "Compute Instance Monitoring", desiredState: "ENABLED" }],
          },
          instanceOptions: { areLegacyImdsEndpointsDisabled: true },
        },
      },
    },
  },
  openstack: {},
});

/** Every option, and rights of the same network. */
function complete(stack: Stack) {
  const network = stack.network();
  return stack.template({
    tier: stack.tier({ network }),
    userData: "#!/bin/sh\necho hi\n",
    sshKey: "ops",
    bootDisk: { size: 50, key: "disks" },
    rights: stack.rights({ network }),
    tags: { team: "shop" },
  });
}

conform("a template with everything", (stack) => complete(stack), {
  aws: {
    template: {
      imageId: "ami-0123456789abcdef0",
      blockDeviceMappings: [
        {
          deviceName: "/dev/xvda",
          ebs: {
            volumeType: "gp3",
            encrypted: "true",
            deleteOnTermination: "true",
            volumeSize: 50,
            kmsKeyId: "arn:aws:kms:ap-northeast-2:123456789012:key/0f3c2a51-demo",
          },
        },
      ],
      instanceType: "t3.micro",
      userData: "IyEvYmluL3NoCmVjaG8gaGkK",
      keyName: "ops-key-pair",
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: "false",
          deleteOnTermination: "true",
          securityGroups: [{ ref: "group.id", of: "tier:web" }],
        },
      ],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      monitoring: { enabled: true },
      iamInstanceProfile: { arn: { ref: "profile.arn", of: "dynamicGroupPolicy:web" } },
      tagSpecifications: [
        { resourceType: "instance", tags: { Name: "web", team: "shop" } },
        { resourceType: "volume", tags: { Name: "web", team: "shop" } },
        { resourceType: "network-interface", tags: { Name: "web", team: "shop" } },
      ],
      updateDefaultVersion: true,
    },
  },
  oci: {
    configuration: {
      compartmentId: "ocid1.compartment.oc1..demo",
      freeformTags: { team: "shop" },
      displayName: "web",
      instanceDetails: {
        instanceType: "compute",
        launchDetails: {
          compartmentId: "ocid1.compartment.oc1..demo",
          freeformTags: { team: "shop" },
          shape: "VM.Standard.E2.1.Micro",
          sourceDetails: {
            sourceType: "image",
            imageId: "ocid1.image.oc1..demo",
            bootVolumeSizeInGbs: "50",
            kmsKeyId: "ocid1.key.oc1..demo",
          },
          createVnicDetails: { assignPublicIp: false, nsgIds: [{ ref: "group.id", of: "tier:web" }] },
          metadata: {
            ssh_authorized_keys: "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDemo ops",
            user_data: "IyEvYmluL3NoCmVjaG8gaGkK",
          },
          agentConfig: {
            isMonitoringDisabled: false,
            isManagementDisabled: false,
            areAllPluginsDisabled: false,
            pluginsConfigs: [{ name: "Compute Instance Monitoring", desiredState: "ENABLED" }],
          },
          instanceOptions: { areLegacyImdsEndpointsDisabled: true },
        },
      },
    },
  },
  openstack: {},
});

conform("an instance of a template with everything", (stack) => stack.pool({ template: complete(stack), size: 1 }), {
  aws: {
    pool: {
      vpcZoneIdentifiers: [
        { ref: "private:ap-northeast-2a.id", of: "network:shop" },
        { ref: "private:ap-northeast-2c.id", of: "network:shop" },
      ],
      launchTemplate: {
        id: { ref: "template.id", of: "instanceTemplate:web" },
        version: { text: [{ ref: "template.latestVersion", of: "instanceTemplate:web" }] },
      },
      targetGroupArns: [],
      healthCheckType: "EC2",
      healthCheckGracePeriod: 300,
      minSize: 1,
      maxSize: 1,
      desiredCapacity: 1,
      defaultInstanceWarmup: 300,
      waitForCapacityTimeout: "0",
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          minHealthyPercentage: 100,
          maxHealthyPercentage: 110,
          skipMatching: true,
          instanceWarmup: "300",
        },
      },
      tags: [{ key: "Name", value: "web", propagateAtLaunch: true }],
    },
  },
  oci: {
    pool: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "web",
      instanceConfigurationId: { ref: "configuration.id", of: "instanceTemplate:web" },
      size: 1,
      placementConfigurations: [
        {
          availabilityDomain: "Uocm:US-ASHBURN-AD-1",
          primaryVnicSubnets: { subnetId: { ref: "private.id", of: "network:shop" } },
        },
        {
          availabilityDomain: "Uocm:US-ASHBURN-AD-2",
          primaryVnicSubnets: { subnetId: { ref: "private.id", of: "network:shop" } },
        },
      ],
      loadBalancers: [],
    },
  },
  openstack: {
    serverGroup: { policies: ["soft-anti-affinity"] },
    "port:0": {
      networkId: { ref: "network.id", of: "network:shop" },
      fixedIps: [{ subnetId: { ref: "private.id", of: "network:shop" } }],
      securityGroupIds: [{ ref: "group.id", of: "tier:web" }],
    },
    "instance:0": {
      flavorId: "m1.small",
      blockDevices: [
        {
          uuid: "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21",
          sourceType: "image",
          destinationType: "volume",
          bootIndex: 0,
          volumeSize: 50,
          volumeType: "luks",
          deleteOnTermination: true,
        },
      ],
      networks: [{ port: { ref: "port:0.id" } }],
      schedulerHints: [{ group: { ref: "serverGroup.id" } }],
      availabilityZone: "nova-a",
      keyPair: "ops-key-pair",
      userData: {
        secret: {
          from: {
            text: [
              'Content-Type: multipart/mixed; boundary="webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73"\nMIME-Version: 1.0\n\n',
              "--webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73\n",
              'Content-Type: text/x-shellscript; charset="utf-8"\n\n#!/bin/sh\necho hi\n',
              "\n",
              "--webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73\n",
              'Content-Type: text/cloud-config; charset="utf-8"\nMerge-Type: list(append)+dict(no_replace,recurse_list)+str()\n\n#cloud-config\nwrite_files:\n  - path: /etc/openstack/clouds.yaml\n    permissions: "0600"\n    content: |\n      clouds:\n        openstack:\n          auth_type: v3applicationcredential\n          auth:\n            auth_url: "https://keystone.example.com/v3"\n            application_credential_id: "',
              { ref: "credential.id", of: "dynamicGroupPolicy:web" },
              '"\n            application_credential_secret: "',
              { ref: "credential.secret", of: "dynamicGroupPolicy:web" },
              '"\n',
              "--webtier-7c1d8e52b0a94f3d8a6b5e2f19c04d73--\n",
            ],
          },
          by: expect.any(Function),
          rules: expect.any(Function),
        },
      },
      metadata: { team: "shop" },
    },
  },
});
