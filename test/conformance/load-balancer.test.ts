import { conform, rejects } from "./harness.js";
import { withTier } from "./programs.js";

conform("a public application balancer", (stack) => stack.balancer(), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "load balancer" },
    balancer: {
      loadBalancerType: "application",
      internal: false,
      securityGroups: [{ ref: "group.id" }],
      subnets: [
        { ref: "public:ap-northeast-2a.id", of: "network:shop" },
        { ref: "public:ap-northeast-2c.id", of: "network:shop" },
      ],
      enableDeletionProtection: false,
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "front-group",
    },
    balancer: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "front",
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
      subnetIds: [{ ref: "public.id", of: "network:shop" }],
      isPrivate: false,
      networkSecurityGroupIds: [{ ref: "group.id" }],
      isDeleteProtectionEnabled: false,
      isRequestIdEnabled: false,
    },
  },
  openstack: {
    balancer: { vipSubnetId: { ref: "public.id", of: "network:shop" } },
    address: { pool: "External", portId: { ref: "balancer.vipPortId" } },
  },
});

conform(
  "a private balancer for one tier",
  (stack) => withTier(stack, (network, web) => stack.balancer({ network, visibility: "private", allowFrom: [web] })),
  {
    aws: {
      group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "load balancer" },
      balancer: {
        loadBalancerType: "application",
        internal: true,
        securityGroups: [{ ref: "group.id" }],
        subnets: [
          { ref: "private:ap-northeast-2a.id", of: "network:shop" },
          { ref: "private:ap-northeast-2c.id", of: "network:shop" },
        ],
        enableDeletionProtection: false,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
      },
    },
    oci: {
      group: {
        compartmentId: "ocid1.compartment.oc1..demo",
        vcnId: { ref: "vcn.id", of: "network:shop" },
        displayName: "front-group",
      },
      balancer: {
        compartmentId: "ocid1.compartment.oc1..demo",
        displayName: "front",
        shape: "flexible",
        shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
        subnetIds: [{ ref: "private.id", of: "network:shop" }],
        isPrivate: true,
        networkSecurityGroupIds: [{ ref: "group.id" }],
        isDeleteProtectionEnabled: false,
        isRequestIdEnabled: false,
      },
    },
    openstack: { balancer: { vipSubnetId: { ref: "public.id", of: "network:shop" } } },
  },
);

conform(
  "a public network balancer with a reserved address",
  (stack) => stack.balancer({ kind: "network", address: "reserved" }),
  {
    aws: {
      group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "load balancer" },
      "address:ap-northeast-2a": { domain: "vpc", tags: { Name: "front-ap-northeast-2a" } },
      "address:ap-northeast-2c": { domain: "vpc", tags: { Name: "front-ap-northeast-2c" } },
      balancer: {
        loadBalancerType: "network",
        internal: false,
        securityGroups: [{ ref: "group.id" }],
        subnetMappings: [
          {
            subnetId: { ref: "public:ap-northeast-2a.id", of: "network:shop" },
            allocationId: { ref: "address:ap-northeast-2a.id" },
          },
          {
            subnetId: { ref: "public:ap-northeast-2c.id", of: "network:shop" },
            allocationId: { ref: "address:ap-northeast-2c.id" },
          },
        ],
        enableDeletionProtection: false,
        enableCrossZoneLoadBalancing: true,
      },
    },
    oci: {
      group: {
        compartmentId: "ocid1.compartment.oc1..demo",
        vcnId: { ref: "vcn.id", of: "network:shop" },
        displayName: "front-group",
      },
      address: { compartmentId: "ocid1.compartment.oc1..demo", lifetime: "RESERVED", displayName: "front-address" },
      networkBalancer: {
        compartmentId: "ocid1.compartment.oc1..demo",
        displayName: "front",
        subnetId: { ref: "public.id", of: "network:shop" },
        isPrivate: false,
        isPreserveSourceDestination: false,
        nlbIpVersion: "IPV4",
        networkSecurityGroupIds: [{ ref: "group.id" }],
        reservedIps: [{ id: { ref: "address.id" } }],
      },
    },
    openstack: {
      balancer: { vipSubnetId: { ref: "public.id", of: "network:shop" } },
      association: { floatingIp: "203.0.113.20", portId: { ref: "balancer.vipPortId" } },
    },
  },
);

