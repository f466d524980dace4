import { expect, test } from "vitest";
import type { PlanExposure } from "../../src/plan/model.js";
import { component, diff, plan } from "./harness.js";

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
