/** What a legal notice states: VAT and register number, who represents the company, since when it exists. */
import { type Candidate, quoteAround } from "./candidate.ts";
import type { PageLine } from "./parsed_page.ts";
import { readPersonName } from "./person_name.ts";
import type { Site, SitePage } from "./site.ts";
import { parseRegisterNumber, parseVatNumber } from "shared/tax_numbers.ts";

const EXTRACTOR = "legal/1";
const MAX_LINE_CHARS = 600;

const VAT_LABEL =
  /(?:\bVAT\b(?:\s*(?:reg(?:istration)?|id|identification))?|USt\.?-?\s?Id(?:ent)?[\p{L}.-]*|Umsatzsteuer-?\s?(?:Identifikationsnummer|ID)[\p{L}.-]*|\bUID\b[\p{L}-]*|\bMwSt\.?-?\s?Nr|\bTVA\b[\p{L} ]{0,20}|P(?:artita|\.)?\s?IVA|\bC\.?O\.?E\.?\b|BTW(?:-(?:nr|nummer|id))?|Moms(?:reg)?(?:istrerings)?[\p{L}.-]*|\bC\.?I\.?F\.?\b|\bN\.?I\.?F\.?\b|\bALV\b[\p{L}-]*|\bNIP\b|\bPIB\b|\bOIB\b|\bGSTIN\b|\bABN\b|\bDIČ\b|Adószám)/giu;
const REGISTER_LABEL =
  /(?:Org(?:anisations)?\.?\s?-?\s?(?:nr|nummer|no)\.?|\bHR[AB]\b|\bSIRET\b|\bSIREN\b|Y-tunnus|Business ID|\bKvK\b[\p{L}.-]*|Kamer van Koophandel|\bCVR\b[\p{L}.-]*|Compan(?:y|ies)(?: House)? (?:registration )?(?:no|number|reg)[\p{L}. ]*|Registered (?:company )?(?:number|no)|Reg(?:istration)?\.? (?:number|no)\.?|\bREA\b|Firmenbuch(?:nummer)?|\bFN\b|\bREGON\b|\bKRS\b|\bABN\b|\bACN\b|法人番号|\bGISA[\p{L}-]*|\bCUIT\b|\bIČO\b|Registergericht)/giu;
/** Labels whose number is a register number by the label alone, since no check digit exists. */
const UNCHECKED_REGISTER = /^(HR[AB]|KvK|Kamer|Compan|Registered|FN|Firmenbuch|KRS|GISA|REA)/i;
const FOUNDED =
  /(?:founded|established|est\.|since|incorporated|in business since|started|gegründet|gründung(?:sjahr)?|seit|bestehen(?:d)? seit|sedan|grundad(?:es|e)?|startade|etablerat|siden|grunnlagt|etablert|stiftet|depuis|fondée?|créée?|création|fundad[ao]|desde|fondat[ao]|nat[ao] nel|dal|opgericht|sinds|perustettu|vuodesta|założon[ay]|od roku|設立|創業|創立)/iu;
/** `La competenza non è nata nel 2022` */
const NEGATED = /(^|\s)(not|non|nicht|pas|inte|ikke|niet|nie|ei)(\s\p{L}+)?\s$/iu;
const DATE_ONLY = /^(?:\p{L}{3,10}\.?\s)?(1[7-9]\d{2}|20\d{2})(?:年(?:\d{1,2}月)?(?:\d{1,2}日)?)?$/u;
const YEAR = /(?<![\d.,/-])(1[7-9]\d{2}|20\d{2})(?![\d/-]|[.,]\d)/;

export function readLegal(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) => {
      if (line.text.length > MAX_LINE_CHARS) return [];
      const [next = "", before = ""] = [page.lines[index + 1]?.text, page.lines[index - 1]?.text];
      const here = { page, line, next, before, site };
      // Most lines have no number; trying each label on them would cost most of the time.
      const numbers = /\d/.test(line.text + next)
        ? [...readVat(here), ...readRegister(here), ...readFounded(here)]
        : /\d{4}/.test(before)
        ? readFounded(here)
        : [];
      return [...numbers, ...readLeader(here)];
    })
  );
}

interface Here {
  readonly page: SitePage;
  readonly line: PageLine;
  readonly next: string;
  readonly before: string;
  readonly site: Site;
}

