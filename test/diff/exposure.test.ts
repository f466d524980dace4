import { expect, test } from "vitest";
import { diffPlans } from "../../src/diff/diff-plans.js";
import type { PlanExposure, Values } from "../../src/plan/model.js";
import { component, diff, plan, resource } from "./harness.js";

const tier = component("Tier", "web", {});
const balancer = component("LoadBalancer", "front", {});

function way(peer: string, ports: string, more: Partial<PlanExposure> = {}): PlanExposure {
  return { direction: "in", at: tier.urn, place: "tier web", peer, protocol: "tcp", ports, by: [], ...more };
}

function exposed(base: readonly PlanExposure[], head: readonly PlanExposure[]) {
  const components = [tier, balancer];
  const { exposure, verdict } = diff(plan({ components, exposure: base }), plan({ components, exposure: head }));
  return [
    verdict.exposure,
    exposure.map(({ status, wider, way: one }) => `${status}${wider ? "!" : ""} ${one.peer} ${one.ports}`),
  ];
}

test.each<[string, PlanExposure[], PlanExposure[], string, string[]]>([
  ["nothing", [], [], "same", []],
  ["the same", [way("internet", "443")], [way("internet", "443")], "same", ["same internet 443"]],
  ["a first way", [], [way("internet", "443")], "wider", ["added! internet 443"]],
  ["a way that closes", [way("internet", "443")], [], "narrower", ["removed internet 443"]],
  [
    "another port",
    [way("internet", "443")],
    [way("internet", "80")],
    "wider",
    ["added! internet 80", "removed internet 443"],
  ],
  [
    "a port of a range",
    [way("internet", "80-90")],
    [way("internet", "85")],
    "narrower",
    ["added internet 85", "removed internet 80-90"],
  ],
  [
    "more ports",
    [way("internet", "80-90")],
    [way("internet", "80-91")],
    "wider",
    ["added! internet 80-91", "removed internet 80-90"],
  ],
  [
    "all ports",
    [way("internet", "80")],
    [way("internet", "any")],
    "wider",
    ["added! internet any", "removed internet 80"],
  ],
  [
    "one of all ports",
    [way("internet", "any")],
    [way("internet", "80")],
    "narrower",
    ["added internet 80", "removed internet any"],
  ],
  [
    "a smaller range",
    [way("10.0.0.0/8", "80")],
    [way("10.1.0.0/16", "80")],
    "narrower",
    ["added 10.1.0.0/16 80", "removed 10.0.0.0/8 80"],
  ],
  [
    "a larger range",
    [way("10.1.0.0/16", "80")],
    [way("10.0.0.0/8", "80")],
    "wider",
    ["added! 10.0.0.0/8 80", "removed 10.1.0.0/16 80"],
  ],
  [
    "a range of IPv6",
    [way("fd00::/8", "80")],
    [way("fd00:1::/32", "80")],
    "narrower",
    ["added fd00:1::/32 80", "removed fd00::/8 80"],
  ],
  [
    "a range of the internet",
    [way("internet", "80")],
    [way("fd00:1::/32", "80")],
    "narrower",
    ["added fd00:1::/32 80", "removed internet 80"],
  ],
  [
    "the internet for all ranges",
    [way("0.0.0.0/1", "80")],
    [way("internet", "80")],
    "wider",
    ["added! internet 80", "removed 0.0.0.0/1 80"],
  ],
  [
    "another family",
    [way("::/1", "80")],
    [way("10.0.0.0/8", "80")],
    "wider",
    ["added! 10.0.0.0/8 80", "removed ::/1 80"],
  ],
  [
    "a part beside the whole",
    [way("internet", "any")],
    [way("internet", "any"), way("internet", "80")],
    "changed",
    ["added internet 80", "same internet any"],
  ],
  ["an id", [way("sg-1", "80")], [way("sg-2", "80")], "wider", ["added! sg-2 80", "removed sg-1 80"]],
  [
    "the unknown",
    [way("10.0.0.0/8", "80")],
    [way("[unknown]", "80")],
    "wider",
    ["added! [unknown] 80", "removed 10.0.0.0/8 80"],
  ],
  ["the unknown on both sides", [way("[unknown]", "80")], [way("[unknown]", "80")], "same", ["same [unknown] 80"]],
  [
    "no ports at all",
    [way("internet", "80")],
    [way("internet", "x-y")],
    "wider",
    ["added! internet x-y", "removed internet 80"],
  ],
])("%s", (_, base, head, verdict, ways) => {
  expect(exposed(base, head)).toEqual([verdict, ways]);
});

