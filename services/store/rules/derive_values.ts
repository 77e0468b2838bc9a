/** The forms of a customer's fields that are derived from what was typed. */
import type { CustomerField, CustomerRow, DerivedValues, FieldValues } from "../queries/customers.ts";
import { toOtherSpellings } from "./other_spellings.ts";
import { toE164 } from "./phone_number.ts";

/** What is searched in other spellings too; the column is called after the first of them. Phones depend on the country. */
const SPELLED = ["name", "contact", "city", "contacts", "countryCode"] as const;

/** The derived forms that change with these values; what was typed stays beside them as it is. */
export function deriveValues(values: FieldValues, before?: CustomerRow): DerivedValues {
  const after = { ...before, ...values };
  return {
    ...((values.phone !== undefined || values.countryCode !== undefined) &&
      { phoneE164: after.phone ? toE164(String(after.phone), textOf(after.countryCode)) : null }),
    ...(SPELLED.some((field) => values[field] !== undefined) &&
      { latinText: spellOtherwise(after) }),
    ...(values.website !== undefined && { websiteDomain: domainOf(textOf(after.website)) }),
  };
}

function spellOtherwise({ name, contact, city, contacts, countryCode }: FieldValues): string | null {
  const people = Array.isArray(contacts) ? contacts : [];
  const phones = people.flatMap(({ phone }) => (phone && toE164(phone, textOf(countryCode))?.slice(1)) || []);
  const names = toOtherSpellings([name, contact, city, ...people.map((each) => each.name)]);
  return [names, ...phones].filter((text) => text !== null).join(" ") || null;
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
