import { expect, test } from "vitest";
import type { Declared } from "../../../src/core/declared.js";
import { cpu, documentsOf, poolIn, site, templateIn } from "./pools.js";
import { notesOf, stackWith } from "./stack.js";

type Loose = Record<string, unknown>;
type Resources = Record<string, { type: string; properties: Loose }>;

function scaled(autoscaling: object, { settings = {}, size = { min: 1, max: 4 }, ...args }: Loose = {}): Declared {
  const stack = stackWith(settings as object);
  const { tier, backendSet } = site(stack);
  const template = templateIn(stack, { tier });
  return poolIn(stack, { template, backendSets: [backendSet], size, autoscaling, ...args });
}

function resourcesIn(pool: Declared): Resources {
  return (documentsOf(pool).template as { resources: Resources }).resources;
}

/** What an alarm looks at, of what it is told. */
function looksAt(pool: Declared, alarm: string): Loose | undefined {
  const { properties } = resourcesIn(pool)[alarm] ?? {};
  if (!properties) return undefined;
  const { metric, aggregation_method, granularity, evaluation_periods, comparison_operator, threshold } = properties;
  return { metric, aggregation_method, granularity, evaluation_periods, comparison_operator, threshold };
}

function rests(pool: Declared): unknown[] {
  const { group, scaleOut, scaleIn } = resourcesIn(pool);
  return [group, scaleOut, scaleIn].map((one) => one?.properties.cooldown);
}

const processors = { metric: "cpu", aggregation_method: "rate:mean", granularity: 60, evaluation_periods: 3 };

test("percent of processors are nanoseconds of all of them within one value's time", () => {
  const machines = { small: { flavorId: "m1.small", vcpus: 4 } };
  const it = scaled(cpu, { settings: { machines } });
  expect(looksAt(it, "scaleOutAlarm")).toEqual({ ...processors, comparison_operator: "gt", threshold: 96e9 });
  expect(looksAt(it, "scaleInAlarm")).toEqual({ ...processors, comparison_operator: "lt", threshold: 48e9 });
});

test("percent of memory are MiB of the machine", () => {
  const it = scaled({ ...cpu, metric: "memory" });
  const memory = { ...processors, metric: "memory.usage", aggregation_method: "mean" };
  expect(looksAt(it, "scaleOutAlarm")).toEqual({ ...memory, comparison_operator: "gt", threshold: 819.2 });
  expect(looksAt(it, "scaleInAlarm")).toEqual({ ...memory, comparison_operator: "lt", threshold: 409.6 });
});

test("several are added and removed at once where the policy says so", () => {
  const it = scaled({ metric: "cpu", scaleOut: { above: 60, add: 3 }, scaleIn: { below: 10, remove: 2 } });
  const { scaleOut, scaleIn } = resourcesIn(it);
  expect([scaleOut, scaleIn].map((one) => one?.properties.scaling_adjustment)).toEqual([3, -2]);
});

test("without a value for fewer, instances are only added", () => {
  const it = scaled({ metric: "cpu", scaleOut: { above: 60, add: 1 } });
  expect(Object.keys(resourcesIn(it))).toEqual(["group", "scaleOut", "scaleOutAlarm"]);
});

test.each([
  [{ min: 1, max: 4 }, 25, 15],
  [{ min: 2, max: 4 }, 33.33, 19.998],
  [{ min: 5, max: 9 }, 35, 21],
])("a target of 50 within %o removes an instance below %d percent", (size, _, threshold) => {
  const it = scaled({ metric: "cpu", target: 50 }, { size });
  expect(looksAt(it, "scaleOutAlarm")?.threshold).toBe(30e9);
  expect(looksAt(it, "scaleInAlarm")?.threshold).toBe(threshold * 1e9);
  expect(notesOf(it).filter((id) => id.endsWith(".target"))).toEqual(["emulated:instancePool.autoscaling.target"]);
});

test("a target that only grows never removes an instance", () => {
  const it = scaled({ metric: "cpu", target: 50, growOnly: true });
  expect(Object.keys(resourcesIn(it))).toEqual(["group", "scaleOut", "scaleOutAlarm"]);
});

test("a group rests for five minutes, or as long as its values are wrong after a change", () => {
  const policy = { ...cpu, cooldown: undefined };
  expect(rests(scaled(policy))).toEqual([300, 300, 300]);
  expect(rests(scaled(policy, { settings: { granularity: 300 } }))).toEqual([900, 900, 900]);
});

test("a warm-up makes the rest after adding longer", () => {
  expect(rests(scaled({ ...cpu, cooldown: { out: 200, in: 400 }, warmup: 90 }))).toEqual([290, 290, 400]);
});

test("times are counted in values, and what does not fit is rounded up and told", () => {
  const it = scaled({ ...cpu, sustain: { out: 100, in: 600 }, cooldown: 900 });
  expect(looksAt(it, "scaleOutAlarm")).toMatchObject({ granularity: 60, evaluation_periods: 2 });
  expect(looksAt(it, "scaleInAlarm")).toMatchObject({ granularity: 60, evaluation_periods: 10 });
  expect(it.plan.notes?.[0]).toEqual({
    id: "near:instancePool.autoscaling.sustain.out",
    fate: "near",
    path: "instancePool.autoscaling.sustain.out",
    message: "100 s become 120 s, 2 values of 60 s: the size changes up to 20 s later",
  });
});

