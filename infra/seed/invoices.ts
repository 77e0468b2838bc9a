/** Invoices and payments for demo customers, in every state an invoice can be in. */
import type { Chance } from "./random.ts";

export interface SeedInvoice {
  readonly body: Readonly<Record<string, unknown>>;
  /** The share of the total that has been paid, and when; none for drafts and the like. */
  readonly payments: readonly { readonly share: number; readonly paidAt: string; readonly method: string }[];
}

export interface InvoiceContext {
  readonly number: number;
  readonly customerExternalId: string;
  readonly currency: string;
  readonly countryCode: string | undefined;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

export const CURRENCY_DECIMALS: Readonly<Record<string, number>> = { JPY: 0, KWD: 3 };

/** How much an hour costs in each currency, roughly. */
const PRICE_SCALE: Readonly<Record<string, number>> = {
  EUR: 1,
  USD: 1.1,
  GBP: 0.85,
  JPY: 160,
  SEK: 11,
  KWD: 0.33,
};
const TAX_RATE: Readonly<Record<string, string>> = {
  DE: "19",
  GB: "20",
  SE: "25",
  JP: "10",
  FR: "20",
  AT: "20",
};

const ITEMS = [
  ["Design, per hour", 95, true],
  ["Workshop for the team", 780, false],
  ["Maintenance, monthly", 240, false],
  ["Photographs, licence for one year", 420, false],
  ["On-site visit", 160, false],
  ["Spare parts, set of 12", 64, false],
  ["Translation, per page", 38, true],
  ["Hosting, quarter", 135, false],
  ["Consulting, per hour", 120, true],
  ["Express delivery", 29, false],
] as const;

export function makeInvoice(chance: Chance, context: InvoiceContext): SeedInvoice {
  const state = chooseState(chance);
  const issuedDaysAgo = state === "scheduled"
    ? -chance.integer(3, 40)
    : chance.integer(0, state === "draft" ? 10 : 540);
  const termDays = chance.pick([14, 14, 30, 30, 45]);
  const id = String(context.number).padStart(4, "0");
  return {
    body: {
      customerExternalId: context.customerExternalId,
      externalId: `demo-invoice-${id}`,
      invoiceNumber: `INV-${shiftDay(context.today, -issuedDaysAgo).slice(0, 4)}-${id}`,
      currency: context.currency,
      issueDate: shiftDay(context.today, -issuedDaysAgo),
      dueDate: shiftDay(context.today, termDays - issuedDaysAgo),
      status: state,
      ...makeContent(chance, context),
    },
    payments: state === "unpaid"
      ? makePayments(chance, { issuedDaysAgo, termDays, today: context.today })
      : [],
  };
}

export function shiftDay(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function chooseState(chance: Chance): "draft" | "scheduled" | "canceled" | "unpaid" {
  if (chance.happens(4)) return "draft";
  if (chance.happens(3)) return "scheduled";
  return chance.happens(4) ? "canceled" : "unpaid";
}

function makeContent(chance: Chance, { currency, countryCode, number }: InvoiceContext) {
  const taxRate = countryCode ? TAX_RATE[countryCode] : undefined;
  const lines = Array.from({ length: chance.integer(1, 4) }, () => makeLine(chance, currency, taxRate));
  return {
    lines,
    ...(chance.happens(10) && { discount: price(10, currency) }),
    ...(chance.happens(25) &&
      { note: chance.pick(["Thank you!", "Order 4711, second delivery.", "Danke für den Auftrag."]) }),
    ...(chance.happens(30) && { paymentUrl: `https://pay.example/demo/${number}` }),
  };
}

function makeLine(chance: Chance, currency: string, taxRate: string | undefined) {
  const [name, base, isHourly] = chance.pick(ITEMS);
  const quantity = isHourly ? String(chance.integer(2, 60) / 4) : String(chance.integer(1, 5));
  return {
    name,
    quantity,
    price: price(base * chance.integer(80, 130) / 100, currency),
    ...(taxRate && { taxRate }),
  };
}

function price(euros: number, currency: string): string {
  return (euros * (PRICE_SCALE[currency] ?? 1)).toFixed(CURRENCY_DECIMALS[currency] ?? 2);
}

/** Old invoices are mostly paid; some in two parts, some only half, some not at all and therefore overdue. */
function makePayments(
  chance: Chance,
  { issuedDaysAgo, termDays, today }: { issuedDaysAgo: number; termDays: number; today: string },
): SeedInvoice["payments"] {
  // Nobody pays on the day of the invoice, nor in the future.
  if (issuedDaysAgo < 2) return [];
  const isDue = issuedDaysAgo > termDays;
  const pay = (share: number, daysAgo: number) => ({
    share,
    paidAt: `${shiftDay(today, -Math.max(daysAgo, 1))}T${
      String(chance.integer(8, 17)).padStart(2, "0")
    }:30:00Z`,
    method: chance.pick(["bank transfer", "bank transfer", "card", "direct debit"]),
  });
  const delay = chance.integer(1, termDays);
  if (chance.happens(isDue ? 65 : 20)) return [pay(1, issuedDaysAgo - delay)];
  if (chance.happens(isDue ? 30 : 5)) {
    return [pay(0.5, issuedDaysAgo - delay), pay(1, issuedDaysAgo - termDays)];
  }
  return chance.happens(30) ? [pay(0.4, issuedDaysAgo - delay)] : [];
}
