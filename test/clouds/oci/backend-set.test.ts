import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const loadBalancerId = { ref: "balancer.id", of: "loadBalancer:front" };
const healthChecker = {
  protocol: "HTTP",
  intervalMs: 10000,
  isForcePlainText: false,
  port: 5000,
  timeoutInMillis: 3000,
  retries: 3,
  urlPath: "/",
  returnCode: 200,
  responseBodyRegex: ".*",
};
const plain = { name: "pages", loadBalancerId, policy: "ROUND_ROBIN", healthChecker };
const tcp = {
  protocol: "TCP",
  intervalMs: 10000,
  isForcePlainText: false,
  port: 5000,
  timeoutInMillis: 3000,
  retries: 3,
};
const setOf = (args: Record<string, unknown>, settings: object = {}) =>
  argsOf(stackOn(settings).set(args), "backendSet");
const checkOf = (check: object, args: object = {}) =>
  (setOf({ healthCheck: { protocol: "http", ...check }, ...args }) as { healthChecker: unknown }).healthChecker;

test("a backend set says all of its health check, and is made anew beside its old self", () => {
  const set = stackOn().set();
  expect(made(set)).toEqual({
    backendSet: {
      type: "oci:LoadBalancer/backendSet:BackendSet",
      args: plain,
      options: { deleteBeforeReplace: false },
    },
  });
  expect(set.plan.outputs).toEqual({ backendSetId: { ref: "backendSet.name" } });
  expect(notesOf(set)).toEqual([]);
});

test.each([
  ["round-robin", "ROUND_ROBIN"],
  ["least-connections", "LEAST_CONNECTIONS"],
  ["source-ip", "IP_HASH"],
])("policy %s is %s", (policy, native) => {
  expect(setOf({ policy })).toEqual({ ...plain, policy: native });
});

const cookie = {
  cookieName: "X-Oracle-BMC-LBS-Route",
  disableFallback: false,
  path: "/",
  isHttpOnly: true,
  isSecure: false,
};

test("a cookie of the balancer is part of the set's name, as it cannot be taken back", () => {
  expect(setOf({ stickiness: { kind: "balancer-cookie" } })).toEqual({
    ...plain,
    name: "pages--cookie",
    lbCookieSessionPersistenceConfiguration: cookie,
  });
});

test("so is the life of that cookie", () => {
  expect(setOf({ stickiness: { kind: "balancer-cookie", duration: 600 } })).toEqual({
    ...plain,
    name: "pages--timed-cookie",
    lbCookieSessionPersistenceConfiguration: { ...cookie, maxAgeInSeconds: 600 },
  });
});

test("so is a cookie of the application", () => {
  expect(setOf({ stickiness: { kind: "application-cookie", cookie: "session" } })).toEqual({
    ...plain,
    name: "pages--own-cookie",
    sessionPersistenceConfiguration: { cookieName: "session", disableFallback: false },
  });
});

test("stickiness by address is the policy, and the plan says so", () => {
  const set = stackOn().set({ stickiness: { kind: "source-address" } });
  expect(argsOf(set, "backendSet")).toEqual({ ...plain, policy: "IP_HASH" });
  expect(notesOf(set)).toEqual([
    "emulated:backendSet.stickiness.source-address: the policy becomes the hash of the client's address",
  ]);
});

test("a check's numbers are sent in milliseconds", () => {
  const check = { path: "/hello", interval: 20, timeout: 4, unhealthyThreshold: 2, port: 5001, expectedStatus: 204 };
  expect(checkOf(check)).toEqual({
    ...healthChecker,
    intervalMs: 20000,
    timeoutInMillis: 4000,
    retries: 2,
    port: 5001,
    urlPath: "/hello",
    returnCode: 204,
  });
});

test("a check may be a GET request by name", () => {
  expect(checkOf({ method: "GET" })).toEqual(healthChecker);
});

test("a short interval shortens the time to answer", () => {
  expect(checkOf({ interval: 2 })).toEqual({ ...healthChecker, intervalMs: 2000, timeoutInMillis: 2000 });
});

test("one number of tries counts both ways", () => {
  expect(checkOf({ healthyThreshold: 5 })).toEqual({ ...healthChecker, retries: 5 });
  expect(checkOf({ healthyThreshold: 4, unhealthyThreshold: 4 })).toEqual({ ...healthChecker, retries: 4 });
});

test("a check of connections is part of the set's name, as what requests need cannot be taken back", () => {
  expect(setOf({ healthCheck: { protocol: "tcp" } })).toEqual({ ...plain, name: "pages--tcp", healthChecker: tcp });
});

