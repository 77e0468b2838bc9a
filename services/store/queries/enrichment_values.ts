/** Found values with their evidence, and where enrichment stands with a customer. */
import type { EnrichmentValue } from "shared/contract/enrichment_runs.ts";
import type { Queryable } from "../database/connect.ts";
import type { PlacedValue } from "../rules/merge_profile.ts";

export async function listEnrichmentValues(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<EnrichmentValue[]> {
  return await sql<EnrichmentValue[]>`
    select field, value, confidence, source, url, quote, extractor, fetched_at, state, run_id
    from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId}
    order by field
  `;
}

export async function listFilledFields(
  sql: Queryable,
  teamId: string,
  customerId: string,
): Promise<string[]> {
  const rows = await sql<{ field: string }[]>`
    select field from enrichment_values
    where team_id = ${teamId} and customer_id = ${customerId} and state = 'filled'
  `;
  return rows.map((row) => row.field);
}

/** The newest evidence for each field; a value that stands in its field gives way only to one that replaces it there. */
export async function upsertEnrichmentValues(
  sql: Queryable,
  run: { teamId: string; customerId: string; runId: string },
  values: readonly PlacedValue[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map((value) => ({ ...run, ...value }));
  await sql`
    insert into enrichment_values ${
    sql(
      rows,
      "teamId",
      "customerId",
      "runId",
      "field",
      "value",
      "confidence",
      "source",
      "url",
      "quote",
      "extractor",
      "fetchedAt",
      "state",
    )
  }
    on conflict (team_id, customer_id, field) do update set
      run_id = excluded.run_id, value = excluded.value, confidence = excluded.confidence, source = excluded.source,
      url = excluded.url, quote = excluded.quote, extractor = excluded.extractor, fetched_at = excluded.fetched_at,
      state = excluded.state
    where excluded.state = 'filled' or enrichment_values.state <> 'filled'
  `;
}

/** A person's own value replaces ours in these fields: what was filled is from now on only a proposal. */
export async function demoteValues(
  sql: Queryable,
  teamId: string,
  customerId: string,
  fields: readonly string[],
): Promise<void> {
  await sql`
    update enrichment_values set state = 'proposed'
    where team_id = ${teamId} and customer_id = ${customerId} and state = 'filled' and field = any(${[
    ...fields,
  ]})
  `;
}

/** @returns The fields whose values stood in the customer's record. */
export async function clearValues(sql: Queryable, teamId: string, customerId: string): Promise<string[]> {
  const rows = await sql<{ field: string; wasFilled: boolean }[]>`
    update enrichment_values v set state = 'cleared'
    from enrichment_values old
    where v.team_id = ${teamId} and v.customer_id = ${customerId}
      and old.team_id = v.team_id and old.customer_id = v.customer_id and old.field = v.field
    returning v.field, old.state = 'filled' as was_filled
  `;
  return rows.filter((row) => row.wasFilled).map((row) => row.field);
}

export async function setEnrichmentStatus(
  sql: Queryable,
  customer: { teamId: string; customerId: string },
  status: "pending" | "processing" | "completed" | "failed" | null,
): Promise<void> {
  await sql`
    update customers set enrichment_status = ${status},
      enriched_at = case when ${status === "completed"} then now() else enriched_at end
    where team_id = ${customer.teamId} and id = ${customer.customerId}
  `;
}

export async function forgetEnrichment(sql: Queryable, teamId: string, customerId: string): Promise<void> {
  await sql`
    update customers set enrichment_status = null, enriched_at = null
    where team_id = ${teamId} and id = ${customerId}
  `;
}
