/** Texts that a spreadsheet would take for a formula get an apostrophe in front, and lose it on the way back. */

/** Also the full-width forms, which some programs read as the narrow ones (OWASP, CSV injection). */
const LIKE_FORMULA = /^'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;
const GUARDED = /^'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** Apostrophes that were there already count too: so `unguard` gives back exactly what was there. */
export function guard(text: string): string {
  return LIKE_FORMULA.test(text) ? `'${text}` : text;
}

export function unguard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}

/** For a cell that goes back to whoever sent it: only what would be a formula, so that it means the same when read again. */
export function guardRaw(text: string): string {
  return LIKE_FORMULA.test(text) && !text.startsWith("'") ? `'${text}` : text;
}
