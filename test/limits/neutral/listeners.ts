import * as pulumi from "@pulumi/pulumi";
import type { Declared } from "../../../src/core/declared.js";
import type { Stack } from "../../conformance/harness.js";
import type { Limit } from "../row.js";
import { eventual, fixedNames, type Pair, pairs, range } from "./cases.js";

const listener = (stack: Stack, args: Record<string, unknown>) => stack.listener(args);

/** A listener with one route. */
const routed = (stack: Stack, route: Record<string, unknown>) => {
  const backendSet = stack.set();
  return stack.listener({ backendSet, routes: { api: { path: "/api/*", backendSet, ...route } } });
};
const hosts = 'must be a host name; instead: a name such as "shop.example.com"';
const paths = 'must begin with / and may end in *; instead: a path such as "/api/*"';
const hostname = (name: string): Pair => ["hostname", hosts, { hostname: name }, { hostname: "a-1.example.com" }];
const host = (name: string): Pair => ["host", hosts, { host: name }, { host: "*.example.com" }];
const path = (name: string): Pair => ["path", paths, { path: name }, { path: "/a-b_c/*" }];
const label = "a".repeat(63);

type Make = (stack: Stack, set: Declared, other: Declared) => unknown;

/** Two listeners of a balancer whose set is `set`; `other` belongs to another balancer. */
const among = (key: string, text: string, bad: Make, good: Make): Limit => ({
  section: "neutral Listener",
  says: key,
  cloud: "every",
  path: `listener.${key}`,
  text,
  bad: (stack) => make(stack, bad),
  good: (stack) => make(stack, good),
});
function make(stack: Stack, run: Make) {
  const network = stack.network();
  const sets = ["front", "back"].map((name) => stack.set({ loadBalancer: stack.balancer({ network }, name) }));
  return run(stack, sets[0] as Declared, sets[1] as Declared);
}
const secured = (stack: Stack, backendSet: Declared, name = "https") =>
  stack.listener({ backendSet, port: 443, protocol: "https", certificate: "shop", hostname: "a.example.com" }, name);
const redirect = (stack: Stack, from: Declared, to: Declared, rest: Record<string, unknown> = {}) =>
  stack.listener({ loadBalancer: from.parent, redirect: { to }, ...rest }, "http");
const redirected: Make = (stack, set) => redirect(stack, set, secured(stack, set));

const routes = (...all: [host: string | undefined, path: string | undefined][]): Make => {
  return (stack, backendSet) => {
    const entries = all.map(([host, path], index) => [
      `r${index + 1}`,
      { ...(host ? { host } : {}), ...(path ? { path } : {}), backendSet },
    ]);
    return stack.listener({ backendSet, routes: Object.fromEntries(entries) });
  };
};
const taken = 'takes what route "r1" took before it; instead: another host or path, or one route';

