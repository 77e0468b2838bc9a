/** What a search asks for: words, without what a company's legal form or an "and" adds to its name. */

import { isSetApart, setApart } from "./other_spellings.ts";
import { escapePattern, inside } from "./sought_text.ts";

export interface SearchTerms {
  /** As typed, folded: one blank before each word, as in `word_form` of the database. */
  readonly full: string;
  /** Without legal forms and "and", unless nothing else was typed. */
  readonly core: string;
  readonly words: readonly string[];
}

const MAX_WORDS = 8;

/** Folded as `word_form` leaves them: "S.p.A." has become "s p a". */
const LEGAL_FORMS = [
  ...["ab", "ag", "ans", "aps", "as", "asa", "bv", "bvba", "co", "company", "corp", "corporation", "da"],
  ...["doo", "eg", "eurl", "ev", "gbr", "gmbh", "inc", "incorporated", "kft", "kg", "kgaa", "lda", "limited"],
  ...["llc", "llp", "lp", "ltd", "ltda", "mbh", "nv", "ohg", "ou", "oy", "oyj", "plc", "pty", "pvt", "sa"],
  ...["sarl", "sas", "scs", "se", "sia", "sl", "slu", "spa", "srl", "sro", "uab", "ug", "zrt"],
  ...["a s", "b v", "d o o", "e v", "g m b h", "l l c", "n v", "s a", "s a r l", "s a s", "s l", "s p a"],
  ...["s r l", "s r o", "sp z o o", "spol s r o", "sp zoo", "haftungsbeschrankt"],
];

/** What some write where others write "&", which is no word. */
const ANDS = ["and", "et", "och", "og", "und"];

const LEFT_OUT = new RegExp(
  // The longest first: "s a r l" is one form, not "s a" with a rest.
  ` (?:${[...LEGAL_FORMS, ...ANDS].toSorted((one, other) => other.length - one.length).join("|")})(?= |$)`,
  "g",
);

/** Of an address copied from a browser the host is meant, and that may be on file without what stands before it. */
const BEFORE_HOST = /^ (?:https?(?: www)?|www)(?= )/;

/** @param folded The query in `word_form`; undefined when it holds no word, so that nothing can match. */
export function toSearchTerms(folded: string): SearchTerms | undefined {
  const words = folded.replace(BEFORE_HOST, "").split(" ").filter((word) => word !== "").slice(0, MAX_WORDS);
  if (words.length === 0) return undefined;
  const full = spell(words);
  const rest = full.replace(LEFT_OUT, "");
  const core = rest === "" ? full : rest;
  return { full, core, words: core.trim().split(" ") };
}

