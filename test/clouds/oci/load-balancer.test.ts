import { expect, test } from "vitest";
import { argsOf, compartmentId, first, made, notesOf, rolesOf, second, stackOn } from "./plans.js";

const vcnId = { ref: "vcn.id", of: "network:shop" };
const group = {
  type: "oci:Core/networkSecurityGroup:NetworkSecurityGroup",
  args: { compartmentId, vcnId, displayName: "front-group" },
};
const application = {
  compartmentId,
  displayName: "front",
  shape: "flexible",
  shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 10 },
  subnetIds: [{ ref: "public.id", of: "network:shop" }],
  isPrivate: false,
  networkSecurityGroupIds: [{ ref: "group.id" }],
  isDeleteProtectionEnabled: false,
  isRequestIdEnabled: false,
};
const network = {
  compartmentId,
  displayName: "front",
  subnetId: { ref: "public.id", of: "network:shop" },
  isPrivate: false,
  isPreserveSourceDestination: false,
  nlbIpVersion: "IPV4",
  networkSecurityGroupIds: [{ ref: "group.id" }],
};
const inside = { visibility: "private", allowFrom: ["10.20.0.0/16"] };
const labels = { freeformTags: { team: "web" }, definedTags: { "Operations.owner": "web" } };

test("an application balancer is a flexible one of the smallest bandwidth, and the plan says so", () => {
  const balancer = stackOn().balancer();
  expect(made(balancer)).toEqual({
    group,
    balancer: { type: "oci:LoadBalancer/loadBalancer:LoadBalancer", args: application },
  });
  expect(balancer.plan.outputs).toEqual({
    loadBalancerId: { ref: "balancer.id" },
    address: { ref: "balancer.ipAddressDetails[0].ipAddress" },
    groupId: { ref: "group.id" },
  });
  expect(notesOf(balancer)).toEqual([
    "note:loadBalancer.bandwidth: carries up to 10 Mbps; loadBalancers: { front: { bandwidth: … } } in the settings says more",
  ]);
});

test("a network balancer has one subnet and gives its public address", () => {
  const balancer = stackOn().balancer({ kind: "network" });
  expect(made(balancer)).toEqual({
    group,
    networkBalancer: { type: "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer", args: network },
  });
  expect(balancer.plan.outputs).toEqual({
    loadBalancerId: { ref: "networkBalancer.id" },
    address: { ref: "networkBalancer.ipAddresses[isPublic=true].ipAddress" },
    groupId: { ref: "group.id" },
  });
  expect(notesOf(balancer)).toEqual([]);
});

test("private balancers stand in the private subnet", () => {
  const subnet = { ref: "private.id", of: "network:shop" };
  expect(argsOf(stackOn().balancer(inside), "balancer")).toEqual({
    ...application,
    subnetIds: [subnet],
    isPrivate: true,
  });
  const balancer = stackOn().balancer({ ...inside, kind: "network" });
  expect(argsOf(balancer, "networkBalancer")).toEqual({ ...network, subnetId: subnet, isPrivate: true });
  expect(balancer.plan.outputs.address).toEqual({ ref: "networkBalancer.ipAddresses[isPublic=false].ipAddress" });
});

test("a reserved address is made beside the balancer, which goes before its successor", () => {
  const balancer = stackOn().balancer({ address: "reserved" });
  expect(made(balancer)).toEqual({
    group,
    address: {
      type: "oci:Core/publicIp:PublicIp",
      args: { compartmentId, lifetime: "RESERVED", displayName: "front-address" },
      options: { ignoreChanges: ["privateIpId"] },
    },
    balancer: {
      type: "oci:LoadBalancer/loadBalancer:LoadBalancer",
      args: { ...application, reservedIps: [{ id: { ref: "address.id" } }] },
      options: { deleteBeforeReplace: true },
    },
  });
});

