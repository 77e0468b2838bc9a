/** The fields that a model may be asked for, and what it is told about each. */
import { BRANCHES } from "../read/class/branches.ts";
import { TYPE_SIGNS } from "../read/class/type_signs.ts";
import type { FoundValue } from "shared/contract/enrichment_runs.ts";
import { FILL_CONFIDENCE } from "shared/contract/fill_confidence.ts";

export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  industry: [...new Set(BRANCHES.map(([industry]) => industry))],
  companyType: [...Object.keys(TYPE_SIGNS), "Other"],
};

/** One sentence each; the model sees only those that are asked for. */
export const MEANINGS: Readonly<Record<string, string>> = {
  name: "the organisation's trading or legal name, without slogan",
  description:
    "its own statement of what it does, copied word for word from one block, at most two sentences",
  industry: "what it does for its living",
  companyType: "how it sells, and to whom",
  employeeCount: "how many people work there, as stated",
  foundedYear: "the year in which it was founded",
  ceoName: "the stated CEO, managing director, owner or legal representative",
  financeContact: "the person named for invoices or accounting",
  financeContactEmail: "the mailbox named for invoices or accounting",
  fiscalYearEnd: "the day on which its financial year ends",
  email: "the general e-mail address",
  phone: "the general phone number",
  vatNumber: "its VAT number",
  companyNumber: "its number in the company register",
  addressLine1: "street and number of its head office or only office",
  zip: "the postal code of that address",
  city: "the town of that address",
  countryCode: "the country of that address as ISO 3166-1 alpha-2, only where the country is named",
};

/** Empty, or not sure enough to be filled in without asking somebody. */
export function fieldsToAsk(known: readonly FoundValue[]): string[] {
  const sure = known.filter((each) => each.confidence >= FILL_CONFIDENCE).map((each) => each.field);
  return Object.keys(MEANINGS).filter((field) => !sure.includes(field));
}
