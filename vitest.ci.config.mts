import { defineConfig } from "vitest/config";
import { SumReporter } from "./test/support/sum-reporter.mjs";

export default defineConfig({
  test: {
    include: ["test/ci/**/*.test.ts"],
    globalSetup: "./test/ci/setup.ts",
    testTimeout: 120_000,
    hookTimeout: 600_000,
    pool: "forks",
    reporters: ["default", new SumReporter()],
  },
});
