/** Customers: who they are, what they owe, and what can be asked or ordered about them. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { enrichmentValue, PROFILE_FIELDS, run } from "./enrichment_runs.ts";
import {
  clearable,
  countryCode,
  currency,
  cursor,
  email,
  emailList,
  money,
  pageSize,
  paragraph,
  requiredText,
  text,
  uuid,
  website,
  webUrl,
} from "./primitives.ts";
import { tag, tagReference } from "./tags.ts";

export const CUSTOMER_STATUSES = ["active", "inactive", "prospect", "churned"] as const;

/** Shown to compatible clients; derived from the latest run. */
export const ENRICHMENT_STATUSES = ["pending", "processing", "completed", "failed"] as const;

export const CUSTOMER_SORTS = [
  "name",
  "created_at",
  "contact",
  "email",
  "invoices",
  "projects",
  "tags",
  "industry",
  "country",
  "total_revenue",
  "outstanding",
  "last_invoice",
] as const;

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
  vatNumber: clearable(text(50)),
  status: z.enum(CUSTOMER_STATUSES).nullish(),
  isArchived: z.boolean().optional(),
  preferredCurrency: clearable(currency),
  defaultPaymentTerms: z.number().int().min(0).max(3650).nullish(),
  externalId: clearable(text(200)),
  source: clearable(text(50)),
  logoUrl: clearable(webUrl),
  description: clearable(paragraph(2_000)),
  industry: clearable(text(100)),
  companyType: clearable(text(100)),
  employeeCount: clearable(text(50)),
  foundedYear: z.number().int().min(1000).max(2100).nullish(),
  estimatedRevenue: clearable(text(50)),
  fundingStage: clearable(text(50)),
  totalFunding: clearable(text(50)),
  headquartersLocation: clearable(text(200)),
  timezone: clearable(text(60)),
  linkedinUrl: clearable(webUrl),
  twitterUrl: clearable(webUrl),
  instagramUrl: clearable(webUrl),
  facebookUrl: clearable(webUrl),
  ceoName: clearable(text(200)),
  financeContact: clearable(text(200)),
  financeContactEmail: clearable(email),
  primaryLanguage: clearable(text(50)),
  fiscalYearEnd: clearable(text(50)),
  /** Given: replaces the whole set; absent: tags stay as they are. */
  tags: z.array(tagReference).max(100).nullish(),
};

const upsertInput = z.object({
  id: uuid.optional(),
  name: requiredText(200).optional(),
  email: email.optional(),
  ...writable,
}).superRefine((value, context) => {
  if (value.id !== undefined) return;
  for (const field of ["name", "email"] as const) {
    if (value[field] !== undefined) continue;
    context.addIssue({ code: "custom", params: { code: "required" }, path: [field], message: "Is required" });
  }
}).meta({ anyOf: [{ required: ["name", "email"] }, { required: ["id"] }] });

const updateInput = z.object({
  id: uuid,
  name: requiredText(200).optional(),
  email: email.optional(),
  ...writable,
});

const nullableText = z.string().nullable();

/** Sums of one currency; sums never cross currencies. */
export const currencyTotals = z.object({
  currency: z.string(),
  invoiceCount: z.number().int(),
  totalAmount: money,
  paidAmount: money,
  outstandingAmount: money,
});

