import { cloudFor, type Stack } from "../conformance/harness.js";
import type { Limit } from "./row.js";

export type OpenStackLimit = Omit<Limit, "cloud">;

export const id = "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a03";
export const ovn = { driver: "ovn" };
export const open = { id: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a02", cidr: "10.20.0.0/24", public: true };

export function cloudOf(settings: object) {
  return cloudFor("openstack", settings);
}

/** Settings in which the network "shop" exists already. */
export function adopted(changes: object) {
  const shop = { networkId: "1f0c9a34-52b1-4a53-9d52-1c7f0e4f6a01", cidr: "10.20.0.0/16", outbound: "nat" };
  return { networks: { shop: { ...shop, subnets: [open], ...changes } } };
}

export const adoptedBalancer = {
  balancers: {
    front: {
      id: "6e0c9a34-52b1-4a53-9d52-1c7f0e4f6a04",
      address: "203.0.113.20",
      visibility: "public",
      vipSubnetId: "6e0c9a34-52b1-4a53-9d52-1c7f0e4f6a05",
      vipSubnetCidr: "10.20.0.0/24",
    },
  },
};

/** Settings with options of the balancer "front". */
export function options(given: object) {
  return { loadBalancers: { front: given } };
}

export const secure = { port: 443, protocol: "https", certificate: "shop" };
export const first = { address: "10.20.0.10" };

export function http(check: object) {
  return { healthCheck: { protocol: "http", ...check } };
}

export function cookie(name: string) {
  return { stickiness: { kind: "application-cookie", cookie: name } };
}

export function members(...all: object[]) {
  return { members: Object.fromEntries(all.map((one, index) => [`m${index + 1}`, one])) };
}

export function tcpSet(stack: Stack, args: object = {}) {
  return stack.set({ protocol: "tcp", ...args });
}

/** A listener's set behind a balancer of kind network. */
export function tls(stack: Stack) {
  return { backendSet: tcpSet(stack) };
}

/** A set's balancer of kind network that admits one range. */
export function closed(stack: Stack) {
  return { loadBalancer: stack.balancer({ kind: "network", visibility: "private", allowFrom: ["10.20.0.0/16"] }) };
}

/** An http listener that redirects to an https one of the given options. */
export function redirected(stack: Stack, args: object) {
  const to = stack.listener({ ...secure, ...args }, "https");
  return stack.listener({ loadBalancer: to.parent, redirect: { to } });
}

/** A listener on port 80 and another one beside it. */
export function twice(stack: Stack, port: number) {
  const backendSet = stack.set();
  stack.listener({ backendSet, port: 80 });
  return stack.listener({ backendSet, port }, "other");
}

export function routed(stack: Stack, protocol: string) {
  const backendSet = stack.set({ protocol });
  return stack.listener({ backendSet, protocol, routes: { api: { path: "/api/*", backendSet } } });
}
