import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Config } from "./config.js";
import { endWith } from "./endings.js";
import type { Project } from "./project.js";
import type { Stack } from "./stacks.js";

export interface ChildOptions {
  readonly project: Project;
  readonly stack: Stack;
  readonly config: Config;
  /** Of the engine. */
  readonly address: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Seconds. */
  readonly timeout: number;
}

export interface ChildResult {
  readonly code: number | null;
  /** What the program wrote, both streams in their order. */
  readonly output: string;
  readonly timedOut: boolean;
}

/** Runs the program as the Pulumi CLI would, against our engine; leaves no process behind. */
export function runChild(options: ChildOptions): Promise<ChildResult> {
  const { project, timeout } = options;
  const child = spawn(process.execPath, argumentsOf(options), {
    cwd: project.directory,
    env: environmentOf(options),
    stdio: ["ignore", "pipe", "pipe"],
    detached: hasProcessGroups,
  });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    let timedOut = false;
    const end = () => kill(child);
    const timer = setTimeout(() => {
      timedOut = true;
      end();
    }, timeout * 1000);
    const unwatch = endWith(end);
    child.once("error", reject);
    child.once("exit", (code) => {
      clearTimeout(timer);
      end();
      const finish = () => {
        unwatch();
        resolve({ code, output: Buffer.concat(chunks).toString("utf8"), timedOut });
      };
      const patience = setTimeout(finish, 500);
      child.once("close", () => {
        clearTimeout(patience);
        finish();
      });
    });
  });
}

const hasProcessGroups = process.platform !== "win32";

/** Its whole group: a program may have started others. */
function kill({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(hasProcessGroups ? -pid : pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}

function argumentsOf({ project, stack, address }: ChildOptions): string[] {
  const flags = {
    monitor: address,
    engine: address,
    organization: "organization",
    project: project.name,
    "root-directory": project.root,
    stack: stack.name,
    pwd: project.directory,
    parallel: "16",
  };
  return [
    ...project.nodeArguments,
    "--stack-trace-limit=0",
    runnerOf(project),
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
    "--dry-run",
    project.entry,
  ];
}

/** The SDK that the program itself would load. */
function runnerOf({ directory }: Project): string {
  const runner = "@pulumi/pulumi/cmd/run";
  try {
    return createRequire(join(directory, "program.js")).resolve(runner);
  } catch {
    return require.resolve(runner);
  }
}

function environmentOf({ project, config, environment }: ChildOptions): NodeJS.ProcessEnv {
  const values = Object.entries(config.values).map(([key, value]) => [key.replace(":", ":config:"), value]);
  return {
    ...environment,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(values)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(config.secretKeys),
    PULUMI_NODEJS_TYPESCRIPT: String(project.typescript),
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    TS_NODE_TRANSPILE_ONLY: "true",
    ...(project.tsconfig === undefined ? {} : { PULUMI_NODEJS_TSCONFIG_PATH: project.tsconfig }),
    PULUMI_NODEJS_SKIP_COMPONENT_INPUTS: "",
    WEBTIER_PLAN: "1",
  };
}
