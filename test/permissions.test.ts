import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { renderPermissions } from "../scripts/permissions.js";
import { permissions } from "../src/clouds/permissions.js";
import { clouds } from "../src/clouds/registry.js";
import { neededBy } from "../src/core/permissions.js";
import type { Plan } from "../src/plan/model.js";
import { nouns } from "../src/spec/nouns.js";
import { tableOf } from "./declarations/tables.js";
import { table } from "./judges/aws/judge.js";

const root = join(__dirname, "..");
const names = Object.keys(permissions);
const rowOf = (type: string) => permissions[type.split(":")[0] ?? ""]?.types[type];

test("docs/permissions.md is what the tables say; npm run docs renews it", async () => {
  expect(readFileSync(join(root, "docs/permissions.md"), "utf8")).toBe(await renderPermissions());
});

test("every cloud says what it needs", () => {
  expect(names.toSorted()).toEqual(Object.keys(clouds).sort());
});

test.each(names)("%s: every type that the adapters may make has a row, and no other", (cloud) => {
  expect(Object.keys(permissions[cloud]?.types ?? {}).sort()).toEqual(Object.keys(tableOf(cloud).types).sort());
});

test.each(names)("%s: rows name components of the library, and something that is needed", (cloud) => {
  const known = nouns.map(({ name }) => name);
  const rows = Object.entries(permissions[cloud]?.types ?? {});
  const wrong = rows.filter(
    ([, { by, create, read }]) =>
      by.length * create.length * read.length === 0 || by.some((one) => !known.includes(one)),
  );
  expect(wrong.map(([type]) => type)).toEqual([]);
});

const plans = readdirSync(join(root, "test/plans")).filter((file) => file.endsWith(".json"));

test.each(plans)("the components of %s are those that the rows name", (file) => {
  const { components, resources } = JSON.parse(readFileSync(join(root, "test/plans", file), "utf8")) as Plan;
  const nounOf = new Map(components.map(({ urn, noun }) => [urn, noun]));
  const wrong = resources.flatMap(({ kind, type, component = "" }) => {
    const noun = nounOf.get(component) ?? "";
    return kind === "resource" && !rowOf(type)?.by.includes(noun) ? [`${type} by ${noun}`] : [];
  });
  expect([...new Set(wrong)]).toEqual([]);
});

/** `elbv2 CreateRule` -> `elasticloadbalancing:CreateRule` */
function actionOf(operation: string): string {
  const [service = "", name = ""] = operation.split(" ");
  return `${service === "elbv2" ? "elasticloadbalancing" : service}:${name}`;
}

test("aws: every call that the provider is known to make is allowed to its type", () => {
  const missing = Object.entries(table).flatMap(([type, { calls }]) => {
    const { create = [], update = [] } = rowOf(type) ?? {};
    const allowed = [...create, ...update];
    return calls
      .map(({ operation }) => actionOf(operation))
      .filter((action) => !allowed.includes(action))
      .map((action) => `${type}: ${action}`);
  });
  expect(missing).toEqual([]);
});

test("aws: tags that are given at creation may be given", () => {
  const missing = Object.entries(tableOf("aws").types).flatMap(([type, { inputs }]) => {
    const create = rowOf(type)?.create ?? [];
    return inputs.tags === undefined || create.some((action) => /Tag/.test(action)) ? [] : [type];
  });
  expect(missing).toEqual([]);
});

test.each(["aws:ec2/vpc:Vpc", "aws:iam/instanceProfile:InstanceProfile"])(
  "aws: the policy for %s allows it and nothing else",
  (type) => {
    const document = JSON.parse(permissions.aws?.policy([type]).text ?? "");
    const allowed = document.Statement.flatMap(({ Action }: { Action: string[] }) => Action);
    expect(allowed.sort()).toEqual(neededBy(permissions.aws?.types ?? {}, [type]));
  },
);

test("aws: a policy narrows regions, roles that are passed, and roles of services", () => {
  const { text } = permissions.aws?.policy(Object.keys(permissions.aws.types)) ?? { text: "" };
  const conditions = JSON.parse(text).Statement.map(({ Sid, Condition }: { Sid: string; Condition?: object }) => [
    Sid,
    Condition,
  ]);
  expect(conditions).toEqual([
    ["Regional", { StringEquals: { "aws:RequestedRegion": "REGION" } }],
    ["Global", undefined],
    ["PassRole", { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com"] } }],
    [
      "ServiceRoles",
      { StringEquals: { "iam:AWSServiceName": ["autoscaling.amazonaws.com", "elasticloadbalancing.amazonaws.com"] } },
    ],
  ]);
});

test("aws: a policy fits into a managed one", () => {
  const { text } = permissions.aws?.policy(Object.keys(permissions.aws.types)) ?? { text: "" };
  expect(text.replaceAll(/\s/g, "").length).toBeLessThanOrEqual(6144);
});

test("oci: of two verbs over one thing only the stronger is written", () => {
  const types = ["oci:Core/image:Image", "oci:Core/instancePool:InstancePool"];
  expect(permissions.oci?.policy(types).text.split("\n")).toEqual(
    [
      "manage compute-management-family",
      "manage instance-family",
      "manage instance-images",
      "use instances",
      "use load-balancers",
      "use network-load-balancers",
      "use virtual-network-family",
      "use volume-family",
    ].map((right) => `Allow group <deployers> to ${right} in compartment <compartment>`),
  );
});

test("openstack: roles are told once, with what trusts need", () => {
  const types = ["openstack:networking/network:Network", "openstack:orchestration/stackV1:StackV1"];
  const { policy, remarks } = permissions.openstack ?? {};
  expect(policy?.(types).text).toBe(
    [
      "openstack role add --user <deployer> --project <project> heat_stack_owner",
      "openstack role add --user <deployer> --project <project> load-balancer_member",
      "openstack role add --user <deployer> --project <project> member",
    ].join("\n"),
  );
  expect(remarks?.(types).map((remark) => /not with an application credential/.test(remark))).toEqual([true]);
});
