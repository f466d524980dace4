import { createHash } from "node:crypto";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import type { Stack } from "../../conformance/harness.js";
import { argsOf, made, rolesOf, stackOn } from "./plans.js";

const loadBalancerId = { ref: "balancer.id", of: "loadBalancer:front" };
const defaultBackendSetName = { ref: "backendSet.name", of: "backendSet:front/pages" };
const http = {
  name: "web",
  loadBalancerId,
  port: 80,
  protocol: "HTTP",
  defaultBackendSetName,
  connectionConfiguration: { idleTimeoutInSeconds: "60" },
};
const https = { ...http, port: 443 };
const sslConfiguration = {
  certificateIds: ["ocid1.certificate.oc1..demo"],
  protocols: ["TLSv1.2", "TLSv1.3"],
  cipherSuiteName: "oci-tls-12-13-wider-ssl-cipher-suite-v1",
  verifyPeerCertificate: false,
};
const ingress = (port: number, label: string, source: object) => ({
  [`ingress:tcp-${port}-${label}`]: {
    type: "oci:Core/networkSecurityGroupSecurityRule:NetworkSecurityGroupSecurityRule",
    args: {
      networkSecurityGroupId: { ref: "group.id", of: "loadBalancer:front" },
      direction: "INGRESS",
      protocol: "6",
      ...source,
      stateless: false,
      tcpOptions: { destinationPortRange: { min: port, max: port } },
      description: `ingress tcp ${port} ${label}`,
    },
    owner: "loadBalancer:front",
  },
});
const internet = { source: "0.0.0.0/0", sourceType: "CIDR_BLOCK" };
const secure = (stack: Stack, args: object = {}) =>
  stack.listener({ protocol: "https", port: 443, certificate: "shop", ...args });

test("a listener opens its port to whom the balancer admits; its port is free before it is made anew", () => {
  const listener = stackOn().listener();
  expect(made(listener)).toEqual({
    ...ingress(80, "internet", internet),
    listener: { type: "oci:LoadBalancer/listener:Listener", args: http, options: { deleteBeforeReplace: true } },
  });
  expect(listener.plan.outputs).toEqual({
    listenerId: { ref: "listener.name" },
    url: {
      text: ["http://", { ref: "balancer.ipAddressDetails[0].ipAddress", of: "loadBalancer:front" }, ""],
    },
  });
});

test("ranges and tiers are sources", () => {
  const stack = stackOn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const allowFrom = [tier, "10.9.0.0/16"];
  const backendSet = stack.set({ loadBalancer: stack.balancer({ network, visibility: "private", allowFrom }) });
  const { listener: _, ...rules } = made(stack.listener({ backendSet }));
  const fromTier = ingress(80, "tier-web", {
    source: { ref: "group.id", of: "tier:web" },
    sourceType: "NETWORK_SECURITY_GROUP",
  });
  expect(rules).toEqual({
    "ingress:tcp-80-tier-web": { ...fromTier["ingress:tcp-80-tier-web"], mentions: "tier:web" },
    ...ingress(80, "10-9-0-0-16", { source: "10.9.0.0/16", sourceType: "CIDR_BLOCK" }),
  });
});

test("https is HTTP with a certificate of the Certificates service, and clients need none", () => {
  expect(argsOf(secure(stackOn()), "listener")).toEqual({ ...https, sslConfiguration });
});

test("the oldest TLS version is 1.2 or 1.3", () => {
  expect(argsOf(secure(stackOn(), { minimumTls: "1.2" }), "listener")).toEqual({ ...https, sslConfiguration });
  expect(argsOf(secure(stackOn(), { minimumTls: "1.3" }), "listener")).toEqual({
    ...https,
    sslConfiguration: {
      ...sslConfiguration,
      protocols: ["TLSv1.3"],
      cipherSuiteName: "oci-tls-13-recommended-ssl-cipher-suite-v1",
    },
  });
});

test("an idle timeout is text", () => {
  expect(argsOf(stackOn().listener({ idleTimeout: 120 }), "listener")).toEqual({
    ...http,
    connectionConfiguration: { idleTimeoutInSeconds: "120" },
  });
});

test("a host name is in the url and nowhere else", () => {
  const listener = secure(stackOn(), { hostname: "shop.example.com" });
  expect(argsOf(listener, "listener")).toEqual({ ...https, sslConfiguration });
  expect(listener.plan.outputs.url).toEqual({ text: ["https://", "shop.example.com", ""] });
});

test("a plain listener may have a fixed name", () => {
  expect(argsOf(stackOn().listener({ physicalName: "oci-demo-listener" }), "listener")).toEqual({
    ...http,
    name: "oci-demo-listener",
  });
});

const pem = (label: string, body: string) => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;
const publicCertificate = pem("CERTIFICATE", "public");
const privateKey = pem("PRIVATE KEY", "private");
const chain = pem("CERTIFICATE", "chain");
const hashOf = (value: string) => createHash("sha256").update(value).digest("hex");

