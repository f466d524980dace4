import { readFileSync, statSync } from "node:fs";
import type { Input } from "@pulumi/pulumi";
import * as pulumi from "@pulumi/pulumi";
import { z } from "zod";
import { isPlain } from "../core/declared.js";
import { show } from "../core/errors.js";
import { because } from "../core/parse.js";

const what = because("must be text or a file", 'text that begins with #! or #cloud-config, or { file: "init.sh" }');
const place = "a path from where the program runs";

/** More than any cloud takes. */
const largest = 1024 * 1024;

/** Text, or text from a file. */
export const userData = z.custom<Input<string> | { file: string }>().transform((value, context): Input<string> => {
  const refused = (message: string) => {
    context.addIssue({ code: "custom", message });
    return "";
  };
  if (pulumi.Output.isInstance(value)) return value;
  if (value instanceof Promise) return pulumi.output(value);
  if (typeof value === "string") return value.trim() === "" ? refused(because("is empty", "leave it out")) : value;
  if (!isPlain(value) || typeof value.file !== "string" || Object.keys(value).length > 1) return refused(what);
  const { text, wrong } = read(value.file);
  return wrong === undefined ? text : refused(wrong);
});

function read(file: string): { text: string; wrong?: string } {
  const wrong = (reason: string) => ({ text: "", wrong: reason });
  try {
    const stats = statSync(file);
    if (!stats.isFile()) return wrong(because(`${show(file)} is not a file`, place));
    if (stats.size > largest) return wrong(because(`${show(file)} is larger than 1 MiB`, "a smaller file"));
    const text = readFileSync(file, "utf8");
    if (text.trim() === "") return wrong(because(`${show(file)} is empty`, "leave it out"));
    return text.includes("\u{FFFD}")
      ? wrong(because(`${show(file)} is not text in UTF-8`, "a file of text"))
      : { text };
  } catch (error) {
    return wrong(because(`cannot read ${show(file)}: ${(error as NodeJS.ErrnoException).code ?? "no path"}`, place));
  }
}
