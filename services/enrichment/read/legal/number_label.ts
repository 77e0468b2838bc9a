/** The words before a VAT or register number, and how they are looked for. */

export interface NumberLabel {
  readonly field: "vatNumber" | "companyNumber";
  /** Where the label is used; none: everywhere. */
  readonly countries: readonly string[];
  readonly words: RegExp;
  /** What the number looks like where no check digit tells; without it the country's own rule decides. */
  readonly form?: RegExp;
}

const BEFORE = "(?<![\\p{L}\\p{N}])(?:";
/** No word goes on behind it; but where cells stand side by side, the number's own letters may follow at once. */
const BEHIND = ")(?!\\p{L}(?![A-Z]{0,2}[ .-]?\\d))";

/** Not within a word, whatever its script. */
function whole(words: string, flags = "giu"): RegExp {
  return new RegExp(BEFORE + dotted(words) + BEHIND, flags);
}

/** `RUT` is also written `R.U.T.`. */
function dotted(words: string): string {
  return words.replace(
    /(?<![\p{L}\\])\p{Lu}{2,6}(?!\p{L})/gu,
    (letters) => `${[...letters].join("\\.?")}\\.?`,
  );
}

export function vat(countries: string, words: string, form?: RegExp): NumberLabel {
  return { field: "vatNumber", countries: list(countries), words: whole(words), form };
}

export function register(countries: string, words: string, form?: RegExp): NumberLabel {
  return { field: "companyNumber", countries: list(countries), words: whole(words), form };
}

function list(countries: string): string[] {
  return countries.split(" ").filter((code) => code !== "");
}

/** Any of them, in one look. */
export function anyOf(labels: readonly NumberLabel[]): RegExp {
  return new RegExp(
    BEFORE + labels.map(({ words }) => words.source.slice(BEFORE.length, -BEHIND.length)).join("|") + BEHIND,
    "iu",
  );
}

/** Of two letters: said of other things too, in countries that do not use it. */
export function isShortLabel(words: string): boolean {
  return words.replace(/[^\p{L}]+/gu, "").length <= 2;
}
