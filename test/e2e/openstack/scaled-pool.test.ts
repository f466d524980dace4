import { afterAll, beforeAll, expect, test } from "vitest";
import { type Alteration, deploy, nameOf, roundsOf } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import type { Outcome } from "../support/outcome.js";
import { during } from "../support/watching.js";
import { belongings } from "./facts.js";
import { membersOf, poolsOf, type ServerFacts, serversOf } from "./pool-facts.js";
import { type PoolStand, poolTrial } from "./pool-trials.js";
import { ownServers, policy, second } from "./scaled-pool-texts.js";
import { sentTemplate } from "./sent-template.js";
import { alarmsOf, groupMembersOf, stackOf, steadyAlarmsOf, templateOf } from "./stack-facts.js";

let { trial, api, admin, images, before } = {} as PoolStand;

beforeAll(async () => {
  ({ trial, api, admin, images, before } = await poolTrial("scaled-pool"));
});
afterAll(() => trial.end());

let id = "";

test("a group comes up, and neither a preview nor a refresh finds a difference", async () => {
  expect((await trial.preview()).counts).toEqual({ create: 23 });
  const { counts, outputs } = await trial.up();
  id = String(outputs.stack);
  expect(counts).toEqual({ create: 23 });
  await expectSettled(trial);
});

test("Heat holds the template that was sent, and one member", async () => {
  expect(await stackOf(api, id)).toMatchObject({ status: "CREATE_COMPLETE", size: "1" });
  expect(await templateOf(api, id)).toEqual(sentTemplate(trial));
  expect(await groupMembersOf(api, id)).toHaveLength(1);
  expect(await generation()).toEqual(["first web"]);
  expect(await onDuty()).toEqual({ "pages-pool": ["5000 ONLINE"] });
});

test("Aodh has the thresholds, the schedule and the watch over members, each with the stack's trust", async () => {
  const threshold = (operator: string, value: number, periods: number) => ({
    ...measured,
    comparison_operator: operator,
    threshold: value,
    evaluation_periods: periods,
  });
  const metric = { type: "gnocchi_aggregation_by_resources_threshold", repeats: true, times: [] };
  expect(await steadyAlarmsOf(api, id)).toEqual({
    replacement_1: {
      type: "loadbalancer_member_health",
      repeats: false,
      rule: { pool_id: (await poolsOf(api))["pages-pool"], stack_id: id, autoscaling_group_id: expect.any(String) },
      actions: { alarm: ["trust+heat:"], ok: [], insufficient: [] },
      times: [],
    },
    scaleInAlarm: {
      ...metric,
      rule: threshold("lt", 12e9, 2),
      actions: { alarm: ["scaleIn"], ok: [], insufficient: [] },
    },
    scaleOutAlarm: {
      ...metric,
      rule: threshold("gt", 36e9, 1),
      actions: { alarm: ["scaleOut"], ok: [], insufficient: [] },
    },
    "scheduleAlarm-morning": {
      ...metric,
      rule: threshold("gt", -1, 1),
      actions: {
        alarm: ["schedulePolicy-morning"],
        ok: ["schedulePolicy-morning"],
        insufficient: ["schedulePolicy-morning"],
      },
      times: [expect.objectContaining({ name: "morning", start: "0 6 1 1 *", duration: 240, timezone: "Asia/Seoul" })],
    },
  });
});

const measured = {
  metric: "cpu",
  aggregation_method: "rate:mean",
  resource_type: "instance",
  granularity: 60,
};

