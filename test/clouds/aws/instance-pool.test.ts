import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { adoptedNetwork, argsOf, made, notesOf, rolesOf, stackOn, zoneA, zoneC } from "./plans.js";

const subnets = [zoneA, zoneC].map((zone) => ({ ref: `private:${zone}.id`, of: "network:shop" }));
const launchTemplate = {
  id: { ref: "template.id", of: "instanceTemplate:web" },
  version: { text: [{ ref: "template.latestVersion", of: "instanceTemplate:web" }] },
};
const nameTag = (value: string) => ({ key: "Name", value, propagateAtLaunch: true });
const refresh = (preferences: object) => ({ instanceRefresh: { strategy: "Rolling", preferences } });
const newFirst = { minHealthyPercentage: 100, maxHealthyPercentage: 110, skipMatching: true, instanceWarmup: "300" };
const common = {
  vpcZoneIdentifiers: subnets,
  launchTemplate,
  targetGroupArns: [],
  healthCheckType: "EC2",
  healthCheckGracePeriod: 300,
  minSize: 2,
  maxSize: 2,
  desiredCapacity: 2,
  defaultInstanceWarmup: 300,
  waitForCapacityTimeout: "0",
  ...refresh(newFirst),
  tags: [nameTag("web")],
};
const behindSet = {
  ...common,
  targetGroupArns: [{ ref: "targetGroup.arn", of: "backendSet:front/pages" }],
  healthCheckType: "ELB",
};
const enabledMetrics = [
  ...["GroupMinSize", "GroupMaxSize", "GroupDesiredCapacity", "GroupInServiceInstances"],
  ...["GroupPendingInstances", "GroupStandbyInstances", "GroupTerminatingInstances", "GroupTotalInstances"],
];
const routes = [zoneA, zoneC].flatMap((zone) =>
  ["privateAssociation", "privateRoute"].map((role) => ({ ref: `${role}:${zone}`, of: "network:shop" })),
);
const naming = { max: 100, allowed: /[A-Za-z0-9_-]/, filler: "-" };
const type = "aws:autoscaling/group:Group";
const groupOf = (pool: Declared) => argsOf(pool, "pool") as typeof common;
const optionsOf = (pool: Declared) => pool.plan.resources.pool?.options;

test("a pool of a fixed size is a group in the subnets of its tier", () => {
  const pool = stackOn().pool();
  expect(made(pool)).toEqual({
    pool: {
      type,
      args: common,
      naming,
      options: {
        customTimeouts: { delete: "10m" },
        dependsOn: [{ ref: "egress:any", of: "tier:web" }, ...routes],
      },
    },
  });
  expect(pool.plan.outputs).toEqual({ groupId: { ref: "pool.name" } });
  expect(notesOf(pool)).toEqual([
    "note:instancePool.size: 2 instances, each with one address of its own in private subnets",
    "note:instancePool.rollout: a change of the template replaces running instances, new ones first; the deployment does not wait for it",
  ]);
});

test("a pool behind a set leads the balancer to its tier, and waits for the listener and the way", () => {
  const pool = stackOn().served();
  const rule = (direction: string, peer: string) => ({
    ipProtocol: "tcp",
    fromPort: 5000,
    toPort: 5000,
    description: `${direction} tcp 5000 ${peer}`,
  });
  const tier = { ref: "group.id", of: "tier:web" };
  const balancer = { ref: "group.id", of: "loadBalancer:front" };
  expect(made(pool)).toEqual({
    "egress:tcp-5000-tier-web": {
      type: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
      args: { ...rule("egress", "tier-web"), securityGroupId: balancer, referencedSecurityGroupId: tier },
      owner: "loadBalancer:front",
      mentions: "tier:web",
    },
    "ingress:tcp-5000-balancer-front": {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      args: { ...rule("ingress", "balancer-front"), securityGroupId: tier, referencedSecurityGroupId: balancer },
      owner: "tier:web",
      mentions: "loadBalancer:front",
    },
    pool: {
      type,
      args: behindSet,
      naming,
      options: {
        customTimeouts: { delete: "15m" },
        dependsOn: [
          { ref: "egress:tcp-5000-tier-web", of: "loadBalancer:front" },
          { ref: "ingress:tcp-5000-balancer-front", of: "tier:web" },
          { ref: "egress:any", of: "tier:web" },
          ...routes,
          { ref: "listener", of: "listener:front/web" },
        ],
      },
    },
  });
});

