import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aws } from "../../src/clouds/aws/index.js";
import { LoadBalancer, Network, Tier } from "../../src/index.js";
import { settings } from "../fixtures/settings.js";
import { configOf, mockEngine, type Recorded, refusal, settled } from "./harness.js";

const range = { cidr: "10.20.0.0/16", zones: 2 } as const;
let recorded: Recorded[];

beforeEach(() => {
  recorded = mockEngine(configOf("aws"));
});

afterEach(settled);

function cloudsOf(): Record<string, unknown> {
  const components = recorded.filter(({ type }) => type.startsWith("webtier:"));
  return Object.fromEntries(components.map(({ name, inputs }) => [name, inputs.cloud]));
}

test("the stack configuration chooses the cloud", async () => {
  new Network("shop", range);
  await settled();
  expect(cloudsOf()).toEqual({ shop: "aws" });
});

test("without a choice the refusal names the clouds", () => {
  mockEngine();
  expect(refusal(() => new Network("shop", range))).toMatch(
    /^no cloud is chosen\n {2}webtier:cloud: is missing from the stack configuration\n {4}instead: webtier:cloud: .*aws.*, or cloud: [a-z]+\(\{ … \}\) in the program$/,
  );
});

test("a cloud that does not exist is refused with those that do", () => {
  mockEngine({ "webtier:cloud": "azure" });
  expect(refusal(() => new Network("shop", range))).toMatch(
    /^no such cloud\n {2}webtier:cloud: "azure" is not a cloud of this library\n {4}instead: .*aws/,
  );
});

test("settings of the configuration are checked by the cloud", () => {
  mockEngine({ "webtier:cloud": "aws", "webtier:settings": '{"zone":["a"],"certificates":{"shop":12}}' });
  const text = refusal(() => new Network("shop", range));
  expect(text).toMatch(
    /^the settings of aws are invalid\n {2}settings.zone: is not an option of the settings of aws\n/,
  );
  expect(text).toContain("settings.certificates.shop: must be text; got a number\n    instead: text in quotes");
});

test("settings that hold a secret are refused", () => {
  mockEngine(configOf("aws"), ["webtier:settings"]);
  expect(refusal(() => new Network("shop", range))).toBe(
    [
      "the settings of aws hold a secret",
      "  webtier:settings: must be plain: settings say what names mean and end up in plans",
      "    instead: a name or an id here; a secret as an Output in the program",
    ].join("\n"),
  );
});

test("the argument goes before the configuration, and references hand it on", async () => {
  recorded = mockEngine();
  const cloud = aws(settings.aws);
  const network = new Network("shop", { ...range, cloud });
  new Tier("web", { network });
  await settled();
  expect(cloudsOf()).toEqual({ shop: "aws", web: "aws" });
});

test("a parent hands its cloud on", async () => {
  recorded = mockEngine();
  const network = new Network("shop", { ...range, cloud: aws(settings.aws) });
  const part = new pulumi.ComponentResource("test:index:Part", "part", {}, { parent: network });
  new Network("other", range, { parent: part });
  await settled();
  expect(cloudsOf()).toEqual({ shop: "aws", other: "aws" });
});

test("two values of one cloud do not mix", () => {
  const network = new Network("shop", { ...range, cloud: aws(settings.aws) });
  expect(refusal(() => new Tier("web", { network, cloud: aws(settings.aws) }))).toBe(
    [
      'Tier "web" has invalid arguments',
      "  tier.cloud: would stand on aws, but network:shop stands on another aws value",
      "    instead: one cloud value, made once and shared by all components that refer to each other",
    ].join("\n"),
  );
});

test("references that stand on different values are refused, also deep inside an option", () => {
  const network = new Network("shop", { ...range, cloud: aws(settings.aws) });
  const other = new Network("other", { ...range, cloud: aws(settings.aws) });
  const tier = new Tier("web", { network: other });
  const text = refusal(
    () => new LoadBalancer("inner", { network, kind: "application", visibility: "private", allowFrom: [tier] }),
  );
  expect(text).toContain("  loadBalancer: would stand on aws, but tier:web stands on another aws value");
});

test("the configured cloud is one value in a run", () => {
  const network = new Network("shop", range);
  new Tier("web", { network });
  new Tier("other", { network: new Network("second", range) });
});

test("something else than a cloud is refused", () => {
  expect(refusal(() => new Network("shop", { ...range, cloud: "aws" as never }))).toBe(
    'Network "shop" has invalid arguments\n  network.cloud: is not a cloud\n    instead: what a cloud\'s own function returned',
  );
});

test("a name that Pulumi cannot hold is refused", () => {
  expect(refusal(() => new Network("a::b", range))).toBe(
    'Network "a::b" has invalid arguments\n  name: "a::b" cannot be a name\n    instead: text that is not empty and holds neither :: nor control characters',
  );
});

test("a name that is taken is refused in our words", () => {
  new Network("shop", range);
  expect(refusal(() => new Network("shop", range))).toBe(
    'Network "shop" has invalid arguments\n  network: "shop" is the name of another Network\n    instead: another name',
  );
});

test("a component with a mistake registers nothing", async () => {
  refusal(() => new Network("shop", { cidr: "10.20.0.1/16", zones: 0 }));
  await settled();
  expect(recorded).toEqual([]);
});