function readVat(here: Here): Candidate[] {
  return labelled(here, VAT_LABEL).flatMap(({ tail, quote }) => {
    const written = numbersIn(tail).map((text) => parseVatNumber(text, here.site.countries));
    const number = written.find((each) => each !== undefined);
    const confidence = here.page.role === "legal" ? 0.95 : 0.9;
    return number ? [toCandidate(here, { field: "vatNumber", value: number.value, confidence, quote })] : [];
  });
}

function readRegister(here: Here): Candidate[] {
  return labelled(here, REGISTER_LABEL).flatMap(({ label, tail, quote }) => {
    const [first = ""] = numbersIn(tail);
    const checked = parseRegisterNumber(first, here.site.countries);
    if (checked) {
      return [toCandidate(here, { field: "companyNumber", value: checked.value, confidence: 0.9, quote })];
    }
    if (!UNCHECKED_REGISTER.test(label) || !/\d{4}/.test(first)) return [];
    const value = /^HR[AB]$/i.test(label) ? `${label.toUpperCase()} ${first}` : first;
    return [toCandidate(here, { field: "companyNumber", value, confidence: 0.75, quote })];
  });
}

/** Text after each label; when nothing follows on the line, the next line. */
function labelled({ line, next }: Here, label: RegExp): { label: string; tail: string; quote: string }[] {
  return [...line.text.matchAll(label)].map((match) => {
    const rest = line.text.slice(match.index + match[0].length);
    const isAlone = !/\d/.test(rest);
    const tail = (isAlone ? next : rest).slice(0, 120);
    return { label: match[0], tail, quote: isAlone ? next.slice(0, 200) : quoteAround(line.text, match[0]) };
  });
}

function numbersIn(text: string): string[] {
  const found = text.match(/(?:[A-Z]{2,3}[ .-]{0,2})?[A-Z]?\d(?:[A-Z\d]|[ .\-/](?=[A-Z\d])){3,24}/g) ?? [];
  // Two numbers side by side, or a number and a following word, are also tried without their last part.
  return found.flatMap((
    each,
  ) => [each, each.replace(/[ ][A-Z\d]+$/, ""), each.split(/ (?=[A-Z]{2,})/)[0] ?? each]);
}

function readLeader(here: Here): Candidate[] {
  const person = readPersonName(here.line.text, here.next);
  if (!person) return [];
  const confidence = (here.page.role === "legal" ? 0.8 : 0.7) + person.certainty;
  return [toCandidate(here, { field: "ceoName", value: person.name, confidence, quote: person.quote })];
}

function readFounded(here: Here): Candidate[] {
  const { page, line, next } = here;
  const label = FOUNDED.exec(line.text);
  if (!label || NEGATED.test(line.text.slice(0, label.index))) return [];
  const { year, words } = yearOf(label, here) ?? {};
  if (year === undefined || Number(year) > new Date(page.fetchedAt || Date.now()).getFullYear()) return [];
  const isStrong = /found|establ|gegr|gründ|grund|etabl|fond|cré|fund|opger|perust|zało|設立|創/i.test(
    label[0],
  );
  const isAbout = page.role === "about" || page.role === "home" || page.role === "legal";
  const confidence = (isStrong ? 0.7 : 0.5) + (isAbout ? 0.1 : 0) - (line.text.length > 250 ? 0.1 : 0);
  const quote = words === line.text ? quoteAround(words, label[0]) : (words ?? next).slice(0, 200);
  return [toCandidate(here, { field: "foundedYear", value: year, confidence, quote })];
}

/** Behind the word; else beside it in a table, or above it in a list of dates. */
function yearOf(
  label: RegExpExecArray,
  { line, next, before }: Here,
): { year: string; words: string } | undefined {
  const behind = YEAR.exec(line.text.slice(label.index, label.index + label[0].length + 40));
  if (behind) return { year: behind[0], words: line.text };
  if (line.text.length >= 40 || /\d/.test(line.text)) return undefined;
  const above = DATE_ONLY.exec(before)?.[1];
  if (above !== undefined) return { year: above, words: before };
  const beside = line.text.length < 20 ? YEAR.exec(next.slice(0, 20))?.[0] : undefined;
  return beside === undefined ? undefined : { year: beside, words: next };
}

function toCandidate(
  { page }: Here,
  found: { field: string; value: string; confidence: number; quote: string },
): Candidate {
  return { ...found, source: "text", page, extractor: EXTRACTOR };
}
