/** The history of an invoice as people read it, from the events that name it. */
import type { HistoryEntry } from "shared/contract/invoice_shapes.ts";
import type { Changes, Event } from "shared/contract/messages.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { contractNames, INVOICE_FIELDS } from "./invoice_changes.ts";
import { toMajor } from "./money.ts";

type Step = Pick<HistoryEntry, "kind" | "changes"> & { readonly amountMinor?: number };

/** One event may tell of two things: a recording that issues is a recording and an issue. */
export function toHistoryEntries(event: Event, invoice: InvoiceTableRow): HistoryEntry[] {
  const { occurredAt: at, actor, door, data } = event;
  // Whoever gave one gave a text.
  const reason = (data.reason as string | undefined) ?? null;
  return listSteps(event, invoice).map(({ kind, changes, amountMinor }) => ({
    kind,
    fields: kind === "changed" ? listFields(changes) : [],
    amount: amountMinor === undefined ? null : toMajor(amountMinor, invoice.exponent),
    currency: invoice.currency,
    at,
    actor,
    door,
    reason,
    changes,
  }));
}

function listSteps({ name, changes, data }: Event, invoice: InvoiceTableRow): Step[] {
  // All three events carry it.
  const amountMinor = data.amountMinor as number;
  if (name === "payments.recorded") return [{ kind: "payment", amountMinor, changes }];
  if (name === "payments.voided") return [{ kind: "payment_voided", amountMinor: -amountMinor, changes }];
  if (name === "invoices.credited") return [{ kind: "credited", amountMinor, changes }];
  return [...describeRecording(changes), ...describeStep(changes, invoice)];
}

/** The state is told as a step of its own, with what follows from it; an issue freezes the parties. */
function isOfStep(field: string, changes: Changes): boolean {
  if (field === "seller" || field === "buyer") return changes.state !== undefined;
  return ["state", "issuedAt", "canceledAt", "refundedAt"].includes(field);
}

function describeRecording(changes: Changes): Step[] {
  // Every invoice has a number, and has it from its first recording on.
  if (
    changes.invoiceNumber && changes.invoiceNumber.before === null && changes.invoiceNumber.after !== null
  ) {
    return [{ kind: "recorded", changes }];
  }
  const own = Object.entries(changes).filter(([field]) => !isOfStep(field, changes));
  return own.length > 0 ? [{ kind: "changed", changes: Object.fromEntries(own) }] : [];
}

const STEPS = ["issued", "canceled", "refunded"] as const;

function describeStep(changes: Changes, invoice: InvoiceTableRow): Step[] {
  const kind = STEPS.find((step) => step === changes.state?.after);
  if (!kind) return [];
  const ofStep = Object.entries(changes).filter(([field]) => isOfStep(field, changes));
  const step = { kind, changes: Object.fromEntries(ofStep) };
  return [kind === "refunded" ? { ...step, amountMinor: refundOf(invoice) } : step];
}

/** Nothing is paid or credited afterwards: what the row says now, it said then. */
function refundOf({ type, totalMinor, creditedMinor, paidMinor }: InvoiceTableRow): number {
  return type === "credit_note" ? totalMinor - creditedMinor : paidMinor + creditedMinor;
}

/** The database keeps the names within an object in an order of its own. */
function listFields(changes: Changes): string[] {
  const fields = [...INVOICE_FIELDS, "lines", "lineCount", "internalNote"];
  return contractNames(fields.filter((field) => changes[field]));
}
