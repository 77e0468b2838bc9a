/** What a team notes beside its invoices for itself. */
import type { Queryable } from "../database/connect.ts";

export async function setInternalNote(
  sql: Queryable,
  teamId: string,
  id: string,
  internalNote: string | null,
): Promise<void> {
  await sql`
    update invoices set internal_note = ${internalNote}, version = version + 1, updated_at = now()
    where team_id = ${teamId} and id = ${id}
  `;
}

/** Nobody knows whom they speak of. No version of its own: each of those is told. */
export async function forgetInternalNotes(
  sql: Queryable,
  teamId: string,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update invoices set internal_note = null
    where team_id = ${teamId} and id = any(${[...ids]}::uuid[]) and internal_note is not null
  `;
}
