import { expect, test } from "vitest";
import { advise } from "../../../src/clouds/openstack/advice.js";
import { billed } from "../../../src/clouds/openstack/billed.js";
import { machine } from "../../../src/clouds/openstack/machine.js";
import { changed, reviewed } from "../reviewed.js";

test("a change of a stack is waited for, as long as the stack may take", () => {
  const stack = (timeout: unknown) =>
    reviewed("openstack:orchestration/stackV1:StackV1", "web-stack", { inputs: { timeout } });
  const advice = (limit: string) => ({
    id: "openstack:stack-update",
    about: "urn:web-stack",
    message: `the deployment waits for Heat${limit}: \`openstack stack event list\` tells how far it is, and why it fails`,
  });
  expect([
    advise([changed("update", stack(40), ["templateOpts.Bin"])]),
    advise([changed("update", stack("[unknown]"), ["templateOpts.Bin"])]),
    advise([changed("create", stack(40)), changed("same", stack(40)), changed("delete", stack(40))]),
  ]).toEqual([[advice(" for up to 40 minutes")], [advice("")], []]);
});

test("balancers and floating IPs are paid for", () => {
  const types = ["loadbalancer/loadBalancer:LoadBalancer", "networking/floatingIp:FloatingIp", "networking/port:Port"];
  expect(types.map((type) => billed(reviewed(`openstack:${type}`, "one")))).toEqual([
    "load balancer",
    "public address",
    undefined,
  ]);
});

test("instances are sold by their flavor, that of a server or of the members of a stack", () => {
  const server = (inputs: Record<string, unknown>) =>
    machine(reviewed("openstack:compute/instance:Instance", "one", { inputs }), {});
  const stack = (documents: Record<string, unknown>) =>
    machine(reviewed("openstack:orchestration/stackV1:StackV1", "one"), documents);
  const group = { properties: { resource: { properties: { flavor: "m1.small" } } } };
  expect([
    server({ flavorId: "m1.large", flavorName: "large" }),
    server({ flavorName: "large" }),
    server({}),
    stack({ "stack.templateOpts.Bin": { resources: { group } } }),
    stack({ "stack.templateOpts.Bin": "[unknown]" }),
    stack({}),
    machine(reviewed("openstack:networking/port:Port", "one"), {}),
  ]).toEqual(["m1.large", "large", undefined, "m1.small", undefined, undefined, undefined]);
});
