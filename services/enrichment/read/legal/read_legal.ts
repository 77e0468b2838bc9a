/** What a legal notice states: VAT and register number, who represents the company, since when it exists. */
import { addressLabels } from "../address_labels.ts";
import { type Candidate, fold, quoteAround } from "../candidate.ts";
import { toldRole } from "../choose_pages.ts";
import { isOwnBeforeCredit } from "../foreign_lines.ts";
import { LEGAL_FORM } from "../legal_forms.ts";
import { metaOf, type PageLine } from "../../parse/parsed_page.ts";
import { localLabels } from "./local_number_labels.ts";
import { isShortLabel, type NumberLabel } from "./number_label.ts";
import { ANY_LABEL, NUMBER_LABELS } from "./number_labels.ts";
import { isOwnGround, ownNames } from "../own_ground.ts";
import { readPersonName } from "../names/person_name.ts";
import { readFounded } from "../facts/read_founded.ts";
import type { Here } from "../seen_line.ts";
import type { Site } from "../site.ts";
import { isUnfilledNumber } from "../unfilled.ts";
import { parseRegisterNumber, parseVatNumber } from "shared/tax_numbers.ts";

const EXTRACTOR = "legal/1";
const MAX_LINE_CHARS = 600;
const MAX_STORY_CHARS = 3_000;
const MAX_SENTENCE_CHARS = 300;
const MAX_TAIL_CHARS = 120;
/** Of a number in its country's form, without check digits. */
const FORM_CONFIDENCE = 0.75;
/** `Acme GmbH is a company of Acme Holding AG, HRB …`: from here on it is the other one's. */
const OF_ANOTHER =
  /(?<!\p{L})(?:is|ist|est|es|è|é|är|er|on|jest|je|este) (?:(?:an?|eine?|une?|una?|uma?|een|en|ett|et|part|wholly[- ]owned|100 ?%(?:ige)?) )*(?:company|subsidiary|member|part|division|unternehmen|tochter\p{L}*|mitglied|teil|société|filiale|entreprise|membre|empresa|filial|parte|azienda|società|controllata|bedrijf|dochter\p{L}*|onderdeel|företag|dotterbolag|del|selskab|datter\p{L}*|virksomhed|tytäryhtiö|spółk\p{L}+|części\p{L}*|společnost\p{L}*|součást\p{L}*) (?:of|in|within|within the|der|des|von|im|du|de|del|della|di|van|av|af|i|z|skupiny|grupy)(?!\p{L})/iu;
/** From here on a line tells other numbers. */
const ANOTHER_KIND =
  /(?<!\p{L})(?:tel|tél|tlf|tfn|puh|phone|fax|mob|gsm|telef|whatsapp|iban|bic|swift|bank|konto|account|e-?mail)(?:\.|:|(?!\p{L})|(?<=telef|mob|bank)\p{L})|@|\(?\+\d/iu;

export function readLegal(site: Site): Candidate[] {
  return [...readLines(site), ...readFounded(descriptionOf(site))];
}

function descriptionOf(site: Site): Here {
  const text = metaOf(site.home, "description");
  return {
    page: site.home,
    index: -1,
    line: { text, place: "main", tag: "meta" },
    next: "",
    before: "",
    site,
  };
}

function readLines(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.lines.flatMap((line, index) => {
      if (line.text.length > MAX_LINE_CHARS) return readStory({ page, index, line, site });
      const isForeign = page.foreignLines.has(index);
      if (isForeign && (line.isOfOthers || !isOwnBeforeCredit(line.text))) return [];
      const [next = "", before = ""] = [page.lines[index + 1]?.text, page.lines[index - 1]?.text];
      const here = { page, index, line, next, before, site };
      // Most lines have no number; trying each label on them would cost most of the time.
      const numbers = /[\d０-９]/.test(line.text + next)
        ? [...readNumbers(here), ...readFounded(here)]
        : /\d{4}/.test(before)
        ? readFounded(here)
        : [];
      return [...numbers, ...readLeader(here)];
    })
  );
}

/** A long paragraph about the company tells its founding in one of its sentences. */
function readStory({ page, index, line, site }: Pick<Here, "page" | "index" | "line" | "site">): Candidate[] {
  if (toldRole(page) !== "about" || line.text.length > MAX_STORY_CHARS) return [];
  const sentences = line.text.split(/(?<=[\p{Ll})\]][.!?])\s(?=\p{Lu})/u).filter((text) =>
    text.length <= MAX_SENTENCE_CHARS && /\d{4}/.test(text)
  );
  return sentences.flatMap((text) =>
    readFounded({ page, index, line: { ...line, text }, next: "", before: "", site })
  );
}

