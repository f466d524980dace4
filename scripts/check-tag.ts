import { readFileSync } from "node:fs";
import { join } from "node:path";

/** Why a tag cannot be released: it names another version than the package, or one that the changelog does not tell of. */
export function complaints(tag: string, manifest: string, changelog: string): string[] {
  const { version } = JSON.parse(manifest) as { version: string };
  const heading = changelog.split("\n").find((line) => line.startsWith(`## [${version}]`)) ?? "";
  return [
    ...(tag === `v${version}`
      ? []
      : [`the tag ${JSON.stringify(tag)} is not v${version}, the version of package.json`]),
    ...(/^## \[.+\] - \d{4}-\d{2}-\d{2}$/.test(heading) ? [] : [`CHANGELOG.md has no "## [${version}] - YYYY-MM-DD"`]),
  ];
}

function read(name: string): string {
  return readFileSync(join(__dirname, "..", name), "utf8");
}

if (require.main === module) {
  const found = complaints(process.argv[2] ?? "", read("package.json"), read("CHANGELOG.md"));
  for (const complaint of found) console.error(complaint);
  if (found.length > 0) process.exitCode = 1;
}
