import { expect, test } from "vitest";
import { reach } from "../../../src/clouds/openstack/reach.js";
import type { Reviewed } from "../../../src/core/review.js";

const unknown = "[unknown]";
const made = (
  type: string,
  name: string,
  inputs: Reviewed["inputs"] = {},
  propertyDependencies: Reviewed["propertyDependencies"] = {},
): Reviewed => ({ urn: name, type: `openstack:${type}`, name, inputs, propertyDependencies });

const closed = (name: string) => made("networking/secGroup:SecGroup", name, { deleteDefaultRules: true });
const rule = (inputs: Reviewed["inputs"], from: Reviewed["propertyDependencies"] = {}) =>
  made(
    "networking/secGroupRule:SecGroupRule",
    "rule",
    { direction: "ingress", ethertype: "IPv4", securityGroupId: unknown, ...inputs },
    { securityGroupId: ["web"], ...from },
  );
const range = (cidr: string) => ({ kind: "range", cidr });

test("a new group opens everything outwards, unless its rules are deleted", () => {
  const open = made("networking/secGroup:SecGroup", "open");
  const way = { direction: "out", at: "open", protocol: "any", by: "open" };
  expect(reach([open, closed("web")])).toEqual([
    { ...way, peer: range("0.0.0.0/0") },
    { ...way, peer: range("::/0") },
  ]);
});

test.each([
  [
    "a range on a port",
    rule({ protocol: "tcp", portRangeMin: 80, portRangeMax: 81, remoteIpPrefix: "10.0.0.0/8" }),
    { peer: range("10.0.0.0/8"), protocol: "tcp", ports: { from: 80, to: 81 } },
  ],
  [
    "a group",
    rule({ protocol: "udp", remoteGroupId: unknown }, { remoteGroupId: ["front"] }),
    { peer: { kind: "resource", urn: "front" }, protocol: "udp" },
  ],
  [
    "a group that exists already",
    rule({ remoteGroupId: "id-1" }),
    { peer: { kind: "id", id: "id-1" }, protocol: "any" },
  ],
  ["everyone, where no end is said", rule({ protocol: "" }), { peer: range("0.0.0.0/0"), protocol: "any" }],
  ["everyone of the newer addresses", rule({ ethertype: "IPv6" }), { peer: range("::/0"), protocol: "any" }],
  [
    "a kind of echo, which is no port",
    rule({ protocol: "icmp", portRangeMin: 8, portRangeMax: 0, remoteIpPrefix: "10.0.0.0/8" }),
    { peer: range("10.0.0.0/8"), protocol: "icmp" },
  ],
  ["nobody knows whom", rule({ remoteIpPrefix: unknown }), { peer: { kind: "unknown" }, protocol: "any" }],
])("a rule admits %s", (_, one, way) => {
  expect(reach([closed("web"), closed("front"), one])).toEqual([{ direction: "in", at: "web", by: "rule", ...way }]);
});

test("a rule opens a way outwards", () => {
  const one = rule({
    direction: "egress",
    protocol: "tcp",
    portRangeMin: 443,
    portRangeMax: 443,
    remoteIpPrefix: "::/0",
  });
  expect(reach([closed("web"), one])).toEqual([
    { direction: "out", at: "web", peer: range("::/0"), protocol: "tcp", ports: { from: 443, to: 443 }, by: "rule" },
  ]);
});

const network = made("networking/network:Network", "net");
const subnet = (name: string, cidr: string) =>
  made("networking/subnet:Subnet", name, { cidr, networkId: unknown }, { networkId: ["net"] });
const balancer = made(
  "loadbalancer/loadBalancer:LoadBalancer",
  "front",
  { vipSubnetId: unknown },
  { vipSubnetId: ["public"] },
);
const floating = made("networking/floatingIp:FloatingIp", "address", { portId: unknown }, { portId: ["front"] });
const association = made(
  "networking/floatingIpAssociate:FloatingIpAssociate",
  "address",
  { portId: unknown },
  { portId: ["front"] },
);
const listener = (inputs: Reviewed["inputs"] = {}) =>
  made(
    "loadbalancer/listener:Listener",
    "http",
    { loadbalancerId: unknown, protocol: "HTTP", protocolPort: 80, ...inputs },
    { loadbalancerId: ["front"] },
  );
const inside = [network, subnet("private", "10.0.1.0/24"), subnet("public", "10.0.0.0/24"), balancer];
const elsewhere = made("networking/subnet:Subnet", "other", { cidr: "172.16.0.0/16", networkId: "another" });
const peers = (...resources: Reviewed[]) => reach(resources).map(({ peer }) => peer);

test("a listener with a floating IP answers the internet", () => {
  const way = {
    direction: "in",
    at: "front",
    peer: range("0.0.0.0/0"),
    protocol: "tcp",
    ports: { from: 80, to: 80 },
    by: "http",
  };
  expect(reach([...inside, floating, listener()])).toEqual([way]);
  expect(reach([...inside, association, listener()])).toEqual([way]);
  expect(reach([...inside, floating, listener({ allowedCidrs: ["10.9.0.0/16", "0.0.0.0/0"] })])).toEqual([way]);
  expect(reach([...inside, floating, listener({ protocol: "UDP" })])).toEqual([{ ...way, protocol: "udp" }]);
});

test("a listener without one answers its network", () => {
  const neighbours = [range("10.0.1.0/24"), range("10.0.0.0/24")];
  expect(peers(...inside, elsewhere, listener())).toEqual(neighbours);
  expect(peers(...inside, elsewhere, listener({ allowedCidrs: ["0.0.0.0/0"] }))).toEqual(neighbours);
});

test("a listener answers whom it allows", () => {
  const allowed = listener({ allowedCidrs: ["10.9.0.0/16", unknown] });
  const expected = [range("10.9.0.0/16"), { kind: "unknown" }];
  expect(peers(...inside, allowed)).toEqual(expected);
  expect(peers(...inside, floating, allowed)).toEqual(expected);
  expect(peers(...inside, floating, listener({ allowedCidrs: unknown }))).toEqual([{ kind: "unknown" }]);
});

test("the subnet of a balancer that exists already is its network", () => {
  const adopted = { ...balancer, inputs: { vipSubnetId: "subnet-1" }, propertyDependencies: {} };
  expect(peers(adopted, elsewhere, listener())).toEqual([{ kind: "id", id: "subnet-1" }]);
});

test("who reaches a balancer that exists already is not known", () => {
  const lone = listener({ loadbalancerId: "lb-1" });
  expect(reach([{ ...lone, propertyDependencies: {} }]).map(({ at, peer }) => [at, peer])).toEqual([
    ["lb-1", { kind: "unknown" }],
  ]);
});
