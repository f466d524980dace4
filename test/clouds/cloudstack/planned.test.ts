import { expect, test } from "vitest";
import { clouds } from "../../../src/clouds/registry.js";
import { quote } from "../../../src/core/text.js";
import { Network } from "../../../src/index.js";
import { mockEngine, refusal } from "../../pulumi/harness.js";

test("cloudstack has its tables and cannot be chosen yet", () => {
  mockEngine({ "webtier:cloud": "cloudstack" });
  expect(refusal(() => new Network("shop", { cidr: "10.20.0.0/16", zones: 1 }))).toBe(
    [
      "no such cloud yet",
      '  webtier:cloud: "cloudstack" is planned, not available yet',
      `    instead: ${quote(Object.keys(clouds), "or")}`,
    ].join("\n"),
  );
});
