/** Everything that the PDF of an invoice says, ready to be set: the template adds only its looks. */
import type { Invoice, Party } from "shared/contract/invoices.ts";
import type { PortalInvoiceView } from "shared/contract/portal.ts";
import { CheckedUrl } from "../checked_url.ts";
import { dayOf } from "../format.ts";
import { standingOf, titleOf } from "../invoice_standing.ts";
import { hasTax, totalsOf } from "../invoice_totals.ts";
import type { Reader } from "../reader.ts";
import { printable } from "./printable.ts";

export type InvoiceDocument = ReturnType<typeof describeInvoice>;

/** Depends on the invoice and the language only, not on the day, so that the same file comes out each time. */
export function describeInvoice(view: PortalInvoiceView, reader: Reader) {
  const { invoice, seller, today } = view;
  const { messages } = reader;
  const { state, isOpen } = standingOf(invoice, today);
  const [year, month, day] = invoice.issueDate.split("-").map(Number);
  const isMirrored = reader.locale.direction === "rtl";
  return printable({
    lang: reader.locale.tag.slice(0, 2),
    isMirrored,
    date: { year, month, day },
    title: `${titleOf(invoice, reader)} ${invoice.invoiceNumber}`,
    number: invoice.invoiceNumber,
    state,
    stamp: state === "open" || state === "late" ? null : messages.states[state],
    labels: { ...labelsOf(reader), invoice: titleOf(invoice, reader) },
    seller: describeParty(invoice.seller, reader),
    buyer: describeParty(invoice.buyer, reader),
    facts: describeFacts(invoice, reader),
    columns: describeColumns(invoice, reader),
    rows: invoice.lines.map((line) => describeLine(line, invoice, reader)),
    totals: totalsOf(invoice, today, reader),
    payments: describePayments(view, reader),
    howToPay: isOpen ? describeHowToPay(view) : null,
    note: invoice.note ? invoice.note.split("\n") : null,
    footer: `${seller.name} · ${invoice.invoiceNumber}`,
    pageOf: messages.pageOf,
  }, isMirrored);
}

function labelsOf({ messages }: Reader) {
  return {
    billedTo: messages.billedTo,
    payments: messages.history,
    howToPay: messages.howToPay,
    reference: messages.reference,
    payOnline: messages.payNow,
    note: messages.note,
  };
}

function describeParty(party: Party, { messages }: Reader): string[] {
  const taxNumber = party.vatNumber ? [messages.taxNumber(party.vatNumber)] : [];
  const email = party.email ? [party.email] : [];
  return [party.name, ...party.addressLines, ...email, ...taxNumber];
}

function describeFacts(invoice: Invoice, { messages, format }: Reader) {
  return [
    { label: messages.issuedOn, text: format.longDay(invoice.issueDate) },
    { label: messages.dueOn, text: format.longDay(invoice.dueDate) },
    { label: messages.total, text: format.money(invoice.amount, invoice.currency) },
  ];
}

function describeColumns(invoice: Invoice, { messages }: Reader): string[] {
  const { description, quantity, price, tax, amount } = messages.lineColumns;
  return [description, quantity, price, ...(hasTax(invoice) ? [tax] : []), amount];
}

function describeLine(line: Invoice["lines"][number], invoice: Invoice, { format }: Reader): string[] {
  const tax = line.taxRate === null ? "" : format.percent(line.taxRate);
  return [
    line.name,
    format.number(line.quantity),
    format.money(line.price, invoice.currency),
    ...(hasTax(invoice) ? [tax] : []),
    format.money(line.amount, invoice.currency),
  ];
}

function describePayments({ invoice, seller }: PortalInvoiceView, { format }: Reader) {
  return invoice.payments.map((payment) => ({
    day: format.day(dayOf(payment.paidAt, seller.timeZone)),
    method: payment.method ?? "",
    amount: format.money(payment.amount, payment.currency),
  }));
}

function describeHowToPay({ invoice, seller }: PortalInvoiceView) {
  const url = CheckedUrl.web(invoice.paymentUrl)?.href ?? null;
  if (seller.paymentDetails.length === 0 && url === null) return null;
  return { details: seller.paymentDetails.map(({ label, text }) => ({ label, text })), url };
}
