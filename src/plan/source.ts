import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { SourcePosition, StackTrace } from "@pulumi/pulumi/proto/source_pb";
import type { Project } from "./project.js";

interface Placed {
  getSourceposition(): SourcePosition | undefined;
  getStacktrace(): StackTrace | undefined;
}

/** This library's own code, which may lie inside the project that uses it. */
const library = join(__dirname, "..") + sep;

/** The nearest line of the project's own code: `index.ts:12:1`. */
export function sourceOf({ root }: Project, request: Placed): string | undefined {
  const frames = request.getStacktrace()?.getFramesList() ?? [];
  const positions = [request.getSourceposition(), ...frames.map((frame) => frame.getPc())];
  return positions.flatMap((position) => (position ? placeIn(root, position) : []))[0];
}

/** Texts that name the project's folder come out the same wherever it lies. */
export function relativeTo({ root, givenRoot }: Project): (text: string) => string {
  const folders = [...new Set([root, givenRoot])]
    .filter((folder) => folder.length > 1)
    .sort((a, b) => b.length - a.length);
  return (text) => folders.reduce((rest, folder) => withoutFolder(rest, folder), text);
}

function withoutFolder(text: string, folder: string): string {
  const name = folder.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replaceAll(new RegExp(`(?<![\\w.-])${name}(?:[/\\\\](?=[\\w.@-])|(?![\\w.-]))`, "g"), (found) =>
    found === folder ? "." : "",
  );
}

function placeIn(root: string, position: SourcePosition): string[] {
  if (!position.getUri().startsWith("file:")) return [];
  const file = fileURLToPath(position.getUri());
  const path = relative(root, file);
  const foreign = path.startsWith("..") || path.split(sep).includes("node_modules") || file.startsWith(library);
  return foreign ? [] : [`${path.split(sep).join("/")}:${position.getLine()}:${position.getColumn()}`];
}
