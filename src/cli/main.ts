#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { capabilitiesCommand } from "./capabilities.js";
import { planCommand } from "./plan.js";

const commands = [planCommand, capabilitiesCommand];

const { version } = JSON.parse(readFileSync(join(__dirname, "../../package.json"), "utf8")) as { version: string };

const program = new Command("webtier").description("Looks at web stacks before a cloud does").version(version);
for (const command of commands) program.addCommand(command());
void program.parseAsync();
