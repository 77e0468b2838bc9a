/** What the portal answers: asks the store what stands behind a link and draws it. */
import { type Bus, call, type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import {
  type portal,
  type PortalAccount,
  portalAccounts,
  type PortalInvoiceView,
} from "shared/contract/portal.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import type { InputOf, Operation, OutputOf } from "shared/operation.ts";
import type { Safe } from "./html.ts";
import { renderAccountPage } from "./pages/account_page.ts";
import { renderInvoicePage } from "./pages/invoice_page.ts";
import { type PlainPage, renderPlainPage } from "./pages/plain_page.ts";
import { describeInvoice } from "./pdf/invoice_document.ts";
import { pdfFileName } from "./pdf/file_name.ts";
import type { PdfRenderer } from "./pdf/renderer.ts";
import { createReader } from "./reader.ts";
import { contentSecurityPolicy } from "./style.ts";

const HTML = "text/html; charset=utf-8";

/** Kept back from the caller's deadline, so that "the store does not answer" can still be said as a page. */
const RESERVE_MS = 500;

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
        const view = { account, portalId: input.portalId, listing: input, reader };
        return encodeHtml(renderAccountPage(view), policy, context);
      }),
    invoicePage: ({ language, ...input }, context) =>
      answer(language, policy, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view) return undefined;
        const reader = createReader(view.customer.locale, language);
        return encodeHtml(renderInvoicePage(view, input.portalId, reader), policy, context);
      }),
    invoicePdf: ({ language, ...input }, context) =>
      answer(language, policy, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view) return undefined;
        const document = describeInvoice(view, createReader(view.customer.locale, language));
        const bytes = await pdfs.render(document, context.signal);
        context.reply[HEADERS.filename] = encodeURIComponent(pdfFileName(view.invoice.invoiceNumber));
        return bytes;
      }),
  };
}

/** Turns "no such link", "replaced" and "not now" into pages of their own; the header tells the gateway which. */
async function answer(
  language: string | undefined,
  policy: string,
  context: HandlerContext,
  draw: () => Promise<Uint8Array | undefined>,
): Promise<Uint8Array> {
  const plain = (page: PlainPage, outcome: string) => {
    context.reply[HEADERS.outcome] = outcome;
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

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

async function askInvoice(
  bus: Bus,
  input: { portalId: string; invoiceId: string },
  context: HandlerContext,
): Promise<PortalInvoiceView | null> {
  if (!UUID.test(input.invoiceId)) return null;
  return await ask(bus, portalAccounts.getInvoice, input, context);
}

/** The same request id: one cancel message then reaches the store as well as us. */
function ask<Op extends Operation>(
  bus: Bus,
  operation: Op,
  input: InputOf<Op>,
  context: HandlerContext,
): Promise<OutputOf<Op>> {
  return call(bus, operation, input, {
    caller: { teamId: "public", actor: "portal", door: "portal" },
    requestId: context.requestId,
    signal: context.signal,
    deadline: context.deadline - RESERVE_MS,
  });
}

function encodeHtml(page: Safe, policy: string, context: HandlerContext): Uint8Array {
  context.reply[HEADERS.contentType] = HTML;
  context.reply[HEADERS.policy] = policy;
  return new TextEncoder().encode(page.markup);
}
