/** What the portal answers: asks the store what stands behind a link and draws it. */
import { type Bus, type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { type portal, type PortalAccount, portalAccounts } from "shared/contract/portal.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import { ask, askInvoice } from "./ask_store.ts";
import { documentHandlers } from "./document_handlers.ts";
import type { Safe } from "./html.ts";
import { renderAccountPage } from "./pages/account_page.ts";
import { renderInvoicePage } from "./pages/invoice_page.ts";
import { type PlainPage, renderPlainPage } from "./pages/plain_page.ts";
import { Documents } from "./pdf/documents.ts";
import type { PdfRenderer } from "./pdf/renderer.ts";
import { createReader } from "./reader.ts";
import { contentSecurityPolicy } from "./style.ts";

type Bytes = Uint8Array | ReadableStream<Uint8Array>;

const HTML = "text/html; charset=utf-8";

export interface PortalDependencies {
  readonly bus: Bus;
  readonly pdfs: Pick<PdfRenderer, "render">;
}

export function createHandlers({ bus, pdfs }: PortalDependencies): Handlers<typeof portal> {
  const policy = contentSecurityPolicy();
  return {
    accountPage: ({ language, ...input }, context) =>
      answer(language, policy, context, async () => {
        const account: PortalAccount | null = await ask(bus, portalAccounts.get, input, context);
        if (!account) return undefined;
        const reader = createReader(account.customer.locale, language);
        const view = { account, listing: input, reader };
        return encodeHtml(renderAccountPage(view), policy, context);
      }),
    invoicePage: ({ language, ...input }, context) =>
      answer(language, policy, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view) return undefined;
        const reader = createReader(view.customer.locale, language);
        return encodeHtml(renderInvoicePage(view, reader), policy, context);
      }),
    ...documentHandlers(
      bus,
      new Documents(bus, pdfs),
      (language, context, draw) => answer(language, policy, context, draw),
    ),
  };
}

/** Turns "no such link", "replaced" and "not now" into pages of their own; the header tells the gateway which. */
async function answer(
  language: string | undefined,
  policy: string,
  context: HandlerContext,
  draw: () => Promise<Bytes | undefined>,
): Promise<Bytes> {
  const plain = (page: PlainPage, outcome: string) => {
    context.reply[HEADERS.outcome] = outcome;
    delete context.reply[HEADERS.filename];
    return encodeHtml(renderPlainPage(page, createReader(null, language)), policy, context);
  };
  try {
    return await draw() ?? plain("missing", "not_found");
  } catch (error) {
    if (!(error instanceof OperationError)) throw error;
    const page = PLAIN_PAGES[error.code];
    if (!page) throw error;
    if (page === "unavailable") {
      context.log.warn("page not drawn", { code: error.code, error: error.message });
    }
    return plain(page, OUTCOMES[page]);
  }
}

/** INVALID comes from a cursor or an id that somebody edited: to a reader that is a wrong address. */
const PLAIN_PAGES: Partial<Record<ErrorCode, PlainPage>> = {
  GONE: "gone",
  NOT_FOUND: "missing",
  INVALID: "missing",
  UNAVAILABLE: "unavailable",
  DEADLINE: "unavailable",
  OVERLOADED: "unavailable",
  INTERNAL: "unavailable",
};

const OUTCOMES = { gone: "gone", missing: "not_found", unavailable: "unavailable" } as const;

function encodeHtml(page: Safe, policy: string, context: HandlerContext): Uint8Array {
  context.reply[HEADERS.contentType] = HTML;
  context.reply[HEADERS.policy] = policy;
  return new TextEncoder().encode(page.markup);
}
