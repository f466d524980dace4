import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { expect, test } from "vitest";
import { parseFields } from "../../src/core/parse.js";
import { userData } from "../../src/spec/user-data.js";

const folder = mkdtempSync(join(tmpdir(), "user-data-"));

function file(name: string, content: string | Buffer): { file: string } {
  writeFileSync(join(folder, name), content);
  return { file: join(folder, name) };
}

const read = (given: unknown) => parseFields({ userData }, { userData: given }, "template", "Template");
const refusal = (given: unknown) =>
  read(given).issues.map(({ path, message, instead }) => `${path}: ${message}; instead: ${instead}`);

test("text comes through as it is, and a file as its text", () => {
  expect(read("#!/bin/sh\necho 안녕\n")).toEqual({ value: { userData: "#!/bin/sh\necho 안녕\n" }, issues: [] });
  expect(read(file("init.sh", "#cloud-config\n"))).toEqual({ value: { userData: "#cloud-config\n" }, issues: [] });
});

test("an Output comes through, and a Promise becomes one", async () => {
  const output = pulumi.secret("#!/bin/sh");
  expect(read(output).value.userData).toBe(output);
  const promised = read(Promise.resolve("#!/bin/sh")).value.userData;
  expect(pulumi.Output.isInstance(promised)).toBe(true);
  expect(await (promised as unknown as { promise(): Promise<string> }).promise()).toBe("#!/bin/sh");
});

test("a file is refused that is no text, empty, too large, or none at all", () => {
  const place = "a path from where the program runs";
  const shown = (name: string) => JSON.stringify(join(folder, name));
  expect([
    refusal(file("packed.gz", Buffer.from([0x1f, 0x8b, 0xff]))),
    refusal(file("empty.sh", "\n")),
    refusal(file("large.sh", "#".repeat(1024 * 1024 + 1))),
    refusal({ file: folder }),
    refusal({ file: join(folder, "none.sh") }),
    refusal({ file: "a\0b" }),
  ]).toEqual([
    [`template.userData: ${shown("packed.gz")} is not text in UTF-8; instead: a file of text`],
    [`template.userData: ${shown("empty.sh")} is empty; instead: leave it out`],
    [`template.userData: ${shown("large.sh")} is larger than 1 MiB; instead: a smaller file`],
    [`template.userData: ${JSON.stringify(folder)} is not a file; instead: ${place}`],
    [`template.userData: cannot read ${shown("none.sh")}: ENOENT; instead: ${place}`],
    [`template.userData: cannot read "a\\u0000b": ERR_INVALID_ARG_VALUE; instead: ${place}`],
  ]);
});
