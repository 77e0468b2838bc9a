/** Currencies, countries and VAT numbers: checked by libraries so heavy that a service which never meets one does not load them. */
import { z } from "zod";
import { isCountryCode } from "shared/country_code.ts";
import { findExponent } from "shared/currency.ts";
import { hasWrongCheckDigits } from "shared/tax_numbers.ts";
import { text } from "./primitives.ts";

/** ISO 4217 alphabetic code, upper case. */
export const currency = z.string().trim().toUpperCase()
  .regex(/^[A-Z]{3}$/, "Must be a currency code of three letters")
  .refine((code) => code.length !== 3 || findExponent(code) !== undefined, {
    error: "Is not a currency of ISO 4217",
    params: { code: "unknown_currency" },
  });

/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().trim().toUpperCase()
  .regex(/^[A-Z]{2}$/, "Must be a country code of two letters")
  .refine((code) => code.length !== 2 || isCountryCode(code), {
    error: "Is not a country code of ISO 3166-1",
    params: { code: "unknown_country" },
  });

/** As typed; where its prefix or its customer's country says by which rule, the check digits must be right. */
export const vatNumber = text(50).refine((value) => !hasWrongCheckDigits(value), {
  error: "The check digits of this VAT number are wrong",
  params: { code: "wrong_check_digits" },
});
