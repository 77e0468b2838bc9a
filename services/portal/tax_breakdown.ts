/** The tax of an invoice by rate, worked out as the store does it: discount first, one rounding for each rate. */
import type { Invoice } from "shared/contract/invoice_shapes.ts";
import { findExponent } from "shared/currency.ts";

export interface TaxShare {
  /** Per cent. */
  readonly rate: number;
  /** Of the lines at this rate, in minor units. */
  readonly linesMinor: number;
  /** The part of the discount that falls on them. */
  readonly discountMinor: number;
  readonly taxMinor: number;
}

/** Undefined when the shares do not add up to the tax that was issued: then nobody may claim to know them. */
export function taxSharesOf(invoice: Invoice): TaxShare[] | undefined {
  const exponent = exponentOf(invoice.currency);
  const minor = (major: number) => toMinor(major, exponent);
  const byRate = Map.groupBy(invoice.lines, ({ taxRate }) => taxRate ?? 0);
  const shares = [...byRate].map(([rate, lines]): TaxShare => {
    const linesMinor = sum(lines.map(({ amount }) => minor(amount)));
    const discountMinor = shareOf(minor(invoice.discount), linesMinor, minor(invoice.subtotal));
    return { rate, linesMinor, discountMinor, taxMinor: percentOf(linesMinor - discountMinor, rate) };
  });
  const addsUp = sum(shares.map(({ taxMinor }) => taxMinor)) === minor(invoice.tax) &&
    sum(shares.map(({ discountMinor }) => discountMinor)) === minor(invoice.discount);
  return addsUp ? shares.sort((a, b) => b.rate - a.rate) : undefined;
}

export function exponentOf(currency: string): number {
  return findExponent(currency) ?? 2;
}

export function toMinor(major: number, exponent: number): number {
  return Math.round(major * 10 ** exponent);
}

/** Rates have at most six decimals. */
const RATE_SCALE = 1_000_000;

function percentOf(minor: number, rate: number): number {
  return divide(BigInt(minor) * BigInt(Math.round(rate * RATE_SCALE)), BigInt(100 * RATE_SCALE));
}

function shareOf(total: number, part: number, whole: number): number {
  return whole === 0 ? 0 : divide(BigInt(total) * BigInt(part), BigInt(whole));
}

/** Rounded half away from zero. */
function divide(dividend: bigint, divisor: bigint): number {
  const isNegative = (dividend < 0n) !== (divisor < 0n);
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor];
  const rounded = Number((2n * a + b) / (2n * b));
  return isNegative ? -rounded : rounded;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
