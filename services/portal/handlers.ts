/** What the portal answers: asks the store what stands behind a link and draws it. */
import { gzipSync } from "node:zlib";
import { type Bus, type HandlerContext, type Handlers, HEADERS, type ReplyOutcome } from "shared/bus/mod.ts";
import { type portal, portalAccounts } from "shared/contract/portal.ts";
import type { PlainPage } from "shared/contract/portal_shapes.ts";
import { portalLinks } from "shared/contract/portal_links.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import { ask, askInvoice } from "./ask_store.ts";
import { documentHandlers } from "./document_handlers.ts";
import type { Safe } from "./html.ts";
import { renderAccountPage } from "./pages/account_page.ts";
import { renderInvoicePage } from "./pages/invoice_page.ts";
import { renderPlainPage } from "./pages/plain_page.ts";
import { hasReceiptPage, renderReceiptPage } from "./pages/receipt_page.ts";
import { renderStatementPage } from "./pages/statement_page.ts";
import { Documents } from "./pdf/documents.ts";
import type { PdfRenderer } from "./pdf/renderer.ts";
import { createReader, readerOf } from "./reader.ts";
import { askStatement } from "./statement_period.ts";
import { accountLook, contentSecurityPolicy, type Look, paperLook, PLAIN_LOOK } from "./style.ts";

type Bytes = Uint8Array | ReadableStream<Uint8Array>;

const HTML = "text/html; charset=utf-8";

export interface PortalDependencies {
  readonly bus: Bus;
  readonly pdfs: Pick<PdfRenderer, "render">;
}

export function createHandlers({ bus, pdfs }: PortalDependencies): Handlers<typeof portal> {
  return {
    accountPage: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const account = await ask(bus, portalAccounts.get, input, context);
        if (!account) return undefined;
        const reader = readerOf(account, language);
        const page = renderAccountPage({ account, listing: input, reader });
        return encodeHtml(page, context, accountLook(account.seller));
      }),
    invoicePage: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view) return undefined;
        const page = renderInvoicePage(view, readerOf(view, language));
        return encodeHtml(page, context, paperLook(view.seller));
      }),
    receiptPage: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view || !hasReceiptPage(view)) return undefined;
        const page = renderReceiptPage(view, readerOf(view, language));
        return encodeHtml(page, context, paperLook(view.seller));
      }),
    statementPage: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const { found, isTooLong } = await askStatement(bus, input, context);
        if (!found) return undefined;
        const reader = readerOf(found, language);
        const page = renderStatementPage({ found, isTooLong, reader });
        return encodeHtml(page, context, paperLook(found.seller));
      }),
    requestLink: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const sameTime = waitFor(ANSWER_AFTER_MS, context.signal);
        const { hasEnded } = await ask(bus, portalLinks.request, input, context);
        await sameTime;
        return hasEnded ? drawPlain("sent", "accepted", language, context) : undefined;
      }),
    plainPage: ({ page, language }, context) =>
      Promise.resolve(encodeHtml(renderPlainPage(page, createReader(null, language)), context)),
    ...documentHandlers(bus, new Documents(bus, pdfs), answer),
  };
}

/** How long an answer took must not tell whether there was anything to do. */
const ANSWER_AFTER_MS = 300;

async function waitFor(limitMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}

/** Turns "no such link", "replaced" and "not now" into pages of their own; the header tells the gateway which. */
async function answer(
  language: string | undefined,
  context: HandlerContext,
  draw: () => Promise<Bytes | undefined>,
): Promise<Bytes> {
  try {
    return await draw() ?? drawPlain("missing", OUTCOMES.missing, language, context);
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const page = PLAIN_PAGES[error.code];
    if (!page) throw error;
    if (page === "unavailable") {
      context.log.warn("page not drawn", { code: error.code, error: error.message });
    }
    return drawPlain(page, OUTCOMES[page], language, context);
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

const OUTCOMES = { gone: "gone", missing: "not_found", unavailable: "unavailable" } as const;

function drawPlain(
  page: PlainPage,
  outcome: ReplyOutcome,
  language: string | undefined,
  context: HandlerContext,
): Uint8Array {
  context.reply[HEADERS.outcome] = outcome;
  delete context.reply[HEADERS.filename];
  return encodeHtml(renderPlainPage(page, createReader(null, language)), context);
}

/** The level after this one is a fifth slower, and not a byte in a thousand shorter. */
const GZIP_LEVEL = 5;

/**
 * Compressed here, so that an eighth of it goes through the broker. Whoever takes brotli as well gets gzip too: that would
 * save a twelfth of the bytes, but its tables are asked of the system anew for every page.
 * @param look As the page was drawn with it.
 */
function encodeHtml(page: Safe, context: HandlerContext, look: Look = PLAIN_LOOK): Uint8Array {
  context.reply[HEADERS.contentType] = HTML;
  context.reply[HEADERS.policy] = contentSecurityPolicy(look);
  context.reply[HEADERS.encoding] = "gzip";
  return gzipSync(page.markup, { level: GZIP_LEVEL });
}
