import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/**
 * The properties of a function's result, as the SDK that the program uses declares them.
 *
 * The protocol has no unknown result, only unknown properties of one.
 */
export function resultFields(directory: string, token: string): string[] {
  const [name = "", module = "", member = ""] = token.split(":");
  const path = module.replace(/^index\//, "").replace(/^./, (letter) => letter.toLowerCase());
  const declarations = readDeclarations(directory, `@pulumi/${name}/${path}`);
  const result = new RegExp(`interface ${member}Result \\{([\\s\\S]*?)\\n\\}`, "i").exec(declarations)?.[1] ?? "";
  return [...result.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, field = ""]) => field);
}

function readDeclarations(directory: string, module: string): string {
  try {
    const file = createRequire(join(directory, "program.js")).resolve(module);
    return readFileSync(file.replace(/\.js$/, ".d.ts"), "utf8");
  } catch {
    return "";
  }
}
