import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** The browser of `CHROMIUM`, else the first that the path has. */
function findChromium(): string {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env.CHROMIUM ?? places.find((place) => existsSync(place));
  if (found === undefined) {
    throw new Error("no chromium is on the path; instead: apt-get install -y chromium, or set CHROMIUM to a browser");
  }
  return found;
}

export function launch(): Promise<Browser> {
  return puppeteer.launch({
    executablePath: findChromium(),
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
    timeout: 120_000,
    protocolTimeout: 240_000,
  });
}

export interface Watched {
  readonly page: Page;
  /** What the page asked for beside itself, printed, opened or threw. */
  readonly seen: string[];
}

/** Loads a file, and says all that it did beside being shown. */
export async function open(browser: Browser, address: string, width: number): Promise<Watched> {
  const page = await browser.newPage();
  const seen: string[] = [];
  await page.setViewport({ width, height: 900 });
  page.on("console", (message) => seen.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => seen.push(`error: ${String(error)}`));
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    if (request.url() !== address) seen.push(`request: ${request.url()}`);
  });
  await page.goto(address, { waitUntil: "load" });
  return { page, seen };
}
