import { expect, test } from "vitest";
import { adoptedNetwork, ids, notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const balancer = (args: object) => ({ type: "openstack:loadbalancer/loadBalancer:LoadBalancer", args });
const inside = { ref: "public.id", of: "network:shop" };
const ready = { options: { dependsOn: [{ ref: "publicInterface", of: "network:shop" }] } };
const floating = (more: object = {}) => ({
  type: "openstack:networking/floatingIp:FloatingIp",
  args: { pool: "External", portId: { ref: "balancer.vipPortId" }, ...more },
});

test("a public balancer has a floating IP on its port, once the router is joined", () => {
  const it = stackWith().balancer();
  expect(resourcesOf(it)).toEqual({
    balancer: balancer({ vipSubnetId: inside }),
    address: { ...floating(), ...ready },
  });
  expect(outputsOf(it)).toEqual({ loadBalancerId: { ref: "balancer.id" }, address: { ref: "address.address" } });
});

test("a private balancer has the address of its port, apart from members", () => {
  const it = stackWith().balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] });
  expect(resourcesOf(it)).toEqual({ balancer: balancer({ vipSubnetId: inside }) });
  expect(outputsOf(it)).toEqual({ loadBalancerId: { ref: "balancer.id" }, address: { ref: "balancer.vipAddress" } });
});

test("a private balancer stands among members that have no router", () => {
  const stack = stackWith();
  const network = stack.network({ outbound: "none" });
  const it = stack.balancer({ network, visibility: "private", allowFrom: ["10.20.0.0/16"] });
  expect(resourcesOf(it)).toEqual({
    balancer: balancer({ vipSubnetId: { ref: "private.id", of: "network:shop" } }),
  });
});

test("a failed balancer stays behind, and that is noted", () => {
  expect(stackWith().balancer().plan.notes).toEqual([
    {
      id: "note:loadBalancer.orphan",
      fate: "note",
      path: "loadBalancer",
      message: "one that fails while it is made is unknown to Pulumi and holds its network: delete it by hand",
    },
  ]);
});

test("a reserved address is the floating IP that the settings name", () => {
  const it = stackWith().balancer({ address: "reserved" });
  expect(resourcesOf(it)).toEqual({
    balancer: balancer({ vipSubnetId: inside }),
    association: {
      type: "openstack:networking/floatingIpAssociate:FloatingIpAssociate",
      args: { floatingIp: "203.0.113.20", portId: { ref: "balancer.vipPortId" } },
      ...ready,
    },
  });
  expect(outputsOf(it)).toEqual({ loadBalancerId: { ref: "balancer.id" }, address: "203.0.113.20" });
});

test("a reserved address is made when the settings name none, and no other balancer's is taken", () => {
  const made = stackWith({ addresses: undefined }).balancer({ address: "reserved" });
  expect(resourcesOf(made).address).toEqual({ ...floating(), ...ready });
  const other = stackWith().balancer({ address: "reserved" }, "inner");
  expect(resourcesOf(other).address).toEqual({ ...floating(), ...ready });
});

test("an ephemeral address is near: floating IPs outlive balancers", () => {
  const it = stackWith().balancer({ address: "ephemeral" });
  expect(resourcesOf(it).address).toEqual({ ...floating(), ...ready });
  expect(notesOf(it)).toEqual(["near:loadBalancer.address.ephemeral", "note:loadBalancer.orphan"]);
});

test("labels become flat texts on the balancer and its address", () => {
  const it = stackWith().balancer({ tags: { team: "shop" } });
  expect(resourcesOf(it)).toEqual({
    balancer: balancer({ vipSubnetId: inside, tags: ["team=shop"] }),
    address: { ...floating({ tags: ["team=shop"] }), ...ready },
  });
  expect(notesOf(it)).toEqual(["near:loadBalancer.tags", "note:loadBalancer.orphan"]);
});

