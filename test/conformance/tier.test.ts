import { conform } from "./harness.js";

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
