/** What is written down of an invoice that is recorded: which state it takes, and who is printed on it. */
import type { Party, RecordInvoiceInput } from "shared/contract/invoice_shapes.ts";
import { OperationError } from "shared/errors.ts";
import type { BuyerRow, Parties } from "../queries/buyers.ts";
import type { InvoiceFacts, InvoiceTableRow } from "../queries/invoices.ts";
import { toSeller } from "../queries/teams.ts";
import type { InvoiceAmounts } from "./invoice_amounts.ts";
import { creditOf, type InvoiceState, momentsOf, statusOf } from "./invoice_status.ts";

export interface Circumstances {
  readonly parties: Parties;
  readonly existing: InvoiceTableRow | undefined;
  readonly amounts: InvoiceAmounts;
  readonly exponent: number;
  /** The seller's calendar day. */
  readonly today: string;
}

/** @throws {OperationError} CONFLICT when its state does not lead to the one that is asked for. */
export function toFacts(input: RecordInvoiceInput, about: Circumstances): InvoiceFacts {
  const { parties, existing, amounts, exponent, today } = about;
  const { lines: _, ...sums } = amounts;
  const asked = nextState(input.status, existing, today);
  // What is scheduled for a day that has come is issued.
  const state = asked === "scheduled" && input.issueDate <= today ? "issued" : asked;
  return {
    type: input.type ?? existing?.type ?? "invoice",
    creditedInvoiceNumber: input.creditedInvoiceNumber ?? existing?.creditedInvoiceNumber ?? null,
    customerId: parties.buyer.id,
    externalId: input.externalId ?? existing?.externalId ?? null,
    invoiceNumber: input.invoiceNumber,
    state,
    ...momentsOf(existing, state, new Date().toISOString()),
    currency: input.currency,
    exponent,
    issueDate: input.issueDate,
    dueDate: input.dueDate,
    ...sums,
    note: input.note || null,
    paymentUrl: input.paymentUrl || null,
    // As printed: once issued they stay, whatever becomes of the customer or the team.
    ...(existing && !isUnissued(existing)
      ? { seller: existing.seller, buyer: existing.buyer }
      : presentParties(parties)),
  };
}

/** Nobody has received it. */
export function isUnissued({ state }: { readonly state: InvoiceState }): boolean {
  return state === "draft" || state === "scheduled";
}

export function presentParties({ team, buyer }: Parties): { seller: Party; buyer: Party } {
  return { seller: toSeller(team), buyer: toBuyer(buyer) };
}

export function toBuyer(customer: BuyerRow): Party {
  const text = (value: unknown) => typeof value === "string" && value !== "" ? value : undefined;
  const place = [text(customer.zip), text(customer.city)].filter(Boolean).join(" ");
  const lines = [customer.addressLine1, customer.addressLine2, place, customer.state, customer.country];
  return {
    name: customer.name,
    email: text(customer.billingEmail) ?? customer.email,
    addressLines: lines.flatMap((line) => text(line) ?? []),
    vatNumber: text(customer.vatNumber) ?? null,
  };
}

/** @throws {OperationError} CONFLICT when its state does not lead to the one that is asked for. */
export function nextState(
  asked: RecordInvoiceInput["status"],
  existing: InvoiceTableRow | undefined,
  today: string,
): InvoiceState {
  if (asked === undefined) return existing?.state ?? "issued";
  const next = asked === "unpaid" ? "issued" : asked;
  if (!existing || mayBecome(existing, next)) return next;
  throw new OperationError(
    "CONFLICT",
    `Cannot set the invoice to "${asked}": its status is "${statusOf(existing, today)}"`,
  );
}

function mayBecome(invoice: InvoiceTableRow, next: InvoiceState): boolean {
  const { state } = invoice;
  if (state === next) return true;
  // Of what was never sent nothing can be returned.
  if (isUnissued({ state })) return next !== "refunded";
  // Of a canceled one, what had been paid may be returned, and what a credit note had settled that is paid out.
  if (state === "canceled") return next === "refunded" && creditOf(invoice) > 0;
  return state === "issued" && (next === "canceled" || next === "refunded");
}
