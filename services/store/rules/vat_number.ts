/** VAT numbers of the European Union: which of them cannot exist; the one place in the store that knows the library. */
import { stdnum, type Validator } from "stdnum";

/** The name that each country's VAT number has in the library. */
const RULES: Readonly<Record<string, string>> = {
  AT: "uid",
  BE: "vat",
  BG: "vat",
  CY: "vat",
  CZ: "dic",
  DE: "vat",
  DK: "cvr",
  EE: "kmkr",
  ES: "nif",
  FI: "alv",
  FR: "tva",
  GR: "vat",
  HR: "oib",
  HU: "anum",
  IE: "vat",
  IT: "iva",
  LT: "pvm",
  LU: "tva",
  LV: "pvn",
  MT: "vat",
  NL: "btw",
  PL: "nip",
  PT: "nif",
  RO: "cif",
  SE: "vat",
  SI: "ddv",
  SK: "dph",
};

/**
 * True for a prefix of the EU followed by a number of the right form whose check digits are wrong: a typing mistake.
 * What has another form may be another kind of number, and is none of our business.
 */
export function hasWrongCheckDigits(text: string): boolean {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const [, prefix = "", number = ""] = /^([A-Z]{2})([A-Z0-9]*\d[A-Z0-9]*)$/.exec(compact) ?? [];
  const country = prefix === "EL" ? "GR" : prefix;
  const rule = RULES[country];
  if (rule === undefined) return false;
  const validators: Readonly<Record<string, Validator>> = stdnum[country] ?? {};
  return validators[rule]?.validate(number).error?.name === "InvalidChecksum";
}