test("an address in the settings is the reserved one", () => {
  const stack = stackOn({ addresses: { front: "ocid1.publicip.oc1..demo" } });
  const balancer = stack.balancer({ address: "reserved", kind: "network" });
  expect(made(balancer)).toEqual({
    group,
    networkBalancer: {
      type: "oci:NetworkLoadBalancer/networkLoadBalancer:NetworkLoadBalancer",
      args: { ...network, reservedIps: [{ id: "ocid1.publicip.oc1..demo" }] },
      options: { deleteBeforeReplace: true },
    },
  });
});

test("an ephemeral address is the balancer's own", () => {
  expect(made(stackOn().balancer({ address: "ephemeral" }))).toEqual(made(stackOn().balancer()));
});

const log = (category: string, extra: object = {}) => ({
  type: "oci:Logging/log:Log",
  args: {
    displayName: `front-log-${category}`,
    logGroupId: { ref: "logGroup.id" },
    logType: "SERVICE",
    isEnabled: true,
    retentionDuration: 30,
    configuration: {
      compartmentId,
      source: { sourceType: "OCISERVICE", service: "loadbalancer", category, resource: { ref: "balancer.id" } },
    },
    ...extra,
  },
});

test("each kind of log is a log of its own in the balancer's group", () => {
  expect(made(stackOn().balancer({ logs: { access: true, error: true } }))).toEqual({
    group,
    balancer: { type: "oci:LoadBalancer/loadBalancer:LoadBalancer", args: application },
    logGroup: { type: "oci:Logging/logGroup:LogGroup", args: { compartmentId, displayName: "front-log-group" } },
    "log:access": log("access"),
    "log:error": log("error"),
  });
});

test("the settings may name a group for logs and how long they are kept", () => {
  const logGroupId = "ocid1.loggroup.oc1..demo";
  const balancer = stackOn({ logGroup: logGroupId, logRetention: 90 }).balancer({ logs: { error: true } });
  expect(made(balancer)).toEqual({
    group,
    balancer: { type: "oci:LoadBalancer/loadBalancer:LoadBalancer", args: application },
    "log:error": log("error", { logGroupId, retentionDuration: 90 }),
  });
});

test("logs that are not asked for are not made", () => {
  expect(rolesOf(stackOn().balancer({ logs: { access: false, error: false } }))).toEqual(["group", "balancer"]);
});

test("deletion protection is a switch of the balancer", () => {
  expect(argsOf(stackOn().balancer({ deletionProtection: true }), "balancer")).toEqual({
    ...application,
    isDeleteProtectionEnabled: true,
  });
});

test("a fixed name is what the console shows", () => {
  const args = { physicalName: "Shop front" };
  expect(argsOf(stackOn().balancer(args), "balancer")).toEqual({ ...application, displayName: "Shop front" });
  expect(argsOf(stackOn().balancer({ ...args, kind: "network" }), "networkBalancer")).toEqual({
    ...network,
    displayName: "Shop front",
  });
});

test("labels reach everything that takes them, and the plan says what does not", () => {
  const stack = () => stackOn({ definedTags: labels.definedTags });
  const args = { tags: labels.freeformTags, address: "reserved" };
  const balancer = stack().balancer({ ...args, logs: { error: true } });
  const others = stack().balancer({ ...args, kind: "network" });
  const labelled = [...Object.values(balancer.plan.resources), ...Object.values(others.plan.resources)];
  expect(
    labelled.map(({ type, args: { freeformTags, definedTags } }) => [
      type.split(":").at(-1),
      { freeformTags, definedTags },
    ]),
  ).toEqual(
    [
      "NetworkSecurityGroup",
      "PublicIp",
      "LoadBalancer",
      "LogGroup",
      "Log",
      "NetworkSecurityGroup",
      "PublicIp",
      "NetworkLoadBalancer",
    ].map((name) => [name, labels]),
  );
  expect(notesOf(others)).toEqual(["near:loadBalancer.tags: backend sets and listeners take no labels"]);
});

