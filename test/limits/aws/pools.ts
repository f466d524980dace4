import type { Declared } from "../../../src/core/declared.js";
import type { Stack } from "../../conformance/harness.js";
import { type Case, inSection, inside, tags } from "./cases.js";

type Loose = Record<string, unknown>;

const pool = (says: string, key: string, text: string, bad: Loose, good: Loose, settings?: object): Case => ({
  says,
  bad: (stack) => stack.pool(bad),
  good: (stack) => stack.pool(good),
  path: `instancePool.${key}`,
  text,
  ...(settings ? { settings } : {}),
});

const size = { min: 1, max: 4 };
const exact = { fidelity: "exact" };
const scaleOut = { above: 60, add: 1 };
const scaleIn = { below: 20, remove: 1 };
const policy = (autoscaling: Loose) => ({ size, autoscaling: { metric: "cpu", scaleOut, scaleIn, ...autoscaling } });
const target = (autoscaling: Loose) => ({ size, autoscaling: { metric: "cpu", target: 50, ...autoscaling } });

const near = (differs: string) =>
  `is not available: ${differs}, and the settings ask for exact fidelity; instead: a value that is native here, or fidelity: "accept" in the settings`;
const changed = (change: string) =>
  `${change}, and the settings ask for exact fidelity; instead: a value that fits, or fidelity: "accept" in the settings`;
const noRest =
  "nothing rests after instances are removed: the next are removed with the next value that is low, unless new ones still warm up";
const warms = "is the warm-up of new instances: until it ends they count as there, and nothing is removed";
const own = "target tracking has alarms of its own, whose times nobody sets: this one is not used";

/** A pool behind so many sets of one listener. */
function behind(stack: Stack, count: number): Declared {
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  const sets = Array.from({ length: count }, (_, index) => stack.set({ loadBalancer }, `set-${index}`));
  const routes = sets.map((backendSet, index) => [`r${index}`, { path: `/r${index}`, backendSet }]);
  stack.listener({ loadBalancer, backendSet: sets[0], routes: Object.fromEntries(routes) });
  return stack.pool({ template: stack.template({ tier: stack.tier({ network }) }), backendSets: sets });
}

const schedules = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const cron = `${index % 60} ${Math.floor(index / 60)} * * *`;
      return [`s${index}`, { cron, timeZone: "UTC", size: 2 }];
    }),
  );
const scheduled = (given: Loose) => ({ size, autoscaling: { schedules: given } });
const once = { cron: "0 9 * * *", timeZone: "UTC", size: 2 };

const onNetwork = { protocol: "tcp", healthCheck: { protocol: "tcp" } };
/** A pool behind a network balancer. */
function streamed(stack: Stack, args: Loose): Declared {
  const network = stack.network();
  const backendSet = stack.set({ ...onNetwork, loadBalancer: stack.balancer({ network, kind: "network" }) });
  stack.listener({ backendSet, protocol: "tcp" });
  return stack.pool({
    template: stack.template({ tier: stack.tier({ network }) }),
    backendSets: [backendSet],
    ...args,
  });
}

const strangeTopic = "arn:aws:sns:us-east-1:123456789012:ops";
const ownTopic = "arn:aws:sns:ap-northeast-2:123456789012:ops";

/** Subnets of both kinds in two zones, and a further private one where there is no public one. */
const lopsided = {
  networks: {
    shop: {
      vpcId: "vpc-0a1",
      cidr: "10.20.0.0/16",
      outbound: "nat",
      subnets: ["a", "b", "c"].flatMap((zone, index) =>
        [true, false]
          .filter((open) => !open || zone !== "c")
          .map((open) => ({
            id: `subnet-0${index}${open ? 1 : 0}`,
            cidr: `10.20.${index * 2 + (open ? 1 : 0)}.0/24`,
            zone: `ap-northeast-2${zone}`,
            public: open,
          })),
      ),
    },
  },
};

/** A pool behind a balancer of an adopted network. */
function adopted(stack: Stack, balancer: Loose): Declared {
  const network = stack.network({ zones: 3 });
  const backendSet = stack.set({ loadBalancer: stack.balancer({ network, ...balancer }) });
  stack.listener({ backendSet });
  return stack.pool({ template: stack.template({ tier: stack.tier({ network }) }), backendSets: [backendSet] });
}

