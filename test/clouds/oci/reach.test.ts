import { expect, test } from "vitest";
import { reach } from "../../../src/clouds/oci/reach.js";
import type { Reviewed } from "../../../src/core/review.js";

const unknown = "[unknown]";
const made = (
  type: string,
  name: string,
  inputs: Reviewed["inputs"] = {},
  propertyDependencies: Reviewed["propertyDependencies"] = {},
): Reviewed => ({ urn: name, type, name, inputs, propertyDependencies });

const group = (name: string) => made("oci:Core/networkSecurityGroup:NetworkSecurityGroup", name);
const rule = (inputs: Reviewed["inputs"], from: Reviewed["propertyDependencies"] = {}) =>
  made(
    "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
    "rule",
    { networkSecurityGroupId: unknown, ...inputs },
    { networkSecurityGroupId: ["web"], ...from },
  );
const waysOf = (...resources: Reviewed[]) => reach([group("web"), group("front"), ...resources]);

test("a rule admits a range on its ports", () => {
  const tcpOptions = { destinationPortRange: { min: 443, max: 444 } };
  expect(
    waysOf(rule({ direction: "INGRESS", protocol: "6", source: "0.0.0.0/0", sourceType: "CIDR_BLOCK", tcpOptions })),
  ).toEqual([
    {
      direction: "in",
      at: "web",
      peer: { kind: "range", cidr: "0.0.0.0/0" },
      protocol: "tcp",
      ports: { from: 443, to: 444 },
      by: "rule",
    },
  ]);
});

test("a rule opens the way to another group, and to services of Oracle's own", () => {
  const out = { direction: "EGRESS", protocol: "all" };
  const toGroup = rule(
    { ...out, destination: unknown, destinationType: "NETWORK_SECURITY_GROUP" },
    { destination: ["front"] },
  );
  const toServices = rule({ ...out, destination: "all-icn-services", destinationType: "SERVICE_CIDR_BLOCK" });
  const way = { direction: "out", at: "web", protocol: "any", by: "rule" };
  expect([...waysOf(toGroup), ...waysOf(toServices)]).toEqual([
    { ...way, peer: { kind: "resource", urn: "front" } },
    { ...way, peer: { kind: "id", id: "all-icn-services" } },
  ]);
});

test.each([
  [
    "ports of sources are no ports of destinations",
    { protocol: "6", tcpOptions: { sourcePortRange: { min: 1, max: 2 } } },
    { protocol: "tcp" },
  ],
  ["a protocol without ports", { protocol: "17" }, { protocol: "udp" }],
  ["echoes", { protocol: "1", icmpOptions: { type: 8, code: 0 } }, { protocol: "icmp" }],
  ["ports that nobody knows", { protocol: "6", tcpOptions: unknown }, { protocol: "tcp" }],
])("%s", (_, inputs, traffic) => {
  expect(waysOf(rule({ direction: "INGRESS", source: "10.0.0.0/8", ...inputs }))).toEqual([
    { direction: "in", at: "web", peer: { kind: "range", cidr: "10.0.0.0/8" }, by: "rule", ...traffic },
  ]);
});

test("an end that nobody knows stays unknown", () => {
  const ends = [
    rule({ direction: "INGRESS", protocol: "all", source: unknown, sourceType: "CIDR_BLOCK" }, { source: ["front"] }),
    rule({ direction: "INGRESS", protocol: "all", source: unknown, sourceType: "SERVICE_CIDR_BLOCK" }),
    rule({ direction: "INGRESS", protocol: "all", source: unknown, sourceType: "NETWORK_SECURITY_GROUP" }),
  ];
  expect(ends.flatMap((one) => waysOf(one)).map(({ peer }) => peer)).toEqual([
    { kind: "unknown" },
    { kind: "unknown" },
    { kind: "unknown" },
  ]);
});

test("lists guard subnets with rules of their own", () => {
  const rules = {
    ingressSecurityRules: [{ protocol: "6", source: "10.0.0.0/8", tcpOptions: { min: 22, max: 22 } }],
    egressSecurityRules: [{ protocol: "all", destination: "0.0.0.0/0" }],
  };
  const lists = [
    made("oci:Core/securityList:SecurityList", "closed", { ingressSecurityRules: [], egressSecurityRules: [] }),
    made("oci:Core/securityList:SecurityList", "list", rules),
    made("oci:Core/defaultSecurityList:DefaultSecurityList", "default", { ingressSecurityRules: unknown }),
  ];
  expect(waysOf(...lists)).toEqual([
    {
      direction: "in",
      at: "list",
      peer: { kind: "range", cidr: "10.0.0.0/8" },
      protocol: "tcp",
      ports: { from: 22, to: 22 },
      by: "list",
    },
    { direction: "out", at: "list", peer: { kind: "range", cidr: "0.0.0.0/0" }, protocol: "any", by: "list" },
    { direction: "in", at: "default", peer: { kind: "unknown" }, protocol: "any", by: "default" },
  ]);
});

test("a rule of a group that exists already guards its id, or the component that it belongs to", () => {
  const one = rule({
    networkSecurityGroupId: "ocid1.nsg",
    direction: "INGRESS",
    protocol: "all",
    source: "10.0.0.0/8",
  });
  expect([one, { ...one, component: "front" }].flatMap((each) => waysOf(each)).map(({ at }) => at)).toEqual([
    "ocid1.nsg",
    "rule",
  ]);
});
