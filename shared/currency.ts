/** Currencies of ISO 4217 and how many decimals each has. */
import { code as findCurrency } from "currency-codes";

/** Of ISO 4217 since its amendment 176, of 2025; the newest version of the library is of 2024. */
const NOT_YET_LISTED: ReadonlyMap<string, number> = new Map([["XCG", 2]]);

/** Digits after the point: 0 for JPY, 2 for EUR, 3 for KWD; undefined when there is no such currency. */
export function findExponent(currency: string): number | undefined {
  return findCurrency(currency)?.digits ?? NOT_YET_LISTED.get(currency);
}

/** "N.A." in the list of ISO 4217, where the library has 0: metals, units of account, XTS for tests, XXX for none. */
const WITHOUT_MINOR_UNIT: ReadonlySet<string> = new Set([
  ...["XAG", "XAU", "XPD", "XPT"],
  ...["XBA", "XBB", "XBC", "XBD", "XDR", "XSU", "XUA"],
  ...["XTS", "XXX"],
]);

/** False for metals and the like, of which nobody has said how many decimals they have: half an ounce of gold is not 0. */
export function hasMinorUnit(currency: string): boolean {
  return !WITHOUT_MINOR_UNIT.has(currency);
}
