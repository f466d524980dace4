import { defineConfig } from "vitest/config";
import { staticRegistry } from "./test/support/static-registry.mjs";
import { SumReporter } from "./test/support/sum-reporter.mjs";

/** What only the whole matrix runs. */
const whole = process.env.WEBTIER_E2E === "full" ? ["test/e2e/**/*.full.ts"] : [];

export default defineConfig({
  plugins: [staticRegistry()],
  test: {
    include: ["test/e2e/**/*.test.ts", "test/judges/aws/**/*.test.ts", ...whole],
    globalSetup: "./test/e2e/setup.ts",
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: "forks",
    maxWorkers: 4,
    sequence: { hooks: "list" },
    disableConsoleIntercept: true,
    reporters: ["verbose", new SumReporter()],
  },
});
