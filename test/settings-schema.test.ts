import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { cloudNames, renderSettingsSchema } from "../scripts/settings-schema.js";
import { clouds } from "../src/clouds/registry.js";
import { settings } from "./fixtures/settings.js";

const root = join(__dirname, "..");
const text = readFileSync(join(root, "settings.schema.json"), "utf8");
const isValid = new Ajv({ allErrors: true, strictTypes: false }).compile(JSON.parse(text));

/** What is wrong with a stack file, the outermost complaints left out. */
function complaints(file: unknown): string[] {
  if (isValid(file)) return [];
  const errors = (isValid.errors ?? []).filter(({ keyword }) => keyword !== "if" && keyword !== "anyOf");
  const told = errors.map(
    ({ instancePath, message }) => `${instancePath.replace(/^\/config\/webtier:/, "")} ${message}`,
  );
  return [...new Set(told)].sort();
}

function stackFile(cloud: string, own: object): object {
  return { config: { "webtier:cloud": cloud, "webtier:settings": own } };
}

test("settings.schema.json is what the settings say; npm run docs renews it", () => {
  expect(text).toBe(renderSettingsSchema());
});

test("it knows every cloud", () => {
  expect(cloudNames.toSorted()).toEqual(Object.keys(clouds).sort());
});

const stackFiles = readdirSync(join(root, "examples"), { recursive: true, encoding: "utf8" })
  .filter((file) => /\bPulumi\.[\w-]+\.yaml$/.test(file) && !file.includes("node_modules"))
  .sort();

test.each(stackFiles)("it takes examples/%s", (file) => {
  expect(complaints(parse(readFileSync(join(root, "examples", file), "utf8")))).toEqual([]);
});

test("there are stack files of every cloud among the examples", () => {
  const found = stackFiles.map((file) => /Pulumi\.([\w-]+)\.yaml$/.exec(file)?.[1]);
  expect(Object.keys(clouds).filter((name) => !found.includes(name))).toEqual([]);
});

test("it takes the stack file of docs/settings.md", () => {
  const [, shown = ""] = /```yaml\n(.*?)```/s.exec(readFileSync(join(root, "docs/settings.md"), "utf8")) ?? [];
  expect([shown.startsWith("# yaml-language-server: $schema="), complaints(parse(shown))]).toEqual([true, []]);
});

test.each(Object.entries(settings))("it takes complete settings of %s", (cloud, own) => {
  expect(complaints(stackFile(cloud, own))).toEqual([]);
});

const { aws, oci, openstack } = settings;
const spoilt: readonly [string, object, readonly string[]][] = [
  ["an unknown cloud", stackFile("azure", {}), ["cloud must be equal to one of the allowed values"]],
  [
    "settings without a cloud",
    { config: { "webtier:settings": {} } },
    ["/config must have property webtier:cloud when property webtier:settings is present"],
  ],
  ["an unknown option", stackFile("aws", { ...aws, zoone: [] }), ["settings must NOT have additional properties"]],
  [
    "a word that is none of the choice",
    stackFile("oci", { ...oci, fidelity: "strict" }),
    ["settings/fidelity must be equal to one of the allowed values"],
  ],
  [
    "a missing option",
    stackFile("openstack", { ...openstack, externalNetwork: undefined }),
    ["settings must have required property 'externalNetwork'"],
  ],
  [
    "an id that YAML made a number of",
    stackFile("openstack", { ...openstack, images: { web: 2024 } }),
    ["settings/images/web must be string"],
  ],
  [
    "an id of another kind",
    stackFile("oci", { ...oci, compartmentId: "ocid1.vcn.oc1..demo" }),
    ['settings/compartmentId must match pattern "^ocid1\\.(compartment|tenancy)\\."'],
  ],
  [
    "a number out of its range",
    stackFile("aws", { ...aws, loadBalancers: { front: { idleTimeout: 5000 } } }),
    ["settings/loadBalancers/front/idleTimeout must be <= 4000"],
  ],
  [
    "a missing part of a machine",
    stackFile("openstack", { ...openstack, machines: { small: { flavorId: "1" } } }),
    ["settings/machines/small must have required property 'vcpus'"],
  ],
  [
    "neither the short nor the long form",
    stackFile("aws", { ...aws, images: { web: { id: "ami-01" } } }),
    ["settings/images/web must be string", "settings/images/web must have required property 'rootDevice'"],
  ],
  [
    "settings that are no object",
    { config: { "webtier:cloud": "aws", "webtier:settings": "none" } },
    ["settings must be object"],
  ],
];

test.each(spoilt)("it refuses %s", (_, file, said) => {
  const { config } = file as { config: Record<string, unknown> };
  expect(complaints(JSON.parse(JSON.stringify({ config })))).toEqual(said);
});

test("it leaves everything else of a stack file alone", () => {
  expect(complaints({ encryptionsalt: "v1:…", config: { "aws:region": "eu-west-1", "shop:replicas": 3 } })).toEqual([]);
});

interface Option {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Option>>;
}

test.each(cloudNames)("every option of %s has its description", (name) => {
  const { definitions } = JSON.parse(text) as { definitions: Record<string, Option> };
  const options = Object.entries(definitions[name]?.properties ?? {});
  expect(options.filter(([, { description = "" }]) => !/^[A-Z`]/.test(description)).map(([key]) => key)).toEqual([]);
});
