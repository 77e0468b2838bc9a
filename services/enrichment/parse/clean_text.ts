/** Makes a page's text safe to store and show: one line, no characters that cannot be seen or that turn the writing. */

// Controls, format characters (zero width, bidirectional, tags), selectors and fillers that draw nothing.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u115f\u1160\u3164\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;
/** To bring so many into order takes a time that grows by their square (UAX 15, "stream-safe text format"). */
const ENDLESS_MARKS = /(\p{M}{30})\p{M}+/gu;
/** More accents on one letter than any language needs draw over the neighbouring lines. */
const STACKED_MARKS = /(\p{M}{3})\p{M}+/gu;

/** Most text is plain, and plain text is quickly done with. */
const PLAIN = /^[\t\n\r\x20-\x7e]*$/;

export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text.replace(/\s+/g, " ").trim();
  return text.replace(/[\t\n\r\u2028\u2029]/g, " ").toWellFormed().replace(ENDLESS_MARKS, "$1").normalize(
    "NFC",
  )
    .replace(INVISIBLE, "").replace(STACKED_MARKS, "$1").replace(/[\s\u00a0\u3000]+/g, " ").trim();
}

/** Cut at a word where possible, with an ellipsis that says so. */
export function shorten(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const cut = text.slice(0, maxChars - 1).toWellFormed().replace(/\ufffd$/, "");
  const lastSpace = cut.lastIndexOf(" ");
  return `${cut.slice(0, lastSpace > maxChars / 2 ? lastSpace : undefined).trimEnd()}…`;
}
