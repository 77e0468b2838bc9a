/** How a company is reached, as its pages tell networks in meta tags: `business:contact_data:…` and the older `og:…`. */
import type { Candidate } from "../candidate.ts";
import { countryName, findCountryByName, parseCountry } from "../places/countries.ts";
import { parsePhone } from "./phone_number.ts";
import type { Site } from "../site.ts";
import { isUnfilledEmail } from "../unfilled.ts";

const EXTRACTOR = "meta_contacts/1";
const CONFIDENCE = 0.76;
const NAME = /^(?:business:contact_data:|og:)(.+)$/;
/** What stands behind the prefix, without signs between words. */
const FIELDS: Readonly<Record<string, string>> = {
  email: "email",
  phonenumber: "phone",
  streetaddress: "addressLine1",
  locality: "city",
  postalcode: "zip",
  countryname: "country",
};

export function readMetaContacts(site: Site): Candidate[] {
  return site.pages.flatMap((page) =>
    page.metas.flatMap(({ name, content }) => {
      const field = FIELDS[(NAME.exec(name)?.[1] ?? "").replace(/[_-]/g, "")];
      const text = content.trim();
      // What a template would have filled in is left to itself.
      if (field === undefined || text === "" || /[{}<>[\]]/.test(text)) return [];
      const common = { page, quote: text.slice(0, 200), extractor: EXTRACTOR, confidence: CONFIDENCE };
      return valuesOf(field, text, site).map((found) => ({ ...common, source: "meta" as const, ...found }));
    })
  );
}

interface Found {
  readonly field: string;
  readonly value: string;
}

function valuesOf(field: string, text: string, { countries }: Site): Found[] {
  if (field === "phone") {
    const phone = parsePhone(text, countries);
    return phone ? [{ field, value: phone.spelled }] : [];
  }
  if (field === "email") {
    const isEmail = /^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(text) && !isUnfilledEmail(text);
    return isEmail ? [{ field, value: text.toLowerCase() }] : [];
  }
  if (field !== "country") return [{ field, value: text }];
  const code = findCountryByName(text) ?? parseCountry(text);
  const name = code && countryName(code);
  return code && name ? [{ field: "countryCode", value: code }, { field, value: name }] : [];
}
