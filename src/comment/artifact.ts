import { z } from "zod";
import { readBytes } from "./answer.js";
import { safeAddress } from "./environment.js";
import { CommentError } from "./errors.js";
import { type Event, followedRun } from "./event.js";
import type { GitHub } from "./github.js";
import { ask, send } from "./server.js";

const downloadTime = 60_000;

const artifactRow = z.object({
  id: z.number().int(),
  name: z.string(),
  size_in_bytes: z.number(),
  expired: z.boolean(),
});
const listed = z.object({ artifacts: z.array(artifactRow) });

export interface Wanted {
  readonly name: string;
  readonly mostBytes: number;
}

/** The bytes of one artifact of the run that this job follows, uploaded as it is: there is no archive to unpack. */
export async function fetchArtifact(gitHub: GitHub, event: Event, wanted: Wanted): Promise<Buffer> {
  const { id, size_in_bytes: size } = await findArtifact(gitHub, followedRun(event).id, wanted.name);
  if (size > wanted.mostBytes) throw tooLarge(wanted);
  const path = `/repos/${gitHub.repository}/actions/artifacts/${id}/zip`;
  const { status, headers } = await send(gitHub.server, { path });
  const location = headers.get("location");
  if (status !== 302 || !location) throw new CommentError(`GitHub answered ${status} to GET ${path}`);
  return download(safeAddress(location, "the address of the artifact"), wanted);
}

async function findArtifact({ server, repository }: GitHub, run: number, name: string) {
  const path = `/repos/${repository}/actions/runs/${run}/artifacts?name=${encodeURIComponent(name)}`;
  const { artifacts } = await ask(server, { path }, listed);
  const [newest] = artifacts.filter((row) => row.name === name && !row.expired).sort((a, b) => b.id - a.id);
  if (newest) return newest;
  throw new CommentError(`run ${run} left no artifact ${JSON.stringify(name)}`);
}

/** Without the token: the storage is another server. */
async function download(url: URL, wanted: Wanted): Promise<Buffer> {
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(downloadTime) }).catch(
    () => undefined,
  );
  if (!response?.ok) {
    throw new CommentError(
      `the storage answered ${response?.status ?? "nothing"} for artifact ${JSON.stringify(wanted.name)}`,
    );
  }
  return readBytes(response, wanted.mostBytes).catch(() => {
    throw tooLarge(wanted);
  });
}

function tooLarge({ name, mostBytes }: Wanted): CommentError {
  return new CommentError(`artifact ${JSON.stringify(name)} is larger than ${mostBytes} bytes`);
}
