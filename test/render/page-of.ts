import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";

/** What a comment becomes where GitHub-flavoured Markdown is read, before anything is taken out of it. */
export function pageOf(comment: string): string {
  return micromark(comment, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
}

const empty = ["br", "wbr"];
const allowed = /^(a|b|br|code|details|h3|h4|li|p|pre|strong|sub|summary|table|tbody|td|th|thead|tr|ul|wbr)$/;
const attributes = /^(?: href="[^"<>]*"| class="language-(?:text|mermaid)"| open)*$/;

/** All that is wrong with a page: elements that are not ours, that are left open, or that carry more than they should. */
export function faultsOf(page: string, links: (href: string) => boolean): string[] {
  const faults: string[] = [];
  const path: string[] = [];
  const bare = page.replace(/^<!-- webtier:[^<>]*? -->\n/, "");
  if (bare === page) faults.push("no marker");
  for (const [tag, end = "", name = "", rest = ""] of bare.matchAll(/<([!/?]?)([a-zA-Z0-9]*)([^>]*)>?/g)) {
    if (!allowed.test(name) || !attributes.test(rest)) faults.push(tag);
    const href = / href="([^"]*)"/.exec(rest)?.[1];
    if (name === "a" && end === "" && (href === undefined || !links(href))) faults.push(tag);
    if (empty.includes(name)) continue;
    if (end === "") path.push(name);
    else if (path.pop() !== name) faults.push(`${tag} closes another`);
  }
  return [...faults, ...path.map((name) => `<${name}> is open`), ...linkable(bare)];
}

/** What a host would turn into something in text that is not code. */
function linkable(page: string): string[] {
  const text = page
    .replaceAll(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, "¤")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
  const found = text.match(
    /@[a-z]|#\d|\bGH-\d|[A-Z]+-\d|www\.|https?:|ftp:|mailto:|javascript:|:\w+:|\b[0-9a-f]{7,}\b|[<>`|$\\]|&#?\w+;|!\[|\]\(|[\p{Cf}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/giu,
  );
  return found ?? [];
}

/** The same of text of a terminal or a file: nothing that does something. */
export function unseenIn(text: string): string[] {
  return text.match(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? [];
}
