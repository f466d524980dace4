import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectSettled } from "../support/cycle.js";
import { workingOn } from "../support/disturb.js";
import { linesOf } from "../support/steps.js";
import { pause, until } from "../support/watching.js";
import { belongings } from "./facts.js";
import { readLab } from "./lab.js";
import { balancersLike, deleteBalancer, leftOver } from "./left.js";
import { ofTests, type Stand } from "./programs.js";
import { startService, stopService } from "./services.js";

describe("Octavia, stopped for twenty seconds while it builds a balancer", () => {
  const type = "openstack:loadbalancer/loadBalancer:LoadBalancer";
  let stand: Stand;
  let before: string[];
  let first: string;

  /** It takes its time over each change, so that the balancer is still being built. */
  beforeAll(async () => {
    stand = await ofTests(readLab(), "fixed-pool", "outage");
    before = await belongings(stand.tenant.api);
    await stopService("octavia");
    await startService("octavia", { LAB_DELAY: "60" });
  });
  afterAll(async () => {
    await stopService("octavia");
    await startService("octavia");
    await stand.trial.end();
  });

  test("ends the up, which tells the id of the balancer", async () => {
    const { api } = stand.tenant;
    const outcome = await stand.trial.up({
      why: "up, Octavia stopped",
      meanwhile: async (running) => {
        await workingOn(running, type);
        await until(
          "a balancer that is being built",
          60,
          () => balancersLike(api),
          (all) => all.length === 1,
        );
        await stopService("octavia");
        await pause(20);
        await startService("octavia");
      },
    });
    const [balancer, ...others] = await until(
      "a balancer that Octavia goes on with",
      60,
      () => balancersLike(api),
      ([one]) => one?.provisioning_status === "ACTIVE",
    );
    expect(others).toEqual([]);
    first = String(balancer?.id);
    expect(outcome.code).toBe(1);
    expect(outcome.diagnostics.filter((line) => line.includes("connection refused")).map(waitedFor)).toEqual([first]);
  });

  test("is gone on from by the next up, which makes another balancer", async () => {
    const { api } = stand.tenant;
    const resumed = await stand.trial.up({ why: "up after Octavia was started" });
    expect(Object.keys(resumed.counts).sort()).toEqual(["create", "same"]);
    expect(linesOf(resumed.steps)).toContain("create loadbalancer/loadBalancer:LoadBalancer front-balancer");
    const ids = (await balancersLike(api)).map(({ id }) => id);
    expect([ids.length, ids.includes(first)]).toEqual([2, true]);
    await expectSettled(stand.trial, "the outage");
  });

  test("leaves nothing over, once the balancer is deleted that was told", async () => {
    await deleteBalancer(stand.tenant.api, { id: first });
    expect(await leftOver(stand, before)).toEqual([]);
  });
});

/** The balancer that an error of the provider names. */
function waitedFor(error: string): string | undefined {
  return /Error waiting for loadbalancer (\S+) to become ACTIVE: .*connect: connection refused/s.exec(error)?.[1];
}
