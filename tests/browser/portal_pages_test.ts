import { assert, assertEquals } from "@std/assert";
import axe from "axe-core";
import type { Page } from "playwright-core";
import { createReader } from "../../services/portal/reader.ts";
import { contentSecurityPolicy, STYLE_SHEETS } from "../../services/portal/style.ts";
import {
  assertFits,
  assertNothingCovered,
  hasBrowser,
  keepPicture,
  openBrowser,
  visit,
} from "./open_browser.ts";
import { BRAND_COLOR, PAGES } from "./portal_pages.ts";

const WIDTHS = [320, 390, 800, 1280];
const PICTURED = [390, 1280];
/** A window of 1280 by 1024 at 400 % (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };
const PHONE = { width: 390, height: 844 };
/** Pages that others show as well, in another state: looked at on a phone and on a desk. */
const STATES = new Set([
  "branded",
  "large",
  "millionPieces",
  "settled",
  "receiptOfAPart",
  "oneInvoice",
  "statementOfNothing",
  "statementTooLong",
]);
const SCHEMES = ["light", "dark"] as const;
const LANGUAGES = ["en-GB", "ar-KW"];
/** Longer words move boxes, not colours or roles: for them only the layout is looked at. */
const MORE_LANGUAGES = ["de-DE", "fr-FR", "es-ES", "sv-SE"];

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Drawn here, since a test has no picture file; the gateway serves none of this kind. */
const LOGO =
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 80"><rect width="80" height="80" rx="20"
  fill="#1c5a44"/><text x="100" y="56" font-size="48" font-family="sans-serif" fill="#222">Halden</text></svg>`;

/** As the gateway serves them: the policy of the page is part of what is tested. */
function servePages() {
  const headersOf = (name: string, markup: string) => ({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": contentSecurityPolicy({
      sheet: markup.includes(STYLE_SHEETS.account) ? "account" : "papers",
      color: name === "branded" ? BRAND_COLOR : null,
    }),
  });
  const server = Deno.serve({ hostname: "127.0.0.1", port: 0, onListen() {} }, (request) => {
    const [, folder, page, isLive] = new URL(request.url).pathname.split("/");
    // To an event source, "no content" means that there is nothing to wait for.
    if (isLive) return new Response(null, { status: 204 });
    if (folder === "brand") return new Response(LOGO, { headers: { "content-type": "image/svg+xml" } });
    const [language, name] = page!.split(".");
    const render = PAGES[name!];
    if (!render) return new Response(null, { status: 404 });
    const { markup } = render(createReader(language!, undefined));
    return new Response(markup, { headers: headersOf(name!, markup) });
  });
  const origin = `http://127.0.0.1:${server.addr.port}`;
  return { origin, [Symbol.asyncDispose]: () => server.shutdown() };
}

/** The rules have to be in the page already. All but what is wrong stays there: it would take longer than the rules. */
async function assertAccessible(page: Page, what: string): Promise<void> {
  const violations = await page.evaluate(
    `axe.run({ runOnly: ${
      JSON.stringify(RULES)
    }, resultTypes: ["violations"] }).then((found) => found.violations)`,
  ) as { id: string; nodes: { html: string; failureSummary: string }[] }[];
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  assertEquals(faults, [], what);
}

/** One load for all of them: a page follows the window and the scheme by its style alone. */
async function assertSound(page: Page, name: string, language: string): Promise<void> {
  for (const width of STATES.has(name) ? [390, 1280] : WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of SCHEMES) {
      const what = `${name} ${language} ${scheme} ${width}`;
      await page.emulateMedia({ colorScheme: scheme });
      await assertFits(page, what);
      await assertAccessible(page, what);
      if (PICTURED.includes(width)) await keepPicture(page, what.replaceAll(" ", "_"));
    }
  }
  // Only now, since it leaves the page with everything ticked and open.
  for (const scheme of SCHEMES) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const size of scheme === "light" ? [ZOOMED, PHONE] : [ZOOMED]) {
      const what = `${name} ${language} ${scheme} ${size.width}×${size.height}`;
      await page.setViewportSize(size);
      await assertFits(page, what);
      await assertNothingCovered(page, what);
    }
  }
}

for (const language of LANGUAGES) {
  Deno.test({
    name: `every portal page is accessible and fits, at every width and in every scheme, ${language}`,
    ignore: !hasBrowser(),
  }, async () => {
    await using server = servePages();
    await using browser = await openBrowser();
    // Else a colour that is on its way from one scheme to the other would be looked at.
    await using visitor = await visit(browser, { reducedMotion: "reduce" });
    await visitor.page.addInitScript(axe.source);
    for (const name of Object.keys(PAGES)) {
      await visitor.page.goto(`${server.origin}/p/${language}.${name}`);
      await assertSound(visitor.page, name, language);
    }
    assertEquals(visitor.complaints, []);
  });
}

Deno.test({ name: "every portal page fits in every language", ignore: !hasBrowser() }, async () => {
  await using server = servePages();
  await using browser = await openBrowser();
  await using visitor = await visit(browser);
  for (const language of MORE_LANGUAGES) {
    for (const name of Object.keys(PAGES)) {
      await visitor.page.goto(`${server.origin}/p/${language}.${name}`);
      for (const width of WIDTHS) {
        await visitor.page.setViewportSize({ width, height: 900 });
        await assertFits(visitor.page, `${name} ${language} ${width}`);
      }
    }
  }
});

/** What is moved, and what has no edge of its own where colours are the system's: of the page that is open. */
const SIGNS = `({
  moving: [...document.querySelectorAll("body *")].filter((each) => {
    const { transitionDuration, animationName } = getComputedStyle(each);
    return transitionDuration.split(", ").some((time) => parseFloat(time) > 0) || animationName !== "none";
  }).length,
  fading: [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule && matchMedia(rule.conditionText).matches)
    .flatMap((rule) => [...rule.cssRules]).filter((rule) => rule instanceof CSSViewTransitionRule).length,
  badges: document.querySelectorAll(".badge").length,
  edgeless: [...document.querySelectorAll(".badge, .tabs [aria-current=true]")].filter((each) => {
    const { borderTopStyle, outlineStyle } = getComputedStyle(each);
    return borderTopStyle === "none" && outlineStyle === "none";
  }).length,
  // The bar is a drawing: its parts are told apart by their colours alone, so these stay.
  parts: new Set([...document.querySelectorAll(".bar *")].map((each) => getComputedStyle(each).fill)).size,
})`;

interface Signs {
  readonly moving: number;
  readonly fading: number;
  readonly badges: number;
  readonly edgeless: number;
  readonly parts: number;
}

Deno.test({
  name: "a page holds still and is understood in the system's colours where that is asked for",
  ignore: !hasBrowser(),
}, async () => {
  await using server = servePages();
  await using browser = await openBrowser();
  await using visitor = await visit(browser);
  const { page } = visitor;
  await page.addInitScript(axe.source);
  await page.goto(`${server.origin}/p/en-GB.account`);
  const usual = await page.evaluate(SIGNS) as Signs;
  assert(usual.moving > 0 && usual.fading === 1, "else the next line says nothing");
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  const asked = await page.evaluate(SIGNS) as Signs;
  assert(asked.badges > 0);
  assertEquals(asked, { ...usual, moving: 0, fading: 0, edgeless: 0 });
  await assertFits(page, "in the system's colours");
  await assertAccessible(page, "in the system's colours");
  assertEquals(visitor.complaints, []);
});
