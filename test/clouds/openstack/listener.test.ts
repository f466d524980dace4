import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const balancerId = { ref: "balancer.id", of: "loadBalancer:front" };
const pages = { ref: "pool.id", of: "backendSet:front/pages" };
const whole = { ref: "monitor", of: "backendSet:front/pages" };
const forwarded = { "X-Forwarded-For": "true", "X-Forwarded-Port": "true", "X-Forwarded-Proto": "true" };
/** Octavia's own: the provider keeps what is no longer asked for. */
const always = {
  timeoutClientData: 50_000,
  timeoutMemberData: 50_000,
  timeoutMemberConnect: 5000,
  timeoutTcpInspect: 0,
  connectionLimit: -1,
};
const http = {
  ...always,
  loadbalancerId: balancerId,
  protocol: "HTTP",
  protocolPort: 80,
  defaultPoolId: pages,
  insertHeaders: forwarded,
};
const shopRef = "https://barbican.example.com/v1/containers/5f6c1d0a-9f1e-4b44-8f0e-2b7f5f2d9c11";
const https = { ...http, protocol: "TERMINATED_HTTPS", protocolPort: 443, defaultTlsContainerRef: shopRef };
const tcp = { ...always, loadbalancerId: balancerId, protocol: "TCP", protocolPort: 5432, defaultPoolId: pages };

const listener = (args: object, dependsOn: object[] = [whole]) => ({
  type: "openstack:loadbalancer/listener:Listener",
  args,
  options: { deleteBeforeReplace: true, dependsOn },
});
const policy = (args: object, after: string) => ({
  type: "openstack:loadbalancer/l7PolicyV2:L7PolicyV2",
  args: { listenerId: { ref: "listener.id" }, ...args },
  options: { dependsOn: [{ ref: after }] },
});
const rule = (of: string, args: object, after: string) => ({
  type: "openstack:loadbalancer/l7RuleV2:L7RuleV2",
  args: { l7policyId: { ref: `${of}.id` }, ...args },
  options: { dependsOn: [{ ref: after }] },
});
const encrypted = { protocol: "https", port: 443, certificate: "shop" };
const tcpListener = (stack = stackWith(), more: object = {}) =>
  stack.listener({ backendSet: stack.set({ protocol: "tcp" }), protocol: "tcp", port: 5432, ...more });

test("an http listener sends to its pool once the set is whole, and tells members of the client", () => {
  const it = stackWith().listener();
  expect(resourcesOf(it)).toEqual({ listener: listener(http) });
  expect(outputsOf(it)).toEqual({
    listenerId: { ref: "listener.id" },
    url: { text: ["http://", { ref: "address.address", of: "loadBalancer:front" }, ""] },
  });
});

test("an https listener ends encryption with the container that the settings name", () => {
  const it = stackWith().listener({ ...encrypted, hostname: "shop.example.com" });
  expect(resourcesOf(it)).toEqual({ listener: listener(https) });
  expect(outputsOf(it)).toEqual({
    listenerId: { ref: "listener.id" },
    url: { text: ["https://", "shop.example.com", ""] },
  });
  expect(notesOf(it)).toEqual([]);
});

test("TLS 1.2 is Octavia's own default, and near", () => {
  const it = stackWith().listener({ ...encrypted, minimumTls: "1.2" });
  expect(resourcesOf(it)).toEqual({ listener: listener(https) });
  expect(notesOf(it)).toEqual(["near:listener.minimumTls.1.2"]);
});

test("a tcp listener passes connections on, without headers", () => {
  expect(resourcesOf(tcpListener())).toEqual({ listener: listener(tcp) });
});

test("a silence is timed on both sides, in milliseconds", () => {
  expect(resourcesOf(tcpListener(undefined, { idleTimeout: 350 }))).toEqual({
    listener: listener({ ...tcp, timeoutClientData: 350_000, timeoutMemberData: 350_000 }),
  });
});

test("options of the balancer in the settings are those of its listeners", () => {
  const loadBalancers = { front: { connectionLimit: 2000, memberConnectTimeout: 3000, tcpInspectTimeout: 100 } };
  expect(resourcesOf(tcpListener(stackWith({ loadBalancers })))).toEqual({
    listener: listener({ ...tcp, connectionLimit: 2000, timeoutMemberConnect: 3000, timeoutTcpInspect: 100 }),
  });
});

