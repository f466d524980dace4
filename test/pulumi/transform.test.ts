import { afterEach, beforeEach, expect, test } from "vitest";
import { aws } from "../../src/clouds/aws/index.js";
import { LoadBalancer, Network, type Tier } from "../../src/index.js";
import { settings } from "../fixtures/settings.js";
import { configOf, mockEngine, type Recorded, refusal, settled } from "./harness.js";

let recorded: Recorded[];

beforeEach(() => {
  recorded = mockEngine(configOf("aws"));
});
afterEach(settled);

function inputsOf(name: string): Record<string, unknown> | undefined {
  return recorded.find((one) => one.name === name)?.inputs;
}

const range = { cidr: "10.20.0.0/16", zones: 2 } as const;

test("a transform changes native arguments, sees component and key, and the component says so", async () => {
  const seen: unknown[] = [];
  const cloud = aws({
    ...settings.aws,
    zones: [...settings.aws.zones],
    transform: {
      vpc: (args) => {
        args.instanceTenancy = "dedicated";
      },
      public: (args, context) => {
        seen.push(context);
        return { ...args, mapPublicIpOnLaunch: true };
      },
    },
  });
  new Network("shop", { ...range, cloud });
  await settled();
  expect(inputsOf("shop-vpc")).toEqual({
    cidrBlock: "10.20.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    instanceTenancy: "dedicated",
    tags: { Name: "shop-vpc" },
  });
  expect(inputsOf("shop-public-ap-northeast-2a")?.mapPublicIpOnLaunch).toBe(true);
  expect(seen).toEqual([
    { component: "shop", key: "public:ap-northeast-2a" },
    { component: "shop", key: "public:ap-northeast-2c" },
  ]);
  expect(inputsOf("shop")?.customised).toEqual(["vpc", "public:ap-northeast-2a", "public:ap-northeast-2c"]);
});

test("settings name a module of transforms, so that the program names no cloud", async () => {
  recorded = mockEngine({
    "webtier:cloud": "aws",
    "webtier:settings": JSON.stringify({ ...settings.aws, transform: "./test/pulumi/transforms/aws.cjs" }),
  });
  new LoadBalancer("front", { network: new Network("shop", range), kind: "application", visibility: "public" });
  await settled();
  expect(inputsOf("front-balancer")?.xffHeaderProcessingMode).toBe("preserve");
});

test("native gives the resources of a component back by role", async () => {
  const network = new Network("shop", range);
  const { group, balancer } = aws.native(
    new LoadBalancer("front", { network, kind: "application", visibility: "public" }),
  );
  await settled();
  const urns = await Promise.all([group, balancer].map((one) => new Promise((resolve) => one?.urn.apply(resolve))));
  expect(urns).toEqual([
    "urn:pulumi:stack::project::webtier:index:LoadBalancer$aws:ec2/securityGroup:SecurityGroup::front-group",
    "urn:pulumi:stack::project::webtier:index:LoadBalancer$aws:lb/loadBalancer:LoadBalancer::front-balancer",
  ]);
});

test("native refuses what is no component of this library", () => {
  expect(refusal(() => aws.native({} as Tier))).toBe(
    "aws.native() has no resources to give\n  component: is not a component of this library",
  );
});
