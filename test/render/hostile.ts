import type { Diff, FailedDiff } from "../../src/diff/model.js";

/** Words of the model itself: everything else is a text that somebody else may have chosen. */
const structural = [
  "kind",
  "status",
  "operation",
  "effect",
  "severity",
  "level",
  "fate",
  "state",
  "worst",
  "exposure",
  "side",
  "direction",
];

/** The same document, with a text at the end of every name, value, path, message, place and id that is in it. */
export function poisoned<T extends Diff | FailedDiff>(diff: T, poison: string): T {
  return poison === "" ? diff : (poisonAll(diff, poison) as T);
}

function poisonAll(value: unknown, poison: string, key = ""): unknown {
  if (typeof value === "string") return structural.includes(key) ? value : `${value}${poison}`;
  if (Array.isArray(value)) return value.map((inner) => poisonAll(inner, poison, key));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, poisonAll(inner, poison, name)]));
}

/** Each tries to be more than a text somewhere: in Markdown, in HTML, in Mermaid, in a terminal. */
export const hostile: readonly string[] = [
  "`code` ``more`` ```",
  "\n```\n# heading\n",
  "\n~~~\nfence",
  "| cell | cell |",
  "\\| a \\\\| b \\",
  "<script>alert(1)</script>",
  "<img src=x onerror=alert(1)>",
  "</details></code></pre></table>",
  "--><!--",
  " @somebody @org/team ",
  " #123 org/repo#45 GH-67 TICKET-89 ",
  " [link](https://evil.example) ![](https://evil.example/x.png) [ref][1]",
  " https://evil.example www.evil.example mail@evil.example ",
  " <https://evil.example> mailto:mail@evil.example ftp://evil.example ",
  " 0123456789abcdef0123456789abcdef01234567 deadbeef ",
  " :tada: :+1: ",
  "\u202eright to left\u202c \u2066isolated\u2069",
  "zero\u200bwidth\ufeff soft\u00ad \u{e0041}\u{e0042} \u115f\u3164",
  "\u001b[31mred\u001b[0m \u001b]8;;https://evil.example\u0007link \u009b2J",
  '"]:::x; click n0 "https://evil.example" _blank',
  "%%{init: {'securityLevel': 'loose'}}%% end subgraph --> n1",
  '"]\nclick n0 call alert()\nend',
  "**bold** _under_ ~~gone~~ $x^2$ $`y`$ ==mark==",
  "\n\n# heading\n\n- item\n\n1. item\n\n> [!CAUTION]\n",
  "&lt;b&gt; &#60;script&#62; &amp;",
  "javascript:alert(1)",
  "' onmouseover='alert(1)' \" onfocus=\"alert(1)",
  "]]> <![CDATA[ <?php <!doctype x>",
  "\r\nnext\rline\u2028paragraph\u2029 tab\there \u0000\u0007\u0008",
  "\ud800 lone \udc00",
  "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  " [secret 1a2b3c4d] ",
  "x".repeat(5_000),
  " ",
];
