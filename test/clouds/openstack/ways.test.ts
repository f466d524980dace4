import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { resourcesOf, stackWith } from "./stack.js";

const rule = (
  direction: string,
  args: object,
  { tier = "web", ...more }: { tier?: string; mentions?: string } = {},
) => ({
  type: "openstack:networking/secGroupRule:SecGroupRule",
  args: { securityGroupId: { ref: "group.id", of: `tier:${tier}` }, direction, ethertype: "IPv4", ...args },
  owner: `tier:${tier}`,
  ...more,
});
const tcp = (port: number) => ({ protocol: "tcp", portRangeMin: port, portRangeMax: port });
const metadata = {
  "egress:tcp-80-169-254-169-254-32": rule("egress", { ...tcp(80), remoteIpPrefix: "169.254.169.254/32" }),
};
const bare = {
  type: "openstack:networking/secGroup:SecGroup",
  args: { description: "members of a tier", deleteDefaultRules: true },
};

test("a tier that may open nothing loses its default rules, and reaches its own metadata all the same", () => {
  expect(resourcesOf(stackWith().tier({ egress: [] }))).toEqual({ group: bare, ...metadata });
});

test("a tier opens what its egress says, and nothing else", () => {
  const stack = stackWith();
  const network = stack.network();
  const data = stack.tier({ network }, "data");
  const egress = [
    { to: "anywhere", port: 443 },
    { to: "10.9.0.0/16", port: 53, protocol: "udp" },
    { to: "10.8.0.0/16" },
    { to: data, port: 5432 },
  ];
  expect(resourcesOf(stack.tier({ network, egress }))).toEqual({
    group: bare,
    "egress:tcp-443-0-0-0-0-0": rule("egress", { ...tcp(443), remoteIpPrefix: "0.0.0.0/0" }),
    "egress:udp-53-10-9-0-0-16": rule("egress", { ...tcp(53), protocol: "udp", remoteIpPrefix: "10.9.0.0/16" }),
    "egress:any-10-8-0-0-16": rule("egress", { remoteIpPrefix: "10.8.0.0/16" }),
    "egress:tcp-5432-tier-data": rule(
      "egress",
      { ...tcp(5432), remoteGroupId: { ref: "group.id", of: "tier:data" } },
      { mentions: "tier:data" },
    ),
    ...metadata,
  });
});

test("a tier that may open anything among other things keeps its default rules", () => {
  const it = stackWith().tier({ egress: [{ to: "anywhere" }, { to: "10.9.0.0/16", port: 53 }] });
  expect(resourcesOf(it)).toEqual({ group: { ...bare, args: { description: "members of a tier" } } });
});

test("a replaced group of a fixed name stands beside the old one", () => {
  expect(resourcesOf(stackWith().tier({ egress: [], physicalName: "shop-web" })).group).toEqual({
    ...bare,
    args: { ...bare.args, name: "shop-web" },
    options: { deleteBeforeReplace: false },
  });
});

test("members take administration from where access says", () => {
  const stack = stackWith();
  const network = stack.network();
  const jump = stack.tier({ network }, "jump");
  const access = [
    { port: 22, from: ["10.30.0.0/24", jump] },
    { port: 9100, from: "anyone" },
  ];
  expect(resourcesOf(stack.tier({ network, access }))).toEqual({
    group: { ...bare, args: { description: "members of a tier" } },
    "ingress:tcp-22-10-30-0-0-24": rule("ingress", { ...tcp(22), remoteIpPrefix: "10.30.0.0/24" }),
    "ingress:tcp-22-tier-jump": rule(
      "ingress",
      { ...tcp(22), remoteGroupId: { ref: "group.id", of: "tier:jump" } },
      { mentions: "tier:jump" },
    ),
    "ingress:tcp-9100-0-0-0-0-0": rule("ingress", { ...tcp(9100), remoteIpPrefix: "0.0.0.0/0" }),
  });
});

test("an access rule that a pool's set needs as well is one and the same", () => {
  const stack = stackWith();
  const network = stack.network();
  const tier = stack.tier({ network, access: [{ port: 5000, from: ["10.20.0.0/17"] }] });
  const it = stack.set({ loadBalancer: stack.balancer({ network }), tier });
  const role = "ingress:tcp-5000-10-20-0-0-17";
  expect(resourcesOf(it)[role]).toEqual(resourcesOf(tier)[role]);
});

/** The rules that a listener on port 8080 makes for a tier in front of it. */
function clientRules(settings: object, egress: object[] | undefined, withTier: boolean): object {
  const stack = stackWith(settings);
  const network = stack.network();
  const web = stack.tier({ network, egress });
  const app = stack.tier({ network }, "app");
  const kind = "driver" in settings ? "network" : "application";
  const protocol = kind === "network" ? "tcp" : "http";
  const loadBalancer = stack.balancer({ network, kind, visibility: "private", allowFrom: [web] }, "inner");
  const backendSet = stack.set({ loadBalancer, protocol, ...(withTier ? { tier: app } : {}) });
  const listener: Declared = stack.listener({ loadBalancer, backendSet, protocol, port: 8080 });
  return Object.fromEntries(Object.entries(resourcesOf(listener)).filter(([role]) => role !== "listener"));
}

test("a tier of limited egress reaches the listeners of balancers that are there for it", () => {
  expect(clientRules({}, [], true)).toEqual({
    "egress:tcp-8080-10-20-0-0-17": rule("egress", { ...tcp(8080), remoteIpPrefix: "10.20.0.0/17" }),
  });
});

test("a tier that may open anything needs no rule for a listener", () => {
  expect(clientRules({}, undefined, true)).toEqual({});
});

test("through an OVN balancer it reaches members under their own addresses and ports too", () => {
  const vip = { "egress:tcp-8080-10-20-0-0-17": rule("egress", { ...tcp(8080), remoteIpPrefix: "10.20.0.0/17" }) };
  expect(clientRules({ driver: "ovn" }, [], true)).toEqual({
    ...vip,
    "egress:tcp-5000-10-20-128-0-17": rule("egress", { ...tcp(5000), remoteIpPrefix: "10.20.128.0/17" }),
  });
  expect(clientRules({ driver: "ovn" }, [], false)).toEqual({
    ...vip,
    "egress:tcp-5000-10-20-0-0-16": rule("egress", { ...tcp(5000), remoteIpPrefix: "10.20.0.0/16" }),
  });
});
