/** For tests: everything that a store keeps along the way, against what the rows that people wrote say. */
import { assert, assertEquals } from "@std/assert";
import { customers, invoices } from "shared/contract/mod.ts";
import type { Sql } from "../services/store/database/connect.ts";
import type { TestStore } from "../services/store/test_store.ts";

export async function checkBooks(store: TestStore, hint: string): Promise<void> {
  const { sql } = store;
  assertEquals(
    await findWrongSettlements(sql),
    [],
    `invoices that do not know their payments or credits, ${hint}`,
  );
  const { kept, computed } = await readTotals(sql);
  assertEquals(kept, computed, `totals, ${hint}`);
  const figures = await readFigures(sql);
  assertEquals(figures.kept, figures.computed, `figures, ${hint}`);
  await checkSummaries(store, hint);
  await checkList(store, hint);
  assertEquals(await findBrokenHistories(sql), [], `sequences of events, ${hint}`);
  await checkFeed(sql, hint);
  await checkDuplicates(sql, hint);
}

/** What was paid is what the payments say; what was settled is what the credit notes have given. */
async function findWrongSettlements(sql: Sql) {
  return [
    ...await sql`
    select i.invoice_number, i.paid_minor, p.paid, i.credited_minor, n.credited
    from invoices i
      cross join lateral (
        select coalesce(sum(amount_minor), 0)::bigint as paid from payments
        where team_id = i.team_id and invoice_id = i.id and voided_at is null
      ) p
      cross join lateral (
        select coalesce(sum(credited_minor), 0)::bigint as credited from invoices
        where team_id = i.team_id and credited_invoice_number = i.invoice_number and type = 'credit_note'
      ) n
    where i.paid_minor <> p.paid or (i.type = 'invoice' and i.credited_minor <> n.credited)
  `,
  ];
}

/** None of the columns that the database computes is used. */
const SUMS = `
  select customer_id, currency,
    count(*) filter (where state = 'issued' and type = 'invoice')::int as count,
    count(*) filter (where state = 'issued')::int as issued,
    count(*) filter (where state not in ('draft', 'scheduled'))::int as shown,
    sum(case
      when state = 'issued' then case type when 'invoice' then total_minor else -total_minor end
      when state = 'refunded' and type = 'credit_note' then -credited_minor
      else 0
    end)::bigint as total,
    coalesce(sum(paid_minor) filter (where state = 'issued'), 0)::bigint as paid,
    coalesce(sum(greatest(total_minor - paid_minor - credited_minor, 0))
      filter (where state = 'issued' and type = 'invoice'), 0)::bigint as open,
    sum(case
      when state = 'issued' and type = 'credit_note' then total_minor - credited_minor
      when state = 'issued' then greatest(paid_minor + credited_minor - total_minor, 0)
      when state = 'canceled' and type = 'invoice' then paid_minor + credited_minor
      else 0
    end)::bigint as credit,
    max(exponent) as exponent
  from invoices where customer_id is not null group by customer_id, currency
`;

async function readTotals(sql: Sql) {
  const kept = await sql`
    select customer_id, currency, invoice_count as count, issued_count as issued, shown_count as shown,
      total_minor as total, paid_minor as paid,
      outstanding_minor as open, credit_minor as credit
    from customer_totals
    where (invoice_count, shown_count, total_minor, paid_minor, outstanding_minor, credit_minor) <> (0, 0, 0, 0, 0, 0)
    order by 1, 2
  `;
  const computed = await sql`
    select customer_id, currency, count, issued, shown, total, paid, open, credit from (${
    sql.unsafe(SUMS)
  }) sums
    where (count, shown, total, paid, open, credit) <> (0, 0, 0, 0, 0, 0) order by 1, 2
  `;
  assert(kept.length > 0, "there is nothing to compare");
  return { kept: [...kept], computed: [...computed] };
}

/** The currency in which most is owed stands for a customer; then the larger turnover, then the alphabet. */
async function readFigures(sql: Sql) {
  const kept = await sql`
    select customer_id, invoice_count as count, invoice_currency as currency, revenue::float8 as revenue,
      outstanding::float8 as outstanding, last_invoice_date as last
    from customer_figures order by 1
  `;
  const computed = await sql`
    with sums as (${sql.unsafe(SUMS)}),
    foremost as (
      select distinct on (customer_id) customer_id, currency, paid / 10 ^ exponent as revenue,
        open / 10 ^ exponent as outstanding
      from sums where count > 0 order by customer_id, open / 10 ^ exponent desc, total desc, currency
    )
    select c.id as customer_id, coalesce((select sum(count) from sums where customer_id = c.id), 0)::int as count,
      l.currency, coalesce(l.revenue, 0)::float8 as revenue, coalesce(l.outstanding, 0)::float8 as outstanding,
      (
        select max(issue_date) from invoices where customer_id = c.id and state = 'issued' and type = 'invoice'
      ) as last
    from customers c left join foremost l on l.customer_id = c.id order by 1
  `;
  return { kept: [...kept], computed: [...computed] };
}

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90Days"] as const;

