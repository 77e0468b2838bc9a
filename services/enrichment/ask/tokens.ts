/** How many tokens a text is about; on the high side, since caps are held by it. */

const CHARS_PER_TOKEN = 3.2;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu;

export function estimateTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return Math.ceil(wide * 1.2 + (text.length - wide) / CHARS_PER_TOKEN);
}
