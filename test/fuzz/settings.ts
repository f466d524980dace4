import type { CloudName } from "../conformance/harness.js";

const subnets = (zones: readonly (string | undefined)[], id: (part: string) => string) =>
  zones.flatMap((zone, index) =>
    [true, false].map((open) => ({
      id: id(`${index}${open ? 1 : 2}`),
      cidr: `10.20.${index * 2 + (open ? 0 : 1)}.0/24`,
      public: open,
      ...(zone === undefined ? {} : { zone }),
    })),
  );
const shop = { cidr: "10.20.0.0/16", outbound: "nat" };
const uuid = (part: string) => `1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a${part}`;

const exact = { fidelity: "exact" };

const aws = {
  network: {
    networks: {
      shop: {
        ...shop,
        vpcId: "vpc-0a1",
        subnets: subnets(["ap-northeast-2a", "ap-northeast-2c"], (part) => `subnet-0${part}`),
      },
    },
  },
  balancer: {
    balancers: {
      front: {
        arn: "arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:loadbalancer/app/front/0a1",
        dnsName: "front.example.com",
        kind: "application",
        visibility: "public",
        securityGroupId: "sg-0a1",
      },
    },
  },
  addresses: { addresses: { front: ["eipalloc-0a1", "eipalloc-0a2"] }, logs: { bucket: "shop-logs", prefix: "front" } },
  application: {
    loadBalancers: {
      front: {
        idleTimeout: 30,
        clientKeepAlive: 60,
        desyncMitigationMode: "strictest",
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      },
    },
  },
  spread: { loadBalancers: { front: { crossZone: false } } },
};

const oci = {
  network: {
    networks: {
      shop: {
        ...shop,
        vcnId: "ocid1.vcn.oc1..a",
        subnets: subnets([undefined], (part) => `ocid1.subnet.oc1..${part}`),
      },
    },
  },
  balancer: {
    balancers: {
      front: {
        id: "ocid1.loadbalancer.oc1..a",
        address: "203.0.113.10",
        kind: "application",
        visibility: "public",
        networkSecurityGroupId: "ocid1.networksecuritygroup.oc1..a",
      },
      inner: {
        id: "ocid1.networkloadbalancer.oc1..a",
        address: "10.20.0.10",
        kind: "network",
        visibility: "private",
        cidr: "10.20.0.0/24",
      },
    },
  },
  trust: { trustedAuthorities: ["ocid1.certificateauthority.oc1..a"], addresses: { front: "ocid1.publicip.oc1..a" } },
  options: {
    loadBalancers: { front: { bandwidth: { minimum: 10, maximum: 100 }, requestIdHeader: "X-Request-Id" } },
    definedTags: { "Operations.owner": "ops" },
    logGroup: "ocid1.loggroup.oc1..a",
    logRetention: 60,
  },
};

const openstack = {
  network: {
    networks: {
      shop: { ...shop, networkId: uuid("00"), routerId: uuid("01"), subnets: subnets([undefined], uuid) },
    },
  },
  balancer: {
    balancers: {
      front: {
        id: uuid("02"),
        address: "203.0.113.10",
        visibility: "public",
        vipSubnetId: uuid("03"),
        vipSubnetCidr: "10.20.0.0/20",
      },
    },
  },
  ovn: { driver: "ovn" },
  made: { addresses: {} },
  options: {
    loadBalancers: {
      front: {
        flavorId: uuid("04"),
        availabilityZone: "lb-a",
        connectionLimit: 100,
        insertHeaders: { "X-Forwarded-For": true, "X-SSL-Client-CN": true },
        memberConnectTimeout: 5000,
        tcpInspectTimeout: 10,
      },
    },
    dnsNameservers: ["10.0.0.2"],
  },
};

/** Settings beside the complete ones, so that adapters take their other ways, too. */
export const variations: Readonly<Record<CloudName, readonly object[]>> = {
  aws: [{}, exact, ...Object.values(aws)],
  oci: [{}, exact, ...Object.values(oci)],
  openstack: [{}, exact, ...Object.values(openstack)],
};
