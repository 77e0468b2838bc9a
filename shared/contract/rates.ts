/** Exchange rates: recorded by day, kept with every digit, used to show sums in the team's base currency. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { currency } from "./listed_codes.ts";
import { cursor, day, evenIfWrong, MAX_INPUT_BYTES, pageOf, pageSize, text } from "./primitives.ts";

const MAX_BATCH = 500;

/** Any number of digits within a text of 400 characters; exponents too, since numbers are written so. */
const rateValue = z.union([z.number(), z.string().trim().max(400)])
  .transform(String)
  .refine(isDecimal, "Must be a decimal number")
  .refine((value) => !isDecimal(value) || isSomething(value), "Must be more than nothing")
  // Whatever is multiplied by it, or divided, stays a number that can be shown.
  .refine(
    (value) => !isDecimal(value) || !isSomething(value) || isBetween(1e-18, Number(value), 1e18),
    "Must be from 1e-18 to 1e18",
  )
  .meta({
    description: "What one unit of `base` costs in `quote`: a decimal string of any length, or a number",
  });

const rateFields = {
  base: currency,
  quote: currency,
  rate: rateValue,
  date: day,
  source: text(100).nullish(),
};

const newRate = z.object(rateFields).superRefine(requireTwoCurrencies, evenIfWrong);

export type NewRate = z.output<typeof newRate>;

const SINGLE = ["base", "quote", "rate", "date"] as const;

const recordInput = z.object({
  base: rateFields.base.optional(),
  quote: rateFields.quote.optional(),
  rate: rateFields.rate.optional(),
  date: rateFields.date.optional(),
  source: rateFields.source,
  /** Many at once, instead of the fields beside it; of two for the same day the later one counts. */
  rates: z.array(newRate).min(1).max(MAX_BATCH).optional(),
}).superRefine((value, context) => {
  if (value.rates) return SINGLE.forEach((field) => value[field] !== undefined && refuseBoth(field, context));
  for (const field of SINGLE) {
    if (value[field] !== undefined) continue;
    context.addIssue({ code: "custom", params: { code: "required" }, path: [field], message: "Is required" });
  }
  requireTwoCurrencies(value, context);
}, evenIfWrong).meta({ anyOf: [{ required: [...SINGLE] }, { required: ["rates"] }] });

export type RecordRatesInput = z.output<typeof recordInput>;

export const rate = z.object({
  base: z.string(),
  quote: z.string(),
  /** Decimal, with every digit that was recorded. */
  rate: z.string(),
  date: z.string(),
  source: z.string().nullable(),
  recordedAt: z.string(),
});

export type Rate = z.infer<typeof rate>;

/** A rate as it was recorded and then used; of a pair known in the other direction only, its inverse was used. */
export const usedRate = rate.pick({ base: true, quote: true, rate: true, date: true });

export type UsedRate = z.infer<typeof usedRate>;

export const rates = domain("rates", "store", {
  record: command({
    summary: "Record exchange rates; for the same pair and day the newest recording counts",
    http: "POST /rates",
    scope: "invoices.write",
    isDurable: true,
    maxInputBytes: MAX_INPUT_BYTES,
    input: recordInput,
    output: z.object({ rates: z.array(rate) }),
    errors: ["CONFLICT", "KEY_REUSED"],
  }),
  get: query({
    summary: "List exchange rates, the newest day first",
    http: "GET /rates",
    scope: "invoices.read",
    input: z.object({
      base: currency.nullish(),
      quote: currency.nullish(),
      from: day.nullish(),
      to: day.nullish(),
      cursor,
      pageSize: pageSize(100, 500),
    }),
    output: pageOf(rate),
  }),
});

function isDecimal(value: string): boolean {
  return /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(value);
}

/** By its digits: what is too small for a number is not nothing. */
function isSomething(value: string): boolean {
  return /[1-9]/.test(value.split(/e/i)[0]!);
}

function isBetween(least: number, value: number, most: number): boolean {
  return least <= value && value <= most;
}

function requireTwoCurrencies(value: { base?: string; quote?: string }, context: z.RefinementCtx): void {
  if (value.base === undefined || value.base !== value.quote) return;
  const message = "Must differ from base";
  context.addIssue({ code: "custom", params: { code: "same_currency" }, path: ["quote"], message });
}

function refuseBoth(field: string, context: z.RefinementCtx): void {
  const message = "Either one rate or a list, not both";
  context.addIssue({ code: "custom", params: { code: "not_both" }, path: [field], message });
}
