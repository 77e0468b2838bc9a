/** Pages of other sites that may ask here and read the answers (Fetch, "CORS protocol"): those that were named. */
import type { Exchange } from "../exchange.ts";

/** There are no cookies, so a page sends nothing but the key that it has itself: no credentials are allowed. */
const ASKING = {
  "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
  "access-control-allow-headers": [
    ...["authorization", "content-type", "idempotency-key", "if-match", "if-none-match", "last-event-id"],
    ...["change-reason", "x-request-id", "traceparent", "trpc-accept"],
    // Sent by compatible clients; we read none of them.
    ...["x-trpc-source", "x-user-locale", "x-user-timezone", "x-user-country", "x-force-primary"],
  ].join(", "),
  "access-control-max-age": "86400",
} as const;

const READING = {
  "access-control-expose-headers": [
    ...["etag", "location", "idempotency-replayed", "dry-run", "content-disposition", "x-request-id"],
    ...["retry-after", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "ratelimit-policy"],
  ].join(", "),
} as const;

/** @returns the answer to a browser that asks whether it may ask; undefined for any other request. */
export function admitOrigin(origins: ReadonlySet<string>, exchange: Exchange): Response | undefined {
  if (origins.size === 0) return undefined;
  const { request: { method, headers } } = exchange;
  // What is kept of one site's answer must not be shown to another.
  exchange.headers.vary = "origin";
  const origin = headers.get("origin");
  if (origin === null || !origins.has(origin)) return undefined;
  Object.assign(exchange.headers, { "access-control-allow-origin": origin, ...READING });
  if (method !== "OPTIONS" || !headers.has("access-control-request-method")) return undefined;
  return new Response(null, { status: 204, headers: { ...exchange.headers, ...ASKING } });
}
