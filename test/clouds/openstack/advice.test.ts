import { expect, test } from "vitest";
import { advise } from "../../../src/clouds/openstack/advice.js";
import { billed } from "../../../src/clouds/openstack/billed.js";
import { changed, reviewed } from "../reviewed.js";

test("a change of a stack is waited for, as long as the stack may take", () => {
  const stack = (timeout: unknown) =>
    reviewed("openstack:orchestration/stackV1:StackV1", "web-stack", { inputs: { timeout } });
  const advice = (limit: string) => ({
    id: "openstack:stack-update",
    about: "urn:web-stack",
    message: `the deployment waits for Heat${limit}: openstack stack event list tells how far it is, and why it fails`,
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