const alterations: readonly Alteration[] = [
  {
    why: "another threshold",
    round: 1,
    edits: [{ from: "above: 60", to: "above: 70" }],
    expected: ["update index:InstancePool web", "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]"],
    holds: async () => {
      expect((await alarmsOf(api)).scaleOutAlarm?.rule).toMatchObject({ threshold: 42e9 });
    },
  },
  {
    why: "another time of the schedule",
    round: 1,
    edits: [{ from: "0 6 1 1 *", to: "30 7 1 1 *" }],
    expected: ["update index:InstancePool web", "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]"],
    holds: async () => {
      expect((await alarmsOf(api))["scheduleAlarm-morning"]?.times).toMatchObject([{ start: "30 7 1 1 *" }]);
    },
  },
  {
    why: "more at the least and at the most",
    round: 1,
    edits: [
      { from: "min: 1", to: "min: 2" },
      { from: "max: 3", to: "max: 4" },
    ],
    expected: [
      "update index:InstancePool web",
      "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin, timeout]",
    ],
    holds: async () => {
      expect(await stackOf(api, id)).toMatchObject({ status: "UPDATE_COMPLETE", size: "2" });
      expect(await generation()).toEqual(["first web", "first web"]);
    },
  },
  {
    why: "other user data, rolled out",
    round: 2,
    edits: [{ from: "echo first", to: "echo second" }],
    expected: [
      "update index:InstancePool web",
      "update index:InstanceTemplate web",
      "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]",
    ],
    holds: async () => {
      expect((await generation()).map((one) => one.split(" ")[0])).toEqual(["second", "second"]);
    },
  },
  {
    why: "another image, rolled out",
    round: 2,
    edits: [{ from: 'image: "web"', to: 'image: "next"' }],
    expected: [
      "update index:InstancePool web",
      "update index:InstanceTemplate web",
      "update orchestration/stackV1:StackV1 web-stack [templateOpts.Bin]",
    ],
    holds: async () => {
      expect((await generation()).map((one) => one.split(" ")[1])).toEqual(["next", "next"]);
    },
  },
  {
    why: "a second backend set",
    round: 3,
    edits: [
      { from: "const sets = [pages];", to: second },
      {
        from: "backendSet: pages }",
        to: 'backendSet: pages, routes: { reports: { path: "/reports/*", backendSet: reports } } }',
      },
    ],
    expected: [
      "create index:BackendSet reports",
      "create loadbalancer/l7PolicyV2:L7PolicyV2 http-route-reports",
      "create loadbalancer/l7RuleV2:L7RuleV2 http-route-path-reports",
      "create loadbalancer/monitor:Monitor reports-monitor",
      "create loadbalancer/pool:Pool reports-pool",
      "create networking/secGroupRule:SecGroupRule web-ingress-tcp-5001-10-61-0-0-17",
      "update index:InstancePool web",
      "update index:Listener http",
      "update orchestration/stackV1:StackV1 web-stack [environmentOpts.Bin, templateOpts.Bin]",
    ],
    holds: expectBothSets,
  },
  {
    why: "no policy, so that servers of their own take the group's place",
    round: 4,
    edits: [{ from: policy, to: "size: 2," }],
    expected: [
      ...ownServers("create"),
      "delete orchestration/stackV1:StackV1 web-stack",
      "update index:InstancePool web",
    ],
    holds: expectBothSets,
  },
  {
    why: "the policy again",
    round: 5,
    edits: [{ from: "size: 2,", to: policy }],
    expected: [
      "create orchestration/stackV1:StackV1 web-stack",
      ...ownServers("delete"),
      "update index:InstancePool web",
    ],
    holds: async () => {
      await expectBothSets();
      expect(await stackOf(api, id)).toMatchObject({ status: "CREATE_COMPLETE", size: "2" });
    },
  },
];

for (const round of roundsOf(alterations)) {
  test(`${nameOf(round)}: nothing else changes, and the pool is served all the time`, async () => {
    const { seen } = await during(look, () => deploy(trial, round, up));
    expect(seen.filter(({ online }) => online < 1)).toEqual([]);
    if (!nameOf(round).includes("rolled out")) return;
    expect(seen.map(({ servers }) => new Set(servers).size)).toContain(2);
  });
}

test("neither a preview nor a refresh finds a difference after all", async () => {
  await expectSettled(trial, "all of them");
});

test("destroy leaves the project as it was", async () => {
  await trial.destroy();
  expect(await belongings(api)).toEqual(before);
});

/** The stack's id goes with the policy, and another comes with it. */
async function up(why: string): Promise<Outcome> {
  const outcome = await trial.up({ why });
  id = String(outcome.outputs.stack ?? "");
  return outcome;
}

async function look(): Promise<{ servers: string[]; online: number }> {
  const { "pages-pool": pages = [] } = await onDuty();
  return { servers: await generation(), online: pages.filter((one) => one === "5000 ONLINE").length };
}

async function expectBothSets(): Promise<void> {
  expect(await onDuty()).toEqual({
    "pages-pool": ["5000 ONLINE", "5000 ONLINE"],
    "reports-pool": ["5001 ONLINE", "5001 ONLINE"],
  });
}

/** Which script and which image each server has: `first web`. */
async function generation(): Promise<string[]> {
  const names = new Map([
    [images.web, "web"],
    [images.next, "next"],
  ]);
  const script = ({ userData }: ServerFacts) => /echo (\w+)/.exec(userData)?.[1] ?? "none";
  return (await serversOf(admin, api)).map((server) => `${script(server)} ${names.get(server.image)}`).sort();
}

async function onDuty(): Promise<Record<string, string[]>> {
  const entries = Object.entries(await membersOf(api));
  return Object.fromEntries(
    entries.map(([pool, all]) => [pool, all.map(({ port, operating }) => `${port} ${operating}`)]),
  );
}
