import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export default defineConfig({
  test: { include: ["test/**/*.test.ts"], exclude: ["test/package/**"], testTimeout: 60_000, pool: "forks" },
  resolve: { alias: { "webtier/clouds": path("./src/clouds"), webtier: path("./src/index.ts") } },
});
