import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Edit } from "./repository.js";

/** One pull request: what it changes, and what its comment must and must not tell. */
export interface Case {
  /** Also the name of the file that holds the whole comment. */
  readonly name: string;
  readonly stack: string;
  readonly edits: readonly Edit[];
  readonly says: readonly (string | RegExp)[];
  readonly silent: readonly (string | RegExp)[];
  /** Of `--fail-on exposure-wider,outage,degraded`. */
  readonly breaches: readonly string[];
}

const program = "index.ts";
const settings = (cloud: string) =>
  readFileSync(join(__dirname, `../../examples/web-stack/Pulumi.${cloud}.yaml`), "utf8");

export const cases: readonly Case[] = [
  {
    name: "threshold",
    stack: "production",
    edits: [{ file: program, from: "scaleOut: { above: 40, add: 1 }", to: "scaleOut: { above: 60, add: 1 }" }],
    says: ["instance pool web", "`autoscaling.scaleOut.above`: `40` → `60`", "web-alarm-out", "threshold"],
    silent: [/outage/i, "address", /wider/, /replace/i, "launchTemplate"],
    breaches: [],
  },
  {
    name: "threshold-oci",
    stack: "oci",
    edits: [{ file: program, from: "scaleOut: { above: 40, add: 1 }", to: "scaleOut: { above: 60, add: 1 }" }],
    says: ["instance pool web", "`autoscaling.scaleOut.above`: `40` → `60`", /replace/i, "policies", "initial"],
    silent: [/wider/],
    breaches: [],
  },
  {
    name: "port-open",
    stack: "production",
    edits: [
      {
        file: program,
        from: 'access: [{ port: 22, from: ["10.30.0.0/24"] }]',
        to: 'access: [{ port: 22, from: ["anyone"] }]',
      },
    ],
    says: ["tier web", "internet", "tcp 22", /wider/, "10.30.0.0/24"],
    silent: [/outage/i, /load balancer front.*replace/i],
    breaches: ["exposure-wider"],
  },
  {
    name: "image",
    stack: "production",
    edits: [{ file: "Pulumi.production.yaml", from: "ami-0123456789abcdef0", to: "ami-0fedcba9876543210" }],
    says: ["imageId", "ami-0123456789abcdef0", "ami-0fedcba9876543210", /rolling/],
    silent: [/wider/, /outage/i],
    breaches: [],
  },
  {
    name: "rename",
    stack: "production",
    edits: [
      { file: program, from: 'new BackendSet("app", {', to: 'new BackendSet("orders", {' },
      {
        file: program,
        from: 'healthCheck: new HealthCheck({ protocol: "http", path: "/health", interval: 10, timeout: 3 }),\n});',
        to: 'healthCheck: new HealthCheck({ protocol: "http", path: "/health", interval: 10, timeout: 3 }),\n}, { aliases: [{ name: "app" }] });',
      },
    ],
    says: ["backend set orders", "was `app`", "↷1"],
    silent: [/wider/, /outage/i, /destroy/i, /replace/i],
    breaches: [],
  },
  {
    name: "listener-removed",
    stack: "production",
    edits: [
      {
        file: program,
        from: 'new Listener("http", { loadBalancer: front, port: 80, protocol: "http", redirect: { to: https } });\n',
        to: "",
      },
    ],
    says: [
      "listener http",
      "delete `aws.lb.Listener http-listener`",
      "http :80",
      "internet",
      "tcp 80",
      "its port stops answering",
    ],
    silent: [/wider/, "listener https", "inner"],
    breaches: ["outage"],
  },
  {
    name: "private-to-public",
    stack: "production",
    edits: [
      {
        file: program,
        from: 'new LoadBalancer("inner", { network, visibility: "private", kind: "application", allowFrom: [web] })',
        to: 'new LoadBalancer("inner", { network, visibility: "public", kind: "application" })',
      },
    ],
    says: ["load balancer inner", "internal", /replace/i, /address/, /wider/, "internet", "tcp 8080"],
    silent: ["load balancer front"],
    breaches: ["exposure-wider"],
  },
  {
    name: "another-cloud",
    stack: "production",
    edits: [{ file: "Pulumi.production.yaml", from: settings("aws"), to: settings("oci") }],
    says: ["aws", "oci", /anew/, /near/],
    silent: [/no changes/i],
    breaches: ["outage", "degraded"],
  },
  {
    name: "equal",
    stack: "production",
    edits: [],
    says: [/no changes/i],
    silent: [/wider/, /outage/i, /destroy/i, "mermaid"],
    breaches: [],
  },
  {
    name: "health-check-oci",
    stack: "oci",
    edits: [
      { file: program, from: 'path: "/hello"', to: 'path: "/ready"' },
      { file: "Pulumi.yaml", from: "options:\n  refresh: always\n", to: "" },
    ],
    says: ["backend set pages", "/hello", "/ready", /--refresh/],
    silent: [/wider/, /replace/i],
    breaches: [],
  },
];
