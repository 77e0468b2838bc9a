/** The last check before a value leaves: its form is right, and its quote really stands on the page. */
import { cleanText, shorten } from "../parse/clean_text.ts";
import { type Candidate, cutQuote } from "./candidate.ts";
import { parseCountry } from "./places/countries.ts";
import { parseProfile } from "./contact/read_socials.ts";

const MAX_CHARS: Readonly<Record<string, number>> = { name: 120, description: 500 };
const MAX_OTHER_CHARS = 200;
/** As much as the contract takes. */
const MAX_URL_CHARS = 2_000;

type Check = (value: string) => boolean;

const CHECKS: Readonly<Record<string, Check>> = {
  name: (value) => /\p{L}/u.test(value),
  description: (value) => value.length >= 10,
  email: isEmail,
  financeContactEmail: isEmail,
  phone: (value) => /^\+\d[\d ()./-]{5,24}$/.test(value),
  zip: (value) => /^[A-Z0-9][A-Z0-9 -]{2,10}$/i.test(value) && /\d/.test(value),
  countryCode: (value) => /^[A-Z]{2}$/.test(value) && parseCountry(value) === value,
  foundedYear: (value) =>
    /^\d{4}$/.test(value) && Number(value) >= 1700 && Number(value) <= new Date().getFullYear(),
  employeeCount: (value) => /^\d{1,7}(\+|-\d{1,7})?$/.test(value),
  vatNumber: (value) => /^[A-Z0-9]{5,20}$/.test(value),
  linkedinUrl: isProfileOf("linkedinUrl"),
  twitterUrl: isProfileOf("twitterUrl"),
  instagramUrl: isProfileOf("instagramUrl"),
  facebookUrl: isProfileOf("facebookUrl"),
  youtubeUrl: isProfileOf("youtubeUrl"),
  githubUrl: isProfileOf("githubUrl"),
  logoUrl: isWebUrl,
  iconUrl: isWebUrl,
};

/** @returns the value as it may be stored, or undefined when it does not hold. */
export function verifyCandidate(
  candidate: Candidate,
  isOnPage: (quote: string) => boolean,
): Candidate | undefined {
  const { field } = candidate;
  const value = isUrl(field) ? candidate.value : shorten(cleanText(candidate.value), limitOf(field));
  if (!fitsField(field, value)) return undefined;
  if (candidate.quote === "" || !isOnPage(candidate.quote)) return undefined;
  // Cut last: a title may be long, and what is brought into one form may grow.
  return { ...candidate, value, quote: cutQuote(cleanText(candidate.quote)) };
}

/** Whether it has the form that values of the field have. */
export function fitsField(field: string, value: string): boolean {
  return value !== "" && value.length <= limitOf(field) && CHECKS[field]?.(value) !== false;
}

function limitOf(field: string): number {
  return isUrl(field) ? MAX_URL_CHARS : MAX_CHARS[field] ?? MAX_OTHER_CHARS;
}

function isUrl(field: string): boolean {
  return field.endsWith("Url");
}

function isEmail(value: string): boolean {
  return value.length <= 254 && /^[a-z0-9][a-z0-9._%+-]{0,63}@([a-z0-9-]+\.)+[a-z]{2,24}$/.test(value);
}

function isWebUrl(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).username === "";
}

function isProfileOf(field: string): Check {
  return (value) => isWebUrl(value) && parseProfile(value)?.field === field;
}
