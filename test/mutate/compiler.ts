import { readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { root } from "./enums.js";

const file = join(root, "tsconfig.json");
const { options, fileNames } = ts.parseJsonConfigFileContent(
  ts.parseConfigFileTextToJson(file, readFileSync(file, "utf8")).config,
  ts.sys,
  dirname(file),
);
const unchanged = ts.createProgram(fileNames, options);

/** The cloud folders that the compiler refuses when one file has another text. */
export function refusedClouds(changed: string, text: string): string[] {
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === changed
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true)
      : (unchanged.getSourceFile(name) ?? read(name, ...rest));
  const program = ts.createProgram(fileNames, options, host);
  const sources = program.getSourceFiles().flatMap((source) => {
    const cloud = /^src\/clouds\/([^/]+)\//.exec(relative(root, source.fileName))?.[1];
    return cloud === undefined ? [] : [{ cloud, source }];
  });
  const refused = new Set<string>();
  for (const { cloud, source } of sources) {
    if (!refused.has(cloud) && program.getSemanticDiagnostics(source).length > 0) refused.add(cloud);
  }
  return [...refused].sort();
}
