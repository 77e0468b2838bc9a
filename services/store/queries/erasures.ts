/** Erasures: what was removed of a person, and how far the search for the rest has come. */
import type { Json, Queryable } from "../database/connect.ts";

export interface ErasureRow {
  readonly teamId: string;
  readonly customerId: string;
  readonly requestedAt: string;
  readonly finishedAt: string | null;
  readonly keptInvoices: number;
  readonly removed: Readonly<Record<string, number>>;
  /** Index of the step that is next. */
  readonly step: number;
  /** How far it has come; null before it begins. */
  readonly place: unknown;
  readonly ids: string[];
  readonly traces: string[];
}

export async function findErasure(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<ErasureRow | undefined> {
  const [row] = await sql<ErasureRow[]>`
    select * from erasures where team_id = ${teamId} and customer_id = ${customerId}
  `;
  return row;
}

export async function insertErasure(
  sql: Queryable,
  erasure: Pick<ErasureRow, "teamId" | "customerId" | "keptInvoices" | "removed" | "ids" | "traces">,
): Promise<ErasureRow> {
  const { teamId, customerId, keptInvoices, removed, ids, traces } = erasure;
  const [row] = await sql<ErasureRow[]>`
    insert into erasures (team_id, customer_id, kept_invoices, removed, ids, traces)
    values (
      ${teamId}, ${customerId}, ${keptInvoices}, ${sql.json(removed as Json)},
      ${[...ids]}::uuid[], ${[...traces]}::text[]
    )
    returning *
  `;
  return row!;
}

/** The oldest that is not finished, less those; undefined also while another store works on it. */
export async function lockUnfinished(
  sql: Queryable,
  waiting: readonly string[],
): Promise<ErasureRow | undefined> {
  const [row] = await sql<ErasureRow[]>`
    select * from erasures where finished_at is null and customer_id <> all(${[...waiting]}::uuid[])
    order by requested_at limit 1 for update skip locked
  `;
  return row;
}

/** What the rest is recognized by is forgotten with the last step. */
export async function moveErasure(
  sql: Queryable,
  erasure: Pick<ErasureRow, "teamId" | "customerId" | "removed" | "step" | "place">,
  isFinished: boolean,
): Promise<void> {
  const { teamId, customerId, removed, step, place } = erasure;
  const end = isFinished ? sql`, finished_at = now(), ids = '{}', traces = '{}'` : sql``;
  await sql`
    update erasures set removed = ${sql.json(removed as Json)}, step = ${step},
      place = ${place === null ? null : sql.json(place as Json)} ${end}
    where team_id = ${teamId} and customer_id = ${customerId}
  `;
}
