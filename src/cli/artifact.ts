import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { fetchArtifact } from "../comment/artifact.js";
import { CommentError } from "../comment/errors.js";
import { readEvent } from "../comment/event.js";
import { gitHub } from "../comment/github.js";

/** Of a plan; that of a large stack has less than one. */
const mostBytes = 16 * 1024 * 1024;

interface ArtifactFlags {
  readonly name: string;
  readonly output: string;
}

export function artifactCommand(): Command {
  return new Command("artifact")
    .description("fetch the plan that the followed run of a pull request uploaded, as bytes that nobody vouches for")
    .requiredOption("--name <name>", "of the artifact: one file, uploaded without an archive")
    .requiredOption("--output <file>", "where it goes")
    .action(runArtifact);
}

async function runArtifact({ name, output }: ArtifactFlags): Promise<void> {
  try {
    const bytes = await fetchArtifact(gitHub(process.env), readEvent(process.env), { name, mostBytes });
    writeFileSync(output, bytes, { flag: "wx" });
  } catch (error) {
    if (!(error instanceof CommentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
