/** The data of the store's benchmark: one team of any size, made inside Postgres, the same for the same numbers. */
import type { Fragment, Sql } from "../../services/store/database/connect.ts";

export const BENCH_TEAM = "be9c4000-0000-4000-8000-000000000001";

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
}

const TAGS = [
  "vip",
  "wholesale",
  "retail",
  "net 30",
  "prepaid",
  "nordics",
  "overseas",
  "trial",
  "partner",
  "late",
];

async function loadTags(sql: Sql): Promise<void> {
  await sql`
    insert into tags (team_id, id, name)
    select ${BENCH_TEAM}, ${uuidOf(sql, sql`'tag ' || name`)}, name from unnest(${TAGS}::text[]) name
  `;
}

const FIRST = [
  "ba",
  "ko",
  "nor",
  "sel",
  "tri",
  "mar",
  "fin",
  "al",
  "ost",
  "ven",
  "lu",
  "dra",
  "hol",
  "ber",
  "qui",
  "sto",
  "ny",
  "gra",
  "pel",
  "wi",
];
const SECOND = [
  "da",
  "vik",
  "ten",
  "mo",
  "li",
  "ra",
  "sen",
  "ka",
  "to",
  "ri",
  "nu",
  "be",
  "la",
  "gen",
  "po",
  "ma",
  "ste",
  "vo",
  "fa",
  "ler",
];
const THIRD = [
  "n",
  "ria",
  "tech",
  "x",
  "berg",
  "ton",
  "land",
  "is",
  "um",
  "ex",
  "son",
  "dal",
  "via",
  "nor",
  "co",
  "lux",
  "a",
  "o",
  "ing",
  "er",
];
const TRADES = [
  "Solutions",
  "Consulting",
  "Logistics",
  "Media",
  "Systems",
  "Foods",
  "Design",
  "Energy",
  "Partners",
  "Trading",
  "Construction",
  "Health",
  "Labs",
  "Marine",
  "Textiles",
  "Motors",
  "Printing",
  "Software",
  "Hotels",
  "Dental",
];
const FORMS = ["GmbH", "AG", "AS", "AB", "Ltd", "Inc", "Oy", "B.V.", "S.p.A.", "ApS"];
const INDUSTRIES = [
  "Media",
  "Energy",
  "Retail",
  "Health",
  "Food",
  "Software",
  "Transport",
  "Building",
  "Hotels",
  "Finance",
];
const COUNTRIES = [
  "Norway NO",
  "Sweden SE",
  "Germany DE",
  "France FR",
  "Denmark DK",
  "Finland FI",
  "Italy IT",
  "Spain ES",
  "Poland PL",
  "Austria AT",
];
const CITIES = [
  "Oslo",
  "Göteborg",
  "München",
  "Lyon",
  "Århus",
  "Turku",
  "Torino",
  "Málaga",
  "Łódź",
  "Graz",
  "Bergen",
  "Malmö",
  "Köln",
  "Nice",
  "Odense",
];

/** The id of the thing with this name: random to look at, and a valid one. */
function uuidOf(sql: Sql, name: Fragment): Fragment {
  return sql`overlay(overlay(md5(${name}) placing '4' from 13) placing 'a' from 17)::uuid`;
}