test("what is left out is said as Octavia's own: the provider would keep what was asked for before", () => {
  const loadBalancers = { front: { connectionLimit: -1, memberConnectTimeout: 5000, tcpInspectTimeout: 0 } };
  const said = tcpListener(stackWith({ loadBalancers }), { idleTimeout: 50 });
  expect(resourcesOf(tcpListener())).toEqual(resourcesOf(said));
});

test("headers of the settings are added as texts; those of certificates to https listeners only", () => {
  const insertHeaders = { "X-Forwarded-Port": false, "X-SSL-Client-CN": true };
  const stack = stackWith({ loadBalancers: { front: { insertHeaders } } });
  const wanted = { ...forwarded, "X-Forwarded-Port": "false" };
  expect(resourcesOf(stack.listener()).listener).toEqual(listener({ ...http, insertHeaders: wanted }));
  expect(resourcesOf(stack.listener(encrypted)).listener).toEqual(
    listener({ ...https, insertHeaders: { ...wanted, "X-SSL-Client-CN": "true" } }),
  );
});

test("labels of the balancer and a fixed name are the listener's", () => {
  const stack = stackWith();
  const backendSet = stack.set({ loadBalancer: stack.balancer({ tags: { team: "shop" } }) });
  expect(resourcesOf(stack.listener({ backendSet, physicalName: "shop-http" }))).toEqual({
    listener: listener({ ...http, tags: ["team=shop"], name: "shop-http" }),
  });
});

test("clients are ranges: those given, and the subnets of tiers, each once", () => {
  const stack = stackWith();
  const network = stack.network();
  const allowFrom = [stack.tier({ network }), stack.tier({ network }, "jobs"), "198.51.100.0/24"];
  const loadBalancer = stack.balancer({ network, visibility: "private", allowFrom });
  expect(resourcesOf(stack.listener({ backendSet: stack.set({ loadBalancer }) }))).toEqual({
    listener: listener({ ...http, allowedCidrs: ["10.20.128.0/17", "198.51.100.0/24"] }),
  });
});

test("nothing is left out once the internet may connect", () => {
  const stack = stackWith();
  const loadBalancer = stack.balancer({ allowFrom: ["198.51.100.0/24", "internet"] });
  expect(resourcesOf(stack.listener({ backendSet: stack.set({ loadBalancer }) }))).toEqual({
    listener: listener(http),
  });
});

const pem = {
  publicCertificate: "-----BEGIN CERTIFICATE-----\npublic\n-----END CERTIFICATE-----\n",
  privateKey: "-----BEGIN PRIVATE KEY-----\nprivate\n-----END PRIVATE KEY-----\n",
};
const chain = "-----BEGIN CERTIFICATE-----\nchain\n-----END CERTIFICATE-----\n";
const stored = (secretType: string, payload: unknown) => ({
  type: "openstack:keymanager/secretV1:SecretV1",
  args: { payload, payloadContentType: "text/plain", secretType },
});
const container = (...secretRefs: object[]) => ({
  type: "openstack:keymanager/containerV1:ContainerV1",
  args: { type: "certificate", secretRefs },
});

test("PEM texts go to Barbican under names of the public certificate; the key is a secret", () => {
  const it = stackWith().listener({ ...encrypted, certificate: { ...pem, chain } });
  const hash = Object.keys(resourcesOf(it))[0]?.split(":")[1];
  expect(hash).toMatch(/^[0-9a-f]{8}$/);
  expect(resourcesOf(it)).toEqual({
    [`publicCertificate:${hash}`]: stored("certificate", pem.publicCertificate),
    [`privateKey:${hash}`]: stored("private", { secret: pem.privateKey }),
    [`chain:${hash}`]: stored("certificate", chain),
    [`certificate:${hash}`]: container(
      { name: "certificate", secretRef: { ref: `publicCertificate:${hash}.secretRef` } },
      { name: "private_key", secretRef: { ref: `privateKey:${hash}.secretRef` } },
      { name: "intermediates", secretRef: { ref: `chain:${hash}.secretRef` } },
    ),
    listener: listener({ ...https, defaultTlsContainerRef: { ref: `certificate:${hash}.containerRef` } }),
  });
});

