/** Dead letters: what could not be processed, whole, with why. For whoever runs the mesh, by the operator's own login. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { pageSize, uuid } from "./primitives.ts";

const token = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
const place = z.object({ sequence: z.number().int().min(1) });

const deadLetter = place.extend({
  /** Where it came from: `INGEST`, a command of another service; `JOBS`, an enrichment run. */
  stream: z.string(),
  /** A code of an error, `malformed`, `exhausted` (tried too often) or `undeliverable` (delivered too often). */
  reason: z.string(),
  storedAt: z.string(),
  /** Of the message; null when it is a run. */
  subject: z.string().nullable(),
  runId: z.string().nullable(),
  customerId: z.string().nullable(),
  /** Why, in words. */
  message: z.string().nullable(),
});

export type DeadLetter = z.infer<typeof deadLetter>;

export const deadLetters = domain("deadLetters", "store", {
  list: query({
    summary: "Dead letters, oldest first; they are kept for 30 days",
    scope: "system",
    input: z.object({
      stream: token.optional(),
      reason: token.optional(),
      after: z.number().int().min(0).default(0),
      pageSize: pageSize(25, 100),
    }).default({ after: 0, pageSize: 25 }),
    output: z.object({
      data: z.array(deadLetter),
      /** To be given as `after`; null at the end. */
      next: z.number().int().nullable(),
    }),
  }),
  get: query({
    summary: "One dead letter, whole",
    scope: "system",
    input: place,
    output: deadLetter.extend({ content: z.unknown() }),
    errors: ["NOT_FOUND"],
  }),
  retry: command({
    summary: "Send a message once more, or enrich the customer of a run once more; the letter is gone then",
    scope: "system",
    input: place,
    /** `runId` of the new run, or of one that was under way already. */
    output: z.object({ retried: z.literal(true), runId: uuid.nullable() }),
    errors: ["NOT_FOUND", "CONFLICT", "OVERLOADED"],
  }),
});
