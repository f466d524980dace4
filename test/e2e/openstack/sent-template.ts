import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Trial } from "../support/trial.js";

/** The template of a trial's only stack, as the program gave it to the provider. */
export function sentTemplate({ folder, options }: Trial): unknown {
  const state = join(folder, `../state/.pulumi/stacks/${options.project}/${options.stack}.json`);
  const { checkpoint } = JSON.parse(readFileSync(state, "utf8")) as State;
  const stack = checkpoint.latest.resources.find(({ type }) => type === "openstack:orchestration/stackV1:StackV1");
  return JSON.parse(stack?.inputs?.templateOpts?.Bin ?? "{}");
}

interface State {
  readonly checkpoint: { readonly latest: { readonly resources: readonly Resource[] } };
}

interface Resource {
  readonly type: string;
  readonly inputs?: { readonly templateOpts?: { readonly Bin: string } };
}
