import { afterAll, beforeAll, expect, test } from "vitest";
import { deploy } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import { during, until } from "../support/watching.js";
import { belongings } from "./facts.js";
import { Meter } from "./metrics.js";
import { membersOf, poolsOf, serversOf } from "./pool-facts.js";
import { type PoolStand, poolTrial } from "./pool-trials.js";
import { makeSick } from "./sick.js";
import { groupMembersOf, stackOf } from "./stack-facts.js";

let { trial, api, admin, lab, before } = {} as PoolStand;
const stacks = { load: "", clock: "" };
/** Far enough for the first `up` to be over. */
const fires = Math.ceil((Date.now() + 240_000) / 60_000) * 60_000;

beforeAll(async () => {
  const stand = await poolTrial("scaling");
  ({ trial, api, admin, lab, before } = stand);
  const seoul = new Date(fires + 9 * 3_600_000);
  stand.configure({ "scaling:cron": `${seoul.getUTCMinutes()} ${seoul.getUTCHours()} * * *` });
});
afterAll(async () => {
  await meter?.stop();
  await trial.end();
});

let fired: Promise<number>;
let meter: Meter | undefined;

test("two groups come up with one member each", async () => {
  const { outputs, counts } = await trial.up();
  stacks.load = String(outputs.loadStack);
  stacks.clock = String(outputs.clockStack);
  fired = until("the schedule fires", 600, sizes, ({ clock }) => clock === 2).then(() => Date.now());
  meter = await Meter.start(lab, stacks.load, 90);
  expect({ counts, ...(await sizes()) }).toEqual({ counts: { create: 31 }, load: 1, clock: 1 });
  expect(Date.now()).toBeLessThan(fires);
});

test("a load above the threshold makes the group grow by one, once it has rested from being made", async () => {
  const { seen } = await during(sizeOfLoad, () =>
    until("growing", 300, onDuty, (all) => all.length === 2 && all.every(isOnline)),
  );
  expect(seen).toEqual([1, 2]);
});

test("a health check and user data change meanwhile, and the group keeps its size", async () => {
  const { seen } = await during(sizeOfLoad, () =>
    deploy(trial, [
      {
        why: "another health check and other user data, at size 2",
        round: 1,
        edits: [
          { from: "interval: 10", to: "interval: 15" },
          { from: "echo first", to: "echo second" },
        ],
        expected: [
          "update index:BackendSet pages",
          "update index:InstancePool load",
          "update index:InstanceTemplate web",
          "update loadbalancer/monitor:Monitor pages-monitor [delay]",
          "update orchestration/stackV1:StackV1 load-stack [templateOpts.Bin]",
        ],
      },
    ]),
  );
  expect(seen).toEqual([2]);
  expect(await stackOf(api, stacks.load)).toMatchObject({ status: "UPDATE_COMPLETE", size: "2" });
});

test("a load below the threshold makes the group shrink by one, and it rests there", async () => {
  if (meter) meter.percent = 5;
  const { seen } = await during(sizeOfLoad, async () => {
    await until("shrinking", 420, sizeOfLoad, (size) => size === 1);
    await until("one member", 60, onDuty, (all) => all.length === 1);
    await until("its server alone", 60, serversOfLoad, (count) => count === 1);
  });
  expect(seen).toEqual([2, 1]);
});

test("a sick member is replaced by another one, where the group has its fewest", async () => {
  const groups = await groupMembersOf(api, stacks.load);
  const [sick] = await onDuty();
  const { "pages-pool": pool = "" } = await poolsOf(api);
  makeSick(pool, sick?.address ?? "");
  await until(
    "replacing",
    180,
    onDuty,
    (all) => all.length === 1 && all.every((one) => isOnline(one) && one.id !== sick?.id),
  );
  await until(
    "Heat's rest",
    60,
    () => stackOf(api, stacks.load),
    ({ status }) => status === "UPDATE_COMPLETE",
  );
  const now = await groupMembersOf(api, stacks.load);
  expect({ size: now.length, kept: now.filter((one) => groups.includes(one)) }).toEqual({ size: 1, kept: [] });
});

test("the schedule has fired at its minute: Aodh takes all of the minute before for the start as well", async () => {
  const late = ((await fired) - fires) / 1000;
  expect(late).toBeGreaterThanOrEqual(-60);
  expect(late).toBeLessThan(60);
});

test("neither a preview nor a refresh finds a difference, and the sizes stay", async () => {
  await expectSettled(trial, "all of it");
  expect(await sizes()).toEqual({ load: 1, clock: 2 });
});

test("destroy leaves the project as it was", async () => {
  await trial.destroy();
  expect(await belongings(api)).toEqual(before);
});

async function sizes(): Promise<{ load: number; clock: number }> {
  const [load, clock] = await Promise.all([groupMembersOf(api, stacks.load), groupMembersOf(api, stacks.clock)]);
  return { load: load.length, clock: clock.length };
}

async function sizeOfLoad(): Promise<number> {
  return (await groupMembersOf(api, stacks.load)).length;
}

async function serversOfLoad(): Promise<number> {
  const all = await serversOf(admin, api);
  return all.filter(({ metadata }) => metadata["metering.server_group"] === stacks.load).length;
}

async function onDuty() {
  const { "pages-pool": all = [] } = await membersOf(api);
  return all;
}

function isOnline({ provisioning, operating }: { provisioning: string; operating: string }): boolean {
  return provisioning === "ACTIVE" && operating === "ONLINE";
}