/** One shape at every door: the compatible fields first, then ours. */
export const customer = z.object({
  id: uuid,
  name: z.string(),
  email: z.string(),
  billingEmail: nullableText,
  phone: nullableText,
  website: nullableText,
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

export const invoiceSummary = z.object({
  totalAmount: money,
  paidAmount: money,
  outstandingAmount: money,
  invoiceCount: z.number().int(),
  currency: z.string(),
  totals: z.array(currencyTotals),
});

const byId = z.object({ id: uuid });

const portalState = z.object({
  id: uuid,
  portalEnabled: z.boolean(),
  portalId: nullableText,
  portalUrl: nullableText,
});

const portalInvoice = z.object({
  id: uuid,
  invoiceNumber: nullableText,
  status: z.enum(["paid", "unpaid", "overdue"]),
  amount: money.nullable(),
  currency: nullableText,
  issueDate: nullableText,
  dueDate: nullableText,
  /** Inert: the page and file addresses beside it need no further secret. */
  token: z.string(),
  amountPaid: money,
  amountDue: money,
  pageUrl: z.string(),
  pdfUrl: z.string(),
});

const portalIdInput = z.string().regex(/^[A-Za-z0-9_-]{21}$/, "Not a portal link");

export const customers = domain("customers", "store", {
  get: query({
    summary: "List customers, a page at a time",
    http: "GET /customers",
    scope: "customers.read",
    input: z.object({
      q: z.string().max(200).nullish(),
      sort: z.tuple([z.enum(CUSTOMER_SORTS), z.enum(["asc", "desc"])]).nullish(),
      cursor,
      pageSize: pageSize(25, 100),
    }).default({ pageSize: 25 }),
    output: z.object({
      meta: z.object({
        cursor: nullableText,
        previousCursor: nullableText,
        hasPreviousPage: z.boolean(),
        hasNextPage: z.boolean(),
      }),
      data: z.array(customer),
    }),
  }),
  getById: query({
    summary: "One customer",
    http: "GET /customers/{id}",
    scope: "customers.read",
    input: byId,
    output: customer,
    errors: ["NOT_FOUND"],
  }),
  upsert: command({
    summary: "Create a customer, or update the one with this id or externalId",
    http: "POST /customers",
    outcomes: ["created", "ok"],
    scope: "customers.write",
    isDurable: true,
    input: upsertInput,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "KEY_REUSED"],
  }),
  update: command({
    summary: "Change some fields of a customer (merge patch, RFC 7396)",
    http: ["PATCH /customers/{id}", "PUT /customers/{id}"],
    scope: "customers.write",
    input: updateInput,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Delete a customer; refused while invoices exist",
    http: "DELETE /customers/{id}",
    scope: "customers.write",
    input: byId,
    output: customer,
    errors: ["NOT_FOUND", "CONFLICT", "STALE"],
  }),
  getInvoiceSummary: query({
    summary: "What a customer was invoiced, has paid and still owes",
    http: "GET /customers/{id}/invoice-summary",
    scope: "customers.read",
    input: byId,
    output: invoiceSummary,
    errors: ["NOT_FOUND"],
  }),
  enrich: command({
    summary: "Read the customer's website again; joins a run that is already under way for it",
    http: "POST /customers/{id}/enrichment",
    outcomes: ["accepted"],
    scope: "customers.write",
    input: byId,
    output: z.object({ queued: z.boolean(), run }),
    errors: ["NOT_FOUND", "INVALID", "OVERLOADED"],
  }),
  getEnrichment: query({
    summary: "The latest run, its progress, and every value with its evidence",
    http: "GET /customers/{id}/enrichment",
    scope: "customers.read",
    input: byId,
    output: z.object({
      customerId: uuid,
      status: z.enum(ENRICHMENT_STATUSES).nullable(),
      run: run.nullable(),
      values: z.array(enrichmentValue),
    }),
    errors: ["NOT_FOUND"],
  }),
  cancelEnrichment: command({
    summary: "Stop the run under way; from the answer on nothing of it lands",
    http: "POST /customers/{id}/enrichment/cancel",
    scope: "customers.write",
    input: byId,
    output: z.object({
      /** True when the latest run is cancelled (by this call or an earlier one). */
      cancelled: z.boolean(),
      run: run.nullable(),
    }),
    errors: ["NOT_FOUND"],
  }),
  clearEnrichment: command({
    summary: "Remove every value that enrichment wrote; what a person typed stays",
    http: "DELETE /customers/{id}/enrichment",
    scope: "customers.write",
    input: byId,
    output: z.object({ cleared: z.literal(true), fields: z.array(z.enum(PROFILE_FIELDS)) }),
    errors: ["NOT_FOUND"],
  }),
  togglePortal: command({
    summary: "Switch a customer's portal on or off; switching it on again makes a new link",
    scope: "customers.write",
    input: z.object({ customerId: uuid, enabled: z.boolean() }),
    output: portalState,
    errors: ["NOT_FOUND"],
    http: "PUT /customers/{customerId}/portal",
  }),
  rotatePortal: command({
    summary: "Make a new portal link; the old one answers 410 from now on",
    http: "POST /customers/{customerId}/portal/rotate",
    scope: "customers.write",
    input: z.object({ customerId: uuid }),
    output: portalState,
    errors: ["NOT_FOUND", "CONFLICT"],
  }),
  getByPortalId: query({
    summary: "What a portal link shows of the customer; null when there is none",
    http: "GET /portal/{portalId}",
    scope: "public",
    input: z.object({ portalId: portalIdInput }),
    output: z.object({
      customer: z.object({
        name: z.string(),
        portalEnabled: z.boolean(),
        portalId: z.string(),
        team: z.object({ name: z.string(), logoUrl: nullableText, baseCurrency: z.string() }),
      }),
      summary: invoiceSummary,
    }).nullable(),
    errors: ["GONE"],
  }),
  getPortalInvoices: query({
    summary: "The invoices behind a portal link, newest first",
    http: "GET /portal/{portalId}/invoices",
    scope: "public",
    input: z.object({ portalId: portalIdInput, cursor, pageSize: pageSize(10, 50) }),
    output: z.object({ data: z.array(portalInvoice), meta: z.object({ cursor: nullableText }) }),
    errors: ["GONE"],
  }),
});