test("a set that names the tier has led to it: the pool makes no rules and waits for those", () => {
  const stack = stackOn();
  const network = stack.network();
  const tier = stack.tier({ network });
  const loadBalancer = stack.balancer({ network });
  const set = stack.set({ loadBalancer, tier });
  const shared = { pages: stack.set({ loadBalancer }, "shared"), rules: rolesOf(set).slice(1) };
  const served = { api: { path: "/api", backendSet: shared.pages } };
  stack.listener({ loadBalancer, backendSet: set, routes: served });
  const template = stack.template({ tier });
  const pool = stack.pool({ template, backendSets: [set] });
  expect(rolesOf(pool)).toEqual(["pool"]);
  expect(optionsOf(pool)?.dependsOn).toEqual([
    { ref: "egress:any", of: "tier:web" },
    { ref: "ingress:tcp-5000-balancer-front", of: "tier:web" },
    { ref: "egress:tcp-5000-tier-web", of: "loadBalancer:front" },
    ...routes,
    { ref: "listener", of: "listener:front/web" },
    { ref: "route:1", of: "listener:front/web" },
  ]);
  const other = stack.pool({ template, backendSets: [shared.pages] }, "other");
  expect(rolesOf(other)).toEqual([...shared.rules, "pool"]);
});

test("a pool waits for the rights of its instances", () => {
  const rights = { web: { managedPolicies: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"] } };
  const stack = stackOn({ rights });
  const network = stack.network({ outbound: "none" });
  const tier = stack.tier({ network, egress: [] });
  const template = stack.template({ tier, rights: stack.rights({ network }) });
  expect(optionsOf(stack.pool({ template }))?.dependsOn).toEqual([
    { ref: `privateAssociation:${zoneA}`, of: "network:shop" },
    { ref: `privateAssociation:${zoneC}`, of: "network:shop" },
    { ref: "rolePolicy", of: "dynamicGroupPolicy:web" },
    { ref: "managedPolicy:CloudWatchAgentServerPolicy", of: "dynamicGroupPolicy:web" },
  ]);
});

test("a pool of a public tier stands in public subnets and waits for their routes", () => {
  const stack = stackOn();
  const pool = stack.pool({ template: stack.template({ tier: stack.tier({ placement: "public" }) }) });
  const zones = [zoneA, zoneC];
  expect(groupOf(pool).vpcZoneIdentifiers).toEqual(
    zones.map((zone) => ({ ref: `public:${zone}.id`, of: "network:shop" })),
  );
  expect(optionsOf(pool)?.dependsOn).toEqual([
    { ref: "egress:any", of: "tier:web" },
    { ref: "publicRoute", of: "network:shop" },
    ...zones.map((zone) => ({ ref: `publicAssociation:${zone}`, of: "network:shop" })),
  ]);
});

test("a pool in an adopted network stands in its subnets", () => {
  const pool = stackOn(adoptedNetwork).pool();
  expect(groupOf(pool).vpcZoneIdentifiers).toEqual(["subnet-0a2", "subnet-0c2"]);
  expect(optionsOf(pool)?.dependsOn).toEqual([{ ref: "egress:any", of: "tier:web" }]);
});

test("a policy owns the size after the first deployment", () => {
  const autoscaling = { metric: "cpu", target: 50 };
  const pool = stackOn().pool({ size: { min: 1, max: 4 }, autoscaling });
  const started = stackOn().pool({ size: { min: 1, max: 4, initial: 3 }, autoscaling });
  const sizesOf = (it: Declared) => {
    const { minSize, maxSize, desiredCapacity } = groupOf(it);
    return [minSize, maxSize, desiredCapacity];
  };
  expect([sizesOf(pool), sizesOf(started)]).toEqual([
    [1, 4, 1],
    [1, 4, 3],
  ]);
  expect(optionsOf(pool)?.ignoreChanges).toEqual(["desiredCapacity"]);
});

test("every option of a pool has its place", () => {
  const pool = stackOn().served(
    {
      rollout: { minimumHealthy: 50, pause: 120 },
      gracePeriod: 90,
      metrics: true,
      tags: { Name: "ASG-Web-Instance", team: "web" },
      physicalName: "Web-ASG",
    },
    { drain: 3600 },
  );
  expect(groupOf(pool)).toEqual({
    ...behindSet,
    name: "Web-ASG",
    healthCheckGracePeriod: 90,
    ...refresh({ minHealthyPercentage: 50, maxHealthyPercentage: 100, skipMatching: true, instanceWarmup: "120" }),
    enabledMetrics,
    metricsGranularity: "1Minute",
    tags: [nameTag("ASG-Web-Instance"), { key: "team", value: "web", propagateAtLaunch: true }],
  });
  expect(optionsOf(pool)?.customTimeouts).toEqual({ delete: "70m" });
  expect(notesOf(pool)).toEqual([
    "near:instancePool.rollout.pause: counts from when a new instance is in service, as its warm-up",
    "note:instancePool.size: 2 instances, each with one address of its own in private subnets",
    "note:instancePool.rollout: a change of the template replaces running instances, while 50 percent of them stay in service; the deployment does not wait for it",
    "note:instancePool.replaceUnhealthy: is on by default: instances that a backend set finds unhealthy are replaced, from 90 s after their start on",
  ]);
});

test("what goes before what comes interrupts a pool of one, and a plan says so", () => {
  const pool = stackOn().pool({ size: 1, rollout: { minimumHealthy: 90 } });
  expect(notesOf(pool).at(-1)).toBe(
    "warning:instancePool.rollout.minimumHealthy: a change of the template takes a pool of one out of service: the instance leaves before the new one is there",
  );
});

test("without a pause, new instances have their grace period before the next go", () => {
  const { instanceRefresh } = groupOf(stackOn().pool({ gracePeriod: 90 }));
  expect(instanceRefresh.preferences).toEqual({ ...newFirst, instanceWarmup: "90" });
});

test("running instances may be kept", () => {
  const pool = stackOn().pool({ rollout: { instances: "kept" } });
  const { instanceRefresh: _, ...rest } = common;
  expect(groupOf(pool)).toEqual(rest);
  expect(notesOf(pool).at(-1)).toBe("note:instancePool.rollout: a change of the template reaches new instances only");
});

test("instances that their sets find unhealthy may stay", () => {
  const pool = stackOn().served({ replaceUnhealthy: false });
  expect(groupOf(pool)).toEqual({ ...behindSet, healthCheckType: "EC2" });
});

test("that unhealthy instances are replaced is told unless the program says whether", () => {
  const told = (args: Record<string, unknown>) =>
    notesOf(stackOn().served(args)).filter((note) => note.includes("replaceUnhealthy"));
  expect([{}, { replaceUnhealthy: true }, { replaceUnhealthy: false }].map(told)).toEqual([
    [
      "note:instancePool.replaceUnhealthy: is on by default: instances that a backend set finds unhealthy are replaced, from 300 s after their start on",
    ],
    [],
    [],
  ]);
});

test("the template's Name goes to instances unless the pool has one", () => {
  const stack = stackOn();
  const template = stack.template({ tags: { Name: "Web Instance" } });
  const names = [{}, { tags: { team: "web" } }, { tags: { Name: "ours" } }].map((args, index) =>
    groupOf(stack.pool({ template, ...args }, `pool-${index}`)).tags.find(({ key }) => key === "Name"),
  );
  expect(names).toEqual([nameTag("Web Instance"), nameTag("Web Instance"), nameTag("ours")]);
});
