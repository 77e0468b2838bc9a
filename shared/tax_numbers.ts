/** VAT and register numbers, checked by each country's own rule; the one place that knows the library. */
import { entityValidators, stdnum, type Validator } from "stdnum";

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

/** Where the number has no prefix, so that only the word before it tells what it is. */
const BARE_VAT_RULES: Readonly<Record<string, string>> = {
  AL: "nipt",
  CA: "gst",
  EG: "tn",
  IS: "vsk",
  MC: "tva",
  ME: "pib",
  MK: "edb",
  NZ: "ird",
  RS: "pib",
  ZA: "vat",
};

const REGISTER_RULES: Readonly<Record<string, readonly string[]>> = {
  AR: ["cuit"],
  AU: ["abn", "acn"],
  AZ: ["tin"],
  BE: ["vat"],
  BG: ["vat"],
  BR: ["cnpj"],
  BY: ["unp"],
  CH: ["uid"],
  CL: ["rut"],
  CO: ["nit"],
  CZ: ["ico"],
  DK: ["cvr"],
  DO: ["rnc"],
  EC: ["ruc"],
  EE: ["registrikood"],
  ES: ["cif"],
  FI: ["ytunnus"],
  FR: ["siret", "siren"],
  GT: ["nit"],
  ID: ["npwp"],
  IS: ["kennitala"],
  JP: ["cn"],
  KE: ["pin"],
  LI: ["uid"],
  MD: ["idno"],
  MX: ["rfc"],
  NO: ["orgnr"],
  PE: ["ruc"],
  PL: ["regon"],
  PT: ["nipc"],
  PY: ["ruc"],
  RO: ["cui"],
  SE: ["orgnr"],
  SV: ["nit"],
  TH: ["moa", "tin"],
  TR: ["vkn"],
  TW: ["ubn"],
  UY: ["rut"],
  VN: ["mst"],
};

/** Outside the EU two letters in front are a prefix only where the number's own form says so: "NO 7" is the seventh. */
const BEYOND_EU: readonly string[] = ["AU", "CH", "GB", "IN", "NO", "SM"];

export interface TaxNumber {
  /** Compact; a VAT number with its country's prefix. */
  readonly value: string;
  readonly country: string;
}

/** @param countries tried in this order when the text has no prefix. */
export function parseVatNumber(text: string, countries: readonly string[]): TaxNumber | undefined {
  const { compact, country: named, number } = splitPrefix(text);
  if (VAT_RULES[named] && isValid(named, [VAT_RULES[named]], number)) {
    return { value: compact, country: named };
  }
  for (const country of countries) {
    const rule = VAT_RULES[country];
    if (rule && isValid(country, [rule], compact)) return { value: withPrefix(compact, country), country };
    const bare = BARE_VAT_RULES[country];
    if (bare && isValid(country, [bare], compact)) return { value: compact, country };
  }
  return undefined;
}

/**
 * True for a number of the right form whose check digits are wrong, by the country of its prefix or by the one that is
 * known: a typing mistake. What has another form may be another kind of number, and is none of our business.
 */
export function hasWrongCheckDigits(text: string, country?: string): boolean {
  const { compact, country: named, number } = splitPrefix(text);
  // Registered there, wherever the customer's address is.
  if (isValid(named, [VAT_RULES[named] ?? ""], number)) return false;
  if (hasWrongPrefixed(named, { compact, number })) return true;
  if (country === undefined) return false;
  const wrong = listMistyped(country, named === country ? [compact, number] : [compact]);
  return endsWithCheckDigit(text) ? wrong.length > 0 : wrong.some((each) => !isOnlyShort(each));
}

function hasWrongPrefixed(named: string, { compact, number }: { compact: string; number: string }): boolean {
  if (BEYOND_EU.includes(named)) return listMistyped(named, [compact]).length > 0;
  const rule = validatorsOf(named)[VAT_RULES[named] ?? ""];
  return rule !== undefined && isMistyped(rule, number);
}

interface Mistyped {
  readonly validator: Validator;
  readonly number: string;
}

/** False for every number of a country that the library does not know. */
function listMistyped(country: string, spellings: readonly string[]): Mistyped[] {
  const all = validatorsOf(country);
  const vatRule = all[VAT_RULES[country] ?? ""];
  const ofCompanies = [...entityValidators[country] ?? [], ...(vatRule ? [vatRule] : [])];
  const isSome = (validator: Validator) => spellings.some((each) => validator.validate(each).isValid);
  // A sole trader may use a personal number.
  if (Object.values(all).some(isSome)) return [];
  return ofCompanies.flatMap((validator) =>
    spellings.filter((each) => isMistyped(validator, each)).map((number) => ({ validator, number }))
  );
}

/** Matches a number as people group its digits: "213.123.432-1". */
function endsWithCheckDigit(text: string): boolean {
  return /[^A-Z0-9][A-Z0-9]$/i.test(text.trim());
}

/** Where numbers have no fixed length, the check digit is often left out, and then the last one is no such thing. */
function isOnlyShort({ validator, number }: Mistyped): boolean {
  return [..."0123456789K"].some((digit) => validator.validate(number + digit).isValid);
}

function isMistyped(validator: Validator, number: string): boolean {
  return validator.validate(number).error?.name === "InvalidChecksum";
}

export function parseRegisterNumber(text: string, countries: readonly string[]): TaxNumber | undefined {
  const { compact } = splitPrefix(text);
  const country = countries.find((each) => isValid(each, REGISTER_RULES[each] ?? [], compact));
  return country === undefined ? undefined : { value: text.trim(), country };
}

/** Letters and digits only; country and number are empty when the text has no form of prefix and number. */
function splitPrefix(text: string): { compact: string; country: string; number: string } {
  const compact = text.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const [, prefix = "", number = ""] = /^([A-Z]{2})([A-Z0-9]*\d[A-Z0-9]*)$/.exec(compact) ?? [];
  return { compact, country: prefix === "EL" ? "GR" : prefix, number };
}

function isValid(country: string, rules: readonly string[], number: string): boolean {
  return rules.some((rule) => validatorsOf(country)[rule]?.validate(number).isValid === true);
}

function validatorsOf(country: string): Readonly<Record<string, Validator>> {
  return stdnum[country] ?? {};
}

function withPrefix(compact: string, country: string): string {
  const prefix = country === "GR" ? "EL" : country;
  const hasOwnForm = country === "CH" || country === "AU" || country === "IN" || country === "NO";
  return hasOwnForm || compact.startsWith(prefix) ? compact : prefix + compact;
}
