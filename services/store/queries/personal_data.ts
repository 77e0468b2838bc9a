/** Where a customer's personal data stand beside its own row, and how they go. */
import type { Party } from "shared/contract/invoice_shapes.ts";
import type { Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";
import type { InvoiceState } from "../rules/invoice_status.ts";
import { type InvoiceTableRow, selectInvoices } from "./invoices.ts";

/** How many rows there are in each table that go with the customer's own. */
export async function countBelongings(sql: Queryable, place: CustomerPlace): Promise<Record<string, number>> {
  const isTheirs = sql`team_id = ${place.teamId} and customer_id = ${place.customerId}`;
  const [row] = await sql<Record<string, number>[]>`
    select (select count(*) from customers where team_id = ${place.teamId} and id = ${place.customerId})
        as customers,
      (select count(*) from customer_tags where ${isTheirs}) as tag_links,
      (select count(*) from portal_links where ${isTheirs}) as portal_links,
      (select count(*) from enrichment_runs where ${isTheirs}) as enrichment_runs,
      (select count(*) from enrichment_values where ${isTheirs}) as enrichment_values
  `;
  return { ...row! };
}

export async function countEntries(sql: Queryable, place: CustomerPlace): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from history where team_id = ${place.teamId} and customer_id = ${place.customerId}
  `;
  return row!.count;
}

/** Those that are the customer's, and those that were when it was deleted. */
export async function listInvoicesOf(sql: Queryable, place: CustomerPlace): Promise<InvoiceTableRow[]> {
  const { teamId, customerId } = place;
  return await selectInvoices(
    sql,
    sql`
      i.team_id = ${teamId} and (
        i.customer_id = ${customerId} or (
          i.customer_id is null and i.id in (
            select (h.data->>'invoiceId')::uuid from history h
            where h.team_id = ${teamId} and h.customer_id = ${customerId} and h.data ? 'invoiceId'
          )
        )
      )
      order by i.issue_date, i.id for update of i
    `,
  );
}

export async function listRunsOf(sql: Queryable, { teamId, customerId }: CustomerPlace): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from enrichment_runs where team_id = ${teamId} and customer_id = ${customerId}
    union
    select (data->>'runId')::uuid from history
    where team_id = ${teamId} and customer_id = ${customerId} and data ? 'runId'
  `;
  return rows.map(({ id }) => id);
}

/** Every text that stood in one of these fields of the customer at some time; what stands there now aside. */
export async function listPastTexts(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  fields: readonly string[],
): Promise<{ field: string; text: string }[]> {
  return await sql<{ field: string; text: string }[]>`
    select distinct change.key as field, side.value #>> '{}' as text
    from history h, jsonb_each(h.changes) as change,
      lateral (values (change.value->'before'), (change.value->'after')) as side (value)
    where h.team_id = ${teamId} and h.customer_id = ${customerId} and not h.data ? 'invoiceId'
      and change.key = any(${[...fields]}) and jsonb_typeof(side.value) = 'string'
  `;
}

/** Addresses and numbers of people at the customer; each was told of when it was entered. */
export async function listPastContactTexts(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select distinct found #>> '{}' as text
    from history h, unnest(array['$.contacts.*[*].email', '$.contacts.*[*].phone']::jsonpath[]) as place,
      jsonb_path_query(h.changes, place) as found
    where h.team_id = ${teamId} and h.customer_id = ${customerId} and h.changes ? 'contacts'
      and jsonb_typeof(found) = 'string'
  `;
  return rows.map(({ text }) => text);
}

/** What was only meant to become an invoice. */
export async function cancelUnissued(
  sql: Queryable,
  teamId: string,
  change: { ids: readonly string[]; state: InvoiceState; canceledAt: string },
): Promise<void> {
  await sql`
    update invoices set state = ${change.state}, canceled_at = ${change.canceledAt},
      version = version + 1, updated_at = now()
    where team_id = ${teamId} and id = any(${[...change.ids]}::uuid[]) and state in ('draft', 'scheduled')
  `;
}

/**
 * Drafts of theirs that were canceled or deleted before anybody had received them. What was recorded as canceled may have
 * been issued elsewhere.
 */
export async function listPastDrafts(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  invoiceIds: readonly string[],
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select distinct h.data->>'invoiceId' as id
    from history h left join invoices i on i.team_id = h.team_id and i.id = (h.data->>'invoiceId')::uuid
    where h.team_id = ${teamId} and h.customer_id = ${customerId} and h.data ? 'invoiceId'
      and h.changes #>> '{state,after}' in ('draft', 'scheduled')
      and (i.id is null or (
        i.state = 'canceled' and i.issued_at is null and i.id = any(${[...invoiceIds]}::uuid[])
      ))
      and not exists (
        select 1 from history o
        where o.team_id = h.team_id and o.data ? 'invoiceId'
          and (o.data->>'invoiceId')::uuid = (h.data->>'invoiceId')::uuid
          and o.changes #>> '{state,after}' = 'issued'
      )
  `;
  return rows.map(({ id }) => id);
}

