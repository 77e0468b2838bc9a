/** Texts in other scripts, in Latin letters: for whoever searches with a keyboard that has no others. */
import anyAscii from "any-ascii";

/** Those that have letters of another script, spelled in Latin ones; null when there are none. */
export function toLatinText(texts: readonly unknown[]): string | null {
  const foreign = texts.filter((text): text is string => typeof text === "string" && OTHER_LETTER.test(text));
  return foreign.length === 0 ? null : foreign.map(anyAscii).join(" ");
}

const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
