/** What goes out as a page: encoded for the wire, and one of its own for what is not there, or not now. */
import { gzipSync } from "node:zlib";
import { type HandlerContext, HEADERS, type ReplyOutcome } from "shared/bus/mod.ts";
import type { PlainPage } from "shared/contract/portal_shapes.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import type { Safe } from "./html.ts";
import { renderPlainPage } from "./pages/plain_page.ts";
import { createReader } from "./reader.ts";
import { contentSecurityPolicy, type Look, PLAIN_LOOK } from "./style.ts";

export type Bytes = Uint8Array | ReadableStream<Uint8Array>;

/** As the visitor's browser says it. */
interface Wish {
  readonly language?: string | undefined;
}

/** Turns "no such link", "replaced" and "not now" into pages of their own; the header tells the gateway which. */
export async function answer(
  wish: Wish,
  context: HandlerContext,
  draw: () => Promise<Bytes | undefined>,
): Promise<Bytes> {
  try {
    return await draw() ?? drawInstead("missing", wish, context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const page = PLAIN_PAGES[error.code];
    if (!page) throw error;
    if (page === "unavailable") {
      context.log.warn("page not drawn", { code: error.code, error: error.message });
    }
    return drawInstead(page, wish, context);
  }
}

/** INVALID comes from an id or a choice that somebody edited: to a reader that is a wrong address, like any other. */
const PLAIN_PAGES: Partial<Record<ErrorCode, keyof typeof OUTCOMES>> = {
  GONE: "gone",
  NOT_FOUND: "missing",
  UNAUTHENTICATED: "missing",
  INVALID: "missing",
  UNAVAILABLE: "unavailable",
  DEADLINE: "unavailable",
  OVERLOADED: "unavailable",
  INTERNAL: "unavailable",
};

const OUTCOMES = {
  gone: "gone",
  missing: "not_found",
  unavailable: "unavailable",
  sent: "accepted",
} as const satisfies Record<string, ReplyOutcome>;

/** In place of what was asked for. */
export function drawInstead(
  page: keyof typeof OUTCOMES,
  wish: Wish,
  context: HandlerContext,
): Uint8Array {
  context.reply[HEADERS.outcome] = OUTCOMES[page];
  delete context.reply[HEADERS.filename];
  return drawPlain(page, wish, context);
}

export function drawPlain(page: PlainPage, { language }: Wish, context: HandlerContext): Uint8Array {
  return encodeHtml(renderPlainPage(page, createReader(null, language)), context);
}

/**
 * The level after this one is a fifth slower, and not a byte in a thousand shorter. With less memory the codes are fitted
 * anew more often, as style, rows and script follow each other: three bytes in a hundred fewer, in the same time.
 */
export const GZIP = { level: 5, memLevel: 5 };

const encoder = new TextEncoder();

/**
 * Compressed here, so that an eighth of it goes through the broker. Whoever takes brotli as well gets gzip too: that would
 * save a twelfth of the bytes, but its tables are asked of the system anew for every page.
 * @param look As the page was drawn with it.
 */
export function encodeHtml(page: Safe, context: HandlerContext, look: Look = PLAIN_LOOK): Uint8Array {
  context.reply[HEADERS.contentType] = "text/html; charset=utf-8";
  context.reply[HEADERS.policy] = contentSecurityPolicy(look);
  context.reply[HEADERS.encoding] = "gzip";
  // Given as text it would be measured first, and then written.
  return gzipSync(encoder.encode(page.markup), GZIP);
}