test("any protocol covers each, and none covers any", () => {
  const any = way("internet", "any", { protocol: "any" });
  const udp = way("internet", "any", { protocol: "udp" });
  expect([exposed([any], [udp])[0], exposed([udp], [any])[0]]).toEqual(["narrower", "wider"]);
});

test("a way out is no way in, and a way at another place is another", () => {
  const out = way("internet", "443", { direction: "out" });
  const elsewhere = way("internet", "443", { at: balancer.urn });
  expect([exposed([out], [way("internet", "443")])[0], exposed([elsewhere], [way("internet", "443")])[0]]).toEqual([
    "wider",
    "wider",
  ]);
});

test("a component is covered by itself and by the internet, not by a range", () => {
  const from = (ports: string) => way("load balancer front", ports, { from: balancer.urn });
  expect([
    exposed([from("80-90")], [from("80")])[0],
    exposed([way("internet", "80")], [from("80")])[0],
    exposed([way("10.0.0.0/8", "80")], [from("80")])[0],
    exposed([from("80")], [way("internet", "80")])[0],
  ]).toEqual(["narrower", "narrower", "wider", "wider"]);
});

test("renamed ends are the same ends, and rules that open a way do not count", () => {
  const side = (name: string, by: string, aliases: string[]) => {
    const own = component("Tier", name, {}, { options: { aliases: aliases.map((alias) => ({ name: alias })) } });
    const place = { at: own.urn, place: `tier ${name}`, by: [by] };
    return plan({
      components: [own],
      exposure: [way("internet", "80", place), way(`tier ${name}`, "81", { ...place, from: own.urn })],
    });
  };
  const { exposure, verdict } = diff(side("a", "x", []), side("b", "y", ["a"]));
  expect([verdict.exposure, exposure.map(({ status, way: one }) => [status, one.place, one.peer])]).toEqual([
    "same",
    [
      ["same", "tier b", "internet"],
      ["same", "tier b", "tier b"],
    ],
  ]);
});

test("a new right is wider reach, and a right that goes is narrower", () => {
  const group = (...verbs: string[]) =>
    plan({
      components: [
        component("DynamicGroupPolicy", "web", {
          allow: verbs.map((verb) => ({ verb, resource: "object-storage", on: ["assets"] })),
        }),
      ],
    });
  const found = (base: string[], head: string[]) => {
    const { rights, verdict } = diff(group(...base), group(...head));
    return [verdict.exposure, rights];
  };
  const right = (verb: string) => ({
    component: "dynamic group policy web",
    right: `${verb} object-storage on assets`,
  });
  expect([found(["read"], ["read", "manage"]), found(["read", "use"], ["use"]), found(["read"], ["read"])]).toEqual([
    ["wider", [{ status: "added", ...right("manage") }]],
    ["narrower", [{ status: "removed", ...right("read") }]],
    ["same", []],
  ]);
});

test("a right in a wider scope is another right", () => {
  const group = (scope?: string) =>
    plan({
      components: [
        component("DynamicGroupPolicy", "web", {
          allow: [{ verb: "read", resource: "keys" }],
          ...(scope === undefined ? {} : { scope }),
        }),
      ],
    });
  expect(diff(group(), group("tenancy")).rights).toEqual([
    { status: "added", component: "dynamic group policy web", right: "read keys in the tenancy" },
    { status: "removed", component: "dynamic group policy web", right: "read keys" },
  ]);
});

