import type { Callback } from "@pulumi/pulumi/proto/callback_pb";
import type { Answers } from "./answers.js";
import type { Callbacks } from "./callbacks.js";
import type { Config } from "./config.js";
import type { Secrets } from "./masking.js";
import type { PlanOptions, ResourceKind } from "./model.js";
import type { Project } from "./project.js";
import type { Stack } from "./stacks.js";
import type { Reader } from "./values.js";
import type { Wires } from "./wire.js";

/** One resource as the engine would hold it. */
export interface Registration {
  readonly urn: string;
  readonly kind: ResourceKind | "stack";
  readonly type: string;
  readonly name: string;
  readonly parent?: string | undefined;
  readonly id?: string;
  /** Whether a provider's plugin makes what is in it. */
  readonly remote?: boolean;
  readonly inputs: Wires;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
  readonly provider?: string | undefined;
  readonly providers: Readonly<Record<string, string>>;
  readonly options: PlanOptions;
  readonly source?: string | undefined;
  /** Transforms that apply to it and to all below it. */
  readonly transforms: readonly Callback[];
}

export interface LogLine {
  readonly severity: "debug" | "info" | "warning" | "error";
  readonly message: string;
  readonly urn: string;
}

/** A call that needs a cloud or another stack, with what to write to answer it. */
export interface OpenCall {
  readonly text: string;
  readonly section: "invokes" | "stacks" | "reads";
  readonly key: string;
  readonly value: unknown;
}

export interface Package {
  readonly name: string;
  readonly version: string;
  readonly url: string;
}

/** The state of one run. */
export interface Engine {
  readonly project: Project;
  readonly stack: Stack;
  readonly config: Config;
  readonly answers: Answers;
  readonly secrets: Secrets;
  readonly reader: Reader;
  readonly callbacks: Callbacks;
  readonly registrations: Map<string, Registration>;
  readonly outputs: Map<string, Wires>;
  readonly stackTransforms: Callback[];
  readonly invokeTransforms: Callback[];
  readonly packages: Map<string, Package>;
  readonly logs: LogLine[];
  /** What the engine refuses. */
  readonly problems: string[];
  readonly openCalls: OpenCall[];
  /** Calls left unknown, as texts. */
  readonly unknownCalls: Set<string>;
  root: string;
  /** Whether the program ran to its end. */
  finished: boolean;
}

export function urnOf({ project, stack }: Engine, parent: string | undefined, type: string, name: string): string {
  const above = parent?.split("::")[2];
  const qualified = above === undefined || above === stackType ? type : `${above}$${type}`;
  return `urn:pulumi:${stack.name}::${project.name}::${qualified}::${name}`;
}

export const stackType = "pulumi:pulumi:Stack";

/** Records a resource; a second one with its URN is refused, and the program goes on so that all are found. */
export function record(engine: Engine, registration: Registration): void {
  const twin = engine.registrations.get(registration.urn);
  if (twin === undefined) {
    engine.registrations.set(registration.urn, registration);
    return;
  }
  const places = [twin.source, registration.source].filter((place) => place !== undefined);
  const where = places.length === 2 ? ` (${places.join(" and ")})` : "";
  engine.problems.push(`Duplicate resource URN '${registration.urn}'; try giving it a unique name${where}`);
}
