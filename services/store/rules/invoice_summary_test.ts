import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { DayRate, SummaryGroup, SummaryRow } from "../queries/invoice_summary.ts";
import { toInvoiceSummary } from "./invoice_summary.ts";

const TODAY = "2026-05-10";
const frame = { baseCurrency: "EUR", today: TODAY };

function aGroup(changes: Partial<SummaryGroup> = {}): SummaryGroup {
  const outstandingMinor = changes.outstandingMinor ?? 0;
  return {
    currency: "USD",
    exponent: 2,
    isPriced: true,
    count: 1,
    totalMinor: outstandingMinor,
    paidMinor: 0,
    outstandingMinor,
    bucketsMinor: [outstandingMinor, 0, 0, 0, 0],
    ...changes,
  };
}

function aRate(rate: string, changes: Partial<DayRate> = {}): DayRate {
  return { currency: "USD", day: TODAY, base: "USD", quote: "EUR", rate, date: "2026-05-01", ...changes };
}

function summarize(row: Partial<SummaryRow>) {
  return toInvoiceSummary({ totals: [], groups: [], paid: [], rates: [], ...row }, frame);
}

Deno.test("toInvoiceSummary rounds once, at the end", () => {
  // Each alone is 0.004 and would round to nothing.
  const groups = [1, 1, 1].map((outstandingMinor, index) => {
    const currency = ["USD", "GBP", "CHF"][index]!;
    return aGroup({ currency, outstandingMinor });
  });
  const rates = groups.map(({ currency }) => aRate("0.4", { currency, base: currency }));
  assertEquals(summarize({ groups, rates }).outstandingAmount, 0.01);
});

Deno.test("toInvoiceSummary uses the inverse with enough digits", () => {
  const groups = [aGroup({ outstandingMinor: 9_000_000_000_000_000 })];
  const rates = [aRate("3", { base: "EUR", quote: "USD" })];
  const summary = summarize({ groups, rates });
  assertEquals(summary.outstandingAmount, 30_000_000_000_000);
  assertEquals(summary.rates, [{ base: "EUR", quote: "USD", rate: "3", date: "2026-05-01" }]);
});

Deno.test("toInvoiceSummary shows the currency in which most is owed when nothing can be converted", () => {
  const groups = [
    aGroup({ currency: "JPY", exponent: 0, isPriced: false, outstandingMinor: 900 }),
    aGroup({ currency: "KWD", exponent: 3, isPriced: false, outstandingMinor: 1_000_000 }),
  ];
  const summary = summarize({ groups });
  assertEquals([summary.currency, summary.outstandingAmount, summary.invoiceCount], ["KWD", 1000, 2]);
  assertEquals(summary.unconverted.map((each) => each.currency), ["JPY", "KWD"]);
  const withEuros = summarize({ groups: [...groups, aGroup({ currency: "EUR", outstandingMinor: 1 })] });
  assertEquals([withEuros.currency, withEuros.outstandingAmount], ["EUR", 0.01]);
});

const rate = fc.tuple(fc.nat(999), fc.bigInt({ min: 1n, max: 10n ** 30n })).map(([whole, fraction]) =>
  `${whole}.${fraction.toString().padStart(31, "0")}`
);
const bucket = fc.integer({ min: 0, max: 1_000_000_000 });
const group = fc.record({
  currency: fc.constantFrom("EUR", "USD", "JPY", "KWD"),
  bucketsMinor: fc.tuple(bucket, bucket, bucket, bucket, bucket),
});

Deno.test("toInvoiceSummary: converted buckets add up to what is outstanding, whatever the rates", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(group, { selector: (each) => each.currency }),
      rate,
      fc.boolean(),
      (made, value, isInverse) => {
        const exponents: Record<string, number> = { JPY: 0, KWD: 3 };
        const groups = made.map(({ currency, bucketsMinor }) => {
          const outstandingMinor = bucketsMinor.reduce((sum, each) => sum + each, 0);
          return aGroup({ currency, exponent: exponents[currency] ?? 2, outstandingMinor, bucketsMinor });
        });
        const rates = groups.map(({ currency }) =>
          aRate(value, {
            currency,
            base: isInverse ? "EUR" : currency,
            quote: isInverse ? currency : "EUR",
          })
        );
        const { convertedAging: aging, outstandingAmount, totalAmount } = summarize({ groups, rates });
        const { currency: _, outstandingAmount: whole, ...buckets } = aging;
        const minor = (amount: number) => BigInt(Math.round(amount * 100));
        const sum = Object.values(buckets).reduce((total, each) => total + minor(each), 0n);
        assertEquals([whole, totalAmount], [outstandingAmount, outstandingAmount]);
        // Numbers beyond 2^53 cents cannot be compared to the cent.
        if (Number.isSafeInteger(outstandingAmount * 100)) assertEquals(sum, minor(outstandingAmount));
        assert(Object.values(buckets).every((each) => each >= 0));
      },
    ),
    { numRuns: 500 },
  );
});
