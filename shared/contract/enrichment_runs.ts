/** Enrichment runs: what a worker may open, report and close, and the values it finds with their evidence. */
import { z } from "zod";
import { command, domain } from "shared/operation.ts";
import { MAX_LOGO_BYTES } from "./logo_size.ts";
import { uuid } from "./primitives.ts";

/** `queued → running → one of the five others`, and then never again anything else. */
const RUN_STATUSES = [
  "queued",
  "running",
  "succeeded",
  "partial",
  "failed",
  "cancelled",
  "superseded",
] as const;

/** Customer fields that a worker may fill. Anything else that it sends is kept as evidence only. */
export const PROFILE_FIELDS = [
  "logoUrl",
  "description",
  "industry",
  "companyType",
  "employeeCount",
  "estimatedRevenue",
  "fundingStage",
  "totalFunding",
  "foundedYear",
  "headquartersLocation",
  "timezone",
  "linkedinUrl",
  "twitterUrl",
  "instagramUrl",
  "facebookUrl",
  "ceoName",
  "financeContact",
  "financeContactEmail",
  "primaryLanguage",
  "fiscalYearEnd",
  "phone",
  "vatNumber",
  "addressLine1",
  "zip",
  "city",
  "state",
  "country",
  "countryCode",
] as const;

/** In this order; a run that has nothing to ask a model goes from reading to verifying. */
export const PROGRESS_STEPS = ["planned", "fetching", "reading", "asking", "verifying", "done"] as const;

export const progress = z.object({
  step: z.enum(PROGRESS_STEPS),
  pagesRead: z.number().int().min(0),
  pagesPlanned: z.number().int().min(0),
  valuesFound: z.number().int().min(0),
  /** The page that is being fetched. */
  page: z.string().max(2_048).nullish(),
});

/** As people see it: step `stepNumber` of `stepCount`. */
const shownProgress = progress.extend({
  page: z.string().nullable(),
  stepNumber: z.number().int(),
  stepCount: z.number().int(),
});

/** What a run has used, over all its attempts. */
export const receipt = z.object({
  /** HTTP requests sent, robots.txt and redirects included. */
  fetches: z.number().int().min(0),
  /** Of these, answered with "not modified". */
  notModified: z.number().int().min(0),
  /** Of bodies, as they were read. */
  bytes: z.number().int().min(0),
  /** Of a language model. */
  inputTokens: z.number().int().min(0),
  outputTokens: z.number().int().min(0),
  costUsd: z.number().min(0),
  /** Time that workers spent on it. */
  ms: z.number().int().min(0),
});

/** What tells whether a page has changed since it was read. */
const knownPage = z.object({
  url: z.string().min(1).max(2_048),
  etag: z.string().max(500).nullable(),
  lastModified: z.string().max(100).nullable(),
  /** Of what the reader makes of the page. */
  digest: z.string().min(1).max(100),
  /** Which rules read it: others may find more in the same page. */
  reader: z.string().min(1).max(100),
});

/** A value and why we believe it. */
const evidence = {
  /** A customer field, or another name for what is shown but not stored in one (`name`, `email`, `youtubeUrl` …). */
  field: z.string().min(1).max(60).regex(/^[A-Za-z0-9]+$/),
  value: z.string().min(1).max(2_000),
  /** How often a value like this is right, 0 to 1. */
  confidence: z.number().min(0).max(1),
  source: z.enum(["jsonld", "meta", "link", "text", "image", "derived", "model", "companyenrich"]),
  /** The page it stands on; of a directory, where it was asked. */
  url: z.string().max(2_048),
  /** Found verbatim on that page; empty where no page says it. */
  quote: z.string().max(200),
  extractor: z.string().max(60),
  fetchedAt: z.iso.datetime(),
};

const foundValue = z.object(evidence);

export const enrichmentValue = z.object({
  ...evidence,
  /** Of this value with this evidence; accepting and rejecting name it. */
  id: uuid,
  /**
   * `filled`: stands in the customer's field; `accepted`: likewise, and is a person's value since; `proposed`: shown
   * only, because it is not certain enough or a person's value stands there; `rejected`: a person wants it no more,
   * until the evidence changes; `undone`: was filled by a run that was undone, and is proposed since; `cleared`: was
   * filled and has been removed.
   */
  state: z.enum(["filled", "accepted", "proposed", "rejected", "undone", "cleared"]),
  runId: uuid,
});

