import type { Stack } from "../../conformance/harness.js";
import type { Case } from "./case.js";

const secure = (stack: Stack, fields: object = {}) =>
  stack.listener({ protocol: "https", port: 443, certificate: "shop", ...fields });

/** A listener with so many routes, each with a path, and a host where asked. */
function routed(stack: Stack, count: number, host: object, port = 80) {
  const backendSet = stack.set();
  const routes = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`r${index}`, { path: `/${index}`, ...host, backendSet }]),
  );
  return stack.listener({ backendSet, port, routes });
}

export const listeners: readonly Case[] = [
  {
    says: "listener names of 1-255 characters",
    bad: (stack) => stack.listener({ physicalName: "x".repeat(256) }),
    good: (stack) => stack.listener({ physicalName: "x".repeat(255) }),
    path: "listener.physicalName",
    text: "has more than 255 characters",
  },
  {
    says: "listener names without spaces",
    bad: (stack) => stack.listener({ physicalName: "front door" }),
    good: (stack) => stack.listener({ physicalName: "front-door" }),
    path: "listener.physicalName",
    text: '"front door" must hold letters, digits, _ and single hyphens only',
  },
  {
    says: "listener names unique on the balancer",
    bad: (stack) =>
      stack.listener({ backendSet: stack.listener().spec.backendSet, port: 81, physicalName: "web" }, "b"),
    good: (stack) => stack.listener({ backendSet: stack.listener().spec.backendSet, port: 81, physicalName: "b" }, "b"),
    path: "listener.physicalName",
    text: '"web" is the name of "web" on the balancer; instead: another name',
  },
  {
    says: "routes cannot be taken back, so a listener with them has no fixed name",
    bad: (stack) => {
      const backendSet = stack.set();
      return stack.listener({ backendSet, physicalName: "web", routes: { a: { path: "/a", backendSet } } });
    },
    good: (stack) => stack.listener({ physicalName: "web" }),
    path: "listener.physicalName",
    text: "cannot be fixed here: routes could not be taken back under the same name; instead: leave it out",
  },
  {
    says: "listener port from 1",
    bad: (stack) => stack.listener({ port: 0 }),
    good: (stack) => stack.listener({ port: 1 }),
    path: "listener.port",
    text: "0 is below 1; instead: a number from 1 to 65535",
  },
  {
    says: "listener port up to 65535",
    bad: (stack) => stack.listener({ port: 65536 }),
    good: (stack) => stack.listener({ port: 65535 }),
    path: "listener.port",
    text: "65536 is above 65535; instead: a number from 1 to 65535",
  },
  {
    says: "all SSL listeners on a port share protocols: there is one listener on a port",
    bad: (stack) => secure(stack, { backendSet: secure(stack).spec.backendSet, minimumTls: "1.3" }),
    good: (stack) => secure(stack, { minimumTls: "1.3" }),
    path: "listener.port",
    text: '443 is taken by listener "web" of balancer "front"; instead: another port',
  },
  {
    says: "idleTimeoutInSeconds from 1",
    bad: (stack) => stack.listener({ idleTimeout: 0 }),
    good: (stack) => stack.listener({ idleTimeout: 1 }),
    path: "listener.idleTimeout",
    text: "0 is below 1; instead: a number from 1 to 6000",
  },
  {
    says: "sslConfiguration.certificateIds names a certificate",
    bad: (stack) => secure(stack, { certificate: "other" }),
    good: (stack) => secure(stack, { certificate: "shop" }),
    path: "listener.certificate",
    text: '"other" is not among certificates in the settings; instead: "shop"',
  },
  {
    says: "https needs a certificate",
    bad: (stack) => secure(stack, { certificate: undefined }),
    good: (stack) => secure(stack),
    path: "listener.certificate",
    text: "is required for https; instead: a name from certificates in the settings, or PEM texts",
  },
  {
    says: "a policy has 1-100 rules",
    bad: (stack) => routed(stack, 101, {}),
    good: (stack) => routed(stack, 100, {}),
    path: "listener.routes",
    text: "has 101 routes; 100 are allowed here; instead: fewer routes, or a second balancer",
  },
  {
    says: "a policy has up to 200 conditions",
    bad: (stack) => routed(stack, 67, { host: "shop.example.com" }, 8080),
    good: (stack) => routed(stack, 66, { host: "shop.example.com" }, 8080),
    path: "listener.routes",
    text: "has 201 conditions (hosts and paths); 200 are allowed here; instead: fewer routes, or a second balancer",
  },
  {
    says: "conditions quote with '",
    bad: (stack) => routed(stack, 1, { path: "/it's" }),
    good: (stack) => routed(stack, 1, { path: "/its" }),
    path: "listener.routes.r0.path",
    text: `"/it's" must hold no ': conditions here are quoted with it`,
  },
  {
    says: "redirect responseCode, of which every cloud has 301 and 302",
    bad: (stack) => stack.listener({ redirect: { to: secure(stack), status: 303 } }),
    good: (stack) => {
      const to = secure(stack);
      return stack.listener({ loadBalancer: to.parent, redirect: { to, status: 302 } }, "http");
    },
    path: "listener.redirect.status",
    text: "303 is not a value of this option; instead: 301 or 302",
  },
];
