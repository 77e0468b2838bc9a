/** What a name is found by beside what it says: the same words in other spellings. */
import { toLatinText } from "./latin_text.ts";

/** In Latin letters; as one word where signs part it; sign for sign where no blanks part words. Null when there are none. */
export function toOtherSpellings(texts: readonly unknown[]): string | null {
  const typed = texts.filter((text): text is string => typeof text === "string");
  const spellings = [toLatinText(typed), ...typed.flatMap(spellOtherwise)].filter((text) => text !== null);
  return spellings.length === 0 ? null : spellings.join(" ");
}

function spellOtherwise(text: string): string[] {
  const plain = toPlainWidth(text);
  const isPlain = plain === text.normalize("NFC");
  return [...(isPlain ? [] : [plain]), ...joinParts(plain), ...(plain.match(UNPARTED) ?? []).map(setApart)];
}

/** Half and full width, ligatures and accents set apart are the same letters to whoever searches. */
export function toPlainWidth(text: string): string {
  return text.normalize("NFKC");
}

/** "AT&T" as "ATT", "O'Neil" as "ONeil". */
function joinParts(text: string): string[] {
  return text.split(/\s+/).filter((word) => PARTED.test(word)).map((word) => word.replace(SIGNS, ""));
}

const PARTED = /[\p{L}\p{M}\p{N}][^\p{L}\p{M}\p{N}]+[\p{L}\p{N}]/u;
const SIGNS = /[^\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters of scripts in which words stand side by side, or are made of others. */
const UNPARTED = new RegExp(
  `(?:(?=[${
    ["Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar"]
      .map((script) => `\\p{Script_Extensions=${script}}`).join("")
  }])\\p{L}\\p{M}*)+`,
  "gu",
);

/** An index finds three signs anywhere in a word, but one or two only where a word begins: here each sign is a word. */
export function setApart(run: string): string {
  return run.match(/\p{L}\p{M}*/gu)!.join(" ");
}

/** Whether all of it stands in the form of {@linkcode setApart} where it is part of a text. */
export function isSetApart(word: string): boolean {
  return word.match(UNPARTED)?.[0] === word;
}
