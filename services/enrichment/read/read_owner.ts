/** The owner of a firm without a legal form, who must stand above its address in a legal notice. */
import { type Candidate, fold } from "./candidate.ts";
import { LEGAL_FORM } from "./read_name.ts";
import { isPersonName } from "./person_name.ts";
import { isStreet } from "./read_addresses.ts";
import type { Site, SitePage } from "./site.ts";

const EXTRACTOR = "owners/1";
/** Further down stand those who host the site, answer for its texts or took its pictures. */
const MAX_LINES = 40;

export function readOwners(site: Site): Candidate[] {
  return site.pages.filter((page) => page.role === "legal").flatMap((page) => {
    const main = page.lines.filter((line) => line.place === "main").slice(0, MAX_LINES).map((line) =>
      line.text
    );
    const at = main.findIndex((text, index) => isPersonName(text) && isStreet(main[index + 1] ?? ""));
    const above = main.slice(Math.max(0, at - 2), at).join(" ");
    const owner = main[at];
    return owner === undefined || LEGAL_FORM.test(above) || isTheFirm(owner, page, site) ? [] : [{
      field: "ceoName",
      value: owner,
      confidence: 0.68,
      source: "text" as const,
      page,
      quote: owner,
      extractor: EXTRACTOR,
    }];
  });
}

/** `Grüne Oase` is written like a person's name. */
function isTheFirm(text: string, page: SitePage, site: Site): boolean {
  const label = fold((site.domain ?? "").split(".")[0] ?? "");
  return fold(text) === label || fold(page.title).startsWith(fold(text));
}
