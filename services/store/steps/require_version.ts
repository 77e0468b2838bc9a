/** If-Match and If-None-Match: a change that was decided on an older version is refused, and told what has changed since and by whom. */
import { HEADERS } from "shared/bus/mod.ts";
import { parseEntityTags, versionInTag } from "shared/entity_tag.ts";
import { type FieldError, OperationError } from "shared/errors.ts";
import type { CustomerRow } from "../queries/customers.ts";
import { type LastChange, listChangesSince, listInvoiceEvents } from "../queries/history.ts";
import type { InvoiceTableRow } from "../queries/invoices.ts";
import { contractNames } from "../rules/invoice_changes.ts";
import type { Unit } from "../command/unit.ts";

/** @throws {OperationError} STALE when If-Match names other versions only; weak tags match nothing (RFC 9110, 13.1.1). */
export async function requireVersion(unit: Unit, customer: CustomerRow): Promise<void> {
  const seen = versionsWanted(unit);
  if (seen === undefined || seen.includes(customer.version)) return;
  throw new OperationError("STALE", `Cannot change the customer: its version is ${customer.version}`, {
    details: { errors: await describeChanges(unit, customer, seen) },
  });
}

/** @throws {OperationError} STALE as for a customer; the version is the invoice's own. */
export async function requireInvoiceVersion(unit: Unit, invoice: InvoiceTableRow): Promise<void> {
  const seen = versionsWanted(unit);
  if (seen === undefined || seen.includes(invoice.version)) return;
  throw new OperationError("STALE", `Cannot change the invoice: its version is ${invoice.version}`, {
    details: { errors: await describeInvoiceChanges(unit, invoice, seen) },
  });
}

/** @throws {OperationError} STALE: whoever names a version of what is not there, has not seen that it is gone. */
export function requireNoVersion(unit: Unit, what: "customer" | "invoice" = "customer"): void {
  if (!unit.context.headers[HEADERS.ifMatch]) return;
  throw new OperationError("STALE", `Cannot change the ${what}: there is none`);
}

/** @throws {OperationError} STALE: whoever says `If-None-Match: *` wants to create, and nothing else. */
export function requireAbsence({ context }: Unit, what: "customer" | "invoice" | "payment"): void {
  if (!context.headers[HEADERS.ifNoneMatch]) return;
  throw new OperationError("STALE", `Cannot create the ${what}: it exists already`);
}

/**
 * Undefined when any will do. On the bus a version may stand there as it is, without the quotes of HTTP.
 * @throws {OperationError} INVALID for what nobody can read.
 */
function versionsWanted({ context }: Unit): number[] | undefined {
  const condition = context.headers[HEADERS.ifMatch] || "*";
  const tags = parseEntityTags(/^\d+$/.test(condition) ? `"${condition}"` : condition);
  if (!tags) {
    throw new OperationError("INVALID", `if-match must be a version, an entity tag such as "3-x", or *`);
  }
  if (tags === "*") return undefined;
  return tags.filter((tag) => !tag.isWeak).flatMap((tag) => versionInTag(tag) ?? []);
}

/** Since the newest version that was seen; nothing when that is none of ours. */
async function describeChanges(
  unit: Unit,
  customer: CustomerRow,
  seen: readonly number[],
): Promise<FieldError[]> {
  const version = newestBelow(customer.version, seen);
  if (version === undefined) return [];
  const changes = await listChangesSince(unit.sql, unit.teamId, { customerId: customer.id, version });
  return changes.map(toFieldError);
}

/** Each of its versions was told in an event of its own. */
async function describeInvoiceChanges(
  unit: Unit,
  { id, version }: InvoiceTableRow,
  seen: readonly number[],
): Promise<FieldError[]> {
  const since = newestBelow(version, seen);
  if (since === undefined) return [];
  const events = await listInvoiceEvents(unit.sql, unit.teamId, id, version - since);
  const last = new Map<string, LastChange>();
  for (const { actor, occurredAt, changes } of events.toReversed()) {
    for (const field of contractNames(Object.keys(changes))) last.set(field, { field, actor, occurredAt });
  }
  return [...last.values()].map(toFieldError);
}

function newestBelow(version: number, seen: readonly number[]): number | undefined {
  const older = seen.filter((each) => each < version);
  return older.length > 0 ? Math.max(...older) : undefined;
}

function toFieldError({ field, actor, occurredAt }: LastChange): FieldError {
  return { pointer: `/${field}`, code: "changed", message: `changed by ${actor} at ${occurredAt}` };
}
