import { Command, InvalidArgumentError, Option } from "commander";
import type { Environment } from "../comment/environment.js";
import { CommentError } from "../comment/errors.js";
import { readEvent } from "../comment/event.js";
import { failureBody } from "../comment/failure.js";
import type { Forge } from "../comment/forge.js";
import { gitHub, gitHubForge, runPage } from "../comment/github.js";
import { gitLabForge } from "../comment/gitlab.js";
import { readBody } from "../comment/input.js";
import { markerOf } from "../comment/marker.js";
import { type PostMode, post } from "../comment/post.js";
import { isNewest, pullRequestOf } from "../comment/pull-request.js";

interface CommentFlags {
  readonly body: string;
  readonly marker: string;
  readonly on?: "github" | "gitlab";
  readonly mode: PostMode;
  readonly change?: number;
}

export function commentCommand(): Command {
  return new Command("comment")
    .description("post or update the one comment of a pull request or merge request")
    .requiredOption(
      "--body <file>",
      "the comment; when it is missing or empty, the comment says that the preview failed",
    )
    .requiredOption("--marker <key>", "tells this comment from others, such as shop/production")
    .addOption(new Option("--on <server>", "default: the one whose job this is").choices(["github", "gitlab"]))
    .addOption(
      new Option("--mode <mode>", "update it in place, or post it anew at the end")
        .choices(["update", "new"])
        .default("update"),
    )
    .option("--change <number>", "the pull request or merge request, where the job does not say it", number)
    .action(runComment);
}

async function runComment(flags: CommentFlags): Promise<void> {
  try {
    await postComment(flags, process.env);
  } catch (error) {
    if (!(error instanceof CommentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function postComment(flags: CommentFlags, environment: Environment): Promise<void> {
  const marker = markerOf(flags.marker);
  const forge = await forgeOf(flags, environment);
  if (!forge) {
    process.stdout.write("nothing to post: no open pull request into the default branch has this commit as its head\n");
    return;
  }
  const body = readBody(flags.body);
  const { did, removed } = await post(forge, { marker, body: body ?? failureBody(forge.run), mode: flags.mode });
  if (did === "overtaken") {
    process.stdout.write("nothing to post: the change has a newer commit, whose own run posts\n");
    return;
  }
  process.stdout.write(`comment ${did}${removed > 0 ? `, ${removed} earlier removed` : ""}\n`);
  if (body === undefined)
    throw new CommentError(`${flags.body} is missing or empty: the comment says that the preview failed`);
}

async function forgeOf(flags: CommentFlags, environment: Environment): Promise<Forge | undefined> {
  if (serverOf(flags, environment) === "gitlab") return gitLabForge(environment, flags.change);
  const hub = gitHub(environment);
  if (flags.change !== undefined) return gitHubForge(hub, { number: flags.change, run: runPage(hub, environment) });
  const event = readEvent(environment);
  const number = await pullRequestOf(hub, event);
  const run = runPage(hub, environment, event.workflow_run?.id);
  return number === undefined ? undefined : gitHubForge(hub, { number, run, isCurrent: () => isNewest(hub, event) });
}

function serverOf({ on }: CommentFlags, { GITHUB_ACTIONS, GITLAB_CI }: Environment): "github" | "gitlab" {
  if (on) return on;
  if (GITHUB_ACTIONS) return "github";
  if (GITLAB_CI) return "gitlab";
  throw new CommentError("where to post is not known\n  instead: --on github, or --on gitlab");
}

function number(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("write a number, such as 12");
  return value;
}
