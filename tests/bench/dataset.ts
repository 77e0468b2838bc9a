/** The data of the benchmark of the store: one team of any size, loaded once and kept. */
import type { Sql } from "../../services/store/database/connect.ts";
import { BENCH_TEAM, loadCustomers, loadInvoices, loadTags } from "./dataset_rows.ts";

export interface Size {
  readonly customers: number;
  readonly invoices: number;
}

/** Does nothing when the data is there. @throws when there is data of another size. */
export async function ensureDataset(sql: Sql, size: Size, tell: (step: string) => void): Promise<void> {
  await sql`create table if not exists bench_dataset (customers int not null, invoices int not null)`;
  const [loaded] = await sql<Size[]>`select customers, invoices from bench_dataset`;
  if (loaded && (loaded.customers !== size.customers || loaded.invoices !== size.invoices)) {
    throw new Error(`The database holds another data set: ${JSON.stringify(loaded)}. Use an empty one.`);
  }
  if (loaded) return;
  await sql`delete from teams where id = ${BENCH_TEAM}`;
  await sql`insert into teams (id, name, base_currency, time_zone) values (${BENCH_TEAM}, 'Bench', 'EUR', 'Europe/Oslo')`;
  await loadTags(sql);
  tell(`${size.customers} customers`);
  await loadCustomers(sql, size.customers);
  const step = 100_000;
  for (let first = 1; first <= size.invoices; first += step) {
    const last = Math.min(first + step - 1, size.invoices);
    tell(`invoices ${first} to ${last}`);
    await loadInvoices(sql, { first, last, customers: size.customers });
  }
  tell("totals, statistics");
  await loadFigures(sql);
  for (const table of ["customers", "customer_figures", "customer_totals", "customer_tags", "search_words"]) {
    await sql`vacuum analyze ${sql(table)}`;
  }
  for (const table of ["invoices", "invoice_lines", "payments"]) await sql`vacuum analyze ${sql(table)}`;
  await sql`insert into bench_dataset values (${size.customers}, ${size.invoices})`;
  await writeToDisk(sql);
}

/** Else a gigabyte of what was loaded is written in the minutes in which the first lines are measured. */
async function writeToDisk(sql: Sql): Promise<void> {
  const [may] = await sql`select where pg_has_role('pg_checkpoint', 'member')`;
  if (may) await sql`checkpoint`;
}

/** What the handlers keep up to date invoice by invoice. */
export async function loadFigures(sql: Sql): Promise<void> {
  await sql`delete from customer_totals where team_id = ${BENCH_TEAM}`;
  await sql`
    insert into customer_totals (
      team_id, customer_id, currency, exponent, invoice_count, issued_count, shown_count, total_minor, paid_minor,
      outstanding_minor
    )
    select team_id, customer_id, currency, exponent, count(*), count(*), count(*), sum(total_minor), sum(paid_minor),
      sum(total_minor - paid_minor)
    from invoices where team_id = ${BENCH_TEAM} and state = 'issued' group by 1, 2, 3, 4
  `;
  await sql`
    update customer_figures f set
      invoice_count = coalesce(s.invoice_count, 0), invoice_currency = s.currency, revenue = coalesce(s.revenue, 0),
      outstanding = coalesce(s.outstanding, 0), last_invoice_date = s.last_invoice_date
    from customers c left join (
      select distinct on (t.customer_id) t.customer_id, t.currency, t.paid_minor / 100.0 as revenue,
        t.outstanding_minor / 100.0 as outstanding, i.last_invoice_date,
        sum(t.invoice_count) over (partition by t.customer_id) as invoice_count
      from customer_totals t join (
        select customer_id, max(issue_date) as last_invoice_date from invoices
        where team_id = ${BENCH_TEAM} and state = 'issued' group by 1
      ) i using (customer_id)
      where t.team_id = ${BENCH_TEAM}
      order by t.customer_id, t.outstanding_minor desc, t.total_minor desc, t.currency
    ) s on s.customer_id = c.id
    where f.team_id = ${BENCH_TEAM} and c.team_id = f.team_id and c.id = f.customer_id
      and (f.invoice_count, f.revenue, f.outstanding, f.last_invoice_date)
        is distinct from (coalesce(s.invoice_count, 0), coalesce(s.revenue, 0), coalesce(s.outstanding, 0), s.last_invoice_date)
  `;
}
