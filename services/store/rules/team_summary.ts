/** What a team's invoices add up to in its base currency, at the newest rates. */
import type { InvoicesSummary } from "shared/contract/invoice_shapes.ts";
import { findExponent } from "shared/currency.ts";
import type { InvoiceSum } from "../queries/invoice_sums.ts";
import { addExact, convertExact, type Exact, roundToMinor, toExact, toMajor } from "./money.ts";

interface Frame {
  readonly baseCurrency: string;
  readonly today: string;
}

export function toTeamSummary(
  sums: readonly InvoiceSum[],
  { baseCurrency, today }: Frame,
): InvoicesSummary {
  const exponent = findExponent(baseCurrency) ?? 2;
  const show = (amount: Exact) => toMajor(roundToMinor(amount, exponent), exponent);
  const converted = sums.map((sum) => ({ sum, amount: toBase(sum, baseCurrency) }));
  const priced = converted.flatMap(({ sum, amount }) => amount === undefined ? [] : [{ sum, amount }]);
  const unpriced = converted.flatMap(({ sum, amount }) => amount === undefined ? [sum] : []);
  const breakdown = priced.map(({ sum, amount }) => ({ ...toOriginal(sum), convertedAmount: show(amount) }));
  return {
    currency: baseCurrency,
    totalAmount: show(addExact(priced.map(({ amount }) => amount))),
    invoiceCount: sums.reduce((count, sum) => count + sum.count, 0),
    ...(sums.length > 1 && { breakdown }),
    totals: sums.map(({ currency, minor, exponent, count }) => ({
      currency,
      totalAmount: toMajor(minor, exponent),
      invoiceCount: count,
    })),
    unconverted: unpriced.map(({ currency, minor, exponent, count }) => ({
      currency,
      amount: toMajor(minor, exponent),
      count,
      reason: "no_rate",
    })),
    rates: sums.flatMap(({ base, quote, rate, date }) =>
      base && quote && rate && date ? [{ base, quote, rate, date }] : []
    ),
    asOf: today,
  };
}

/** Undefined when there is no rate. */
function toBase(
  { minor, exponent, currency, base, rate }: InvoiceSum,
  baseCurrency: string,
): Exact | undefined {
  const amount = toExact(minor, exponent);
  if (currency === baseCurrency) return amount;
  if (rate === null) return undefined;
  return convertExact(amount, { rate, isInverse: base === baseCurrency });
}

function toOriginal({ currency, minor, exponent, count }: InvoiceSum) {
  return { currency, originalAmount: toMajor(minor, exponent), count };
}