test("a cookie and a check of connections are both in the name", () => {
  expect(setOf({ healthCheck: { protocol: "tcp" }, stickiness: { kind: "balancer-cookie" } })).toEqual({
    ...plain,
    name: "pages--cookie-tcp",
    healthChecker: tcp,
    lbCookieSessionPersistenceConfiguration: cookie,
  });
});

const sslConfiguration = {
  protocols: ["TLSv1.2", "TLSv1.3"],
  cipherSuiteName: "oci-tls-12-13-wider-ssl-cipher-suite-v1",
  verifyPeerCertificate: false,
};

test("members that speak https are not verified unless the settings name authorities, and the plan says so", () => {
  const set = stackOn().set({ protocol: "https", healthCheck: { protocol: "https" } });
  expect(argsOf(set, "backendSet")).toEqual({ ...plain, sslConfiguration });
  expect(notesOf(set)).toEqual([
    "near:backendSet.protocol.https: members' certificates are not verified: trustedAuthorities in the settings name none",
  ]);
});

test("authorities in the settings verify members", () => {
  const trustedAuthorities = ["ocid1.cabundle.oc1..demo"];
  const set = stackOn({ trustedAuthorities }).set({ protocol: "https", healthCheck: { protocol: "https" } });
  expect(argsOf(set, "backendSet")).toEqual({
    ...plain,
    sslConfiguration: {
      ...sslConfiguration,
      verifyPeerCertificate: true,
      verifyDepth: 5,
      trustedCertificateAuthorityIds: trustedAuthorities,
    },
  });
  expect(notesOf(set)).toEqual([]);
});

test("members that speak https may be checked in plain text", () => {
  expect(checkOf({}, { protocol: "https" })).toEqual({ ...healthChecker, isForcePlainText: true });
  expect(checkOf({ protocol: "tcp" }, { protocol: "https" })).toEqual({ ...tcp, isForcePlainText: true });
});

test("a balancer that replaces clients' addresses is what there is", () => {
  expect(setOf({ clientAddress: "replaced" })).toEqual(plain);
});

test("a plain set may have a fixed name", () => {
  expect(setOf({ physicalName: "oci-demo-set" })).toEqual({ ...plain, name: "oci-demo-set" });
});

const member = { loadBalancerId, backendsetName: { ref: "backendSet.name" }, port: 5000, weight: 1, backup: false };
const egress = (address: string, port: number) => ({
  [`egress:tcp-${port}-${address.replaceAll(".", "-")}-32`]: {
    type: "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
    args: {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "EGRESS",
      protocol: "6",
      destination: { text: [address, "/32"] },
      destinationType: "CIDR_BLOCK",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: port, max: port } },
      description: `egress tcp ${port} ${address.replaceAll(".", "-")}-32`,
    },
    owner: "loadBalancer:front",
  },
});

test("members by address are backends that the balancer may reach", () => {
  const set = stackOn().set({ members: { a: { address: "10.0.0.85" } } });
  expect(made(set)).toEqual({
    backendSet: {
      type: "oci:LoadBalancer/backendSet:BackendSet",
      args: plain,
      options: { deleteBeforeReplace: false },
    },
    "member:a": { type: "oci:LoadBalancer/backend:Backend", args: { ...member, ipAddress: "10.0.0.85" } },
    ...egress("10.0.0.85", 5000),
  });
  expect(notesOf(set)).toEqual([
    "note:backendSet.refresh: changing the set needs a refresh first, or its members are sent empty: options: { refresh: always } in Pulumi.yaml",
  ]);
});

test("a member has its own port, weight and place behind the others; all are checked where they serve", () => {
  const members = { a: { address: "10.0.0.85", port: 8080, weight: 3, backup: true }, b: { address: "10.0.0.86" } };
  const set = stackOn().set({ members });
  expect(argsOf(set, "member:a")).toEqual({
    ...member,
    ipAddress: "10.0.0.85",
    port: 8080,
    weight: 3,
    backup: true,
  });
  expect(argsOf(set, "backendSet")).toEqual({ ...plain, healthChecker: { ...healthChecker, port: 0 } });
  expect(rolesOf(set)).toEqual([
    "backendSet",
    "member:a",
    "member:b",
    "egress:tcp-8080-10-0-0-85-32",
    "egress:tcp-5000-10-0-0-86-32",
  ]);
});

test("the balancer reaches each member at the port that is checked, too", () => {
  const members = { a: { address: "10.0.0.85" }, b: { address: "10.0.0.86", port: 5001 } };
  const set = stackOn().set({ members, healthCheck: { protocol: "http", port: 5001 } });
  expect(rolesOf(set).filter((role) => role.startsWith("egress"))).toEqual([
    "egress:tcp-5000-10-0-0-85-32",
    "egress:tcp-5001-10-0-0-85-32",
    "egress:tcp-5001-10-0-0-86-32",
  ]);
});

