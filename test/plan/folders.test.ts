import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { planProgram } from "../../src/plan/plan-program.js";
import { renderJson } from "../../src/plan/render-json.js";
import { fixture, resource, shared } from "./harness.js";

const cache = join(__dirname, "../../.cache");
mkdirSync(cache, { recursive: true });
const place = mkdtempSync(join(cache, "folders-"));
afterAll(() => rmSync(place, { recursive: true }));

const typescript = shared("typescript");

test("a TypeScript program runs without a check of its types, in the folder of its main file", async () => {
  const plan = await typescript();
  expect(plan.outputs).toEqual({ cidr: "10.0.0.0/16", marked: "types are not checked" });
  expect(resource(plan, "shop")).toMatchObject({
    inputs: { cidrBlock: "10.0.0.0/16", tags: { folder: "program", here: "program/x", zones: "3" } },
    source: "program/index.ts:8:13",
  });
});

test("one program in different folders gives the same bytes and leaves no file", async () => {
  const moved = join(place, "deep/er");
  const linked = join(place, "linked");
  cpSync(fixture("typescript"), moved, { recursive: true });
  symlinkSync(moved, linked);
  const before = filesIn(moved);
  const [here, there, through] = await Promise.all([
    typescript(),
    planProgram({ directory: moved }),
    planProgram({ directory: join(linked, "program") }),
  ]);
  expect(renderJson(there)).toBe(renderJson(here));
  expect(renderJson(through)).toBe(renderJson(here));
  expect(filesIn(moved)).toEqual(before);
});

test("one program gives the same bytes again, from elsewhere and in another language and time zone", async () => {
  for (const name of ["shop", "noun.js"]) cpSync(fixture(name), join(place, "copies", name), { recursive: true });
  const environment = { ...process.env, LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8", TZ: "Pacific/Chatham" };
  const [first, again, elsewhere] = await Promise.all([
    planProgram({ directory: fixture("shop") }),
    planProgram({ directory: fixture("shop") }),
    planProgram({ directory: join(place, "copies/shop"), environment }),
  ]);
  expect(renderJson(again)).toBe(renderJson(first));
  expect(renderJson(elsewhere)).toBe(renderJson(first));
  expect(first.components.map(({ source }) => source?.split(":")[0])).toEqual(Array(8).fill("index.js"));
  expect(first.components.flatMap(({ customised }) => customised)).toEqual(["balancer"]);
});

function filesIn(folder: string): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), "utf8")]),
  );
}
