import { expect } from "vitest";
import { until } from "../support/watching.js";
import type { Api } from "./api.js";
import { belongings } from "./facts.js";
import type { Stand } from "./programs.js";

/** What is still there after a trial, beside what was there before. */
export async function leftOver({ trial, tenant }: Stand, before: readonly string[]): Promise<string[]> {
  await trial.destroy();
  const after = await belongings(tenant.api);
  return after.filter((one) => !before.includes(one));
}

interface Balancer {
  readonly id: string;
  readonly provisioning_status: string;
}

/** Those of a project that have all of this. */
export async function balancersLike(api: Api, like: Readonly<Record<string, string>> = {}): Promise<Balancer[]> {
  const path = `/lbaas/loadbalancers?${new URLSearchParams(like)}`;
  return (await api.get<{ loadbalancers: Balancer[] }>("load-balancer", path)).loadbalancers;
}

/** As a user does who was told its name or its id; Octavia must have ended its work on it. */
export async function deleteBalancer(api: Api, like: Readonly<Record<string, string>>): Promise<void> {
  const found = () => balancersLike(api, like);
  const [first, ...others] = await until(
    "an active balancer",
    300,
    found,
    ([one]) => one?.provisioning_status === "ACTIVE",
  );
  expect(others).toEqual([]);
  await api.send("DELETE", "load-balancer", `/lbaas/loadbalancers/${first?.id}`);
  await until("no balancer", 300, found, (all) => all.length === 0);
}
