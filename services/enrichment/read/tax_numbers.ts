/** VAT and register numbers, checked by each country's own rule. */
import { stdnum, type Validator } from "stdnum";

/** The name that the VAT number has in the library, by country. */
const VAT_RULES: Readonly<Record<string, string>> = {
  AT: "uid",
  AU: "abn",
  BE: "vat",
  BG: "vat",
  CH: "uid",
  CY: "vat",
  CZ: "dic",
  DE: "vat",
  DK: "cvr",
  EE: "kmkr",
  ES: "nif",
  FI: "alv",
  FR: "tva",
  GB: "vat",
  GR: "vat",
  HR: "oib",
  HU: "anum",
  IE: "vat",
  IN: "gstin",
  IT: "iva",
  LT: "pvm",
  LU: "tva",
  LV: "pvn",
  MT: "vat",
  NL: "btw",
  NO: "mva",
  PL: "nip",
  PT: "nif",
  RO: "cif",
  SE: "vat",
  SI: "ddv",
  SK: "dph",
  SM: "coe",
};

const REGISTER_RULES: Readonly<Record<string, readonly string[]>> = {
  AR: ["cuit"],
  AU: ["abn", "acn"],
  BR: ["cnpj"],
  CZ: ["ico"],
  DK: ["cvr"],
  EE: ["registrikood"],
  ES: ["cif"],
  FI: ["ytunnus"],
  FR: ["siret", "siren"],
  JP: ["cn"],
  NO: ["orgnr"],
  PL: ["regon"],
  SE: ["orgnr"],
};

export interface TaxNumber {
  /** Compact; a VAT number with its country's prefix. */
  readonly value: string;
  readonly country: string;
}

/** @param countries tried in this order when the text has no prefix. */
export function parseVatNumber(text: string, countries: readonly string[]): TaxNumber | undefined {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const [, prefix = "", rest = ""] = /^([A-Z]{2})([A-Z0-9]*\d[A-Z0-9]*)$/.exec(compact) ?? [];
  const named = prefix === "EL" ? "GR" : prefix;
  if (VAT_RULES[named] && isValid(named, [VAT_RULES[named]], rest)) return { value: compact, country: named };
  for (const country of countries) {
    const rule = VAT_RULES[country];
    if (rule && isValid(country, [rule], compact)) return { value: withPrefix(compact, country), country };
  }
  return undefined;
}

export function parseRegisterNumber(text: string, countries: readonly string[]): TaxNumber | undefined {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const country = countries.find((each) => isValid(each, REGISTER_RULES[each] ?? [], compact));
  return country === undefined ? undefined : { value: text.trim(), country };
}

function isValid(country: string, rules: readonly string[], number: string): boolean {
  const validators: Readonly<Record<string, Validator>> = stdnum[country] ?? {};
  return rules.some((rule) => validators[rule]?.validate(number).isValid === true);
}

function withPrefix(compact: string, country: string): string {
  const prefix = country === "GR" ? "EL" : country;
  const hasOwnForm = country === "CH" || country === "AU" || country === "IN" || country === "NO";
  return hasOwnForm || compact.startsWith(prefix) ? compact : prefix + compact;
}
