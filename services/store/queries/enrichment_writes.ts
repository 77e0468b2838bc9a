/** What runs have written into customers' fields, and what had been there: the memory of undo. */
import type { EnrichmentValue, ProfileField } from "shared/contract/enrichment_runs.ts";
import type { Json, Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

export interface Write {
  readonly field: ProfileField;
  readonly before: Json;
  readonly after: Json;
  /** The value of ours that had stood there. */
  readonly replaced: EnrichmentValue | null;
}

export type KeptWrite = Write & {
  readonly runId: string;
  readonly isUndone: boolean;
  /** Nobody has changed the field since. */
  readonly isStanding: boolean;
};

export async function insertWrites(
  sql: Queryable,
  run: CustomerPlace & { readonly runId: string },
  writes: readonly Write[],
): Promise<void> {
  const { teamId, customerId, runId } = run;
  for (const { field, before, after, replaced } of writes) {
    await sql`
      insert into enrichment_writes (team_id, run_id, field, customer_id, before, after, replaced)
      values (${teamId}, ${runId}, ${field}, ${customerId}, ${sql.json(before)}, ${sql.json(after)},
        ${replaced && sql.json({ ...replaced })})
    `;
  }
}

/** Of these runs of one customer. */
export async function listWrites(
  sql: Queryable,
  place: CustomerPlace,
  runIds: readonly string[],
): Promise<KeptWrite[]> {
  const { teamId, customerId } = place;
  return await sql<KeptWrite[]>`
    select w.run_id, w.field, w.before, w.after, w.replaced, w.is_undone,
      not w.is_undone and not exists (
        select 1 from enrichment_writes later
        where later.team_id = ${teamId} and later.customer_id = ${customerId} and later.field = w.field
          and later.position > w.position and not later.is_undone
      ) and exists (
        select 1 from enrichment_values v
        where v.team_id = ${teamId} and v.customer_id = ${customerId} and v.field = w.field and v.state = 'filled'
      ) as is_standing
    from enrichment_writes w
    where w.team_id = ${teamId} and w.customer_id = ${customerId} and w.run_id = any(${[...runIds]}::uuid[])
    order by w.field
  `;
}

/** The run's writes count no more: what was written on top of one goes back, when it is undone, to what was below it. */
export async function markWritesUndone(
  sql: Queryable,
  run: CustomerPlace & { readonly runId: string },
): Promise<void> {
  const { teamId, customerId, runId } = run;
  await sql`
    update enrichment_writes above set before = w.before, replaced = w.replaced
    from enrichment_writes w
    where w.team_id = ${teamId} and w.run_id = ${runId} and not w.is_undone
      and above.team_id = ${teamId} and above.customer_id = ${customerId} and above.field = w.field
      and above.before = w.after and above.position = (
        select min(later.position) from enrichment_writes later
        where later.team_id = ${teamId} and later.customer_id = ${customerId} and later.field = w.field
          and later.position > w.position and not later.is_undone
      )
  `;
  await sql`update enrichment_writes set is_undone = true where team_id = ${teamId} and run_id = ${runId}`;
}
