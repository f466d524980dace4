import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aws } from "../../../src/clouds/aws/index.js";
import {
  BackendSet,
  DynamicGroupPolicy,
  Image,
  InstancePool,
  InstanceTemplate,
  Listener,
  LoadBalancer,
  Network,
  Tier,
} from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { configOf, mockEngine, type Recorded, refusal, settled } from "../../pulumi/harness.js";

let recorded: Recorded[];

beforeEach(() => {
  recorded = mockEngine(configOf("aws"));
});
afterEach(settled);

const inputsOf = (name: string) => recorded.find((one) => one.name === name)?.inputs;

/** A network with a tier, and a set that a listener serves. */
function served(cloud = aws(settings.aws)) {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, outbound: "none", cloud });
  const tier = new Tier("web", { network, egress: [] });
  const loadBalancer = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  const set = new BackendSet("pages", { loadBalancer, protocol: "http", port: 80, healthCheck: { protocol: "http" } });
  new Listener("http", { loadBalancer, port: 80, protocol: "http", backendSet: set });
  return { network, tier, set };
}

const watched = {
  size: { min: 1, max: 4 },
  autoscaling: {
    metric: "cpu",
    scaleOut: { above: 60, add: 1 },
    scaleIn: { below: 20, remove: 1 },
    schedules: { night: { cron: "0 18 * * *", timeZone: "UTC", size: 1 } },
  },
  dashboard: true,
  alarms: { notify: "ops", unhealthyInstances: {} },
} as const;

test("native gives the resources of the compute half back by role", async () => {
  const cloud = aws({
    ...settings.aws,
    rights: { web: { managedPolicies: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"] } },
  });
  const { network, tier, set } = served(cloud);
  const rights = new DynamicGroupPolicy("web", { network, allow: [{ verb: "use", resource: "metrics" }] });
  const image = new Image("golden", { instance: "source", cloud });
  const template = new InstanceTemplate("web", { tier, image, machine: "small", rights, sshKey: "made" });
  const pool = new InstancePool("web", { template, backendSets: [set], ...watched });
  await settled();
  const roles = [rights, image, template, pool].map((one) => Object.keys(aws.native(one as InstancePool)));
  expect(roles).toEqual([
    ["role", "rolePolicy", "managedPolicy:CloudWatchAgentServerPolicy", "profile"],
    ["image"],
    ["key", "template"],
    [
      ...["egress:tcp-80-tier-web", "ingress:tcp-80-balancer-front", "pool"],
      ...["scaling:out", "scaling:in", "alarm:out", "alarm:in", "schedule:night"],
      ...["alarm:unhealthy-front/pages", "dashboard"],
    ],
  ]);
});

test("two pools of one tier share the ways of a set", async () => {
  const { tier, set } = served();
  const template = new InstanceTemplate("web", { tier, image: "web", machine: "small" });
  for (const name of ["one", "two"]) new InstancePool(name, { template, backendSets: [set], size: 1 });
  await settled();
  const rules = recorded.filter(({ type }) => type.startsWith("aws:vpc/securityGroup")).map(({ name }) => name);
  expect(rules).toEqual([
    "front-ingress-tcp-80-internet",
    "front-egress-tcp-80-tier-web",
    "web-ingress-tcp-80-balancer-front",
  ]);
});

/** As the provider answers: with a version, and with names. */
function answerOutputs(): void {
  pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      recorded.push({ type, name, inputs });
      return { id: `${name}-id`, state: { ...inputs, name: `${name}-1`, latestVersion: 7 } };
    },
    call: () => ({}),
  });
}

test("the version of a template reaches its group as text, and documents as JSON", async () => {
  answerOutputs();
  const { tier, set, network } = served();
  const rights = new DynamicGroupPolicy("web", {
    network,
    allow: [{ verb: "read", resource: "object-storage", on: ["assets"] }],
  });
  const template = new InstanceTemplate("web", { tier, image: "web", machine: "small", rights });
  new InstancePool("web", { template, backendSets: [set], size: 1, dashboard: true });
  await settled();
  expect(inputsOf("web-pool")?.launchTemplate).toEqual({ id: "web-template-id", version: "7" });
  expect(inputsOf("web-role-policy")?.role).toBe("web-role-1");
  expect(JSON.parse(String(inputsOf("web-role-policy")?.policy)).Statement[0].Resource).toEqual([
    "arn:aws:s3:::shop-assets",
  ]);
  expect(inputsOf("web-dashboard")?.dashboardName).toBe("web-pool-1");
  const body = JSON.parse(String(inputsOf("web-dashboard")?.dashboardBody));
  expect(body.widgets[1].properties.metrics).toEqual([
    ["AWS/EC2", "CPUUtilization", "AutoScalingGroupName", "web-pool-1"],
  ]);
});

test("user data that is known at deployment reaches the template encoded", async () => {
  const { tier } = served();
  const userData = pulumi.interpolate`#!/bin/sh\necho ${pulumi.output("hello")}\n`;
  new InstanceTemplate("web", { tier, image: "web", machine: "small", userData });
  await settled();
  const { userData: encoded } = inputsOf("web-template") as { userData: string };
  expect(Buffer.from(encoded, "base64").toString()).toBe("#!/bin/sh\necho hello\n");
});

test("groups and roles have names that AWS and their dashboards take", async () => {
  const { tier, network } = served();
  const template = new InstanceTemplate("web", { tier, image: "web", machine: "small" });
  const long = "a".repeat(70);
  new InstancePool("front.of/the 웹", { template, size: 1 });
  new DynamicGroupPolicy(long, { network, allow: [{ verb: "use", resource: "metrics" }] });
  await settled();
  const named = recorded.filter(({ type }) => /:(Group|Role)$/.test(type)).map(({ name }) => name);
  expect(named.map((name) => name.replace(/[0-9a-f]{8}$/, "…")).sort()).toEqual([
    `${"a".repeat(47)}-…`,
    "front-of-the---pool-…",
  ]);
});

test("a refused pool registers nothing, neither itself nor a child", async () => {
  const { tier, set } = served();
  const template = new InstanceTemplate("web", { tier, image: "web", machine: "small" });
  await settled();
  const before = recorded.length;
  const text = refusal(
    () =>
      new InstancePool("web", {
        template,
        backendSets: [set],
        size: 2,
        alarms: { notify: "nobody", unhealthyInstances: {} },
        physicalName: "web asg",
      }),
  );
  await settled();
  expect(text).toBe(
    [
      'InstancePool "web" asks aws for what it cannot do',
      '  instancePool.physicalName: "web asg" must be ASCII characters without blanks and colons',
      '  instancePool.alarms.notify: "nobody" is not among topics in the settings',
      '    instead: "ops"',
    ].join("\n"),
  );
  expect(recorded.length).toBe(before);
});