test("PEM texts are a certificate of the balancer, named by what is public of it", () => {
  const listener = secure(stackOn(), { certificate: { publicCertificate, privateKey } });
  const role = `certificate:${hashOf(publicCertificate).slice(0, 8)}`;
  expect(made(listener)).toEqual({
    ...ingress(443, "internet", internet),
    [role]: {
      type: "oci:LoadBalancer/certificate:Certificate",
      args: {
        certificateName: `web--${hashOf(`${publicCertificate}\n`).slice(0, 16)}`,
        loadBalancerId,
        publicCertificate,
        privateKey: { secret: privateKey },
      },
      options: { deleteBeforeReplace: false },
    },
    listener: {
      type: "oci:LoadBalancer/listener:Listener",
      args: {
        ...https,
        name: "web--pem",
        sslConfiguration: {
          certificateName: { ref: `${role}.certificateName` },
          protocols: sslConfiguration.protocols,
          cipherSuiteName: sslConfiguration.cipherSuiteName,
          verifyPeerCertificate: false,
        },
      },
      options: { deleteBeforeReplace: true },
    },
  });
});

test("a chain stands behind its certificate and changes the name", () => {
  const listener = secure(stackOn(), { certificate: { publicCertificate, privateKey, chain } });
  expect(argsOf(listener, `certificate:${hashOf(publicCertificate).slice(0, 8)}`)).toEqual({
    certificateName: `web--${hashOf(`${publicCertificate}\n${chain}`).slice(0, 16)}`,
    loadBalancerId,
    publicCertificate: { text: [publicCertificate, "\n", chain] },
    privateKey: { secret: privateKey },
  });
});

test("a certificate that is known later is named then", async () => {
  const later = pulumi.output(publicCertificate);
  const listener = secure(stackOn(), { certificate: { publicCertificate: later, privateKey } });
  const { certificateName, ...rest } = argsOf(listener, "certificate") as { certificateName: pulumi.Output<string> };
  const name = await new Promise((resolve) => {
    certificateName.apply(resolve);
  });
  expect(name).toBe(`web--${hashOf(`${publicCertificate}\n`).slice(0, 16)}`);
  expect(rest).toEqual({ loadBalancerId, publicCertificate: later, privateKey: { secret: privateKey } });
});

function redirected(stack: Stack, to: object, status: object = {}): Declared {
  const target = secure(stack, to);
  return stack.listener({ loadBalancer: target.parent, redirect: { to: target, ...status } }, "plain");
}

test("a redirect is a rule set that keeps host, path and query, and names the other port", () => {
  expect(made(redirected(stackOn(), { port: 8443 }))).toEqual({
    ...ingress(80, "internet", internet),
    redirect: {
      type: "oci:LoadBalancer/ruleSet:RuleSet",
      args: {
        name: "plain_redirect",
        loadBalancerId,
        items: [
          {
            action: "REDIRECT",
            conditions: [{ attributeName: "PATH", attributeValue: "/", operator: "FORCE_LONGEST_PREFIX_MATCH" }],
            redirectUri: { protocol: "HTTPS", host: "{host}", port: 8443, path: "{path}", query: "{query}" },
            responseCode: 301,
          },
        ],
      },
      options: { deleteBeforeReplace: false },
    },
    listener: {
      type: "oci:LoadBalancer/listener:Listener",
      args: { ...http, name: "plain--redirect", ruleSetNames: [{ ref: "redirect.name" }] },
      options: { deleteBeforeReplace: true },
    },
  });
});

test.each([301, 302])("a redirect answers %i", (status) => {
  const { items } = argsOf(redirected(stackOn(), {}, { status }), "redirect") as { items: { responseCode: number }[] };
  expect(items.map(({ responseCode }) => responseCode)).toEqual([status]);
});

const routesOf = (listener: Declared) => {
  const { rules } = argsOf(listener, "routes") as { rules: { condition: string }[] };
  return rules.map(({ condition }) => condition);
};
const routed = (routes: Record<string, object>, args: object = {}) => {
  const stack = stackOn();
  const backendSet = stack.set();
  const entries = Object.entries(routes).map(([name, route]) => [name, { ...route, backendSet }]);
  return stack.listener({ backendSet, routes: Object.fromEntries(entries), ...args });
};

