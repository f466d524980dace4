/**
 * Registers a program with stand-ins for its cloud: `node -r scripts/typescript.cjs register.ts ENTRY CONFIG`.
 * Prints every native resource with its inputs, secrets in the open: what the stand-ins answer holds none.
 */
import { writeSync } from "node:fs";
import { dirname } from "node:path";
import { runtime } from "@pulumi/pulumi";
import type { Registered } from "./inputs.js";

const [entry = "", config = "{}"] = process.argv.slice(2);
const registered: Registered[] = [];

/** A server has the address of its port. */
function addressOf(name: string): string {
  return `address of ${name.replace(/-(?:port|instance)-/, " ")}`;
}

function standIn(name: string): Record<string, unknown> {
  const text = ["vipAddress", "vipPortId", "address", "secret"].map((key) => [key, `${name}.${key}`]);
  return { ...Object.fromEntries(text), allFixedIps: [addressOf(name)], accessIpV4: addressOf(name) };
}

runtime.setMocks({
  newResource: ({ type, name, inputs }) => {
    if (type.startsWith("openstack:")) registered.push({ type, name, inputs });
    return { id: `${name}.id`, state: { ...standIn(name), ...inputs } };
  },
  call: () => ({}),
});
runtime.setAllConfig(JSON.parse(config) as Record<string, string>);
process.chdir(dirname(entry));
require(entry);
process.on("exit", () => writeSync(1, JSON.stringify(registered)));
