import { afterEach, expect, test } from "vitest";
import { LoadBalancer, Network } from "../../src/index.js";
import { configOf, mockEngine, settled } from "./harness.js";

afterEach(settled);

test("labels may have the names that plans use for themselves", async () => {
  const recorded = mockEngine(configOf("aws"));
  const tags = { ref: "main", text: "a", json: "b", secret: "c", from: "d", by: "e" };
  const network = new Network("shop", { cidr: "10.20.0.0/16", zones: 2 });
  new LoadBalancer("front", { network, kind: "application", visibility: "public", tags });
  await settled();
  expect(recorded.find(({ name }) => name === "front-balancer")?.inputs.tags).toEqual(tags);
});
