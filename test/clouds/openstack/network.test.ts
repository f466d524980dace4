import { expect, test } from "vitest";
import { adoptedNetwork, ids, notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const subnet = (cidr: string, more: object = {}) => ({
  type: "openstack:networking/subnet:Subnet",
  args: { networkId: { ref: "network.id" }, cidr, ipVersion: 4, ...more },
});
const joined = (place: string) => ({
  type: "openstack:networking/routerInterface:RouterInterface",
  args: { routerId: { ref: "router.id" }, subnetId: { ref: `${place}.id` } },
});
const router = (more: object = {}) => ({
  type: "openstack:networking/router:Router",
  args: { externalNetworkId: ids.external, ...more },
});
const network = (args: object = {}) => ({ type: "openstack:networking/network:Network", args });

test("a network has one subnet for balancers, one for members, and a router that joins both with the outside", () => {
  const it = stackWith().network();
  expect(resourcesOf(it)).toEqual({
    network: network(),
    public: subnet("10.20.0.0/17"),
    private: subnet("10.20.128.0/17"),
    router: router(),
    publicInterface: joined("public"),
    privateInterface: joined("private"),
  });
  expect(outputsOf(it)).toEqual({ networkId: { ref: "network.id" } });
});

test("a gateway in each zone is one router, and said to be", () => {
  const it = stackWith().network({ zones: 1, outbound: "nat-per-zone" });
  expect(resourcesOf(it)).toEqual(resourcesOf(stackWith().network()));
  expect(notesOf(it)).toEqual(["near:network.outbound.nat-per-zone"]);
});

test("without a way out the private subnet has neither gateway nor router", () => {
  const it = stackWith().network({ outbound: "none" });
  expect(resourcesOf(it)).toEqual({
    network: network(),
    public: subnet("10.20.0.0/17"),
    private: subnet("10.20.128.0/17", { noGateway: true }),
    router: router(),
    publicInterface: joined("public"),
  });
  expect(notesOf(it)).toEqual(["near:network.zones", "note:network.outbound.none"]);
  expect(it.plan.notes).toEqual([
    {
      id: "note:network.outbound.none",
      fate: "note",
      path: "network.outbound",
      message:
        "no router reaches the private subnet: balancers take an address in it (Octavia 11 or newer), and members admit that whole subnet",
    },
  ]);
});

test("one zone is native, several are near", () => {
  expect(notesOf(stackWith().network({ zones: 1 }))).toEqual([]);
  expect(notesOf(stackWith().network({ zones: 2 }))).toEqual(["near:network.zones"]);
});

test("any number of zones is taken while the settings name none", () => {
  expect(notesOf(stackWith({ availabilityZones: undefined }).network({ zones: 6 }))).toEqual(["near:network.zones"]);
});

test("labels become flat texts on everything that has tags", () => {
  const tags = ["team=shop", "stage="];
  expect(resourcesOf(stackWith().network({ tags: { team: "shop", stage: "" } }))).toEqual({
    network: network({ tags }),
    public: subnet("10.20.0.0/17", { tags }),
    private: subnet("10.20.128.0/17", { tags }),
    router: router({ tags }),
    publicInterface: joined("public"),
    privateInterface: joined("private"),
  });
});

test("name servers of the settings go to both subnets", () => {
  const { public: open, private: closed } = resourcesOf(stackWith({ dnsNameservers: ["192.0.2.53"] }).network());
  expect(open).toEqual(subnet("10.20.0.0/17", { dnsNameservers: ["192.0.2.53"] }));
  expect(closed).toEqual(subnet("10.20.128.0/17", { dnsNameservers: ["192.0.2.53"] }));
});

test("a fixed name lets the old network stand beside the new one", () => {
  expect(resourcesOf(stackWith().network({ physicalName: "shop-net" })).network).toEqual({
    ...network({ name: "shop-net" }),
    options: { deleteBeforeReplace: false },
  });
});

test("an adopted network makes nothing", () => {
  const it = stackWith(adoptedNetwork()).network();
  expect(resourcesOf(it)).toEqual({});
  expect(outputsOf(it)).toEqual({ networkId: ids.network });
});
