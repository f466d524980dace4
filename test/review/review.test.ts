import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cases } from "./cases.js";
import { type CliResult, runDiff } from "./cli.js";
import { Repository } from "./repository.js";

let repository: Repository;
beforeAll(() => {
  repository = new Repository();
});
afterAll(() => repository.remove());

const gates = "exposure-wider,outage,degraded";

describe.each(cases)("$name", ({ name, stack, edits, says, silent, breaches }) => {
  let result: CliResult;
  let comment: string;
  beforeAll(async () => {
    repository.change(edits);
    result = await runDiff(
      repository.folder,
      "main",
      "HEAD",
      "--stack",
      stack,
      "--format",
      "markdown",
      "--fail-on",
      gates,
    );
    comment = result.stdout.replace(/ in [\d.]+ s<br>/, " in a moment<br>");
  }, 120_000);

  test("tells what a reviewer needs", () => {
    expect(says.filter((fact) => !holds(comment, fact))).toEqual([]);
  });

  test("tells nothing else openly", () => {
    expect(silent.filter((fact) => holds(unfolded(comment), fact))).toEqual([]);
  });

  test("ends by its gates", () => {
    const named = gates.split(",").filter((gate) => result.stderr.includes(gate));
    expect({ exitCode: result.exitCode, named }).toEqual({ exitCode: breaches.length > 0 ? 3 : 0, named: breaches });
  });

  test("is this comment", async () => {
    await expect(comment).toMatchFileSnapshot(join(__dirname, `comments/${name}.md`));
  });
});

function holds(text: string, fact: string | RegExp): boolean {
  return typeof fact === "string" ? text.includes(fact) : fact.test(text);
}

/** The page of the documentation shows one comment as it is. */
const shown = "private-to-public";

test("the documentation shows one of them", async () => {
  const comment = readFileSync(join(__dirname, `comments/${shown}.md`), "utf8");
  const page = `# A comment

What \`webtier diff main HEAD --format markdown\` says of a pull request that makes a private balancer public, as a forge renders it. The tests make this page.

---

${comment}`;
  await expect(page).toMatchFileSnapshot(join(__dirname, "../../docs/comment.md"));
});

/** What a reviewer sees without opening anything. */
function unfolded(text: string): string {
  const inner = /<details>(?:(?!<details>)[\s\S])*?<\/details>/g;
  const without = text.replace(inner, "");
  return without === text ? text.slice(0, text.lastIndexOf("<sub>`webtier diff")) : unfolded(without);
}