/** Of an address that leads to one of a site's pages; undefined for all else. */
export function findHost(typed: string): string | undefined {
  return /^(?:https?:\/\/)?([^\s/?#@:]+\.\p{L}[\p{L}\d-]+)(?::\d+)?[/?#]\S*$/iu.exec(typed)?.[1];
}

/** What is shown of such an address last: whoever has that site, whichever of its pages. */
export function hostTier(foldedHost: string): Pattern[] {
  const terms = toSearchTerms(foldedHost);
  return terms ? [{ on: "text", all: [[inside(terms.full)]] }] : [];
}

/** A condition on one of the two texts that a customer is searched by, or on its id: every `all` must match. */
export interface Pattern {
  readonly on: "name" | "text" | "id";
  /** For LIKE, or ids: of each inner list at least one must match. */
  readonly all: readonly (readonly string[])[];
  /** Beginnings of the name and nothing else: few ranges of the index that is in the order of names. */
  readonly isBeginning?: boolean;
  readonly lookUp?: LookUp;
}

/**
 * What an index is asked for where all that match are fetched, for it has to look up many trigrams of each word that one may
 * have been meant to be. Whatever matches and is in no tier of what was typed has each of `certain`, and one of each list of
 * `meant` unless it has one of `typed`.
 */
export interface LookUp {
  /** Patterns of the words that are not corrected. */
  readonly certain: readonly string[];
  /** Patterns of those that are: only where another may have been meant otherwise. */
  readonly typed: readonly string[];
  /** Of each corrected word how one may begin that was meant. */
  readonly meant: readonly (readonly string[])[];
}

/**
 * From the best match to the weakest. Each is shown in the order of names, so a position in it stays valid whatever is
 * inserted or deleted.
 *
 * @param owners Of an invoice with this very number; undefined when it can be none.
 */
export function rankTiers(terms: SearchTerms, owners?: readonly string[]): Pattern[] {
  return [
    ...rankNames(terms),
    ...(owners ? [{ on: "id", all: [owners] } as const] : []),
    ...rankTexts(terms),
  ];
}

function rankNames({ full, core, words }: SearchTerms): Pattern[] {
  const beginnings = [...new Set([full, core])].map((text): Pattern => ({
    on: "name",
    all: [[atBeginning(text)]],
    isBeginning: true,
  }));
  // One behind the other.
  const phrase: Pattern[] = words.length > 1 ? [{ on: "name", all: [[inside(core)]] }] : [];
  return [...beginnings, ...phrase, { on: "name", all: words.map((word) => [atStart(word)]) }];
}

function rankTexts(terms: SearchTerms): Pattern[] {
  const { core, words } = terms;
  // As in an address.
  const phrase: Pattern[] = words.length > 1 ? [{ on: "text", all: [[inside(core)]] }] : [];
  return [...phrase, ...joinWords(terms), ...partWords(words), ...matchWords(words)];
}

/** "555 12" as it stands in "55512", and a VAT number typed in groups. */
function joinWords({ core, words }: SearchTerms): Pattern[] {
  const all = [words, withoutZero(words)].map((parts) => withoutTrunkPrefix(parts.join("")));
  if (!/\d/.test(core) || (words.length === 1 && all[0] === words[0])) return [];
  return [{
    on: "text",
    all: [[...new Set(all)].map((joined) => joined.length >= 3 ? inside(joined) : atStart(joined))],
  }];
}

/** "7eleven" as it stands in "7-Eleven". */
function partWords(words: readonly string[]): Pattern[] {
  const parted = words.map(partAtNumber);
  if (!parted.some((parts) => parts.length > 1)) return [];
  return [{ on: "text", all: parted.map((parts) => [inside(spell(parts))]) }];
}

function matchWords(words: readonly string[]): Pattern[] {
  if (words.some((word) => word.length >= 3)) {
    return [{ on: "text", all: words.map((word) => [inside(word)]) }];
  }
  // What is shorter is everywhere, and an index finds it only where a word begins. One letter begins too many.
  if (!words.some((word) => word.length === 2 || isSetApart(word))) return [];
  return [{ on: "text", all: words.map((word) => [atStart(isSetApart(word) ? setApart(word) : word)]) }];
}

/** Once, before or behind its digits, when a part is long enough for an index to find. */
function partAtNumber(word: string): string[] {
  const [, ...parts] = /^(\d+)(\D+)$/.exec(word) ?? /^(\D+)(\d+)$/.exec(word) ?? [];
  return parts.some((part) => part.length >= 3) ? parts : [word];
}

/** "+49 (0)170 …" is dialled without what stands in brackets. */
function withoutZero(words: readonly string[]): readonly string[] {
  const [country, zero, ...rest] = words;
  return /^\d{1,5}$/.test(country!) && zero === "0" && rest.length > 0 ? [country!, ...rest] : words;
}

/** "0170 …" and "0049 170 …" are dialled as +49 170 …, and whoever wrote it as they did has those digits too. */
function withoutTrunkPrefix(word: string): string {
  return word.replace(/^0+(?=\d{5,}$)/, "");
}

/**
 * What is shown after all of those: what holds a word that one may have been meant to be.
 *
 * @param corrections Of each word those that it may stand for; none at all, then there is nothing more.
 */
export function correctedTiers(
  { words }: SearchTerms,
  corrections: readonly (readonly string[])[],
): Pattern[] {
  if (corrections.every((others) => others.length === 0)) return [];
  const isOne = words.length === 1;
  // What holds a single word as it was typed has been shown before.
  const typed = (word: string, toPattern: (word: string) => string) => isOne ? [] : [toPattern(word)];
  const spelled = (toPattern: (word: string) => string, ofTyped = toPattern) =>
    words.map((word, index) => [...typed(word, ofTyped), ...corrections[index]!.map(toPattern)]);
  const beginnings = spelled((word) => atBeginning(spell([word])));
  const starts = spelled(atStart);
  const lookUp = lookUpWords(words, corrections);
  return [
    { on: "name", all: [beginnings[0]!, ...starts.slice(1)], isBeginning: isOne, lookUp },
    { on: "name", all: starts, lookUp },
    { on: "text", all: spelled(atStart, inside), lookUp },
  ];
}

function lookUpWords(words: readonly string[], corrections: readonly (readonly string[])[]): LookUp {
  const isCorrected = (index: number) => corrections[index]!.length > 0;
  const corrected = words.filter((_, index) => isCorrected(index));
  return {
    certain: words.filter((_, index) => !isCorrected(index)).map(inside),
    // If it is the only one, it is not as it was typed: else all are.
    typed: corrected.length > 1 ? corrected.map(inside) : [],
    meant: corrections.filter((others) => others.length > 0),
  };
}

/** Whether a typing error can be told from a word: digits and short words say too little. */
export function isCorrectable(word: string): boolean {
  return /^\D{4,40}$/.test(word);
}

function atBeginning(text: string): string {
  return `${escapePattern(text)}%`;
}

function atStart(word: string): string {
  return inside(spell([word]));
}

function spell(words: readonly string[]): string {
  return words.map((word) => ` ${word}`).join("");
}