function readNumbers(here: Here): Candidate[] {
  const labels = labelsOn(here);
  if (labels.length === 0 || !isOwnGround(here.page, here.index, here.site)) return [];
  return labels.flatMap((label) =>
    labelled(here, label.words).flatMap(({ tail, quote, words }) => {
      const kinds = label.field === "vatNumber"
        ? [vatOf(tail, label, here)]
        : [registerOf(tail, { label, words }, here), prefixedVatOf(tail)];
      return kinds.flatMap((found) => found ? [toCandidate(here, { ...found, quote })] : []);
    })
  );
}

/** Those that are worth a look on this line: none on most. */
function labelsOn({ line: { text }, site }: Here): readonly NumberLabel[] {
  const known = ANY_LABEL.test(text) ? NUMBER_LABELS : [];
  const local = site.countries.flatMap((country) => {
    const own = localLabels(country);
    return own?.any.test(text) ? own.labels : [];
  });
  // What a country says of itself is nearer than what is said anywhere.
  return local.length === 0 ? known : [...local, ...known];
}

interface FoundNumber {
  readonly field: NumberLabel["field"];
  readonly value: string;
  readonly confidence: number;
}

function vatOf(tail: string, label: NumberLabel, { page, site }: Here): FoundNumber | undefined {
  if (label.form) {
    const written = writtenAt(tail, label.form);
    const value = written?.replace(/[^A-Z\d]/g, "");
    return value === undefined ? undefined : { field: "vatNumber", value, confidence: FORM_CONFIDENCE };
  }
  const number = firstOf(
    numbersIn(tail),
    (text) => filledIn(text, parseVatNumber(text, countriesOf(label, site))),
  );
  const confidence = page.role === "legal" ? 0.95 : 0.9;
  return number && { field: "vatNumber", value: number.value, confidence };
}

/** Behind a register's label a country's prefix, or its word for the tax, still makes it a VAT number. */
function prefixedVatOf(tail: string): FoundNumber | undefined {
  const prefixed = numbersIn(tail).filter((text) => /^[A-Z]{2}[ .-]?\d|MVA|MWST/.test(text));
  const number = firstOf(prefixed, (text) => parseVatNumber(text, /MVA/.test(text) ? ["NO"] : []));
  return number && { field: "vatNumber", value: number.value, confidence: 0.9 };
}

function registerOf(
  tail: string,
  { label, words }: { label: NumberLabel; words: string },
  { site }: Here,
): FoundNumber | undefined {
  const field = "companyNumber";
  const isAtHome = label.countries.length === 0 ||
    label.countries.some((code) => site.countries.includes(code));
  if (label.form && isShortLabel(words) && !isAtHome) return undefined;
  if (label.form) {
    const written = writtenAt(tail, label.form);
    const sign = /^(HR[AB]|VR|PR|GnR)/i.exec(words)?.[0].toUpperCase() ?? "";
    const value = written && /^\d/.test(written) && sign !== "" ? `${sign} ${written}` : written;
    if (value === undefined) return undefined;
    // One country's label on a site of another is that of a sister or a customer.
    const confidence = isAtHome || site.countries.length === 0 ? FORM_CONFIDENCE : 0.55;
    return { field, value, confidence };
  }
  const number = firstOf(
    numbersIn(tail).flatMap((
      text,
    ) => [text, text.replace(/^[A-Z]{2} ?(?=\d)/, "").replace(/ ?[A-Z]{3}$/, "")]),
    (text) => filledIn(text, parseRegisterNumber(text, countriesOf(label, site))),
  );
  return number && { field, value: number.value, confidence: 0.9 };
}

/** What may stand between a label and its number: `No.`, `(siège) :`, `pod numerem`. */
const FILLER =
  /^(?:[^\p{L}\d]*(?:\([^()\d]{1,30}\)|\/ ?\p{L}{2,8}|(?:numb?ere?m?|nummer|n[uú]m(?:ero|er)?|numéro|nro|nr|no|n[º°]|№|br(?:oj)?|бр(?:ој)?|номер(?:ом)?|št|szám[ua]?|sz|code|kodas|id|is|on|er|lautet|is|under|with|sous|sob|bajo|pod|sub|за|под|numaras[ıi]|מספר|le|el|the|o|n|de|do|da)(?!\p{L})))*[^\p{L}\d]*/iu;

