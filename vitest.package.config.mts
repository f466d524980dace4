import { defineConfig } from "vitest/config";
import { SumReporter } from "./test/support/sum-reporter.mjs";

export default defineConfig({
  test: {
    include: ["test/package/**/*.test.ts"],
    globalSetup: "./test/package/setup.ts",
    testTimeout: 600_000,
    hookTimeout: 600_000,
    pool: "forks",
    fileParallelism: false,
    reporters: ["verbose", new SumReporter()],
  },
});
