/** A headless Chromium for one test, and what is expected of every page that it opens. */
import { fileURLToPath } from "node:url";
import { assertEquals } from "@std/assert";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from "playwright-core";
import findCovered from "./find_covered.js" with { type: "text" };
import findOverflow from "./find_overflow.js" with { type: "text" };

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** For `ignore:` of a test: the run says why when there is none. */
export function hasBrowser(): boolean {
  return Deno.env.has("MESH_TEST_CHROMIUM");
}

export async function openBrowser(): Promise<Browser & AsyncDisposable> {
  return await chromium.launch({ executablePath: Deno.env.get("MESH_TEST_CHROMIUM")!, args: FLAGS });
}

export interface Visit extends AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser complained about: refused by the policy, failed scripts, missing files. */
  readonly complaints: readonly string[];
}

/** A fade between two pages that the browser had no time for: nobody misses it. */
const GIVEN_UP = /^Transition was (aborted|skipped)/;

export async function visit(browser: Browser, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => {
    if (!GIVEN_UP.test(message)) complaints.push(message);
  });
  return { context, page, complaints, [Symbol.asyncDispose]: () => context.close() };
}

/** Pictures are for people, who ask for them with `MESH_PICTURES=yes`: they show what no rule sees. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  if (!Deno.env.has("MESH_PICTURES")) return;
  const folder = fileURLToPath(new URL("../../.mesh/pictures/", import.meta.url));
  await page.screenshot({ path: `${folder}${name}.png`, fullPage: true });
}

/** Nothing is wider than the window, and no cell or button sticks out of the panel that holds it. */
export async function assertFits(page: Page, what: string): Promise<void> {
  assertEquals(await page.evaluate(findOverflow), [], what);
}

/** What can be focused can then be seen, with everything ticked and open; nothing is cut off, nothing keeps much of the window. */
export async function assertNothingCovered(page: Page, what: string): Promise<void> {
  assertEquals(await page.evaluate(findCovered), [], what);
}
