import { expect, test } from "vitest";
import { reach } from "../../../src/clouds/aws/reach.js";
import type { Reviewed } from "../../../src/core/review.js";

const made = (
  type: string,
  name: string,
  inputs: Reviewed["inputs"] = {},
  propertyDependencies: Reviewed["propertyDependencies"] = {},
): Reviewed => ({ urn: name, type, name, inputs, propertyDependencies });

const group = (name: string, inputs: Reviewed["inputs"] = {}, from: Reviewed["propertyDependencies"] = {}) =>
  made("aws:ec2/securityGroup:SecurityGroup", name, inputs, from);
const ingress = (inputs: Reviewed["inputs"], from: Reviewed["propertyDependencies"] = {}) =>
  made("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "rule", inputs, from);
const egress = (inputs: Reviewed["inputs"]) =>
  made("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "rule", inputs, { securityGroupId: ["web"] });
const older = (inputs: Reviewed["inputs"], from: Reviewed["propertyDependencies"] = {}) =>
  made("aws:ec2/securityGroupRule:SecurityGroupRule", "rule", inputs, { securityGroupId: ["web"], ...from });

const unknown = "[unknown]";
const range = (cidr: string) => ({ kind: "range", cidr });
const tcp = (port: number) => ({ ipProtocol: "tcp", fromPort: port, toPort: port });

test("a rule admits its ranges, its list of prefixes and its group, each of them a way", () => {
  const rule = ingress(
    {
      securityGroupId: unknown,
      ...tcp(443),
      cidrIpv4: "10.0.0.0/8",
      cidrIpv6: "::/0",
      referencedSecurityGroupId: unknown,
      prefixListId: "pl-1",
    },
    { securityGroupId: ["web"], referencedSecurityGroupId: ["front"] },
  );
  const way = { direction: "in", at: "web", protocol: "tcp", ports: { from: 443, to: 443 }, by: "rule" };
  expect(reach([group("web"), group("front"), rule])).toEqual([
    { ...way, peer: range("10.0.0.0/8") },
    { ...way, peer: range("::/0") },
    { ...way, peer: { kind: "resource", urn: "front" } },
    { ...way, peer: { kind: "id", id: "pl-1" } },
  ]);
});

test.each([
  ["every protocol", { ipProtocol: "-1" }, { protocol: "any" }],
  ["every protocol, whatever its ports", { ipProtocol: -1, fromPort: 0, toPort: 0 }, { protocol: "any" }],
  [
    "a protocol by its number",
    { ipProtocol: "17", fromPort: 53, toPort: 53 },
    { protocol: "udp", ports: { from: 53, to: 53 } },
  ],
  [
    "a range of ports",
    { ipProtocol: "TCP", fromPort: 1024, toPort: 2048 },
    { protocol: "tcp", ports: { from: 1024, to: 2048 } },
  ],
  ["all ports", { ipProtocol: "tcp", fromPort: 0, toPort: 65535 }, { protocol: "tcp" }],
  ["port 0", { ipProtocol: "tcp", fromPort: 0, toPort: 0 }, { protocol: "tcp", ports: { from: 0, to: 0 } }],
  ["a kind of echo, which is no port", { ipProtocol: "icmp", fromPort: 8, toPort: 0 }, { protocol: "icmp" }],
  ["a protocol without a name", { ipProtocol: "50" }, { protocol: "50" }],
  [
    "ports as texts",
    { ipProtocol: "6", fromPort: "80", toPort: "80" },
    { protocol: "tcp", ports: { from: 80, to: 80 } },
  ],
  ["ports that nobody knows", { ipProtocol: "tcp", fromPort: unknown, toPort: 80 }, { protocol: "tcp" }],
  ["an end that nobody knows", { ipProtocol: "tcp", fromPort: 80, toPort: unknown }, { protocol: "tcp" }],
  ["one port said", { ipProtocol: "tcp", fromPort: 80 }, { protocol: "tcp", ports: { from: 80, to: 80 } }],
  ["ports beyond the last", { ipProtocol: "tcp", fromPort: 80, toPort: 100_000 }, { protocol: "tcp" }],
  ["a protocol that nobody knows", { ipProtocol: unknown, fromPort: 80, toPort: 80 }, { protocol: unknown }],
  ["a name of every object", { ipProtocol: "constructor" }, { protocol: "constructor" }],
])("%s", (_, inputs, traffic) => {
  expect(reach([group("web"), egress({ ...inputs, cidrIpv4: "0.0.0.0/0" })])).toEqual([
    { direction: "out", at: "web", peer: range("0.0.0.0/0"), by: "rule", ...traffic },
  ]);
});

test("a rule of a group that exists already guards its id, or the component that it belongs to", () => {
  const rule = ingress({ securityGroupId: "sg-1", ...tcp(80), referencedSecurityGroupId: "sg-2" });
  const ways = [rule, { ...rule, component: "front" }].flatMap((one) => reach([one]));
  expect(ways.map(({ at, peer }) => [at, peer])).toEqual([
    ["sg-1", { kind: "id", id: "sg-2" }],
    ["rule", { kind: "id", id: "sg-2" }],
  ]);
});

test("a rule whose group nobody knows guards itself, and its peer stays unknown", () => {
  const from = { securityGroupId: ["web", "front"], cidrIpv4: ["address"] };
  const rule = ingress({ securityGroupId: unknown, ...tcp(80), cidrIpv4: `${unknown}/32` }, from);
  expect(reach([group("web"), group("front"), rule])).toEqual([
    {
      direction: "in",
      at: "rule",
      peer: { kind: "unknown" },
      protocol: "tcp",
      ports: { from: 80, to: 80 },
      by: "rule",
    },
  ]);
});

test("an older rule has many ends, itself among them", () => {
  const rule = older(
    {
      type: "ingress",
      protocol: "tcp",
      fromPort: 22,
      toPort: 22,
      cidrBlocks: ["10.0.0.0/8", unknown],
      ipv6CidrBlocks: ["fd00::/8"],
      prefixListIds: ["pl-1"],
      sourceSecurityGroupId: unknown,
      self: true,
    },
    { sourceSecurityGroupId: ["front"] },
  );
  expect(reach([group("web"), group("front"), rule]).map(({ peer }) => peer)).toEqual([
    range("10.0.0.0/8"),
    { kind: "unknown" },
    range("fd00::/8"),
    { kind: "id", id: "pl-1" },
    { kind: "resource", urn: "front" },
    { kind: "resource", urn: "web" },
  ]);
  const out = older({ type: "egress", protocol: "all", cidrBlocks: ["0.0.0.0/0"] });
  expect(reach([group("web"), out])).toEqual([
    { direction: "out", at: "web", peer: range("0.0.0.0/0"), protocol: "any", by: "rule" },
  ]);
});

test("a group has rules of its own", () => {
  const own = {
    ingress: [
      { protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["0.0.0.0/0"], securityGroups: [unknown], self: true },
    ],
    egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: unknown, prefixListIds: unknown }],
  };
  const http = { direction: "in", at: "web", protocol: "tcp", ports: { from: 80, to: 80 }, by: "web" };
  const out = { direction: "out", at: "web", protocol: "any", by: "web", peer: { kind: "unknown" } };
  expect(reach([group("web", own, { ingress: ["front"] }), group("front")])).toEqual([
    { ...http, peer: range("0.0.0.0/0") },
    { ...http, peer: { kind: "resource", urn: "front" } },
    { ...http, peer: { kind: "resource", urn: "web" } },
    out,
    out,
  ]);
});

test("rules that nobody knows may open anything; a group without rules opens nothing", () => {
  const defaults = made("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { egress: unknown });
  expect(reach([group("web"), defaults])).toEqual([
    { direction: "out", at: "default", peer: { kind: "unknown" }, protocol: "any", by: "default" },
  ]);
});

test("groups of one property that cannot be told apart stay unknown", () => {
  const own = { ingress: [{ protocol: "-1", securityGroups: [unknown, unknown] }] };
  const ways = reach([group("web", own, { ingress: ["a", "b"] }), group("a"), group("b")]);
  expect(ways.map(({ peer }) => peer)).toEqual([{ kind: "unknown" }, { kind: "unknown" }]);
});

test("types that are names of every object are passed over", () => {
  expect(reach([made("constructor", "x"), made("__proto__", "y"), made("toString", "z")])).toEqual([]);
});
