/** Currencies of ISO 4217 and how many decimals each has. */
import { code as findCurrency } from "currency-codes";

/** Digits after the point: 0 for JPY, 2 for EUR, 3 for KWD; undefined when there is no such currency. */
export function findExponent(currency: string): number | undefined {
  return findCurrency(currency)?.digits;
}
