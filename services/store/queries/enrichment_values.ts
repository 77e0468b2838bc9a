/** Found values with their evidence, and where enrichment stands with a customer. */
import type { EnrichmentValue } from "shared/contract/enrichment_runs.ts";
import type { Queryable, Statement } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

const VALUE_COLUMNS = [
  "id",
  "field",
  "value",
  "confidence",
  "source",
  "url",
  "quote",
  "extractor",
  "fetchedAt",
  "state",
  "runId",
] as const;

type NewValue = Omit<EnrichmentValue, "id"> & { readonly id?: string };

export async function listEnrichmentValues(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<EnrichmentValue[]> {
  return await sql<EnrichmentValue[]>`
    select ${sql([...VALUE_COLUMNS])} from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId}
    order by field, place desc
  `;
}

/** The newest evidence for each field, once for what stands there and once for what is proposed beside it. */
export async function upsertEnrichmentValues(
  sql: Queryable,
  place: CustomerPlace,
  values: readonly NewValue[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((value) => ({ id: crypto.randomUUID(), ...place, ...value }));
  await sql`
    insert into enrichment_values ${sql(rows, "teamId", "customerId", ...VALUE_COLUMNS)}
    on conflict (team_id, customer_id, field, place) do update set
      id = case when (enrichment_values.value, enrichment_values.quote) = (excluded.value, excluded.quote)
        then enrichment_values.id else excluded.id end,
      run_id = excluded.run_id, value = excluded.value, confidence = excluded.confidence, source = excluded.source,
      url = excluded.url, quote = excluded.quote, extractor = excluded.extractor, fetched_at = excluded.fetched_at,
      state = excluded.state
  `;
}

/** What was proposed beside these fields is out of date; that somebody has rejected it is not. */
export async function dropProposals(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  fields: readonly string[],
): Promise<void> {
  await sql`
    delete from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId} and field = any(${[...fields]}::text[])
      and state in ('proposed', 'undone')
  `;
}

/** A person's own value replaces ours in these fields: what stood there is from now on only proposed. */
export function demoteValues(sql: Queryable, place: CustomerPlace, fields: readonly string[]): Statement {
  return moveBeside(sql, place, { fields, state: "proposed" });
}

/** What stood in these fields has been taken back by a person. */
export async function markUndone(
  sql: Queryable,
  place: CustomerPlace,
  fields: readonly string[],
): Promise<void> {
  await dropProposals(sql, place, fields);
  await moveBeside(sql, place, { fields, state: "undone" });
}

/** Unless something stands beside the field already, which is newer or was rejected: then it goes. */
function moveBeside(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  { fields, state }: { fields: readonly string[]; state: "proposed" | "undone" },
): Statement {
  const stands = sql`
    v.team_id = ${teamId} and v.customer_id = ${customerId} and v.state in ('filled', 'accepted')
      and v.field = any(${[...fields]}::text[])
  `;
  const hasOther = sql`exists (
    select from enrichment_values other
    where other.team_id = v.team_id and other.customer_id = v.customer_id and other.field = v.field
      and other.place = 'beside'
  )`;
  return sql`
    with moved as (update enrichment_values v set state = ${state} where ${stands} and not ${hasOther})
    delete from enrichment_values v where ${stands} and ${hasOther}
  `;
}

/** They take the place of what stood in their fields. */
export async function acceptValues(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  ids: readonly string[],
): Promise<void> {
  const chosen = sql`id = any(${[...ids]}::uuid[])`;
  await sql`
    delete from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId} and place = 'standing' and field in (
      select field from enrichment_values where team_id = ${teamId} and customer_id = ${customerId} and ${chosen}
    )
  `;
  await sql`
    update enrichment_values set state = 'accepted'
    where team_id = ${teamId} and customer_id = ${customerId} and ${chosen}
  `;
}

export async function rejectValues(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update enrichment_values set state = 'rejected'
    where team_id = ${teamId} and customer_id = ${customerId} and id = any(${[...ids]}::uuid[])
  `;
}

/** What people have accepted or rejected stays. @returns The fields whose values stood in the customer's record. */
export async function clearValues(sql: Queryable, { teamId, customerId }: CustomerPlace): Promise<string[]> {
  await sql`
    delete from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId} and state in ('proposed', 'undone')
  `;
  const rows = await sql<{ field: string }[]>`
    update enrichment_values set state = 'cleared'
    where team_id = ${teamId} and customer_id = ${customerId} and state = 'filled'
    returning field
  `;
  return rows.map((row) => row.field);
}

export async function setEnrichmentStatus(
  sql: Queryable,
  place: CustomerPlace,
  status: "pending" | "processing" | "completed" | "failed",
): Promise<void> {
  await sql`
    update customers set enrichment_status = ${status},
      enriched_at = case when ${status === "completed"} then now() else enriched_at end
    where team_id = ${place.teamId} and id = ${place.customerId}
  `;
}

/** As it was before a run that has brought nothing. Both are named: of a join the planner may read the whole team. */
export async function restoreEnrichmentStatus(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  runId: string,
): Promise<void> {
  await sql`
    update customers set enrichment_status = (
      select status_before from enrichment_runs where team_id = ${teamId} and id = ${runId}
    )
    where team_id = ${teamId} and id = ${customerId}
  `;
}

export async function forgetEnrichment(sql: Queryable, teamId: string, customerId: string): Promise<void> {
  await sql`
    update customers set enrichment_status = null, enriched_at = null
    where team_id = ${teamId} and id = ${customerId}
  `;
}
