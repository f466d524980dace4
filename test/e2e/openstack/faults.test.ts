import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expectSettled } from "../support/cycle.js";
import { kill, workingOn } from "../support/disturb.js";
import type { Pending } from "../support/request.js";
import { linesOf } from "../support/steps.js";
import { logIn } from "./api.js";
import { belongings } from "./facts.js";
import { readLab } from "./lab.js";
import { deleteBalancer, leftOver } from "./left.js";
import { ofTests, type Stand } from "./programs.js";

const lab = readLab();

describe("an engine that is killed while Octavia builds a balancer", () => {
  const type = "openstack:loadbalancer/loadBalancer:LoadBalancer";
  let stand: Stand;
  let before: string[];
  let begun: Pending | undefined;
  beforeAll(async () => {
    stand = await ofTests(lab, "fixed-pool", "killed");
    before = await belongings(stand.tenant.api);
  });
  afterAll(() => stand.trial.end());

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
    const { api } = stand.tenant;
    await deleteBalancer(api, { name: String((begun as Pending).resource.inputs.name) });
    await stand.trial.refresh({ why: "refresh that forgets what was begun", forget: true });
    const resumed = await stand.trial.up({ why: "up after the kill" });
    expect(Object.keys(resumed.counts).sort()).toEqual(["create", "same"]);
    await expectSettled(stand.trial, "the kill");
  });

  test("leaves nothing over", async () => {
    expect(await leftOver(stand, before)).toEqual([]);
  });
});

describe("a quota that is too small for the second server", () => {
  let stand: Stand;
  let before: string[];
  const setInstances = async (instances: number) => {
    const admin = await logIn(lab.authUrl, lab.admin);
    await admin.send("PUT", "compute", `/os-quota-sets/${stand.tenant.api.projectId}`, { quota_set: { instances } });
  };
  beforeAll(async () => {
    stand = await ofTests(lab, "fixed-pool", "quota");
    before = await belongings(stand.tenant.api);
    await setInstances(1);
  });
  afterAll(() => stand.trial.end());

  test("is told in Nova's words, at the server that it hits", async () => {
    const outcome = await stand.trial.up({ why: "up beyond the quota", fails: true, parallel: 1 });
    expect(outcome.code).toBe(1);
    const errors = outcome.diagnostics.filter((line) => line.startsWith("error") && line.includes("Quota"));
    expect(errors.map((line) => /Quota exceeded for \w+/.exec(line)?.[0])).toEqual(["Quota exceeded for instances"]);
  });

  test("once raised, lets the next up make what is missing and nothing twice", async () => {
    await setInstances(10);
    const outcome = await stand.trial.up({ why: "up after the quota was raised" });
    expect(linesOf(outcome.steps).filter((line) => line.includes("compute/instance:Instance")).length).toBe(1);
    await expectSettled(stand.trial, "the quota");
    expect(await leftOver(stand, before)).toEqual([]);
  });
});

describe("credentials", () => {
  let stand: Stand;
  let before: string[];
  beforeAll(async () => {
    stand = await ofTests(lab, "scaled-pool", "credentials");
    before = await belongings(stand.tenant.api);
  });
  afterAll(() => stand.trial.end());

  test("that are wrong end the up before anything is made, and are not told", async () => {
    const password = "not-the-password";
    const outcome = await stand.trial.up({
      why: "up with a wrong password",
      fails: true,
      environment: { OS_PASSWORD: password },
    });
    expect(outcome.code).toBe(1);
    expect(outcome.said).toContain("Authentication failed");
    expect(outcome.said).not.toContain(password);
    expect(await belongings(stand.tenant.api)).toEqual(before);
  });

  test("of an application refuse a group in Heat at the preview, before anything is made", async () => {
    const { api } = stand.tenant;
    const path = `/users/${api.userId}/application_credentials`;
    const { application_credential: made } = await api.send<{ application_credential: { id: string; secret: string } }>(
      "POST",
      "identity",
      path,
      { application_credential: { name: "deploy" } },
    );
    const environment = {
      OS_APPLICATION_CREDENTIAL_ID: made.id,
      OS_APPLICATION_CREDENTIAL_SECRET: made.secret,
      ...Object.fromEntries(
        ["USERNAME", "PASSWORD", "PROJECT_NAME", "USER_DOMAIN_ID", "PROJECT_DOMAIN_ID"].map((word) => [
          `OS_${word}`,
          "",
        ]),
      ),
    };
    const outcome = await stand.trial.preview({
      why: "the preview of an up with an application credential",
      fails: true,
      environment,
    });
    expect(outcome.code).toBe(1);
    expect(outcome.said).toContain(
      "which Keystone refuses to the application credential of OS_APPLICATION_CREDENTIAL_ID",
    );
    expect(outcome.said).not.toContain(made.secret);
    await api.send("DELETE", "identity", `${path}/${made.id}`);
    expect(await belongings(api)).toEqual(before);
  });
});
