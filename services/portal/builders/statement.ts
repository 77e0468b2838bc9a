/** An example statement: sensible defaults, each field replaceable. */
import type { PortalStatement } from "shared/contract/portal_shapes.ts";
import { aSeller, TODAY } from "./account.ts";

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
