/** What a customer's fields must say beyond their form, and the forms that are derived from them. */
import { type FieldError, OperationError } from "shared/errors.ts";
import type { CustomerField, CustomerRow, DerivedValues, FieldValues } from "../queries/customers.ts";
import { isCountryCode } from "./country_code.ts";
import { toE164 } from "./phone_number.ts";
import { hasWrongCheckDigits } from "./vat_number.ts";

interface Check {
  readonly field: CustomerField;
  readonly code: string;
  readonly message: string;
  isWrong(value: string): boolean;
}

const CHECKS: readonly Check[] = [
  {
    field: "countryCode",
    code: "unknown_country",
    message: "Is not a country code of ISO 3166-1",
    isWrong: (value) => !isCountryCode(value),
  },
  {
    field: "vatNumber",
    code: "wrong_check_digits",
    message: "The check digits of this VAT number are wrong",
    isWrong: hasWrongCheckDigits,
  },
];

/** @throws {OperationError} INVALID that names every wrong field. */
export function checkFields(values: FieldValues): void {
  const errors = CHECKS.flatMap(({ field, code, message, isWrong }): FieldError[] => {
    const value = values[field];
    return typeof value === "string" && isWrong(value) ? [{ pointer: `/${field}`, code, message }] : [];
  });
  if (errors.length === 0) return;
  const pointers = errors.map(({ pointer }) => pointer).join(", ");
  throw new OperationError("INVALID", `Not valid: ${pointers}`, { details: { errors } });
}

/** The derived forms that change with these values; what was typed stays beside them as it is. */
export function deriveValues(values: FieldValues, before?: CustomerRow): DerivedValues {
  const after = { ...before, ...values };
  return {
    ...((values.phone !== undefined || values.countryCode !== undefined) &&
      { phoneE164: after.phone ? toE164(String(after.phone), textOf(after.countryCode)) : null }),
    ...(values.website !== undefined && { websiteDomain: domainOf(textOf(after.website)) }),
  };
}

function textOf(value: FieldValues[CustomerField]): string | null {
  return typeof value === "string" ? value : null;
}

/** Lower case and in IDNA's ASCII form, without a leading `www.`: what two ways to type one site have in common. */
function domainOf(website: string | null): string | null {
  if (website === null) return null;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(website) ? website : `https://${website}`;
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\.(?=.+\.)/, "").replace(/\.$/, "") : null;
}
