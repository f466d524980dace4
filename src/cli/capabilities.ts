import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command, Option } from "commander";
import type { Told } from "../core/answers.js";
import type { Capabilities, Row } from "../core/capabilities.js";
import { quote } from "../core/text.js";
import { boundsOf, grouped, optionOf, reasonOf } from "../core/wording.js";

interface CapabilityFlags {
  readonly cloud?: string;
  readonly noun?: string;
  readonly format: "text" | "json";
}

export function capabilitiesCommand(): Command {
  return new Command("capabilities")
    .description("show what each cloud makes of each option; needs no SDK")
    .option("--cloud <name>", "only this cloud")
    .option("--noun <name>", "only this noun, such as BackendSet")
    .addOption(new Option("--format <form>", "form of the answer").choices(["text", "json"]).default("text"))
    .action(showCapabilities);
}

function showCapabilities({ cloud, noun, format }: CapabilityFlags, command: Command): void {
  const shipped = JSON.parse(readFileSync(join(__dirname, "../../capabilities.json"), "utf8")) as Capabilities;
  const clouds = pick(cloud, Object.keys(shipped.clouds), "--cloud", command);
  const nouns = pick(noun, [...new Set(shipped.rows.map((row) => row.noun))], "--noun", command);
  const asked = only(shipped, clouds, nouns);
  process.stdout.write(format === "json" ? `${JSON.stringify(asked, undefined, 2)}\n` : renderText(asked));
}

function pick(asked: string | undefined, known: readonly string[], flag: string, command: Command): readonly string[] {
  if (asked === undefined) return known;
  const found = known.filter((name) => name.toLowerCase() === asked.toLowerCase());
  if (found.length === 0) command.error(`${flag}: ${JSON.stringify(asked)} is unknown; write ${quote(known, "or")}`);
  return found;
}

function only(shipped: Capabilities, clouds: readonly string[], nouns: readonly string[]): Capabilities {
  const keep = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([cloud]) => clouds.includes(cloud)));
  const rows = shipped.rows.filter(({ noun }) => nouns.includes(noun));
  return {
    version: shipped.version,
    clouds: keep(shipped.clouds),
    rows: rows.map((row) => ({ ...row, answers: keep(row.answers) })),
  };
}

function renderText({ clouds, rows }: Capabilities): string {
  const planned = Object.keys(clouds).filter((cloud) => clouds[cloud] === "planned");
  const nouns = [...new Set(rows.map(({ noun }) => noun))];
  const sections = nouns.flatMap((name) => [name, ...rows.filter(({ noun }) => noun === name).flatMap(linesOf)]);
  const remark = planned.length > 0 ? [`planned, not available yet: ${quote(planned, "and")}`] : [];
  return `${[...sections, ...remark].join("\n")}\n`;
}

/** Clouds that give the same answer share a line. */
function linesOf(row: Row): string[] {
  const speakers = new Map<string, string[]>();
  for (const [cloud, answer] of Object.entries(row.answers)) {
    for (const { cases, says } of grouped(answer, (told) => tell(told, row))) {
      const speaker = cases === "" ? cloud : `${cloud} (${cases})`;
      speakers.set(says, [...(speakers.get(says) ?? []), speaker]);
    }
  }
  return [`  ${optionOf(row)}`, ...[...speakers].map(([says, clouds]) => `    ${clouds.join(", ")}: ${says}`)];
}

function tell(told: Told, row: Row): string {
  const name = told.as === undefined ? "" : ` as ${told.as}`;
  const bounds = boundsOf(told, row);
  const reason = reasonOf(told);
  return `${told.fate}${name}${bounds === undefined ? "" : `, ${bounds}`}${reason === undefined ? "" : `: ${reason}`}`;
}
