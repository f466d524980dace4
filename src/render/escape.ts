/** Shows nothing, or changes the order of what is shown; with every other letter that only looks like a space. */
const unseen =
  /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?! )\p{Zs}|\p{Variation_Selector}|[\u115f\u1160\u2800\u3164\uffa0]|\u034f|\u17b4|\u17b5/gu;
/** More marks on one letter than any language puts there: they would paint over the lines around. */
const heap = /(?<=\p{M}{2})\p{M}/gu;

const named: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

const ordinary = /^[ -~]+$/;

const longest = 200;

/** A text of a diff on one line: control characters, bidirectional marks and zero widths can be seen, and do nothing. */
export function visible(text: string, most = longest): string {
  const short = clip(text, most);
  if (ordinary.test(short)) return short;
  const seen = short.replaceAll(unseen, spell).replaceAll(heap, spell);
  return seen === "" ? '""' : seen;
}

/** The same, on the lines that it has. */
export function visibleLines(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.replaceAll("\t", "  ").replaceAll(unseen, spell).replaceAll(heap, spell))
    .join("\n");
}

export function clip(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most).replace(/[\ud800-\udbff]$/, "")}…` : text;
}

const special = /[&<>"'`]/g;

/** Safe as text and between double quotes. */
export function html(text: string, most = longest): string {
  return visible(text, most).replaceAll(special, entity);
}

/** Nothing in it is markup, whether or not Markdown is read around it: for names and values. */
export function htmlCode(text: string): string {
  return `<code>${entities(visible(text))}</code>`;
}

/** What code between backticks holds as it stands, also in a cell of a table. */
const tame = /^(?! )[^`|\\<]+(?<! )$/;

/** Inline code: mentions, references and links in it are inert. */
export function markdownCode(text: string): string {
  const seen = visible(text);
  return tame.test(seen) ? `\`${seen}\`` : `<code>${entities(seen)}</code>`;
}

const plainWord = /^[("{]?[\p{L}\p{N}](?:[\p{L}\p{N}.,;(){}'"/%=+–—-]*[\p{L}\p{N}.,;:(){}'"%…])?$/u;
const loneSign = /^(?:[–—→←+=/%…-]|[{}]{1,3})$/;
/** Links, emoji, and references to commits, issues and tickets, which a host finds in plain text. */
const linking = /:\/\/|www\.|:[\w+-]+:|[0-9a-f]{7}|[a-z]+-\d|^(?:https?|ftp|mailto|xmpp):/i;

/** A sentence: its ordinary words as they are, what stands between backticks and all others as code. Never the first thing of a line. */
export function markdownProse(text: string, most = longest): string {
  return quotedIn(visible(text, most))
    .map(({ isCode, text: part }) => (isCode ? markdownCode(part) : markdownWords(part)))
    .join("");
}

/** The same where HTML is read. */
export function htmlProse(text: string, most = longest): string {
  return quotedIn(visible(text, most))
    .map(({ isCode, text: part }) => (isCode ? `<code>${html(part, most)}</code>` : part.replaceAll(special, entity)))
    .join("");
}

/** A block of code that nothing inside can end. */
export function markdownFence(text: string, language: string): string {
  const lines = visibleLines(text);
  const longestRun = Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longestRun + 1);
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** For between the quotes of a Mermaid label, which breaks its line at `\n`. */
export function mermaidLabel(text: string, most: number): string {
  const seen = visible(text, most).replaceAll("\\n", "\\u{a}");
  return seen.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => `#${letter.codePointAt(0)};`);
}

/** For inside of an HTML comment. */
export function commented(text: string): string {
  return visible(text)
    .replaceAll(/[<>&]/g, "")
    .replaceAll(/-{2,}/g, "-")
    .replaceAll(/^[-\s]+|[-\s]+$/g, "");
}

/** An address to go to, or nothing when it would go elsewhere than the web. */
export function address(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return undefined;
  return url.href.replaceAll(/[^\w:/?#@!$+,;=%.~&-]/g, percent);
}

/** What stands between two backticks, and what does not. */
function quotedIn(text: string): { isCode: boolean; text: string }[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, at) => ({ isCode: at % 2 === 1, text: part }))
    .filter((part) => part.text !== "");
}

/** A stop right after code, the words, and the spaces around them. */
const sentence = /^([,.;:]?)( *)(.*?)( *)$/;

function markdownWords(text: string): string {
  const [, stop = "", before = "", inner = "", after = ""] = sentence.exec(text) ?? [];
  if (inner === "") return `${stop}${before}${after}`;
  const runs = runsOf(inner.split(" "));
  const seen = runs.map(({ isPlain, words }) => (isPlain ? words.join(" ") : markdownCode(words.join(" ")))).join(" ");
  return `${stop}${before}${seen}${after}`;
}

function runsOf(words: readonly string[]): { isPlain: boolean; words: string[] }[] {
  const runs: { isPlain: boolean; words: string[] }[] = [];
  for (const word of words) {
    const isPlain = (plainWord.test(word) || loneSign.test(word)) && !linking.test(word);
    const last = runs.at(-1);
    if (last?.isPlain === isPlain) last.words.push(word);
    else runs.push({ isPlain, words: [word] });
  }
  return runs;
}

/** The mark before `@` keeps what would be an address of mail in two. */
function entities(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N} ]/gu, (letter) => (letter === "@" ? "<wbr>&#64;" : entity(letter)));
}

function entity(letter: string): string {
  return `&#${letter.codePointAt(0)};`;
}

function spell(letter: string): string {
  return named[letter] ?? `\\u{${letter.codePointAt(0)?.toString(16)}}`;
}

function percent(letter: string): string {
  return [...new TextEncoder().encode(letter)]
    .map((byte) => `%${byte.toString(16).padStart(2, "0").toUpperCase()}`)
    .join("");
}
