import { commands } from "./commands.js";

/** What `pulumi stack export` prints, as far as it is read here. */
export interface Exported {
  readonly deployment: {
    readonly resources?: readonly Kept[];
    readonly pending_operations?: readonly { readonly type: string; readonly resource: Kept }[];
  };
}

interface Kept {
  readonly urn: string;
  readonly type: string;
  readonly custom: boolean;
  readonly id?: string;
  /** Read, not made. */
  readonly external?: boolean;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

/** Something that may still stand in the cloud. */
export interface Leftover {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  /** What removes it without Pulumi. */
  readonly command: string;
}

/** In the order in which they can be removed: what was made last stands first. */
export function leftoversOf({ deployment }: Exported): Leftover[] {
  const { resources = [], pending_operations: pending = [] } = deployment;
  const begun = pending.filter(({ type, resource }) => type === "creating" && isNative(resource));
  return [
    ...begun.map(({ resource }) => ({
      ...named(resource),
      id: "unknown",
      command: "look for it: the engine ended while it was made",
    })),
    ...resources
      .filter((one) => isNative(one) && !one.external && one.id)
      .map(leftover)
      .reverse(),
  ];
}

export function leftoverLines(left: readonly Leftover[]): string[] {
  return left.flatMap(({ type, name, id, command }) => [`${type} ${name}, id ${id}`, `    ${command}`]);
}

function isNative({ custom, type }: Kept): boolean {
  return custom && !type.startsWith("pulumi:");
}

function named({ type, urn }: Kept) {
  return { type: type.split(":").slice(1).join(":"), name: urn.split("::").at(-1) ?? urn };
}

function leftover(kept: Kept): Leftover {
  const { type, id = "", inputs, outputs } = kept;
  const words: Readonly<Record<string, unknown>> = { ...inputs, ...outputs, id };
  const template = commands[type] ?? `no command is known for ${type}: {id}`;
  const command = template.replace(/\{(\w+)\}/g, (_, word: string) => textOf(words[word], word));
  return { ...named(kept), id, command };
}

function textOf(value: unknown, word: string): string {
  return typeof value === "string" && value !== "" ? value : `<its ${word}>`;
}
