import type { Answers } from "./answers.js";
import { connectCallbacks } from "./callbacks.js";
import type { Config } from "./config.js";
import type { Engine } from "./engine.js";
import { markWith } from "./fingerprints.js";
import { collectSecrets } from "./masking.js";
import { unknown } from "./model.js";
import type { Project } from "./project.js";
import { relativeTo } from "./source.js";
import type { Stack } from "./stacks.js";

/** All that one run starts from. */
export interface Start {
  readonly project: Project;
  readonly stack: Stack;
  readonly config: Config;
  readonly answers: Answers;
  /** Key of the marks of secrets. */
  readonly fingerprint?: string | undefined;
}

export function startEngine({ project, stack, config, answers, fingerprint }: Start): Engine {
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
    reader: { secrets, directory: project.directory, relative: relativeTo(project), mark: markWith(fingerprint) },
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
