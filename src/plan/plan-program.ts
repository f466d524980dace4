import { readAnswers } from "./answers.js";
import { assemble, isOurs } from "./assemble.js";
import { connectCallbacks } from "./callbacks.js";
import { openCallsText } from "./calls.js";
import { type ChildResult, runChild } from "./child.js";
import { readConfig } from "./config.js";
import type { Engine } from "./engine.js";
import { PlanError } from "./errors.js";
import { findingsOf } from "./failures.js";
import { collectSecrets } from "./masking.js";
import { type Plan, unknown } from "./model.js";
import { openProject, type Project } from "./project.js";
import { serve } from "./server.js";
import { relativeTo } from "./source.js";
import { chooseStack, type Stack } from "./stacks.js";
import { sentinel } from "./wire.js";

export interface ProgramOptions {
  /** The folder of the project, or one below it. Default: the current one. */
  readonly directory?: string | undefined;
  readonly stack?: string | undefined;
  /** Instead of a stack: the only one whose `webtier:cloud` this is. */
  readonly cloud?: string | undefined;
  /** Time that the program has. Seconds. Default 60. */
  readonly timeout?: number | undefined;
  /** Receives what the program wrote, once it has ended. */
  readonly onOutput?: ((text: string) => void) | undefined;
  /** Of the program. Default: that of this process. */
  readonly environment?: NodeJS.ProcessEnv | undefined;
}

/** Runs a Pulumi program as it is, with no cloud, no state and no credentials, and says what it would register. */
export async function planProgram(options: ProgramOptions = {}): Promise<Plan> {
  const { directory = ".", timeout = 60, environment = process.env } = options;
  const project = openProject(directory);
  const stack = chooseStack(project, options);
  const engine = startEngine(project, stack);
  const server = await serve(engine);
  try {
    const result = await runChild({
      project,
      stack,
      config: engine.config,
      address: server.address,
      environment,
      timeout,
    });
    const plan = assemble(engine);
    const output = clean(engine, `${infoLines(engine)}${result.output}`);
    const ended = result.timedOut || (result.code === 0 && engine.finished) || hasErrors(engine);
    if (ended && output !== "") options.onOutput?.(output);
    await refuse(engine, result, timeout);
    if (!ended) throw new PlanError(`the program ended early, with exit code ${result.code}\n${output}`.trimEnd());
    return plan;
  } finally {
    engine.callbacks.close();
    server.close();
  }
}

function startEngine(project: Project, stack: Stack): Engine {
  const answers = readAnswers(stack.answersFile);
  const config = readConfig(project, stack.file, answers.config);
  const secrets = collectSecrets();
  for (const key of config.secretKeys) {
    const value = config.values[key] ?? "";
    if (!value.includes(unknown)) secrets.add(value);
  }
  return {
    project,
    stack,
    config,
    answers,
    secrets,
    reader: { secrets, directory: project.directory, relative: relativeTo(project) },
    callbacks: connectCallbacks(),
    registrations: new Map(),
    outputs: new Map(),
    stackTransforms: [],
    invokeTransforms: [],
    packages: new Map(),
    logs: [],
    problems: [],
    openCalls: [],
    unknownCalls: new Set(),
    root: "",
    finished: false,
  };
}

/** Throws when the run was not a whole one, with everything that was found. */
async function refuse(engine: Engine, { timedOut }: ChildResult, timeout: number): Promise<void> {
  const { failures, errors } = await findingsOf(engine);
  const asked = engine.openCalls.length > 0 ? [openCallsText(engine)] : [];
  const late = timedOut
    ? [
        `the program did not end within ${timeout} s\n  instead: more time with --timeout, or an end to what it waits for`,
      ]
    : [];
  const own = [...engine.problems.sort(), ...blind(engine), ...asked, ...late];
  const found = [...failures, ...own, ...(own.length > 0 ? [] : errors)];
  if (found.length > 0) throw new PlanError(clean(engine, found.join("\n\n")), failures.length > 0 ? 2 : 1);
}

function hasErrors({ logs, problems, openCalls }: Engine): boolean {
  return problems.length + openCalls.length > 0 || logs.some(({ severity }) => severity === "error");
}

/** Older SDKs keep the inputs of components to themselves. */
function blind({ registrations }: Engine): string[] {
  const isBlind = [...registrations.values()].some((one) => isOurs(one) && Object.keys(one.inputs).length === 0);
  return isBlind
    ? ["the program's @pulumi/pulumi does not say what goes into a component\n  instead: version 3.202.0 or newer"]
    : [];
}

function infoLines({ logs }: Engine): string {
  return logs
    .filter(({ severity }) => severity === "info")
    .map(({ message }) => `${message}\n`)
    .join("");
}

function clean({ reader, secrets }: Engine, text: string): string {
  return secrets.hideInLog(reader.relative(text.replaceAll(sentinel, unknown)));
}
