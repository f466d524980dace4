import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { pem } from "../../conformance/programs.js";
import { adoptedBalancer, argsOf, made, notesOf, rolesOf, stackOn } from "./plans.js";

const forward = (set = "pages") => ({
  type: "forward",
  targetGroupArn: { ref: "targetGroup.arn", of: `backendSet:front/${set}` },
});
const loadBalancerArn = { ref: "balancer.arn", of: "loadBalancer:front" };
const http = { loadBalancerArn, port: 80, protocol: "HTTP", defaultActions: [forward()] };
const tls12 = "ELBSecurityPolicy-TLS13-1-2-2021-06";
const shop = "arn:aws:acm:ap-northeast-2:123456789012:certificate/demo";
const https = { ...http, port: 443, protocol: "HTTPS", certificateArn: shop, sslPolicy: tls12 };
const secure = { port: 443, protocol: "https", certificate: "shop" };
const ingress = (port: number, rest: { description: string }) => ({
  type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  args: {
    securityGroupId: { ref: "group.id", of: "loadBalancer:front" },
    ipProtocol: "tcp",
    fromPort: port,
    toPort: port,
    ...rest,
    description: `ingress tcp ${port} ${rest.description}`,
  },
  owner: "loadBalancer:front",
});
const everyone = { cidrIpv4: "0.0.0.0/0", description: "internet" };

const listenerOf = (args: Record<string, unknown>, settings: Record<string, unknown> = {}) =>
  argsOf(stackOn(settings).listener(args), "listener");

test("a listener forwards to its set, and its port is opened to the balancer's sources", () => {
  const listener = stackOn().listener();
  expect(made(listener)).toEqual({
    "ingress:tcp-80-internet": ingress(80, everyone),
    listener: { type: "aws:lb/listener:Listener", args: http },
  });
  expect(listener.plan.outputs).toEqual({
    listenerId: { ref: "listener.arn" },
    url: { text: ["http://", { ref: "balancer.dnsName", of: "loadBalancer:front" }, ""] },
  });
  expect(notesOf(listener)).toEqual([
    "warning:plain-http: a public http listener carries everything readable; redirect it to an https one",
  ]);
});

test("the port is opened to ranges and tiers alone where the balancer names them", () => {
  const stack = stackOn();
  const network = stack.network();
  const web = stack.tier({ network });
  const allowFrom = ["10.99.0.0/16", web];
  const backendSet = stack.set({ loadBalancer: stack.balancer({ network, visibility: "private", allowFrom }) });
  const { listener: _, ...rules } = made(stack.listener({ backendSet, port: 8080 }));
  expect(rules).toEqual({
    "ingress:tcp-8080-10-99-0-0-16": ingress(8080, { cidrIpv4: "10.99.0.0/16", description: "10-99-0-0-16" } as never),
    "ingress:tcp-8080-tier-web": {
      ...ingress(8080, {
        referencedSecurityGroupId: { ref: "group.id", of: "tier:web" },
        description: "tier-web",
      } as never),
      mentions: "tier:web",
    },
  });
});

test("an adopted balancer's rules are left alone", () => {
  const listener = stackOn(adoptedBalancer).listener();
  expect(made(listener)).toEqual({
    listener: {
      type: "aws:lb/listener:Listener",
      args: { ...http, loadBalancerArn: adoptedBalancer.balancers.front.arn },
    },
  });
});

test("an https listener has the certificate of its name and takes TLS 1.2 and newer", () => {
  expect(listenerOf(secure)).toEqual(https);
  expect(listenerOf({ ...secure, minimumTls: "1.2" })).toEqual(https);
  expect(listenerOf({ ...secure, minimumTls: "1.3" })).toEqual({
    ...https,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-3-2021-06",
  });
});

test("a TLS policy of the settings stands in for the usual one", () => {
  const sslPolicy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
  expect(listenerOf(secure, { loadBalancers: { front: { sslPolicy } } })).toEqual({ ...https, sslPolicy });
  expect(listenerOf({}, { loadBalancers: { front: { sslPolicy } } })).toEqual(http);
});

test("PEM texts are imported under a role that follows the certificate, the key as a secret", () => {
  const certificate = {
    type: "aws:acm/certificate:Certificate",
    args: {
      certificateBody: pem.publicCertificate,
      privateKey: { secret: pem.privateKey },
      certificateChain: pem.chain,
    },
  };
  const listener = stackOn().listener({ ...secure, certificate: pem });
  expect(made(listener)).toEqual({
    "certificate:5a68c304": certificate,
    "ingress:tcp-443-internet": ingress(443, everyone),
    listener: {
      type: "aws:lb/listener:Listener",
      args: { ...https, certificateArn: { ref: "certificate:5a68c304.arn" } },
    },
  });
  const { chain: _, ...alone } = pem;
  const { certificateChain: __, ...withoutChain } = certificate.args;
  expect(argsOf(stackOn().listener({ ...secure, certificate: alone }), "certificate:5a68c304")).toEqual(withoutChain);
});

