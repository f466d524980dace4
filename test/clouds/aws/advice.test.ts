import { expect, test } from "vitest";
import { advise } from "../../../src/clouds/aws/advice.js";
import { billed } from "../../../src/clouds/aws/billed.js";
import { machine } from "../../../src/clouds/aws/machine.js";
import type { Reviewed } from "../../../src/core/review.js";
import { changed, reviewed } from "../reviewed.js";

const template = reviewed("aws:ec2/launchTemplate:LaunchTemplate", "web-template");
const dependsOnTemplate = { propertyDependencies: { launchTemplate: [template.urn] } };
const rolling = { instanceRefresh: { strategy: "Rolling" } };

function group(name: string, more: Partial<Reviewed>): Reviewed {
  return reviewed("aws:autoscaling/group:Group", name, more);
}

const refresh = {
  id: "aws:instance-refresh",
  about: "urn:web-pool",
  message:
    "the instances of web-pool are replaced by an instance refresh, which goes on after the deployment: `aws autoscaling describe-instance-refreshes` tells how far it is, and whether it failed",
};

test("a new version of a template is told to go on in an instance refresh, for the groups of that template", () => {
  const changes = [
    changed("update", template, ["imageId"]),
    changed("same", group("web-pool", { ...dependsOnTemplate, inputs: rolling })),
    changed("same", group("other-pool", { inputs: rolling })),
  ];
  expect(advise(changes)).toEqual([refresh]);
});

test("a group that takes another template is told as well", () => {
  const changes = [changed("update", group("web-pool", { inputs: rolling }), ["launchTemplate.id"])];
  expect(advise(changes)).toEqual([refresh]);
});

test("a group without a refresh keeps its instances", () => {
  const changes = [changed("replace", template, ["name"]), changed("same", group("web-pool", dependsOnTemplate))];
  expect(advise(changes)).toEqual([
    {
      id: "aws:kept-instances",
      about: "urn:web-pool",
      message: "the instances of web-pool keep the template that they started with: end them one by one to renew them",
    },
  ]);
});

test("labels of a template, and groups that are new themselves, need nothing", () => {
  const made = group("web-pool", { ...dependsOnTemplate, inputs: rolling });
  expect([
    advise([changed("update", template, ["tags.team", "tagsAll.team"]), changed("same", made)]),
    advise([changed("create", template, []), changed("create", made, [])]),
    advise([changed("update", template, ["imageId"]), changed("replace", made, ["name"])]),
  ]).toEqual([[], [], []]);
});

test("a protected balancer must be set free before it goes", () => {
  const protectedOne = reviewed("aws:lb/loadBalancer:LoadBalancer", "front-balancer", {
    inputs: { enableDeletionProtection: true },
  });
  const expected = {
    id: "aws:deletion-protection",
    about: "urn:front-balancer",
    message:
      "deletion protection keeps the old balancer of front-balancer: turn it off in a deployment of its own first",
  };
  expect([
    advise([changed("delete", protectedOne)]),
    advise([changed("replace", protectedOne, ["internal"])]),
    advise([changed("update", protectedOne, ["subnets"])]),
    advise([changed("delete", { ...protectedOne, inputs: { enableDeletionProtection: false } })]),
  ]).toEqual([[expected], [expected], [], []]);
});

test("gateways, addresses, balancers, images, alarms and pages are paid for", () => {
  const of = (type: string, inputs = {}) => billed(reviewed(type, "one", { inputs }));
  expect([
    of("aws:ec2/natGateway:NatGateway"),
    of("aws:ec2/eip:Eip"),
    of("aws:lb/loadBalancer:LoadBalancer"),
    of("aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "application" }),
    of("aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "network" }),
    of("aws:lb/loadBalancer:LoadBalancer", { loadBalancerType: "[unknown]" }),
    of("aws:ec2/amiFromInstance:AmiFromInstance"),
    of("aws:cloudwatch/metricAlarm:MetricAlarm"),
    of("aws:cloudwatch/dashboard:Dashboard"),
    of("aws:ec2/vpc:Vpc"),
    of("constructor"),
  ]).toEqual([
    "NAT gateway",
    "public address",
    "application load balancer",
    "application load balancer",
    "network load balancer",
    "load balancer",
    "image",
    "alarm",
    "dashboard",
    undefined,
    undefined,
  ]);
});

test("instances are sold by the type of their template", () => {
  const of = (type: string, instanceType?: string) =>
    machine(reviewed(type, "one", { inputs: instanceType === undefined ? {} : { instanceType } }));
  const template = "aws:ec2/launchTemplate:LaunchTemplate";
  expect([of(template, "t3.micro"), of(template), of("aws:ec2/instance:Instance", "t3.micro")]).toEqual([
    "t3.micro",
    undefined,
    undefined,
  ]);
});
