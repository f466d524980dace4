import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { staticRegistry } from "./test/support/static-registry.mjs";
import { SumReporter } from "./test/support/sum-reporter.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const clouds = readdirSync(path("./src/clouds")).filter((name) =>
  existsSync(path(`./src/clouds/${name}/resources.ts`)),
);

/** Files that mutations run many times: their tests are kept, not run at once. */
const recorded = /\/test\/(clouds|conformance|limits|spec)\//;
const recorder = {
  name: "recorder",
  enforce: "pre" as const,
  resolveId: (source: string, importer?: string) =>
    source === "vitest" && importer && recorded.test(importer) ? path("./test/mutate/vitest.ts") : undefined,
};

export default defineConfig({
  test: {
    testTimeout: 300_000,
    pool: "forks",
    maxWorkers: 2,
    reporters: ["default", new SumReporter()],
    projects: [
      {
        plugins: [staticRegistry()],
        test: { name: "enums", include: ["test/mutate/enums.test.ts"], testTimeout: 300_000 },
      },
      ...clouds.map((cloud) => ({
        plugins: [recorder, staticRegistry()],
        test: { name: cloud, include: ["test/mutate/mutants.test.ts"], provide: { cloud }, testTimeout: 300_000 },
      })),
    ],
  },
});
