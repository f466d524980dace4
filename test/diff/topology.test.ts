import { expect, test } from "vitest";
import type { Value } from "../../src/plan/model.js";
import { component, diff, plan } from "./harness.js";

/** Two tiers behind two balancers. */
function stack({ port = 443, max = 2, allowFrom = [{ kind: "tier", tier: "tier:web" }] as Value } = {}) {
  return plan({
    components: [
      component("Network", "shop", {}),
      component("Tier", "web", {
        placement: "private",
        access: [{ port: 22, from: [{ kind: "range", cidr: "10.0.0.0/8" }] }],
      }),
      component("LoadBalancer", "front", { visibility: "public", kind: "application" }),
      component("LoadBalancer", "inner", { visibility: "private", kind: "application", allowFrom }),
      component("BackendSet", "pages", { loadBalancer: "loadBalancer:front", protocol: "http", port: 5000 }),
      component("Listener", "https", {
        loadBalancer: "loadBalancer:front",
        protocol: "https",
        port,
        backendSet: "backendSet:pages",
      }),
      component("Listener", "http", {
        loadBalancer: "loadBalancer:front",
        protocol: "http",
        port: 80,
        redirect: { to: "listener:https" },
      }),
      component("InstanceTemplate", "web", { tier: "tier:web", machine: "small" }),
      component("InstancePool", "web", {
        template: "instanceTemplate:web",
        backendSets: ["backendSet:pages"],
        size: { min: 1, max },
      }),
    ],
  });
}

test("the picture shows the ways of traffic, from its sources to the tiers", () => {
  const status = "same";
  expect(diff(stack(), stack()).topology).toEqual({
    nodes: [
      { id: "n0", kind: "internet", label: "internet", status },
      { id: "n1", kind: "range", label: "10.0.0.0/8", status },
      { id: "n2", kind: "balancer", label: "load balancer front", detail: "public application", status },
      { id: "n3", kind: "balancer", label: "load balancer inner", detail: "private application", status },
      { id: "n4", kind: "listener", label: "listener http", detail: "http :80", status },
      { id: "n5", kind: "listener", label: "listener https", detail: "https :443", status },
      { id: "n6", kind: "backends", label: "backend set pages", detail: "http :5000", status },
      { id: "n7", kind: "pool", label: "instance pool web", detail: "1 to 2 × small", status },
      { id: "n8", kind: "tier", label: "tier web", detail: "private", status },
    ],
    edges: [
      { from: "n0", to: "n2", label: "80, 443", status },
      { from: "n1", to: "n8", label: "tcp 22", status },
      { from: "n2", to: "n4", status },
      { from: "n2", to: "n5", status },
      { from: "n4", to: "n5", label: "redirect", status },
      { from: "n5", to: "n6", status },
      { from: "n6", to: "n7", status },
      { from: "n7", to: "n8", label: "in", status },
      { from: "n8", to: "n3", status },
    ],
  });
});

test("what comes, goes and changes is marked", () => {
  const { nodes, edges } = diff(stack(), stack({ port: 8443, max: 4, allowFrom: [{ kind: "internet" }] })).topology;
  const labels = new Map(nodes.map(({ id, label }) => [id, label]));
  expect(
    nodes.filter(({ status }) => status !== "same").map(({ label, detail, status }) => [label, detail, status]),
  ).toEqual([
    ["load balancer inner", "private application", "changed"],
    ["listener https", "https :8443", "changed"],
    ["instance pool web", "1 to 4 × small", "changed"],
  ]);
  expect(
    edges
      .filter(({ status }) => status !== "same")
      .map(({ from, to, label, status }) => [labels.get(from), labels.get(to), label, status]),
  ).toEqual([
    ["internet", "load balancer front", "80, 8443", "changed"],
    ["internet", "load balancer inner", undefined, "added"],
    ["tier web", "load balancer inner", undefined, "removed"],
  ]);
});

test("routes and several ways of access have their words", () => {
  const side = plan({
    components: [
      component("Tier", "web", { access: [22, 80].map((port) => ({ port, from: [{ kind: "internet" }] })) }),
      component("LoadBalancer", "front", { visibility: "private" }),
      component("BackendSet", "pages", {}),
      component("Listener", "http", {
        loadBalancer: "loadBalancer:front",
        backendSet: "backendSet:gone",
        routes: { api: { host: "a.example", path: "/x", backendSet: "backendSet:pages" } },
      }),
    ],
  });
  expect(diff(side, side).topology.edges.map(({ from, to, label }) => [from, to, label])).toEqual([
    ["n0", "n4", "tcp 22, tcp 80"],
    ["n1", "n2", undefined],
    ["n2", "n3", "a.example/x"],
  ]);
});

test("a stack without components has no picture", () => {
  expect(diff(plan(), plan()).topology).toEqual({ nodes: [], edges: [] });
});
