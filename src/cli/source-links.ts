/** A place in the folder of the program: `src/index.ts:31:15`. */
const form = /^([^\\:?#\p{Cc}\p{Cf}\p{Cs}]+):(\d+)(?::\d+)?$/u;

/** `index.ts:12:3` as a line of a page under `base`, and never of any other: the place may come from a forged plan. */
export function linkUnder(base: string): (source: string) => string | undefined {
  const folder = new URL(`${base.replace(/\/+$/, "")}/`);
  return (source) => {
    const [, path = "", line] = form.exec(source) ?? [];
    const parts = path.split("/").filter((part, at) => at === 0 || (part !== "" && part !== "."));
    if (parts.some((part) => part === "" || part === "..")) return undefined;
    const inner = parts[0] === "." ? parts.slice(1) : parts;
    if (inner.length === 0) return undefined;
    return `${folder.href}${inner.map(encodeURIComponent).join("/")}#L${line}`;
  };
}
