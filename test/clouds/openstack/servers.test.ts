import { expect, test } from "vitest";
import { cpu, poolIn, site, templateIn } from "./pools.js";
import { notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const image = "2d4d6c4e-7a52-4f6a-9a1e-0c3b5f7d9e21";
const serverGroup = {
  type: "openstack:compute/serverGroup:ServerGroup",
  args: { policies: ["soft-anti-affinity"] },
};
const port = {
  type: "openstack:networking/port:Port",
  args: {
    networkId: { ref: "network.id", of: "network:shop" },
    fixedIps: [{ subnetId: { ref: "private.id", of: "network:shop" } }],
    securityGroupIds: [{ ref: "group.id", of: "tier:web" }],
  },
};
const way = { ref: "privateInterface", of: "network:shop" };
const instance = (index: number, more: object = {}, dependsOn: object[] = [way]) => ({
  type: "openstack:compute/instance:Instance",
  args: {
    flavorId: "m1.small",
    imageId: image,
    networks: [{ port: { ref: `port:${index}.id` } }],
    schedulerHints: [{ group: { ref: "serverGroup.id" } }],
    ...more,
  },
  options: { deleteBeforeReplace: true, dependsOn },
});
const admits = (number: number, remoteIpPrefix = "10.20.0.0/17") => ({
  type: "openstack:networking/secGroupRule:SecGroupRule",
  args: {
    securityGroupId: { ref: "group.id", of: "tier:web" },
    direction: "ingress",
    ethertype: "IPv4",
    protocol: "tcp",
    portRangeMin: number,
    portRangeMax: number,
    remoteIpPrefix,
  },
  owner: "tier:web",
});
const member = (index: number, set: string, more: object = {}) => ({
  type: "openstack:loadbalancer/member:Member",
  args: {
    poolId: { ref: "pool.id", of: `backendSet:front/${set}` },
    address: { ref: `port:${index}.allFixedIps[0]` },
    protocolPort: 5000,
    ...more,
  },
  options: {
    deleteBeforeReplace: true,
    dependsOn: [{ ref: `instance:${index}` }, { ref: "monitor", of: `backendSet:front/${set}` }],
  },
  mentions: `backendSet:front/${set}`,
});

test("a pool of a fixed size is servers on ports of their own, and a member for each server and set, none of which waits for another: the provider repeats what a locked balancer answers 409 to", () => {
  const stack = stackWith({ availabilityZones: undefined });
  const { loadBalancer, tier, backendSet } = site(stack);
  const check = { healthCheck: { protocol: "http", port: 8081 } };
  const reports = stack.set({ loadBalancer, ...check }, "reports");
  stack.listener({ backendSet: reports, port: 8080 }, "reports");
  const it = poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [backendSet, reports] });
  const admitted = [{ ref: "ingress:tcp-5000-10-20-0-0-17" }, { ref: "ingress:tcp-8081-10-20-0-0-17" }];
  expect(resourcesOf(it)).toEqual({
    "ingress:tcp-5000-10-20-0-0-17": admits(5000),
    "ingress:tcp-8081-10-20-0-0-17": admits(8081),
    serverGroup,
    "port:0": port,
    "port:1": port,
    "instance:0": instance(0, {}, [way, ...admitted]),
    "instance:1": instance(1, {}, [way, ...admitted]),
    "member:0-front-pages": member(0, "pages"),
    "member:1-front-pages": member(1, "pages"),
    "member:0-front-reports": member(0, "reports", { monitorPort: 8081 }),
    "member:1-front-reports": member(1, "reports", { monitorPort: 8081 }),
  });
  expect(outputsOf(it)).toEqual({});
  expect(notesOf(it)).toEqual(["note:instancePool.size", "note:instancePool.rollout", "note:instancePool.members"]);
});

test("servers bear what the template says", () => {
  const stack = stackWith({ availabilityZones: undefined });
  const tags = { team: "shop", stage: "test" };
  const template = templateIn(stack, { sshKey: "ops", userData: "#!/bin/sh\n", tags });
  const it = poolIn(stack, { template, size: 1, tags: { stage: "live" }, physicalName: "shop" });
  expect(resourcesOf(it)["instance:0"]).toEqual(
    instance(0, {
      keyPair: "ops-key-pair",
      userData: "#!/bin/sh\n",
      metadata: { team: "shop", stage: "live" },
      name: "shop-1",
    }),
  );
});

test("servers go through the zones of the settings in turn, as many as their network has", () => {
  const stack = stackWith({ availabilityZones: ["a", "b", "c"] });
  const network = stack.network({ zones: 2 });
  const it = poolIn(stack, { template: templateIn(stack, { tier: stack.tier({ network }) }), size: 3 });
  expect([0, 1, 2].map((index) => it.plan.resources[`instance:${index}`]?.args.availabilityZone)).toEqual([
    "a",
    "b",
    "a",
  ]);
});

