/** Patterns of a search that match nothing which another does not match: each one asked for costs a look into an index. */
import type { Pattern } from "./search_terms.ts";

/** Those that, together, match whatever any of them all matches. */
export function withoutImplied(patterns: readonly Pattern[]): Pattern[] {
  return patterns.filter((one, index) =>
    !patterns.some((other, place) =>
      place !== index && implies(one, other) && (place < index || !implies(other, one))
    )
  );
}

/** Whatever matches the one matches the other too; the text begins with the name. */
function implies(one: Pattern, other: Pattern): boolean {
  if (one.on === "id" || other.on === "id") return false;
  if (one.on === "text" && other.on === "name") return false;
  return other.all.every((any) =>
    one.all.some((likes) => likes.every((like) => any.some((wide) => holds(like, wide))))
  );
}

/** Both are a text with anything behind it, and anything or nothing before it. */
function holds(like: string, wide: string): boolean {
  const text = wide.replace(/%$/, "");
  return text.startsWith("%") ? like.includes(text.slice(1)) : like.startsWith(text);
}
