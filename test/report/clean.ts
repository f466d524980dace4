/** What a recording must not keep: folders and ports of the machine, its times, and ids that each run makes anew. */
export function cleaned(text: string, folders: readonly (readonly [string, string])[]): string {
  const placed = folders.reduce((rest, [from, to]) => rest.replaceAll(from, to), text);
  const plain = placed
    .replaceAll(/\b127\.0\.0\.1:\d+/g, "127.0.0.1:4566")
    .replaceAll(/"(created|modified)": ?"[^"]*"/g, '"$1":"2026-11-21T00:00:00Z"')
    .replaceAll(/"timestamp":\d+/g, '"timestamp":0')
    .replaceAll(/"duration": ?\d+/g, '"duration":0')
    .replaceAll(/"durationSeconds":\d+/g, '"durationSeconds":0');
  return withNumbers(plain);
}

const ids =
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b|(?<=-)[0-9a-f]{16,17}\b|(?<=\/)[0-9a-f]{16}\b/g;

/** What the engine says for a value that only a deployment knows. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The same id becomes the same number, in the order in which they come. */
function withNumbers(text: string): string {
  const found = new Map<string, string>();
  return text.replaceAll(ids, (id) => {
    if (id === unknown) return id;
    const known = found.get(id) ?? numbered(id, found.size + 1);
    found.set(id, known);
    return known;
  });
}

function numbered(id: string, count: number): string {
  const digits = String(count);
  return id.includes("-") ? `00000000-0000-4000-8000-${digits.padStart(12, "0")}` : digits.padStart(id.length, "0");
}
