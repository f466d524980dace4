// Sources: @pulumi/openstack 3.15.2 (Instance.flavorId, flavorName), Heat template guide (flavor of OS::Nova::Server); read 2026-11.
import type { Reviewed } from "../../core/review.js";

/** The flavor of a server, or of the members of a stack. */
export function machine({ type, inputs }: Reviewed, documents: Readonly<Record<string, unknown>>): string | undefined {
  if (type === "openstack:compute/instance:Instance") return textOf(inputs.flavorId) ?? textOf(inputs.flavorName);
  if (type !== "openstack:orchestration/stackV1:StackV1") return undefined;
  const template = documents["stack.templateOpts.Bin"] as Template | undefined;
  return textOf(template?.resources?.group?.properties?.resource?.properties?.flavor);
}

interface Template {
  readonly resources?: {
    readonly group?: {
      readonly properties?: { readonly resource?: { readonly properties?: { readonly flavor?: unknown } } };
    };
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
