/** Phone numbers as they are dialled from anywhere; the one place in the store that knows the library. */
import { isSupportedCountry, parsePhoneNumberFromString } from "libphonenumber-js/max";

/**
 * E.164, such as `+4722000000`; null when the text is no number that exists.
 * @param countryCode Where a number without a country's code is at home.
 */
export function toE164(text: string, countryCode: string | null): string | null {
  const home = countryCode !== null && isSupportedCountry(countryCode) ? countryCode : undefined;
  // "+49 (0)421 …" is how people write both forms at once.
  const written = text.normalize("NFKC").replace(/\(0\)/g, "").replace(/^\s*00/, "+");
  const number = parsePhoneNumberFromString(written, home);
  return number?.isValid() ? number.number : null;
}
