/** What an invoice's history tells of a recording: that it came, what was changed, which step it made. */
import type { Unit } from "./command.ts";
import { insertHistory, type NewHistoryEntry } from "./queries/invoice_history.ts";
import type { InvoiceTableRow } from "./queries/invoices.ts";

/** @param changed Names of facts, when the invoice was there before. */
export async function rememberRecording(
  unit: Unit,
  before: InvoiceTableRow | undefined,
  after: InvoiceTableRow,
  changed: readonly string[] = [],
): Promise<void> {
  const entries = [...describeChange(before, changed), ...describeStep(before, after)];
  await insertHistory(unit.sql, after, entries, unit.context.caller);
}

function describeChange(before: InvoiceTableRow | undefined, changed: readonly string[]): NewHistoryEntry[] {
  if (!before) return [{ kind: "recorded" }];
  const fields = toFieldNames(changed);
  return fields.length > 0 ? [{ kind: "changed", fields }] : [];
}

/** As the contract calls them; the state has an entry of its own. */
function toFieldNames(changed: readonly string[]): string[] {
  const shown = changed.filter((name) => name !== "state" && name !== "exponent");
  return shown.map((name) => name === "totalMinor" ? "amount" : name.replace(/Minor$/, ""));
}

function describeStep(before: InvoiceTableRow | undefined, after: InvoiceTableRow): NewHistoryEntry[] {
  const { state, type, totalMinor, paidMinor, creditedMinor } = after;
  if (state === before?.state || state === "draft" || state === "scheduled") return [];
  if (state !== "refunded") return [{ kind: state }];
  return [{ kind: state, amountMinor: type === "credit_note" ? totalMinor - creditedMinor : paidMinor }];
}
