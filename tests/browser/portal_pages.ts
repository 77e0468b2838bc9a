/** For tests: every kind of page of the portal, each as full or as empty as it can be. */
import {
  aBalance,
  aLine,
  anAccount,
  anEmptyAccount,
  anInvoiceView,
  aPayment,
  aRow,
  aSeller,
  aStatement,
} from "../../services/portal/builders/mod.ts";
import type { Safe } from "../../services/portal/html.ts";
import { renderAccountPage } from "../../services/portal/pages/account_page.ts";
import { renderInvoicePage } from "../../services/portal/pages/invoice_page.ts";
import { renderPlainPage } from "../../services/portal/pages/plain_page.ts";
import { renderReceiptPage } from "../../services/portal/pages/receipt_page.ts";
import { renderStatementPage } from "../../services/portal/pages/statement_page.ts";
import type { Reader } from "../../services/portal/reader.ts";

/** In millions, beside words that are as long in some languages. */
const LARGE = { subtotal: 1_249_999.88, tax: 237_499.98, amount: 1_487_499.86, amountDue: 1_485_239.86 };

const LONG =
  "Shop-front signage and installation at the Rotterdam harbour terminal, second half, including permits";

function aNext(invoiceNumber: string) {
  return { invoiceNumber, currency: "EUR", amountDue: 6_420, paymentUrl: "https://pay.example/42" };
}

/** Every kind of row, in four currencies, with words that are too long for any column. */
function aFullAccount() {
  const paid = {
    status: "paid",
    paymentStatus: "paid",
    amountDue: 0,
    paidAt: "2026-02-24T09:00:00.000Z",
  } as const;
  const invoices = [
    aRow(),
    aRow({ currency: "JPY", amount: 128_000, amountDue: 128_000, dueDate: "2026-04-17" }),
    aRow({ status: "overdue", dueDate: "2026-03-02", amountDue: 3_800, amount: 3_800 }),
    aRow({
      type: "credit_note",
      invoiceNumber: "CN-2026-0004",
      amount: 240,
      amountDue: 0,
      creditAmount: 240,
    }),
    aRow({
      paymentStatus: "partially_paid",
      amountPaid: 2_260,
      amountDue: 1_890.5,
      dueDate: "2026-03-07",
      firstLine: LONG,
    }),
    aRow({ ...paid, currency: "KWD", amount: 1_250.5, invoiceNumber: `INV-${"9".repeat(40)}` }),
    aRow({ ...paid, amount: 99_999_999.99 }),
    aRow({ ...paid, amountCredited: 6_420 }),
    aRow({ status: "overdue", dueDate: "2026-03-02", amountCredited: 420, amountDue: 6_000 }),
    aRow({ status: "canceled", amountDue: 0 }),
    aRow({ status: "refunded", amountDue: 0 }),
  ].map((row, index) => ({ ...row, id: `0192a000-0000-7000-8000-0000000000${10 + index}` }));
  return anAccount({
    customer: {
      name: "Internationale Handelsgesellschaft für Schifffahrtsbedarf und Ausrüstung mbH & Co. KG",
      locale: null,
      country: null,
    },
    balances: [
      aBalance({ over90Days: 88_000, credit: 120 }),
      aBalance({ currency: "JPY", outstanding: 128_000, credit: 0 }),
      aBalance({ currency: "KWD", outstanding: 0 }),
      ...["BHD", "CLF", "GBP", "IDR", "SEK", "TND", "UYW", "VES"].map((currency) => aBalance({ currency })),
    ],
    invoices,
    nextToPay: aNext("INV-2026-0042"),
    payments: [
      aPayment(),
      aPayment({ amount: -100, method: null }),
      aPayment({ invoiceNumber: LONG, method: "SEPA direct debit" }),
    ],
    page: { cursor: "older", hasPreviousPage: true },
  });
}

const seller = aSeller({ paymentDetails: [{ label: "IBAN", text: "NO938601111794712345678901234567890" }] });
const listing = { status: "all" } as const;

function aPaidInvoice() {
  return anInvoiceView({
    status: "paid",
    paymentStatus: "paid",
    amountPaid: 4_150.5,
    amountDue: 0,
    paidAt: "2026-04-02T09:00:00.000Z",
    payments: [
      aPayment({ reference: "RF18 5390 0754 7034" }),
      aPayment({ amount: 1_890.5, paidAt: "2026-04-02T09:00:00.000Z", method: "card" }),
    ],
  });
}

