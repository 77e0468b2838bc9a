/** Conditional reads (RFC 9110, 13.1.2): a client that has the present state already gets no copy. */
import { type EntityTag, parseEntityTags } from "shared/entity_tag.ts";
import type { Answer } from "./answer.ts";

/** 304 when If-None-Match names what would be answered; a condition that cannot be read is none. */
export function answerUnlessKnown(answer: Answer, { method, headers }: Request): Answer {
  const condition = headers.get("if-none-match");
  const { etag } = answer.headers;
  if (condition === null || etag === undefined || answer.status !== 200) return answer;
  if (method !== "GET" && method !== "HEAD") return answer;
  if (!isNamed(etag, parseEntityTags(condition))) return answer;
  // The client refreshes its copy with these headers (RFC 9110, 15.4.5).
  const caching = answer.headers["cache-control"];
  return { status: 304, headers: { etag, ...(caching && { "cache-control": caching }) }, body: null };
}

/** Weakly compared: a proxy that compresses may have made the tag weak. */
function isNamed(etag: string, tags: "*" | EntityTag[] | undefined): boolean {
  return tags === "*" || (tags?.some(({ value }) => `"${value}"` === etag) ?? false);
}
