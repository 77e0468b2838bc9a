/** Erasing a person: what is stored about a customer outside its own row, and the statements that empty it. */
import type { Contact } from "shared/contract/contacts.ts";
import type { Party } from "shared/contract/invoice_shapes.ts";
import type { Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";
import type { InvoiceState } from "../rules/invoice_status.ts";
import { type InvoiceTableRow, selectInvoices } from "./invoices.ts";

/** How many rows of each table are deleted together with the customer's own. */
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

/**
 * Those of the customer, or of one that was deleted: its invoices have no customer any more, but the history knows whose
 * they were last.
 */
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
          ) and ${customerId} = (
            select h.customer_id from history h
            where h.team_id = ${teamId} and h.data ? 'invoiceId' and (h.data->>'invoiceId')::uuid = i.id
              and h.customer_id is not null
            order by h.entry desc limit 1
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

/** Every text that once stood in one of these fields of the customer, as the history tells. */
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

/** Every value of these fields that once stood in the customer's contacts, as the history tells. */
export async function listPastContactTexts(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  fields: readonly (keyof Contact)[],
): Promise<string[]> {
  const rows = await sql<{ text: string }[]>`
    select distinct contact->>field as text
    from history h, jsonb_path_query(h.changes, '$.contacts.*[*]') as contact, unnest(${[
    ...fields,
  ]}::text[]) as field
    where h.team_id = ${teamId} and h.customer_id = ${customerId} and h.changes ? 'contacts'
      and contact->>field is not null
  `;
  return rows.map(({ text }) => text);
}

/** Drafts and scheduled invoices, which are not to be issued any more. */
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
 * The customer's drafts that were canceled or deleted before anybody had received them: their texts may go. One that came
 * here canceled already is not among them, since another system may have issued it.
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

/** Of invoices that were never issued the amounts and days stay; everything that somebody has written goes. */
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

/**
 * Deletes from the words that correct typing errors those of these texts that no customer has any more. The first condition
 * is the one that an index answers, by the beginning of a word; the second asks for the whole word.
 */
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

/** Keys of `data` in the history that say nothing about the person. */
const KEPT_DATA = ["runId", "trigger", "attempt", "status", "outcome", "keptInvoices"];

/** Fields of an invoice that hold what somebody has written. */
const WRITTEN = ["note", "paymentUrl", "lines"];

/**
 * Every entry keeps its place, name and time. Those of an invoice keep the rest too, but for the buyer and the internal
 * note, also when the invoice has passed to another customer meanwhile.
 * @returns How many entries were changed.
 */
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
  // A draft that was passed on to another customer: the buyer before goes, the buyer after is not ours to remove.
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

/**
 * Numbers the newest entry of a customer that is gone, and whose row cannot count its events any more. The outbox has to
 * be locked by the caller.
 */
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
 * Looks at one page of the kept answers to commands, and empties those that name one of the ids, or an e-mail address of
 * which the hash is among the traces, as what a worker was told about a run. The keys stay, so that a repeated command has
 * no second effect.
 * @returns The place of the last one that was looked at; none when there was nothing more.
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
