/** Entity tags (RFC 9110, 8.8.3): reading those of a condition, and what ours say. */

export interface EntityTag {
  readonly isWeak: boolean;
  /** Between the quotes. */
  readonly value: string;
}

/** Longer lists are refused: nobody has seen so many versions. */
const MAX_LENGTH = 4_000;
const TAG = /(W\/)?"([\x21\x23-\x7e]*)"/g;

/**
 * The value of If-Match or If-None-Match: `*`, or one or several tags; undefined when it is neither.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * assertEquals(parseEntityTags('"7-x", W/"8"')?.length, 2);
 * assertEquals(parseEntityTags("7"), undefined);
 * ```
 */
export function parseEntityTags(text: string): "*" | EntityTag[] | undefined {
  if (text.trim() === "*") return "*";
  if (text.length > MAX_LENGTH || !/^[\s,]*$/.test(text.replaceAll(TAG, ""))) return undefined;
  const tags = [...text.matchAll(TAG)].map(([, weak, value]) => ({
    isWeak: weak !== undefined,
    value: value!,
  }));
  return tags.length > 0 ? tags : undefined;
}

/**
 * The tag of a thing with a version, as it was shown: the version, and a print of what was shown with it. Totals and
 * the like change without a new version, so the whole tag says whether a copy is still good (If-None-Match), and the
 * version in it whether somebody has edited since (If-Match).
 */
export function writeEntityTag(version: string, print: string): string {
  return `"${version}-${print}"`;
}

/** The version in a tag of ours; a bare version, as in the body, is one too. Undefined for any other tag. */
export function versionInTag({ value }: EntityTag): number | undefined {
  const version = /^(\d{1,9})(-[\w-]*)?$/.exec(value)?.[1];
  return version === undefined ? undefined : Number(version);
}