/** Each customer is spelt from the hash of its number, so that names neither repeat in step nor follow the order of entry. */
async function loadCustomers(sql: Sql, count: number): Promise<void> {
  const pick = (list: readonly string[], from: number) => {
    const hash = sql`('x' || substr(md5('c' || n), ${from}::int, 7))::bit(28)::int`;
    return sql`(${[...list]}::text[])[1 + ${hash} % ${list.length}::int]`;
  };
  await sql`
    insert into customers (
      team_id, id, name, email, phone, contact, country, country_code, city, note, vat_number, external_id,
      status, is_archived, industry, enrichment_status, portal_enabled, first_tag, tag_names, created_at, updated_at
    )
    select ${BENCH_TEAM}, ${uuidOf(sql, sql`'c' || n`)},
      word || ' ' || ${pick(TRADES, 13)} || ' ' || ${pick(FORMS, 17)},
      'post' || n || '@' || lower(word) || '.example',
      '+47 ' || (20000000 + n * 37 % 79999999),
      case when n % 3 > 0 then initcap(${pick(SECOND, 19)} || ${pick(THIRD, 21)}) || ' ' || initcap(${
    pick(FIRST, 23)
  } || ${pick(THIRD, 25)}) end,
      case when n % 20 > 0 then split_part(land, ' ', 1) end, case when n % 20 > 0 then split_part(land, ' ', 2) end,
      ${pick(CITIES, 7)},
      case when n % 10 = 0 then 'Called on a ' || to_char(now(), 'Day') || ', asked for ' || ${
    pick(TRADES, 9)
  } end,
      case when n % 2 = 0 then 'NO' || (900000000 + n) || 'MVA' end, 'c-' || n,
      (array['active', 'active', 'active', 'inactive', 'prospect', 'churned'])[1 + n % 6], n % 50 = 0,
      case when n % 5 > 0 then ${pick(INDUSTRIES, 15)} end,
      (array['completed', 'completed', 'failed', null])[1 + n % 4], n % 4 = 0,
      case when n % 5 = 1 then tag end, case when n % 5 = 1 then tag end,
      timestamptz '2026-01-01' - (n * 1571.123457) * interval '1 second',
      timestamptz '2026-01-01' - (n * 871.000123) * interval '1 second'
    from (
      select n, initcap(${pick(FIRST, 1)} || ${pick(SECOND, 3)} || ${pick(THIRD, 5)}) as word,
        ${pick(COUNTRIES, 11)} as land, ${pick(TAGS, 8)} as tag
      from generate_series(1, ${count}::int) n
    ) spelt
  `;
  await sql`
    insert into customer_tags (team_id, customer_id, tag_id)
    select team_id, id, ${uuidOf(sql, sql`'tag ' || first_tag`)} from customers
    where team_id = ${BENCH_TEAM} and first_tag is not null
  `;
}

interface Batch {
  readonly first: number;
  readonly last: number;
  readonly customers: number;
}

/** Nine of ten issued, three of four of those paid; one line each. */
async function loadInvoices(sql: Sql, { first, last, customers }: Batch): Promise<void> {
  await sql`
    with made as (
      select n, ${uuidOf(sql, sql`'i' || n`)} as id, ${
    uuidOf(sql, sql`'c' || (1 + (n * 48271::bigint) % ${customers}::int)`)
  } as customer_id,
        case when n % 10 = 0 then 'draft' else 'issued' end as state,
        (array['EUR', 'EUR', 'EUR', 'EUR', 'USD'])[1 + n % 5] as currency,
        1000 + (n * 7919::bigint) % 900000 as total, date '2021-01-01' + (n * 31::bigint % 1900)::int as issued
      from generate_series(${first}::int, ${last}::int) n
    ),
    stored as (
      insert into invoices (
        team_id, id, customer_id, invoice_number, state, currency, exponent, issue_date, due_date, subtotal_minor,
        total_minor, paid_minor, paid_at, issued_at, seller, buyer, line_names
      )
      select ${BENCH_TEAM}, id, customer_id, 'B-' || n, state, currency, 2, issued, issued + 30, total, total,
        case when state = 'issued' and n % 4 > 0 then total else 0 end,
        case when state = 'issued' and n % 4 > 0 then issued + 20 end,
        case when state = 'issued' then issued end,
        '{"name":"Bench","email":null,"addressLines":[],"vatNumber":null}',
        '{"name":"Buyer","email":"a@b.example","addressLines":["Street 1","0150 Oslo"],"vatNumber":null}', 'Work'
      from made
    ),
    lined as (
      insert into invoice_lines (team_id, invoice_id, position, name, quantity, price_minor, amount_minor)
      select ${BENCH_TEAM}, id, 1, 'Work', 1, total, total from made
    )
    insert into payments (team_id, invoice_id, customer_id, currency, amount_minor, paid_at)
    select ${BENCH_TEAM}, id, customer_id, currency, total, issued + 20 from made where state = 'issued' and n % 4 > 0
  `;
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
