/** If-Match: a change that was decided on an older version is refused, and told what has changed since and by whom. */
import { HEADERS } from "shared/bus/mod.ts";
import { parseEntityTags, versionInTag } from "shared/entity_tag.ts";
import { type FieldError, OperationError } from "shared/errors.ts";
import type { Unit } from "./command.ts";
import type { CustomerRow } from "./queries/customers.ts";
import { listChangesSince } from "./queries/history.ts";

/** @throws {OperationError} STALE when If-Match names other versions only; weak tags match nothing (RFC 9110, 13.1.1). */
export async function requireVersion(unit: Unit, customer: CustomerRow): Promise<void> {
  const seen = versionsWanted(unit);
  if (seen === undefined || seen.includes(customer.version)) return;
  throw new OperationError("STALE", `Cannot change the customer: its version is ${customer.version}`, {
    details: { errors: await describeChanges(unit, customer, seen) },
  });
}

/** @throws {OperationError} STALE: whoever names a version of what is not there, has not seen that it is gone. */
export function requireNoVersion(unit: Unit): void {
  if (!unit.context.headers[HEADERS.ifMatch]) return;
  throw new OperationError("STALE", "Cannot change the customer: there is none");
}

/** Undefined when any will do. */
function versionsWanted({ context }: Unit): number[] | undefined {
  const condition = context.headers[HEADERS.ifMatch];
  const tags = condition ? parseEntityTags(condition) : "*";
  if (tags === "*") return undefined;
  return tags?.filter((tag) => !tag.isWeak).flatMap((tag) => versionInTag(tag) ?? []) ?? [];
}

/** Since the newest version that was seen; nothing when that is none of ours. */
async function describeChanges(
  unit: Unit,
  customer: CustomerRow,
  seen: readonly number[],
): Promise<FieldError[]> {
  const version = Math.max(...seen.filter((each) => each < customer.version));
  if (version === -Infinity) return [];
  const changes = await listChangesSince(unit.sql, unit.teamId, { customerId: customer.id, version });
  return changes.map(({ field, actor, occurredAt }) => ({
    pointer: `/${field}`,
    code: "changed",
    message: `changed by ${actor} at ${occurredAt}`,
  }));
}
