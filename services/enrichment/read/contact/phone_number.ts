/** Phone numbers as people write them, checked and spelled internationally. */
import { type CountryCode, isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

import { isUnfilledNumber } from "../unfilled.ts";

export interface Phone {
  /** Such as `+49 421 68805886`. */
  readonly spelled: string;
  readonly country: string | undefined;
  readonly isInternational: boolean;
  readonly isMobile: boolean;
}

/** A shape that is used nowhere else, so it needs no other hint. */
const NORTH_AMERICAN = /^(1[-. ])?\(?[2-9]\d{2}\)?[-. ]{0,2}[2-9]\d{2}[-. ]\d{4}$/;

/** Mobiles had a 1 there until 2019, and have it on many pages still. */
const MEXICAN_MOBILE = /^\+52[\s-]?1[\s-]?(?=(?:\d[\s-]?){9}\d$)/;

/** @param countries tried in this order for a number without a country code. */
export function parsePhone(text: string, countries: readonly string[]): Phone | undefined {
  if (isUnfilledNumber(text)) return undefined;
  const written = text.normalize("NFKC").replace(/^\(00(\d{1,3})\)/, "+$1").replace(/\(0\)/g, "").replace(
    /^00/,
    "+",
  ).replace(/^\+ ?0(?=\d)/, "0").replace(MEXICAN_MOBILE, "+52 ").trim();
  const isInternational = written.startsWith("+");
  const known = NORTH_AMERICAN.test(written) ? [...countries, "US"] : countries;
  const tried = isInternational ? [undefined] : known.filter(isSupported);
  for (const country of tried) {
    const number = parsePhoneNumberFromString(written, country);
    if (number?.isValid()) {
      const isMobile = number.getType() === "MOBILE";
      return { spelled: number.formatInternational(), country: number.country, isInternational, isMobile };
    }
  }
  return undefined;
}

function isSupported(code: string): code is CountryCode {
  return isSupportedCountry(code);
}
