import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { parse } from "yaml";
import type { Cloud } from "../../../src/core/cloud.js";
import { create, liveOf } from "../../../src/core/create.js";
import { type Declared, declaredOn, isPlain } from "../../../src/core/declared.js";
import { cloudFor } from "../../conformance/harness.js";
import { variants } from "../../fixtures/variants.js";
import { Chooser } from "../../fuzz/chooser.js";
import { makeProgram } from "../../fuzz/program.js";
import { rowsOf } from "../../fuzz/rows.js";
import { moreNames } from "../../probe/settings.js";
import { finishRecording, type Recorded, startRecording } from "./record.js";

/** What one program registered, and where its identities must be written. */
export interface Program {
  readonly name: string;
  readonly region: string;
  readonly homeRegion: string;
  readonly resources: readonly Recorded[];
}

const root = new URL("../../..", import.meta.url).pathname;
const examples = join(root, "examples");

export interface Example {
  readonly example: string;
  readonly stack: string;
  readonly config: Readonly<Record<string, unknown>>;
}

/** Every stack of an example that stands on OCI. */
export const exampleStacks: readonly Example[] = readdirSync(examples).flatMap((example) =>
  readdirSync(join(examples, example)).flatMap((file) => {
    const stack = /^Pulumi\.([a-z0-9-]+)\.yaml$/.exec(file)?.[1];
    if (stack === undefined) return [];
    const { config } = yamlIn(example, file) as { config: Record<string, unknown> };
    return config["webtier:cloud"] === "oci" ? [{ example, stack, config }] : [];
  }),
);

/** The project file of an example. */
export function projectOf(example: string): unknown {
  return yamlIn(example, "Pulumi.yaml");
}

function yamlIn(example: string, file: string): unknown {
  return parse(readFileSync(join(examples, example, file), "utf8"));
}

const load = createRequire(import.meta.url);

/** Runs the unmodified program with the built library. */
export async function runExample({ example, stack, config }: Example, isPreview: boolean): Promise<Program> {
  load(join(root, "scripts/typescript.cjs"));
  const texts = Object.entries(config).map(([key, value]) => [key, asText(value)]);
  const resources = startRecording({ project: example, config: Object.fromEntries(texts), isPreview });
  const before = process.cwd();
  process.chdir(join(examples, example));
  try {
    forget();
    load(join(examples, example, "index.ts"));
    await finishRecording();
  } finally {
    process.chdir(before);
  }
  const { homeRegion } = config["webtier:settings"] as { homeRegion: string };
  return { name: `${example} on ${stack}`, region: String(config["oci:region"]), homeRegion, resources };
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** A program that was loaded before registers nothing. */
function forget(): void {
  const own = [examples, join(root, "dist")];
  for (const file of Object.keys(load.cache)) if (own.some((one) => file.startsWith(one))) delete load.cache[file];
}

/** What only settings bring. */
const labelled = {
  definedTags: { "Operations.owner": "ops" },
  logGroup: "ocid1.loggroup.oc1..shared",
  logRetention: 60,
  compartmentName: "shop",
  addresses: { front: "ocid1.publicip.oc1..front" },
  rights: { rights: { statements: ["Allow {group} to use keys in tenancy"] } },
};
const region = "us-phoenix-1";
const homeRegion = "us-ashburn-1";

/** Random programs that the adapter takes, made for good; without the traces that Pulumi keeps, which take most of the time. */
export async function* runRandom(seed: number, count: number): AsyncGenerator<Program> {
  const choose = new Chooser(seed);
  const settings = [{}, labelled, ...(variants.oci ?? [])].map((extra) => ({ ...moreNames.oci, ...extra, homeRegion }));
  const rows = rowsOf(cloudFor("oci"));
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  for (let index = 0; index < count; index++) {
    const cloud = cloudFor("oci", choose.one("settings", settings));
    yield await runDeclared(`random-${index}`, cloud, () => makeProgram(cloud, rows, choose));
  }
  Error.stackTraceLimit = limit;
}

/** A program of components that are declared on a cloud. */
export async function runDeclared(name: string, cloud: Cloud, declare: () => void): Promise<Program> {
  const resources = startRecording({ project: name, config: { "oci:region": region }, isPreview: false });
  declare();
  makeAll(declaredOn(cloud));
  await finishRecording();
  return { name, region, homeRegion, resources };
}

/** Makes planned components, in their order. */
function makeAll(planned: readonly Declared[]): void {
  for (const it of planned) {
    const parent = it.parent && liveOf(it.parent).component;
    const inputs = { notes: it.plan.notes ?? [] };
    const options = parent ? { parent } : {};
    create(it, new pulumi.ComponentResource(`webtier:index:${it.noun}`, it.name, inputs, options), {});
  }
}

/** The note ids that a component carries. */
export function notesOf({ inputs }: Recorded): string[] {
  const notes = Array.isArray(inputs.notes) ? inputs.notes : [];
  return notes.flatMap((note: unknown) => (isPlain(note) && typeof note.id === "string" ? [note.id] : []));
}
