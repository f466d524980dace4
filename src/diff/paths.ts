/** Names of properties and indexes of lists; in a pattern, `*` stands for any. */
export type Path = readonly (string | number)[];

const step = /^(?:\.?([^.[\]"]+)|\.?\[(\d+)\]|\.?\["((?:[^"\\]|\\.)*)"\]|\.?\[(\*)\])/;

/** `a.b[0]["c.d"][*]`, in the syntax of Pulumi's property paths; nothing when it is none. */
export function parsePath(text: string): Path | undefined {
  const path: (string | number)[] = [];
  for (let rest = text; rest !== ""; ) {
    const found = step.exec(rest);
    if (!found) return undefined;
    const [whole, name, index, quoted, any] = found;
    path.push(index === undefined ? (name ?? any ?? unquoted(quoted ?? "")) : Number(index));
    rest = rest.slice(whole.length);
  }
  return path.length === 0 ? undefined : path;
}

export function parsePaths(texts: readonly string[] = []): Path[] {
  return texts.flatMap((text) => {
    const path = parsePath(text);
    return path === undefined ? [] : [path];
  });
}

/** Whether a pattern names a path, or something that the path lies in. */
export function contains(pattern: Path, path: Path): boolean {
  return pattern.length <= path.length && pattern.every((one, at) => one === "*" || one === path[at]);
}

/** `a.b[0]["c.d"]`. */
export function pathText(path: Path): string {
  return path.map(stepText).join("").replace(/^\./, "");
}

function stepText(one: string | number): string {
  if (typeof one === "number") return `[${one}]`;
  return one !== "" && /^[^.[\]"]+$/.test(one) ? `.${one}` : `["${one.replaceAll(/["\\]/g, "\\$&")}"]`;
}

function unquoted(text: string): string {
  return text.replaceAll(/\\(["\\])/g, "$1");
}
