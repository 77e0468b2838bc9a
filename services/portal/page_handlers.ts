/** The pages of a portal: each asks the store what stands behind the link, and is drawn of that. */
import type { Bus, HandlerContext, Handlers } from "shared/bus/mod.ts";
import { type portal, portalAccounts } from "shared/contract/portal.ts";
import { portalLinks } from "shared/contract/portal_links.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { answer, type Bytes, drawInstead, encodeHtml } from "./answer_page.ts";
import { ask, askInvoice } from "./ask_store.ts";
import { renderAccountPage } from "./pages/account_page.ts";
import { renderInvoicePage } from "./pages/invoice_page.ts";
import { hasReceiptPage, renderReceiptPage } from "./pages/receipt_page.ts";
import { renderStatementPage } from "./pages/statement_page.ts";
import { readerOf } from "./reader.ts";
import { askStatement } from "./statement_period.ts";
import { accountLook, paperLook } from "./style.ts";

type Name = "accountPage" | "invoicePage" | "receiptPage" | "statementPage" | "requestLink";
type Input<Verb extends Name> = ParsedInputOf<(typeof portal)[Verb]>;

export function pageHandlers(bus: Bus): Pick<Handlers<typeof portal>, Name> {
  return {
    accountPage: (input, context) => answer(input, context, () => drawAccount(bus, input, context)),
    invoicePage: (input, context) => answer(input, context, () => drawInvoice(bus, input, context)),
    receiptPage: (input, context) => answer(input, context, () => drawReceipt(bus, input, context)),
    statementPage: (input, context) => answer(input, context, () => drawStatement(bus, input, context)),
    requestLink: (input, context) => answer(input, context, () => requestLink(bus, input, context)),
  };
}

async function drawAccount(
  bus: Bus,
  { language, ...input }: Input<"accountPage">,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const account = await ask(bus, portalAccounts.get, input, context);
  if (!account) return undefined;
  const page = renderAccountPage({ account, listing: input, reader: readerOf(account, language) });
  return encodeHtml(page, context, accountLook(account.seller));
}

async function drawInvoice(
  bus: Bus,
  { language, ...input }: Input<"invoicePage">,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const view = await askInvoice(bus, input, context);
  if (!view) return undefined;
  return encodeHtml(renderInvoicePage(view, readerOf(view, language)), context, paperLook(view.seller));
}

async function drawReceipt(
  bus: Bus,
  { language, ...input }: Input<"receiptPage">,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const view = await askInvoice(bus, input, context);
  if (!view || !hasReceiptPage(view)) return undefined;
  return encodeHtml(renderReceiptPage(view, readerOf(view, language)), context, paperLook(view.seller));
}

async function drawStatement(
  bus: Bus,
  { language, ...input }: Input<"statementPage">,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const { found, isTooLong } = await askStatement(bus, input, context);
  if (!found) return undefined;
  const page = renderStatementPage({ found, isTooLong, reader: readerOf(found, language) });
  return encodeHtml(page, context, paperLook(found.seller));
}

/** How long an answer took must not tell whether there was anything to do. */
const ANSWER_AFTER_MS = 300;

async function requestLink(
  bus: Bus,
  { language, ...input }: Input<"requestLink">,
  context: HandlerContext,
): Promise<Bytes | undefined> {
  const sameTime = waitFor(ANSWER_AFTER_MS, context.signal);
  const { hasEnded } = await ask(bus, portalLinks.request, input, context);
  await sameTime;
  return hasEnded ? drawInstead("sent", { language }, context) : undefined;
}

async function waitFor(limitMs: number, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, limitMs);
  signal.addEventListener("abort", () => resolve(), { once: true });
  await promise;
  clearTimeout(timer);
}
