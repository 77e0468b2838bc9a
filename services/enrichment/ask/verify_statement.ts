/** What a model states counts only as far as the pages say it too; this is the check, and it knows no model. */
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { type Candidate, fold, MAX_QUOTE_CHARS, stateQuotes } from "../read/candidate.ts";
import { findCountryByName } from "../read/places/countries.ts";
import { isInstruction } from "../read/instructions.ts";
import { parsePhone } from "../read/contact/phone_number.ts";
import { parseVatNumber } from "shared/tax_numbers.ts";
import { verifyCandidate } from "../read/verify_candidate.ts";
import { CHOICES } from "./asked_fields.ts";
import type { Block } from "./choose_blocks.ts";
import type { Statement } from "./parse_answer.ts";
import { PROMPT_VERSION } from "./prompt.ts";

/** Too low to be filled in without asking a person, unless a rule has found the same. */
const STATED_CONFIDENCE = 0.75;
const CHOSEN_CONFIDENCE = 0.8;
const MIN_QUOTE_CHARS = 2;

export interface Grounds {
  readonly blocks: readonly Block[];
  /** Numbers without a prefix are read in their light, the likeliest first. */
  readonly countries: readonly string[];
}

export function verifyStatement(
  statement: Statement,
  { blocks, countries }: Grounds,
): FoundValue | undefined {
  const block = blocks.find((each) => each.n === statement.evidence);
  const quote = squeeze(statement.quote);
  if (!block || quote.length < MIN_QUOTE_CHARS || !squeeze(block.text).includes(quote)) return undefined;
  if (isInstruction(quote) || isInstruction(statement.value)) return undefined;
  const value = deriveValue(statement, quote, countries);
  if (value === undefined) return undefined;
  const { page } = block;
  const isChoice = CHOICES[statement.field] !== undefined;
  const candidate: Candidate = {
    field: statement.field,
    value,
    confidence: isChoice ? CHOSEN_CONFIDENCE : STATED_CONFIDENCE,
    source: "model",
    page,
    quote: quote.slice(0, MAX_QUOTE_CHARS).toWellFormed(),
    extractor: PROMPT_VERSION,
  };
  const verified = verifyCandidate(candidate, stateQuotes(page));
  if (!verified) return undefined;
  const { page: _page, ...found } = verified;
  return { ...found, url: page.url, fetchedAt: page.fetchedAt };
}

type Derive = (value: string, quote: string, countries: readonly string[]) => string | undefined;

/** Fields whose value may be spelled otherwise than the quote; all others must stand in it. */
const DERIVED: Readonly<Record<string, Derive>> = {
  phone: (value, quote, countries) =>
    holdsDigits(quote, value, 7) ? parsePhone(value, countries)?.spelled : undefined,
  vatNumber: (value, quote, countries) =>
    holdsDigits(quote, value) ? parseVatNumber(value, countries)?.value : undefined,
  foundedYear: (value, quote) => /^\d{4}$/.test(value) && quote.includes(value) ? value : undefined,
  employeeCount: (value, quote) => /\d/.test(value) && holdsDigits(quote, value) ? value : undefined,
  countryCode: (value, quote) =>
    countriesIn(quote).includes(value.toUpperCase()) ? value.toUpperCase() : undefined,
  email: (value, quote) => holdsText(quote, value) ? value.toLowerCase() : undefined,
  financeContactEmail: (value, quote) => holdsText(quote, value) ? value.toLowerCase() : undefined,
};

function deriveValue(
  { field, value }: Statement,
  quote: string,
  countries: readonly string[],
): string | undefined {
  const choices = CHOICES[field];
  if (choices) return choices.includes(value) ? value : undefined;
  const derive = DERIVED[field];
  if (derive) return derive(value.trim(), quote, countries);
  return fold(quote).includes(fold(value)) && fold(value) !== "" ? value : undefined;
}

/** @param last so many digits are enough: the country's prefix may be written or not. */
function holdsDigits(quote: string, value: string, last = Infinity): boolean {
  const digits = value.replace(/\D/g, "");
  return digits !== "" &&
    quote.replace(/\D/g, "").includes(last < digits.length ? digits.slice(-last) : digits);
}

function holdsText(quote: string, value: string): boolean {
  return quote.toLowerCase().includes(value.toLowerCase());
}

/** The countries that a text names, by one to four words. */
function countriesIn(text: string): string[] {
  const words = text.split(/[^\p{L}]+/u).filter((word) => word !== "");
  return words.flatMap((_, start) =>
    [1, 2, 3, 4].flatMap((count) => findCountryByName(words.slice(start, start + count).join(" ")) ?? [])
  );
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
