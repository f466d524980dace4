/**
 * One operation of the real engine, in a process of its own: `node -r scripts/typescript.cjs operate.ts REQUEST.json`.
 * The language host of Node is not published as a module, so the program runs inline: this process serves the language
 * protocol and loads the unmodified entry file.
 */
import { appendFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { EngineEvent } from "@pulumi/pulumi/automation/events.js";
import { LocalWorkspace, type Stack } from "@pulumi/pulumi/automation/index.js";
import type { Line, Request } from "./request.js";

const request = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Request;

async function program(): Promise<Record<string, unknown>> {
  process.chdir(request.folder);
  return { ...require(join(request.folder, request.entry)) };
}

function note(line: Line): void {
  appendFileSync(request.events, `${JSON.stringify(line)}\n`);
}

/** A terminal interrupts the whole group: the engine then ends what it has begun, and still needs the program. */
process.on("SIGINT", () => {});

async function operate(stack: Stack): Promise<void> {
  const options = {
    onEvent: (event: EngineEvent) => note({ event }),
    onOutput: (text: string) => process.stdout.write(text),
    color: "never" as const,
    ...(request.parallel === undefined ? {} : { parallel: request.parallel }),
  };
  const refreshed = request.refresh === undefined ? {} : { refresh: request.refresh };
  switch (request.verb) {
    case "preview":
      await stack.preview({ ...options, ...refreshed });
      return;
    case "up": {
      const { outputs } = await stack.up({ ...options, ...refreshed });
      note({ outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])) });
      return;
    }
    case "refresh":
      await stack.refresh({ ...options, ...(request.forget ? { clearPendingCreates: true } : {}) });
      return;
    case "cancel":
      await stack.cancel();
      note({ pending: (await stack.exportStack()).deployment.pending_operations ?? [] });
      return;
    case "destroy":
      await stack.destroy({ ...options, ...refreshed });
  }
}

async function main(): Promise<void> {
  const { stack: stackName, project: projectName, folder: workDir, environment } = request;
  const stack = await LocalWorkspace.createOrSelectStack(
    { stackName, projectName, program },
    { workDir, envVars: { ...environment } },
  );
  await operate(stack);
}

/** An engine whose tests are gone would run on unseen. */
process.channel?.unref();
process.on("disconnect", () => process.kill(-process.pid, "SIGINT"));

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
