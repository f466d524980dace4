import { expect, test } from "vitest";
import { planProgram } from "../../src/plan/plan-program.js";
import { fixture, resource, shared } from "./harness.js";

const edges = shared("edges", { stack: "dev" });
const vpc = "urn:pulumi:dev::edges::aws:ec2/vpc:Vpc::shop";

test("what a provider would make is said to be missing, and environments to be closed", async () => {
  expect((await edges()).notes).toEqual([
    {
      id: "plan:environment",
      fate: "warning",
      message: "environment base/dev of the stack is not opened by a plan: its values are missing",
    },
    {
      id: "plan:remote",
      fate: "warning",
      message: "a provider makes its parts: they are not in this plan",
      about: "urn:pulumi:dev::edges::shop:index:Remote::remote",
    },
  ]);
});

test("the inputs of a remote component are recorded, its outputs unknown", async () => {
  const { inputs, dependencies, provider } = resource(await edges(), "remote");
  expect({ inputs, dependencies, provider }).toEqual({
    inputs: { vpc: { urn: vpc }, key: "[secret]" },
    dependencies: [],
    provider: "urn:pulumi:dev::edges::pulumi:providers:shop::default_2_1_0",
  });
  expect((await edges()).outputs).toEqual({ address: "[unknown]", pairs: 5 });
});

test("a transform that receives a resource can read it", async () => {
  expect(resource(await edges(), "reader").inputs).toEqual({ vpc: { urn: vpc }, copied: "10.0.0.0/16" });
});

test("default providers that the stack forbids are refused", async () => {
  await expect(planProgram({ directory: fixture("edges"), stack: "barred" })).rejects.toThrow(
    /^Default provider for 'oci' disabled\. 'oci:Core\/vcn:Vcn' must use an explicit provider\.$/,
  );
});
