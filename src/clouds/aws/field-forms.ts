import { Output } from "@pulumi/pulumi";
import { z } from "zod";
import { because } from "../../core/parse.js";
import { input } from "../../spec/fields.js";

/** How ARNs begin, in every partition. */
export const arn = "arn:aws[a-z-]*";

/** Text of a form, or an Output of such text. */
export function like(pattern: RegExp, what: string, example: string) {
  return input(z.string().regex(pattern, because(`must be ${what}`, `text such as ${example}`)));
}

export function id(prefix: string, what: string) {
  return like(new RegExp(`^${prefix}-[0-9a-f]+$`), `the id of ${what}`, `"${prefix}-0123456789abcdef0"`);
}

/** A short form beside a longer one: what is no object is judged as the short one. */
export function shortOr<S extends z.ZodType, L extends z.ZodType>(short: S, long: L) {
  const plain = z.custom<unknown>((value) => typeof value !== "object" || isEventual(value));
  return z.union([long, plain.pipe(short)], {
    error: ({ input: value }) => (typeof value === "object" ? undefined : "must be text or an object of options"),
  });
}

function isEventual(value: unknown): boolean {
  return Output.isInstance(value) || value instanceof Promise;
}
