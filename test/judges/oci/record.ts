import * as pulumi from "@pulumi/pulumi";
import type { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import * as runtime from "@pulumi/pulumi/runtime/settings.js";
import { isPlain } from "../../../src/core/declared.js";
import { unknown } from "../schema.js";
import { idOf, physicalName, stateOf } from "./provider.js";

type Inputs = Readonly<Record<string, unknown>>;

/** One registration as the engine received it. */
export interface Recorded {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  readonly isNative: boolean;
  readonly id: string;
  /** Plain values, and `unknown` for what only a deployment knows; the physical name is among them. */
  readonly inputs: Inputs;
  /** Inputs that are secrets. */
  readonly secrets: readonly string[];
  /** What each input comes from. */
  readonly edges: Readonly<Record<string, readonly string[]>>;
  /** All that must exist before. */
  readonly dependencies: readonly string[];
  readonly parent: string;
  readonly provider: string;
  readonly options: RecordedOptions;
}

export interface RecordedOptions {
  readonly deleteBeforeReplace?: boolean;
  readonly ignoreChanges: readonly string[];
  readonly replaceOnChanges: readonly string[];
  /** As it is written: `90m`. */
  readonly timeouts: Readonly<Record<"create" | "update" | "delete", string>>;
}

interface Monitor {
  newUrn: (parent: string, type: string, name: string) => string;
  registerResource: (request: RegisterResourceRequest, answer: Answer) => Promise<void>;
}
type Answer = (error: unknown, response?: { getUrn(): string }) => void;

export interface Run {
  readonly project: string;
  readonly config: Readonly<Record<string, string>>;
  /** In a preview nothing is made, and ids are unknown. */
  readonly isPreview: boolean;
}

/** Stands in for the engine, and for a provider that makes everything at once. */
export function startRecording({ project, config, isPreview }: Run): Recorded[] {
  const recorded: Recorded[] = [];
  let count = 0;
  let made: Pick<Recorded, "id" | "inputs" | "secrets"> | undefined;
  void pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs }) => {
        const given = { ...physicalName(type, name, inputs), ...inputs };
        const id = idOf(type, name, count++);
        made = { id, ...settled(given) };
        return { id: isPreview ? "" : id, state: isPreview ? given : stateOf(type, name, given) };
      },
      call: ({ token }) => {
        throw new Error(`${token} needs a network at preview`);
      },
    },
    project,
    "oci",
    isPreview,
  );
  pulumi.runtime.setAllConfig({ ...config });
  const monitor = runtime.getMonitor() as unknown as Monitor;
  const newUrn = monitor.newUrn.bind(monitor);
  monitor.newUrn = (...place) => `${newUrn(...place)}-${count++}`;
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, answer) => {
    made = undefined;
    const done = register(request, (error, response) => {
      if (response && current) recorded.push(recordOf(request, response.getUrn(), current));
      answer(error, response);
    });
    const current = made;
    return done;
  };
  return recorded;
}

/** Waits until nothing is registered any more. */
export async function finishRecording(): Promise<void> {
  const { waitForRPCs } = runtime as unknown as { waitForRPCs: () => Promise<void> };
  await new Promise((resolve) => setTimeout(resolve, 0));
  await waitForRPCs();
}

function recordOf(
  request: RegisterResourceRequest,
  urn: string,
  made: Pick<Recorded, "id" | "inputs" | "secrets">,
): Recorded {
  const edges: [string, readonly string[]][] = [];
  request.getPropertydependenciesMap().forEach((edge, key) => {
    edges.push([key, edge.getUrnsList()]);
  });
  const timeouts = request.getCustomtimeouts();
  return {
    ...made,
    urn,
    type: request.getType(),
    name: request.getName(),
    isNative: request.getCustom() && !request.getType().startsWith("pulumi:"),
    edges: Object.fromEntries(edges),
    dependencies: request.getDependenciesList(),
    parent: request.getParent(),
    provider: request.getProvider().replace(/::[^:]*$/, ""),
    options: {
      ...(request.getDeletebeforereplacedefined() ? { deleteBeforeReplace: request.getDeletebeforereplace() } : {}),
      ignoreChanges: request.getIgnorechangesList(),
      replaceOnChanges: request.getReplaceonchangesList(),
      timeouts: {
        create: timeouts?.getCreate() ?? "",
        update: timeouts?.getUpdate() ?? "",
        delete: timeouts?.getDelete() ?? "",
      },
    },
  };
}

const mark = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";

function settled(inputs: Inputs): Pick<Recorded, "inputs" | "secrets"> {
  const entries = Object.entries(inputs);
  return {
    inputs: Object.fromEntries(entries.map(([key, value]) => [key, plain(value)])),
    secrets: entries.flatMap(([key, value]) => (isSecret(value) ? [key] : [])),
  };
}

function plain(value: unknown): unknown {
  if (isSecret(value)) return plain(value.value);
  if (pulumi.isUnknown(value)) return unknown;
  if (Array.isArray(value)) return value.map(plain);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}

function isSecret(value: unknown): value is { readonly value: unknown } {
  return isPlain(value) && value[mark] === secretMark;
}