/** Each bucket of each customer and currency, from the invoices as they are listed. */
async function checkSummaries({ ask, sql }: TestStore, hint: string): Promise<void> {
  for (const { id } of await sql<{ id: string }[]>`select id from customers`) {
    const summary = await ask(customers.getInvoiceSummary, { id });
    const rows = await listInvoices(ask, id);
    for (const aging of summary.aging) {
      const computed = BUCKETS.map((_, index) =>
        sum(
          rows.filter((row) =>
            row.currency === aging.currency && bucketOf(row.dueDate, summary.asOf) === index
          )
            .map((row) => row.amountDue),
        )
      );
      assertEquals(BUCKETS.map((name) => round(aging[name])), computed, `aging of ${id}, ${hint}`);
      assertEquals(round(sum(BUCKETS.map((name) => aging[name]))), round(aging.outstandingAmount));
    }
    assertEquals(summary.totals, (await ask(customers.getById, { id })).totals);
  }
}

async function listInvoices(ask: TestStore["ask"], customerId: string) {
  const rows = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof ask<typeof invoices.get>>> = await ask(invoices.get, {
      customers: [customerId],
      pageSize: 100,
      cursor,
    });
    rows.push(...page.data);
    cursor = page.meta.cursor;
  } while (cursor);
  return rows;
}

/** In the order of what is owed, and counted. */
async function checkList({ ask, sql }: TestStore, hint: string): Promise<void> {
  const [row] = await sql<{ count: number }[]>`select count(*) as count from customers where not is_archived`;
  const page = await ask(customers.get, { sort: ["outstanding", "desc"], pageSize: 100, total: true });
  assertEquals(page.meta.total, row!.count, hint);
  assertEquals(page.data.length, row!.count, hint);
  const computed = await sql<{ id: string }[]>`
    select customer_id as id from customer_figures order by outstanding desc, customer_id desc
  `;
  assertEquals(page.data.map(({ id }) => id), computed.map(({ id }) => id), hint);
}

/** 1, 2, 3 … for each customer that there ever was. */
async function findBrokenHistories(sql: Sql) {
  return [
    ...await sql`
    select h.customer_id, count(*), min(h.sequence), max(h.sequence), f.event_sequence
    from history h left join customer_figures f on f.customer_id = h.customer_id
    where h.customer_id is not null
    group by h.customer_id, f.event_sequence
    having min(h.sequence) <> 1 or max(h.sequence) <> count(*) or max(h.sequence) <> coalesce(f.event_sequence, max(h.sequence))
  `,
  ];
}

/** Nothing was told that did not happen, and nothing happened untold. */
async function checkFeed(sql: Sql, hint: string): Promise<void> {
  const [counts] = await sql<Record<string, number>[]>`
    select (select count(*) from payments) as payments,
      (select count(*) from history where name = 'payments.recorded') as told_payments,
      (select count(*) from payments where voided_at is not null) as voided,
      (select count(*) from history where name = 'payments.voided') as told_voided,
      (select count(*) from invoices) as invoices,
      (
        select count(distinct data->>'invoiceId') from history where name = 'invoices.recorded'
      ) as told_invoices,
      (select count(*) from history) as events,
      (select count(*) from outbox where entry is not null) as messages
  `;
  const { payments, toldPayments, voided, toldVoided, invoices, toldInvoices, events, messages } = counts!;
  assertEquals(
    [toldPayments, toldVoided, toldInvoices, messages],
    [payments, voided, invoices, events],
    hint,
  );
}

async function checkDuplicates(sql: Sql, hint: string): Promise<void> {
  const twins = await sql`
    select external_id from customers where not is_archived and external_id is not null
    group by team_id, external_id having count(*) > 1
  `;
  assertEquals([...twins], [], `customers with one externalId, ${hint}`);
  const [row] = await sql<{ deadlocks: number }[]>`
    select deadlocks from pg_stat_database where datname = current_database()
  `;
  assertEquals(row!.deadlocks, 0, `locks taken in another order, ${hint}`);
}

/** Counted in whole days: nothing of the store's own rule is used here. */
function bucketOf(dueDate: string, today: string): number {
  const days = Math.round((Date.parse(today) - Date.parse(dueDate)) / 86_400_000);
  if (days <= 0) return 0;
  return days <= 90 ? Math.ceil(days / 30) : 4;
}

/** Of amounts with at most three decimals. */
function sum(amounts: readonly number[]): number {
  return round(amounts.reduce((total, amount) => total + amount, 0));
}

function round(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}
