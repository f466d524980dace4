import { expect, test } from "vitest";
import { breached, gates } from "../../src/diff/gates.js";
import { component, diff, plan, resource } from "./harness.js";

const tier = component("Tier", "web", {});
const group = (resourceName: string) =>
  component("DynamicGroupPolicy", "web", { allow: [{ verb: "read", resource: resourceName }] });
const balancer = (networkId: string, deleteBeforeReplace = false) =>
  resource("toy:lb:Balancer", "front", { inputs: { networkId }, options: { deleteBeforeReplace } });

test("equal plans pass every gate", () => {
  expect(breached(diff(plan({ components: [tier] }), plan({ components: [tier] })), gates)).toEqual([]);
});

test("each gate says why it is not passed", () => {
  const base = plan({
    components: [tier, group("keys")],
    resources: [
      balancer("a", true),
      resource("toy:lb:Balancer", "gone"),
      resource("toy:lb:Balancer", "kept", { options: { retainOnDelete: true } }),
    ],
  });
  const head = plan({
    components: [tier, group("secrets")],
    resources: [balancer("b", true)],
    notes: [
      { id: "near:x", fate: "near", path: "tier.x", message: "is less", about: tier.urn },
      { id: "emulated:y", fate: "emulated", message: "is other resources" },
      { id: "note:z", fate: "note", message: "is said" },
    ],
    exposure: [
      { direction: "in", at: tier.urn, place: "tier web", peer: "internet", protocol: "tcp", ports: "22", by: [] },
      { direction: "out", at: tier.urn, place: "tier web", peer: "internet", protocol: "any", ports: "any", by: [] },
    ],
  });
  const outages = [
    "toy:lb:Balancer gone: nobody is served",
    "toy:lb:Balancer front: nobody is served until the new one is there",
  ];
  expect(breached(diff(base, head), gates)).toEqual([
    {
      gate: "exposure-wider",
      reasons: ["internet → tier web: tcp 22", "tier web → internet: any", "dynamic group policy web may read secrets"],
    },
    { gate: "outage", reasons: outages },
    { gate: "degraded", reasons: ["is other resources (emulated:y)", "tier web: tier.x: is less (near:x)"] },
    { gate: "replace", reasons: ["toy:lb:Balancer front"] },
    { gate: "destroy", reasons: ["toy:lb:Balancer gone"] },
    { gate: "address-change", reasons: outages },
  ]);
});

test("only gates that were asked for count, each once", () => {
  const found = diff(plan({ resources: [balancer("a")] }), plan({ resources: [balancer("b")] }));
  expect(breached(found, ["address-change", "outage", "address-change"])).toEqual([
    { gate: "address-change", reasons: ["toy:lb:Balancer front: clients must look the new address up"] },
  ]);
});

test("a move to another cloud is an outage", () => {
  expect(breached(diff(plan(), plan({ cloud: "other" })), ["outage"])).toEqual([
    {
      gate: "outage",
      reasons: ["pulumi:pulumi:Stack dev: moves from toy to other: 0 resources are made anew, 0 are destroyed"],
    },
  ]);
});
