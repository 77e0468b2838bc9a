/** The words of which every input and output is made: ids, texts, dates, amounts, pages. */
import { z } from "zod";

/** What a message of the bus holds, less its headers: for an operation whose fields may fill more than a door takes. */
export const MAX_INPUT_BYTES = 1_000_000;

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

/** A text that must say something that can be seen. */
export function requiredText(maxLength: number) {
  return text(maxLength).refine((value) => /[^\p{Z}\p{Cc}\p{Cf}]/u.test(value), "Must not be empty");
}

/** For updates: absent leaves the value, null (or a text of which nothing can be seen) clears it. */
export function clearable<Schema extends z.ZodType<string>>(schema: Schema) {
  return z.preprocess((value) => isBlank(value) ? null : value, schema.nullable()).optional();
}

function isBlank(value: unknown): boolean {
  return typeof value === "string" && /^[\s\p{Z}\p{Cf}]*$/u.test(value);
}

/** An e-mail address, internationalised ones included (RFC 6531); at most 254 characters (RFC 5321). */
export const email = z.string().trim().max(254).refine(isEmail, {
  error: "Not an e-mail address",
  params: { code: "invalid_format" },
});

function isEmail(value: string): boolean {
  if (CONTROL.test(value) || !value.isWellFormed()) return false;
  const [, local, domain] = /^([^\s@"<>()[\],;:\\]{1,64})@([\p{L}\p{M}\p{N}.-]+)$/u.exec(value) ?? [];
  // A dot stands between two other signs (RFC 5322, dot-atom).
  if (local === undefined || domain === undefined || local.split(".").includes("")) return false;
  return URL.canParse(`http://${domain}`) && isHostName(new URL(`http://${domain}`));
}

/** Neither an empty part nor one that is too long or has a hyphen at its end (RFC 1123, after IDNA). */
function isHostName({ hostname }: URL): boolean {
  return hostname.split(".").every((part) => /^(?!-).{1,63}(?<!-)$/.test(part));
}

/** Several e-mail addresses separated by commas, each at most once. */
export const emailList = z.string().trim().max(2_000).refine((value) => {
  const addresses = value.split(",").map((each) => each.trim());
  const distinct = new Set(addresses.map((each) => each.toLowerCase()));
  return distinct.size === addresses.length && addresses.every((each) => email.safeParse(each).success);
}, "Must be distinct e-mail addresses separated by commas");

/** A name of the IANA time zone database; an offset such as `+01:00` knows nothing of summer time. */
export const timeZone = z.string().trim().max(60).refine(isTimeZone, {
  error: "Is not a time zone of the IANA database, such as Europe/Oslo",
  params: { code: "unknown_time_zone" },
});

function isTimeZone(value: string): boolean {
  if (!/^[A-Z]/i.test(value)) return false;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: value }).resolvedOptions().timeZone !== "";
  } catch {
    // It throws for every name that it does not know.
    return false;
  }
}

/**
 * For a rule about several fields: it is asked although some of them are wrong, so that an answer names all faults at
 * once. Hence it must bear whatever stands in them.
 */
export const evenIfWrong = {
  when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
};

/** Such a rule, whose breach is told of one field. */
export function acrossFields(field: string, { code, error }: { code: string; error: string }) {
  return { ...evenIfWrong, path: [field], params: { code }, error };
}

export function required(field: string, error = "Is required") {
  return acrossFields(field, { code: "required", error });
}

/** Absent. Null means the same here: many clients write it for what they do not have. */
export function optional<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined).optional();
}

/**
 * Without a fraction. The library's own `int()` would end the checking of the whole input, and the faults of other
 * fields would not be told.
 */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER) {
  return z.number().min(min).max(max).refine(Number.isInteger, {
    error: "Must be a whole number",
    params: { code: "invalid_type" },
  }).meta({ type: "integer" });
}

/** A calendar day, `YYYY-MM-DD`. */
export const day = z.iso.date("Must be a day that exists, as YYYY-MM-DD")
  .refine(isInRange, "Must be from 1900 to 2999");

/** A moment; answers always show UTC with milliseconds. */
export const moment = z.iso.datetime({
  offset: true,
  error: "Must be a moment that exists, as 2026-01-31T12:00:00Z",
}).refine(isInRange, "Must be from 1900 to 2999");

/** What a calendar and a database agree on. */
function isInRange(value: string): boolean {
  return !/^\d{4}-/.test(value) || (value >= "1900" && value < "3");
}

const dayOrMoment = z.union([day, moment], {
  error: "Must be a day or a moment that exists, from 1900 to 2999",
});

/** Compatible clients may send moments; the day that they name is meant, wherever the seller is. */
export const writtenDay = dayOrMoment.transform((value) => value.slice(0, 10));

/** One end of a range of moments. */
export const rangeEnd = dayOrMoment
  .meta({ description: "A moment, or a whole day of the seller's calendar; both ends belong to the range" });

