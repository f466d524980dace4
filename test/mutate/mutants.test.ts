import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, inject, test, vi } from "vitest";
import { clouds } from "../../src/clouds/registry.js";
import { namesOf, rename } from "./names.js";
import { blank, plannedProperties, watch } from "./planned.js";
import { type RecordedTest, recordTests } from "./recorder.js";

vi.mock("../../src/core/planned.js", async (original) => {
  const { changed } = await import("./planned.js");
  return changed(await original());
});

declare module "vitest" {
  interface ProvidedContext {
    /** The cloud whose tables and plans are changed. */
    cloud: string;
  }
}

const cloud = inject("cloud");
const root = join(__dirname, "..");
const folders = [`clouds/${cloud}`, "conformance", "limits", "spec"];

function testFiles(folder: string): string[] {
  const names = readdirSync(root, { recursive: true, encoding: "utf8" });
  return names.filter((name) => name.startsWith(`${folder}/`) && name.endsWith(".test.ts") && isPure(name)).sort();
}

/** Whether a file's tests need no engine, which each process has one of and which takes its time. */
function isPure(name: string): boolean {
  return !/mockEngine|setMocks/.test(readFileSync(join(root, name), "utf8"));
}

/** Whether a test of all clouds is about another one. */
function isElsewhere({ args }: RecordedTest): boolean {
  const about = args.flatMap((one) =>
    typeof one === "object" && one !== null && "cloud" in one ? [one.cloud] : [one],
  );
  return about.some((one) => typeof one === "string" && one !== cloud && Object.hasOwn(clouds, one));
}

interface Timed extends RecordedTest {
  readonly milliseconds: number;
}

/**
 * Runs every test as it is; the quick ones shall look at a change first.
 * Keys of maps are the programs' own: only where answers are compared whole does each one count.
 */
async function timeAll(tests: readonly RecordedTest[]): Promise<Timed[]> {
  const timed: Timed[] = [];
  for (const one of tests) {
    const start = performance.now();
    watch(one.name.includes("/conformance/") ? "keys" : "properties");
    await one.run().catch((error: unknown) => {
      throw new Error(`${one.name} fails before anything is changed`, { cause: error });
    });
    timed.push({ ...one, milliseconds: performance.now() - start });
  }
  watch("nothing");
  return timed.sort((a, b) => a.milliseconds - b.milliseconds);
}

/** The test that fails while a change is in force. */
async function noticedBy(change: () => () => void): Promise<string | undefined> {
  const undo = change();
  try {
    for (const { name, run } of tests) {
      const failed = await run().then(
        () => false,
        () => true,
      );
      if (failed) return name;
    }
    return undefined;
  } finally {
    undo();
  }
}

const recorded: RecordedTest[] = [];
for (const file of folders.flatMap(testFiles)) recorded.push(...(await recordTests(join(root, file))));
const tests = await timeAll(recorded.filter((one) => !isElsewhere(one)));
const properties = plannedProperties().filter(({ type }) => type.startsWith(`${cloud}:`));
const names = namesOf(clouds[cloud]?.().nouns ?? {});

let killed = 0;
let survived = 0;

async function mustBeNoticed(change: () => () => void): Promise<void> {
  const name = await noticedBy(change);
  if (name === undefined) survived += 1;
  else killed += 1;
  expect(name ?? "no test").not.toBe("no test");
}

afterAll(() => {
  console.log(`${cloud}: ${tests.length} tests look at each mutant; ${killed} killed, ${survived} survived`);
});

describe("a changed native name is noticed", () => {
  test.each(names)("$path as $name", async (name) => {
    await mustBeNoticed(() => rename(name));
  });
});

describe("a property that is left out is noticed", () => {
  test.each(properties)("$type $path", async (property) => {
    await mustBeNoticed(() => blank(property));
  });
});

test("nothing is noticed when nothing is changed", async () => {
  expect(await noticedBy(() => () => {})).toBe(undefined);
});