test("a way that closes within one that stays open is not narrower", () => {
  const base = [way("internet", "any"), way("internet", "80"), way("10.0.0.0/8", "22", { protocol: "udp" })];
  const { exposure, verdict } = diff(
    plan({ components: [tier], exposure: base }),
    plan({ components: [tier], exposure: base.slice(0, 1) }),
  );
  expect([verdict.exposure, exposure.map(({ status, narrower, way: { ports } }) => [status, narrower, ports])]).toEqual(
    [
      "narrower",
      [
        ["removed", true, "22"],
        ["removed", undefined, "80"],
        ["same", undefined, "any"],
      ],
    ],
  );
});

test.each<[string, string[], string[], string, string[]]>([
  ["IPv6 beside IPv4", ["IPv4"], ["IPv4", "IPv6"], "wider", ["added! internet over IPv6", "same internet over IPv4"]],
  ["IPv4 beside IPv6", ["IPv6"], ["IPv4", "IPv6"], "wider", ["added! internet over IPv4", "same internet over IPv6"]],
  ["without IPv6", ["IPv4", "IPv6"], ["IPv4"], "narrower", ["removed internet over IPv6", "same internet over IPv4"]],
  ["IPv6 for IPv4", ["IPv4"], ["IPv6"], "wider", ["added! internet over IPv6", "removed internet over IPv4"]],
  ["both as before", ["IPv4", "IPv6"], ["IPv4", "IPv6"], "same", ["same internet"]],
  ["both anew", [], ["IPv4", "IPv6"], "wider", ["added! internet"]],
  ["both gone", ["IPv4", "IPv6"], [], "narrower", ["removed internet"]],
  ["one family alone", [], ["IPv6"], "wider", ["added! internet"]],
])("the internet by families: %s", (_, base, head, verdict, ways) => {
  const side = (families: string[]) =>
    families.map((family) => way(`internet over ${family}`, "443", { by: [family] }));
  const { exposure, verdict: said } = diff(
    plan({ components: [tier], exposure: side(base) }),
    plan({ components: [tier], exposure: side(head) }),
  );
  expect([
    said.exposure,
    exposure.map(({ status, wider, way: one }) => `${status}${wider ? "!" : ""} ${one.peer}`),
  ]).toEqual([verdict, ways]);
});

test("each internet covers the ranges of its family, and only that of IPv4 what has no address in the plan", () => {
  const found = (family: string, peer: string, more: Partial<PlanExposure> = {}) =>
    exposed([way(`internet over ${family}`, "80")], [way(peer, "80", more)])[0];
  expect([
    found("IPv4", "10.0.0.0/8"),
    found("IPv4", "fd00::/8"),
    found("IPv6", "fd00::/8"),
    found("IPv6", "10.0.0.0/8"),
    found("IPv4", "load balancer front", { from: balancer.urn }),
    found("IPv6", "load balancer front", { from: balancer.urn }),
  ]).toEqual(["narrower", "wider", "narrower", "wider", "narrower", "wider"]);
});

test("a rule for all of IPv6 beside one for all of IPv4 is told by the native resources", () => {
  const rule = (name: string, range: Values) =>
    resource("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", name, {
      inputs: { securityGroupId: "sg-1", ipProtocol: "tcp", fromPort: 443, toPort: 443, ...range },
    });
  const [four, six] = [rule("four", { cidrIpv4: "0.0.0.0/0" }), rule("six", { cidrIpv6: "::/0" })];
  const options = { base: { label: "a" }, head: { label: "b" } };
  const { verdict, exposure } = diffPlans(plan({ resources: [four] }), plan({ resources: [four, six] }), options);
  expect([verdict.exposure, exposure.map(({ status, way: { peer } }) => [status, peer])]).toEqual([
    "wider",
    [
      ["added", "internet over IPv6"],
      ["same", "internet over IPv4"],
    ],
  ]);
});