export const run = z.object({
  id: uuid,
  customerId: uuid,
  status: z.enum(RUN_STATUSES),
  /** What started it. */
  trigger: z.enum(["created", "website_changed", "requested", "batch"]),
  website: z.string().nullable(),
  generation: z.number().int(),
  attempt: z.number().int(),
  progress: shownProgress.nullable(),
  /** A stable code of what came out, such as `ok`, `unreachable`, `gone`; of the last attempt while another follows. */
  outcome: z.string().nullable(),
  /** One sentence for people. */
  message: z.string().nullable(),
  /** What a person can do about it, in one sentence; null when there is nothing to do. */
  nextStep: z.string().nullable(),
  /** When a run that waits after a passing trouble is tried again. */
  nextAttemptAt: z.string().nullable(),
  requestedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  /** When the worker confirmed that a cancelled run's last socket is closed. */
  stopConfirmedAt: z.string().nullable(),
  receipt: receipt.nullable(),
  /** The order for many that it belongs to. */
  batchId: uuid.nullable(),
  undoneAt: z.string().nullable(),
});

export type Run = z.infer<typeof run>;
export type Progress = z.infer<typeof progress>;
export type Receipt = z.infer<typeof receipt>;
export type KnownPage = z.infer<typeof knownPage>;
export type FoundValue = z.infer<typeof foundValue>;
export type EnrichmentValue = z.infer<typeof enrichmentValue>;
export type RunStatus = typeof RUN_STATUSES[number];
export type ProfileField = typeof PROFILE_FIELDS[number];

/** A run is claimed for this long at a time, on the database's clock. */
export const LEASE_MS = 15_000;
/** A worker says that it lives this often, and so learns of a cancel whose message was lost. */
export const HEARTBEAT_MS = 3_000;
/** A worker that could not confirm a heartbeat for this long stops by itself, before its lease ends. */
export const SELF_ABORT_MS = 12_000;
/** After this many claims a run fails instead of being tried again. */
export const MAX_ATTEMPTS = 5;

/** On models and directories; tokens in both directions. */
const spending = z.object({ tokens: z.number().int().min(0), costUsd: z.number().min(0) });

const claim = { runId: uuid, teamId: uuid, generation: z.number().int().min(1) };

export const enrichmentRuns = domain("enrichmentRuns", "store", {
  open: command({
    summary: "Claim a run",
    scope: "system",
    input: z.object({
      runId: uuid,
      teamId: uuid,
      worker: z.string().min(1).max(100),
      /** Counts as spent by this claim until its receipt tells what it was. */
      mostSpending: spending.optional(),
    }),
    output: z.discriminatedUnion("state", [
      z.object({
        state: z.literal("open"),
        generation: z.number().int(),
        attempt: z.number().int(),
        /** All that the worker learns of the customer. */
        subject: z.object({ name: z.string(), website: z.string().nullable(), email: z.string().nullable() }),
        /** The pages of the last whole reading of this website, the home page first; empty when all is to be read. */
        known: z.array(knownPage).default([]),
        /** Since midnight UTC, over all runs, and what those under way may still spend: caps of a day count from here. */
        spentToday: z.object({ customer: spending, team: spending }),
        /** By earlier claims of this run: its own cap counts from here. */
        spentByRun: spending.default({ tokens: 0, costUsd: 0 }),
      }),
      /** Somebody else holds a live claim. */
      z.object({ state: z.literal("busy"), retryAfterMs: z.number().int() }),
      /** It has its final state (or never existed); nothing to do. */
      z.object({ state: z.literal("ended") }),
    ]),
  }),
  progress: command({
    summary: "Heartbeat: extends the claim and tells whether to go on",
    scope: "system",
    timeoutMs: 3_000,
    input: z.object({ ...claim, progress: progress.optional() }),
    output: z.object({ state: z.enum(["running", "stopped"]) }),
  }),
  close: command({
    summary: "End a run with what was found, or give it back",
    scope: "system",
    input: z.object({
      ...claim,
      /** `retry`: a passing trouble or a shutdown, to be tried again; `aborted`: a stopped run's last socket is closed. */
      result: z.enum(["succeeded", "partial", "failed", "retry", "aborted"]),
      outcome: z.string().min(1).max(60),
      message: z.string().max(500),
      /** The newest step; heartbeats may have had no time to tell it. */
      progress: progress.optional(),
      retryAfterMs: z.number().int().min(0).max(600_000).default(0),
      values: z.array(foundValue).max(200).default([]),
      /** The picture behind the value of `logoUrl`: a PNG of the worker's own making, in base64. */
      logo: z.base64().max(Math.ceil(MAX_LOGO_BYTES / 3) * 4).optional(),
      /** What was read, for the next time; only of a whole reading. */
      pages: z.array(knownPage).max(20).default([]),
      /** Of this attempt; absent when nobody knows what it has spent. */
      receipt: receipt.optional(),
    }),
    /** `accepted` is false when the run is no longer this worker's: the result has been dropped. */
    output: z.object({ accepted: z.boolean(), status: z.enum(RUN_STATUSES).nullable() }),
  }),
});
