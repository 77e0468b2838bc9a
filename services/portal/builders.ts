/** Example accounts and invoices for the tests of this room: sensible defaults, each field replaceable. */
import type { Invoice, InvoiceRow } from "shared/contract/invoice_shapes.ts";
import type { Payment as WholePayment } from "shared/contract/payments.ts";
import type { PortalAccount, PortalInvoiceView, PortalStatement } from "shared/contract/portal_shapes.ts";

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

export function aLine(fields: Partial<Invoice["lines"][number]> = {}): Invoice["lines"][number] {
  return { name: "Installation, two fitters", quantity: 8, price: 105, taxRate: 21, amount: 840, ...fields };
}

export function anInvoice(fields: Partial<Invoice> = {}): Invoice {
  const { firstLine: _, ...row } = aRow({
    id: "0192a000-0000-7000-8000-000000000031",
    invoiceNumber: "INV-2026-0031",
    paymentStatus: "partially_paid",
    issueDate: "2026-02-05",
    dueDate: "2026-03-07",
    subtotal: 3_430.12,
    tax: 720.38,
    amount: 4_150.5,
    amountPaid: 2_260,
    amountDue: 1_890.5,
  });
  return {
    ...row,
    seller: {
      name: "Halden Studio AS",
      email: "billing@halden.example",
      addressLines: ["Storgata 14", "0184 Oslo", "Norway"],
      vatNumber: "NO 923 456 789 MVA",
    },
    buyer: {
      name: "Meridian Coffee Roasters B.V.",
      email: null,
      addressLines: ["Wijnhaven 3", "3011 WG Rotterdam", "Netherlands"],
      vatNumber: "NL856712345B01",
    },
    lines: [
      aLine({ name: "Fascia sign, brushed steel, 3.2 m", quantity: 1, price: 2_150, amount: 2_150 }),
      aLine(),
      aLine({ name: "Municipal permit, at cost", quantity: 1, price: 440.12, amount: 440.12 }),
    ],
    payments: [aPayment()],
    voidedPayments: [],
    ...fields,
  };
}

/** One whose sums add up as EN 16931 asks, within one country: three rates and a discount. */
export function anExactInvoice(fields: Partial<Invoice> = {}): Invoice {
  const { buyer } = anInvoice();
  return anInvoice({
    buyer: { ...buyer, vatNumber: "NO 987 654 321 MVA" },
    lines: [
      aLine({ name: "Fascia sign, brushed steel", quantity: 2, price: 1_000, taxRate: 21, amount: 2_000 }),
      aLine({ name: "Printed guide", quantity: 10, price: 12.5, taxRate: 9, amount: 125 }),
      aLine({ name: "Samples", quantity: 1, price: 75, taxRate: 0, amount: 75 }),
    ],
    subtotal: 2_200,
    discount: 220,
    tax: 388.13,
    amount: 2_368.13,
    amountPaid: 0,
    amountDue: 2_368.13,
    paymentStatus: "unpaid",
    payments: [],
    ...fields,
  });
}

export function anInvoiceView(
  fields: Partial<Invoice> = {},
  seller: PortalAccount["seller"] = aSeller(),
): PortalInvoiceView {
  return {
    seller,
    customer: { name: "Meridian Coffee Roasters B.V.", locale: null, country: "NL" },
    today: TODAY,
    position: 7,
    opensAccount: true,
    invoice: anInvoice(fields),
    credits: [],
  };
}

export function aStatement(fields: Partial<PortalStatement["statement"]> = {}): PortalStatement {
  const line = { invoiceId: "0192a000-0000-7000-8000-000000000031", invoiceNumber: "INV-2026-0031" };
  return {
    seller: aSeller(),
    customer: {
      name: "Meridian Coffee Roasters B.V.",
      locale: null,
      country: "NL",
      addressLines: ["Wijnhaven 3", "3011 WG Rotterdam"],
    },
    statement: {
      customer: { id: "0192a000-0000-7000-8000-000000000001", name: "Meridian Coffee Roasters B.V." },
      from: "2026-01-01",
      to: TODAY,
      currencies: [{
        currency: "EUR",
        opening: 1_000,
        lines: [
          {
            ...line,
            date: "2026-02-05",
            kind: "invoice",
            description: null,
            debit: 4_150.5,
            credit: null,
            balance: 5_150.5,
          },
          {
            ...line,
            date: "2026-03-28",
            kind: "payment",
            description: "card",
            debit: null,
            credit: 2_260,
            balance: 2_890.5,
          },
        ],
        totalDebit: 4_150.5,
        totalCredit: 2_260,
        closing: 2_890.5,
      }],
      ...fields,
    },
  };
}

/** Everything that a hostile customer could write into a field. */
export const HOSTILE =
  `<script>alert(1)</script>"' onerror=x \u202e& #read("/etc/passwd") $x$ *b* \u0007\u{1f4a5}`;
