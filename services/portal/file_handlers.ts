/** The files of many invoices: the table of the account and the archive, sent while they are made. */
import type { Bus, HandlerContext, Handlers } from "shared/bus/mod.ts";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { type portal, portalAccounts } from "shared/contract/portal.ts";
import { OperationError } from "shared/errors.ts";
import type { OutputOf, ParsedInputOf } from "shared/operation.ts";
import { answer, type Bytes } from "./answer_page.ts";
import { ask, askAlong, askInvoice } from "./ask_store.ts";
import { streamAccountCsv } from "./files/account_csv.ts";
import { streamArchive } from "./files/archive.ts";
import { nameFile } from "./name_file.ts";
import type { Documents } from "./pdf/documents.ts";

type Name = "accountCsv" | "archive";
type Input = ParsedInputOf<(typeof portal)[Name]>;

export function fileHandlers(bus: Bus, documents: Documents): Pick<Handlers<typeof portal>, Name> {
  const desk = { bus, documents };
  return {
    accountCsv: (input, context) => answer(input, context, () => writeTable(bus, input, context)),
    archive: (input, context) => answer(input, context, () => packArchive(desk, input, context)),
  };
}

async function writeTable(bus: Bus, input: Input, context: HandlerContext): Promise<Bytes | undefined> {
  const pages = await openPages(bus, input, { context, controller: new AbortController() });
  if (!pages) return undefined;
  nameFile(context, "account.csv");
  return streamAccountCsv(pages);
}

async function packArchive(
  { bus, documents }: { bus: Bus; documents: Documents },
  input: Input,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const controller = new AbortController();
  const pages = await openPages(bus, input, { context, controller });
  if (!pages) return undefined;
  nameFile(context, "invoices.zip");
  const { portalId, language } = input;
  const makePdf = async ({ id: invoiceId }: InvoiceRow, signal: AbortSignal) => {
    const along = askAlong(context, signal);
    const view = await askInvoice(bus, { portalId, invoiceId }, along);
    if (!view) throw new OperationError("NOT_FOUND", "The invoice is gone");
    return await documents.makeInvoice(view, portalId, along, language);
  };
  return streamArchive({ controller, pages, makePdf });
}

interface Reading {
  readonly context: HandlerContext;
  /** Ends the questions when nobody reads any more. */
  readonly controller: AbortController;
}

/** The first page is waited for: so that what is wrong has a status of its own. */
async function openPages(
  bus: Bus,
  { language: _, ...input }: Input,
  reading: Reading,
): Promise<AsyncGenerator<readonly InvoiceRow[]> | undefined> {
  const first = await ask(bus, portalAccounts.listInvoices, input, reading.context);
  return first ? listPages(bus, input, { first, ...reading }) : undefined;
}

type Page = NonNullable<OutputOf<typeof portalAccounts.listInvoices>>;

async function* listPages(
  bus: Bus,
  input: Omit<Input, "language">,
  { first, context, controller }: Reading & { first: Page },
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
