/** How many tokens a text is about; on the high side, since caps are held by it. */

const CHARS_PER_TOKEN = 3.2;
/** Beyond Latin letters a token is often a single character, and sometimes less. */
const WIDE = /[\u0250-\u{10ffff}]/gu;

export function estimateTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil(wide * 1.2 + (text.length - wide) / CHARS_PER_TOKEN);
}
