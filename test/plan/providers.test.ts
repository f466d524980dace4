import { expect, test } from "vitest";
import { resource, shared } from "./harness.js";

const providers = shared("providers");
const east = "urn:pulumi:dev::providers::pulumi:providers:aws::east";
const gone = "urn:pulumi:dev::providers::aws:ec2/vpc:Vpc::gone";
const byDefault = "urn:pulumi:dev::providers::pulumi:providers:aws::default_7_48_0";

test.each([
  ["plain", byDefault],
  ["explicit", east],
  ["mapped", east],
  ["foreign", "urn:pulumi:dev::providers::pulumi:providers:oci::default_4_20_0"],
])("the provider of %s is %s", async (name, provider) => {
  expect(resource(await providers(), name).provider).toBe(provider);
});

test("a component hands its providers down to the components in it", async () => {
  expect(resource(await providers(), "inner").providers).toEqual({ aws: east });
});

test("protect, retainOnDelete and deletedWith come from the parent unless said otherwise", async () => {
  const inherited = { protect: true, retainOnDelete: true, deletedWith: gone };
  expect(resource(await providers(), "inner").options).toEqual(inherited);
  expect(resource(await providers(), "mapped").options).toEqual({ ...inherited, version: "7.48.0" });
  expect(resource(await providers(), "free").options).toEqual({ ...inherited, protect: false, version: "7.48.0" });
  expect(resource(await providers(), "plain").options).toEqual({ version: "7.48.0" });
});

test("a default provider takes the configuration of its package, secrets hidden", async () => {
  expect(resource(await providers(), "default_7_48_0")).toMatchObject({
    kind: "provider",
    inputs: { region: "eu-central-1", secretKey: "[secret]", version: "7.48.0" },
  });
});
