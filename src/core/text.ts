/** `a, b or c`. */
export function quote(values: readonly string[], word: "or" | "and"): string {
  if (values.length < 2) return values.join("");
  return `${values.slice(0, -1).join(", ")} ${word} ${values.at(-1)}`;
}
