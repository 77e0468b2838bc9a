/** The owner of a firm without a legal form, who must stand above its address in a legal notice. */
import { type Candidate, fold } from "../candidate.ts";
import { toldRole } from "../choose_pages.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import { isPersonName } from "./person_name.ts";
import { isStreet } from "../places/read_street.ts";
import type { Site, SitePage } from "../site.ts";

const EXTRACTOR = "owners/1";
/** Further down stand those who host the site, answer for its texts or took its pictures. */
const MAX_LINES = 40;

/** `Nom : Jane Roe`, in a notice that may as well name a company so. */
export const NAMED = /^(?:name|nom|nombre|nome|namn|navn|naam|nimi)(?: et prénom)?\s*[:：]\s*(.+)$/i;

export function readOwners(site: Site): Candidate[] {
  return site.pages.filter((page) => toldRole(page) === "legal").flatMap((page) => {
    const main = page.lines.filter((line, index) => line.place === "main" && !page.foreignLines.has(index))
      .slice(0, MAX_LINES).map((line) => line.text);
    const named = main.flatMap((text) => NAMED.exec(text)?.[1] ?? []).find(isPersonName);
    if (named !== undefined) return [toCandidate(page, named)];
    const at = main.findIndex((text, index) => isPersonName(text) && isStreet(main[index + 1] ?? ""));
    const above = main.slice(Math.max(0, at - 2), at).join(" ");
    const owner = main[at];
    return owner === undefined || LEGAL_FORM.test(above) || isTheFirm(owner, page, site)
      ? []
      : [toCandidate(page, owner)];
  });
}

function toCandidate(page: SitePage, owner: string): Candidate {
  const found = { field: "ceoName", value: owner, quote: owner, extractor: EXTRACTOR };
  return { ...found, confidence: 0.68, source: "text", page };
}

/** `Grüne Oase` is written like a person's name. */
function isTheFirm(text: string, page: SitePage, site: Site): boolean {
  const label = fold((site.domain ?? "").split(".")[0] ?? "");
  return fold(text) === label || fold(page.title).startsWith(fold(text));
}
