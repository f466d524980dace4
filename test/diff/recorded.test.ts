import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { diffPlans } from "../../src/diff/diff-plans.js";
import type { Plan } from "../../src/plan/model.js";
import { operations } from "./harness.js";

const names = [
  "aws-alb-autoscaling.aws",
  "aws-cpu-tracking.aws",
  "oci-flask-autoscaling.oci",
  "oci-flask-autoscaling.schedules",
  "openstack-octavia.openstack",
  "web-stack.aws",
  "web-stack.oci",
  "web-stack.openstack",
];

function text(name: string): string {
  return readFileSync(new URL(`../plans/${name}.json`, import.meta.url), "utf8");
}

function recorded(name: string, edit: (json: string) => string = (json) => json): Plan {
  return JSON.parse(edit(text(name))) as Plan;
}

function diff(base: Plan, head: Plan) {
  return diffPlans(base, head, { base: { label: "main" }, head: { label: "change" } });
}

test.each(names)("%s does not differ from itself", (name) => {
  const { verdict, resources, risks } = diff(recorded(name), recorded(name));
  expect([verdict, resources, risks]).toEqual([
    { state: "none", worst: "none", exposure: "same", degraded: 0 },
    [],
    [],
  ]);
});

test.each(names)("%s differs in nothing under the name of another stack and project", (name) => {
  const base = recorded(name);
  const own = `urn:pulumi:${base.stack}::${base.project}::`;
  const head = recorded(name, (json) => json.replaceAll(own, "urn:pulumi:prod::store::"));
  const { verdict, counts } = diff(base, { ...head, stack: "prod", project: "store" });
  expect([verdict.state, counts.same]).toEqual([
    "none",
    base.resources.filter(({ kind }) => kind === "resource").length,
  ]);
});

test("the bounds of a pool whose text holds unknown ids are told by its document", () => {
  const head = recorded("web-stack.openstack", (json) => {
    const plan = JSON.parse(json) as Plan;
    const components = plan.components.map((one) => {
      if (one.key !== "instancePool:web") return one;
      const documents = JSON.parse(JSON.stringify(one.documents).replaceAll('"max_size":2', '"max_size":5'));
      return { ...one, spec: { ...one.spec, size: { kind: "scaled", min: 1, max: 5 } }, documents };
    });
    return JSON.stringify({ ...plan, components });
  });
  const found = diff(recorded("web-stack.openstack"), head);
  expect(operations(found)).toEqual(["update web-stack: templateOpts.Bin.resources.group.properties.max_size"]);
  expect(
    found.components.filter(({ status }) => status !== "same").map(({ label, fields }) => [label, fields]),
  ).toEqual([["instance pool web", [{ path: "size.max", before: 2, after: 5 }]]]);
});

test("a move to another cloud is one risk; the components stay what they are", () => {
  const found = diff(recorded("web-stack.aws"), recorded("web-stack.oci"));
  const [first, ...others] = found.risks;
  expect([first?.kind, first?.says, others]).toEqual([
    "cloud",
    `moves from aws to oci: ${found.counts.create} resources are made anew, ${found.counts.delete} are destroyed`,
    [],
  ]);
  expect(new Set(found.components.map(({ status }) => status))).toEqual(new Set(["same"]));
});