test("routes are rules of a policy, in their order", () => {
  const stack = stackOn();
  const backendSet = stack.set();
  const api = stack.set({ loadBalancer: backendSet.parent }, "api");
  const listener = stack.listener({
    backendSet,
    routes: {
      "api-v1": { host: "api.example.com", path: "/v1/*", backendSet: api },
      hello: { path: "/hello", backendSet },
    },
  });
  const condition = "all(http.request.headers[(i 'host')] eq (i 'api.example.com'), http.request.url.path sw '/v1/')";
  expect(made(listener)).toEqual({
    ...ingress(80, "internet", internet),
    routes: {
      type: "oci:LoadBalancer/loadBalancerRoutingPolicy:LoadBalancerRoutingPolicy",
      args: {
        name: "web_routes",
        loadBalancerId,
        conditionLanguageVersion: "V1",
        rules: [
          {
            name: "api_v1_786f685a",
            condition,
            actions: [
              {
                name: "FORWARD_TO_BACKENDSET",
                backendSetName: { ref: "backendSet.name", of: "backendSet:front/api" },
              },
            ],
          },
          {
            name: "hello",
            condition: "all(http.request.url.path eq '/hello')",
            actions: [{ name: "FORWARD_TO_BACKENDSET", backendSetName: defaultBackendSetName }],
          },
        ],
      },
      options: { deleteBeforeReplace: false },
    },
    listener: {
      type: "oci:LoadBalancer/listener:Listener",
      args: { ...http, name: "web--routes", routingPolicyName: { ref: "routes.name" } },
      options: { deleteBeforeReplace: true },
    },
  });
});

test("every host of a domain ends like it", () => {
  expect(routesOf(routed({ all: { host: "*.example.com" } }))).toEqual([
    "all(http.request.headers[(i 'host')][0] ew (i '.example.com'))",
  ]);
});

test("at an unusual port clients may add it to the host", () => {
  expect(routesOf(routed({ one: { host: "a.example.com", path: "/*" } }, { port: 8080 }))).toEqual([
    "all(any(http.request.headers[(i 'host')] eq (i 'a.example.com'), http.request.headers[(i 'host')] eq (i 'a.example.com:8080')), http.request.url.path sw '/')",
  ]);
  const usual = { port: 443, protocol: "https", certificate: "shop" };
  expect(routesOf(routed({ one: { host: "a.example.com" } }, usual))).toEqual([
    "all(http.request.headers[(i 'host')] eq (i 'a.example.com'))",
  ]);
});

test("what cannot be taken back is in the name of the listener", () => {
  const certificate = { publicCertificate, privateKey };
  const listener = routed({ one: { path: "/one" } }, { protocol: "https", port: 443, certificate });
  expect((argsOf(listener, "listener") as { name: string }).name).toBe("web--pem-routes");
});

test("a listener of an adopted balancer opens no ports", () => {
  const front = {
    id: "ocid1.loadbalancer.oc1..demo",
    address: "203.0.113.10",
    kind: "application",
    visibility: "public",
    cidr: "10.20.0.0/24",
  };
  const listener = stackOn({ balancers: { front } }).listener();
  expect(made(listener)).toEqual({
    listener: {
      type: "oci:LoadBalancer/listener:Listener",
      args: { ...http, loadBalancerId: front.id },
      options: { deleteBeforeReplace: true },
    },
  });
  expect(listener.plan.outputs.url).toEqual({ text: ["http://", "203.0.113.10", ""] });
});

const networkListener = {
  name: "web",
  networkLoadBalancerId: { ref: "networkBalancer.id", of: "loadBalancer:front" },
  port: 5432,
  protocol: "TCP",
  defaultBackendSetName: { ref: "networkBackendSet.name", of: "backendSet:front/pages" },
  tcpIdleTimeout: 360,
  isPpv2enabled: false,
  ipVersion: "IPV4",
};

test("a listener of a network balancer waits for the parts before it", () => {
  const stack = stackOn();
  const listener = stack.listener({ backendSet: stack.set({ protocol: "tcp" }), protocol: "tcp", port: 5432 });
  expect(made(listener)).toEqual({
    ...ingress(5432, "internet", internet),
    networkListener: {
      type: "oci:NetworkLoadBalancer/listener:Listener",
      args: networkListener,
      options: {
        deleteBeforeReplace: true,
        dependsOn: [{ ref: "networkBackendSet", of: "backendSet:front/pages" }],
      },
    },
  });
  expect(listener.plan.outputs).toEqual({
    listenerId: { ref: "networkListener.name" },
    url: {
      text: [
        "tcp://",
        { ref: "networkBalancer.ipAddresses[isPublic=true].ipAddress", of: "loadBalancer:front" },
        ":5432",
      ],
    },
  });
  expect(rolesOf(listener)).toEqual(["ingress:tcp-5432-internet", "networkListener"]);
});

test("a network listener has its own idle timeout and may have a fixed name", () => {
  const stack = stackOn();
  const args = { protocol: "tcp", port: 5432, idleTimeout: 1200, physicalName: "database" };
  const listener = stack.listener({ backendSet: stack.set({ protocol: "tcp" }), ...args });
  expect(argsOf(listener, "networkListener")).toEqual({ ...networkListener, tcpIdleTimeout: 1200, name: "database" });
});
