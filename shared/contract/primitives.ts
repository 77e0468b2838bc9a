/** The words of which every input and output is made: ids, texts, dates, amounts, pages. */
import { z } from "zod";

export const uuid = z.uuid().toLowerCase();

// Tab and line breaks are allowed only where a text may have several lines.
// deno-lint-ignore no-control-regex -- control characters are exactly what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;
// deno-lint-ignore no-control-regex -- as above, less tab, line feed and carriage return
const CONTROL_BUT_BREAKS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** One line of text, trimmed, in Unicode characters that a database and a page can hold. */
export function text(maxLength: number) {
  return z.string().trim().max(maxLength)
    .refine((value) => !CONTROL.test(value), "Control characters are not allowed")
    .refine((value) => value.isWellFormed(), "Not well-formed Unicode");
}

/** A text of several lines. */
export function paragraph(maxLength: number) {
  return z.string().trim().max(maxLength)
    .refine((value) => !CONTROL_BUT_BREAKS.test(value), "Control characters are not allowed")
    .refine((value) => value.isWellFormed(), "Not well-formed Unicode");
}

/** A text that must say something. */
export function requiredText(maxLength: number) {
  return text(maxLength).refine((value) => value !== "", "Must not be empty");
}

/** For updates: absent leaves the value, null (or an empty text) clears it. */
export function clearable<Schema extends z.ZodType<string>>(schema: Schema) {
  return z.preprocess((value) => value === "" ? null : value, schema.nullable()).optional();
}

/** An e-mail address, internationalised ones included (RFC 6531); at most 254 characters (RFC 5321). */
export const email = z.string().trim().max(254)
  .regex(z.regexes.unicodeEmail, "Not an e-mail address")
  .refine((value) => !CONTROL.test(value) && !/[<>()[\],;:\\]/.test(value), "Not an e-mail address");

/** Several e-mail addresses separated by commas, each at most once. */
export const emailList = z.string().trim().max(2_000).refine((value) => {
  const addresses = value.split(",").map((each) => each.trim());
  const distinct = new Set(addresses.map((each) => each.toLowerCase()));
  return distinct.size === addresses.length && addresses.every((each) => email.safeParse(each).success);
}, "Must be distinct e-mail addresses separated by commas");

/** ISO 4217 alphabetic code, upper case. */
export const currency = z.string().trim().toUpperCase().regex(
  /^[A-Z]{3}$/,
  "Must be a currency code of three letters",
);

/** ISO 3166-1 alpha-2, upper case. */
export const countryCode = z.string().trim().toUpperCase().regex(
  /^[A-Z]{2}$/,
  "Must be a country code of two letters",
);

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date().refine(
  (value) => value >= "1900-01-01" && value <= "2999-12-31",
  "Out of range",
);

/** A moment; answers always show UTC with milliseconds. */
export const moment = z.iso.datetime({ offset: true });

/** One end of a range of moments. */
export const rangeEnd = z.union([day, moment.refine((value) => value >= "1900", "Out of range")])
  .meta({ description: "A moment, or a whole day of the seller's calendar; both ends belong to the range" });

/** An amount in major units: a number, or exactly as a decimal string. */
export const amount = z.union([
  z.number().refine((value) => Math.abs(value) < 1e15, "Too large"),
  z.string().trim().regex(/^-?\d{1,15}(\.\d{1,10})?$/, "Must be a decimal number"),
]).transform(String).refine((value) => /^-?\d+(\.\d+)?$/.test(value), "Must be a decimal number")
  .meta({ description: "Amount in major units: a number, or exactly as a decimal string" });

/** Money in answers: exact minor units are kept inside, JSON numbers in major units are shown. */
export const money = z.number();

/** A number that may have arrived as text; used for quantities and rates. */
export const decimal = z.union([
  z.number().refine((value) => Math.abs(value) < 1e12, "Too large"),
  z.string().trim().regex(/^-?\d{1,12}(\.\d{1,6})?$/, "Must be a decimal number"),
]).transform(String).refine((value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value), "At most 6 decimals");

export const webUrl = z.string().trim().max(2_048).refine(isWebUrl, "Must be an http or https address");

function isWebUrl(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).username === "";
}

/** A website as people type it: with or without a scheme. */
export const website = z.string().trim().max(2_048).refine((value) => {
  if (CONTROL.test(value) || /\s/.test(value)) return false;
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  if (!isWebUrl(url)) return false;
  const { hostname } = new URL(url);
  return hostname.includes(".") || hostname === "localhost" || hostname.startsWith("[");
}, "Must be a web address");

/** Opaque and signed; comes from the page before. */
export const cursor = z.string().min(1).max(2_000).nullish();

export function pageSize(fallback: number, max: number) {
  return z.coerce.number().int().min(1).max(max).default(fallback);
}

const pageMeta = z.object({
  cursor: z.string().nullable(),
  previousCursor: z.string().nullable(),
  hasPreviousPage: z.boolean(),
  hasNextPage: z.boolean(),
});

/** A page of a list; both cursors are null where there is nothing further. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ meta: pageMeta, data: z.array(row) });
}

/** A page that says, when asked, how many rows the whole list has. */
export function countedPageOf<Row extends z.ZodType>(row: Row) {
  const meta = pageMeta.extend({ total: z.number().int().optional() });
  return z.object({ meta, data: z.array(row) });
}