export const listeners = [
  ...pairs(
    "aws 1.6",
    "listener",
    listener,
    range("port", 1, 65535, (port) => ({ port })),
  ),
  ...pairs("neutral Listener", "listener", listener, [
    [
      "loadBalancer",
      "must be a LoadBalancer; instead: the LoadBalancer component itself, not its id or name",
      { loadBalancer: "front" },
      {},
    ],
    ["port", "is required", { port: undefined }, {}],
    [
      "protocol",
      '"h2" is not a value of this option; instead: "http", "https", "tcp" or "tls"',
      { protocol: "h2" },
      {},
    ],
    [
      "protocol",
      '"tcp" is not spoken by the application balancer "front"; instead: "http" or "https"',
      { protocol: "tcp" },
      { protocol: "http" },
    ],
    [
      "backendSet",
      "must be a BackendSet; instead: the BackendSet component itself, not its id or name",
      { backendSet: {}, loadBalancer: undefined },
      {},
    ],
    ["routes", "needs at least one route", { routes: {} }, {}],
    ["routes", "must be an object of names; got a list", { routes: [] }, {}],
    ["idleTimeout", "0 is below 1; instead: a number from 1 to 6000", { idleTimeout: 0 }, {}],
    ["idleTimeout", "6001 is above 6000; instead: a number from 1 to 6000", { idleTimeout: 6001 }, {}],
    ...["shop_1.example.com", "-shop.example.com", "shop-.example.com", "*.example.com", "https://a.b", "a..b", ""].map(
      hostname,
    ),
    hostname(`${"a".repeat(64)}.example.com`),
    ["hostname", "has more than 253 characters", { hostname: [label, label, label, label].join(".") }, {}],
    [
      "name",
      "is not an option of Listener; instead: one of backendSet, certificate, hostname, idleTimeout, loadBalancer, minimumTls, physicalName, port, protocol, redirect, routes",
      { name: "http" },
      {},
    ],
    ...eventual("port", (port) => ({ port }), {}, pulumi.output(80)),
  ]),
  ...pairs("neutral Listener", "listener", listener, fixedNames({ physicalName: "http" }), "openstack"),
  ...pairs("neutral Listener", "listener.routes.api", routed, [
    ["", "takes every request; instead: a host, a path, or both", { path: undefined }, {}],
    [
      "backendSet",
      "must be a BackendSet; instead: the BackendSet component itself, not its id or name",
      { backendSet: "api" },
      {},
    ],
    ["port", "is not an option here; instead: one of backendSet, host, path", { port: 80 }, {}],
    ...["*", "*.", "a.*.com", "shop_1.example.com", ""].map(host),
    ...["api", "", "/a*b", "/a b", "/a?b", "/**"].map(path),
    ["path", "has more than 128 characters", { path: `/${"a".repeat(128)}` }, { path: `/${"a".repeat(127)}` }],
  ]),
  among(
    "port",
    '80 is taken by listener "web" of balancer "front"; instead: another port',
    (stack, backendSet) => [stack.listener({ backendSet }), stack.listener({ backendSet }, "other")],
    (stack, backendSet) => [stack.listener({ backendSet }), stack.listener({ backendSet, port: 81 }, "other")],
  ),
  among(
    "backendSet",
    "is required unless the listener redirects; instead: a backend set, or redirect: { to: … }",
    (stack, set) => stack.listener({ loadBalancer: set.parent, backendSet: undefined, redirect: undefined, port: 80 }),
    redirected,
  ),
  among(
    "redirect",
    "stands against backendSet: a listener forwards or redirects; instead: one of the two",
    (stack, set) => stack.listener({ backendSet: set, redirect: { to: secured(stack, set) } }),
    redirected,
  ),
  among(
    "routes",
    "stands against redirect: every request is redirected; instead: one of the two",
    (stack, set) => {
      const to = secured(stack, set);
      return redirect(stack, set, to, { routes: { api: { path: "/api", backendSet: set } } });
    },
    redirected,
  ),
  among(
    "backendSet",
    '"pages" belongs to balancer "back", the listener to "front"; instead: a set of the same balancer',
    (stack, set, other) => stack.listener({ loadBalancer: set.parent, backendSet: other }),
    (stack, set) => stack.listener({ loadBalancer: set.parent, backendSet: set }),
  ),
  among(
    "routes.api.backendSet",
    '"pages" belongs to balancer "back", the listener to "front"; instead: a set of the same balancer',
    (stack, backendSet, other) => stack.listener({ backendSet, routes: { api: { path: "/api", backendSet: other } } }),
    (stack, backendSet) => stack.listener({ backendSet, routes: { api: { path: "/api", backendSet } } }),
  ),
  among(
    "routes",
    'name "1" must begin with a letter and go on with letters, digits, - or _; instead: a name such as "api"',
    (stack, backendSet) => stack.listener({ backendSet, routes: { 1: { path: "/api", backendSet } } }),
    routes([undefined, "/api"]),
  ),
  among("routes.r2", taken, routes([undefined, "/a"], [undefined, "/a"]), routes([undefined, "/a"], [undefined, "/b"])),
  among(
    "routes.r2",
    taken,
    routes(["a.example.com", undefined], ["A.example.com", undefined]),
    routes(["a.example.com", undefined], ["a.example.com", "/a"]),
  ),
  among(
    "redirect",
    'is for http listeners; this one is https; instead: protocol: "http"',
    (stack, set) => redirect(stack, set, secured(stack, set), { port: 444, protocol: "https", certificate: "shop" }),
    redirected,
  ),
  among(
    "redirect.to",
    '"web" is http; instead: an https listener',
    (stack, set) => redirect(stack, set, stack.listener({ backendSet: set }), { port: 81 }),
    redirected,
  ),
  among(
    "redirect.to",
    '"https" belongs to balancer "back"; instead: a listener of "front"',
    (stack, set, other) => redirect(stack, set, secured(stack, other)),
    redirected,
  ),
  among(
    "redirect.to",
    "must be a Listener; instead: the Listener component itself, not its id or name",
    (stack, set) => redirect(stack, set, "https" as never),
    redirected,
  ),
  among(
    "redirect.status",
    "307 is not a value of this option; instead: 301 or 302",
    (stack, set) => {
      const to = secured(stack, set);
      return redirect(stack, set, to, { redirect: { to, status: 307 } });
    },
    redirected,
  ),
  among(
    "redirect.host",
    "is not an option here; instead: one of status, to",
    (stack, set) => {
      const to = secured(stack, set);
      return redirect(stack, set, to, { redirect: { to, host: "a.example.com" } });
    },
    redirected,
  ),
];
