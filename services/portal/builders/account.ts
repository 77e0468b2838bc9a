/** Example accounts and what stands in them: sensible defaults, each field replaceable. */
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import type { Payment as WholePayment } from "shared/contract/payments.ts";
import type { PortalAccount } from "shared/contract/portal_shapes.ts";

export type Balance = PortalAccount["balances"][number];
/** Of these two an account shows a part. */
export type Row = InvoiceRow & Pick<PortalAccount["invoices"][number], "firstLine">;
export type Payment = WholePayment & Pick<PortalAccount["payments"][number], "invoiceNumber">;

export const TODAY = "2026-04-14";
export const PORTAL_ID = "V1StGXR8_Z5jdHi6B-myT";

export function aSeller(fields: Partial<PortalAccount["seller"]> = {}): PortalAccount["seller"] {
  return {
    name: "Halden Studio AS",
    email: "billing@halden.example",
    addressLines: ["Storgata 14", "0184 Oslo", "Norway"],
    vatNumber: "NO 923 456 789 MVA",
    color: null,
    logo: null,
    phone: "+47 22 00 00 00",
    paymentDetails: [
      { label: "Name", text: "Halden Studio AS" },
      { label: "IBAN", text: "NO93 8601 1117 947" },
      { label: "BIC", text: "DNBANOKK" },
    ],
    timeZone: "Europe/Oslo",
    locale: null,
    ...fields,
  };
}

export function aBalance(fields: Partial<Balance> = {}): Balance {
  return {
    currency: "EUR",
    outstanding: 12_110.5,
    overdue: 5_690.5,
    overdueCount: 2,
    openCount: 3,
    notDue: 6_420,
    days1To30: 3_800,
    days31To60: 1_890.5,
    days61To90: 0,
    over90Days: 0,
    oldestDueDate: "2026-03-07",
    nextDueDate: "2026-05-02",
    credit: 0,
    paidThisYear: 8_709,
    ...fields,
  };
}

export function aRow(fields: Partial<Row> = {}): Row {
  return {
    id: "0192a000-0000-7000-8000-000000000042",
    type: "invoice",
    creditedInvoiceNumber: null,
    customerId: "0192a000-0000-7000-8000-000000000001",
    customerName: "Meridian Coffee Roasters B.V.",
    externalId: null,
    invoiceNumber: "INV-2026-0042",
    status: "unpaid",
    paymentStatus: "unpaid",
    currency: "EUR",
    issueDate: "2026-04-02",
    dueDate: "2026-05-02",
    subtotal: 6_420,
    discount: 0,
    tax: 0,
    amount: 6_420,
    amountPaid: 0,
    amountCredited: 0,
    amountDue: 6_420,
    creditAmount: 0,
    note: null,
    paymentUrl: null,
    paidAt: null,
    issuedAt: "2026-04-02T08:00:00.000Z",
    canceledAt: null,
    refundedAt: null,
    createdAt: "2026-04-02T08:00:00.000Z",
    updatedAt: "2026-04-02T08:00:00.000Z",
    version: 1,
    firstLine: "Packaging artwork, spring range",
    ...fields,
  };
}

export function aPayment(fields: Partial<Payment> = {}): Payment {
  return {
    id: "0192a000-0000-7000-8000-0000000000f1",
    invoiceId: "0192a000-0000-7000-8000-000000000031",
    externalId: null,
    amount: 2_260,
    currency: "EUR",
    paidAt: "2026-03-28T09:30:00.000Z",
    method: "bank transfer",
    reference: null,
    voidedAt: null,
    invoiceNumber: "INV-2026-0031",
    ...fields,
  };
}

export function anAccount(fields: Partial<PortalAccount> = {}): PortalAccount {
  return {
    seller: aSeller(),
    customer: { name: "Meridian Coffee Roasters B.V.", locale: "en-GB", country: "NL" },
    today: TODAY,
    position: 7,
    balances: [aBalance()],
    counts: { all: 24, open: 4, overdue: 2, paid: 18 },
    firstInvoiceDate: "2024-06-03",
    nextToPay: null,
    invoices: [aRow()],
    page: { cursor: null, hasPreviousPage: false },
    payments: [aPayment()],
    ...fields,
  };
}

export function anEmptyAccount(fields: Partial<PortalAccount> = {}): PortalAccount {
  return anAccount({
    balances: [],
    counts: { all: 0, open: 0, overdue: 0, paid: 0 },
    firstInvoiceDate: null,
    invoices: [],
    payments: [],
    ...fields,
  });
}