const oddName = (name: string) => `"${name}" must be ASCII characters without blanks and colons`;
const groupName = (says: string, bad: string, good: string): Case =>
  pool(says, "physicalName", oddName(bad), { physicalName: bad }, { physicalName: good });

export const pools = [
  ...inSection("aws 1.2", [
    groupName("group name: no blanks", "Web ASG", "Web-ASG"),
    groupName("group name: no colons", "web:asg", "web;asg"),
    groupName("group name: ASCII alone", "웹", "web!~"),
    pool(
      "group name up to 255 characters",
      "physicalName",
      "has more than 255 characters",
      { physicalName: "a".repeat(256) },
      { physicalName: "a".repeat(255) },
    ),
    pool(
      "dashboard name: letters, digits, - and _",
      "physicalName",
      '"web.asg" is the name of the dashboard too, which takes letters, digits, - and _ only; instead: such a name, or no dashboard',
      { physicalName: "web.asg", dashboard: true },
      { physicalName: "Web_asg-1", dashboard: true },
    ),
    pool(
      "a dot is for groups without a dashboard",
      "physicalName",
      '"web.asg" is the name of the dashboard too, which takes letters, digits, - and _ only; instead: such a name, or no dashboard',
      { physicalName: "web.asg", dashboard: true },
      { physicalName: "web.asg", dashboard: false },
    ),
    pool(
      "schedule name up to 255 characters",
      "autoscaling.schedules",
      "a name has 256 characters; 1..255 are allowed here; instead: a shorter name",
      scheduled({ ["a".repeat(256)]: once }),
      scheduled({ ["a".repeat(255)]: once }),
    ),
    pool(
      "125 scheduled actions for each group",
      "autoscaling.schedules",
      "names 126 schedules; a group takes 125; instead: fewer schedules",
      scheduled(schedules(126)),
      scheduled(schedules(125)),
    ),
    {
      says: "50 target groups for each group",
      bad: (stack) => behind(stack, 51),
      good: (stack) => behind(stack, 50),
      path: "instancePool.backendSets",
      text: "names 51 sets; a group takes 50; instead: fewer sets, or routes that share one",
    },
  ]),
  ...inSection("aws 1.4", [
    {
      says: "targets stand in zones that the balancer is in",
      settings: lopsided,
      bad: (stack) => adopted(stack, {}),
      good: (stack) => adopted(stack, inside),
      path: "instancePool.backendSets[0]",
      text: '"front" has no public subnet in ap-northeast-2c, where instances of the pool would get nothing; instead: a public subnet of that zone in the settings, or no private one',
    },
  ]),
  ...inSection("aws 1.2", [
    {
      says: "50 tags for each instance, of its template and of its group",
      bad: (stack) => stack.pool({ template: stack.template({ tags: tags(49) }), tags: { team: "web" } }),
      good: (stack) => stack.pool({ template: stack.template({ tags: tags(49) }), tags: tags(49) }),
      path: "instancePool.tags",
      text: "makes 51 tags of instances with those of the template; 50 are allowed here; instead: fewer tags, or the same keys",
    },
  ]),
  ...inSection("aws 1.5", [
    {
      says: "members of a group register only into instance groups",
      bad: (stack) => stack.served({}, { members: { one: { address: "10.20.128.10" } } }),
      good: (stack) => stack.served(),
      path: "instancePool.backendSets[0]",
      text: '"pages" names members by address, and such a target group takes no instances of a pool; instead: a set of its own for the pool',
    },
  ]),
  ...inSection("aws 1.9", [
    pool(
      "instanceWarmup is no pause",
      "rollout.pause",
      `60 ${near("counts from when a new instance is in service, as its warm-up")}`,
      { rollout: { pause: 60 } },
      { rollout: { minimumHealthy: 50 } },
      exact,
    ),
  ]),
  ...inSection("aws 1.10", [
    {
      says: "an alarm needs a topic that is known",
      bad: (stack) => stack.served({ alarms: { notify: "dev", unhealthyInstances: {} } }),
      good: (stack) => stack.served({ alarms: { notify: "ops", unhealthyInstances: {} } }),
      path: "instancePool.alarms.notify",
      text: '"dev" is not among topics in the settings; instead: "ops"',
    },
    {
      says: "a topic is in the region of its alarms",
      settings: { topics: { far: strangeTopic, ops: ownTopic } },
      bad: (stack) => stack.served({ alarms: { notify: "far", unhealthyInstances: {} } }),
      good: (stack) => stack.served({ alarms: { notify: "ops", unhealthyInstances: {} } }),
      path: "instancePool.alarms.notify",
      text: `"${strangeTopic}" is in us-east-1, the network in ap-northeast-2; instead: one of ap-northeast-2`,
    },
    {
      says: "a network balancer gives no answers",
      bad: (stack) => streamed(stack, { alarms: { notify: "ops", serverErrors: {} } }),
      good: (stack) => streamed(stack, { alarms: { notify: "ops", unhealthyInstances: {} } }),
      path: "instancePool.alarms.serverErrors",
      text: '"pages" stands behind a network balancer, which gives no answers of its own to count; instead: unhealthyInstances',
    },
    {
      says: "HTTPCode_ELB_5XX_Count counts the balancer's own errors",
      settings: exact,
      bad: (stack) => stack.served({ alarms: { notify: "ops", serverErrors: {} } }),
      good: (stack) => stack.served({ alarms: { notify: "ops", unhealthyInstances: {} } }),
      path: "instancePool.alarms.serverErrors",
      text: near("errors that the balancer itself answers with are counted, not those of instances"),
    },
    pool(
      "memory is no metric of EC2",
      "autoscaling.metric",
      `"memory" ${near("the CloudWatch agent in the image must publish mem_used_percent in CWAgent, aggregated by AutoScalingGroupName alone")}`,
      policy({ metric: "memory" }),
      policy({ metric: "cpu" }),
      exact,
    ),
    pool(
      "an alarm counts whole periods (out)",
      "autoscaling.sustain.out",
      changed("90 s becomes 120 s, since values come every 60 s: instances come up to 30 s later"),
      policy({ sustain: { out: 90 } }),
      policy({ sustain: { out: 120 } }),
      exact,
    ),
    pool(
      "an alarm counts whole periods (in)",
      "autoscaling.sustain.in",
      changed("90 s becomes 120 s, since values come every 60 s: instances go up to 30 s later"),
      policy({ sustain: { in: 90 } }),
      policy({ sustain: { in: 120 } }),
      exact,
    ),
    {
      says: "basic monitoring has periods of 300 seconds",
      settings: exact,
      bad: (stack) =>
        stack.pool({ template: stack.template({ monitoring: "basic" }), ...policy({ sustain: { out: 60 } }) }),
      good: (stack) =>
        stack.pool({ template: stack.template({ monitoring: "basic" }), ...policy({ sustain: { out: 600 } }) }),
      path: "instancePool.autoscaling.sustain.out",
      text: changed("60 s becomes 300 s, since values come every 300 s: instances come up to 240 s later"),
    },
  ]),
  ...inSection("aws 2.2", [
    pool(
      "no cooldown: warm-up",
      "autoscaling.cooldown.out",
      `300 ${near(warms)}`,
      policy({ cooldown: 300 }),
      policy({ warmup: 300 }),
      exact,
    ),
    pool(
      "no cooldown after removing",
      "autoscaling.cooldown.in",
      `300 ${near(noRest)}`,
      policy({ cooldown: 300 }),
      policy({}),
      exact,
    ),
    pool(
      "no cooldown after removing (target)",
      "autoscaling.cooldown.in",
      `300 ${near(noRest)}`,
      target({ cooldown: { in: 300 } }),
      target({ warmup: 300 }),
      exact,
    ),
  ]),
  ...inSection("aws 2.2", [
    pool(
      "a warm-up of 0 is not sent",
      "autoscaling.warmup",
      changed("0 s becomes 1 s, since 0 is not sent and 300 s would count"),
      policy({ warmup: 0 }),
      policy({ warmup: 1 }),
      exact,
    ),
  ]),
  ...inSection("aws 2.1", [
    pool(
      "tracking has its own datapoints (out)",
      "autoscaling.sustain.out",
      `600 ${near(own)}`,
      target({ sustain: 600 }),
      policy({ sustain: 600 }),
      exact,
    ),
    pool(
      "tracking has its own datapoints (in)",
      "autoscaling.sustain.in",
      `600 ${near(own)}`,
      target({ sustain: 600 }),
      target({}),
      exact,
    ),
  ]),
];
