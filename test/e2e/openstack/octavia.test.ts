import { afterAll, beforeAll, expect, test } from "vitest";
import { deploy, nameOf, roundsOf } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import { belongings, securityRules } from "./facts.js";
import { readLab } from "./lab.js";
import { octaviaAlterations } from "./octavia-alterations.js";
import { octavia, type Stand } from "./programs.js";

const lab = readLab();
let stand: Stand;
let before: string[];

beforeAll(async () => {
  stand = await octavia(lab);
  before = await belongings(stand.tenant.api);
});
afterAll(() => stand.trial.end());

test("the walk-through stands up in a network that exists, and nothing differs afterwards", async () => {
  const { trial } = stand;
  const preview = await trial.preview();
  expect((await trial.up()).counts).toEqual(preview.counts);
  await expectSettled(trial);
});

test("members admit the balancers' subnet alone", async () => {
  expect(await securityRules(stand.tenant.api)).toEqual([
    "web-group: egress any all all IPv4",
    "web-group: egress any all all IPv6",
    "web-group: ingress icmp all 192.0.3.0/24",
    "web-group: ingress tcp 80 192.0.3.0/24",
  ]);
});

test("monitors ping as the walk-through says", async () => {
  const { api } = stand.tenant;
  const { healthmonitors } = await api.get<{ healthmonitors: Monitor[] }>("load-balancer", "/lbaas/healthmonitors");
  const told = healthmonitors.map(({ type, delay, timeout, max_retries: retries }) => ({
    type,
    delay,
    timeout,
    retries,
  }));
  expect(told).toEqual(Array(3).fill({ type: "PING", delay: 5, timeout: 10, retries: 4 }));
});

interface Monitor {
  readonly type: string;
  readonly delay: number;
  readonly timeout: number;
  readonly max_retries: number;
}

test.each(roundsOf(octaviaAlterations).map((round) => [nameOf(round), round] as const))("%s", async (_, round) => {
  await deploy(stand.trial, round);
});

test("nothing is left but the network that was there", async () => {
  await stand.trial.destroy();
  expect(await belongings(stand.tenant.api)).toEqual(before);
});
