import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { module as openstack } from "../../src/clouds/openstack/index.js";
import { type Declared, enlist, isPlain } from "../../src/core/declared.js";
import type { Noun } from "../../src/core/noun.js";
import { isPlaceholder } from "../../src/core/planned.js";
import { prepare } from "../../src/core/prepare.js";
import { nouns } from "../../src/spec/nouns.js";
import { settings } from "../fixtures/settings.js";
import { variety } from "./pools.js";

/**
 * Heat's own parser judges the templates of every kind of pool:
 *
 *     python3 -m venv heat && heat/bin/pip install openstack-heat
 *     HEAT_PYTHON=heat/bin/python node -r ./scripts/typescript.cjs test/judges/heat.ts
 */
const python = process.env.HEAT_PYTHON ?? "python3";

const cases = variety.map(({ name, given = {}, set = {}, template = {}, pool }) => {
  const cloud = openstack.cloud({ ...settings.openstack, ...given });
  const declare = (noun: string, called: string, args: object): Declared => {
    const found = nouns.find((one) => one.name === noun) as Noun<unknown>;
    const { it, issues } = prepare(found, called, { cloud, ...args });
    if (issues.length > 0) throw new Error(`${name}: ${JSON.stringify(issues)}`);
    enlist(it);
    return it;
  };
  const network = declare("Network", "shop", { cidr: "10.20.0.0/16", zones: 1 });
  const tier = declare("Tier", "web", { network });
  const kind = "driver" in given ? "network" : "application";
  const protocol = kind === "network" ? "tcp" : "http";
  const loadBalancer = declare("LoadBalancer", "front", { network, kind, visibility: "public" });
  const backendSets = ["pages", "reports"].map((called, index) => {
    const backendSet = declare("BackendSet", called, {
      loadBalancer,
      protocol,
      port: 5000 + index,
      healthCheck: { protocol },
      ...set,
    });
    declare("Listener", called, { loadBalancer, port: 80 + index, protocol, backendSet });
    return backendSet;
  });
  const rights = declare("DynamicGroupPolicy", "web", {
    network,
    allow: [{ verb: "read", resource: "object-storage" }],
  });
  const made = declare("InstanceTemplate", "web", { tier, image: "web", machine: "small", rights, ...template });
  const { stack } = declare("InstancePool", "web", { template: made, backendSets, ...pool }).plan.resources;
  const { templateOpts, environmentOpts } = (stack?.args ?? {}) as Record<string, { Bin: unknown }>;
  return {
    name,
    template: known(templateOpts?.Bin),
    environment: known(environmentOpts?.Bin),
    member: stack?.files?.[0]?.content,
  };
});

/** A document with values in the places of what only a deployment knows. */
function known(value: unknown): unknown {
  if (isPlaceholder(value)) return "json" in value ? known(value.json) : "5f6c1d0a-9f1e-4b44-8f0e-2b7f5f2d9c11";
  if (Array.isArray(value)) return value.map(known);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, known(element)]));
}

const judged = spawnSync(python, [join(__dirname, "judge-templates.py")], {
  input: JSON.stringify(cases),
  stdio: ["pipe", "inherit", "inherit"],
});
process.exitCode = judged.status ?? 1;
