/** Invoices and payments as the contract shows them: minor units become numbers in major units here, and only here. */
import type { Invoice, InvoiceRow } from "shared/contract/invoice_shapes.ts";
import type { Payment } from "shared/contract/payments.ts";
import type { InvoiceTableRow, WholeInvoice } from "../queries/invoices.ts";
import type { PaymentRow } from "../queries/payments.ts";
import { creditOf, dueOf, paymentStatusOf, statusOf } from "./invoice_status.ts";
import { toExact, toMajor } from "./money.ts";

type ShownRow = Omit<InvoiceTableRow, "seller" | "buyer"> & { readonly buyerName: string };

/** @param today The seller's calendar day. */
export function toInvoiceRow(row: ShownRow, today: string): InvoiceRow {
  const major = (minor: number) => toMajor(minor, row.exponent);
  return {
    id: row.id,
    type: row.type,
    creditedInvoiceNumber: row.creditedInvoiceNumber,
    customerId: row.customerId,
    customerName: row.buyerName,
    externalId: row.externalId,
    invoiceNumber: row.invoiceNumber,
    status: statusOf(row, today),
    paymentStatus: paymentStatusOf(row),
    currency: row.currency,
    issueDate: row.issueDate,
    dueDate: row.dueDate,
    subtotal: major(row.subtotalMinor),
    discount: major(row.discountMinor),
    tax: major(row.taxMinor),
    amount: major(row.totalMinor),
    amountPaid: major(row.paidMinor),
    amountCredited: major(row.creditedMinor),
    amountDue: major(dueOf(row)),
    creditAmount: major(creditOf(row)),
    note: row.note,
    paymentUrl: row.paymentUrl,
    paidAt: row.paidAt,
    issuedAt: row.issuedAt,
    canceledAt: row.canceledAt,
    refundedAt: row.refundedAt,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    version: row.version,
  };
}

/** @param today The seller's calendar day. */
export function toInvoice(row: WholeInvoice, today: string): Invoice {
  return {
    ...toInvoiceRow({ ...row, buyerName: row.buyer.name }, today),
    seller: row.seller,
    buyer: row.buyer,
    lines: row.lines.map((line) => ({
      name: line.name,
      quantity: Number(line.quantity),
      price: Number(toExact(line.priceMinor, row.exponent)),
      taxRate: line.taxRate === null ? null : Number(line.taxRate),
      amount: toMajor(line.amountMinor, row.exponent),
    })),
    payments: toPayments(row, ({ voidedAt }) => voidedAt === null),
    voidedPayments: toPayments(row, ({ voidedAt }) => voidedAt !== null),
  };
}

function toPayments(row: WholeInvoice, isWanted: (payment: Payment) => boolean): Payment[] {
  return row.payments.map((payment) => toPayment(payment, row)).filter(isWanted);
}

export function toPayment(payment: PaymentRow, invoice: { currency: string; exponent: number }): Payment {
  return {
    id: payment.id,
    invoiceId: payment.invoiceId,
    externalId: payment.externalId,
    amount: toMajor(payment.amountMinor, invoice.exponent),
    currency: invoice.currency,
    paidAt: new Date(payment.paidAt).toISOString(),
    method: payment.method,
    reference: payment.reference,
    voidedAt: payment.voidedAt ? new Date(payment.voidedAt).toISOString() : null,
  };
}

/** The compatible shape behind a public link: nothing internal. */
export function toPortalInvoice(row: ShownRow, today: string, portalId: string) {
  const { id, invoiceNumber, type, status, amount, currency, issueDate, dueDate, amountPaid, amountDue } =
    toInvoiceRow(row, today);
  const pageUrl = `/p/${portalId}/invoices/${id}`;
  return {
    id,
    invoiceNumber,
    // Only these three are listed there.
    status: status as "paid" | "unpaid" | "overdue",
    amount,
    currency,
    issueDate,
    dueDate,
    token: "",
    amountPaid,
    amountDue,
    type,
    pageUrl,
    pdfUrl: `${pageUrl}.pdf`,
  };
}