test("a certificate without a chain has two secrets; one that is known later has no hash", () => {
  const publicCertificate = Promise.resolve(pem.publicCertificate);
  const it = stackWith().listener({ ...encrypted, certificate: { ...pem, publicCertificate } });
  expect(resourcesOf(it)).toEqual({
    publicCertificate: stored("certificate", publicCertificate),
    privateKey: stored("private", { secret: pem.privateKey }),
    certificate: container(
      { name: "certificate", secretRef: { ref: "publicCertificate.secretRef" } },
      { name: "private_key", secretRef: { ref: "privateKey.secretRef" } },
    ),
    listener: listener({ ...https, defaultTlsContainerRef: { ref: "certificate.containerRef" } }),
  });
});

function redirected(target: object, own: object): Declared {
  const stack = stackWith();
  const to = stack.listener({ ...encrypted, ...target }, "https");
  return stack.listener({ loadBalancer: to.parent, redirect: { to }, ...own });
}
const { defaultPoolId: _, ...without } = http;
const everything = { type: "PATH", compareType: "STARTS_WITH", value: "/" };

test("a redirect is one fixed URL of the target's host name, and near", () => {
  const it = redirected({ hostname: "shop.example.com" }, { hostname: "www.example.com" });
  expect(resourcesOf(it)).toEqual({
    listener: listener(without, []),
    redirect: policy({ action: "REDIRECT_TO_URL", redirectUrl: "https://shop.example.com", position: 1 }, "listener"),
    redirectPath: rule("redirect", everything, "redirect"),
  });
  expect(notesOf(it)).toEqual(["near:listener.redirect"]);
});

test("a redirect takes its own host name when the target has none, and the target's unusual port", () => {
  expect(resourcesOf(redirected({ port: 8443 }, { hostname: "shop.example.com" })).redirect).toEqual(
    policy({ action: "REDIRECT_TO_URL", redirectUrl: "https://shop.example.com:8443", position: 1 }, "listener"),
  );
});

test("routes are policies in their order, each made after the one before it", () => {
  const stack = stackWith();
  const backendSet = stack.set();
  const api = stack.set({ loadBalancer: backendSet.parent }, "api");
  const it = stack.listener({
    backendSet,
    routes: {
      api: { path: "/api/*", backendSet: api },
      admin: { host: "admin.example.com", path: "/admin", backendSet: api },
      partners: { host: "*.partners.example.com", backendSet },
    },
  });
  const pool = { ref: "pool.id", of: "backendSet:front/api" };
  const forward = { action: "REDIRECT_TO_POOL" };
  expect(resourcesOf(it)).toEqual({
    listener: listener(http, [whole, { ref: "monitor", of: "backendSet:front/api" }]),
    "route:api": policy({ ...forward, redirectPoolId: pool, position: 1 }, "listener"),
    "routePath:api": rule("route:api", { type: "PATH", compareType: "STARTS_WITH", value: "/api/" }, "route:api"),
    "route:admin": policy({ ...forward, redirectPoolId: pool, position: 2 }, "routePath:api"),
    "routeHost:admin": rule(
      "route:admin",
      { type: "HOST_NAME", compareType: "EQUAL_TO", value: "admin.example.com" },
      "route:admin",
    ),
    "routePath:admin": rule(
      "route:admin",
      { type: "PATH", compareType: "EQUAL_TO", value: "/admin" },
      "routeHost:admin",
    ),
    "route:partners": policy({ ...forward, redirectPoolId: pages, position: 3 }, "routePath:admin"),
    "routeHost:partners": rule(
      "route:partners",
      { type: "HOST_NAME", compareType: "ENDS_WITH", value: ".partners.example.com" },
      "route:partners",
    ),
  });
});

test.each([
  ["http", 8080, "shop.example.com:8080"],
  ["https", 8443, "shop.example.com:8443"],
  ["https", 443, "shop.example.com"],
])("a host on an %s listener at %i is written %s by clients", (protocol, port, value) => {
  const stack = stackWith();
  const backendSet = stack.set();
  const certificate = protocol === "https" ? { certificate: "shop" } : {};
  const routes = { shop: { host: "shop.example.com", backendSet } };
  const it = stack.listener({ backendSet, protocol, port, ...certificate, routes });
  expect(resourcesOf(it)["routeHost:shop"]).toEqual(
    rule("route:shop", { type: "HOST_NAME", compareType: "EQUAL_TO", value }, "route:shop"),
  );
});
