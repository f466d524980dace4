import { expect, test } from "vitest";
import { readConfig } from "../../src/plan/config.js";
import { openProject } from "../../src/plan/project.js";
import { chooseStack } from "../../src/plan/stacks.js";
import { fixture, runPlanCommand } from "./harness.js";

const project = openProject(fixture("stacks/nested"));
const list = "stacks of stacks:\n  one (aws)\n  three (oci)\n  two (aws)";

test.each([
  [{ stack: "two" }, "two"],
  [{ stack: "organization/stacks/one" }, "one"],
  [{ cloud: "oci" }, "three"],
  [{ stack: "one", cloud: "aws" }, "one"],
])("%o chooses stack %s", (choice, name) => {
  expect(chooseStack(project, choice).name).toBe(name);
});

test("the only stack needs no choice", () => {
  expect(chooseStack(openProject(fixture("shop")), {}).name).toBe("aws");
});

test.each([
  [{}, "several stacks: choose one with --stack"],
  [{ cloud: "aws" }, "several stacks on aws: choose one with --stack"],
  [{ cloud: "openstack" }, "no stack on openstack: webtier:cloud of a stack file names its cloud"],
  [{ stack: "four" }, "no stack four: choose one with --stack"],
  [{ stack: "one", cloud: "oci" }, "no stack one on oci: choose one with --stack or --cloud"],
])("%o lists the stacks", (choice, complaint) => {
  expect(() => chooseStack(project, choice)).toThrow(`${complaint}\n${list}`);
});

test("configuration is what the Pulumi CLI makes of it", () => {
  const config = readConfig(openProject(fixture("secrets")), fixture("secrets/Pulumi.dev.yaml"), {});
  expect(config).toEqual({
    values: {
      "secrets:token": "[unknown]",
      "secrets:database": '{"key":"[unknown]","port":5432,"user":"shop"}',
      "secrets:count": "[unknown]",
      "secrets:octal": "007",
      "secrets:list": '["b","a"]',
    },
    secretKeys: ["secrets:count", "secrets:database", "secrets:token"],
    environments: [],
  });
});

test("the project's own configuration stands behind the stack's", () => {
  const typescript = openProject(fixture("typescript"));
  const { values } = readConfig(typescript, chooseStack(typescript, {}).file, {});
  expect(values).toEqual({ "webtier:cloud": "aws", "typescript:zones": "3", "aws:region": "eu-west-1" });
});

test("a folder without a project is refused in one line", async () => {
  expect(await runPlanCommand("/")).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: "no Pulumi.yaml in / or a folder above it: name the folder of the project\n",
  });
});

test("a program in another language is refused", () => {
  expect(() => openProject(fixture("python"))).toThrow(
    /says runtime python: a plan runs TypeScript and JavaScript programs, runtime nodejs$/,
  );
});
