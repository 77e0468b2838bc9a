/** Which codes are countries, after ISO 3166-1; the one place that knows the library. */
import countries from "i18n-iso-countries";

/** @param code Two letters, upper case. `XK` counts: Kosovo has no code of its own, and everybody uses this one. */
export function isCountryCode(code: string): boolean {
  return code.length === 2 && countries.isValid(code);
}
