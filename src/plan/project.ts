import { existsSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, isAbsolute, join, resolve } from "node:path";
import { parseDocument } from "yaml";
import { messageOf, PlanError } from "./errors.js";

/** A Pulumi project: where it is and how its program starts. */
export interface Project {
  readonly name: string;
  /** The real path of the folder of Pulumi.yaml. */
  readonly root: string;
  /** As the user reached it, links included. */
  readonly givenRoot: string;
  /** The extension of the project file, which its stack files share. */
  readonly extension: string;
  readonly stackFolder: string;
  /** The folder that the program runs in, and what it loads there. */
  readonly directory: string;
  readonly entry: string;
  readonly typescript: boolean;
  readonly nodeArguments: readonly string[];
  readonly tsconfig?: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const projectFiles = ["Pulumi.yaml", "Pulumi.yml"];

/** The project of a folder, or of the nearest folder above it. */
export function openProject(directory: string): Project {
  const file = findProjectFile(resolve(directory));
  if (file === undefined) {
    throw new PlanError(`no Pulumi.yaml in ${directory} or a folder above it: name the folder of the project`);
  }
  const fields = readYaml(file);
  const root = realpathSync(dirname(file));
  const { name } = fields;
  if (typeof name !== "string" || name === "") throw new PlanError(`${file} has no name: give the project one`);
  const { language, options } = runtimeOf(fields.runtime);
  if (language !== "nodejs") {
    throw new PlanError(
      `${file} says runtime ${language}: a plan runs TypeScript and JavaScript programs, runtime nodejs`,
    );
  }
  const tsconfig = typeof options.tsconfig === "string" ? { tsconfig: options.tsconfig } : {};
  return {
    name,
    root,
    givenRoot: dirname(file),
    extension: extname(file),
    stackFolder: join(root, stackFolderOf(fields)),
    ...entryOf(root, fields.main),
    typescript: options.typescript !== false,
    nodeArguments: typeof options.nodeargs === "string" ? options.nodeargs.split(/\s+/).filter(Boolean) : [],
    ...tsconfig,
    config: isRecord(fields.config) ? fields.config : {},
  };
}

function readYaml(file: string): Record<string, unknown> {
  const document = parseDocument(readFileSync(file, "utf8"));
  const [problem] = document.errors;
  if (problem) throw new PlanError(`${file} is not YAML: ${problem.message}`);
  const value: unknown = document.toJS();
  if (value === null || value === undefined) return {};
  if (!isRecord(value)) throw new PlanError(`${file} must hold keys and values`);
  return value;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function findProjectFile(directory: string): string | undefined {
  const found = projectFiles.map((name) => join(directory, name)).find((file) => existsSync(file));
  if (found !== undefined) return found;
  const above = dirname(directory);
  return above === directory ? undefined : findProjectFile(above);
}

function runtimeOf(runtime: unknown): { language: string; options: Record<string, unknown> } {
  if (!isRecord(runtime)) return { language: String(runtime), options: {} };
  return { language: String(runtime.name), options: isRecord(runtime.options) ? runtime.options : {} };
}

function stackFolderOf({ stackConfigDir, config }: Record<string, unknown>): string {
  if (typeof stackConfigDir === "string") return stackConfigDir;
  return typeof config === "string" ? config : ".";
}

function entryOf(root: string, main: unknown): { directory: string; entry: string } {
  if (typeof main !== "string" || main === "") return { directory: root, entry: "." };
  const path = isAbsolute(main) ? main : resolve(root, main);
  try {
    return statSync(path).isDirectory()
      ? { directory: path, entry: "." }
      : { directory: dirname(path), entry: basename(path) };
  } catch (error) {
    throw new PlanError(`"main" of the project could not be read: ${messageOf(error)}`);
  }
}
