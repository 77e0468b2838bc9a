/** The rows of the benchmark's data: made inside Postgres, the same for the same numbers. */
import type { Fragment, Sql } from "../../services/store/database/connect.ts";

/** Whose they all are. */
export const BENCH_TEAM = "be9c4000-0000-4000-8000-000000000001";

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

export async function loadTags(sql: Sql): Promise<void> {
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
export async function loadCustomers(sql: Sql, count: number): Promise<void> {
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
export async function loadInvoices(sql: Sql, { first, last, customers }: Batch): Promise<void> {
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
