/** A new invoice as compatible clients order it: numbered, added up and delivered by the mesh. */
import { z } from "zod";
import { editorText } from "./editor_text.ts";
import { dueAfterIssue } from "./invoice_shapes.ts";
import { currency } from "./listed_codes.ts";
import {
  amount,
  decimal,
  moment,
  required,
  requiredText,
  unitPrice,
  uuid,
  writtenDay,
} from "./primitives.ts";

/**
 * `create` and `create_and_send` issue it. The mesh sends no mail: the second only says so in the event
 * `invoices.recorded`, whose `data.deliveryType` a mailer can go by. `scheduled` issues it on the day of `scheduledAt`.
 */
const DELIVERY_TYPES = ["create", "create_and_send", "scheduled"] as const;

const percent = decimal
  .refine((value) => Number(value) >= 0 && Number(value) <= 100, "Must be from 0 to 100")
  .nullish();

const positive = amount.refine((value) => !value.startsWith("-"), "Must not be negative").nullish();

const lineItem = z.object({
  /** Their official SDK leaves nothing of it: a line without a name is called by its place. */
  name: editorText(500).nullish(),
  quantity: decimal.nullish(),
  price: unitPrice.nullish(),
  /** Per cent; goes before those of the template. */
  taxRate: percent,
});

export const newInvoice = z.object({
  customerId: uuid,
  deliveryType: z.enum(DELIVERY_TYPES),
  /** In the future; needed for `scheduled`, whose issue date it becomes. */
  scheduledAt: moment.nullish(),
  /** When left out: the one after the newest. */
  invoiceNumber: requiredText(100).nullish(),
  issueDate: writtenDay,
  dueDate: writtenDay,
  template: z.object({
    /** When left out: the customer's, or else the team's. */
    currency: currency.nullish(),
    vatRate: percent,
    taxRate: percent,
    includeVat: z.boolean().nullish(),
    includeTax: z.boolean().nullish(),
  }).default({}),
  /** When there are none: one line of the `amount`. */
  lineItems: z.array(lineItem).max(500).nullish(),
  /** Sums, in major units. Those of the taxes go before their rates; `amount` must be what all of it adds up to. */
  vat: positive,
  tax: positive,
  discount: positive,
  amount: positive,
  noteDetails: editorText(5_000).nullish(),
})
  .refine(
    ({ deliveryType, scheduledAt }) => deliveryType !== "scheduled" || scheduledAt,
    required("scheduledAt", "Is required when deliveryType is scheduled"),
  )
  .refine(
    ({ lineItems, amount }) =>
      (Array.isArray(lineItems) && lineItems.length > 0) || (amount ?? null) !== null,
    required("lineItems", "Needs lineItems or an amount"),
  )
  .refine(...dueAfterIssue);

export type NewInvoice = z.output<typeof newInvoice>;
