import { checkAnswers } from "../plan/answers.js";
import { assemble } from "../plan/assemble.js";
import type { Config } from "../plan/config.js";
import { PlanError } from "../plan/errors.js";
import type { Project } from "../plan/project.js";
import { refuse } from "../plan/refusal.js";
import { serve } from "../plan/server.js";
import { type Start, startEngine } from "../plan/start.js";
import { Recorded } from "./recorded.js";
import { runHere } from "./run-here.js";

export interface RecordOptions {
  /** The cloud to stand on: `webtier:cloud` of a stack file. Default: the program says it itself. */
  readonly cloud?: string;
  /** What names mean on that cloud: `webtier:settings` of a stack file. */
  readonly settings?: object;
  /** Other configuration: `{ "aws:region": "eu-central-1", replicas: 2 }`; a key without a colon is the project's own. */
  readonly config?: Readonly<Record<string, unknown>>;
  /** Configuration that is secret: masked wherever it appears. */
  readonly secretConfig?: Readonly<Record<string, unknown>>;
  /** What the program asks of a cloud or of another stack, as in a file of answers. */
  readonly answers?: object;
  /** Default: project. */
  readonly project?: string;
  /** Default: test. */
  readonly stack?: string;
  /** Time that the program has. Seconds. Default 60. */
  readonly timeout?: number;
}

let isRecording = false;

/**
 * Runs a Pulumi program in this process with no cloud, no state and no credentials, and says what it would register.
 * A mistake in the program rejects, with the error that the program throws.
 */
export async function record(program: () => unknown, options: RecordOptions = {}): Promise<Recorded> {
  if (isRecording) {
    throw new PlanError("another recording is not over yet\n  instead: one at a time, each awaited before the next");
  }
  isRecording = true;
  try {
    return await recordAlone(program, options);
  } finally {
    isRecording = false;
  }
}

async function recordAlone(program: () => unknown, options: RecordOptions): Promise<Recorded> {
  const start = startOf(options);
  const engine = startEngine(start);
  const server = await serve(engine);
  try {
    await runHere(program, start, { address: server.address, timeout: options.timeout ?? 60 });
    await refuse(engine);
    const plan = assemble(engine);
    if (plan.components.length + plan.resources.length === 0) throw new PlanError(nothingText);
    return new Recorded(plan);
  } finally {
    engine.callbacks.close();
    server.close();
  }
}

const nothingText = [
  "the program registered nothing: a module that was imported before does not run again",
  "  instead: a function that declares the stack, or recordProject() for a project whose entry file does",
].join("\n");

function startOf(options: RecordOptions): Start {
  const project = projectHere(options.project ?? "project");
  const name = options.stack ?? "test";
  const { cloud } = options;
  return {
    project,
    stack: { name, file: "", answersFile: "", ...(cloud === undefined ? {} : { cloud }) },
    config: configOf(project, options),
    answers: checkAnswers(options.answers ?? {}, "the option `answers` holds no answers"),
  };
}

/** Sources and files of the program are told relative to the folder of the test run. */
function projectHere(name: string): Project {
  const folder = process.cwd();
  return {
    name,
    root: folder,
    givenRoot: folder,
    extension: ".yaml",
    stackFolder: folder,
    directory: folder,
    entry: ".",
    typescript: true,
    nodeArguments: [],
    config: {},
  };
}

function configOf({ name }: Project, options: RecordOptions): Config {
  const { cloud, settings, config = {}, secretConfig = {} } = options;
  const full = (key: string) => (key.includes(":") ? key : `${name}:${key}`);
  const given = Object.entries({
    ...(cloud === undefined ? {} : { "webtier:cloud": cloud }),
    ...(settings === undefined ? {} : { "webtier:settings": settings }),
    ...config,
    ...secretConfig,
  });
  return {
    values: Object.fromEntries(given.map(([key, value]) => [full(key), textOf(value)])),
    secretKeys: Object.keys(secretConfig).map(full),
    environments: [],
  };
}

/** As the Pulumi CLI hands values to a program. */
function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
