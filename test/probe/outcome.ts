import type { Cloud } from "../../src/core/cloud.js";
import { isDeclared } from "../../src/core/declared.js";
import type { Noun } from "../../src/core/noun.js";
import { prepare } from "../../src/core/prepare.js";
import type { Facets } from "../../src/core/support.js";
import type { Context } from "./contexts.js";

/** What becomes of some arguments: what is planned, as text, or the refusal. */
export interface Outcome {
  readonly facets: Facets;
  readonly refused?: {
    /** Where the cloud says that it cannot. */
    readonly unavailable: readonly string[];
    readonly said: string;
  };
  /** Without the notes that the tables give by themselves. */
  readonly planned: string;
  /** What is planned behind it, unless that is refused. */
  readonly behind?: string;
  /** Without what is noted on every cloud. */
  readonly noted: string;
}

/** As the settings of the fixtures call them. */
const names: Readonly<Record<string, string>> = { LoadBalancer: "front" };

export function outcomeOf<S>(noun: Noun<S>, cloud: Cloud, { behind }: Context, args: object): Outcome {
  const { it, issues, notes } = prepare(noun, names[noun.name] ?? "probe", { cloud, ...args });
  const facets = { ...cloud.facets, ...noun.facets?.(it.spec) };
  if (issues.length > 0) {
    const said = issues.map(({ path, message }) => `${path}: ${message}`).join("; ");
    const unavailable = issues.filter(({ message }) => message.includes("is not available")).map(({ path }) => path);
    return { facets, refused: { unavailable, said }, planned: "", noted: "" };
  }
  it.parent?.children.push(it);
  const following = behind ? planned(() => behind(it)) : {};
  it.parent?.children.pop();
  const common = (noun.remarks?.(it) ?? []).map(({ path }) => path);
  const own = notes.filter(({ path }) => !common.includes(path));
  return { facets, planned: written(it.plan), ...following, noted: JSON.stringify(own) };
}

function planned(declare: () => { readonly plan: unknown }[]): { behind?: string } {
  try {
    return { behind: written(declare().map(({ plan }) => plan)) };
  } catch (error) {
    if (error instanceof Error) throw error;
    return {};
  }
}

function written(plan: unknown): string {
  return JSON.stringify(plan, (_, value: unknown) => (isDeclared(value) ? value.key : value));
}
