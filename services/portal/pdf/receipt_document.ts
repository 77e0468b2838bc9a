/** What the PDF of a receipt says: that an invoice is settled, when and how. */
import type { PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { dayOf } from "../format.ts";
import type { Reader } from "../reader.ts";
import { describeLines, describeSums } from "./invoice_document.ts";
import type { DocumentOrder } from "./order.ts";
import { printable } from "./printable.ts";
import { describeSheet, isMirrored } from "./sheet.ts";

/** There is one for what was paid, and for nothing else: what credit notes settled was not. */
export function hasReceipt({ invoice }: PortalInvoiceView): boolean {
  const { type, status, paidAt, amountPaid } = invoice;
  return type === "invoice" && status === "paid" && paidAt !== null && amountPaid > 0;
}

/** @throws {TypeError} for an invoice that {@linkcode hasReceipt} knows none of. */
export function describeReceipt(view: PortalInvoiceView, reader: Reader): DocumentOrder {
  const { invoice, seller } = view;
  const { messages, format } = reader;
  if (!invoice.paidAt) throw new TypeError("Cannot describe the receipt of an invoice that is not paid");
  const paidOn = dayOf(invoice.paidAt, seller.timeZone);
  const sheet = describeSheet({
    day: paidOn,
    title: `${messages.receipt} ${invoice.invoiceNumber}`,
    kicker: messages.receipt,
    heading: invoice.invoiceNumber,
    stamp: { tone: "paid", text: messages.states.paid },
    seller: invoice.seller,
    buyer: invoice.buyer,
    facts: [
      { label: messages.paidDay, text: format.longDay(paidOn) },
      { label: messages.invoice, text: invoice.invoiceNumber },
      { label: messages.issuedOn, text: format.longDay(invoice.issueDate) },
    ],
    footer: `${seller.name} · ${messages.receipt} ${invoice.invoiceNumber}`,
  }, reader);
  const data = {
    ...sheet,
    ...describeLines(invoice, reader),
    totals: describeTotals(view, reader),
    payments: describePayments(view, reader),
    howToPay: null,
    note: null,
  };
  return { template: "invoice", data: JSON.stringify(printable(data, isMirrored(reader))) };
}

function describeTotals({ invoice }: PortalInvoiceView, reader: Reader) {
  const { messages, format } = reader;
  const write = (label: string, amount: number, isMain = false) => {
    return { label, amount: format.money(amount, invoice.currency), isMain };
  };
  const credited = invoice.amountCredited === 0 ? [] : [write(messages.credited, -invoice.amountCredited)];
  return [
    ...describeSums(invoice, reader),
    write(messages.total, invoice.amount),
    ...credited,
    write(messages.amountPaid, invoice.amountPaid, true),
  ];
}

function describePayments({ invoice, seller }: PortalInvoiceView, { messages, format }: Reader) {
  if (invoice.payments.length === 0) return null;
  return {
    title: messages.history,
    rows: invoice.payments.map((payment) => [
      format.day(dayOf(payment.paidAt, seller.timeZone)),
      [payment.method, payment.reference].filter(Boolean).join(" · "),
      format.money(payment.amount, payment.currency),
    ]),
  };
}
