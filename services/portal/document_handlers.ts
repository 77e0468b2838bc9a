/** The documents and files of a portal: PDFs, the table of the account, the archive. */
import { type Bus, type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { type portal, portalAccounts } from "shared/contract/portal.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { InputOf, OutputOf } from "shared/operation.ts";
import { ask, askAlong, askInvoice } from "./ask_store.ts";
import { streamAccountCsv } from "./files/account_csv.ts";
import { streamArchive } from "./files/archive.ts";
import { documentReader, type Documents } from "./pdf/documents.ts";
import { pdfFileName } from "./pdf/file_name.ts";
import { describeReceipt, hasReceipt } from "./pdf/receipt_document.ts";
import { describeStatement } from "./pdf/statement_document.ts";

type Bytes = Uint8Array | ReadableStream<Uint8Array>;

/** Turns what is not there, or not now, into a page of its own. */
export type Answer = (
  language: string | undefined,
  context: HandlerContext,
  draw: () => Promise<Bytes | undefined>,
) => Promise<Bytes>;

type Names = "invoicePdf" | "receiptPdf" | "statementPdf" | "accountCsv" | "archive" | "download";

export function documentHandlers(
  bus: Bus,
  documents: Documents,
  answer: Answer,
): Pick<Handlers<typeof portal>, Names> {
  return {
    invoicePdf: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const view = await askInvoice(bus, input, context);
        if (!view) return undefined;
        const { portalId } = input;
        return await giveInvoice(documents, { view, portalId, language }, context);
      }),
    receiptPdf: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const view = await askInvoice(bus, input, context);
        return view && hasReceipt(view)
          ? await giveReceipt(documents, { view, language }, context)
          : undefined;
      }),
    statementPdf: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const found = await ask(bus, portalAccounts.getStatement, input, context);
        if (!found) return undefined;
        const text = describeStatement(found, documentReader(found, language));
        name(context, `statement-${found.statement.to}.pdf`);
        return await documents.make(text, found.seller, context);
      }),
    accountCsv: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const first = await ask(bus, portalAccounts.listInvoices, input, context);
        if (!first) return undefined;
        name(context, "account.csv");
        return streamAccountCsv(listPages(bus, input, { first, context, controller: new AbortController() }));
      }),
    archive: ({ language, ...input }, context) =>
      answer(language, context, async () => {
        const first = await ask(bus, portalAccounts.listInvoices, input, context);
        if (!first) return undefined;
        name(context, "invoices.zip");
        const { portalId } = input;
        const controller = new AbortController();
        return streamArchive({
          controller,
          pages: listPages(bus, input, { first, context, controller }),
          makePdf: async ({ id: invoiceId }, signal) => {
            const along = askAlong(context, signal);
            const view = await askInvoice(bus, { portalId, invoiceId }, along);
            if (!view) throw new OperationError("NOT_FOUND", "The invoice is gone");
            return await documents.makeInvoice(view, portalId, along, language);
          },
        });
      }),
    download: async ({ token, id, fk, type, preview, language }, context) => {
      const portalId = requireAccess({ token, id, fk });
      const view = await ask(bus, portalAccounts.getInvoice, { portalId, invoiceId: id }, context);
      if (!view) throw new OperationError("NOT_FOUND", id ? "Invoice not found" : "Invalid token");
      if (preview) context.reply[HEADERS.inline] = "true";
      if (type === "invoice") {
        return await giveInvoice(documents, { view, portalId, language }, context);
      }
      if (hasReceipt(view)) return await giveReceipt(documents, { view, language }, context);
      throw new OperationError("INVALID", "Receipt is only available for paid invoices");
    },
  };
}

/** What stands for a link: the token, or beside the id of any invoice the team's file key. */
function requireAccess({ token, id, fk }: { token?: string; id?: string; fk?: string }): string {
  if (id === undefined) {
    if (token !== undefined) return token;
    throw invalidField("/token", "required", "Either id or token must be provided");
  }
  if (fk?.startsWith("fk.")) return fk;
  throw new OperationError("UNAUTHENTICATED", "A file key is required with an id");
}

interface Wanted {
  readonly view: PortalInvoiceView;
  readonly language: string | undefined;
}

async function giveInvoice(
  documents: Documents,
  { view, portalId, language }: Wanted & { portalId: string },
  context: HandlerContext,
): Promise<Uint8Array> {
  name(context, pdfFileName(view.invoice.invoiceNumber));
  return await documents.makeInvoice(view, portalId, context, language);
}

async function giveReceipt(
  documents: Documents,
  { view, language }: Wanted,
  context: HandlerContext,
): Promise<Uint8Array> {
  name(context, `receipt-${pdfFileName(view.invoice.invoiceNumber)}`);
  const text = describeReceipt(view, documentReader(view, language));
  return await documents.make(text, view.seller, context);
}

function name(context: HandlerContext, fileName: string): void {
  context.reply[HEADERS.filename] = encodeURIComponent(fileName);
}

type Page = NonNullable<OutputOf<typeof portalAccounts.listInvoices>>;

/** The first page is there already: so that what is wrong has a status of its own. */
async function* listPages(
  bus: Bus,
  input: InputOf<typeof portalAccounts.listInvoices>,
  { first, context, controller }: { first: Page; context: HandlerContext; controller: AbortController },
): AsyncGenerator<readonly InvoiceRow[]> {
  yield first.data;
  for (let cursor = first.cursor; cursor !== null;) {
    const along = askAlong(context, controller.signal);
    const page = await ask(bus, portalAccounts.listInvoices, { ...input, cursor }, along);
    if (!page) return;
    yield page.data;
    cursor = page.cursor;
  }
}
