/** What an invoice is called, and how it stands today, in the one word that its badge shows. */
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import { daysBetween } from "./format.ts";
import type { Reader } from "./reader.ts";

export type InvoiceState =
  | "paid"
  | "credited"
  | "open"
  | "late"
  | "part"
  | "partCredited"
  | "credit"
  | "refunded"
  | "void";

export function titleOf({ type }: Pick<InvoiceRow, "type">, { messages }: Reader): string {
  return type === "credit_note" ? messages.creditNoteTitle : messages.invoice;
}

type Judged = Pick<InvoiceRow, "type" | "status" | "dueDate" | "amountPaid" | "amountCredited" | "amountDue">;

export interface Standing {
  readonly state: InvoiceState;
  /** Days until the due date; negative when it has passed. */
  readonly daysLeft: number;
  /** Something is still to be paid. */
  readonly isOpen: boolean;
  readonly isLate: boolean;
}

/** @param today The seller's calendar day: overdue is judged by the seller's calendar. */
export function standingOf(invoice: Judged, today: string): Standing {
  const state = stateOf(invoice, today);
  const daysLeft = daysBetween(today, invoice.dueDate);
  const isOpen = state === "open" || state === "late" || isPart(state);
  return { state, daysLeft, isOpen, isLate: isOpen && daysLeft < 0 };
}

/** Of the sum something is left, and not all. */
export function isPart(state: InvoiceState): boolean {
  return state === "part" || state === "partCredited";
}

function stateOf(invoice: Judged, today: string): InvoiceState {
  if (invoice.status === "canceled") return "void";
  if (invoice.status === "refunded") return "refunded";
  if (invoice.type === "credit_note") return "credit";
  if (invoice.status === "paid" || invoice.amountDue <= 0) return isPaid(invoice) ? "paid" : "credited";
  if (invoice.amountPaid > 0) return "part";
  if (invoice.amountCredited > 0) return "partCredited";
  return invoice.dueDate < today ? "late" : "open";
}

/** Whoever paid nothing should not read that they did: credit notes have settled it. */
function isPaid({ amountPaid, amountCredited }: Judged): boolean {
  return amountPaid > 0 || amountCredited <= 0;
}