conform("a reserved address on an application balancer", (stack) => stack.balancer({ address: "reserved" }), {
  aws: rejects("loadBalancer.address"),
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "front-group",
    },
    address: { compartmentId: "ocid1.compartment.oc1..demo", lifetime: "RESERVED", displayName: "front-address" },
    balancer: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "front",
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
      subnetIds: [{ ref: "public.id", of: "network:shop" }],
      isPrivate: false,
      networkSecurityGroupIds: [{ ref: "group.id" }],
      reservedIps: [{ id: { ref: "address.id" } }],
      isDeleteProtectionEnabled: false,
      isRequestIdEnabled: false,
    },
  },
  openstack: {
    balancer: { vipSubnetId: { ref: "public.id", of: "network:shop" } },
    association: { floatingIp: "203.0.113.20", portId: { ref: "balancer.vipPortId" } },
  },
});

conform("an access log", (stack) => stack.balancer({ logs: { access: true } }), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "load balancer" },
    balancer: {
      loadBalancerType: "application",
      internal: false,
      securityGroups: [{ ref: "group.id" }],
      subnets: [
        { ref: "public:ap-northeast-2a.id", of: "network:shop" },
        { ref: "public:ap-northeast-2c.id", of: "network:shop" },
      ],
      enableDeletionProtection: false,
      accessLogs: { bucket: "shop-logs", enabled: true },
      dropInvalidHeaderFields: true,
      desyncMitigationMode: "defensive",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "front-group",
    },
    balancer: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "front",
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
      subnetIds: [{ ref: "public.id", of: "network:shop" }],
      isPrivate: false,
      networkSecurityGroupIds: [{ ref: "group.id" }],
      isDeleteProtectionEnabled: false,
      isRequestIdEnabled: false,
    },
    logGroup: { compartmentId: "ocid1.compartment.oc1..demo", displayName: "front-log-group" },
    "log:access": {
      displayName: "front-log-access",
      logGroupId: { ref: "logGroup.id" },
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: 30,
      configuration: {
        compartmentId: "ocid1.compartment.oc1..demo",
        source: {
          sourceType: "OCISERVICE",
          service: "loadbalancer",
          category: "access",
          resource: { ref: "balancer.id" },
        },
      },
    },
  },
  openstack: rejects("loadBalancer.logs.access"),
});

conform("an error log", (stack) => stack.balancer({ logs: { error: true } }), {
  aws: rejects("loadBalancer.logs.error"),
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "front-group",
    },
    balancer: {
      compartmentId: "ocid1.compartment.oc1..demo",
      displayName: "front",
      shape: "flexible",
      shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
      subnetIds: [{ ref: "public.id", of: "network:shop" }],
      isPrivate: false,
      networkSecurityGroupIds: [{ ref: "group.id" }],
      isDeleteProtectionEnabled: false,
      isRequestIdEnabled: false,
    },
    logGroup: { compartmentId: "ocid1.compartment.oc1..demo", displayName: "front-log-group" },
    "log:error": {
      displayName: "front-log-error",
      logGroupId: { ref: "logGroup.id" },
      logType: "SERVICE",
      isEnabled: true,
      retentionDuration: 30,
      configuration: {
        compartmentId: "ocid1.compartment.oc1..demo",
        source: {
          sourceType: "OCISERVICE",
          service: "loadbalancer",
          category: "error",
          resource: { ref: "balancer.id" },
        },
      },
    },
  },
  openstack: rejects("loadBalancer.logs.error"),
});

conform(
  "deletion protection and labels",
  (stack) => stack.balancer({ deletionProtection: true, tags: { team: "shop" } }),
  {
    aws: {
      group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "load balancer", tags: { team: "shop" } },
      balancer: {
        loadBalancerType: "application",
        internal: false,
        securityGroups: [{ ref: "group.id" }],
        subnets: [
          { ref: "public:ap-northeast-2a.id", of: "network:shop" },
          { ref: "public:ap-northeast-2c.id", of: "network:shop" },
        ],
        enableDeletionProtection: true,
        dropInvalidHeaderFields: true,
        desyncMitigationMode: "defensive",
        tags: { team: "shop" },
      },
    },
    oci: {
      group: {
        compartmentId: "ocid1.compartment.oc1..demo",
        freeformTags: { team: "shop" },
        vcnId: { ref: "vcn.id", of: "network:shop" },
        displayName: "front-group",
      },
      balancer: {
        compartmentId: "ocid1.compartment.oc1..demo",
        freeformTags: { team: "shop" },
        displayName: "front",
        shape: "flexible",
        shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
        subnetIds: [{ ref: "public.id", of: "network:shop" }],
        isPrivate: false,
        networkSecurityGroupIds: [{ ref: "group.id" }],
        isDeleteProtectionEnabled: true,
        isRequestIdEnabled: false,
      },
    },
    openstack: rejects("loadBalancer.deletionProtection"),
  },
);
