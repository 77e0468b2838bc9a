/** What a customer was invoiced, has paid and still owes, in one currency, and what could not be converted into it. */
import type { InvoiceSummary } from "shared/contract/customer_account.ts";
import type { UsedRate } from "shared/contract/rates.ts";
import { findExponent } from "shared/currency.ts";
import type { DayRate, SummaryGroup, SummaryRow } from "../queries/invoice_summary.ts";
import { roundParts, toBuckets } from "./aging.ts";
import { toCurrencyTotals } from "./customer_view.ts";
import { addExact, convertExact, type Exact, roundToMinor, toExact, toMajor } from "./money.ts";

interface Frame {
  readonly baseCurrency: string;
  /** The seller's calendar day. */
  readonly today: string;
}

export function toInvoiceSummary(row: SummaryRow, frame: Frame): InvoiceSummary {
  const [priced, unpriced] = [true, false].map((wanted) =>
    row.groups.filter(({ isPriced }) => isPriced === wanted)
  ) as [SummaryGroup[], SummaryGroup[]];
  const converted = convertGroups(priced, row, frame);
  // Somebody who owes must not read zero: then it is shown as it is, in the currency in which most is owed.
  const own = converted.isNothing ? findLargest(unpriced) : undefined;
  return {
    ...(own ? showAsIs(own) : converted.shown),
    invoiceCount: row.groups.reduce((sum, { count }) => sum + count, 0),
    totals: row.totals.map(toCurrencyTotals),
    aging: ageByCurrency(row.groups),
    unconverted: unpriced.map(toUnconverted),
    rates: converted.rates,
    asOf: frame.today,
  };
}

type Shown = Pick<
  InvoiceSummary,
  "totalAmount" | "paidAmount" | "outstandingAmount" | "currency" | "convertedAging"
>;

function convertGroups(priced: readonly SummaryGroup[], row: SummaryRow, frame: Frame) {
  const exchange = new Exchange(row.rates, frame.baseCurrency);
  const toBase = (minor: number, { currency, exponent }: SummaryGroup, day = frame.today) =>
    exchange.convert(toExact(minor, exponent), currency, day);
  const paid = addExact(
    priced.flatMap((group) =>
      row.paid.filter(({ currency }) => currency === group.currency)
        .map(({ minor, day }) => toBase(minor, group, day))
    ),
  );
  // Everything but the payments counts at today's rate: what is open, and what was paid too much.
  const unpaid = addExact(priced.map((group) => toBase(group.totalMinor - group.paidMinor, group)));
  const total = addExact([paid, unpaid]);
  const buckets = [0, 1, 2, 3, 4].map((index) =>
    addExact(priced.map((group) => toBase(group.bucketsMinor[index] ?? 0, group)))
  );
  return {
    shown: roundAll({ paid, total, buckets }, frame.baseCurrency),
    isNothing: [paid, total, ...buckets].every((amount) => Number(amount) === 0),
    rates: exchange.used,
  };
}

function roundAll(sums: { paid: Exact; total: Exact; buckets: readonly Exact[] }, currency: string): Shown {
  const exponent = findExponent(currency) ?? 2;
  const round = (amount: Exact) => roundToMinor(amount, exponent);
  const buckets = roundParts(sums.buckets, addExact, round).map((minor) => toMajor(minor, exponent));
  const outstandingAmount = toMajor(round(addExact(sums.buckets)), exponent);
  return {
    totalAmount: toMajor(round(sums.total), exponent),
    paidAmount: toMajor(round(sums.paid), exponent),
    outstandingAmount,
    currency,
    convertedAging: { currency, outstandingAmount, ...toBuckets(buckets) },
  };
}

/** Rates by currency and day, and which of them were used. */
class Exchange {
  readonly #rates: ReadonlyMap<string, DayRate>;
  readonly #base: string;
  readonly #used = new Map<string, UsedRate>();

  constructor(rates: readonly DayRate[], base: string) {
    this.#rates = new Map(rates.map((rate) => [`${rate.currency} ${rate.day}`, rate]));
    this.#base = base;
  }

  get used(): UsedRate[] {
    return [...this.#used.values()].sort((a, b) => a.date < b.date ? 1 : a.date > b.date ? -1 : 0);
  }

  /** @throws {RangeError} when there is no rate: such amounts are set apart before. */
  convert(amount: Exact, currency: string, day: string): Exact {
    if (currency === this.#base || Number(amount) === 0) return amount;
    const found = this.#rates.get(`${currency} ${day}`);
    if (!found) throw new RangeError(`No rate of ${currency} on ${day}`);
    const { base, quote, rate, date } = found;
    this.#used.set(`${base} ${quote} ${date}`, { base, quote, rate, date });
    return convertExact(amount, { rate, isInverse: base === this.#base });
  }
}

function findLargest(groups: readonly SummaryGroup[]): SummaryGroup | undefined {
  const major = (minor: number, { exponent }: SummaryGroup) => toMajor(minor, exponent);
  return groups.toSorted((a, b) =>
    major(b.outstandingMinor, b) - major(a.outstandingMinor, a) ||
    major(b.totalMinor, b) - major(a.totalMinor, a)
  )[0];
}

function showAsIs(group: SummaryGroup): Shown {
  const { currency, totalAmount, paidAmount, outstandingAmount } = toUnconverted(group);
  return { currency, totalAmount, paidAmount, outstandingAmount, convertedAging: toAging([group]) };
}

function toUnconverted(group: SummaryGroup): InvoiceSummary["unconverted"][number] {
  const { currency, exponent } = group;
  return {
    currency,
    totalAmount: toMajor(group.totalMinor, exponent),
    paidAmount: toMajor(group.paidMinor, exponent),
    outstandingAmount: toMajor(group.outstandingMinor, exponent),
    invoiceCount: group.count,
    reason: "no_rate",
  };
}

function ageByCurrency(groups: readonly SummaryGroup[]): InvoiceSummary["aging"] {
  return [...Map.groupBy(groups, ({ currency }) => currency).values()].map(toAging);
}

/** Of groups of one currency. */
function toAging(groups: readonly SummaryGroup[]): InvoiceSummary["convertedAging"] {
  const { currency, exponent } = groups[0]!;
  const sum = (pick: (group: SummaryGroup) => number) =>
    toMajor(groups.reduce((total, group) => total + pick(group), 0), exponent);
  const amounts = [0, 1, 2, 3, 4].map((index) => sum((group) => group.bucketsMinor[index] ?? 0));
  return { currency, outstandingAmount: sum((group) => group.outstandingMinor), ...toBuckets(amounts) };
}
