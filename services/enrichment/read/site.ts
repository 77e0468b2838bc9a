/** The pages of one site together, as the readers get them. */
import type { JsonNode } from "../parse/json_ld.ts";
import type { PageLink, ParsedPage } from "../parse/parsed_page.ts";

export type PageRole = "home" | "legal" | "contact" | "about" | "other";

export interface SitePage extends ParsedPage {
  readonly role: PageRole;
  /** What its JSON-LD says about who runs the site. */
  readonly organisations: readonly JsonNode[];
  /** Indices of the lines that speak of somebody else. */
  readonly foreignLines: ReadonlySet<number>;
}

/** Whether it stands where the page speaks of somebody else. */
export function isForeignLink(page: SitePage, { line, place }: PageLink): boolean {
  return page.foreignLines.has(line) && page.lines[line]?.place === place;
}

export interface Site {
  /** Home first. */
  readonly pages: readonly SitePage[];
  readonly home: SitePage;
  /** Such as `example.co.uk`; undefined for a bare address. */
  readonly domain: string | undefined;
  /** Countries that the site speaks for, the likeliest first. */
  readonly countries: readonly string[];
  /** The language that the home page's text sounds like (`hear_language.ts`). */
  readonly heard: string | undefined;
}
