/** What is told without awaiting an answer: events, jobs and control messages. */
import { z } from "zod";
import { fieldError } from "./problem.ts";
import { uuid } from "./primitives.ts";

/** Facts after commit, `event.<team>.<domain>.<fact>`. */
export const EVENT_NAMES = [
  "customers.created",
  "customers.updated",
  "customers.deleted",
  "customers.erased",
  "customers.archived",
  "customers.restored",
  "customers.portalEnabled",
  "customers.portalDisabled",
  "customers.portalRotated",
  "customers.portalLinkCreated",
  "customers.portalLinkChanged",
  /** Somebody with a link that has ended, and with the address on file, asks for a new one: see the store's README. */
  "customers.portalLinkRequested",
  "tags.created",
  "tags.renamed",
  "tags.deleted",
  "invoices.recorded",
  "invoices.credited",
  "invoices.deleted",
  "payments.recorded",
  "payments.voided",
  "rates.recorded",
  "enrichment.queued",
  "enrichment.started",
  "enrichment.progressed",
  "enrichment.postponed",
  "enrichment.ended",
  "enrichment.cleared",
  "enrichment.undone",
  "enrichment.accepted",
  "enrichment.rejected",
  "enrichment.locked",
  "enrichment.unlocked",
  "enrichment.batchQueued",
  "enrichment.batchEnded",
  "customFields.created",
  "customFields.updated",
  "customFields.deleted",
  "webhooks.created",
  "webhooks.updated",
  "webhooks.deleted",
  "webhooks.secretRotated",
  "webhooks.resendOrdered",
  "webhooks.paused",
  "branding.updated",
  "files.keyRotated",
  "ingest.rejected",
] as const;

export type EventName = typeof EVENT_NAMES[number];

/** For whoever wants to be told of some only. */
export const eventNames = z.array(z.enum(EVENT_NAMES)).max(EVENT_NAMES.length);

/**
 * What changed, by field; null stands for nothing. Whose fields they are is the first part of the event's name:
 * `customers` and `enrichment` the customer's, `invoices` and `payments` those of the invoice `data.invoiceId`, `tags`
 * those of the tag `data.id`; `webhooks` those of the webhook `data.webhookId`; `customFields` those of
 * the field `data.id`; `branding` those of the team itself; of `rates` each field is a pair and a day, such as `USD/EUR 2026-01-20`.
 */
export const changes = z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() }));

export type Changes = z.infer<typeof changes>;

/** One shape on the bus, in the feed and in a customer's history. */
export const event = z.object({
  id: uuid,
  name: z.enum(EVENT_NAMES),
  teamId: uuid,
  customerId: uuid.nullable(),
  /** Counts 1, 2, 3 … for each team, without gaps; null only in a history read within moments of the change. */
  position: z.number().int().nullable(),
  /** Counts 1, 2, 3 … for each customer, without gaps. */
  sequence: z.number().int().nullable(),
  /** The customer's version after it. */
  version: z.number().int().nullable(),
  occurredAt: z.string(),
  actor: z.string(),
  door: z.string(),
  requestId: z.string().nullable(),
  changes,
  /** With the `reason` of whoever gave one; with `isCut` where `changes` were too large: the feed has them. */
  data: z.record(z.string(), z.unknown()),
});

export type Event = z.infer<typeof event>;

/** `data` of `ingest.rejected`. */
export const rejection = z.object({
  subject: z.string(),
  messageId: z.string().nullable(),
  code: z.string(),
  message: z.string(),
  errors: z.array(fieldError),
});

/** `job.enrichment.<team>`: a wake-up, not an order; the store decides whether there is anything to do. */
export const enrichmentJob = z.object({ runId: uuid, teamId: uuid });

/** `control.run.<id>`: stop, if your claim is of this generation or an older one. */
export const cancelRun = z.object({ reason: z.string().max(200), generation: z.number().int() });