/** A number without check digits counts only right behind its label, as it stands or with its groups joined. */
function writtenAt(tail: string, form: RegExp): string | undefined {
  const bare = tail.replace(FILLER, "");
  const spellings = [bare.replace(THOUSANDS, ""), bare, bare.replace(GAPS, "")];
  const written = firstOf(spellings, (text) => form.exec(text)?.[0]);
  return written === undefined || isUnfilledNumber(written) ? undefined : written;
}

/** `000 000 000` has the right check digit, too. */
function filledIn<Found>(written: string, found: Found | undefined): Found | undefined {
  return isUnfilledNumber(written) ? undefined : found;
}

const THOUSANDS = /(?<=(?<!\d)\d{1,3})[ .](?=\d{3}(?!\d))/g;
const GAPS = /(?<=\d)[ .](?=\d)/g;

/** A label's own countries, those that the site speaks for first. */
function countriesOf({ countries }: NumberLabel, site: Site): readonly string[] {
  if (countries.length === 0) return site.countries;
  return [...site.countries.filter((code) => countries.includes(code)), ...countries];
}

function firstOf<Item, Found>(
  items: readonly Item[],
  parse: (item: Item) => Found | undefined,
): Found | undefined {
  for (const item of items) {
    const found = parse(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Text after each label; when nothing follows on the line, the next line. */
function labelled({ line, next }: Here, label: RegExp): { words: string; tail: string; quote: string }[] {
  return findAll(line.text, label).filter(({ index }) => !isOfAnother(line.text.slice(0, index))).map(
    (match) => {
      const rest = line.text.slice(match.index + match[0].length);
      // `gemäß § 27 a UStG:` is no number.
      const isAlone = !/\d/.test(rest.replace(/§+ ?\d+/g, ""));
      const [tail = ""] = (isAlone ? next : rest).slice(0, MAX_TAIL_CHARS).split(ANOTHER_KIND, 1);
      const quote = isAlone ? next.slice(0, 200) : quoteAround(line.text, match[0]);
      return { words: match[0], tail, quote };
    },
  );
}

/** Two companies are named, each with its form. */
function isOfAnother(before: string): boolean {
  const between = OF_ANOTHER.exec(before);
  return between !== null && LEGAL_FORM.test(before.slice(0, between.index)) &&
    LEGAL_FORM.test(before.slice(between.index));
}

/** As `matchAll`, which would have a copy of the pattern made, and mostly compiled, for each line. */
function findAll(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

function numbersIn(text: string): string[] {
  const found = text.match(
    /(?:(?<![A-Z])[A-Z]{2,3}[ .-]{0,2}|(?<!\p{L})[a-z]{2,3}(?=\d))?[A-Z]?-?\d(?:[A-Z\d]|[ .\-/](?=[A-Z\d])){3,24}/gu,
  ) ?? [];
  // Two numbers side by side, a number and a following word, or with Hungary's kind and county, are tried in parts too.
  return found.flatMap((
    each,
  ) => [
    each,
    each.replace(/[ ][A-Z\d]+$/, ""),
    each.split(/ (?=[A-Z]{2,})/)[0] ?? each,
    each.replace(/-\d-\d{2}$/, ""),
    each.replace(/(?<=\d)(?:MWST|TVA|IVA)$/, ""),
    // The next word's first letter, where no space parts them.
    each.replace(/(?<=\d)[A-Z]$/, ""),
  ]);
}

function readLeader({ page, line, next, before, site }: Here): Candidate[] {
  const labels = () => [...addressLabels(site).map(fold), ...ownNames(site)];
  // Two words of a menu can look like a name.
  const above = line.place === "header" ? "" : before;
  const person = readPersonName(line.text, { next, before: isRowLabel(line) ? "" : above, labels });
  if (!person) return [];
  // Below a customer's praise stand a name and a title, too.
  if (/figcaption|blockquote|cite/.test(line.tag)) return [];
  const confidence = (page.role === "legal" ? 0.8 : 0.7) + person.certainty;
  return [toCandidate({ page }, { field: "ceoName", value: person.name, confidence, quote: person.quote })];
}

/** Behind a label of a list or a table stands what it is about. */
function isRowLabel({ tag }: PageLine): boolean {
  return tag === "dt" || tag === "th";
}

function toCandidate(
  { page }: Pick<Here, "page">,
  found: { field: string; value: string; confidence: number; quote: string },
): Candidate {
  return { ...found, source: "text", page, extractor: EXTRACTOR };
}
