/** Lists read from the newest row down: a signed cursor names the list, and the last row of the page before. */
import { invalidField } from "shared/errors.ts";
import { takeFitting } from "./fit_page.ts";
import type { SecretKeys } from "./secret_keys.ts";

/**
 * @returns What the cursor names; undefined without one.
 * @throws {OperationError} INVALID for a cursor that is not ours or belongs to another list.
 */
export function openBelow(
  keys: SecretKeys,
  cursor: string | null | undefined,
  list: string,
): string | undefined {
  if (!cursor) return undefined;
  const text = keys.openCursor(cursor);
  if (text?.startsWith(list)) return text.slice(list.length);
  throw invalidField("/cursor", "bad_cursor", "Is not a cursor of this list");
}

/** @param rows One more than a page holds, where there are so many: so a full last page does not promise another. */
export function toPageBelow<Row extends object>(
  keys: SecretKeys,
  rows: readonly Row[],
  { list, pageSize, nameOf }: { list: string; pageSize: number; nameOf: (row: Row) => string },
): { data: Row[]; meta: { cursor: string | null } } {
  const data = takeFitting(rows, pageSize);
  const last = data.length < rows.length ? data.at(-1) : undefined;
  return { data, meta: { cursor: last ? keys.signCursor(list + nameOf(last)) : null } };
}
