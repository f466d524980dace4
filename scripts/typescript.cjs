// Lets plain node run the TypeScript of this repository: node -r ./scripts/typescript.cjs scripts/docs.ts
const { existsSync, readFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, resolve } = require("node:path");
const typescript = require("typescript");

const compilerOptions = { module: typescript.ModuleKind.Node16, target: typescript.ScriptTarget.ES2022 };
const resolveFilename = Module._resolveFilename;

/** Sources name each other as the compiler's output does: `./check.js` is `check.ts`. */
Module._resolveFilename = function (request, parent, ...rest) {
  if (!request.startsWith(".") || !parent?.filename?.endsWith(".ts"))
    return resolveFilename.call(this, request, parent, ...rest);
  const source = resolve(dirname(parent.filename), request.replace(/\.js$/, ".ts"));
  return existsSync(source) ? source : resolveFilename.call(this, request, parent, ...rest);
};

Module._extensions[".ts"] = (module, fileName) => {
  const { outputText } = typescript.transpileModule(readFileSync(fileName, "utf8"), { compilerOptions, fileName });
  module._compile(outputText, fileName);
};
