import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { staticRegistry } from "./test/support/static-registry.mjs";
import { SumReporter } from "./test/support/sum-reporter.mjs";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  plugins: [staticRegistry()],
  test: {
    include: ["test/**/*.test.ts"],
    exclude: [
      "test/package/**",
      "test/mutate/**",
      "test/ci/**",
      "test/e2e/**",
      "test/judges/aws/**",
      "test/render/browser.test.ts",
    ],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: "forks",
    reporters: ["default", new SumReporter()],
  },
  resolve: {
    alias: {
      "webtier/clouds": path("./src/clouds"),
      "webtier/testing": path("./src/testing"),
      webtier: path("./src/index.ts"),
    },
  },
});
