/** What a customer looks like, going in and coming out. */
import { z } from "zod";
import { countryCode, currency, vatNumber } from "./listed_codes.ts";
import {
  clearable,
  email,
  emailList,
  money,
  nullableText,
  paragraph,
  required,
  requiredText,
  text,
  timeZone,
  uuid,
  website,
  webUrl,
  wholeNumber,
} from "./primitives.ts";
import { contact, contactsInput } from "./contacts.ts";
import { currencyTotals } from "./customer_account.ts";
import { customFieldsPatch, customFieldValues, metadata, metadataPatch } from "./custom_fields.ts";
import { fieldError } from "./problem.ts";
import { tag, tagReference } from "./tags.ts";

export const CUSTOMER_STATUSES = ["active", "inactive", "prospect", "churned"] as const;

/** Of one customer. */
export const MAX_TAGS = 100;

/** Shown to compatible clients; derived from the latest run. */
export const ENRICHMENT_STATUSES = ["pending", "processing", "completed", "failed"] as const;

/** What a person may write, all of it optional; absent leaves a value untouched, null clears it. */
const writable = {
  billingEmail: clearable(emailList),
  phone: clearable(text(50)),
  website: clearable(website),
  contact: clearable(text(200)),
  country: clearable(text(100)),
  countryCode: clearable(countryCode),
  addressLine1: clearable(text(300)),
  addressLine2: clearable(text(300)),
  city: clearable(text(100)),
  state: clearable(text(100)),
  zip: clearable(text(30)),
  note: clearable(paragraph(10_000)),
  vatNumber: clearable(vatNumber),
  status: z.enum(CUSTOMER_STATUSES).nullish(),
  isArchived: z.boolean().optional(),
  preferredCurrency: clearable(currency),
  defaultPaymentTerms: wholeNumber(0, 3650).nullish(),
  externalId: clearable(text(200)),
  source: clearable(text(50)),
  logoUrl: clearable(webUrl),
  description: clearable(paragraph(2_000)),
  industry: clearable(text(100)),
  companyType: clearable(text(100)),
  employeeCount: clearable(text(50)),
  foundedYear: wholeNumber(1000, 2100).nullish(),
  estimatedRevenue: clearable(text(50)),
  fundingStage: clearable(text(50)),
  totalFunding: clearable(text(50)),
  headquartersLocation: clearable(text(200)),
  timezone: clearable(timeZone),
  linkedinUrl: clearable(webUrl),
  twitterUrl: clearable(webUrl),
  instagramUrl: clearable(webUrl),
  facebookUrl: clearable(webUrl),
  ceoName: clearable(text(200)),
  financeContact: clearable(text(200)),
  financeContactEmail: clearable(email),
  primaryLanguage: clearable(text(50)),
  fiscalYearEnd: clearable(text(50)),
  contacts: contactsInput,
  metadata: metadataPatch,
  customFields: customFieldsPatch,
  /** Given: replaces the whole set; absent: tags stay as they are. */
  tags: z.array(tagReference).max(MAX_TAGS).nullish(),
  /** Into and out of the set, whatever else is in it. */
  addTags: z.array(tagReference).max(MAX_TAGS).optional(),
  removeTags: z.array(tagReference).max(MAX_TAGS).optional(),
};

export const upsertInput = z.object({
  id: uuid.optional(),
  name: requiredText(200).optional(),
  email: email.optional(),
  ...writable,
})
  .refine(({ id, name }) => id !== undefined || name !== undefined, required("name"))
  .refine(({ id, email }) => id !== undefined || email !== undefined, required("email"))
  .meta({ anyOf: [{ required: ["name", "email"] }, { required: ["id"] }] });

const { $schema: _, ...itemSchema } = z.toJSONSchema(upsertInput, { io: "input" });

/** Checked one by one, so that a wrong item is its own failure only; described like the input of a single call. */
// The cast: what reads as unknown here is checked against `upsertInput` by whoever takes it.
export const uncheckedUpsertInput = z.unknown().meta(itemSchema) as unknown as z.ZodType<
  z.input<typeof upsertInput>,
  z.input<typeof upsertInput>