const device = { uuid: image, sourceType: "image", destinationType: "volume", bootIndex: 0, deleteOnTermination: true };

test.each([
  [{ size: 20 }, { volumeSize: 20 }],
  [
    { size: 20, key: "disks" },
    { volumeSize: 20, volumeType: "luks" },
  ],
])("a boot disk %o is a volume that goes with its server", (bootDisk, volume) => {
  const stack = stackWith();
  const it = poolIn(stack, { template: templateIn(stack, { bootDisk }), size: 1 });
  const { imageId, blockDevices } = it.plan.resources["instance:0"]?.args ?? {};
  expect({ imageId, blockDevices }).toEqual({ imageId: undefined, blockDevices: [{ ...device, ...volume }] });
});

test("servers wait for the rules by which they get out", () => {
  const stack = stackWith({ availabilityZones: undefined });
  const tier = stack.tier({ egress: [{ to: "anywhere", port: 443 }] });
  const it = poolIn(stack, { template: templateIn(stack, { tier }), size: 1 });
  expect(resourcesOf(it)["instance:0"]).toEqual(
    instance(0, {}, [
      way,
      { ref: "egress:tcp-443-0-0-0-0-0", of: "tier:web" },
      { ref: "egress:tcp-80-169-254-169-254-32", of: "tier:web" },
    ]),
  );
});

test("servers wait for the way to a balancer that their tier is a client of", () => {
  const stack = stackWith({ availabilityZones: undefined });
  const network = stack.network({ zones: 1 });
  const tier = stack.tier({ network, egress: [] });
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom: [tier] }, "inner");
  stack.listener({ backendSet: stack.set({ loadBalancer }), port: 8080 });
  const it = poolIn(stack, { template: templateIn(stack, { tier }), size: 1 });
  expect(resourcesOf(it)["instance:0"]).toEqual(
    instance(0, {}, [
      way,
      { ref: "egress:tcp-80-169-254-169-254-32", of: "tier:web" },
      { ref: "egress:tcp-8080-10-20-0-0-17", of: "tier:web" },
    ]),
  );
});

test("a pool of no servers is a group without any", () => {
  expect(resourcesOf(poolIn(stackWith(), { size: 0 }))).toEqual({ serverGroup });
});

test("members behind an OVN balancer name their subnet and admit the clients", () => {
  const stack = stackWith({ driver: "ovn" });
  const { tier, backendSet } = site(stack, { protocol: "tcp" });
  const it = poolIn(stack, { template: templateIn(stack, { tier }), backendSets: [backendSet], size: 1 });
  expect(resourcesOf(it)).toMatchObject({
    "ingress:tcp-5000-0-0-0-0-0": admits(5000, "0.0.0.0/0"),
    "ingress:tcp-5000-10-20-128-0-17": admits(5000, "10.20.128.0/17"),
    "member:0-front-pages": member(0, "pages", { subnetId: { ref: "private.id", of: "network:shop" } }),
  });
});

test("Nova rebuilds a new image onto the server that there is, and all other news of a template make another one", () => {
  const { plan } = poolIn(stackWith(), { size: 2 });
  expect(plan.notes?.find(({ path }) => path === "instancePool.rollout")?.message).toBe(
    "a change of user data, key or disk replaces all servers at once, a new image is rebuilt onto all at once, and nothing is served meanwhile",
  );
});

test("what servers cannot do is refused with the way to a group", () => {
  const stack = stackWith();
  const { tier, backendSet } = site(stack);
  const template = templateIn(stack, { tier });
  const args = { template, backendSets: [backendSet], replaceUnhealthy: true, rollout: { pause: 60 } };
  const group = 'pools: "heat" in the settings';
  expect(refusalsOf(() => poolIn(stack, args))).toEqual([
    {
      path: "instancePool.rollout.pause",
      message: "60 is not available: servers of a fixed pool are replaced at once",
      instead: group,
    },
    {
      path: "instancePool.replaceUnhealthy",
      message: "true is not available: nothing looks after servers of a fixed pool",
      instead: group,
    },
  ]);
  expect(outputsOf(poolIn(stackWith(), { size: { min: 1, max: 2 }, autoscaling: cpu }))).toEqual({
    groupId: { ref: "stack.id" },
  });
});

function refusalsOf(program: () => unknown): unknown {
  try {
    return program();
  } catch (error) {
    return (error as { refused: unknown }).refused;
  }
}
