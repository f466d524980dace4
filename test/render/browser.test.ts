import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Diff, FailedDiff } from "../../src/diff/model.js";
import { visible } from "../../src/render/escape.js";
import { renderHtml } from "../../src/render/html.js";
import { mermaidOf } from "../../src/render/mermaid.js";
import { launch, open, type Watched } from "./chromium.js";
import { failed, huge, none, rich, withPolicies } from "./diffs.js";
import { hostile, poisoned } from "./hostile.js";

let browser: Browser;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "webtier-browser-"));
  browser = await launch();
});

afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

async function show(diffs: readonly (Diff | FailedDiff)[], width: number): Promise<Watched> {
  const file = join(folder, "page.html");
  writeFileSync(
    file,
    renderHtml(diffs, { command: "webtier diff main head", sourceLink: () => "https://example.com/x" }),
  );
  return open(browser, pathToFileURL(file).href, width);
}

const pictures = process.env.WEBTIER_PICTURES;
const many = [rich, { ...withPolicies, stack: "staging" }, { ...failed, stack: "dev" }, { ...none, stack: "test" }];

test.each([380, 1400])("a page of several stacks fits a screen of %i pixels and asks for nothing", async (width) => {
  const { page, seen } = await show(many, width);
  const scrolled = await page.evaluate("document.documentElement.scrollWidth");
  if (pictures !== undefined)
    await page.screenshot({
      path: join(pictures, `page-${width}.png`),
      clip: { x: 0, y: width === 380 ? 500 : 250, width, height: 1500 },
    });
  expect({ scrolled, seen }).toEqual({ scrolled: width, seen: [] });
  await page.close();
});

test("all folds open fit a small screen, also in the dark", async () => {
  const { page, seen } = await show(many, 380);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "dark" }]);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  const scrolled = await page.evaluate("document.documentElement.scrollWidth");
  if (pictures !== undefined)
    await page.screenshot({ path: join(pictures, "page-dark.png"), clip: { x: 0, y: 2200, width: 380, height: 1500 } });
  expect({ scrolled, seen }).toEqual({ scrolled: 380, seen: [] });
  await page.close();
});

test("the picture has a box for every node and a line for every edge", async () => {
  const { page } = await show([rich], 1400);
  const names = await page.evaluate("[...document.querySelectorAll('svg .node .name')].map((one) => one.textContent)");
  const lines = await page.evaluate("document.querySelectorAll('svg .wire').length");
  expect({ names, lines }).toEqual({
    names: [
      "internet",
      "~ load balancer front",
      "listener https",
      "+ listener admin",
      "– listener http",
      "~ backend set pages",
      "~ instance pool web",
    ],
    lines: rich.topology.edges.length,
  });
  await page.close();
});

test("boxes do not lie on each other", async () => {
  const { page } = await show([rich], 1400);
  const overlaps = await page.evaluate(`(() => {
    const boxes = [...document.querySelectorAll("svg .node rect")].map((one) => one.getBoundingClientRect());
    return boxes.filter((a) => boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)).length;
  })()`);
  expect(overlaps).toEqual(0);
  await page.close();
});

/** Elements that we write, and no attribute that does anything. */
const ours = `(() => {
  const tags = new Set([...document.querySelectorAll("*")].map((one) => one.tagName.toLowerCase()));
  const attributes = new Set([...document.querySelectorAll("body *")].flatMap((one) => one.getAttributeNames()));
  const links = new Set([...document.querySelectorAll("a")].map((one) => one.getAttribute("href")).filter((one) => !one.startsWith("#")));
  return {
    tags: [...tags].filter((tag) => !/^(a|article|body|br|code|defs|desc|details|footer|g|h1|h2|h3|head|header|html|li|main|marker|meta|nav|p|path|pre|rect|section|small|span|strong|style|summary|svg|table|tbody|td|text|th|thead|title|tr|ul|div)$/.test(tag)),
    attributes: [...attributes].filter((name) => /^on|^src|style/.test(name)),
    links: [...links].filter((one) => one !== "https://example.com/x"),
    scrolled: document.documentElement.scrollWidth,
  };
})()`;

test("hostile texts are texts", async () => {
  for (const poison of hostile) {
    const { page, seen } = await show([poisoned(withPolicies, poison), poisoned(failed, poison)], 380);
    await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
    expect({ poison, found: await page.evaluate(ours), seen }).toEqual({
      poison,
      found: { tags: [], attributes: [], links: [], scrolled: 380 },
      seen: [],
    });
    await page.close();
  }
});

test("contrast of every text is at least 4.5 to 1, in light and in dark", async () => {
  const { page } = await show(many, 1400);
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  for (const value of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value }]);
    expect(await page.evaluate(contrasts)).toEqual([]);
  }
  await page.close();
});

const contrasts = `(() => {
  const parse = (text) => (text.match(/[\\d.]+/g) ?? []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)).reduce((sum, c, at) => sum + c * [0.2126, 0.7152, 0.0722][at], 0);
  const ground = (one) => { for (let at = one; at; at = at.parentElement) { const c = parse(getComputedStyle(at).backgroundColor); if (c.length === 3 || c[3] > 0) return c; } return [255, 255, 255]; };
  const poor = new Set();
  for (const one of document.querySelectorAll("body *:not(svg *)")) {
    if (![...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== "")) continue;
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(ground(one))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) poor.add(one.tagName + "." + one.className);
  }
  return [...poor];
})()`;

const tight = (text: string) => text.replaceAll(/\s/g, "");

test("Mermaid draws every chart, and shows hostile labels as they are", async () => {
  const blank = join(folder, "blank.html");
  writeFileSync(blank, "<!doctype html><title>chart</title><body></body>");
  const { page, seen } = await open(browser, pathToFileURL(blank).href, 1400);
  await page.addScriptTag({ path: require.resolve("mermaid/dist/mermaid.min.js") });
  await page.evaluate("mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' })");
  const bad: unknown[] = [];
  for (const [index, poison] of ["", ...hostile].entries()) {
    const chart = mermaidOf(poisoned(rich, poison).topology);
    const drawn = await page.evaluate(
      `mermaid.render("chart${index}", ${JSON.stringify(chart)}).then(({ svg }) => {
        document.body.innerHTML = svg;
        return { nodes: document.querySelectorAll(".node").length, edges: document.querySelectorAll("path.flowchart-link").length,
          evil: document.querySelectorAll("body a, body img, body script, body b, body h1, body [onclick], body [onerror]").length, text: document.body.textContent };
      }, (error) => ({ error: String(error) }))`,
    );
    const { text = "", ...counts } = drawn as { text?: string };
    const isWhole = tight(text).includes(
      tight(visible(`~ load balancer front${poison}`, 60)).replaceAll("\\n", "\\u{a}"),
    );
    if (JSON.stringify(counts) !== JSON.stringify({ nodes: 7, edges: 7, evil: 0 }) || !isWhole)
      bad.push({ poison, counts, text: text.slice(-600) });
    if (pictures !== undefined && index === 0) await page.screenshot({ path: join(pictures, "mermaid.png") });
  }
  expect({ bad, seen }).toEqual({ bad: [], seen: [] });
  await page.close();
});

test("3,000 resources are one page", async () => {
  const { page, seen } = await show([huge(3_000)], 1400);
  expect({ items: await page.evaluate("document.querySelectorAll('li').length"), seen }).toEqual({
    items: expect.any(Number),
    seen: [],
  });
  await page.close();
});
