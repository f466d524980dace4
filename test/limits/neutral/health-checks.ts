import * as pulumi from "@pulumi/pulumi";
import type { Stack } from "../../conformance/harness.js";
import { eventual, type Pair, pairs, range } from "./cases.js";

const make = (stack: Stack, fields: Record<string, unknown>) =>
  stack.set({ healthCheck: { protocol: "http", ...fields } });
const connect = (stack: Stack, fields: Record<string, unknown>) =>
  stack.set({ protocol: "tcp", healthCheck: { protocol: "tcp", ...fields } });

const paths = 'must begin with / and hold no blanks and nothing beyond ASCII; instead: a path such as "/health"';
const codes = 'must be status codes from 100 to 599; instead: 200, "200,204" or "200-299"';
const status = (expectedStatus: unknown): Pair => [
  "expectedStatus",
  codes,
  { expectedStatus },
  { expectedStatus: 200 },
];
const forRequests = (protocol: string) =>
  `is for http and https checks; this one is ${protocol}; instead: leave it out, or protocol: "http"`;

/** Ends of ranges that some cloud narrows: what every cloud takes stands for the accepted value. */
const outer = (key: string, from: number, to: number, good: number): Pair[] =>
  range(key, from, to, (value) => ({ [key]: value })).map(([path, text, bad]) => [path, text, bad, { [key]: good }]);

export const healthChecks = [
  ...pairs("neutral HealthCheck", "backendSet", (stack: Stack, args) => stack.set(args), [
    ["healthCheck", "is required", { healthCheck: undefined }, {}],
    ["healthCheck", "must be an object of options; got text", { healthCheck: "/" }, {}],
    ...eventual("healthCheck", (healthCheck) => ({ healthCheck }), {}, pulumi.output({ protocol: "http" })),
  ]),
  ...pairs("neutral HealthCheck", "backendSet.healthCheck", make, [
    ["protocol", 'is required; instead: "http", "https", "tcp" or "ping"', { protocol: undefined }, {}],
    [
      "protocol",
      '"icmp" is not a value of this option; instead: "http", "https", "tcp" or "ping"',
      { protocol: "icmp" },
      {},
    ],
    ...range("port", 1, 65535, (port) => ({ port })),
    ["path", paths, { path: "health" }, { path: "/health?full=1" }],
    ["path", paths, { path: "/건강" }, { path: "/%EA%B1%B4" }],
    ["path", paths, { path: "/a\u007f" }, { path: "/a~" }],
    ["path", paths, { path: "" }, { path: "/" }],
    ["path", paths, { path: "/a b" }, { path: "/a%20b" }],
    ["path", "has more than 1024 characters", { path: `/${"a".repeat(1024)}` }, { path: `/${"a".repeat(254)}` }],
    [
      "method",
      '"get" is not a value of this option; instead: "GET", "HEAD", "OPTIONS", "POST", "PUT" or "DELETE"',
      { method: "get" },
      { method: "GET" },
    ],
    ...[99, 600, 200.5, "20x", "299-200", "200-", "200;204", "200,", "", true, null].map(status),
    ...outer("interval", 1, 1800, 30),
    ...outer("timeout", 1, 600, 5),
    ...outer("healthyThreshold", 1, 10, 3),
    ...outer("unhealthyThreshold", 1, 10, 3),
    [
      "retries",
      "is not an option here; instead: one of expectedStatus, healthyThreshold, interval, method, path, port, protocol, timeout, unhealthyThreshold",
      { retries: 3 },
      {},
    ],
    ...eventual("interval", (interval) => ({ interval }), {}, pulumi.output(10)),
  ]),
  ...pairs("neutral HealthCheck", "backendSet.healthCheck", connect, [
    ["path", forRequests("tcp"), { path: "/" }, {}],
    ["method", forRequests("tcp"), { method: "GET" }, {}],
    ["expectedStatus", forRequests("tcp"), { expectedStatus: 200 }, {}],
    ["path", forRequests("ping"), { protocol: "ping", path: "/" }, {}],
  ]),
];
