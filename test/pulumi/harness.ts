import * as pulumi from "@pulumi/pulumi";
import { WebtierError } from "../../src/index.js";
import { settings } from "../fixtures/settings.js";

export interface Recorded {
  readonly type: string;
  readonly name: string;
  readonly inputs: Record<string, unknown>;
}

/** Stands in for the engine, with the given stack configuration. */
export function mockEngine(config: Record<string, string> = {}, secrets: string[] = []): Recorded[] {
  const recorded: Recorded[] = [];
  pulumi.runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      recorded.push({ type, name, inputs });
      return { id: `${name}-id`, state: { name, arn: `${name}-arn`, ...inputs } };
    },
    call: () => ({}),
  });
  pulumi.runtime.setAllConfig(config, secrets);
  return recorded;
}

export function configOf(cloud: keyof typeof settings): Record<string, string> {
  return { "webtier:cloud": cloud, "webtier:settings": JSON.stringify(settings[cloud]) };
}

/** What a plan tells of one component. */
export function notesOf(recorded: readonly Recorded[], type: string): string[] {
  const notes = recorded.find((one) => one.type === type)?.inputs.notes as { id: string; message: string }[];
  return notes.map(({ id, message }) => `${id}: ${message}`);
}

/** The text of the refusal. */
export function refusal(program: () => unknown): string {
  try {
    program();
  } catch (error) {
    if (error instanceof WebtierError) return error.message;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** Waits until all registrations have reached the mock. */
export async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 150));
}