/** In answers: present, and null when there is nothing to say. */
export const nullableText = z.string().nullable();

/**
 * An amount in major units: a number, or exactly as a decimal string. Of a number such as 0.1 + 0.2, which is
 * 0.30000000000000004, the amount is taken that was meant: 0.3.
 */
export const amount = z.union([
  z.number().refine((value) => Math.abs(value) < 1e15, "Too large"),
  z.string().trim().regex(/^-?\d{1,15}(\.\d{1,10})?$/, "Must be a decimal number"),
], { error: "Must be a decimal number" }).transform(spellWith(8)).refine(
  (value) => /^-?\d+(\.\d{1,10})?$/.test(value),
  "At most 10 decimals",
)
  .meta({
    description:
      "Amount in major units: a number, whose floating-point error of a few units in its last place is " +
      "rounded away, or exactly as a decimal string",
  });

/** For one piece, in major units of the invoice's currency; it may be finer than what can be paid. */
export const unitPrice = amount.meta({
  description:
    "For one piece, in major units of the invoice's currency: a number, whose floating-point error of a few units in " +
    "its last place is rounded away, or exactly as a decimal string; up to 8 decimals, with at most 15 digits where " +
    "they are more than the currency has",
});

/** How far sums and products of a few amounts lie beside what they would be by hand; nobody writes so many digits. */
const FLOAT_ERROR = 2 ** -50;

/**
 * A number as a decimal text: the nearest one of so many decimals where they differ by floating-point error only, and
 * else as it is, never as JavaScript writes it (`1e-7`).
 */
function spellWith(decimals: number): (value: number | string) => string {
  return (value) => {
    if (typeof value === "string") return value;
    const nearest = Number(value.toFixed(decimals));
    const isError = Math.abs(value - nearest) <= FLOAT_ERROR * Math.max(1, Math.abs(value));
    return spellDecimal(isError ? nearest : value);
  };
}

function spellDecimal(value: number): string {
  const [, sign, whole, fraction = "", exponent] = /^(-?)(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value)) ?? [];
  if (whole === undefined) return String(value);
  return `${sign}0.${"0".repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

/** Money in answers: exact minor units are kept inside, JSON numbers in major units are shown. */
export const money = z.number();

/** A number that may have arrived as text; used for quantities and rates of tax. Floating-point error is rounded away. */
export const decimal = z.union([
  z.number().refine((value) => Math.abs(value) < 1e12, "Too large"),
  z.string().trim().regex(/^-?\d{1,12}(\.\d{1,6})?$/, "Must be a decimal number"),
], { error: "Must be a decimal number" }).transform(spellWith(6)).refine(
  (value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value),
  "At most 6 decimals",
);

export const webUrl = z.string().trim().max(2_048).refine(isWebUrl, "Must be an http or https address");

function isWebUrl(value: string): boolean {
  if (/\s/.test(value) || CONTROL.test(value) || !value.isWellFormed()) return false;
  return /^https?:\/\//i.test(value) && URL.canParse(value) && new URL(value).username === "";
}

/** A website as people type it: with or without a scheme. */
export const website = z.string().trim().max(2_048).refine((value) => {
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `https://${value}`;
  return isWebUrl(url) && isSite(new URL(url));
}, "Must be a web address");

function isSite(url: URL): boolean {
  const { hostname } = url;
  if (hostname.startsWith("[") || hostname === "localhost") return true;
  // A dot at the end only says that the name is complete.
  const name = hostname.replace(/\.$/, "");
  return name.includes(".") && isHostName(new URL(`http://${name}`));
}

/** Opaque and signed; comes from the page before. An empty one is none: a loop that takes it so would never end. */
export const cursor = z.string().min(1).max(2_000).nullish();

export function pageSize(fallback: number, max: number) {
  return z.coerce.number().pipe(wholeNumber(1, max)).default(fallback);
}

/** By which column a list is sorted, and in which direction: in a query `sort=name,asc`, or `sort=name&sort=asc`. */
export function sortBy<const Columns extends readonly [string, ...string[]]>(columns: Columns) {
  const error = `Must be a column and a direction, such as sort=${columns[0]},asc; columns: ${
    columns.join(", ")
  }`;
  const column = z.enum(columns, `Must be one of ${columns.join(", ")}`);
  return z.tuple([column, z.enum(["asc", "desc"], "Must be asc or desc")], { error }).nullish();
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

/** A page of a list that is read in one direction only. */
export function forwardPageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ data: z.array(row), meta: z.object({ cursor: nullableText }) });
}

/** A page that says, when asked, how many rows the whole list has. */
export function countedPageOf<Row extends z.ZodType>(row: Row) {
  const meta = pageMeta.extend({ total: z.number().int().optional() });
  return z.object({ meta, data: z.array(row) });
}
