import { expect, test } from "vitest";
import { stackOn } from "./plans.js";

const shop = {
  vcnId: "ocid1.vcn.oc1..demo",
  cidr: "10.20.0.0/16",
  outbound: "nat",
  subnets: [{ id: "ocid1.subnet.oc1..open", cidr: "10.20.0.0/24", public: true }],
};
const front = {
  id: "ocid1.loadbalancer.oc1..demo",
  address: "203.0.113.10",
  kind: "application",
  visibility: "public",
  cidr: "10.20.0.0/24",
};

test("what a reader should know is no warning, and names its place", () => {
  const own = stackOn();
  const adopted = stackOn({ networks: { shop }, balancers: { front } });
  const members = { a: { address: "10.20.128.9" } };
  const noted = [own.tier(), own.balancer(), own.set({ members }), adopted.network(), adopted.balancer()];
  const places = noted.flatMap(({ plan }) => (plan.notes ?? []).map(({ id, fate, path }) => `${fate} ${path} ${id}`));
  expect(places).toEqual([
    "note tier.egress note:tier.egress",
    "note loadBalancer note:loadBalancer.bandwidth",
    "note backendSet.members note:backendSet.refresh",
    "note network note:network.adopted",
    "note loadBalancer note:loadBalancer.adopted",
  ]);
});
