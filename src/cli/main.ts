#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { artifactCommand } from "./artifact.js";
import { capabilitiesCommand } from "./capabilities.js";
import { commentCommand } from "./comment.js";
import { diffCommand } from "./diff.js";
import { outputsCommand } from "./outputs.js";
import { permissionsCommand } from "./permissions.js";
import { planCommand } from "./plan.js";
import { reportCommand } from "./report.js";

const commands = [
  planCommand,
  diffCommand,
  reportCommand,
  capabilitiesCommand,
  permissionsCommand,
  commentCommand,
  artifactCommand,
  outputsCommand,
];

const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };

const program = new Command("webtier").description("Looks at web stacks before a cloud does").version(version);
for (const command of commands) program.addCommand(command());
void program.parseAsync();
