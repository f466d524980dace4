import { type Command, InvalidArgumentError, Option } from "commander";
import { type Gate, gates } from "../diff/gates.js";

const formats = ["text", "markdown", "json", "html"] as const;
type Format = (typeof formats)[number];

/** How what was found is written, and what of it fails a job. */
export interface DocumentFlags {
  readonly format: Format;
  readonly output?: string;
  readonly json?: string;
  readonly failOn?: readonly Gate[];
  readonly rates?: string;
  /** Key of the comment: `shop/production`. */
  readonly marker?: string;
  readonly linkBase?: string;
  readonly fullText?: string;
  readonly summary?: string;
}

export function withDocumentFlags(command: Command): Command {
  return command
    .addOption(new Option("--format <form>", "form of the document").choices(formats).default("text"))
    .option("--output <file>", "write it there instead of to standard output")
    .option("--json <file>", "write the same as JSON there too")
    .option("--fail-on <kinds>", `exit with 3 on any of these: ${gates.join(",")}`, gatesIn)
    .option("--rates <file>", "prices by the hour, as YAML or JSON: { currency: EUR, hour: { t3.micro: 0.0104 } }")
    .option("--marker <key>", "the key by which webtier comment finds the comment again; default: project/stack")
    .option(
      "--link-base <url>",
      "where files of the project are read, such as https://host/repository/blob/COMMIT",
      addressIn,
    )
    .option("--summary <file>", "write it there too as Markdown with sixteen times the room of a comment")
    .option("--full-text <url>", "where a comment sends its reader for what it has no room for", addressIn);
}

/** `a,b`, and several times. */
export function listIn(text: string, before: readonly string[] = []): readonly string[] {
  const words = text.split(",").map((word) => word.trim());
  if (words.includes("")) throw new InvalidArgumentError("write names, with a comma between them");
  return [...new Set([...before, ...words])];
}

export function seconds(text: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new InvalidArgumentError("write seconds, such as 120");
  return value;
}

function addressIn(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  if (isWeb && !url.username && !url.password && !url.search && !url.hash) return text;
  throw new InvalidArgumentError(
    "write an address of the web without name, query and fragment, such as https://host/path",
  );
}

export function commitIn(text: string): string {
  if (/^[0-9a-f]{7,64}$/i.test(text)) return text.toLowerCase();
  throw new InvalidArgumentError(`${JSON.stringify(text)} is no commit: write its hash, such as 1a2b3c4d`);
}

function gatesIn(text: string, before: readonly Gate[] = []): readonly Gate[] {
  const words = listIn(text);
  const strange = words.find((word) => !gates.includes(word as Gate));
  if (strange !== undefined)
    throw new InvalidArgumentError(`${JSON.stringify(strange)} is none of ${gates.join(", ")}`);
  return [...new Set([...before, ...(words as Gate[])])];
}