>;

export const updateInput = z.object({
  id: uuid,
  name: requiredText(200).optional(),
  email: email.optional(),
  ...writable,
});

/** One shape at every door: the compatible fields first, then ours. */
export const customer = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  billingEmail: nullableText,
  phone: nullableText,
  /** The phone number as dialled from anywhere (E.164); null when `phone` cannot be read as one. */
  phoneE164: nullableText,
  website: nullableText,
  /** Host of the website: lower case, IDNA, without `www.` */
  websiteDomain: nullableText,
  createdAt: z.string(),
  teamId: uuid,
  country: nullableText,
  countryCode: nullableText,
  addressLine1: nullableText,
  addressLine2: nullableText,
  city: nullableText,
  state: nullableText,
  zip: nullableText,
  note: nullableText,
  vatNumber: nullableText,
  /** Inert: kept because compatible clients require a text. */
  token: z.string(),
  contact: nullableText,
  status: nullableText,
  isArchived: z.boolean(),
  preferredCurrency: nullableText,
  source: nullableText,
  externalId: nullableText,
  defaultPaymentTerms: z.number().int().nullable(),
  logoUrl: nullableText,
  description: nullableText,
  industry: nullableText,
  companyType: nullableText,
  employeeCount: nullableText,
  foundedYear: z.number().int().nullable(),
  estimatedRevenue: nullableText,
  fundingStage: nullableText,
  totalFunding: nullableText,
  headquartersLocation: nullableText,
  timezone: nullableText,
  linkedinUrl: nullableText,
  twitterUrl: nullableText,
  instagramUrl: nullableText,
  facebookUrl: nullableText,
  ceoName: nullableText,
  financeContact: nullableText,
  financeContactEmail: nullableText,
  primaryLanguage: nullableText,
  fiscalYearEnd: nullableText,
  /** People, beside the one name in `contact`. */
  contacts: z.array(contact),
  /** Who gets its invoices: contacts for billing, else `billingEmail`, else `email`. */
  invoiceRecipients: z.array(z.string()),
  /** Whatever the team keeps beside it, texts by key. */
  metadata,
  /** Values of the fields that the team has defined. */
  customFields: customFieldValues,
  enrichmentStatus: z.enum(ENRICHMENT_STATUSES).nullable(),
  enrichedAt: nullableText,
  portalEnabled: z.boolean(),
  portalId: nullableText,
  portalUrl: nullableText,
  /** Issued invoices that count: unpaid, overdue or paid; drafts, scheduled, canceled and refunded ones do not. */
  invoiceCount: z.number().int(),
  projectCount: z.number().int(),
  /** Paid so far, in `invoiceCurrency`; the other currencies stand in `totals`. */
  totalRevenue: money,
  outstandingAmount: money,
  lastInvoiceDate: nullableText,
  invoiceCurrency: nullableText,
  totals: z.array(currencyTotals),
  tags: z.array(tag),
  version: z.number().int(),
  updatedAt: z.string(),
});

export type Customer = z.infer<typeof customer>;

/** What somebody who creates a customer should know: an archived one has the same externalId, or the same website. */
export const hint = z.object({ code: z.enum(["archived_twin", "archived_domain"]), customerId: uuid });

/** As saved; hints only when there are any. */
export const savedCustomer = customer.extend({ hints: z.array(hint).optional() });

/** What became of one item of many. Errors point into the item, as those of a single call point into its input. */
export const upsertResult = z.object({
  /** `created`, `updated`, `unchanged`, or the code of the error. */
  status: z.string(),
  /** Short: the answer for many must fit into one message. */
  customer: customer.pick({ id: true, externalId: true, name: true, version: true }).optional(),
  hints: z.array(hint).optional(),
  error: z.object({ code: z.string(), message: z.string(), errors: z.array(fieldError).optional() })
    .optional(),
});

export const upsertCounts = z.object({
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  failed: z.number().int(),
});
