/** The data of the portal's benchmark: accounts of any size, made inside Postgres, with links to open them. */
import type { Sql } from "../../services/store/database/connect.ts";
import { sha256 } from "../../services/store/rules/secret_keys.ts";

export interface Account {
  readonly invoices: number;
  /** Each of them opens the account; what a link may do in a minute is limited. */
  readonly links: readonly string[];
  /** Newest first; all of them to be seen behind the link. */
  readonly invoiceIds: readonly string[];
}

export interface AccountWish {
  readonly name: string;
  readonly invoices: number;
  readonly links: number;
}

/** Of a hundred invoices two are canceled, two are credit notes and eight are open, half of these overdue. */
export async function makeAccount(sql: Sql, teamId: string, wish: AccountWish): Promise<Account> {
  const [customer] = await sql<{ id: string }[]>`
    insert into customers (team_id, name, email, country_code, portal_enabled, portal_rotation)
    values (${teamId}, ${wish.name}, 'billing@meridian.example', 'NL', true, ${wish.links})
    returning id
  `;
  const owner = { teamId, customerId: customer!.id };
  const links = Array.from(
    { length: wish.links },
    () => crypto.randomUUID().replaceAll("-", "").slice(0, 21),
  );
  await sql`
    insert into portal_links ${
    sql(links.map((link, index) => ({ ...owner, rotation: index + 1, linkHash: sha256(link) })))
  }
  `;
  await makeInvoices(sql, owner, wish.invoices);
  await addTotals(sql, owner);
  const rows = await sql<{ id: string }[]>`
    select id from invoices where team_id = ${teamId} and customer_id = ${owner.customerId}
    order by issue_date desc, id desc
  `;
  return { invoices: wish.invoices, links, invoiceIds: rows.map(({ id }) => id) };
}

interface Owner {
  readonly teamId: string;
  readonly customerId: string;
}

/** Over five years, the last of them today; each has six lines in six scripts. */
async function makeInvoices(sql: Sql, { teamId, customerId }: Owner, count: number): Promise<void> {
  await sql`
    with made as (
      select n, gen_random_uuid() as id, 60000 + n * 7 as total,
        case when n % 50 = 7 then 'canceled' else 'issued' end as state,
        case when n % 50 = 9 then 'credit_note' else 'invoice' end as type,
        n % 50 in (7, 9, 11, 13, 15, 17) as is_left, current_date - (n * 1825::bigint / ${count}::int)::int as issued,
        n % 50 in (15, 17) as is_late
      from generate_series(0, ${count}::int - 1) n
    ), stored as (
      insert into invoices (
        team_id, id, customer_id, invoice_number, type, state, currency, exponent, issue_date, due_date, subtotal_minor,
        tax_minor, total_minor, paid_minor, paid_at, issued_at, canceled_at, line_names, seller, buyer
      )
      select ${teamId}, id, ${customerId}, right(${customerId}, 4) || '-' || n, type, state, 'EUR', 2, issued,
        case when is_late or not is_left then issued + 30 else current_date + 30 end, total, 0, total,
        case when is_left then 0 else total end, case when not is_left then issued + 20 end, issued,
        case when state = 'canceled' then issued + 1 end,
        (select string_agg(script || ' ' || n, E'\n') from unnest(${SCRIPTS}::text[]) script),
        '{"name":"Halden Studio AS","email":null,"addressLines":["Storgata 14","0184 Oslo"],"vatNumber":"NO923456789MVA"}',
        '{"name":"Meridian Coffee B.V.","email":null,"addressLines":["Wijnhaven 3","Rotterdam"],"vatNumber":null}'
      from made
    ), lined as (
      insert into invoice_lines (team_id, invoice_id, position, name, quantity, price_minor, amount_minor)
      select ${teamId}, id, position, script || ' ' || n, 1, 10000, 10000
      from made, unnest(${SCRIPTS}::text[]) with ordinality as line (script, position)
    )
    insert into payments (team_id, invoice_id, customer_id, currency, amount_minor, paid_at, method)
    select ${teamId}, id, ${customerId}::uuid, 'EUR', total, issued + 20, 'card' from made where not is_left and issued + 20 < current_date
  `;
}

export const SCRIPTS = ["Łódź żółć", "Ελλάδα", "Привет", "東京ポップアップ", "شركة البن", "한국 커피"];

/** What the handlers keep up to date invoice by invoice. */
async function addTotals(sql: Sql, { teamId, customerId }: Owner): Promise<void> {
  await sql`
    insert into customer_totals (
      team_id, customer_id, currency, exponent, invoice_count, issued_count, shown_count, total_minor, paid_minor,
      outstanding_minor, credit_minor
    )
    select team_id, customer_id, currency, exponent, count(*) filter (where state = 'issued' and type = 'invoice'),
      count(*) filter (where state = 'issued'), count(*), sum(net_minor), sum(paid_minor), sum(due_minor), 0
    from invoices where team_id = ${teamId} and customer_id = ${customerId} group by 1, 2, 3, 4
  `;
}
