/** What readers that look at one line after the other are given. */
import type { PageLine } from "../parse/parsed_page.ts";
import type { Site, SitePage } from "./site.ts";

/** A line and what it is seen with. */
export interface Here {
  readonly page: SitePage;
  readonly index: number;
  readonly line: PageLine;
  readonly next: string;
  readonly before: string;
  readonly site: Site;
}
