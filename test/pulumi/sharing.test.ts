import * as pulumi from "@pulumi/pulumi";
import * as runtimeState from "@pulumi/pulumi/runtime/state.js";
import { expect, test } from "vitest";
import { Network, Tier } from "../../src/index.js";
import { settings } from "../fixtures/settings.js";
import { mockEngine, settled } from "./harness.js";

/** The SDK has the function without declaring it. */
const state = runtimeState as unknown as { withLocalStorage<T>(program: () => Promise<T>): Promise<T> };

/** As the Automation API does for each inline program. */
function inline(zones: string[], program: () => Promise<void>): Promise<unknown[]> {
  return state.withLocalStorage(async () => {
    const recorded = mockEngine({
      "webtier:cloud": "aws",
      "webtier:settings": JSON.stringify({ ...settings.aws, zones }),
    });
    await pulumi.runtime.runInPulumiStack(program);
    await settled();
    return recorded.filter(({ type }) => type === "aws:ec2/subnet:Subnet").map(({ inputs }) => inputs.availabilityZone);
  });
}

test("programs that share a process keep their own cloud and their own names", async () => {
  const program = async () => {
    const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 1 });
    await Promise.resolve();
    new Tier("web", { network });
  };
  const zones = await Promise.all([inline(["eu-west-1a"], program), inline(["us-east-1b"], program)]);
  expect(zones).toEqual([
    ["eu-west-1a", "eu-west-1a"],
    ["us-east-1b", "us-east-1b"],
  ]);
});
