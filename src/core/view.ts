import * as pulumi from "@pulumi/pulumi";
import { isDeclared, isPlain } from "./declared.js";
import { isPlaceholder, type Text } from "./planned.js";
import { isForPlan } from "./run.js";

/** A spec as a plan may show it: references by key, no output, nothing sensitive. */
export function view(value: unknown, sensitive: readonly string[]): unknown {
  if (isDeclared(value)) return value.key;
  if (pulumi.Output.isInstance(value) || value instanceof Promise) return "[output]";
  if (Array.isArray(value)) return value.map((element) => view(element, sensitive));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, element]) => [
      key,
      sensitive.includes(key) ? concealed(element) : view(element, sensitive),
    ]),
  );
}

/** A document as a plan may show it: references as they are, nothing secret. */
export function viewOfDocument(value: unknown): unknown {
  if (isPlaceholder(value) && "secret" in value) return concealed(viewOfDocument(value.secret));
  if (isPlaceholder(value) && "by" in value) return viewOfDocument(value.from);
  if (Array.isArray(value)) return value.map(viewOfDocument);
  if (!isPlain(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, viewOfDocument(element)]));
}

/** A plan may mark secrets by what they are; a deployment writes nothing of them. */
function concealed(value: unknown): unknown {
  return isForPlan() ? pulumi.secret(value) : "[secret]";
}

/** `Allow dynamic-group ${dynamicGroup.name} to read …`. */
export function viewOfSentence({ text }: Text): string {
  return text.map(viewOfPart).join("");
}

function viewOfPart(part: Text["text"][number]): string {
  if (typeof part === "string" || typeof part === "number") return String(part);
  if (!isPlaceholder(part) || !("ref" in part)) return "[output]";
  return `\${${part.of === undefined ? "" : `${part.of}.`}${part.ref}}`;
}
