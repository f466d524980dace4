import type { Input } from "@pulumi/pulumi";
import { Output } from "@pulumi/pulumi";
import { Address4 } from "ip-address";
import { z } from "zod";
import type { Cloud } from "../core/cloud.js";
import { type Declared, declaredOf } from "../core/declared.js";
import { show } from "../core/errors.js";
import { because, kindOf, toIssues } from "../core/parse.js";
import { isAddress } from "../core/ranges.js";

export const port = z.int().min(1).max(65535);

/** A name that a program chooses for a part of a component. */
export const partName = z
  .string()
  .regex(
    /^[A-Za-z][A-Za-z0-9_-]*$/,
    because("must begin with a letter and go on with letters, digits, - or _", 'a name such as "api"'),
  );

/** A name that the settings give a meaning. */
export const settingName = z.string().min(1).max(255);

/** A fixed name on the cloud; each cloud's own limits stand in its table. */
export const physicalName = z
  .string()
  .min(1)
  .max(255)
  .regex(
    /^[^\s\p{C}](?:[^\p{C}]*[^\s\p{C}])?$/u,
    because(
      "must begin and end with a character that is seen, and hold no control characters",
      'a name such as "shop"',
    ),
  );

export const tags = z.record(z.string().min(1).max(128), z.string().max(256));

const hostLabel = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
const hostPattern = new RegExp(`^${hostLabel}(?:\\.${hostLabel})*$`);
const hostReason = because("must be a host name", 'a name such as "shop.example.com"');

export const hostname = z.string().max(253).regex(hostPattern, hostReason);

/** A host name, or `*.` and one. */
export const hostMatch = z
  .string()
  .max(253)
  .refine((value) => hostPattern.test(value.replace(/^\*\./, "")), hostReason);

const pathCharacters = /^\/[A-Za-z0-9._~!$&'()+,;=:@%/-]*$/;

/** A path that requests are compared with: exact, or a prefix that ends in `*`. */
export const pathMatch = z
  .string()
  .max(128)
  .refine(
    (value) => pathCharacters.test(value.replace(/\*$/, "")),
    because("must begin with / and may end in *", 'a path such as "/api/*"'),
  );

export const urlPath = z
  .string()
  .max(1024)
  .regex(
    /^\/[\x21-\x7e]*$/,
    because("must begin with / and hold no blanks and nothing beyond ASCII", 'a path such as "/health"'),
  );

/** RFC 6265 token, within what the strictest balancer takes. */
export const cookieName = z
  .string()
  .min(1)
  .max(255)
  .regex(
    /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/,
    because("must be a cookie name: letters, digits and !#$%&'*+.^_`|~-", 'a name such as "session"'),
  );

/** An IPv4 range in CIDR form, without host bits. */
export const cidr = z.string().superRefine((value, context) => {
  const reason = wrongRange(value);
  if (reason !== undefined) context.addIssue({ code: "custom", message: reason });
});

function wrongRange(value: string): string | undefined {
  if (value.includes(":"))
    return because(`${show(value)} is an IPv6 range; only IPv4 is offered so far`, 'a range such as "10.0.0.0/16"');
  if (!/^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value) || !Address4.isValid(value))
    return because(`${show(value)} is not an IPv4 range`, 'a range such as "10.0.0.0/16"');
  const parsed = new Address4(value);
  const network = `${parsed.startAddress().correctForm()}/${parsed.subnetMask}`;
  return network === value ? undefined : because(`${show(value)} has bits set behind its prefix`, show(network));
}

/** Another component of this library. */
export function reference<D extends Declared>(noun: string) {
  return z
    .custom<object>(
      (value) => declaredOf(value)?.noun === noun,
      because(`must be ${/^[AI]/.test(noun) ? "an" : "a"} ${noun}`, `the ${noun} component itself, not its id or name`),
    )
    .transform((value) => declaredOf(value) as D);
}

/** A value that may be known only at deployment. */
export function input(schema: z.ZodType<string>): z.ZodType<Input<string>> {
  const form = z.custom<Input<string>>().superRefine((value, context) => {
    for (const message of wrongInput(value, schema)) context.addIssue({ code: "custom", message });
  });
  known.set(form, schema);
  return form;
}

const known = new WeakMap<object, z.ZodType<string>>();

/** What an input must be once it is known. */
export function knownForm(schema: object): z.ZodType<string> | undefined {
  return known.get(schema);
}

function wrongInput(value: unknown, schema: z.ZodType<string>): string[] {
  if (Output.isInstance(value) || value instanceof Promise) return [];
  if (typeof value === "number") return [because("must be text; got a number", "text in quotes")];
  if (value !== undefined && typeof value !== "string")
    return [`must be text or an Output of text; got ${kindOf(value)}`];
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues
    .flatMap((issue) => toIssues(issue, "", value, schema))
    .map(({ message, instead }) => (instead === undefined ? message : because(message, instead)));
}

export const address = z
  .string()
  .refine(isAddress, because("must be an IPv4 address", 'an address such as "10.0.1.10"'));

/** PEM text of one kind; its value appears in no message. */
export function pem(label: RegExp, what: string): z.ZodType<Input<string>> {
  return input(
    z
      .string()
      .refine(
        (value) => label.test(value),
        because(`must be PEM text of a ${what} alone`, `text with -----BEGIN ${what.toUpperCase()}-----`),
      ),
  );
}

/** Every component takes it; read before the options. */
export interface CloudChoice {
  /**
   * The cloud it stands on, as made by `oci()`, `aws()` or `openstack()`.
   *
   * Default: that of the components it refers to, else of its parent, else of the stack configuration.
   */
  cloud?: Cloud;
}
