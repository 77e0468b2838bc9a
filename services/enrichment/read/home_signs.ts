/** Words that only companies of one country write: legal forms, and the labels of their tax and register numbers. */
import type { ParsedPage } from "../parse/parsed_page.ts";
import { isShortLabel } from "./legal/number_label.ts";
import { ANY_LABEL, NUMBER_LABELS } from "./legal/number_labels.ts";

/** Forms that several countries share, or that everybody writes about (`LLC`), are left out. */
const LEGAL_FORMS: Readonly<Record<string, string>> = {
  DE: "UG \\(haftungsbeschränkt\\)|GmbH|e\\. ?V\\.|e\\. ?K\\.|OHG|eG",
  AT: "e\\. ?U\\.|FlexCo|ATU\\d{8}",
  CH: "CHE-\\d{3}\\.\\d{3}\\.\\d{3}",
  FR: "SARL|S\\.A\\.R\\.L\\.|SAS|SASU|EURL",
  IT: "S\\.?r\\.?l\\.?s?\\.?|S\\.?p\\.?A\\.?|S\\.n\\.c\\.",
  ES: "S\\. ?L\\.(?: ?U\\.)?",
  PT: "Lda\\.?|Unipessoal",
  BR: "Ltda\\.?|EIRELI",
  MX: "S\\. ?A\\. de C\\. ?V\\.",
  NL: "B\\. ?V\\.|V\\.O\\.F\\.",
  // `6411 AB` is a Dutch code.
  SE: "(?<!\\d{4} ?)AB",
  NO: "ENK|ANS",
  DK: "ApS|A\\/S",
  FI: "Oyj?",
  PL: "[Ss]p\\. ?z ?o\\. ?o\\.",
  CZ: "s\\. ?r\\. ?o\\.|a\\. ?s\\.",
  HU: "Kft\\.?|Zrt\\.?|Bt\\.",
  RO: "SRL|S\\.R\\.L\\.",
  BG: "ЕООД|ООД",
  GR: "Ε\\.?Π\\.?Ε\\.?|Ι\\.?Κ\\.?Ε\\.?",
  HR: "d\\. ?o\\. ?o\\.|j\\. ?d\\. ?o\\. ?o\\.",
  LT: "UAB|MB",
  LV: "SIA",
  EE: "OÜ",
  AU: "Pty\\.? Ltd\\.?",
  IN: "Pvt\\.? Ltd\\.?|Private Limited",
  JP: "株式会社|有限会社|合同会社",
  GB: "Registered in (?:England(?: (?:and|&) Wales)?|Scotland|Wales|Northern Ireland)|Companies House",
};

/** `Monza (MB)` is a province. */
const FORM = new RegExp(
  `(?<![\\p{L}\\p{N}]|\\((?=\\p{Lu}{2}\\)))(?:${
    Object.entries(LEGAL_FORMS).map(([code, forms]) => `(?<${code}>${forms})`).join("|")
  })(?![\\p{L}\\p{N}])`,
  "u",
);
const MAX_LINE_CHARS = 200;
/** Names of a tax that several countries have. */
const SHARED = /^(?:VAT|TVA|BTW|NIF|RUT|UID)(?!\p{L})/iu;

const OF_ONE_COUNTRY = NUMBER_LABELS.filter(({ countries }) => countries.length === 1);

/** Each country once, however often a page says so. */
export function homeSigns(page: ParsedPage, foreignLines: ReadonlySet<number>): Set<string> {
  const lines = page.lines.filter(({ text }, index) =>
    text.length <= MAX_LINE_CHARS && !foreignLines.has(index)
  );
  return new Set(lines.flatMap(({ text }) => [...formsIn(text), ...labelsIn(text)]));
}

function formsIn(text: string): string[] {
  const groups = FORM.exec(text)?.groups ?? {};
  return Object.keys(groups).filter((code) => groups[code] !== undefined);
}

function labelsIn(text: string): string[] {
  if (!/\d{4}/.test(text) || !ANY_LABEL.test(text)) return [];
  // Short labels occur anywhere, and these in many countries.
  return OF_ONE_COUNTRY.flatMap(({ countries, words }) =>
    (text.match(words) ?? []).some((word) => !isShortLabel(word) && !SHARED.test(word)) ? countries : []
  );
}
