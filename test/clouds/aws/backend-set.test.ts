import { expect, test } from "vitest";
import { argsOf, made, notesOf, stackOn } from "./plans.js";

const naming = { max: 24, allowed: /[A-Za-z0-9-]/, filler: "-", reserved: /^internal-/i };
const checked = {
  enabled: true,
  protocol: "HTTP",
  port: "traffic-port",
  interval: 30,
  timeout: 6,
  healthyThreshold: 3,
  unhealthyThreshold: 3,
  path: "/",
  matcher: "200",
};
const connected = {
  enabled: true,
  protocol: "TCP",
  port: "traffic-port",
  interval: 30,
  timeout: 10,
  healthyThreshold: 3,
  unhealthyThreshold: 3,
};
const http = {
  vpcId: { ref: "vpc.id", of: "network:shop" },
  targetType: "instance",
  port: 5000,
  protocol: "HTTP",
  healthCheck: checked,
};
const tcp = { ...http, protocol: "TCP", preserveClientIp: "false", healthCheck: connected };

const groupOf = (args: Record<string, unknown>, settings: Record<string, unknown> = {}) =>
  argsOf(stackOn(settings).set(args), "targetGroup");
const checkOf = (fields: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  (groupOf({ healthCheck: { protocol: "http", ...fields }, ...rest }) as typeof http).healthCheck;

test("a set is a target group for instances, checked as the plan says", () => {
  const set = stackOn().set();
  expect(made(set)).toEqual({ targetGroup: { type: "aws:lb/targetGroup:TargetGroup", args: http, naming } });
  expect(set.plan.outputs).toEqual({ backendSetId: { ref: "targetGroup.arn" } });
  expect(notesOf(set)).toEqual([]);
});

test("protocols have the names of the service", () => {
  expect(groupOf({ protocol: "https" })).toEqual({ ...http, protocol: "HTTPS" });
  expect(groupOf({ protocol: "tcp" })).toEqual(tcp);
  expect(groupOf({ protocol: "tls" })).toEqual({ ...tcp, protocol: "TLS" });
});

test("policies are algorithms of application target groups", () => {
  const least = stackOn().set({ policy: "least-connections" });
  expect(groupOf({ policy: "round-robin" })).toEqual({ ...http, loadBalancingAlgorithmType: "round_robin" });
  expect(argsOf(least, "targetGroup")).toEqual({ ...http, loadBalancingAlgorithmType: "least_outstanding_requests" });
  expect(notesOf(least)).toEqual([
    "near:backendSet.policy.least-connections: the fewest outstanding requests are counted, not connections",
  ]);
});

test("clients stay with a member by cookie behind an application balancer", () => {
  expect(groupOf({ stickiness: { kind: "balancer-cookie" } })).toEqual({
    ...http,
    stickiness: { type: "lb_cookie", enabled: true },
  });
  expect(groupOf({ stickiness: { kind: "balancer-cookie", duration: 3600 } })).toEqual({
    ...http,
    stickiness: { type: "lb_cookie", enabled: true, cookieDuration: 3600 },
  });
  expect(groupOf({ stickiness: { kind: "application-cookie", cookie: "session" } })).toEqual({
    ...http,
    stickiness: { type: "app_cookie", enabled: true, cookieName: "session" },
  });
});

test("clients stay with a member by address behind a network balancer, by either option", () => {
  const stickiness = { type: "source_ip", enabled: true };
  expect(groupOf({ protocol: "tcp", policy: "source-ip" })).toEqual({ ...tcp, stickiness });
  expect(groupOf({ protocol: "tcp", stickiness: { kind: "source-address" } })).toEqual({ ...tcp, stickiness });
});

test("client addresses are kept only where the program asks for it", () => {
  expect(groupOf({ protocol: "tcp", clientAddress: "kept" })).toEqual({ ...tcp, preserveClientIp: "true" });
  expect(groupOf({ protocol: "tls", clientAddress: "replaced" })).toEqual({ ...tcp, protocol: "TLS" });
  expect(groupOf({ clientAddress: "replaced" })).toEqual(http);
});

test("drain and slow start are the group's own", () => {
  expect(groupOf({ drain: 0, slowStart: 30 })).toEqual({ ...http, deregistrationDelay: 0, slowStart: 30 });
});

test("every part of a check is the program's where it says one", () => {
  const check = {
    protocol: "https",
    port: 8443,
    path: "/hello",
    method: "GET",
    expectedStatus: "200,204",
    interval: 10,
    timeout: 3,
    healthyThreshold: 5,
    unhealthyThreshold: 2,
  };
  expect(groupOf({ healthCheck: check })).toEqual({
    ...http,
    healthCheck: {
      enabled: true,
      protocol: "HTTPS",
      port: "8443",
      path: "/hello",
      matcher: "200,204",
      interval: 10,
      timeout: 3,
      healthyThreshold: 5,
      unhealthyThreshold: 2,
    },
  });
});

test("one status, a list and a range are matched as they are written", () => {
  const codes = [204, "200-299", "200,404"].map((expectedStatus) => checkOf({ expectedStatus }).matcher);
  expect(codes).toEqual(["204", "200-299", "200,404"]);
});

test("a check that connects asks for no page", () => {
  expect(groupOf({ protocol: "tcp", healthCheck: { protocol: "tcp", interval: 5 } })).toEqual({
    ...tcp,
    healthCheck: { ...connected, interval: 5, timeout: 4 },
  });
  expect(groupOf({ protocol: "tcp", healthCheck: { protocol: "http" } })).toEqual({ ...tcp, healthCheck: checked });
});

test("a timeout that nobody wrote stays below the interval", () => {
  expect(checkOf({ interval: 5 })).toEqual({ ...checked, interval: 5, timeout: 4 });
  expect(checkOf({ protocol: "https", interval: 8 })).toEqual({
    ...checked,
    protocol: "HTTPS",
    interval: 8,
    timeout: 7,
  });
});

test("a set has the labels of its balancer", () => {
  const stack = stackOn();
  const loadBalancer = stack.balancer({ tags: { team: "web" } });
  expect(argsOf(stack.set({ loadBalancer }), "targetGroup")).toEqual({ ...http, tags: { team: "web" } });
});
