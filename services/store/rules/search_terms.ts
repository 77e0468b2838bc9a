/** What a search asks for: words, without what a company's legal form adds to its name. */

export interface SearchTerms {
  /** As typed, folded: one blank before each word, as in `word_form` of the database. */
  readonly full: string;
  /** Without legal forms, unless nothing else was typed. */
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

const LEGAL_FORM = new RegExp(
  // The longest first: "s a r l" is one form, not "s a" with a rest.
  ` (?:${LEGAL_FORMS.toSorted((one, other) => other.length - one.length).join("|")})(?= |$)`,
  "g",
);

/** @param folded The query in `word_form`; undefined when it holds no word, so that nothing can match. */
export function toSearchTerms(folded: string): SearchTerms | undefined {
  const words = folded.split(" ").filter((word) => word !== "").slice(0, MAX_WORDS);
  if (words.length === 0) return undefined;
  const full = spell(words);
  const rest = full.replace(LEGAL_FORM, "");
  const core = rest === "" ? full : rest;
  return { full, core, words: core.trim().split(" ") };
}

/** A condition on one of the two texts that a customer is searched by; each must contain every `all` and any of each. */
export interface Pattern {
  readonly on: "name" | "text";
  /** For LIKE: of each inner list at least one must match. */
  readonly all: readonly (readonly string[])[];
  /** A beginning of the name: one range of the index that is in the order of names. */
  readonly isBeginning?: boolean;
}

/**
 * From the best match to the weakest. Each tier is shown in the order of names, so a position in it stays valid
 * whatever is inserted or deleted. The last tier holds all the others.
 *
 * @param corrections Of each word, those that it may have been meant to be.
 */
export function rankTiers(terms: SearchTerms, corrections: readonly (readonly string[])[]): Pattern[] {
  const { full, core, words } = terms;
  const atStarts = words.map((word) => [inside(spell([word]))]);
  const beginnings = [...new Set([full, core])];
  const tiers: Pattern[] = [
    ...beginnings.map((text): Pattern => ({ on: "name", all: [[`${escape(text)}%`]], isBeginning: true })),
    { on: "name", all: atStarts },
  ];
  // Shorter texts are everywhere, and no index finds them.
  if (!words.some((word) => word.length >= 3)) return tiers;
  if (words.length > 1) {
    // One behind the other, as in an address.
    tiers.push({ on: "text", all: [[inside(core)]] });
    // "555 12" as it stands in "55512", and a VAT number typed in groups.
    if (/\d/.test(core)) tiers.push({ on: "text", all: [[inside(words.join(""))]] });
  }
  tiers.push({ on: "text", all: words.map((word) => [inside(word)]) });
  if (corrections.every((others) => others.length === 0)) return tiers;
  const starts = corrections.map((others) => others.map((other) => inside(spell([other]))));
  tiers.push({ on: "name", all: atStarts.map((own, index) => [...own, ...starts[index]!]) });
  tiers.push({ on: "text", all: words.map((word, index) => [inside(word), ...starts[index]!]) });
  return tiers;
}

function spell(words: readonly string[]): string {
  return words.map((word) => ` ${word}`).join("");
}

function inside(text: string): string {
  return `%${escape(text)}%`;
}

/** What a person typed is never a pattern. */
function escape(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
