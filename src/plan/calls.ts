import { stringify } from "yaml";
import { answerTo } from "./answers.js";
import { type Engine, type OpenCall, record, urnOf } from "./engine.js";
import type { Values } from "./model.js";
import { defaultProvider, packageOf, providerUrn } from "./providers.js";
import { resultFields } from "./result-fields.js";
import { answersName } from "./stacks.js";
import { transformInvoke } from "./transforms.js";
import { readValues } from "./values.js";
import { sentinel, type Wires } from "./wire.js";

/** An unknown value that a program awaited is an object without properties. */
const awaited = "; where the program awaits it, parts of its properties are missing";

const stackReference = "pulumi:pulumi:StackReference";

export async function answerInvoke(engine: Engine, token: string, sent: Wires): Promise<Wires> {
  if (token === "pulumi:pulumi:getResource") return registered(engine, String(sent.urn));
  const wires = await transformInvoke(engine, token, sent);
  const args = readValues(engine.reader, wires);
  const answer = answerTo(engine.answers, token, args);
  if (answer?.result) return answer.result;
  return leaveUnknown(engine, token, args, answer?.unknown ?? engine.answers.unknown);
}

function leaveUnknown(engine: Engine, token: string, args: Values, allowed: boolean): Wires {
  const text = `${token} ${JSON.stringify(args)}`;
  const fields = resultFields(engine.project.directory, token);
  const [first] = fields;
  if (allowed && first !== undefined) engine.unknownCalls.add(`${text}${awaited}`);
  else
    engine.openCalls.push({
      text: allowed ? `${text}, whose result no SDK describes: it cannot stay unknown` : text,
      section: "invokes",
      key: token,
      value: { args, result: example(fields.includes("id") ? "id" : first) },
    });
  return Object.fromEntries(fields.map((field) => [field, sentinel]));
}

/** A method of a component that another process makes. */
export function answerCall(engine: Engine, token: string): Wires {
  engine.unknownCalls.add(token);
  return { result: sentinel };
}

export interface Read {
  readonly type: string;
  readonly name: string;
  readonly id: string;
  readonly parent: string | undefined;
  readonly inputs: Wires;
  readonly dependencies: readonly string[];
  readonly provider: string;
  readonly version: string;
  readonly url: string;
  readonly source: string | undefined;
}

/** An existing resource, or the outputs of another stack. */
export function answerRead(engine: Engine, read: Read): { urn: string; properties: Wires } {
  const urn = urnOf(engine, read.parent, read.type, read.name);
  const found = read.type === stackReference ? otherStack(engine, read) : existing(engine, read);
  record(engine, {
    urn,
    kind: "read",
    type: read.type,
    name: read.name,
    parent: read.parent,
    id: read.id,
    inputs: read.inputs,
    dependencies: [...read.dependencies].sort(),
    propertyDependencies: {},
    provider: providerOf(engine, read),
    providers: {},
    options: read.version === "" ? {} : { version: read.version },
    source: read.source,
    transforms: [],
  });
  return { urn, properties: { ...read.inputs, ...found } };
}

/** The end of a plan that lacks answers: every call, and what to write. */
export function openCallsText({ openCalls, stack }: Engine): string {
  const calls = [...new Map(openCalls.map((call) => [call.text, call])).values()].sort((a, b) =>
    a.text < b.text ? -1 : 1,
  );
  const place = stack.file === "" ? answersName(stack) : `${answersName(stack)} beside the stack's file`;
  const answers = stringify(skeleton(calls), { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
  return [
    "the program asks for what a plan cannot know",
    ...calls.map(({ text }) => `  ${text}`),
    `  instead: answers in ${place}, or \`unknown: true\` there to leave them unknown`,
    ...answers.split("\n").map((line) => `    ${line}`),
  ].join("\n");
}

function registered({ registrations }: Engine, urn: string): Wires {
  const found = registrations.get(urn);
  if (!found) throw new Error(`unknown resource ${urn}`);
  return { urn, id: found.id ?? "", state: found.inputs };
}

function otherStack(engine: Engine, { id, inputs }: Read): Wires {
  const answer = engine.answers.stacks[id];
  if (answer) return { name: inputs.name ?? id, outputs: answer.outputs, secretOutputNames: [] };
  leaveOpen(engine, { text: `StackReference ${id}`, section: "stacks", key: id, value: { outputs: example() } });
  return { outputs: sentinel, secretOutputNames: sentinel };
}

function existing(engine: Engine, { type, id }: Read): Wires {
  const key = `${type}|${id}`;
  const answer = engine.answers.reads[key];
  if (answer) return answer;
  leaveOpen(engine, { text: `read ${key}`, section: "reads", key, value: example() });
  return {};
}

function leaveOpen(engine: Engine, call: OpenCall): void {
  if (engine.answers.unknown) engine.unknownCalls.add(call.text);
  else engine.openCalls.push(call);
}

function providerOf(engine: Engine, { type, provider, version, url }: Read): string | undefined {
  if (provider !== "") return providerUrn(provider);
  if (type === stackReference) return undefined;
  return providerUrn(defaultProvider(engine, { name: packageOf(type), version, url }, type));
}

/** The calls as a file of answers, its results still to be written. */
function skeleton(calls: readonly OpenCall[]): Record<string, Record<string, unknown>> {
  const file: Record<string, Record<string, unknown>> = {};
  for (const { section, key, value } of calls) {
    const entries = file[section] ?? {};
    const known = entries[key];
    const listed = Array.isArray(known) ? [...known, value] : [value];
    file[section] = { ...entries, [key]: section === "invokes" ? listed : value };
  }
  return file;
}

function example(property = "property"): Record<string, string> {
  return { [property]: "value" };
}
