import { Provider } from "@pulumi/oci/provider.js";
import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { oci } from "../../../src/clouds/oci/index.js";
import type { OciSettings } from "../../../src/clouds/oci/settings.js";
import { DynamicGroupPolicy, Network } from "../../../src/index.js";
import { settings } from "../../fixtures/settings.js";
import { settled } from "../../pulumi/harness.js";

interface Registered {
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly inputs: Record<string, unknown>;
}

const registered: Registered[] = [];

beforeEach(() => {
  registered.length = 0;
  pulumi.runtime.setMocks({
    newResource: ({ type, name, provider = "", inputs }) => {
      registered.push({ type, name, provider, inputs });
      return { id: `${name}-id`, state: inputs };
    },
    call: () => ({}),
  });
});

afterEach(async () => {
  pulumi.runtime.setAllConfig({});
  await settled();
});

const { availabilityDomains, ...rest } = settings.oci;
const plain = { ...rest, availabilityDomains: [...availabilityDomains] } as OciSettings;

async function rightsOn(cloud: ReturnType<typeof oci>, options: pulumi.ComponentResourceOptions = {}): Promise<void> {
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2, cloud });
  for (const name of ["one", "two"])
    new DynamicGroupPolicy(name, { network, allow: [{ verb: "read", resource: "metrics" }] }, options);
  await settled();
}

/** How a secret travels. */
const hidden = (value: string) => ({ "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value });
const providers = () => registered.filter(({ type }) => type === "pulumi:providers:oci");
const providersOf = (type: string) => [
  ...new Set(registered.filter((one) => one.type === type).map(({ provider }) => provider.split("::").at(-2) ?? "")),
];

test("rights go through one provider of the home region that is otherwise like the stack's, its secrets secret", async () => {
  pulumi.runtime.setAllConfig(
    {
      "oci:region": "ap-seoul-1",
      "oci:privateKey": "key",
      "oci:userOcid": "ocid1.user.oc1..demo",
      "oci:disableAutoRetries": "true",
    },
    ["oci:privateKey", "oci:userOcid"],
  );
  await rightsOn(oci(plain));
  const [home, ...others] = providers();
  expect(others).toEqual([]);
  expect(home).toMatchObject({
    name: "oci-home-us-ashburn-1",
    inputs: {
      region: "us-ashburn-1",
      privateKey: hidden("key"),
      userOcid: hidden("ocid1.user.oc1..demo"),
      disableAutoRetries: "true",
    },
  });
  expect(providersOf("oci:Identity/dynamicGroup:DynamicGroup")).toEqual(["oci-home-us-ashburn-1"]);
  expect(providersOf("oci:Identity/policy:Policy")).toEqual(["oci-home-us-ashburn-1"]);
  expect(providersOf("oci:Core/vcn:Vcn")).toEqual([""]);
});

test("a stack in the home region has no further provider", async () => {
  pulumi.runtime.setAllConfig({ "oci:region": "us-ashburn-1" });
  await rightsOn(oci(plain));
  expect(providers()).toEqual([]);
});

test("a cloud's own provider is copied into the home region", async () => {
  const provider = new Provider("own", { region: "ap-seoul-1", privateKey: "key", userOcid: "ocid1.user.oc1..own" });
  await rightsOn(oci({ ...plain, provider }));
  expect(providers().map(({ name, inputs }) => [name, inputs.region, inputs.userOcid, inputs.privateKey])).toEqual([
    ["own", "ap-seoul-1", "ocid1.user.oc1..own", hidden("key")],
    ["own-home-us-ashburn-1", "us-ashburn-1", "ocid1.user.oc1..own", hidden("key")],
  ]);
  expect(providersOf("oci:Core/vcn:Vcn")).toEqual(["own"]);
  expect(providersOf("oci:Identity/policy:Policy")).toEqual(["own-home-us-ashburn-1"]);
});

test("what is no text of a provider is copied as well", async () => {
  const given = {
    disableAutoRetries: true,
    dualStackEndpointEnabled: false,
    ignoreDefinedTags: ["Oracle-Tags.CreatedBy", "Oracle-Tags.CreatedOn"],
    realmSpecificServiceEndpointTemplateEnabled: true,
    retryDurationSeconds: 600,
  };
  await rightsOn(oci({ ...plain, provider: new Provider("own", { region: "ap-seoul-1", ...given }) }));
  expect(providers()[1]).toMatchObject({
    name: "own-home-us-ashburn-1",
    inputs: {
      disableAutoRetries: "true",
      dualStackEndpointEnabled: "false",
      ignoreDefinedTags: '["Oracle-Tags.CreatedBy","Oracle-Tags.CreatedOn"]',
      realmSpecificServiceEndpointTemplateEnabled: "true",
      retryDurationSeconds: "600",
    },
  });
});

test("clouds beside one provider share the one in the home region; beside two there are two", async () => {
  const [seoul, tokyo] = ["ap-seoul-1", "ap-tokyo-1"].map((region) => new Provider(region, { region }));
  for (const [index, provider] of [seoul, seoul, tokyo].entries()) {
    const network = new Network(`net-${index}`, {
      cidr: "10.20.0.0/16",
      zones: 2,
      cloud: oci({ ...plain, ...(provider ? { provider } : {}) }),
    });
    new DynamicGroupPolicy(`rights-${index}`, { network, allow: [{ verb: "read", resource: "metrics" }] });
  }
  await settled();
  expect(providersOf("oci:Identity/policy:Policy")).toEqual([
    "ap-seoul-1-home-us-ashburn-1",
    "ap-tokyo-1-home-us-ashburn-1",
  ]);
  expect(providers().length).toBe(4);
});

test("a component's own provider goes before the home region's", async () => {
  const provider = new Provider("chosen", { region: "us-ashburn-1" });
  await rightsOn(oci(plain), { provider });
  expect(providers().map(({ name }) => name)).toEqual(["chosen"]);
  expect(providersOf("oci:Identity/policy:Policy")).toEqual(["chosen"]);
});
