import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Diff } from "../../src/diff/model.js";
import { diffFileSchema } from "../../src/diff/schema.js";
import { readRecord } from "../../src/report/read-record.js";
import { reportOf } from "../../src/report/report.js";

const names = [
  "first.digest.json",
  "first.events.jsonl",
  "same.digest.json",
  "change.digest.json",
  "change-sames.digest.json",
  "change.events.jsonl",
  "change-stream.events.jsonl",
  "failed.digest.json",
  "failed.events.jsonl",
];

function textOf(name: string): string {
  return readFileSync(join(__dirname, "fixtures", name), "utf8");
}

function reported(name: string) {
  return reportOf(readRecord(textOf(name), name));
}

function diffOf(name: string): Diff {
  const diff = reported(name);
  if ("failed" in diff) throw new Error(diff.failed.message);
  return diff;
}

test.each(names)("%s becomes a document that keeps to its schema", (name) => {
  const diff = reported(name);
  expect(diffFileSchema.parse(diff)).toEqual(diff);
});

test("a first preview makes everything, and its ways are followed through what it depends on", () => {
  const diff = diffOf("first.digest.json");
  expect(diff.counts).toEqual({ create: 31, update: 0, replace: 0, delete: 0, move: 0, same: 0 });
  const ways = diff.exposure.map(({ status, wider, way: { peer, place, protocol, ports } }) =>
    [status, wider ? "wider" : "", `${peer} > ${place}`, protocol, ports].join(" "),
  );
  expect([...new Set(ways)].sort()).toEqual([
    "added wider internet > load balancer web-alb tcp 80",
    "added wider internet > tier web any any",
    "added wider load balancer web-alb > tier web tcp 80",
    "added wider tier web > load balancer web-alb tcp 80",
  ]);
});

const changes = [
  "create aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web-alb-ingress-tcp-8080-internet []",
  "delete aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule web-alb-ingress-tcp-80-internet []",
  "update aws:autoscaling/group:Group web-asg-pool [launchTemplate.version]",
  "update aws:autoscaling/policy:Policy web-asg-scaling-target [targetTrackingConfiguration.targetValue]",
  "update aws:ec2/launchTemplate:LaunchTemplate web-template [imageId]",
  "update aws:lb/listener:Listener http-listener [port]",
];

test.each(names.filter((name) => name.startsWith("change")))("%s tells the same changes", (name) => {
  const { resources, components, verdict, counts } = diffOf(name);
  const told = resources.map(
    (one) => `${one.operation} ${one.type} ${one.name} [${one.properties.map(({ path }) => path).join()}]`,
  );
  expect(told.sort()).toEqual(changes);
  expect(components.flatMap(({ label, fields }) => fields.map(({ path }) => `${label}: ${path}`)).sort()).toEqual([
    "instance pool web-asg: autoscaling.target",
    "instance template web: image.name",
    "listener http: port",
  ]);
  expect(verdict).toEqual({ state: "changes", worst: "connections-cut", exposure: "wider", degraded: 0 });
  expect({ ...counts, same: 0 }).toEqual({ create: 1, update: 4, replace: 0, delete: 1, move: 0, same: 0 });
});

test("a value before and after is that of the state and that of the program", () => {
  const policy = diffOf("change.digest.json").resources.find(({ name }) => name === "web-asg-scaling-target");
  expect(policy?.properties).toEqual([
    { path: "targetTrackingConfiguration.targetValue", before: 30, after: 50, effect: "in-place" },
  ]);
});

test("a resource keeps the id that the cloud gave it", () => {
  const listener = diffOf("change.events.jsonl").resources.find(({ name }) => name === "http-listener");
  expect(listener?.id).toMatch(/^arn:aws:elasticloadbalancing:ap-northeast-2:123456789012:listener\/app\/Web-ALB\//);
});

test("what the form leaves out is said", () => {
  const limits = (name: string) =>
    diffOf(name)
      .diagnostics.filter(({ severity }) => severity === "info")
      .map(({ message }) => message);
  const outputs = "outputs of the stack are not compared: pulumi preview --json does not tell them";
  const links = "an event log does not say what a value comes from: what only a deployment knows is not followed";
  expect(limits("change.digest.json")).toEqual([
    "30 unchanged resources are not in this report: pulumi preview --json --show-sames names them",
    outputs,
  ]);
  expect(limits("change-sames.digest.json")).toEqual([outputs]);
  expect(limits("change.events.jsonl")).toEqual([links]);
  expect(limits("first.digest.json")).toEqual([]);
});

test("an event log tells outputs, a digest does not", () => {
  const before = "http://Web-ALB-1.ap-northeast-2.elb.amazonaws.com";
  expect(diffOf("change.events.jsonl").outputs).toEqual([{ path: "url", before, after: `${before}:8080` }]);
  expect(diffOf("change-sames.digest.json").outputs).toEqual([]);
});

test("nothing changes when the engine changes nothing", () => {
  const { verdict, counts, resources } = diffOf("same.digest.json");
  expect(verdict).toEqual({ state: "none", worst: "none", exposure: "same", degraded: 0 });
  expect(counts).toEqual({ create: 0, update: 0, replace: 0, delete: 0, move: 0, same: 38 });
  expect(resources).toEqual([]);
});

test("policies are absent when none was run", () => {
  expect(diffOf("change.events.jsonl").policies).toBe(undefined);
});

test.each(["failed.digest.json", "failed.events.jsonl"])("%s is told as a failure, with its warnings", (name) => {
  expect(reported(name)).toEqual({
    version: 1,
    kind: "preview",
    project: "aws-alb-autoscaling",
    stack: "aws",
    failed: {
      side: "head",
      message:
        "AutoscalingPolicy has invalid arguments\n  autoscalingPolicy.target: 500 percent is never passed\n    instead: a number below 100",
    },
    diagnostics: [
      {
        severity: "warning",
        message: "using pulumi-resource-aws from $PATH at /work/cache/aws-plugin-e921f151ce53/pulumi-resource-aws",
      },
    ],
  });
});

test("events that were cut off are no preview", () => {
  const lines = textOf("change.events.jsonl").split("\n").slice(0, 20);
  const cut = readRecord(`${lines.join("\n")}\n{"sequence":99,"resourcePreE`, "cut");
  expect(reportOf(cut)).toMatchObject({
    failed: { side: "head", message: "the events end before the preview does: they were cut off, or it was" },
  });
});

test("a recording holds nothing of the machine that made it", () => {
  const strangers = names.filter((name) => /\/root|\/home|\/tmp|127\.0\.0\.1:(?!4566)/.test(textOf(name)));
  expect(strangers).toEqual([]);
});
