import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clouds } from "../src/clouds/registry.js";
import type { Plan } from "../src/plan/model.js";
import { planProgram } from "../src/plan/plan-program.js";
import { plain, renderText } from "../src/plan/render-text.js";

const root = join(__dirname, "..");
const project = makeFolder();
const readme = readFileSync(join(root, "README.md"), "utf8");

function makeFolder(): string {
  mkdirSync(join(root, ".cache"), { recursive: true });
  return mkdtempSync(join(root, ".cache/readme-"));
}

/** The blocks whose first line names a file. */
function filesIn(text: string): [string, string][] {
  return [...text.matchAll(/```\w+\n(?:\/\/|#) ([\w.-]+)\n(.*?)```/gs)].map(([, name = "", content = ""]) => [
    name,
    content,
  ]);
}

beforeAll(() => {
  writeFileSync(join(project, "Pulumi.yaml"), "name: readme\nruntime: nodejs\nmain: index.ts\n");
  for (const [name, content] of filesIn(readme)) writeFileSync(join(project, name), content);
});
afterAll(() => rmSync(project, { recursive: true }));

test("the README holds a program and a stack file of each cloud", () => {
  const stackFiles = Object.keys(clouds).map((cloud) => `Pulumi.${cloud}.yaml`);
  expect(
    filesIn(readme)
      .map(([name]) => name)
      .sort(),
  ).toEqual([...stackFiles, "index.ts"].sort());
});

const nouns = (plan: Plan) => plan.components.map(({ noun, name }) => `${noun} ${name}`).sort();

test.each(Object.keys(clouds))("the README's program plans on %s", async (stack) => {
  expect(nouns(await planProgram({ directory: project, stack }))).toEqual([
    "BackendSet pages",
    "DynamicGroupPolicy web",
    "InstancePool web",
    "InstanceTemplate web",
    "Listener http",
    "Listener https",
    "LoadBalancer front",
    "Network shop",
    "Tier web",
  ]);
});

test("the README shows lines of the plan that its command makes", async () => {
  const shown = /webtier plan examples\/web-stack --cloud openstack\n(.*?)```/s.exec(readme)?.[1] ?? "";
  const plan = await planProgram({ directory: join(root, "examples/web-stack"), stack: "openstack" });
  const text = renderText(plan, plain);
  const parts = shown.trimEnd().split("\n…\n");
  expect(parts.map((part) => (text.includes(part) ? "there" : part))).toEqual(parts.map(() => "there"));
  expect(parts.length).toBeGreaterThan(1);
});