test("a certificate that is known at deployment keeps its role", () => {
  const publicCertificate = pulumi.output(pem.publicCertificate);
  const listener = stackOn().listener({ ...secure, certificate: { ...pem, publicCertificate } });
  expect(argsOf(listener, "listener")).toEqual({ ...https, certificateArn: { ref: "certificate.arn" } });
  expect(argsOf(listener, "certificate")).toEqual({
    certificateBody: publicCertificate,
    privateKey: { secret: pem.privateKey },
    certificateChain: pem.chain,
  });
});

test("connections are passed on, encrypted or not", () => {
  const stack = stackOn();
  const backendSet = stack.set({ protocol: "tcp" });
  expect(argsOf(stack.listener({ backendSet, protocol: "tcp", port: 5432, idleTimeout: 6000 }), "listener")).toEqual({
    ...http,
    port: 5432,
    protocol: "TCP",
    tcpIdleTimeoutSeconds: 6000,
  });
  expect(argsOf(stack.listener({ ...secure, backendSet, protocol: "tls" }, "tls"), "listener")).toEqual({
    ...https,
    protocol: "TLS",
  });
});

test("a redirect leads to the port of another listener, for good or for now", () => {
  const stack = stackOn();
  const to = stack.listener({ ...secure, port: 8443 }, "https");
  const redirect = (status: Record<string, unknown>, port: number, name: string) =>
    argsOf(stack.listener({ loadBalancer: to.parent, port, redirect: { to, ...status } }, name), "listener");
  const way = (statusCode: string) => [{ type: "redirect", redirect: { protocol: "HTTPS", port: "8443", statusCode } }];
  expect(redirect({}, 80, "http")).toEqual({ ...http, defaultActions: way("HTTP_301") });
  expect(redirect({ status: 301 }, 81, "kept")).toEqual({ ...http, port: 81, defaultActions: way("HTTP_301") });
  expect(redirect({ status: 302 }, 82, "once")).toEqual({ ...http, port: 82, defaultActions: way("HTTP_302") });
});

test("routes are rules, one for each place in their order", () => {
  const stack = stackOn();
  const backendSet = stack.set();
  const api = stack.set({ loadBalancer: backendSet.parent }, "api");
  const listener = stack.listener({
    backendSet,
    routes: {
      api: { path: "/api/*", backendSet: api },
      admin: { host: "admin.example.com", path: "/admin", backendSet: api },
      partners: { host: "*.partners.example.com", backendSet },
    },
  });
  const rule = (priority: number, Name: string, conditions: object[], set?: string) => ({
    type: "aws:lb/listenerRule:ListenerRule",
    args: { listenerArn: { ref: "listener.arn" }, priority, conditions, actions: [forward(set)], tags: { Name } },
  });
  const host = (value: string) => ({ hostHeader: { values: [value] } });
  const path = (value: string) => ({ pathPattern: { values: [value] } });
  expect(made(listener)).toEqual({
    "ingress:tcp-80-internet": ingress(80, everyone),
    listener: { type: "aws:lb/listener:Listener", args: http },
    "route:1": rule(1, "api", [path("/api/*")], "api"),
    "route:2": rule(2, "admin", [host("admin.example.com"), path("/admin")], "api"),
    "route:3": rule(3, "partners", [host("*.partners.example.com")]),
  });
});

test("a route that is put first moves no rule to a priority that another one has", () => {
  const roles = (...names: string[]) => {
    const stack = stackOn();
    const backendSet = stack.set();
    const routes = Object.fromEntries(names.map((name) => [name, { path: `/${name}`, backendSet }]));
    const { resources } = stack.listener({ backendSet, routes }).plan;
    return Object.entries(resources).flatMap(([role, { args }]) => (args.priority ? [[role, args.priority]] : []));
  };
  const before = roles("a", "b");
  expect(before).toEqual([
    ["route:1", 1],
    ["route:2", 2],
  ]);
  expect(roles("new", "a", "b").slice(0, 2)).toEqual(before);
});

test("the url is made of the host name that clients use, and of a port that is not the usual one", () => {
  const url = (args: Record<string, unknown>) => stackOn().listener(args).plan.outputs.url;
  expect(url({ ...secure, hostname: "shop.example.com" })).toEqual({ text: ["https://", "shop.example.com", ""] });
  expect(url({ port: 8080, hostname: "shop.example.com" })).toEqual({ text: ["http://", "shop.example.com", ":8080"] });
});

test("a listener's parts have the labels of its balancer", () => {
  const stack = stackOn();
  const tags = { team: "web" };
  const backendSet = stack.set({ loadBalancer: stack.balancer({ tags }) });
  const routes = { api: { path: "/api/*", backendSet } };
  const listener = stack.listener({ ...secure, certificate: pem, backendSet, routes });
  expect(rolesOf(listener).map((role) => listener.plan.resources[role]?.args.tags)).toEqual([
    tags,
    tags,
    tags,
    { Name: "api", ...tags },
  ]);
});