/** Figures that leave no room for words: pieces, price and rate have all the decimals that they may have. */
function aMillionPieces() {
  const [quantity, price, amount] = [1_000_000.123456, 12_345.12345678, 12_345_124_980.81];
  return anInvoiceView({
    currency: "IDR",
    lines: [
      aLine({ name: LONG, quantity, price, amount, taxRate: 12.3456 }),
      aLine({ name: "Befestigungsmaterial", quantity: 1, price: 0.00000001, amount: 0 }),
    ],
    ...{ subtotal: amount, tax: 1_524_079_749.63, amount: 13_869_204_730.44, amountDue: 13_869_204_730.44 },
    ...{ amountPaid: 0, payments: [] },
  });
}

/** Every kind of line, in two currencies. */
function aLongStatement() {
  const { statement: { currencies: [euro] } } = aStatement();
  const [charge, payment] = euro!.lines;
  const lines = [
    charge!,
    { ...charge!, kind: "credit_note" as const, invoiceNumber: "CN-2026-0004", debit: null, credit: 240 },
    { ...payment!, description: LONG },
    {
      ...charge!,
      kind: "cancellation" as const,
      debit: null,
      credit: 99_999_999.99,
      balance: -99_997_349.49,
    },
    { ...charge!, kind: "refund" as const, invoiceNumber: `INV-${"9".repeat(40)}` },
  ];
  const yen = { ...euro!, currency: "JPY", opening: 0, closing: -128_000 };
  const large = 99_999_999_999.99;
  const rupiah = {
    ...euro!,
    currency: "IDR",
    lines: [{ ...charge!, debit: large, balance: large }],
    closing: large,
  };
  return aStatement({ currencies: [{ ...euro!, lines }, yen, rupiah] });
}

/** Sums and numbers that are too long for a button, a tile or one line of a phone. */
function aLargeAccount() {
  const currency = "IDR";
  const large = { outstanding: 35_999_999_999.97, overdue: 35_999_999_999.97, notDue: 35_999_999_999.97 };
  const amount = 99_999_999_999.99;
  const number = `LONG-${"X".repeat(90)}`;
  return anAccount({
    customer: { name: "W".repeat(70), locale: null, country: null },
    balances: [aBalance({ ...large, currency })],
    invoices: [
      aRow({ invoiceNumber: number }),
      aRow({ currency, amount, amountPaid: 5, amountDue: large.outstanding, dueDate: "2026-03-02" }),
    ],
    payments: [aPayment({ currency, amount })],
    nextToPay: aNext(number),
  });
}

/** A colour that can hardly be seen on paper, and a logo that is a whole line. */
export const BRAND_COLOR = "#ffd60a";

function aBrandedAccount() {
  const logo = { hash: "0".repeat(64), width: 320, height: 80 };
  return anAccount({ seller: aSeller({ color: BRAND_COLOR, logo }), nextToPay: aNext("INV-2026-0042") });
}

export const PAGES: Readonly<Record<string, (reader: Reader) => Safe>> = {
  account: (reader) => renderAccountPage({ account: aFullAccount(), listing, reader }),
  branded: (reader) => renderAccountPage({ account: aBrandedAccount(), listing, reader }),
  large: (reader) => renderAccountPage({ account: aLargeAccount(), listing, reader }),
  empty: (reader) => renderAccountPage({ account: anEmptyAccount(), listing, reader }),
  settled: (reader) =>
    renderAccountPage({
      account: anAccount({ balances: [aBalance({ outstanding: 0 })] }),
      listing,
      reader,
    }),
  notFound: (reader) =>
    renderAccountPage({
      account: anAccount({ invoices: [] }),
      listing: { ...listing, q: "x" },
      reader,
    }),
  invoice: (reader) =>
    renderInvoicePage(
      anInvoiceView({ ...LARGE, paymentUrl: "https://pay.example/31", note: LONG }, seller),
      reader,
    ),
  millionPieces: (reader) => renderInvoicePage(aMillionPieces(), reader),
  creditNote: (reader) =>
    renderInvoicePage(
      anInvoiceView({ type: "credit_note", creditedInvoiceNumber: "INV-1", creditAmount: 240 }),
      reader,
    ),
  receipt: (reader) => renderReceiptPage(aPaidInvoice(), reader),
  receiptOfAPart: (reader) => renderReceiptPage(anInvoiceView({}, seller), reader),
  oneInvoice: (reader) => renderInvoicePage({ ...aPaidInvoice(), opensAccount: false }, reader),
  statement: (reader) => renderStatementPage({ found: aLongStatement(), isTooLong: false, reader }),
  statementOfNothing: (reader) =>
    renderStatementPage({ found: aStatement({ currencies: [] }), isTooLong: false, reader }),
  statementTooLong: (reader) => renderStatementPage({ found: aStatement(), isTooLong: true, reader }),
  gone: (reader) => renderPlainPage("gone", reader),
  sent: (reader) => renderPlainPage("sent", reader),
  busy: (reader) => renderPlainPage("busy", reader),
  missing: (reader) => renderPlainPage("missing", reader),
  unavailable: (reader) => renderPlainPage("unavailable", reader),
};
