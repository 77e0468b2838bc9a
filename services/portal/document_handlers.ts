/** The documents of a portal: PDFs of invoices, receipts and statements, for visitors and for compatible clients. */
import { type Bus, type HandlerContext, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { type portal, portalAccounts } from "shared/contract/portal.ts";
import { link, type PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { answer } from "./answer_page.ts";
import { ask, askInvoice } from "./ask_store.ts";
import { nameFile } from "./name_file.ts";
import { documentReader, type Documents } from "./pdf/documents.ts";
import { pdfFileName } from "./pdf/file_name.ts";
import { describeReceipt, hasReceipt } from "./pdf/receipt_document.ts";
import { describeStatement } from "./pdf/statement_document.ts";

type Name = "invoicePdf" | "receiptPdf" | "statementPdf" | "download";
type Input<Verb extends Name> = ParsedInputOf<(typeof portal)[Verb]>;

export function documentHandlers(
  bus: Bus,
  documents: Documents,
): Pick<Handlers<typeof portal>, Name> {
  const desk = { bus, documents };
  return {
    invoicePdf: (input, context) => answer(input, context, () => findInvoice(desk, input, context)),
    receiptPdf: (input, context) => answer(input, context, () => findReceipt(desk, input, context)),
    statementPdf: (input, context) => answer(input, context, () => findStatement(desk, input, context)),
    download: (input, context) => download(desk, input, context),
  };
}

interface Desk {
  readonly bus: Bus;
  readonly documents: Documents;
}

type Found = Promise<Uint8Array | undefined>;

async function findInvoice(
  { bus, documents }: Desk,
  { language, ...input }: Input<"invoicePdf">,
  context: HandlerContext,
): Found {
  const view = await askInvoice(bus, input, context);
  return view
    ? await giveInvoice(documents, { view, portalId: input.portalId, language }, context)
    : undefined;
}

async function findReceipt(
  { bus, documents }: Desk,
  { language, ...input }: Input<"receiptPdf">,
  context: HandlerContext,
): Found {
  const view = await askInvoice(bus, input, context);
  return view && hasReceipt(view) ? await giveReceipt(documents, { view, language }, context) : undefined;
}

async function findStatement(
  { bus, documents }: Desk,
  { language, ...input }: Input<"statementPdf">,
  context: HandlerContext,
): Found {
  const found = await ask(bus, portalAccounts.getStatement, input, context);
  if (!found) return undefined;
  const text = describeStatement(found, documentReader(found, language));
  nameFile(context, `statement-${found.statement.to}.pdf`);
  return await documents.make(text, found.seller, context);
}

/** A program is told what is wrong by a problem document, not by a page. */
async function download(
  { bus, documents }: Desk,
  { token, id, fk, type, preview, language }: Input<"download">,
  context: HandlerContext,
): Promise<Uint8Array> {
  const portalId = requireAccess({ token, id, fk });
  const view = isLink(portalId) &&
    await ask(bus, portalAccounts.getInvoice, { portalId, invoiceId: id }, context);
  if (!view) throw new OperationError("NOT_FOUND", id ? "Invoice not found" : "Invalid token");
  if (preview) context.reply[HEADERS.inline] = "true";
  if (type === "invoice") return await giveInvoice(documents, { view, portalId, language }, context);
  if (hasReceipt(view)) return await giveReceipt(documents, { view, language }, context);
  throw new OperationError("INVALID", "Receipt is only available for paid invoices");
}

/** What stands for a link: the token, or beside the id of any invoice the team's file key. */
function requireAccess({ token, id, fk }: Pick<Input<"download">, "token" | "id" | "fk">): string {
  if (id === undefined) {
    if (token) return token;
    throw invalidField("/token", "required", "Either id or token must be provided");
  }
  if (fk?.startsWith("fk.") && isLink(fk)) return fk;
  throw new OperationError("UNAUTHENTICATED", "A file key is required with an id");
}

/** Could be one; what is longer is some other program's. */
function isLink(portalId: string): boolean {
  return link.safeParse({ portalId }).success;
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
  nameFile(context, pdfFileName(view.invoice.invoiceNumber));
  return await documents.makeInvoice(view, portalId, context, language);
}

async function giveReceipt(
  documents: Documents,
  { view, language }: Wanted,
  context: HandlerContext,
): Promise<Uint8Array> {
  nameFile(context, `receipt-${pdfFileName(view.invoice.invoiceNumber)}`);
  const text = describeReceipt(view, documentReader(view, language));
  return await documents.make(text, view.seller, context);
}