test("the settings say a balancer's bandwidth and the header that numbers requests", () => {
  const options = { bandwidth: { minimum: 10, maximum: 100 }, requestIdHeader: "X-Shop-Request" };
  const balancer = stackOn({ loadBalancers: { front: options } }).balancer();
  expect(argsOf(balancer, "balancer")).toEqual({
    ...application,
    shapeDetails: { minimumBandwidthInMbps: 10, maximumBandwidthInMbps: 100 },
    isRequestIdEnabled: true,
    requestIdHeader: "X-Shop-Request",
  });
  expect(notesOf(balancer)).toEqual([]);
});

const shop = (...subnets: object[]) => ({
  networks: {
    shop: {
      vcnId: "ocid1.vcn.oc1..demo",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: subnets.map((subnet, index) => ({
        id: `ocid1.subnet.oc1..${index}`,
        cidr: `10.20.${index}.0/24`,
        public: true,
        ...subnet,
      })),
    },
  },
});
const subnetsIn = (settings: object, args: Record<string, unknown> = {}) => {
  const balancer = stackOn(settings).balancer(args);
  const { subnetIds, subnetId } = (argsOf(balancer, "balancer") ?? argsOf(balancer, "networkBalancer")) as {
    subnetIds?: unknown;
    subnetId?: unknown;
  };
  return subnetIds ?? subnetId;
};

test("of an adopted network's subnets a regional one is taken first", () => {
  const settings = shop({ zone: first }, { zone: second }, {}, {});
  expect(subnetsIn(settings)).toEqual(["ocid1.subnet.oc1..2"]);
  expect(subnetsIn(settings, { kind: "network" })).toBe("ocid1.subnet.oc1..2");
});

test("without a regional subnet a public application balancer takes two of different availability domains", () => {
  const settings = shop({ zone: first }, { zone: first }, { zone: second });
  expect(subnetsIn(settings)).toEqual(["ocid1.subnet.oc1..0", "ocid1.subnet.oc1..2"]);
  expect(subnetsIn(settings, { kind: "network" })).toBe("ocid1.subnet.oc1..0");
});

test("a private balancer takes one subnet of an availability domain", () => {
  const settings = shop({ zone: first, public: false }, { zone: second, public: false });
  expect(subnetsIn(settings, inside)).toEqual(["ocid1.subnet.oc1..0"]);
});

test("in a region of one availability domain its one subnet is enough", () => {
  const stack = stackOn({ ...shop({ zone: first }), availabilityDomains: [first] });
  const balancer = stack.balancer({ network: stack.network({ zones: 1 }) });
  expect(argsOf(balancer, "balancer")).toEqual({
    ...application,
    subnetIds: ["ocid1.subnet.oc1..0"],
  });
});

test("an adopted balancer is nothing but its ids", () => {
  const front = {
    id: "ocid1.loadbalancer.oc1..demo",
    address: "203.0.113.10",
    kind: "application",
    visibility: "public",
    networkSecurityGroupId: "ocid1.networksecuritygroup.oc1..demo",
  };
  const balancer = stackOn({ balancers: { front } }).balancer();
  expect(made(balancer)).toEqual({});
  expect(balancer.plan.outputs).toEqual({
    loadBalancerId: front.id,
    address: "203.0.113.10",
    groupId: front.networkSecurityGroupId,
  });
  expect(notesOf(balancer)).toEqual([
    "note:loadBalancer.adopted: is adopted: its own rules and options stay as they are and must admit its listeners' ports",
  ]);
});

test("an adopted private balancer is reached from where the program says, which changes nothing", () => {
  const front = {
    id: "ocid1.networkloadbalancer.oc1..demo",
    address: "10.20.0.9",
    kind: "network",
    visibility: "private",
    cidr: "10.20.0.0/24",
  };
  const balancer = stackOn({ balancers: { front } }).balancer({ ...inside, kind: "network" });
  expect(made(balancer)).toEqual({});
  expect(balancer.plan.outputs).toEqual({ loadBalancerId: front.id, address: "10.20.0.9", range: "10.20.0.0/24" });
});
