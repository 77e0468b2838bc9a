/** What is answered about a person whose data are removed for good. */
import { z } from "zod";
import { uuid } from "./primitives.ts";

/** Where data of the person are still looked for after the answer, in this order. */
export const ERASURE_STEPS = ["answers", "streamedEvents", "ingestMessages", "deadLetters"] as const;

export const erasure = z.object({
  customerId: uuid,
  /** `running`: the database's own tables are done, copies in kept answers and in streams are being removed. */
  status: z.enum(["running", "finished"]),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** They stay as the law wants it, each with its buyer as printed. */
  keptInvoices: z.number().int(),
  /** How many of each kind so far; of history the entries that were emptied. */
  removed: z.record(z.string(), z.number().int()),
  /** What is still to be searched. */
  pending: z.array(z.enum(ERASURE_STEPS)),
});
