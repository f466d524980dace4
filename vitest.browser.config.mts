import { defineConfig } from "vitest/config";
import { SumReporter } from "./test/support/sum-reporter.mjs";

export default defineConfig({
  test: {
    include: ["test/render/browser.test.ts"],
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: "forks",
    fileParallelism: false,
    reporters: ["verbose", new SumReporter()],
  },
});