test("options of the settings are those of the balancer with that name", () => {
  const stack = stackWith({
    driver: "amphora",
    loadBalancers: { front: { flavorId: ids.flavor, availabilityZone: "az1" } },
  });
  expect(resourcesOf(stack.balancer()).balancer).toEqual(
    balancer({ vipSubnetId: inside, loadbalancerProvider: "amphora", flavorId: ids.flavor, availabilityZone: "az1" }),
  );
  expect(resourcesOf(stack.balancer({}, "other")).balancer).toEqual(
    balancer({ vipSubnetId: inside, loadbalancerProvider: "amphora" }),
  );
});

test("a fixed name lets the old balancer stand beside the new one", () => {
  expect(resourcesOf(stackWith().balancer({ physicalName: "shop-front" })).balancer).toEqual({
    ...balancer({ vipSubnetId: inside, name: "shop-front" }),
    options: { deleteBeforeReplace: false },
  });
});

test("a tier that may connect is its whole subnet, and it is said", () => {
  const stack = stackWith();
  const network = stack.network();
  const allowFrom = [stack.tier({ network })];
  const it = stack.balancer({ network, visibility: "private", allowFrom });
  expect(notesOf(it)).toEqual(["near:loadBalancer.allowFrom.tier", "note:loadBalancer.orphan"]);
});

test("in an adopted network the balancer stands in the first public subnet; nothing can be waited for", () => {
  const it = stackWith(adoptedNetwork({ routerId: ids.router })).balancer();
  expect(resourcesOf(it)).toEqual({
    balancer: balancer({ vipSubnetId: ids.public }),
    address: { ...floating(), options: {} },
  });
  expect(notesOf(it)).toEqual(["note:loadBalancer.orphan"]);
});

test("an adopted network without a router in the settings is noted", () => {
  const stack = stackWith(adoptedNetwork());
  expect(stack.balancer().plan.notes?.[1]).toEqual({
    id: "note:loadBalancer.route",
    fate: "note",
    path: "loadBalancer.network",
    message:
      "the floating IP needs a router between its subnet and the external network; the settings name no routerId",
  });
  const inner = stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] });
  expect(notesOf(inner)).toEqual(["note:loadBalancer.orphan"]);
});

test("a private balancer takes whatever subnet an adopted network has", () => {
  const closed = [{ id: ids.private, cidr: "10.20.1.0/24", public: false }];
  const open = [{ id: ids.public, cidr: "10.20.0.0/24", public: true }];
  const place = (subnets: object[], outbound: string) => {
    const stack = stackWith(adoptedNetwork({ subnets, outbound }));
    const it = stack.balancer({ visibility: "private", allowFrom: ["10.20.0.0/16"] });
    return resourcesOf(it).balancer;
  };
  expect(place(closed, "nat")).toEqual(balancer({ vipSubnetId: ids.private }));
  expect(place(open, "none")).toEqual(balancer({ vipSubnetId: ids.public }));
  expect(place([...open, ...closed], "nat")).toEqual(balancer({ vipSubnetId: ids.public }));
  expect(place([...open, ...closed], "none")).toEqual(balancer({ vipSubnetId: ids.private }));
});

test("an adopted balancer makes nothing", () => {
  const front = {
    id: ids.balancer,
    address: "203.0.113.30",
    visibility: "public",
    vipSubnetId: ids.public,
    vipSubnetCidr: "10.20.0.0/24",
  };
  const it = stackWith({ balancers: { front } }).balancer({ allowFrom: ["198.51.100.0/24"] });
  expect(resourcesOf(it)).toEqual({});
  expect(outputsOf(it)).toEqual({ loadBalancerId: ids.balancer, address: "203.0.113.30" });
  expect(it.plan.notes).toEqual([
    {
      id: "note:loadBalancer.adopted",
      fate: "note",
      path: "loadBalancer",
      message: "is adopted: the balancer itself stays as it is",
    },
  ]);
});
