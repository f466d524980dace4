import { readAnswers } from "./answers.js";
import { assemble } from "./assemble.js";
import { runChild } from "./child.js";
import { readConfig } from "./config.js";
import type { Engine } from "./engine.js";
import { PlanError } from "./errors.js";
import type { Plan } from "./model.js";
import { openProject } from "./project.js";
import { clean, refuse } from "./refusal.js";
import { serve } from "./server.js";
import { chooseStack } from "./stacks.js";
import { startEngine } from "./start.js";

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
  /**
   * A key: secrets then carry 32 bits of their HMAC-SHA256, so that two plans made with one key show that a secret differs
   * without saying it. Only to compare: whoever has the key can test a guess of a value. Random, and no key of anything else.
   */
  readonly fingerprint?: string | undefined;
}

/** Runs a Pulumi program as it is, with no cloud, no state and no credentials, and says what it would register. */
export async function planProgram(options: ProgramOptions = {}): Promise<Plan> {
  const { directory = ".", timeout = 60, environment = process.env, fingerprint } = options;
  const project = openProject(directory);
  const stack = chooseStack(project, options);
  const answers = readAnswers(stack.answersFile);
  const config = readConfig(project, stack.file, answers.config);
  const engine = startEngine({ project, stack, config, answers, fingerprint });
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
    const ended = result.timedOut || (result.code === 0 && isWhole(engine)) || hasErrors(engine);
    if (ended && output !== "") options.onOutput?.(output);
    await refuse(engine, result.timedOut ? [lateText(timeout)] : []);
    if (!ended) throw new PlanError(`${earlyText(result.code)}\n${output}`.trimEnd());
    return plan;
  } finally {
    engine.callbacks.close();
    server.close();
  }
}

/** The last that a whole program does is to say the outputs of its stack. */
function isWhole({ finished, outputs, root }: Engine): boolean {
  return finished && outputs.has(root);
}

function earlyText(code: number | null): string {
  if (code !== 0) return `the program ended early, with exit code ${code}`;
  return "the program ended before it was done: it left, or waits for what never comes";
}

function lateText(timeout: number): string {
  return `the program did not end within ${timeout} s\n  instead: more time with --timeout, or an end to what it waits for`;
}

function hasErrors({ logs, problems, openCalls }: Engine): boolean {
  return problems.length + openCalls.length > 0 || logs.some(({ severity }) => severity === "error");
}

function infoLines({ logs }: Engine): string {
  return logs
    .filter(({ severity }) => severity === "info")
    .map(({ message }) => `${message}\n`)
    .join("");
}