/** Of what never was an invoice the amounts and days stay, and nothing that somebody has written. */
export async function emptyUnissued(
  sql: Queryable,
  teamId: string,
  { ids, buyer }: { ids: readonly string[]; buyer: Party },
): Promise<void> {
  const areThose = (column: string) => sql`team_id = ${teamId} and ${sql(column)} = any(${[...ids]}::uuid[])`;
  await sql`update invoice_lines set name = ${buyer.name} where ${areThose("invoice_id")}`;
  await sql`
    update invoices set buyer = ${sql.json({ ...buyer })}, note = null, payment_url = null, line_names = ''
    where ${areThose("id")}
  `;
}

/** Words of these texts that no customer is found by any more: the index finds beginnings, then the whole word counts. */
export async function forgetWords(sql: Queryable, teamId: string, texts: readonly string[]): Promise<number> {
  const rows = await sql`
    delete from search_words w
    using (select distinct word from unnest(${[
    ...texts,
  ]}::text[]) as text, list_words(text) as found (word)) gone
    where w.team_id = ${teamId} and w.word = gone.word and not exists (
      select 1 from customers c where c.team_id = ${teamId}
        and c.search_text like '% ' || gone.word || '%' and c.search_text || ' ' like '% ' || gone.word || ' %'
    )
    returning 1
  `;
  return rows.length;
}

/** What of `data` says nothing about the person. */
const KEPT_DATA = ["runId", "trigger", "attempt", "status", "outcome", "keptInvoices"];

/** What of an invoice's changes somebody has written. */
const WRITTEN = ["note", "paymentUrl", "lines"];

/** Entries keep their place, name and time; those of invoices all but buyer and internal note, whosever they are now. */
export async function emptyEntries(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  { invoiceIds, unissuedIds }: { invoiceIds: readonly string[]; unissuedIds: readonly string[] },
): Promise<number> {
  const own = await sql`
    update history set changes = '{}', data = (
      select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(data) where key = any(${KEPT_DATA})
    )
    where team_id = ${teamId} and customer_id = ${customerId} and not data ? 'invoiceId'
  `;
  const ofInvoices = await sql`
    update history set changes = changes - array['buyer', 'internalNote']
    where team_id = ${teamId} and data ? 'invoiceId' and changes ?| array['buyer', 'internalNote']
      and (customer_id = ${customerId} or (data->>'invoiceId')::uuid = any(${[...invoiceIds]}::uuid[]))
  `;
  const ofUnissued = await sql`
    update history set changes = changes - ${[...WRITTEN]}::text[], data = data - 'reason'
    where team_id = ${teamId} and data ? 'invoiceId' and (changes ?| ${[
    ...WRITTEN,
  ]}::text[] or data ? 'reason')
      and (data->>'invoiceId')::uuid = any(${[...unissuedIds]}::uuid[])
  `;
  // A draft that was theirs before it became somebody else's, whose buyer it still has to tell.
  const passedOn = await sql`
    update history set changes = jsonb_set(changes, '{buyer,before}', 'null')
    where team_id = ${teamId} and changes #>> '{customerId,before}' = ${customerId}::text and changes ? 'buyer'
      and (data->>'invoiceId')::uuid in (
        select (data->>'invoiceId')::uuid from history
        where team_id = ${teamId} and customer_id = ${customerId} and data ? 'invoiceId'
      )
  `;
  return own.count + ofInvoices.count + ofUnissued.count + passedOn.count;
}

/** For a fact about a customer who is gone, and with it its count of events; call it with the outbox locked. */
export async function giveSequence(sql: Queryable, { teamId, customerId }: CustomerPlace): Promise<void> {
  const isTheirs = sql`team_id = ${teamId} and customer_id = ${customerId}`;
  await sql`
    update history set sequence = (select max(sequence) + 1 from history where ${isTheirs})
    where ${isTheirs} and sequence is null and entry > 0
  `;
}

export interface AnswerPlace {
  readonly operation: string;
  readonly key: string;
}

/**
 * Of the next so many answers after a place those that name one of the ids forget what they said; the keys stay, so
 * that a repeated command does not happen again. What a worker was told names no id, but an address.
 * @returns Where it stopped; no place when there was nothing more.
 */
export async function forgetAnswers(
  sql: Queryable,
  teamId: string,
  page: { ids: readonly string[]; traces: readonly string[]; after: AnswerPlace; limit: number },
): Promise<{ place: AnswerPlace | undefined; count: number }> {
  const { ids, traces, after, limit } = page;
  const [row] = await sql<{ operation: string | null; key: string | null; count: number }[]>`
    with page as (
      select operation, key, reply from idempotency_keys
      where team_id = ${teamId} and (operation, key) > (${after.operation}, ${after.key})
      order by operation, key limit ${limit}
    ), forgotten as (
      update idempotency_keys k set reply = 'null'
      from page p
      where k.team_id = ${teamId} and k.operation = p.operation and k.key = p.key
        and k.operation <> 'customers.erase' and (exists (
          select 1 from regexp_matches(p.reply::text, '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}', 'g') as found (ids)
          where found.ids[1] = any(${[...ids]}::text[])
        ) or encode(sha256(convert_to(lower(p.reply #>> '{subject,email}'), 'UTF8')), 'hex')
          = any(${[...traces]}::text[]))
      returning 1
    ), latest as (select operation, key from page order by operation desc, key desc limit 1)
    select (select count(*) from forgotten) as count, latest.operation, latest.key
    from (select 1) as always left join latest on true
  `;
  const { operation, key, count } = row!;
  return { place: operation === null || key === null ? undefined : { operation, key }, count };
}
