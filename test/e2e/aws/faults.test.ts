import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectSettled } from "../support/cycle.js";
import { kill, workingOn } from "../support/disturb.js";
import type { Pending } from "../support/request.js";
import { linesOf } from "../support/steps.js";
import { belongings } from "./left.js";
import { cpuTracking, type Stand } from "./programs.js";

let stand: Stand;
let before: string[];
beforeAll(async () => {
  stand = await cpuTracking("aws-killed");
  before = await belongings(stand.api);
});
afterAll(() => stand.trial.end());

test("a preview without credentials ends at once, and nothing is made", async () => {
  const names = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];
  const environment = Object.fromEntries(names.map((name) => [name, ""]));
  const outcome = await stand.trial.up({ why: "up without credentials", fails: true, environment });
  expect(outcome.code).toBe(1);
  expect(outcome.said).toContain("No valid credential sources found");
  expect(await belongings(stand.api)).toEqual(before);
});

describe("an engine that is killed while a balancer comes up", () => {
  const type = "aws:lb/loadBalancer:LoadBalancer";
  let begun: Pending | undefined;

  test("leaves the stack locked, and the next up says by what", async () => {
    await stand.trial.up({
      why: "up, killed",
      parallel: 1,
      meanwhile: async (running) => {
        await workingOn(running, type);
        kill(running);
      },
    });
    const locked = await stand.trial.up({ why: "up of a locked stack", fails: true });
    expect(locked.said).toContain("the stack is currently locked by 1 lock(s)");
    expect(linesOf(locked.steps)).toEqual([]);
  });

  test("has told the state what it had begun", async () => {
    const { pending } = await stand.trial.cancel();
    expect(pending.map((one) => [one.type, one.resource.type])).toEqual([["creating", type]]);
    begun = pending[0];
  });

  test("leaves a balancer that the state names, and once it is deleted the next up goes on from there", async () => {
    const { ask } = stand.api;
    const Names = [String((begun as Pending).resource.inputs.name)];
    const { LoadBalancers: found } = await ask<{ LoadBalancers: { LoadBalancerArn: string }[] }>(
      "elbv2",
      "describe_load_balancers",
      { Names },
    );
    expect(found.length).toBe(1);
    await ask("elbv2", "delete_load_balancer", { LoadBalancerArn: found[0]?.LoadBalancerArn });
    await stand.trial.refresh({ why: "refresh that forgets what was begun", forget: true });
    const resumed = await stand.trial.up({ why: "up after the kill" });
    expect(Object.keys(resumed.counts).sort()).toEqual(["create", "same"]);
    await expectSettled(stand.trial, "the kill");
  });

  test("leaves nothing over", async () => {
    await stand.trial.destroy();
    expect(await belongings(stand.api)).toEqual(before);
  });
});
