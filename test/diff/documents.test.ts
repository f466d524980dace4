import { expect, test } from "vitest";
import type { Value } from "../../src/plan/model.js";
import { component, diff, operations, plan, resource, urn } from "./harness.js";

const pool = urn("webtier:index:InstancePool", "web");

/** A pool whose native resource holds a text that one unknown id hides. */
function stack(
  document: Value,
  text: Value = "[unknown]",
  name = "web-stack",
  role = "stack",
): ReturnType<typeof plan> {
  return plan({
    components: [component("InstancePool", "web", {}, { documents: { [`${role}.files.main`]: document } })],
    resources: [resource("toy:pool:Template", name, { component: pool, inputs: { files: { main: text } } })],
  });
}

test("a document tells what an unknown text hides", () => {
  const found = diff(stack({ size: { max: 2 } }), stack({ size: { max: 4 } }));
  expect([found.resources[0]?.properties, found.components[0]?.status]).toEqual([
    [{ path: "files.main.size.max", before: 2, after: 4, effect: "rolling" }],
    "changed",
  ]);
});

test("a text that is known tells itself", () => {
  expect(operations(diff(stack({ max: 2 }, "max 2"), stack({ max: 4 }, "max 4")))).toEqual([
    "update web-stack: files.main",
  ]);
});

test("a role may have dots, and its resource an ending", () => {
  const found = diff(
    stack({ max: 2 }, "[unknown]", "web-rule-v1.2-x", "rule:v1.2"),
    stack({ max: 4 }, "[unknown]", "web-rule-v1.2-x", "rule:v1.2"),
  );
  expect(operations(found)).toEqual(["update web-rule-v1.2-x: files.main.max"]);
});

test("a document whose resource is not to be found is told with its component", () => {
  const found = diff(stack({ max: 2 }, "[unknown]", "another"), stack({ max: 4 }, "[unknown]", "another"));
  expect([operations(found), found.components[0]?.fields]).toEqual([
    [],
    [{ path: 'documents["stack.files.main"].max', before: 2, after: 4 }],
  ]);
});

test("mentions of a renamed component are no difference", () => {
  const side = (name: string) => {
    const tier = component("Tier", name, {}, { options: { aliases: [{ name: "a" }, { name: "b" }] } });
    const mentions = { whole: { ref: "x", of: tier.key }, inside: `use \${${tier.key}.id} and \${tier:c.id}` };
    const own = stack(mentions);
    return { ...own, components: [...own.components, tier] };
  };
  expect(operations(diff(side("a"), side("b")))).toEqual([]);
});
