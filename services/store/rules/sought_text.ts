/** What a person typed to find something by. */

/** Null when nothing was typed. A NUL cannot be in any text, and is not taken by the database either. */
export function toSought(typed: string | null | undefined): string | null {
  return typed?.trim().replaceAll("\0", "\ufffd") || null;
}

/** For LIKE: what holds the text. */
export function inside(text: string): string {
  return `%${escapePattern(text)}%`;
}

/** What a person typed is never a pattern. */
export function escapePattern(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
