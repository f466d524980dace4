import { configDefaults, defineConfig } from "vitest/config";
import { staticRegistry } from "./test/support/static-registry.mjs";
import { SumReporter } from "./test/support/sum-reporter.mjs";

/** Only the whole matrix runs what is named `*.full.ts`. */
const names = process.env.WEBTIER_E2E === "full" ? "{test,full}" : "test";

/** What stops a service that all share, or measures times; one at a time, after all others. */
const alone = [`test/e2e/openstack/by-hand.${names}.ts`, `test/e2e/openstack/outage.${names}.ts`];

export default defineConfig({
  test: {
    globalSetup: "./test/e2e/setup.ts",
    reporters: ["verbose", new SumReporter()],
    projects: [
      group("together", {
        include: [`test/e2e/**/*.${names}.ts`, "test/judges/aws/**/*.test.ts"],
        exclude: alone,
        order: 0,
        maxWorkers: 4,
      }),
      group("alone", { include: alone, order: 1, maxWorkers: 1 }),
    ],
  },
});

interface Files {
  readonly include: string[];
  readonly exclude?: string[];
  /** Of the groups; the next one begins when all files of this one have ended. */
  readonly order: number;
  readonly maxWorkers: number;
}

function group(name: string, { include, exclude = [], order, maxWorkers }: Files) {
  return {
    plugins: [staticRegistry()],
    test: {
      name,
      include,
      exclude: [...configDefaults.exclude, ...exclude],
      maxWorkers,
      testTimeout: 900_000,
      hookTimeout: 900_000,
      pool: "forks" as const,
      sequence: { groupOrder: order, hooks: "list" as const },
      disableConsoleIntercept: true,
    },
  };
}
