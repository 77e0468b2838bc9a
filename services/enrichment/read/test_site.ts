/** Builds sites from pages written in a test. */
import type { Page } from "../fetch/fetch_page.ts";
import type { Candidate } from "./candidate.ts";
import { hearLanguage } from "./language/hear_language.ts";
import { languageSample } from "./language/read_language.ts";
import { parsePage } from "../parse/parse_page.ts";
import type { ParsedPage } from "../parse/parsed_page.ts";
import { openSite, proposeValues, verifyValues } from "./read_site.ts";
import type { Site } from "./site.ts";

const NEVER = new AbortController().signal;

export function aPage(html: string, overrides: Partial<Page> = {}): Page {
  return {
    url: "https://www.acme.example/",
    status: 200,
    bytes: html.length,
    fetchedAt: "2026-03-01T12:00:00.000Z",
    hasMovedDomain: false,
    html,
    ...overrides,
  };
}

export function parse(html: string, overrides: Partial<Page> = {}): Promise<ParsedPage> {
  return parsePage(aPage(html, overrides), NEVER);
}

/** Home first; each page by its path, such as `{ "/": "…", "/impressum": "…" }`. */
export async function aSite(
  pages: Readonly<Record<string, string>>,
  origin = "https://www.acme.example",
): Promise<Site> {
  const parsed = [];
  for (const [path, html] of Object.entries(pages)) parsed.push(await parse(html, { url: origin + path }));
  return openSite(parsed, parsed[0] && await hearLanguage(languageSample(parsed[0])));
}

/** The values that the given pages lead to, by field. */
export async function readValues(
  pages: Readonly<Record<string, string>>,
  origin?: string,
): Promise<Record<string, string>> {
  const values = verifyValues(await proposeValues(await aSite(pages, origin), NEVER));
  return Object.fromEntries(values.map(({ field, value }) => [field, value]));
}

export function valuesOf(candidates: readonly Candidate[], field: string): string[] {
  return candidates.filter((each) => each.field === field).map((each) => each.value);
}
