/** What a door answers, and how it becomes an HTTP response. */
import type { Exchange } from "../exchange.ts";

export interface Answer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string | ReadableStream<Uint8Array> | null;
  /** Of a streamed body: settles when it has ended, or nobody reads it any more. */
  readonly ended?: Promise<void>;
}

const JSON_TYPE = { "content-type": "application/json" } as const;

export function jsonAnswer(status: number, value: unknown): Answer {
  return { status, headers: JSON_TYPE, body: JSON.stringify(value) };
}

/** On every answer, against being stored, framed, indexed, sniffed or seen by other sites (but for `cross_origin.ts`). */
const PROTECTION = {
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-robots-tag": "noindex, nofollow, noarchive, nosnippet",
} as const;

export type Respond = (answer: Answer, exchange: Exchange) => Response;

export function createRespond(publicUrl: string): Respond {
  const isSecure = publicUrl.startsWith("https:");
  const base = isSecure ? { ...PROTECTION, "strict-transport-security": "max-age=31536000" } : PROTECTION;
  return ({ status, headers, body }, exchange) => {
    const vary = [headers.vary, exchange.headers.vary].filter((name) => name !== undefined).join(", ");
    const own = { ...headers, ...exchange.headers, ...(vary && { vary }) };
    const all = { ...base, ...(mustStayAsIs(headers, body) && AS_IS), ...own };
    // The cast: bytes are views on ordinary, unshared buffers.
    return new Response(body as BodyInit | null, {
      status,
      headers: { ...all, ...lengthFor(exchange.request, body) },
    });
  };
}

const AS_IS = { "cache-control": "private, no-store, no-transform" } as const;

/** Compressing would weaken an entity tag, which `If-Match` then could not use, and hold back the parts of a stream. */
function mustStayAsIs(headers: Answer["headers"], body: Answer["body"]): boolean {
  return Object.hasOwn(headers, "etag") || body instanceof ReadableStream;
}

/** HEAD loses its body on the way out, and must still tell the length that GET would have (RFC 9110, 8.6). */
function lengthFor({ method }: Request, body: Answer["body"]): Record<string, string> {
  if (method !== "HEAD" || body === null || body instanceof ReadableStream) return {};
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  return { "content-length": String(bytes.byteLength) };
}

/** HEAD sends no body: a stream would wait for a reader for ever, and whoever counts what is under way with it. */
export async function spareStream(answer: Answer, { method }: Request): Promise<Answer> {
  if (method !== "HEAD" || !(answer.body instanceof ReadableStream)) return answer;
  await answer.body.cancel();
  return { ...answer, headers: { ...AS_IS, ...answer.headers }, body: null };
}

/** Without a body the server would announce 0 bytes, which is wrong for a HEAD that was answered without making the body. */
export function leaveLengthOpen({ method }: Request, response: Response): Response {
  const isSpared = method === "HEAD" && response.status === 200 && !response.headers.has("content-length");
  if (!isSpared) return response;
  return new Response(new ReadableStream({ start: (stream) => stream.close() }), response);
}
