import { expect, test } from "vitest";
import { argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const networkLoadBalancerId = { ref: "networkBalancer.id", of: "loadBalancer:front" };
const healthChecker = { protocol: "TCP", intervalInMillis: 10000, port: 5000, timeoutInMillis: 3000, retries: 3 };
const plain = {
  name: "pages",
  networkLoadBalancerId,
  policy: "FIVE_TUPLE",
  isPreserveSource: false,
  healthChecker,
};
const request = { urlPath: "/", returnCode: 200, responseBodyRegex: ".*" };
const setOf = (args: object) => argsOf(stackOn().set({ protocol: "tcp", ...args }), "networkBackendSet");

test("a backend set of a network balancer replaces clients' addresses unless it says otherwise", () => {
  const set = stackOn().set({ protocol: "tcp" });
  expect(made(set)).toEqual({
    networkBackendSet: {
      type: "oci:NetworkLoadBalancer/backendSet:BackendSet",
      args: plain,
      options: { deleteBeforeReplace: false, dependsOn: [] },
    },
  });
  expect(set.plan.outputs).toEqual({ backendSetId: { ref: "networkBackendSet.name" } });
  expect(notesOf(set)).toEqual([]);
});

test("round robin is the hash of each connection, and the plan says so", () => {
  const set = stackOn().set({ protocol: "tcp", policy: "round-robin" });
  expect(argsOf(set, "networkBackendSet")).toEqual(plain);
  expect(notesOf(set)).toEqual([
    "near:backendSet.policy.round-robin: connections are spread by the hash of their addresses and ports",
  ]);
});

test("policy source-ip is the hash of two addresses", () => {
  expect(setOf({ policy: "source-ip" })).toEqual({ ...plain, policy: "TWO_TUPLE" });
});

test("stickiness by address is the policy, and the plan says so", () => {
  const set = stackOn().set({ protocol: "tcp", stickiness: { kind: "source-address" } });
  expect(argsOf(set, "networkBackendSet")).toEqual({ ...plain, policy: "TWO_TUPLE" });
  expect(notesOf(set)).toEqual([
    "emulated:backendSet.stickiness.source-address: the policy becomes the hash of the client's and the balancer's addresses",
  ]);
});

test.each([
  ["http", "HTTP"],
  ["https", "HTTPS"],
])("a check by %s request is part of the set's name, as what it needs cannot be taken back", (protocol, native) => {
  const check = { protocol, interval: 5, timeout: 2, healthyThreshold: 2, path: "/hello", expectedStatus: "204" };
  expect(setOf({ healthCheck: check })).toEqual({
    ...plain,
    name: "pages--http",
    healthChecker: {
      ...healthChecker,
      ...request,
      protocol: native,
      intervalInMillis: 5000,
      timeoutInMillis: 2000,
      retries: 2,
      urlPath: "/hello",
      returnCode: 204,
    },
  });
});

test("a plain set may have a fixed name", () => {
  expect(setOf({ physicalName: "oci-demo-set" })).toEqual({ ...plain, name: "oci-demo-set" });
});

test("parts of one balancer are made one after the other", () => {
  const stack = stackOn();
  const loadBalancer = stack.balancer({ kind: "network" });
  const members = { a: { address: "10.0.0.85" }, b: { address: "10.0.0.86", port: 5001, weight: 2, backup: true } };
  const one = stack.set({ protocol: "tcp", loadBalancer, members }, "one");
  const two = stack.set({ protocol: "tcp", loadBalancer }, "two");
  const member = { networkLoadBalancerId, backendSetName: { ref: "networkBackendSet.name" } };
  const rule = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";
  const parts = Object.entries(made(one)).filter(([, planned]) => (planned as { type: string }).type !== rule);
  expect(Object.fromEntries(parts)).toEqual({
    networkBackendSet: {
      type: "oci:NetworkLoadBalancer/backendSet:BackendSet",
      args: { ...plain, name: "one", healthChecker: { ...healthChecker, port: 0 } },
      options: { deleteBeforeReplace: false, dependsOn: [] },
    },
    "networkMember:a": {
      type: "oci:NetworkLoadBalancer/backend:Backend",
      args: { ...member, ipAddress: "10.0.0.85", port: 5000, weight: 1, isBackup: false },
    },
    "networkMember:b": {
      type: "oci:NetworkLoadBalancer/backend:Backend",
      args: { ...member, ipAddress: "10.0.0.86", port: 5001, weight: 2, isBackup: true },
      options: { dependsOn: [{ ref: "networkMember:a" }] },
    },
  });
  expect(two.plan.resources.networkBackendSet?.options).toEqual({
    deleteBeforeReplace: false,
    dependsOn: [{ ref: "networkMember:b", of: "backendSet:front/one" }],
  });
  expect(notesOf(one)).toEqual([
    "note:backendSet.refresh: changing the set needs a refresh first, or its members are sent empty: options: { refresh: always } in Pulumi.yaml",
  ]);
});

function kept(visibility: string, allowFrom?: unknown[]) {
  const stack = stackOn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const clients = stack.tier({ network }, "clients");
  const sources = allowFrom?.map((source) => (source === "clients" ? clients : source));
  const loadBalancer = stack.balancer({
    network,
    kind: "network",
    visibility,
    ...(sources ? { allowFrom: sources } : {}),
  });
  const members = { a: { address: "10.20.9.9", port: 5002 } };
  const healthCheck = { protocol: "tcp", port: 5001 };
  return stack.set({ protocol: "tcp", loadBalancer, tier, clientAddress: "kept", members, healthCheck });
}

test("clients whose addresses are kept are admitted by the members, on the ports that serve", () => {
  const set = kept("private", ["clients", "10.9.0.0/16"]);
  const { isPreserveSource } = argsOf(set, "networkBackendSet") as { isPreserveSource: unknown };
  expect(isPreserveSource).toBe(true);
  expect(rolesOf(set).filter((role) => role.includes("gress"))).toEqual([
    "egress:tcp-5000-tier-web",
    "egress:tcp-5001-tier-web",
    "egress:tcp-5002-tier-web",
    "ingress:tcp-5000-balancer-front",
    "ingress:tcp-5001-balancer-front",
    "ingress:tcp-5002-balancer-front",
    "ingress:tcp-5000-tier-clients",
    "ingress:tcp-5002-tier-clients",
    "ingress:tcp-5000-10-9-0-0-16",
    "ingress:tcp-5002-10-9-0-0-16",
  ]);
  expect(notesOf(set)[0]).toBe(
    "near:backendSet.clientAddress.kept: members admit the clients' addresses besides the balancer's: whoever may reach it, may reach them",
  );
});

test("behind a public balancer that keeps addresses the members admit the internet", () => {
  expect(argsOf(kept("public"), "ingress:tcp-5000-internet")).toEqual({
    networkSecurityGroupId: { ref: "group.id", of: "tier:web" },
    direction: "INGRESS",
    protocol: "6",
    source: "0.0.0.0/0",
    sourceType: "CIDR_BLOCK",
    stateless: false,
    tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
    description: "ingress tcp 5000 internet",
  });
});

test("a set that replaces addresses says so in its own words, too", () => {
  expect(setOf({ clientAddress: "replaced" })).toEqual(plain);
});
