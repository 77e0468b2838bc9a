/** Finds a lexicon's words in the texts of a page, quickly: each word of the text is looked at once. */

/** A text and how much a word in it says. */
export interface Part<Origin> {
  readonly text: string;
  /** Of the text, by `foldWords`. */
  readonly words: readonly string[];
  readonly weight: number;
  readonly origin: Origin;
}

export interface Hit<Origin> {
  readonly points: number;
  /** The part with the greatest weight that has one of the words, and that word as it stands there. */
  readonly best: { readonly part: Part<Origin>; readonly word: string } | undefined;
}

const WEAK = 0.35;
/** A word that is repeated says a little more, not ten times more. */
const MAX_REPEATS = 2;
/** Shorter ones would be the beginning of anything. */
const MIN_PREFIX = 3;

interface Term {
  readonly entry: number;
  readonly weight: number;
  readonly isWhole: boolean;
}

interface Sought {
  readonly text: string;
  readonly term: Term;
}

interface Phrase {
  readonly text: string;
  /** Behind the first word; the last may go on in the page, unless the term is whole. */
  readonly rest: readonly string[];
  readonly term: Term;
}

/** What begins with a word of the page, or with a part of it. */
interface Found {
  readonly terms: readonly Term[];
  readonly phrases: readonly Phrase[];
}

const NOTHING: Found = { terms: [], phrases: [] };

export class Lexicon {
  readonly #size: number;
  /** By their first letters. */
  readonly #starts = new Map<string, Sought[]>();
  /** By their first word. */
  readonly #phrases = new Map<string, Phrase[]>();
  /** Ends of compounds. */
  readonly #inside: Sought[] = [];
  /** Most texts have none of the letters of these. */
  readonly #unspaced: Sought[] = [];

  /** @param entries each a list of words, in the notation of `branches.ts`. */
  constructor(entries: readonly string[]) {
    this.#size = entries.length;
    for (const [entry, words] of entries.entries()) {
      for (const word of words.split(" ")) this.#add(entry, word);
    }
  }

  #add(entry: number, written: string): void {
    const weight = written.startsWith("~") ? WEAK : 1;
    const isWhole = /[$_]$/.test(written);
    const bare = written.replace(/^~/, "").replace(/[$_]$/, "");
    const term = { entry, weight, isWhole };
    const words = foldWords(bare.replaceAll("*", ""));
    const [first = "", ...rest] = words;
    if (isUnspaced(bare)) return void this.#unspaced.push({ text: first, term });
    if (bare.startsWith("*")) return void this.#inside.push({ text: first, term });
    if (rest.length === 0) return append(this.#starts, first.slice(0, MIN_PREFIX), { text: first, term });
    // A phrase counts more than a word: it is hardly ever said by chance.
    append(this.#phrases, first, { text: words.join(" "), rest, term: { ...term, weight: weight * 1.5 } });
  }

  /** What each entry gets out of the texts. */
  find<Origin>(parts: readonly Part<Origin>[]): Hit<Origin>[] {
    const tally = new Tally<Origin>(this.#size);
    // A page says most of its words more than once.
    const known = new Map<string, Found>();
    for (const part of parts) {
      const { words } = part;
      for (const [index, word] of words.entries()) {
        const found = known.get(word) ?? this.#lookUp(word);
        known.set(word, found);
        for (const term of found.terms) tally.add(term, word, part);
        for (const { text, rest, term } of found.phrases) {
          if (goesOn(words, index, rest, term.isWhole)) tally.add(term, text, part);
        }
      }
      const text = ` ${words.join(" ")} `;
      const inside = isUnspaced(text) ? [...this.#inside, ...this.#unspaced] : this.#inside;
      for (const { text: sought, term } of inside) {
        if (text.includes(term.isWhole ? `${sought} ` : sought)) tally.add(term, sought, part);
      }
    }
    return tally.hits();
  }

  #lookUp(word: string): Found {
    const terms = (this.#starts.get(word.slice(0, MIN_PREFIX)) ?? [])
      .filter(({ text, term }) => term.isWhole ? word === text : word.startsWith(text))
      .map(({ term }) => term);
    const phrases = this.#phrases.get(word) ?? [];
    return terms.length + phrases.length === 0 ? NOTHING : { terms, phrases };
  }
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function goesOn(words: readonly string[], index: number, rest: readonly string[], isWhole: boolean): boolean {
  return rest.every((sought, step) => {
    const word = words[index + 1 + step];
    return word === sought || (!isWhole && step === rest.length - 1 && word?.startsWith(sought) === true);
  });
}

class Tally<Origin> {
  readonly #points: Map<string, { count: number; weight: number }>[];
  readonly #best: Hit<Origin>["best"][];

  constructor(size: number) {
    this.#points = Array.from({ length: size }, () => new Map());
    this.#best = Array.from({ length: size }, () => undefined);
  }

  add(term: Term, word: string, part: Part<Origin>): void {
    const seen = this.#points[term.entry]!;
    const known = seen.get(word) ?? { count: 0, weight: 0 };
    const weight = Math.max(known.weight, term.weight * part.weight);
    seen.set(word, { count: known.count + 1, weight });
    const best = this.#best[term.entry];
    if (!best || part.weight > best.part.weight) this.#best[term.entry] = { part, word };
  }

  hits(): Hit<Origin>[] {
    return this.#points.map((words, index) => ({
      points: [...words.values()].reduce(
        (sum, { count, weight }) => sum + weight * Math.min(MAX_REPEATS, 1 + Math.log10(count)),
        0,
      ),
      best: this.#best[index],
    }));
  }
}

/** Words without accents and case; a hyphen stays, as it does in `e-learning`. */
export function foldWords(text: string): string[] {
  const plain = text.normalize("NFKC").normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").toLowerCase()
    .replaceAll("ß", "ss").replaceAll("ø", "o").replaceAll("æ", "ae").replaceAll("ł", "l")
    .replaceAll("ı", "i").replaceAll("đ", "d");
  return plain.match(/[\p{L}\p{N}&]+(?:-[\p{L}\p{N}]*)*/gu) ?? [];
}

/** Japanese does not part its words. */
function isUnspaced(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(text);
}
