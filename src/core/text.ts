/** `a, b or c`. */
export function quote(values: readonly string[], word: "or" | "and"): string {
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;
}

/** What goes before the names of the settings in the log of a plan. */
export const namesPrefix = "webtier-names:";
