export interface Table {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export async function tableText({ header, rows }: Table): Promise<string> {
  const { markdownTable } = await import("markdown-table");
  return markdownTable(
    [header, ...rows].map((row) => row.map(cell)),
    { alignDelimiters: false },
  );
}

/** A cell is one line, and its text is not markup; what stands in backticks stays as it is. */
function cell(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  const escaped = parts.map((part, index) => (index % 2 === 1 ? part : part.replaceAll("<", "&lt;")));
  return escaped.join("").replaceAll("|", "\\|").trim().replaceAll("\n", "<br>");
}
