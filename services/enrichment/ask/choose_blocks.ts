/** Picks the parts of a site that say who it is, within what a model may be sent. */
import type { PageLine, ParsedPage } from "../parse/parsed_page.ts";
import { metaOf } from "../parse/parsed_page.ts";
import { roleOf } from "../read/choose_pages.ts";
import { findOrganisations } from "../parse/json_ld.ts";
import { estimateTokens } from "./tokens.ts";

export interface Block {
  readonly n: number;
  readonly kind: string;
  readonly text: string;
  readonly page: ParsedPage;
}

type Draft = Omit<Block, "n">;

const LEGAL_CHARS = 2_500;
const JSON_LD_CHARS = 1_500;
const PARAGRAPH_CHARS = 1_200;
const CONTACT_MARK =
  /@|\+\d|\btel|phone|fon\b|street|stra(ß|ss)e|\bst\b|road|\d{4,5}\s\p{Lu}|〒|\bvat\b|ust-?id|org\.?\s?nr|siret|founded|gegründet|sedan|depuis|設立|代表|invoice|rechnung|faktur/iu;

/** Best first, so that what does not fit is what matters least. */
export function chooseBlocks(pages: readonly ParsedPage[], maxTokens: number): Block[] {
  const chosen: Block[] = [];
  let left = maxTokens;
  for (const draft of draftBlocks(pages)) {
    const cost = estimateTokens(draft.text) + 20;
    if (draft.text === "" || cost > left) continue;
    chosen.push({ ...draft, n: chosen.length + 1 });
    left -= cost;
  }
  return chosen;
}

function draftBlocks(pages: readonly ParsedPage[]): Draft[] {
  const [home] = pages;
  if (!home) return [];
  const legal = pages.filter((page) => page !== home && roleOf(page.url, page.title) === "legal");
  const about = pages.filter((page) => page !== home && roleOf(page.url, page.title) === "about");
  return [
    { page: home, kind: "title", text: home.title },
    { page: home, kind: "description", text: metaOf(home, "description") || metaOf(home, "og:description") },
    ...pages.flatMap((page) => organisationsOf(page)),
    ...legal.map((page) => ({ page, kind: "legal notice", text: textOf(mainOf(page), LEGAL_CHARS) })),
    ...pages.map((page) => ({ page, kind: "contact", text: textOf(contactLines(page), PARAGRAPH_CHARS) })),
    { page: home, kind: "footer", text: textOf(linesAt(home, "footer"), PARAGRAPH_CHARS) },
    { page: home, kind: "headings", text: textOf(headingsOf(home), PARAGRAPH_CHARS) },
    ...[home, ...about].map((page) => ({
      page,
      kind: "text",
      text: textOf(paragraphsOf(page), PARAGRAPH_CHARS),
    })),
  ];
}

function organisationsOf(page: ParsedPage): Draft[] {
  return findOrganisations(page).slice(0, 1).map((node) => ({
    page,
    kind: "structured data",
    text: JSON.stringify(node).slice(0, JSON_LD_CHARS).toWellFormed(),
  }));
}

function contactLines(page: ParsedPage): readonly PageLine[] {
  return page.lines.filter((line) => line.text.length < 300 && CONTACT_MARK.test(line.text));
}

function mainOf(page: ParsedPage): readonly PageLine[] {
  return page.lines.filter((line) => line.place === "main");
}

function linesAt(page: ParsedPage, place: PageLine["place"]): readonly PageLine[] {
  return page.lines.filter((line) => line.place === place);
}

function headingsOf(page: ParsedPage): readonly PageLine[] {
  return page.lines.filter((line) => /^h[1-3]$/.test(line.tag));
}

function paragraphsOf(page: ParsedPage): readonly PageLine[] {
  return mainOf(page).filter((line) => line.text.length >= 60);
}

function textOf(lines: readonly PageLine[], maxChars: number): string {
  return lines.map((line) => line.text).join("\n").slice(0, maxChars).toWellFormed();
}
