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
  /** The part with the greatest weight that has one of the words, and that word, folded. */
  readonly best: { readonly part: Part<Origin>; readonly word: string } | undefined;
}

const WEAK = 0.35;
/** A word that is repeated says a little more, not ten times more. */
const MAX_REPEATS = 2;
/** Longer than any word of the tables. */
const MAX_WORD_CHARS = 32;
/** Of a compound: what stands before the word, that word, and what its case may add. */
const HEAD_CHARS = 3;
const MIN_FRONT = 3;
const MIN_END = 6;
const MAX_INFLECTION = 3;
const END_WEIGHT = 0.7;
/** A phrase counts more than a word: it is hardly ever said by chance. */
const PHRASE_WEIGHT = 1.5;

/** Its entry, whether it is whole and whether it is weak in one number: there are many, and they are made for the first page. */
type Term = number;

interface Sought {
  readonly text: string;
  readonly term: Term;
}

interface Phrase {
  /** Behind the first word, joined by `_`; the last may go on in the page, unless the term is whole. */
  readonly rest: string;
  readonly term: Term;
}

/** What begins with a word of the page, or with a part of it. */
interface Found {
  readonly terms: readonly Term[];
  /** Of a compound only the end was found. */
  readonly isEnd: boolean;
  readonly phrases: readonly Phrase[];
}

const NOTHING: Found = { terms: [], isEnd: false, phrases: [] };

export class Lexicon {
  readonly #size: number;
  readonly #words = new Map<string, Term[]>();
  /** By their first word. */
  readonly #phrases = new Map<string, Phrase[]>();
  /** What words begin with: most texts' words, and most of their ends, begin like none. */
  readonly #heads = new Set<string>();
  /** Ends of compounds. */
  readonly #inside: Sought[] = [];
  /** Most texts have none of the letters of these. */
  readonly #unspaced: Sought[] = [];

  /** @param entries each a list of words, in the notation of `branches.ts`. */
  constructor(entries: readonly string[]) {
    this.#size = entries.length;
    for (const [entry, words] of entries.entries()) {
      for (const word of words.trim().split(/\s+/)) this.#add(entry, word);
    }
  }

  #add(entry: number, written: string): void {
    const isWeak = written.startsWith("~");
    const isWhole = written.endsWith("$");
    // The tables are folded already (`read_class_test`): folding thousands of words takes longer than a page.
    const text = isWeak || isWhole ? written.slice(isWeak ? 1 : 0, isWhole ? -1 : undefined) : written;
    const term = entry * 4 + (isWhole ? 2 : 0) + (isWeak ? 1 : 0);
    const gap = text.indexOf("_");
    if (isUnspaced(text)) this.#unspaced.push({ text, term });
    else if (text.startsWith("*")) this.#inside.push({ text: text.slice(1), term });
    else if (gap < 0) {
      append(this.#words, text, term);
      this.#heads.add(text.slice(0, HEAD_CHARS));
    } else append(this.#phrases, text.slice(0, gap), { rest: text.slice(gap + 1), term });
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
        for (const term of found.terms) tally.add(term, word, part, found.isEnd ? END_WEIGHT : 1);
        for (const { rest, term } of found.phrases) {
          if (goesOn(words, index, rest, isWholeTerm(term))) {
            tally.add(term, `${word} ${rest.replaceAll("_", " ")}`, part, PHRASE_WEIGHT);
          }
        }
      }
      const text = ` ${words.join(" ")} `;
      const inside = isUnspaced(text) ? [...this.#inside, ...this.#unspaced] : this.#inside;
      for (const { text: sought, term } of inside) {
        if (text.includes(isWholeTerm(term) ? `${sought} ` : sought)) tally.add(term, sought, part);
      }
    }
    return tally.hits();
  }

  #lookUp(word: string): Found {
    const begun = this.#beginning(word);
    const terms = begun.length > 0 ? begun : this.#ending(word);
    const phrases = this.#phrases.get(word) ?? [];
    if (terms.length + phrases.length === 0) return NOTHING;
    return { terms, isEnd: begun.length === 0, phrases };
  }

  #beginning(word: string): Term[] {
    const terms: Term[] = [];
    const most = this.#heads.has(word.slice(0, HEAD_CHARS)) ? Math.min(word.length, MAX_WORD_CHARS) : 2;
    for (let end = 2; end <= most; end++) {
      const known = this.#words.get(word.slice(0, end));
      if (known === undefined) continue;
      for (const term of known) if (end === word.length || !isWholeTerm(term)) terms.push(term);
    }
    return terms;
  }

  /** `Dachfensterreinigung` is a kind of `Fensterreinigung`: the end of a compound says what it is. */
  #ending(word: string): Term[] {
    for (let start = MIN_FRONT; start <= word.length - MIN_END; start++) {
      if (!this.#heads.has(word.slice(start, start + HEAD_CHARS))) continue;
      for (let end = word.length; end >= start + MIN_END && end >= word.length - MAX_INFLECTION; end--) {
        const known = this.#words.get(word.slice(start, end));
        if (known === undefined) continue;
        const terms = known.filter((term) =>
          !isWeakTerm(term) && (end === word.length || !isWholeTerm(term))
        );
        if (terms.length > 0) return terms;
      }
    }
    return [];
  }
}

function isWholeTerm(term: Term): boolean {
  return (term & 2) > 0;
}

function isWeakTerm(term: Term): boolean {
  return (term & 1) > 0;
}

function append<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function goesOn(words: readonly string[], index: number, rest: string, isWhole: boolean): boolean {
  return rest.split("_").every((sought, step, all) => {
    const word = words[index + 1 + step];
    return word === sought || (!isWhole && step === all.length - 1 && word?.startsWith(sought) === true);
  });
}

class Tally<Origin> {
  readonly #points: Map<string, { count: number; weight: number }>[];
  readonly #best: Hit<Origin>["best"][];

  constructor(size: number) {
    this.#points = Array.from({ length: size }, () => new Map());
    this.#best = Array.from({ length: size }, () => undefined);
  }

  add(term: Term, word: string, part: Part<Origin>, share = 1): void {
    const entry = term >> 2;
    const seen = this.#points[entry]!;
    const known = seen.get(word) ?? { count: 0, weight: 0 };
    const weight = Math.max(known.weight, (isWeakTerm(term) ? WEAK : 1) * share * part.weight);
    seen.set(word, { count: known.count + 1, weight });
    const best = this.#best[entry];
    if (!best || part.weight > best.part.weight) this.#best[entry] = { part, word };
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
  const words = plain.match(/[\p{L}\p{N}&]+(?:-[\p{L}\p{N}]*)*/gu) ?? [];
  return /[\u0590-\u06ff]/.test(plain) ? words.map(withoutArticle) : words;
}

/** Arabic and Hebrew write `and` and `the` in one with the word. */
function withoutArticle(word: string): string {
  return word.length < 5 ? word : word.replace(/^(?:[\u0648\u0628\u0641]?\u0627\u0644|\u05d4)(?=.{3})/, "");
}

/** Japanese and Chinese do not part their words. */
function isUnspaced(text: string): boolean {
  return /[\u3005-\u30ff\u3400-\u9fff]/.test(text);
}
