import { expect, test } from "vitest";
import { argsOf, compartmentId, made, notesOf, refusalsOf, rightsIn, stackOn } from "./plans.js";

const tenancyId = "ocid1.tenancy.oc1..demo";
const naming = { max: 92, allowed: /[A-Za-z0-9._-]/, filler: "-" };
const group = { ref: "dynamicGroup.name" };

test("rights are a dynamic group in the tenancy and a policy in the compartment, through the home region", () => {
  const allow = [{ verb: "read", resource: "object-storage", on: ["assets"] }];
  expect(made(rightsIn(stackOn(), { allow, tags: { team: "web" } }))).toEqual({
    dynamicGroup: {
      type: "oci:Identity/dynamicGroup:DynamicGroup",
      naming,
      provider: "home",
      args: {
        compartmentId: tenancyId,
        freeformTags: { team: "web" },
        description: "instances with the rights web",
        matchingRule: `ALL {instance.compartment.id = '${compartmentId}'}`,
      },
    },
    policy: {
      type: "oci:Identity/policy:Policy",
      naming,
      provider: "home",
      options: { dependsOn: [{ ref: "dynamicGroup" }] },
      args: {
        compartmentId,
        freeformTags: { team: "web" },
        description: "rights web",
        statements: [
          {
            text: [
              "Allow dynamic-group ",
              group,
              " to read object-family in ",
              "compartment id ",
              compartmentId,
              " where target.bucket.name = '",
              "shop-assets",
              "'",
            ],
          },
        ],
      },
    },
  });
});

test("with the compartment's name and a fixed one, statements are plain text", () => {
  const stack = stackOn({ compartmentName: "ociexplained", scopes: { whole: "compartment" } });
  const rights = rightsIn(stack, {
    physicalName: "oci-demo-dyngroup",
    members: "compartment",
    allow: [
      { verb: "manage", resource: "instance-pools" },
      { verb: "manage", resource: "object-storage", on: ["whole"] },
      { verb: "manage", resource: "autoscaling" },
    ],
  });
  expect(argsOf(rights, "policy")).toEqual({
    compartmentId,
    name: "oci-demo-dyngroup",
    description: "rights web",
    statements: [
      "Allow dynamic-group oci-demo-dyngroup to manage compute-management-family in compartment ociexplained",
      "Allow dynamic-group oci-demo-dyngroup to manage object-family in compartment ociexplained",
      "Allow dynamic-group oci-demo-dyngroup to manage auto-scaling-configurations in compartment ociexplained",
    ],
  });
  expect(notesOf(rights)).toEqual([
    "warning:dynamicGroupPolicy.members: every instance of the compartment has the rights, whoever makes it; rightsTag in the settings narrows them to the pools that name them",
  ]);
});

test("every family has its types, and what can be narrowed is", () => {
  const scopes = {
    assets: { bucket: "shop-assets" },
    logs: { logGroup: "ocid1.loggroup.oc1..demo" },
    password: { secret: "ocid1.vaultsecret.oc1..demo" },
  };
  const allow = [
    { verb: "inspect", resource: "compute" },
    { verb: "use", resource: "logs", on: ["logs"] },
    { verb: "read", resource: "metrics" },
    { verb: "read", resource: "secrets", on: ["password"] },
  ];
  const stack = stackOn({
    scopes,
    compartmentName: "shop",
    rights: { web: { statements: ["Allow {group} to x in tenancy", "allow dynamic-group {group} to y in tenancy"] } },
  });
  const { statements } = argsOf(rightsIn(stack, { allow, physicalName: "web" }), "policy") as { statements: string[] };
  expect(statements).toEqual([
    "Allow dynamic-group web to inspect instance-family in compartment shop",
    "Allow dynamic-group web to use log-groups in compartment shop where target.loggroup.id = 'ocid1.loggroup.oc1..demo'",
    "Allow dynamic-group web to use log-content in compartment shop where target.loggroup.id = 'ocid1.loggroup.oc1..demo'",
    "Allow dynamic-group web to read metrics in compartment shop",
    "Allow dynamic-group web to read secret-family in compartment shop where target.secret.id = 'ocid1.vaultsecret.oc1..demo'",
    "Allow dynamic-group web to x in tenancy",
    "allow dynamic-group web to y in tenancy",
  ]);
  const listing = rightsIn(
    stack,
    { allow: [{ verb: "inspect", resource: "logs", on: ["logs"] }], physicalName: "web" },
    "list",
  );
  expect(argsOf(listing, "policy")).toMatchObject({
    statements: [
      "Allow dynamic-group web to inspect log-groups in compartment shop where target.loggroup.id = 'ocid1.loggroup.oc1..demo'",
    ],
  });
});

