import { conform, type Stack } from "./harness.js";

/** Octavia's own, which the provider would keep as they were if they were left out. */
const always = {
  timeoutClientData: 50_000,
  timeoutMemberData: 50_000,
  timeoutMemberConnect: 5000,
  timeoutTcpInspect: 0,
  connectionLimit: -1,
};

conform("a private tier", (stack) => stack.tier(), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "members of a tier" },
    "egress:any": {
      securityGroupId: { ref: "group.id" },
      ipProtocol: "-1",
      cidrIpv4: "0.0.0.0/0",
      description: "egress any",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "web",
    },
    "egress:any": {
      networkSecurityGroupId: { ref: "group.id" },
      direction: "EGRESS",
      protocol: "all",
      destination: "0.0.0.0/0",
      destinationType: "CIDR_BLOCK",
      stateless: false,
      description: "egress any",
    },
  },
  openstack: { group: { description: "members of a tier" } },
});

conform("a public tier", (stack) => stack.tier({ placement: "public" }), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "members of a tier" },
    "egress:any": {
      securityGroupId: { ref: "group.id" },
      ipProtocol: "-1",
      cidrIpv4: "0.0.0.0/0",
      description: "egress any",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "web",
    },
    "egress:any": {
      networkSecurityGroupId: { ref: "group.id" },
      direction: "EGRESS",
      protocol: "all",
      destination: "0.0.0.0/0",
      destinationType: "CIDR_BLOCK",
      stateless: false,
      description: "egress any",
    },
  },
  openstack: { group: { description: "members of a tier" } },
});

conform("administration from a range", (stack) => stack.tier({ access: [{ port: 22, from: ["10.20.0.0/24"] }] }), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "members of a tier" },
    "egress:any": {
      securityGroupId: { ref: "group.id" },
      ipProtocol: "-1",
      description: "egress any",
      cidrIpv4: "0.0.0.0/0",
    },
    "ingress:tcp-22-10-20-0-0-24": {
      securityGroupId: { ref: "group.id" },
      ipProtocol: "tcp",
      fromPort: 22,
      toPort: 22,
      description: "ingress tcp 22 10-20-0-0-24",
      cidrIpv4: "10.20.0.0/24",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "web",
    },
    "egress:any": {
      networkSecurityGroupId: { ref: "group.id" },
      direction: "EGRESS",
      protocol: "all",
      destination: "0.0.0.0/0",
      destinationType: "CIDR_BLOCK",
      stateless: false,
      description: "egress any",
    },
    "ingress:tcp-22-10-20-0-0-24": {
      networkSecurityGroupId: { ref: "group.id" },
      direction: "INGRESS",
      protocol: "6",
      source: "10.20.0.0/24",
      sourceType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 22, max: 22 } },
      description: "ingress tcp 22 10-20-0-0-24",
    },
  },
  openstack: {
    group: { description: "members of a tier" },
    "ingress:tcp-22-10-20-0-0-24": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "ingress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 22,
      portRangeMax: 22,
      remoteIpPrefix: "10.20.0.0/24",
    },
  },
});

conform("one way out", (stack) => stack.tier({ egress: [{ to: "10.30.0.0/16", port: 5432 }] }), {
  aws: {
    group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "members of a tier" },
    "egress:tcp-5432-10-30-0-0-16": {
      securityGroupId: { ref: "group.id" },
      ipProtocol: "tcp",
      fromPort: 5432,
      toPort: 5432,
      description: "egress tcp 5432 10-30-0-0-16",
      cidrIpv4: "10.30.0.0/16",
    },
  },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "web",
    },
    "egress:tcp-5432-10-30-0-0-16": {
      networkSecurityGroupId: { ref: "group.id" },
      direction: "EGRESS",
      protocol: "6",
      destination: "10.30.0.0/16",
      destinationType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 5432, max: 5432 } },
      description: "egress tcp 5432 10-30-0-0-16",
    },
  },
  openstack: {
    group: { description: "members of a tier", deleteDefaultRules: true },
    "egress:tcp-5432-10-30-0-0-16": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "egress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 5432,
      portRangeMax: 5432,
      remoteIpPrefix: "10.30.0.0/16",
    },
    "egress:tcp-80-169-254-169-254-32": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "egress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 80,
      portRangeMax: 80,
      remoteIpPrefix: "169.254.169.254/32",
    },
  },
});

conform("no way out", (stack) => stack.tier({ egress: [] }), {
  aws: { group: { vpcId: { ref: "vpc.id", of: "network:shop" }, description: "members of a tier" } },
  oci: {
    group: {
      compartmentId: "ocid1.compartment.oc1..demo",
      vcnId: { ref: "vcn.id", of: "network:shop" },
      displayName: "web",
    },
  },
  openstack: {
    group: { description: "members of a tier", deleteDefaultRules: true },
    "egress:tcp-80-169-254-169-254-32": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "egress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 80,
      portRangeMax: 80,
      remoteIpPrefix: "169.254.169.254/32",
    },
  },
});

/** A listener of a private balancer that a tier with few ways out may use. */
function reached(stack: Stack) {
  const network = stack.network();
  const web = stack.tier({ network, egress: [{ to: "10.30.0.0/16", port: 5432 }] });
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: [web] });
  return stack.listener({ backendSet: stack.set({ loadBalancer }) });
}

conform("a balancer that admits a tier is among its ways out", (stack) => reached(stack), {
  aws: {
    "ingress:tcp-80-tier-web": {
      securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "ingress tcp 80 tier-web",
      referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
    },
    "egress:tcp-80-balancer-front": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      ipProtocol: "tcp",
      fromPort: 80,
      toPort: 80,
      description: "egress tcp 80 balancer-front",
      referencedSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
    },
    listener: {
      loadBalancerArn: { ref: "balancer.arn", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "forward", targetGroupArn: { ref: "targetGroup.arn", of: "backendSet:front/pages" } }],
    },
  },
  oci: {
    "ingress:tcp-80-tier-web": {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      source: { ref: "group.id", of: "tier:web" },
      sourceType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "ingress tcp 80 tier-web",
    },
    "egress:tcp-80-balancer-front": {
      networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "EGRESS",
      protocol: "6",
      destination: { ref: "group.id", of: "loadBalancer:front" },
      destinationType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: 80, max: 80 } },
      description: "egress tcp 80 balancer-front",
    },
    listener: {
      name: "web",
      loadBalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      port: 80,
      protocol: "HTTP",
      defaultBackendSetName: { ref: "backendSet.name", of: "backendSet:front/pages" },
      connectionConfiguration: { idleTimeoutInSeconds: "60" },
    },
  },
  openstack: {
    "egress:tcp-80-10-20-0-0-17": {
      securityGroupId: { ref: "group.id", of: "tier:web" },
      direction: "egress",
      ethertype: "IPv4",
      protocol: "tcp",
      portRangeMin: 80,
      portRangeMax: 80,
      remoteIpPrefix: "10.20.0.0/17",
    },
    listener: {
      loadbalancerId: { ref: "balancer.id", of: "loadBalancer:front" },
      ...always,
      protocol: "HTTP",
      protocolPort: 80,
      defaultPoolId: { ref: "pool.id", of: "backendSet:front/pages" },
      allowedCidrs: ["10.20.128.0/17"],
      insertHeaders: { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" },
    },
  },
});
