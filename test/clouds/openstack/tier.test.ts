import { expect, test } from "vitest";
import { notesOf, outputsOf, resourcesOf, stackWith } from "./stack.js";

const type = "openstack:networking/secGroup:SecGroup";

test("a tier is a security group, whose rule to anywhere is there already and is noted", () => {
  const it = stackWith().tier();
  expect(resourcesOf(it)).toEqual({ group: { type, args: { description: "members of a tier" } } });
  expect(outputsOf(it)).toEqual({ groupId: { ref: "group.id" } });
  expect(it.plan.notes).toEqual([
    { id: "note:tier.egress", fate: "note", path: "tier.egress", message: "members may open connections to anywhere" },
  ]);
});

test("a tier bears the labels of its network, and its own fixed name", () => {
  const stack = stackWith();
  const network = stack.network({ tags: { team: "shop" } });
  expect(resourcesOf(stack.tier({ network, physicalName: "shop-web" }))).toEqual({
    group: {
      type,
      args: { description: "members of a tier", tags: ["team=shop"], name: "shop-web" },
      options: { deleteBeforeReplace: false },
    },
  });
});

test("public members stand where balancers do, and it is said", () => {
  expect(notesOf(stackWith().tier({ placement: "public" }))).toEqual([
    "near:tier.placement.public",
    "note:tier.egress",
  ]);
});

test("a tier of limited egress says what members reach beside it, and what they do not", () => {
  expect(stackWith().tier({ egress: [] }).plan.notes).toEqual([
    { id: "note:tier.egress", fate: "note", path: "tier.egress", message: "members may open no connections" },
    {
      id: "note:tier.egress.names",
      fate: "note",
      path: "tier.egress",
      message: "members always reach the metadata service, and name servers only where egress says so: udp 53",
    },
  ]);
});