test("equally named members of two sets have rules of their own", () => {
  const stack = stackOn();
  const loadBalancer = stack.balancer();
  const roles = ["s1", "s2"].map((name, index) => {
    const members = { a: { address: `10.0.0.${index + 1}` }, b: { address: pulumi.output("10.0.0.9") } };
    return rolesOf(stack.set({ loadBalancer, members }, name)).filter((role) => role.startsWith("egress"));
  });
  expect(roles).toEqual([
    ["egress:tcp-5000-10-0-0-1-32", "egress:tcp-5000-member-front/s1/b"],
    ["egress:tcp-5000-10-0-0-2-32", "egress:tcp-5000-member-front/s2/b"],
  ]);
});

const ends = {
  tier: { ref: "group.id", of: "tier:web" },
  balancer: { ref: "group.id", of: "loadBalancer:front" },
};
const ruleType = "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule";
const paths = (port: number) => ({
  [`egress:tcp-${port}-tier-web`]: {
    type: ruleType,
    args: {
      networkSecurityGroupId: ends.balancer,
      direction: "EGRESS",
      protocol: "6",
      destination: ends.tier,
      destinationType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: port, max: port } },
      description: `egress tcp ${port} tier-web`,
    },
    owner: "loadBalancer:front",
    mentions: "tier:web",
  },
  [`ingress:tcp-${port}-balancer-front`]: {
    type: ruleType,
    args: {
      networkSecurityGroupId: ends.tier,
      direction: "INGRESS",
      protocol: "6",
      source: ends.balancer,
      sourceType: "NETWORK_SECURITY_GROUP",
      stateless: false,
      tcpOptions: { destinationPortRange: { min: port, max: port } },
      description: `ingress tcp ${port} balancer-front`,
    },
    owner: "tier:web",
    mentions: "loadBalancer:front",
  },
});

test("a tier and its balancer open the ways between them, that of the health check included", () => {
  const stack = stackOn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const set = stack.set({
    loadBalancer: stack.balancer({ network }),
    tier,
    healthCheck: { protocol: "http", port: 5001 },
  });
  const { backendSet: _, ...rules } = made(set);
  expect(rules).toEqual({ ...paths(5000), ...paths(5001) });
});

const front = {
  id: "ocid1.loadbalancer.oc1..demo",
  address: "203.0.113.10",
  kind: "application",
  visibility: "public",
};

test("an adopted balancer's group is admitted, and stays as it is", () => {
  const networkSecurityGroupId = "ocid1.networksecuritygroup.oc1..demo";
  const stack = stackOn({ balancers: { front: { ...front, networkSecurityGroupId } } });
  const network = stack.network();
  const set = stack.set({ loadBalancer: stack.balancer({ network }), tier: stack.tier({ network }) });
  const { "ingress:tcp-5000-balancer-front": ingress } = paths(5000);
  expect(made(set)).toEqual({
    backendSet: {
      type: "oci:LoadBalancer/backendSet:BackendSet",
      args: { ...plain, loadBalancerId: front.id },
      options: { deleteBeforeReplace: false },
    },
    "ingress:tcp-5000-balancer-front": { ...ingress, args: { ...ingress?.args, source: networkSecurityGroupId } },
  });
});

test("where an adopted balancer has no group, its subnet is admitted", () => {
  const stack = stackOn({ balancers: { front: { ...front, cidr: "10.20.0.0/24" } } });
  const network = stack.network();
  const set = stack.set({ loadBalancer: stack.balancer({ network }), tier: stack.tier({ network }) });
  expect(rolesOf(set)).toEqual(["backendSet", "ingress:tcp-5000-10-20-0-0-24"]);
  expect(argsOf(set, "ingress:tcp-5000-10-20-0-0-24")).toEqual({
    networkSecurityGroupId: ends.tier,
    direction: "INGRESS",
    protocol: "6",
    source: "10.20.0.0/24",
    sourceType: "CIDR_BLOCK",
    stateless: false,
    tcpOptions: { destinationPortRange: { min: 5000, max: 5000 } },
    description: "ingress tcp 5000 10-20-0-0-24",
  });
});

test("members by address behind an adopted balancer need no rules of ours", () => {
  const stack = stackOn({ balancers: { front: { ...front, cidr: "10.20.0.0/24" } } });
  expect(rolesOf(stack.set({ members: { a: { address: "10.0.0.85" } } }))).toEqual(["backendSet", "member:a"]);
});
