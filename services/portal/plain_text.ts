/** What other people wrote, made harmless to look at: no controls, nothing that turns the reading direction. */
import { html, type Safe } from "./html.ts";

// Bidirectional controls could reverse an amount beside them; the other ranges have no glyph to show.
// The joiners U+200C and U+200D stay: Persian words and many emoji need them.
const UNSHOWABLE =
  // deno-lint-ignore no-control-regex -- control characters are exactly what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ue000-\uf8ff\ufff0-\uffff\u{e0000}-\u{e0fff}\u{f0000}-\u{10ffff}]/gu;

/** Marks of every script, such as accents, piled higher than any language does: they would cross out what stands above. */
const PILED_MARKS = /(\p{Script=Inherited}{4})\p{Script=Inherited}+/gu;

/** Most texts need no work at all. */
const PLAIN = /^[\x20-\x7e]*$/;

export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize("NFC").toWellFormed().replace(UNSHOWABLE, "").replace(PILED_MARKS, "$1");
}

/** A customer's or seller's words, isolated from the direction of the page around them. */
export function isolate(text: string): Safe {
  return html`<bdi>${cleanText(text)}</bdi>`;
}

/** Several lines, each isolated. */
export function isolateLines(lines: readonly string[]): Safe[] {
  return lines.map((line, index) => index === 0 ? isolate(line) : html`<br>${isolate(line)}`);
}
