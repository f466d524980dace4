import { afterAll, beforeAll, expect, test } from "vitest";
import { deploy, nameOf, roundsOf } from "../support/alterations.js";
import { expectSettled } from "../support/cycle.js";
import { balancers, belongings, securityRules, withoutSuffix } from "./facts.js";
import { readLab } from "./lab.js";
import { type Stand, webStack } from "./programs.js";
import { alterations } from "./web-stack-alterations.js";

const lab = readLab();
let stand: Stand;
let before: string[];

beforeAll(async () => {
  stand = await webStack(lab);
  before = await belongings(stand.tenant.api);
});
afterAll(() => stand.trial.end());

test("two tiers stand up, and neither program nor cloud differs from the state afterwards", async () => {
  const { trial } = stand;
  const preview = await trial.preview();
  const up = await trial.up();
  expect(up.counts).toEqual(preview.counts);
  expect(Object.keys(up.outputs).sort()).toEqual(["innerUrl", "url"]);
  await expectSettled(trial);
});

test("nothing is open that was not declared", async () => {
  expect(await securityRules(stand.tenant.api)).toEqual([
    "app-group: egress any all all IPv4",
    "app-group: egress any all all IPv6",
    "app-group: ingress tcp 8080 10.20.0.0/17",
    "web-group: egress any all all IPv4",
    "web-group: egress any all all IPv6",
    "web-group: ingress tcp 22 10.30.0.0/24",
    "web-group: ingress tcp 5000 10.20.0.0/17",
  ]);
});

test("every member is in its pool, and every balancer is whole", async () => {
  const found = await balancers(stand.tenant.api);
  const lines = found.flatMap(({ name, provisioning_status: status, operating_status: state, listeners }) => [
    `${withoutSuffix(name)} ${status} ${state}`,
    ...listeners.flatMap((listener) => [
      `${withoutSuffix(listener.name)} ${listener.provisioning_status}`,
      ...listener.pools.flatMap((pool) =>
        pool.members.map((member) => `${withoutSuffix(pool.name)} ${member.protocol_port} ${member.operating_status}`),
      ),
    ]),
  ]);
  expect(lines.sort()).toEqual([
    "app-listener ACTIVE",
    "app-pool 8080 ONLINE",
    "app-pool 8080 ONLINE",
    "front-balancer ACTIVE ONLINE",
    "http-listener ACTIVE",
    "https-listener ACTIVE",
    "inner-balancer ACTIVE ONLINE",
    "pages-pool-sticky 5000 ONLINE",
  ]);
});

test("the floating IP is on the address of the balancer, and is what the program tells", async () => {
  const { api } = stand.tenant;
  const { floatingips } = await api.get<{ floatingips: { floating_ip_address: string; port_id: string }[] }>(
    "network",
    "/floatingips",
  );
  const { loadbalancers } = await api.get<{ loadbalancers: { name: string; vip_port_id: string }[] }>(
    "load-balancer",
    "/lbaas/loadbalancers",
  );
  const front = loadbalancers.find(({ name }) => name.startsWith("front-"));
  expect(floatingips.map(({ port_id: port }) => port)).toEqual([front?.vip_port_id]);
});

test.each(roundsOf(alterations).map((round) => [nameOf(round), round] as const))("%s", async (_, round) => {
  await deploy(stand.trial, round);
});

test("nothing is left", async () => {
  await stand.trial.destroy();
  expect(await belongings(stand.tenant.api)).toEqual(before);
});
