/** Money is an integer of minor units with its currency, and a price may be finer; major units exist only at the doors. */
import Big from "big.js";
import { findExponent, hasMinorUnit } from "shared/currency.ts";
import { invalidField } from "shared/errors.ts";

/** Bound of one amount: up to 2 ** 52, and no further, a JSON number in major units says every minor unit. */
const MAX_MINOR = 4_500_000_000_000_000;
const RATE_DECIMALS = { least: 6, most: 14 };
/** Of a price for one piece. */
const MAX_PRICE_DECIMALS = 8;
/** So many any number of JSON holds, whichever they are: what was said is what is shown. */
const MAX_PRICE_DIGITS = 15;

/**
 * Of what amounts are kept in, digits after the point by ISO 4217: 0 for JPY, 2 for EUR, 3 for KWD.
 * @throws {OperationError} INVALID when there is no such currency, and for gold, units of account, tests and "no currency".
 */
export function exponentOf(currency: string, pointer: string): number {
  const digits = requireCurrency(currency, pointer);
  if (hasMinorUnit(currency)) return digits;
  const reason = "ISO 4217 gives it no minor unit, so parts of one would be lost";
  throw invalidField(pointer, "no_minor_unit", `Is no currency for amounts: ${reason}`);
}

/** @throws {OperationError} INVALID when there is no such currency. */
export function requireCurrency(currency: string, pointer: string): number {
  const digits = findExponent(currency);
  if (digits === undefined) throw invalidField(pointer, "unknown_currency", "Is not a currency of ISO 4217");
  return digits;
}

/**
 * `"12.5"` in EUR is 1250.
 * @throws {OperationError} INVALID when the amount has more decimals than the currency, or is too large.
 */
export function toMinor(amount: string, exponent: number, pointer: string): number {
  const minor = new Big(amount).times(new Big(10).pow(exponent));
  if (!minor.eq(minor.round(0))) {
    throw invalidField(
      pointer,
      "too_many_decimals",
      `Has more than the ${exponent} decimals of its currency`,
    );
  }
  if (minor.abs().gt(MAX_MINOR)) throw invalidField(pointer, "too_large", "Is too large");
  return minor.toNumber();
}

/**
 * Of one piece: `"0.2871"` in EUR is `"28.71"`, for what is sold by the thousand costs less than what can be paid.
 * @throws {OperationError} INVALID when it is too large, or finer than can be told exactly.
 */
export function toPriceMinor(price: string, exponent: number, pointer: string): Exact {
  const major = new Big(price);
  const minor = major.times(`1e${exponent}`);
  if (minor.abs().gt(MAX_MINOR)) throw invalidField(pointer, "too_large", "Is too large");
  if (!major.eq(major.round(MAX_PRICE_DECIMALS))) {
    throw invalidField(pointer, "too_many_decimals", `Has more than ${MAX_PRICE_DECIMALS} decimals`);
  }
  if (!minor.eq(minor.round(0)) && !major.eq(major.prec(MAX_PRICE_DIGITS))) {
    const reason = `Has more than ${MAX_PRICE_DIGITS} digits, and more decimals than its currency`;
    throw invalidField(pointer, "too_many_digits", reason);
  }
  return minor.toFixed();
}

/** 1250 in EUR is 12.5: for showing, and for clients that expect a number. */
export function toMajor(minor: number, exponent: number): number {
  return minor / 10 ** exponent;
}

/** Quantity times price, rounded half away from zero to a whole minor unit. */
export function multiply(quantity: string, priceMinor: Exact): number {
  return new Big(quantity).times(priceMinor).round(0, Big.roundHalfUp).toNumber();
}

/** `percent` of an amount, rounded half away from zero. */
export function percentOf(amountMinor: number, percent: string): number {
  return new Big(amountMinor).times(percent).div(100).round(0, Big.roundHalfUp).toNumber();
}

/** A share of `total` in proportion `part / whole`, rounded half away from zero. */
export function shareOf(total: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  return new Big(total).times(part).div(whole).round(0, Big.roundHalfUp).toNumber();
}

/** @throws {OperationError} INVALID when sums went beyond what can be kept exactly. */
export function requireBounded(minor: number, pointer: string): number {
  if (Math.abs(minor) > MAX_MINOR) throw invalidField(pointer, "too_large", "Is too large");
  return minor;
}

/** 1250 in EUR is `"12.50"`: for people. */
export function toFixed(minor: number, exponent: number): string {
  return new Big(minor).times(`1e-${exponent}`).toFixed(exponent);
}

/** An exact amount as a decimal text; it is rounded once, by those who show it. */
export type Exact = string;

export function toExact(minor: number | Exact, exponent: number): Exact {
  return new Big(minor).times(`1e-${exponent}`).toFixed();
}

export function addExact(amounts: readonly Exact[]): Exact {
  return amounts.reduce((sum, amount) => sum.plus(amount), new Big(0)).toFixed();
}

export function subtractExact(amount: Exact, less: Exact): Exact {
  return new Big(amount).minus(less).toFixed();
}

/** What per cent of `whole` is `part`: with as many decimals as a rate may have, and more only where it would miss it. */
export function rateFor(part: number, whole: number): string {
  const exact = new Big(part).times(100).div(whole);
  const decimals = Array.from({ length: RATE_DECIMALS.most - RATE_DECIMALS.least + 1 }, (_, more) => {
    return exact.round(RATE_DECIMALS.least + more, Big.roundHalfUp).toFixed();
  });
  return decimals.find((rate) => percentOf(whole, rate) === part) ?? decimals.at(-1)!;
}

// Dividing by a rate has to end somewhere: far behind the last digit that anybody sees.
const Precise = Big();
Precise.DP = 60;

/** By a rate as it was recorded, or by the inverse of the other direction's. */
export function convertExact(
  amount: Exact,
  { rate, isInverse }: { rate: string; isInverse: boolean },
): Exact {
  const precise = new Precise(amount);
  return (isInverse ? precise.div(rate) : precise.times(rate)).toFixed();
}

/** Whole minor units, rounded half away from zero. */
export function roundToMinor(amount: Exact, exponent: number): number {
  return new Big(amount).times(`1e${exponent}`).round(0, Big.roundHalfUp).toNumber();
}
