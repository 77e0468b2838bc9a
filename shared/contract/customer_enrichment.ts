/** Enrichment as people order it: start and stop, one customer or many, and decide about what was found. */
import { z } from "zod";
import { command, query } from "shared/operation.ts";
import { customerSelection } from "./customer_list.ts";
import { ENRICHMENT_STATUSES } from "./customer_shapes.ts";
import { changes } from "./messages.ts";
import { enrichmentValue, PROFILE_FIELDS, run } from "./enrichment_runs.ts";
import { cursor, evenIfWrong, forwardPageOf, pageSize, uuid } from "./primitives.ts";

const byId = z.object({ id: uuid });
const profileField = z.enum(PROFILE_FIELDS);
const profileFields = z.array(profileField);
const fields = profileFields.min(1).max(PROFILE_FIELDS.length);
const suggestionIds = z.array(uuid).min(1).max(200);

export const suggestion = enrichmentValue.omit({ state: true }).extend({
  field: profileField,
  /** What stands in the field now. */
  current: z.union([z.string(), z.number()]).nullable(),
  /**
   * Why it was not filled in. `taken`: a person wrote or emptied the field; `uncertain`: the confidence is too low;
   * `unfit`: it is not as the field demands, such as a VAT number with wrong check digits; `undone`: its run was undone.
   */
  reason: z.enum(["locked", "taken", "undone", "unfit", "uncertain"]),
});

export type Suggestion = z.infer<typeof suggestion>;

/** `gone`: not open any more, or its evidence has changed; `unfit`: not as the field demands. */
const skipped = z.object({ id: uuid, reason: z.enum(["gone", "locked", "unfit"]) });

export type SkippedSuggestion = z.infer<typeof skipped>;

/** What every decision about suggestions answers, beside the fields that it decided. */
const decision = z.object({ skipped: z.array(skipped) });

const locks = z.object({ lockedFields: profileFields });

const acceptInput = byId.extend({
  suggestionIds: suggestionIds.optional(),
  /** All that are at least so certain; those in locked fields are left out. */
  minConfidence: z.number().min(0).max(1).optional(),
}).superRefine((value, context) => {
  if ((value.suggestionIds === undefined) !== (value.minConfidence === undefined)) return;
  const message = "Either suggestionIds or minConfidence must be given";
  context.addIssue({ code: "custom", params: { code: "required" }, path: ["suggestionIds"], message });
}, evenIfWrong);

/** With what it wrote into the customer: each field before and after. */
const runInHistory = run.extend({ changes });

const BATCH_STATUSES = ["queuing", "running", "ended", "cancelled"] as const;

export const batch = z.object({
  id: uuid,
  /** `queuing`: not all are queued yet; `running`: some have not ended yet. */
  status: z.enum(BATCH_STATUSES),
  /** What the filter matched when it was ordered. */
  total: z.number().int(),
  /** Looked at so far. */
  seen: z.number().int(),
  /** Without a website, or with a run under way already. */
  skipped: z.number().int(),
  /** Runs, by status. */
  runs: z.record(z.string(), z.number().int()),
  requestedAt: z.string(),
  endedAt: z.string().nullable(),
});

export type EnrichmentBatch = z.infer<typeof batch>;

