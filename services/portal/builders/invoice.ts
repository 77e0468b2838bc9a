/** Example invoices with their lines: sensible defaults, each field replaceable. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import type { PortalAccount, PortalInvoiceView } from "shared/contract/portal_shapes.ts";
import { aPayment, aRow, aSeller, TODAY } from "./account.ts";

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
