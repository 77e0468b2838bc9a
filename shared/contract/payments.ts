/** Payments towards invoices. */
import { z } from "zod";
import { command, domain } from "shared/operation.ts";
import { currency } from "./listed_codes.ts";
import {
  amount,
  moment,
  money,
  nullableText,
  optional,
  required,
  requiredText,
  text,
  uuid,
} from "./primitives.ts";

export const payment = z.object({
  id: uuid,
  invoiceId: uuid,
  externalId: z.string().nullable(),
  amount: money,
  currency: z.string(),
  paidAt: z.string(),
  method: z.string().nullable(),
  reference: z.string().nullable(),
  /** When it was taken back, and from then on counts for nothing; null of one that counts. */
  voidedAt: nullableText,
});

export type Payment = z.infer<typeof payment>;

const recordInput = z.object({
  invoiceId: optional(uuid),
  invoiceNumber: optional(text(100)),
  invoiceExternalId: optional(text(200)),
  /**
   * The same payment towards the same invoice is recorded once, also when it has been taken back meanwhile: to record
   * that one again, give it another. A taken back one's may be used for another amount or another invoice.
   */
  externalId: optional(requiredText(200)),
  amount: amount.refine((value) => Number(value) > 0, "Must be more than nothing"),
  /** When given, it must be the invoice's: a payment is kept in no other. */
  currency: optional(currency),
  /** Not more than a day ahead. */
  paidAt: moment,
  method: text(100).nullish(),
  reference: text(200).nullish(),
}).refine(
  (value) => value.invoiceId || value.invoiceNumber || value.invoiceExternalId,
  required("invoiceId", "Needs invoiceId, invoiceNumber or invoiceExternalId"),
);

export type RecordPaymentInput = z.output<typeof recordInput>;

const voidInput = z.object({
  /** When given, the payment must be one towards it. */
  invoiceId: optional(uuid),
  id: optional(uuid),
  externalId: optional(requiredText(200)),
  /** Why; the invoice's history shows it, and no customer sees it. */
  reason: requiredText(200),
}).refine((value) => value.id || value.externalId, required("id", "Needs id or externalId"));

export type VoidPaymentInput = z.output<typeof voidInput>;

const paid = z.object({
  payment,
  invoice: z.object({
    id: uuid,
    status: z.string(),
    paymentStatus: z.string(),
    amountPaid: money,
    amountDue: money,
  }),
});

export const payments = domain("payments", "store", {
  record: command({
    summary: "Record a payment towards an invoice; the same externalId is recorded once",
    http: "POST /invoices/{invoiceId}/payments",
    outcomes: ["created", "ok"],
    scope: "invoices.write",
    isDurable: true,
    identifiedBy: ["id", "externalId"],
    input: recordInput,
    output: paid,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
  void: command({
    summary:
      "Take back a payment that was recorded by mistake: its invoice is as if it had never come; a statement shows the payment on its day, and its reversal on today's",
    http: "POST /invoices/{invoiceId}/payments/{id}/void",
    scope: "invoices.write",
    isDurable: true,
    identifiedBy: ["id", "externalId"],
    input: voidInput,
    output: paid,
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
});
