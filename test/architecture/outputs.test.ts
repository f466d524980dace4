import { expect, test } from "vitest";
import { nouns } from "../../src/spec/nouns.js";
import { cloudFor, cloudNames, Stack } from "../conformance/harness.js";
import { sources } from "./sources.js";

/** What a component reads of its plan. */
function outputsOf(noun: string): string[] {
  const component = sources.find(({ path, code }) => path.startsWith("components/") && code.includes(`class ${noun} `));
  return [...(component?.code ?? "").matchAll(/this\.output\("(\w+)"\)/g)].map(([, name = ""]) => name);
}

test("every component reads an output", () => {
  expect(nouns.map(({ name }) => name).filter((name) => outputsOf(name).length === 0)).toEqual([]);
});

test.each(cloudNames)("%s gives every output that components read", (cloud) => {
  const stack = new Stack(cloudFor(cloud));
  const network = stack.network();
  const loadBalancer = stack.balancer({ network });
  const backendSet = stack.set({ loadBalancer });
  const made = [
    network,
    stack.tier({ network }),
    loadBalancer,
    backendSet,
    stack.listener({ loadBalancer, backendSet }),
  ];
  const missing = made.flatMap(({ noun, plan }) =>
    outputsOf(noun).flatMap((name) => (plan.outputs[name] === undefined ? [`${noun}.${name}`] : [])),
  );
  expect(missing).toEqual([]);
});
