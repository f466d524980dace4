import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { type Plan, record } from "webtier/testing";
import { parse } from "yaml";
import { clouds } from "../../src/clouds/registry.js";

const root = join(__dirname, "../..");
const folder = join(root, "examples/web-stack");

afterEach(() => process.chdir(root));

test.each(Object.keys(clouds))(
  "a program recorded in this process is the one that is planned, on %s",
  async (stack) => {
    process.chdir(folder);
    vi.resetModules();
    const { config } = parse(readFileSync(`Pulumi.${stack}.yaml`, "utf8"));
    const program = () => import("../../examples/web-stack/index.js");
    const { plan } = await record(program, { config, project: "web-stack", stack });
    const planned = JSON.parse(readFileSync(join(root, `test/plans/web-stack.${stack}.json`), "utf8"));
    expect(told(plan)).toEqual(told(planned));
  },
);

/** Without lines of the program: a test runner does not tell those of what it imports. */
function told({ components, resources, outputs, notes }: Plan): unknown {
  const plain = <T extends { readonly source?: string }>(all: readonly T[]) =>
    all.map(({ source: _, ...rest }) => rest);
  return JSON.parse(JSON.stringify({ components: plain(components), resources: plain(resources), outputs, notes }));
}
