import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { z } from "zod";
import { settingsFields as awsFields } from "../src/clouds/aws/settings-fields.js";
import { settingsFields as ociFields } from "../src/clouds/oci/settings-fields.js";
import { settingsFields as openstackFields } from "../src/clouds/openstack/settings.js";
import { knownForm } from "../src/spec/fields.js";
import { describe, type Json, type Types } from "./settings-comments.js";

const root = join(__dirname, "..");

const fields = { aws: awsFields, oci: ociFields, openstack: openstackFields };
const interfaces = { aws: "AwsSettings", oci: "OciSettings", openstack: "OpenStackSettings" } as const;

export type CloudName = keyof typeof fields;
export const cloudNames = Object.keys(fields) as CloudName[];

/** The schema of a stack file, for editors: its settings by its cloud. */
export function settingsSchema(): Json {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "A Pulumi stack file of webtier",
    type: "object",
    properties: {
      config: {
        type: "object",
        properties: {
          "webtier:cloud": { description: "The cloud that the stack stands on.", enum: cloudNames },
          "webtier:settings": { description: "What the names of the program mean on that cloud.", type: "object" },
        },
        dependencies: { "webtier:settings": ["webtier:cloud"] },
        allOf: cloudNames.map((name) => ({
          if: { properties: { "webtier:cloud": { const: name } }, required: ["webtier:cloud"] },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { properties: { "webtier:settings": { $ref: `#/definitions/${name}` } } },
        })),
      },
    },
    definitions: Object.fromEntries(cloudNames.map((name) => [name, settingsOf(name)])),
  };
}

export function renderSettingsSchema(): string {
  return `${JSON.stringify(settingsSchema(), undefined, 2)}\n`;
}

function settingsOf(name: CloudName): Json {
  const transform = z.string().optional();
  const plain = plainSchema(z.strictObject({ ...fields[name], transform }));
  const types = readTypes(join(root, "src/clouds", name));
  describe(plain, types, interfaces[name]);
  const { transform: own } = plain.properties as Record<string, Json>;
  if (own) own.description = "The path of a module, from the project, that exports functions by role.";
  return plain;
}

function plainSchema(schema: z.ZodType): Json {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({ zodSchema, jsonSchema }) => {
      const form = knownForm(zodSchema) ?? shortForm(zodSchema);
      if (form) Object.assign(jsonSchema, plainSchema(form));
    },
  }) as Json;
  return plain;
}

/** A check of the kind comes before what a short form really is. */
function shortForm(schema: unknown): z.ZodType | undefined {
  const { def } = (schema as { _zod: { def: { type: string; out?: z.ZodType } } })._zod;
  return def.type === "pipe" ? def.out : undefined;
}

/** The interfaces of a cloud's folder, and those that every cloud has in common. */
function readTypes(folder: string): Types {
  const own = readdirSync(folder)
    .filter((file) => /settings/.test(file))
    .map((file) => join(folder, file));
  const files = [...own, join(root, "src/core/cloud.ts")].map((file) =>
    ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true),
  );
  const statements = files.flatMap((file) => [...file.statements]);
  const named = statements.filter(
    (one): one is ts.InterfaceDeclaration | ts.TypeAliasDeclaration =>
      ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one),
  );
  return new Map(named.map((one) => [one.name.text, one]));
}
