import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runtime } from "@pulumi/pulumi";
import { afterEach, expect, test, vi } from "vitest";
import { cpu, poolIn, site, templateIn } from "./pools.js";
import { stackWith } from "./stack.js";

const folder = mkdtempSync(join(tmpdir(), "webtier-login-"));
afterEach(() => {
  vi.unstubAllEnvs();
  runtime.setAllConfig({});
});
process.on("exit", () => rmSync(folder, { recursive: true }));

/** What a pool is told; a scaled one is a group in Heat. */
function issues(settings: object = {}, size: object = { size: { min: 1, max: 3 }, autoscaling: cpu }): object[] {
  const stack = stackWith(settings);
  const { tier, backendSet } = site(stack);
  const template = templateIn(stack, { tier });
  try {
    poolIn(stack, { template, backendSets: [backendSet], ...size });
    return [];
  } catch (error) {
    return (error as { refused: object[] }).refused;
  }
}

const refused = (place: string, path = "instancePool.size") => [
  {
    path,
    message: `Heat keeps a trust for the group, which Keystone refuses to the application credential of ${place}`,
    instead:
      'a user\'s name and password, or a token, for the provider; or trusts: "any-login" in the settings, where the operator allows them',
  },
];

/** A file of clouds beside the program. */
function clouds(entry: string): void {
  const file = join(folder, "clouds.yaml");
  writeFileSync(file, `clouds:\n  shop: ${entry}\n`);
  vi.stubEnv("OS_CLIENT_CONFIG_FILE", file);
  vi.stubEnv("OS_CLOUD", "shop");
}

test("a group in Heat is refused to an application credential of the environment", () => {
  vi.stubEnv("OS_APPLICATION_CREDENTIAL_ID", "4f0c");
  expect(issues()).toEqual(refused("OS_APPLICATION_CREDENTIAL_ID"));
  expect(issues({ pools: "heat" }, { size: 2 })).toEqual(refused("OS_APPLICATION_CREDENTIAL_ID", "settings.pools"));
});

test("a group in Heat is refused to an application credential of the stack's configuration", () => {
  runtime.setAllConfig({ "openstack:applicationCredentialName": "deploy" });
  expect(issues()).toEqual(refused("openstack:applicationCredentialName"));
});

test.each([
  ["by its type", "{ auth_type: v3applicationcredential }"],
  ["by what it logs in with", "{ auth: { application_credential_name: deploy } }"],
])("a group in Heat is refused to an application credential of clouds.yaml, known %s", (_, entry) => {
  clouds(entry);
  expect(issues()).toEqual(refused('the cloud "shop" in clouds.yaml'));
});

test("a user of clouds.yaml may have groups, and so may whoever is not in it", () => {
  clouds("{ auth: { username: deploy } }");
  expect(issues()).toEqual([]);
  vi.stubEnv("OS_CLOUD", "other");
  expect(issues()).toEqual([]);
});

test("a file of clouds that cannot be read is the provider's business", () => {
  clouds("{ auth: [");
  expect(issues()).toEqual([]);
});

test("servers of their own, and operators who allow it, ask nothing of the login", () => {
  vi.stubEnv("OS_APPLICATION_CREDENTIAL_ID", "4f0c");
  expect(issues({}, { size: 2 })).toEqual([]);
  expect(issues({ trusts: "any-login" })).toEqual([]);
});
