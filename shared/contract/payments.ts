/** Payments towards invoices. */
import { z } from "zod";
import { command, domain } from "shared/operation.ts";
import { currency } from "./listed_codes.ts";
import { amount, moment, money, required, requiredText, text, uuid } from "./primitives.ts";

export const payment = z.object({
  id: uuid,
  invoiceId: uuid,
  externalId: z.string().nullable(),
  amount: money,
  currency: z.string(),
  paidAt: z.string(),
  method: z.string().nullable(),
  reference: z.string().nullable(),
});

export type Payment = z.infer<typeof payment>;

const recordInput = z.object({
  invoiceId: uuid.optional(),
  invoiceNumber: text(100).optional(),
  invoiceExternalId: text(200).optional(),
  externalId: requiredText(200).optional(),
  amount: amount.refine((value) => Number(value) > 0, "Must be more than nothing"),
  /** When given, it must be the invoice's: a payment is kept in no other. */
  currency: currency.optional(),
  /** Not more than a day ahead. */
  paidAt: moment,
  method: text(100).nullish(),
  reference: text(200).nullish(),
}).refine(
  (value) => value.invoiceId || value.invoiceNumber || value.invoiceExternalId,
  required("invoiceId", "Needs invoiceId, invoiceNumber or invoiceExternalId"),
);

export type RecordPaymentInput = z.output<typeof recordInput>;

export const payments = domain("payments", "store", {
  record: command({
    summary: "Record a payment towards an invoice; the same externalId is recorded once",
    http: "POST /invoices/{invoiceId}/payments",
    outcomes: ["created", "ok"],
    scope: "invoices.write",
    isDurable: true,
    input: recordInput,
    output: z.object({
      payment,
      invoice: z.object({
        id: uuid,
        status: z.string(),
        paymentStatus: z.string(),
        amountPaid: money,
        amountDue: money,
      }),
    }),
    errors: ["NOT_FOUND", "CONFLICT", "STALE", "KEY_REUSED"],
  }),
});
