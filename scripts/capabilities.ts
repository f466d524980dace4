import { clouds, planned } from "../src/clouds/registry.js";
import type { Told } from "../src/core/answers.js";
import { type Capabilities, capabilities, type Row } from "../src/core/capabilities.js";
import { boundsOf, grouped, optionOf, reasonOf } from "../src/core/wording.js";
import { nouns } from "../src/spec/nouns.js";

const marks = { native: "✓", near: "≈", emulated: "◐", unsupported: "✗" } as const;

const introduction = `# What each cloud makes of each option

Generated from the clouds' tables by \`npm run docs\`; the same as data is \`webtier/capabilities.json\`.

| mark | meaning |
| --- | --- |
| ✓ | native: the cloud has it, under the name shown |
| ≈ | near: accepted with a warning; how it differs is told below the table |
| ◐ | emulated: accepted with a warning; the same effect from other resources |
| ✗ | refused before anything is registered |

Numbers beside a mark point to the remarks below the table. Ranges are shown where a cloud takes less than the option does.
\`fidelity: exact\` in the settings refuses ≈ and ◐, too.
`;

export function readCapabilities(): Capabilities {
  return capabilities(nouns, loaded(clouds), loaded(planned));
}

function loaded<T>(folders: Readonly<Record<string, () => T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(folders).map(([name, load]) => [name, load()]));
}

export async function renderMarkdown({ clouds, rows }: Capabilities): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  const titles = Object.entries(clouds).map(([name, status]) => (status === "planned" ? `${name} (planned)` : name));
  const names = [...new Set(rows.map(({ noun }) => noun))];
  const sections = names.map((name) => {
    const remarks: string[] = [];
    const own = rows.filter(({ noun }) => noun === name);
    const body = own.map((row) => [
      `\`${optionOf(row)}\``,
      ...Object.keys(clouds).map((cloud) => cellOf(row, cloud, remarks)),
    ]);
    const notes = remarks.map((remark, index) => `${index + 1}. ${remark.replaceAll("<", "&lt;")}`);
    return [`## ${name}`, "", markdownTable([["option", ...titles], ...body]), "", ...notes, ""].join("\n");
  });
  return [introduction, ...sections].join("\n");
}

export function renderJson(document: Capabilities): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function cellOf(row: Row, cloud: string, remarks: string[]): string {
  const answer = row.answers[cloud];
  if (!answer) return "";
  const lines = grouped(answer, (told) => markOf(told, row, `${cloud}: `, remarks));
  return lines.map(({ cases, says }) => (cases === "" ? says : `${cases}: ${says}`)).join("<br>");
}

function markOf(told: Told, row: Row, prefix: string, remarks: string[]): string {
  const name = told.as === undefined ? [] : [`\`${told.as}\``];
  const bounds = boundsOf(told, row) ?? [];
  const reason = reasonOf(told);
  return [marks[told.fate], ...name, bounds, reason === undefined ? [] : `[${remarkNumber(prefix + reason, remarks)}]`]
    .flat()
    .join(" ");
}

function remarkNumber(remark: string, remarks: string[]): number {
  if (!remarks.includes(remark)) remarks.push(remark);
  return remarks.indexOf(remark) + 1;
}
