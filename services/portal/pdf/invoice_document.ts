/** Everything that the PDF of an invoice or credit note says, ready to be set: the template adds only its looks. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { CheckedUrl } from "../checked_url.ts";
import { renderEInvoice } from "../e_invoice/cii.ts";
import { titleOf } from "../invoice_standing.ts";
import { hasTax } from "../invoice_totals.ts";
import { fitBesideWords, writeFigures } from "../line_figures.ts";
import { paymentDetailsOf } from "../payment_details.ts";
import type { Reader } from "../reader.ts";
import { exponentOf, taxSharesOf } from "../tax_breakdown.ts";
import type { DocumentOrder } from "./order.ts";
import { printable } from "./printable.ts";
import { describeSheet, isMirrored } from "./sheet.ts";

/**
 * What was issued, and nothing that came later: the same invoice is the same file whatever was paid since. Only one
 * that is withdrawn says so, for nobody may pay it by mistake.
 */
export function describeInvoice(view: PortalInvoiceView, reader: Reader): DocumentOrder {
  const { invoice, seller } = view;
  const { messages, format } = reader;
  const withdrawn = withdrawalOf(invoice);
  const kicker = titleOf(invoice, reader);
  const sheet = describeSheet({
    day: invoice.issueDate,
    title: `${kicker} ${invoice.invoiceNumber}`,
    kicker,
    heading: invoice.invoiceNumber,
    stamp: withdrawn && { tone: withdrawn, text: messages.states[withdrawn] },
    seller: invoice.seller,
    buyer: invoice.buyer,
    facts: describeFacts(invoice, reader),
    footer: `${seller.name} · ${invoice.invoiceNumber}`,
  }, reader);
  const isToBePaid = invoice.type === "invoice" && withdrawn === null && invoice.amount > 0;
  const data = {
    ...sheet,
    ...describeLines(invoice, reader),
    totals: [
      ...describeSums(invoice, reader),
      { label: messages.total, amount: format.money(invoice.amount, invoice.currency), isMain: true },
    ],
    payments: null,
    howToPay: isToBePaid ? describeHowToPay(view, reader) : null,
    note: invoice.note ? describeNote(invoice.note, reader) : null,
  };
  return {
    template: "invoice",
    data: JSON.stringify(printable(data, isMirrored(reader))),
    eInvoice: withdrawn ? undefined : renderEInvoice(view),
  };
}

function describeNote(note: string, { messages }: Reader) {
  const lines = note.split("\n");
  return { title: messages.note, lines, isLong: lines.length > 20 || note.length > 1_500 };
}

/** By these a document is known: what it says, not how. Whatever is added here makes all documents new ones. */
export function factsOf(view: PortalInvoiceView, reader: Reader) {
  const { type, creditedInvoiceNumber, invoiceNumber, currency, issueDate, dueDate, ...others } =
    view.invoice;
  const { subtotal, discount, tax, amount, note, paymentUrl, seller, buyer, lines } = others;
  return [
    ...[type, creditedInvoiceNumber, invoiceNumber, currency, issueDate, dueDate],
    ...[subtotal, discount, tax, amount, note, paymentUrl],
    ...[seller, buyer, lines, paymentDetailsOf(view)],
    ...[withdrawalOf(view.invoice), reader.locale.tag],
  ];
}

function withdrawalOf({ status }: Invoice): "void" | "refunded" | null {
  if (status === "canceled") return "void";
  return status === "refunded" ? "refunded" : null;
}

function describeFacts(invoice: Invoice, { messages, format }: Reader) {
  const issued = { label: messages.issuedOn, text: format.longDay(invoice.issueDate) };
  const due = { label: messages.dueOn, text: format.longDay(invoice.dueDate) };
  const total = { label: messages.total, text: format.money(invoice.amount, invoice.currency) };
  if (invoice.type === "invoice") return [issued, due, total];
  if (invoice.creditedInvoiceNumber === null) return [issued, total];
  return [issued, { label: messages.creditedInvoice, text: invoice.creditedInvoiceNumber }, total];
}

/** In characters, of the width of a sheet of paper. */
const ROOM_FOR_FIGURES = 56;

export function describeLines(invoice: Invoice, reader: Reader) {
  const { description, quantity, price, tax, amount } = reader.messages.lineColumns;
  const figures = writeFigures(invoice, reader);
  const named = invoice.lines.map(({ name }, index) => ({ name, ...figures[index]! }));
  if (!fitBesideWords(figures, ROOM_FOR_FIGURES)) {
    return {
      columns: [description, amount],
      rows: named.map((line) => [line.name, line.amount]),
      below: named.map((line) => `${line.quantity} × ${line.price}${line.tax ? ` ·\u00a0${line.tax}` : ""}`),
    };
  }
  const showsTax = hasTax(invoice);
  return {
    columns: [description, quantity, price, ...(showsTax ? [tax] : []), amount],
    rows: named.map((
      line,
    ) => [line.name, line.quantity, line.price, ...(line.tax === undefined ? [] : [line.tax]), line.amount]),
    below: null,
  };
}

/** All but the last and largest. */
export function describeSums(invoice: Invoice, { messages, format }: Reader) {
  const write = (label: string, amount: number) => {
    return { label, amount: format.money(amount, invoice.currency), isMain: false };
  };
  const discount = invoice.discount === 0 ? [] : [write(messages.discount, -invoice.discount)];
  return [
    ...(hasTax(invoice) || discount.length > 0 ? [write(messages.subtotal, invoice.subtotal)] : []),
    ...discount,
    ...describeTaxes(invoice, write, { messages, format }),
  ];
}

/** By rate, with what each was taken of; in one sum when nobody can tell. */
function describeTaxes<Total>(
  invoice: Invoice,
  write: (label: string, amount: number) => Total,
  { messages, format }: Pick<Reader, "messages" | "format">,
): Total[] {
  if (!hasTax(invoice)) return [];
  const scale = 10 ** exponentOf(invoice.currency);
  const shares = taxSharesOf(invoice);
  if (!shares) return [write(messages.tax, invoice.tax)];
  return shares.map(({ rate, linesMinor, discountMinor, taxMinor }) => {
    const base = format.money((linesMinor - discountMinor) / scale, invoice.currency);
    return write(messages.taxOn(format.percent(rate), base), taxMinor / scale);
  });
}

function describeHowToPay(view: PortalInvoiceView, { messages }: Reader) {
  const url = CheckedUrl.web(view.invoice.paymentUrl)?.href ?? null;
  const details = paymentDetailsOf(view).map(({ label, text }) => ({ label, text }));
  if (details.length === 0 && url === null) return null;
  return {
    title: messages.howToPay,
    reference: messages.reference,
    details,
    link: url && { url, text: messages.payNow },
  };
}
