import { expect, test } from "vitest";
import type { Plan, PlanResource } from "../../src/plan/model.js";
import { component, diff, plan, resource, urn } from "./harness.js";

const copies = 1000;
const budget = 3000;
const types = { network: "toy:net:Network", balancer: "toy:lb:Balancer", template: "toy:pool:Template" };

/** Three resources and one component a copy; each network follows the one before it. */
function large(range: string): Plan {
  const at = Array.from({ length: copies }, (_, index) => index);
  const tiers = at.map((index) => component("Tier", `t${index}`, { placement: "private", network: "network:shop" }));
  const resources = at.flatMap((index): PlanResource[] => {
    const home = { component: urn("webtier:index:Tier", `t${index}`) };
    const from = (of: string | undefined) => ({
      inputs: { networkId: "[unknown]", range: of === undefined ? range : "[unknown]", note: "x".repeat(100) },
      propertyDependencies: of === undefined ? {} : { range: [of], networkId: [of] },
      ...home,
    });
    const network = `n${index}`;
    return [
      resource(types.network, network, from(index === 0 ? undefined : urn(types.network, `n${index - 1}`))),
      resource(types.balancer, `b${index}`, from(urn(types.network, network))),
      resource(types.template, `p${index}`, from(urn(types.balancer, `b${index}`))),
    ];
  });
  return plan({ components: [component("Network", "shop", {}), ...tiers], resources });
}

test("3,000 resources that all follow one another take at most 3 s of CPU", () => {
  const [base, head] = [large("a"), large("b")];
  const start = process.cpuUsage();
  const { counts } = diff(base, head);
  const { user, system } = process.cpuUsage(start);
  expect(counts).toEqual({ create: 0, update: copies, replace: 2 * copies, delete: 0, move: 0, same: 0 });
  expect((user + system) / 1000).toBeLessThan(budget);
});
