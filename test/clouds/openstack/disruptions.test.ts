import { expect, test } from "vitest";
import { disruptions } from "../../../src/clouds/openstack/disruptions.js";
import { effectOfLine } from "../../judges/force-new/judge.js";

/** What the real engine, provider and services did of each change of a program, and what that was for whom the stack serves. */
const facts: Readonly<Record<string, string>> = {
  "replace compute/instance:Instance [userData], first": "outage",
  "replace loadbalancer/listener:Listener [protocolPort], first": "outage",
  "replace loadbalancer/monitor:Monitor [poolId], first": "in-place",
  "update compute/instance:Instance [imageId]": "outage",
  "update loadbalancer/l7PolicyV2:L7PolicyV2 [redirectUrl]": "in-place",
  "update loadbalancer/l7RuleV2:L7RuleV2 [value]": "in-place",
  "update loadbalancer/listener:Listener [allowedCidrs[0]]": "connections-cut",
  "update loadbalancer/listener:Listener [defaultPoolId]": "in-place",
  "update loadbalancer/monitor:Monitor [delay, timeout, urlPath]": "in-place",
  "update loadbalancer/pool:Pool [lbMethod]": "in-place",
  "update orchestration/stackV1:StackV1 [environmentOpts.Bin, templateOpts.Bin]": "rolling",
  "update orchestration/stackV1:StackV1 [templateOpts.Bin, timeout]": "rolling",
};

test("the table agrees with what real runs replaced and updated", () => {
  const told = Object.keys(facts).map((line) => [line, effectOfLine(disruptions, "openstack", line)]);
  expect(Object.fromEntries(told)).toEqual(facts);
});

test("of a template that can be read, its members' definition alone rolls them", () => {
  const group = "templateOpts.Bin.resources.group.properties";
  const told = [`${group}.resource.properties.image`, `${group}.max_size`, "templateOpts.Bin.resources.alarm_out"].map(
    (path) => effectOfLine(disruptions, "openstack", `update orchestration/stackV1:StackV1 [${path}]`),
  );
  expect(told).toEqual(["rolling", "in-place", "in-place"]);
});

test("a sticky pool is made anew for another stickiness, with nothing served meanwhile", () => {
  expect(effectOfLine(disruptions, "openstack", "replace loadbalancer/pool:Pool [persistence.type]")).toEqual("outage");
});