test.each([
  [undefined, true],
  [60, false],
  [300, false],
])("with a granularity of %o in the settings, it is %o that values may not exist", (granularity, warned) => {
  const it = scaled({ ...cpu, cooldown: undefined }, { settings: { granularity } });
  const id = "warning:instancePool.autoscaling.metric";
  const message =
    "alarms read one value for each 60 s, and Ceilometer keeps one for each 300 s unless the operator chose otherwise: without values they never act; granularity in the settings says which it is";
  expect(it.plan.notes?.filter((one) => one.id === id)).toEqual(
    warned ? [{ id, fate: "warning", path: "instancePool.autoscaling.metric", message }] : [],
  );
});

const morning = { cron: "0 9 * * MON-FRI", timeZone: "Asia/Seoul", size: 3 };
const action = [{ list_join: ["", ["trust+", { get_attr: ["schedulePolicy-morning", "signal_url"] }]] }];
const awake = (duration: number) => ({
  type: "OS::Aodh::GnocchiAggregationByResourcesAlarm",
  properties: {
    metric: "cpu",
    aggregation_method: "rate:mean",
    resource_type: "instance",
    query: {
      str_replace: {
        template: '{"and":[{"=":{"ended_at":null}},{"=":{"server_group":"$group"}}]}',
        params: { $group: { get_param: "OS::stack_id" } },
      },
    },
    granularity: 60,
    evaluation_periods: 1,
    comparison_operator: "gt",
    threshold: -1,
    repeat_actions: true,
    alarm_actions: action,
    ok_actions: action,
    insufficient_data_actions: action,
    time_constraints: [{ name: "morning", start: "0 9 * * MON-FRI", duration, timezone: "Asia/Seoul" }],
  },
});

test("a schedule is an alarm that acts in every state, and is awake at its times only", () => {
  const it = scaled({ schedules: { morning } });
  const { group, ...others } = resourcesIn(it);
  expect(group?.properties.cooldown).toBe(undefined);
  expect(others).toEqual({
    "schedulePolicy-morning": {
      type: "OS::Heat::ScalingPolicy",
      properties: {
        auto_scaling_group_id: { get_resource: "group" },
        adjustment_type: "exact_capacity",
        scaling_adjustment: 3,
        cooldown: 0,
      },
    },
    "scheduleAlarm-morning": awake(180),
  });
  expect(notesOf(it)).toContain("emulated:instancePool.autoscaling.schedules.morning.size");
  expect(it.plan.notes?.at(-1)).toEqual({
    id: "note:instancePool.autoscaling.schedules",
    fate: "note",
    path: "instancePool.autoscaling.schedules",
    message: "each schedule asks for its size for 180 s, and may begin 60 s early",
  });
});

test("beside a metric, a schedule outlasts any rest of the group, and is not undone at once", () => {
  const it = scaled({ ...cpu, cooldown: { out: 300, in: 900 }, schedules: { morning } });
  const { "schedulePolicy-morning": change, "scheduleAlarm-morning": alarm } = resourcesIn(it);
  expect(change?.properties.cooldown).toBe(900);
  expect(alarm).toEqual(awake(1020));
  expect(it.plan.notes?.at(-1)?.message).toBe(
    "each schedule asks for its size for 1020 s, and may begin 60 s early, and once it is there the metric moves it no sooner than 900 s later",
  );
  expect(notesOf(it)).toContain("near:instancePool.autoscaling.schedules.morning.size");
});

const health = (action: string) => ({
  type: "OS::Aodh::LBMemberHealthAlarm",
  properties: {
    pool: { ref: "pool.id", of: "backendSet:front/pages" },
    stack: { get_param: "OS::stack_id" },
    autoscaling_group_id: { get_resource: "group" },
    alarm_actions: [action],
    repeat_actions: false,
  },
});

test("unhealthy members are replaced, and somebody is told, by an alarm on each set", () => {
  const it = scaled(cpu, { replaceUnhealthy: true, alarms: { notify: "ops", unhealthyInstances: { above: 0 } } });
  const { replacement_1, notice_1 } = resourcesIn(it);
  expect({ replacement_1, notice_1 }).toEqual({
    replacement_1: health("trust+heat://"),
    notice_1: health("https://hooks.example.com/ops"),
  });
  expect(notesOf(it)).toEqual(
    expect.arrayContaining(["near:instancePool.replaceUnhealthy", "near:instancePool.alarms.unhealthyInstances"]),
  );
});

test("nothing looks after members that nobody asked for", () => {
  expect(Object.keys(resourcesIn(scaled(cpu)))).toEqual([
    "group",
    "scaleOut",
    "scaleOutAlarm",
    "scaleIn",
    "scaleInAlarm",
  ]);
});
