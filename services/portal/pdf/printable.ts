/** Makes the texts of a document safe to set: no characters without glyphs, no run too long for its column. */
import { cleanText } from "../plain_text.ts";

/** Codes for the typesetter and addresses of links: not read by anybody. */
const UNREAD = new Set(["lang", "tone", "url"]);

/** The same value with every text in it made printable. */
export function printable<T>(value: T, isMirrored: boolean, key = ""): T {
  // Each branch returns what it was given, with other characters at most.
  if (typeof value === "string") return (UNREAD.has(key) ? value : printableText(value, isMirrored)) as T;
  if (Array.isArray(value)) return value.map((each) => printable(each, isMirrored)) as T;
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).map(([name, each]) => [name, printable(each, isMirrored, name)]);
  return Object.fromEntries(entries) as T;
}

/** A zero-width space allows a line break; without one a long word would leave the page. */
const BREAK = "\u200b";
const LONG_RUN = /[^\s\u200b]{25}(?=[^\s])/gu;

function printableText(text: string, isMirrored: boolean): string {
  const broken = cleanText(text).replaceAll("\t", " ").replace(LONG_RUN, `$&${BREAK}`);
  return isMirrored && startsLeftToRight(broken) ? `${ISOLATE}${broken}${END}` : broken;
}

/** The typesetter gives all text the direction of the document; "0184 Oslo" must stay in order all the same. */
const ISOLATE = "\u2066";
const END = "\u2069";

function startsLeftToRight(text: string): boolean {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter !== undefined && !/[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(letter);
}
