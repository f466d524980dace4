import type { EngineEvent } from "@pulumi/pulumi/automation/events.js";
import { messageOf, PlanError } from "../plan/errors.js";
import { openProject } from "../plan/project.js";
import { chooseStack, type StackChoice } from "../plan/stacks.js";
import { plain } from "./diagnostics.js";
import { readEvents } from "./read-events.js";
import type { PreviewRecord } from "./record.js";

interface PreviewOptions extends StackChoice {
  readonly directory: string;
  /** Folders or names of policy packs. */
  readonly policyPacks: readonly string[];
  /** Reads the cloud first. */
  readonly refresh: boolean;
  /** Receives what the engine prints. */
  readonly onOutput: (text: string) => void;
}

/** Lets the engine preview a stack: it needs the Pulumi CLI, the state and the credentials. */
export async function runPreview(options: PreviewOptions): Promise<PreviewRecord> {
  const project = openProject(options.directory);
  const stackName = options.cloud === undefined && options.stack ? options.stack : chooseStack(project, options).name;
  const events: EngineEvent[] = [];
  const stack = await selectStack(stackName, project.root);
  const refused = await previewOf(stack, options, events);
  const record = readEvents(events, { project: project.name, stack: stackName.split("/").at(-1) ?? stackName });
  if (refused !== undefined && record.diagnostics.every(({ severity }) => severity !== "error") && !record.ended) {
    return { ...record, diagnostics: [...record.diagnostics, { severity: "error", message: refused }] };
  }
  return record;
}

async function selectStack(stackName: string, workDir: string) {
  const { LocalWorkspace } = await import("@pulumi/pulumi/automation/index.js");
  try {
    return await LocalWorkspace.selectStack({ stackName, workDir });
  } catch (error) {
    const message = messageOf(error);
    if (
      /ENOENT|not found in PATH|Failed to find|No (valid )?Pulumi/i.test(message) &&
      !/no stack named/.test(message)
    ) {
      throw new PlanError(
        "webtier report --run needs the Pulumi CLI, and there is no pulumi on the path\n  instead: install it, or give the output of pulumi preview --json from where it is",
      );
    }
    throw new PlanError(`stack ${stackName} could not be selected: ${lastWords(message)}`);
  }
}

type Selected = Awaited<ReturnType<typeof selectStack>>;

/** What the engine said when it refused. */
async function previewOf(stack: Selected, options: PreviewOptions, events: EngineEvent[]): Promise<string | undefined> {
  const { policyPacks, refresh, onOutput } = options;
  try {
    await stack.preview({
      onEvent: (event) => events.push(event),
      onOutput,
      color: "never",
      ...(policyPacks.length === 0 ? {} : { policyPacks: [...policyPacks] }),
      ...(refresh ? { refresh } : {}),
    });
    return undefined;
  } catch (error) {
    return lastWords(messageOf(error));
  }
}

/** The Automation API puts all that a command printed into its error. */
function lastWords(message: string): string {
  const said = message.match(/stderr: ([\s\S]*?)(?:\n\s*err\?:|$)/)?.[1]?.trim();
  return plain(said === undefined || said === "" ? message : said);
}
