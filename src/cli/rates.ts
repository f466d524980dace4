import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { z } from "zod";
import type { Rates } from "../diff/options.js";
import { messageOf, PlanError } from "../plan/errors.js";

const schema = z.strictObject({
  currency: z.string().min(1),
  hour: z.record(z.string(), z.number().nonnegative()),
});

/** Prices by the hour that the caller knows, as YAML or JSON. */
export function readRates(file: string): Rates {
  const checked = schema.safeParse(contentOf(file));
  if (checked.success) return checked.data;
  const issues = checked.error.issues.map(({ path, message }) => `  ${path.join(".") || "file"}: ${message}`);
  const example = "  instead: currency: EUR, and under hour: one price for each machine, such as t3.micro: 0.0104";
  throw new PlanError([`${file} is no file of rates`, ...issues, example].join("\n"));
}

function contentOf(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new PlanError(`${file} could not be read as YAML: ${messageOf(error)}`);
  }
}
