import { expect, test } from "vitest";
import type { Declared } from "../../src/core/declared.js";
import { nouns } from "../../src/spec/nouns.js";
import { cloudFor, cloudNames, Stack } from "../conformance/harness.js";
import { sources } from "./sources.js";

/** What a component reads of its plan. */
function outputsOf(noun: string): string[] {
  const component = sources.find(({ path, code }) => path.startsWith("components/") && code.includes(`class ${noun} `));
  return [...(component?.code ?? "").matchAll(/this\.output\("(\w+)"\)/g)].map(([, name = ""]) => name);
}

/** Outputs that a cloud may do without, because it has no such object. */
function optionalOf(noun: string): string[] {
  const component = sources.find(({ path, code }) => path.startsWith("components/") && code.includes(`class ${noun} `));
  return [...(component?.code ?? "").matchAll(/readonly (\w+): Output<string \| undefined>/g)].map(
    ([, name = ""]) => name,
  );
}

function computing(stack: Stack, tier: Declared, backendSet: Declared): Declared[] {
  const rights = stack.rights({ network: (tier.spec as { network: Declared }).network });
  const template = stack.template({ tier, rights });
  const autoscaling = { metric: "cpu", scaleOut: { above: 60, add: 1 } };
  return [rights, template, stack.pool({ template, backendSets: [backendSet], size: { min: 1, max: 2 }, autoscaling })];
}

test("every component reads an output", () => {
  expect(nouns.map(({ name }) => name).filter((name) => outputsOf(name).length === 0)).toEqual([]);
});

test.each(cloudNames)("%s gives every output that components read", (cloud) => {
  const stack = new Stack(cloudFor(cloud));
  const network = stack.network();
  const tier = stack.tier({ network });
  const loadBalancer = stack.balancer({ network });
  const backendSet = stack.set({ loadBalancer });
  const made = [
    network,
    tier,
    loadBalancer,
    backendSet,
    stack.listener({ loadBalancer, backendSet }),
    ...computing(stack, tier, backendSet),
  ];
  const missing = made.flatMap(({ noun, plan }) =>
    outputsOf(noun)
      .filter((name) => plan.outputs[name] === undefined && !optionalOf(noun).includes(name))
      .map((name) => `${noun}.${name}`),
  );
  expect(missing).toEqual([]);
});
