import { Command, Option } from "commander";
import { permissions } from "../clouds/permissions.js";
import { PlanError } from "../plan/errors.js";
import type { Plan } from "../plan/model.js";
import { planProgram } from "../plan/plan-program.js";
import { seconds } from "./flags.js";

interface PermissionFlags {
  readonly stack?: string;
  readonly cloud?: string;
  readonly all?: string;
  readonly timeout: number;
}

export function permissionsCommand(): Command {
  return new Command("permissions")
    .description("say what the credentials of a deployment need, as a policy of its cloud")
    .argument("[directory]", "folder of the project", ".")
    .option("--stack <name>", "the stack to plan")
    .option("--cloud <name>", "instead of a stack: the only one on this cloud")
    .addOption(
      new Option("--all <cloud>", "without a plan: for everything that the library makes there").choices(
        Object.keys(permissions),
      ),
    )
    .option("--timeout <seconds>", "time that the program has", seconds, 60)
    .action(runPermissions);
}

async function runPermissions(directory: string, { all, ...options }: PermissionFlags): Promise<void> {
  try {
    const types =
      all === undefined
        ? typesIn(await planProgram({ directory, ...options, onOutput: (text) => process.stderr.write(text) }))
        : Object.keys(permissions[all]?.types ?? {});
    tell(types);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = error.exitCode;
  }
}

function typesIn({ resources }: Plan): string[] {
  return [...new Set(resources.filter(({ kind }) => kind === "resource").map(({ type }) => type))].sort();
}

/** The policy alone goes to standard output, so that it can be kept in a file; of several clouds, each under its name. */
function tell(types: readonly string[]): void {
  const told = Object.entries(permissions).map(([cloud, one]) => ({
    ...one,
    cloud,
    own: types.filter((type) => Object.hasOwn(one.types, type)),
  }));
  const here = told.filter(({ own }) => own.length > 0);
  const strange = types.filter((type) => !here.some(({ own }) => own.includes(type)));
  const title = (cloud: string) => (here.length > 1 ? `# ${cloud}\n` : "");
  process.stdout.write(here.map(({ cloud, policy, own }) => `${title(cloud)}${policy(own).text}\n`).join(""));
  const remarks = here.flatMap(({ remarks: of, own }) => of(own));
  const missing = strange.map((type) => `${type} is not of this library: what it needs is not in the policy`);
  process.stderr.write([...remarks, ...missing].map((line) => `note: ${line}\n`).join(""));
}