test("with a tag in the settings the rights are the pools' that name them", () => {
  const rights = rightsIn(stackOn({ rightsTag: "Operations.rights" }));
  expect(argsOf(rights, "dynamicGroup")).toEqual({
    compartmentId: tenancyId,
    description: "instances with the rights web",
    matchingRule: `ALL {instance.compartment.id = '${compartmentId}', tag.Operations.rights.value = 'web'}`,
  });
  expect(notesOf(rights)).toEqual([
    'note:dynamicGroupPolicy.members: instances of the compartment with Operations.rights = "web" have the rights: who may set that tag gives them away',
  ]);
});

test("without a tag the default is the compartment, which is near and refused where all must be exact", () => {
  expect(notesOf(rightsIn(stackOn()))).toEqual([
    "near:dynamicGroupPolicy.members: every instance of the compartment has the rights, whoever makes it; rightsTag in the settings narrows them to the pools that name them",
  ]);
  expect(refusalsOf(() => rightsIn(stackOn({ fidelity: "exact" })))).toEqual([
    'dynamicGroupPolicy.members: every instance of the compartment has the rights, whoever makes it, and the settings ask for exact fidelity; instead: "compartment", or rightsTag in the settings',
  ]);
  expect(refusalsOf(() => rightsIn(stackOn({ fidelity: "exact" }), { members: "compartment" }))).toEqual([]);
});

test("rights in the tenancy are a policy of the tenancy", () => {
  const rights = rightsIn(stackOn(), { scope: "tenancy", physicalName: "web", members: "compartment" });
  expect(argsOf(rights, "policy")).toEqual({
    compartmentId: tenancyId,
    name: "web",
    description: "rights web",
    statements: ["Allow dynamic-group web to read metrics in tenancy"],
  });
  expect(notesOf(rights)[1]).toBe(
    "warning:dynamicGroupPolicy.scope: the rights reach the whole tenancy where no scope narrows them",
  );
});

test("a cloud with a provider of its own tells of the copy in the home region", () => {
  const rights = rightsIn(stackOn({ provider: {}, rightsTag: "Operations.rights" }));
  expect(notesOf(rights)[1]).toBe(
    "note:dynamicGroupPolicy.provider: goes through a copy of the cloud's provider in the home region, of which a preview does not know what was not given; a provider among the component's options goes before it",
  );
  expect(notesOf(rightsIn(stackOn({ rightsTag: "Operations.rights" }))).length).toBe(1);
});

test("a long name leaves its description within 400 characters", () => {
  const rights = rightsIn(stackOn(), { physicalName: "web" }, "w".repeat(500));
  expect(argsOf(rights, "policy")).toMatchObject({ description: `rights ${"w".repeat(393)}` });
  expect(argsOf(rights, "dynamicGroup")).toMatchObject({
    description: `instances with the rights ${"w".repeat(374)}`,
  });
});

test("a fixed name and defined tags are on the group and on the policy", () => {
  const definedTags = { "Operations.owner": "web" };
  const rights = rightsIn(stackOn({ definedTags }), { physicalName: "web-rights" });
  const seen = (role: string) => {
    const { name, definedTags: labels } = argsOf(rights, role) as { name: string; definedTags: object };
    return { name, labels };
  };
  expect(["dynamicGroup", "policy"].map(seen)).toEqual([
    { name: "web-rights", labels: definedTags },
    { name: "web-rights", labels: definedTags },
  ]);
});
