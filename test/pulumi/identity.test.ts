import * as pulumi from "@pulumi/pulumi";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aws } from "../../src/clouds/aws/index.js";
import { BackendSet, HealthCheck, Listener, LoadBalancer, Network, Tier } from "../../src/index.js";
import { settings } from "../fixtures/settings.js";
import { configOf, mockEngine, type Recorded, refusal, settled } from "./harness.js";

let recorded: Recorded[];
const range = { cidr: "10.20.0.0/16", zones: 2 } as const;
const check = { protocol: "http" } as const;

beforeEach(() => {
  recorded = mockEngine(configOf("aws"));
});
afterEach(settled);

function twoBalancers() {
  const network = new Network("shop", range);
  const front = new LoadBalancer("front", { network, kind: "application", visibility: "public" });
  const inner = new LoadBalancer("inner", { network, kind: "application", visibility: "public" });
  const pages = new BackendSet("pages", { loadBalancer: front, protocol: "http", port: 80, healthCheck: check });
  return { network, front, inner, pages };
}

test("tiers of one name below different components keep their own groups and rules", async () => {
  const network = new Network("shop", range);
  const tiers = ["x:y:Team", "x:y:Other"].map((type, index) => {
    const parent = new pulumi.ComponentResource(type, `part${index}`);
    return new Tier("web", { network }, { parent });
  });
  const inner = new LoadBalancer("inner", { network, kind: "application", visibility: "private", allowFrom: tiers });
  const tier = tiers[1] as Tier;
  const pages = new BackendSet("pages", { loadBalancer: inner, tier, protocol: "http", port: 80, healthCheck: check });
  new Listener("http", { loadBalancer: inner, port: 80, protocol: "http", backendSet: pages });
  await settled();
  const rules = recorded
    .filter(({ type }) => type.includes("SecurityGroupIngressRule"))
    .map(({ inputs }) => inputs.description)
    .sort();
  expect(rules).toEqual([
    "ingress tcp 80 balancer-inner",
    "ingress tcp 80 tier-part0/web",
    "ingress tcp 80 tier-part1/web",
  ]);
});

test("a name on two balancers is refused in our words", () => {
  const { front, inner, pages } = twoBalancers();
  new Listener("http", { loadBalancer: front, port: 80, protocol: "http", backendSet: pages });
  expect(
    refusal(() => new BackendSet("pages", { loadBalancer: inner, protocol: "http", port: 80, healthCheck: check })),
  ).toBe(
    'BackendSet "pages" has invalid arguments\n  backendSet: "pages" is the name of another BackendSet\n    instead: another name, such as "inner-pages"',
  );
});

test("a name that was refused is not taken", () => {
  refusal(() => new Network("shop", { ...range, zones: 0 }));
  new Network("shop", range);
});

test("waiting for one's own balancer is refused", () => {
  const { front, pages } = twoBalancers();
  const listen = () =>
    new Listener(
      "http",
      { loadBalancer: front, port: 80, protocol: "http", backendSet: pages },
      { dependsOn: [front] },
    );
  expect(refusal(listen)).toBe(
    'Listener "http" has invalid arguments\n  dependsOn: names "front", which it is a part of\n    instead: leave it out: a part is made after its whole',
  );
});

test.each([
  [
    "a Promise",
    async (args: object) => args,
    "gave no arguments back; instead: an object of arguments, or nothing; not a Promise",
  ],
  [
    "an exception",
    () => {
      throw new Error("boom");
    },
    "threw: boom; instead: a function that returns arguments",
  ],
])("a transform that gives %s is refused", (_, vpc, text) => {
  const cloud = aws({ ...settings.aws, zones: [...settings.aws.zones], transform: { vpc: vpc as never } });
  const lines = refusal(() => new Network("shop", { ...range, cloud })).split("\n");
  expect(lines[0]).toBe('the transform of vpc in "shop" failed');
  expect(`${lines[1]?.trim()}; ${lines[2]?.trim()}`).toBe(`transform.vpc: ${text}`);
});

test("transforms that are no functions are refused", () => {
  expect(refusal(() => aws({ transform: { vpc: 5 as never } }))).toBe(
    "the settings of aws are invalid\n  transform.vpc: is not a function\n    instead: functions by role, or the path of a module that exports them",
  );
  expect(refusal(() => aws({ transform: "./nope.js" }))).toMatch(
    /^the settings of aws are invalid\n {2}settings.transform: cannot be loaded: Cannot find module '.\/nope.js'\n/,
  );
});

test("a check without options is refused", () => {
  expect(refusal(() => new HealthCheck(undefined as never))).toBe(
    "HealthCheck has invalid arguments\n  healthCheck: must be an object of options",
  );
});