export const customerEnrichment = {
  enrich: command({
    summary: "Read the customer's website again; joins a run that is already under way for it",
    http: "POST /customers/{id}/enrichment",
    outcomes: ["accepted"],
    scope: "customers.write",
    input: byId,
    output: z.object({
      queued: z.boolean(),
      /** It was under way already. */
      joined: z.boolean(),
      run,
    }),
    errors: ["NOT_FOUND", "INVALID", "OVERLOADED"],
  }),
  getEnrichment: query({
    summary: "The latest run, its progress, every value with its evidence, and which fields are locked",
    http: "GET /customers/{id}/enrichment",
    scope: "customers.read",
    input: byId,
    output: z.object({
      customerId: uuid,
      status: z.enum(ENRICHMENT_STATUSES).nullable(),
      run: run.nullable(),
      values: z.array(enrichmentValue),
      lockedFields: profileFields,
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
    summary: "Remove every value that enrichment wrote; what a person typed or accepted stays",
    http: "DELETE /customers/{id}/enrichment",
    scope: "customers.write",
    input: byId,
    output: z.object({ cleared: z.literal(true), fields: profileFields }),
    errors: ["NOT_FOUND", "STALE"],
  }),
  getEnrichmentHistory: query({
    summary: "The runs of a customer, newest first: outcome, what it cost, what it changed",
    http: "GET /customers/{id}/enrichment/runs",
    scope: "customers.read",
    input: byId.extend({ cursor, pageSize: pageSize(25, 100) }),
    output: forwardPageOf(runInHistory),
    errors: ["NOT_FOUND"],
  }),
  undoEnrichment: command({
    summary: "Undo one run: what it wrote and nobody has changed since goes back to what stood before",
    http: "POST /customers/{id}/enrichment/runs/{runId}/undo",
    scope: "customers.write",
    input: byId.extend({ runId: uuid }),
    output: z.object({
      undone: z.literal(true),
      /** Back to what stood before. */
      fields: profileFields,
      /** Changed since the run, so left as they are. */
      kept: profileFields,
    }),
    errors: ["NOT_FOUND", "CONFLICT", "STALE"],
  }),
  getEnrichmentSuggestions: query({
    summary: "What was found and not filled in, surest first, each with its evidence",
    http: "GET /customers/{id}/enrichment/suggestions",
    scope: "customers.read",
    input: byId,
    output: z.object({ customerId: uuid, suggestions: z.array(suggestion) }),
    errors: ["NOT_FOUND"],
  }),
  acceptSuggestions: command({
    summary: "Take over suggestions, some or all above a confidence; they count as typed from then on",
    http: "POST /customers/{id}/enrichment/suggestions/accept",
    scope: "customers.write",
    input: acceptInput,
    output: decision.extend({ accepted: profileFields }),
    errors: ["NOT_FOUND", "STALE"],
  }),
  rejectSuggestions: command({
    summary: "Turn suggestions down; they do not come again until the evidence changes",
    http: "POST /customers/{id}/enrichment/suggestions/reject",
    scope: "customers.write",
    input: byId.extend({ suggestionIds }),
    output: decision.extend({ rejected: profileFields }),
    errors: ["NOT_FOUND"],
  }),
  lockFields: command({
    summary: "Lock fields: enrichment writes nothing into them, whatever it finds",
    http: "POST /customers/{id}/enrichment/locks",
    scope: "customers.write",
    input: byId.extend({ fields }),
    output: locks,
    errors: ["NOT_FOUND"],
  }),
  unlockFields: command({
    summary: "Unlock fields",
    http: "DELETE /customers/{id}/enrichment/locks",
    scope: "customers.write",
    input: byId.extend({ fields }),
    output: locks,
    errors: ["NOT_FOUND"],
  }),
  enrichMany: command({
    summary: "Enrich all customers that a list would show, a bounded number at a time",
    http: "POST /customers/enrichment-batches",
    outcomes: ["accepted"],
    scope: "customers.write",
    /** Strict: a condition that nobody understands would leave the order to all customers. */
    input: z.strictObject({ filter: customerSelection.strict().default({}) }),
    output: z.object({ batch }),
    errors: ["OVERLOADED"],
  }),
  getEnrichmentBatch: query({
    summary: "How far an order for many is",
    http: "GET /customers/enrichment-batches/{batchId}",
    scope: "customers.read",
    input: z.object({ batchId: uuid }),
    output: z.object({ batch }),
    errors: ["NOT_FOUND"],
  }),
  cancelEnrichmentBatch: command({
    summary: "Stop an order for many: nothing more is queued, and nothing of its runs under way lands",
    http: "POST /customers/enrichment-batches/{batchId}/cancel",
    scope: "customers.write",
    input: z.object({ batchId: uuid }),
    output: z.object({
      /** True when it is cancelled (by this call or an earlier one). */
      cancelled: z.boolean(),
      batch,
    }),
    errors: ["NOT_FOUND"],
  }),
} as const;
