/** Pages of customers: first the keys of a page from an index, then everything about those few. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { takeRows } from "../database/take_rows.ts";
import { beyond, type KeyedRow, orderBy, orderWithin, type Position, rangesBeyond } from "../rules/keyset.ts";
import { type Calendar, passesFilters, type ReadyFilters } from "./customer_filters.ts";
import type { CustomerSortKey } from "./customer_sorts.ts";
import { customerColumns, type CustomerRow, withFigures } from "./customers.ts";

export interface CustomerListing {
  readonly filters: ReadyFilters;
  readonly calendar: Calendar;
  /** What a search asks for; true when there is none. */
  readonly matches: Fragment;
  /** True where it is worth a look, before a page is read, whether few belong to the list at all. */
  readonly mayBeFew: boolean;
  readonly key: CustomerSortKey;
  readonly at: Position | undefined;
  readonly isBackward: boolean;
  readonly limit: number;
}

export type ListedCustomer = CustomerRow & KeyedRow;

/** In one statement, whose plan is as good for any page. */
export async function listCustomers(
  sql: Queryable,
  teamId: string,
  listing: CustomerListing,
): Promise<ListedCustomer[]> {
  const { key, isBackward } = listing;
  const rows = await sql<ListedCustomer[]>`
    ${withPage(sql, teamId, listing)}
    select ${customerColumns(sql)}, page.sort_value
    from page join customers c on c.team_id = ${teamId} and c.id = page.id ${withFigures(sql)}
    ${orderBy(sql, key, isBackward)}
    limit ${fixedLimit(sql, listing.limit)}
  `;
  return takeRows(rows, listing.limit);
}

/** In two, of which only the first has to be planned for its values: to plan all of it takes longer than to read it. */
export async function listFilteredCustomers(
  sql: Queryable,
  teamId: string,
  listing: CustomerListing,
): Promise<ListedCustomer[]> {
  const keys = await sql<{ id: string }[]>`${selectFiltered(sql, teamId, listing)}`;
  const isBeyond = beyond(sql, listing.key, listing.at);
  return await findListed(sql, teamId, keys.map(({ id }) => id), { ...listing, isBeyond });
}

/**
 * The keys of the page or, where the list may be one of few and is, of all of it. How many pass several filters at once is
 * more than the planner knows, and looking for few in the order of a sort reads a row for each entry of its index.
 */
export function selectFiltered(sql: Queryable, teamId: string, listing: CustomerListing): Fragment {
  const { filters, calendar, matches } = listing;
  const fromPage = sql`${withPage(sql, teamId, listing)} select id from page`;
  if (!listing.mayBeFew) return fromPage;
  return sql`
    with candidates as materialized (
      select c.id from customers c where ${passesFilters(sql, teamId, filters, calendar)} and ${matches}
      limit ${FEW + 1}
    )
    select id from candidates where (select count(*) from candidates) <= ${FEW}
    union all
    select id from (${fromPage}) as met where (select count(*) from candidates) > ${FEW}
  `;
}

/** Fetched and sorted in three milliseconds; the first of more are met soon. */
const FEW = 500;

/** Of these customers the first in the order of a list, with everything about each; ids that are none are left out. */
export async function findListed(
  sql: Queryable,
  teamId: string,
  ids: readonly string[],
  { key, isBackward, limit, isBeyond = sql`true` }:
    & Pick<CustomerListing, "key" | "isBackward" | "limit">
    & { readonly isBeyond?: Fragment },
): Promise<ListedCustomer[]> {
  // Until the end of the transaction. By their ids they are found in one way only, so one plan does for all.
  const set = sql`
    select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true)
  `.execute();
  const rows = sql<ListedCustomer[]>`
    select ${customerColumns(sql)}, ${key.expression}::text as sort_value
    from customers c ${withFigures(sql)}
    where c.team_id = ${teamId} and c.id = any(${[...ids]}::uuid[]) and ${isBeyond}
    ${orderBy(sql, key, isBackward)}
    limit ${fixedLimit(sql, limit)}
  `.execute();
  const [found] = await Promise.all([rows, set]);
  return takeRows(found, limit);
}

export async function countCustomers(
  sql: Queryable,
  teamId: string,
  listing: Pick<CustomerListing, "filters" | "calendar" | "matches">,
): Promise<number> {
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from customers c
    where ${passesFilters(sql, teamId, listing.filters, listing.calendar)} and ${listing.matches}
  `;
  return row!.count;
}

/** A second range is read only when the first does not fill the page. */
function withPage(sql: Queryable, teamId: string, listing: CustomerListing): Fragment {
  const [first, second] = rangesBeyond(sql, listing.key, listing.at).map((range) =>
    selectKeys(sql, teamId, listing, range)
  );
  if (!second) return sql`with page as (${first!})`;
  return sql`
    with first as materialized (${first!}),
    second as materialized (
      select * from (${second}) as others
      where (select count(*) from first) < ${fixedLimit(sql, listing.limit)}
    ),
    page as (select * from first union all select * from second)
  `;
}

/** The part that must not depend on the size of the team: `customer_list_test.ts` looks at its plans. */
export function selectKeys(
  sql: Queryable,
  teamId: string,
  listing: CustomerListing,
  range: Fragment,
): Fragment {
  const { key, isBackward, filters, calendar, matches, limit } = listing;
  return sql`
    select ${key.id} as id, ${key.expression}::text as sort_value from ${key.from}
    where ${passesFilters(sql, teamId, filters, calendar)} and ${matches} and ${range}
    ${orderWithin(sql, key, isBackward)}
    limit ${fixedLimit(sql, limit)}
  `;
}

/** In the text, because a plan for any limit is one for a long list; of few sizes, because each text is a plan of its own. */
function fixedLimit(sql: Queryable, limit: number): Fragment {
  return sql.unsafe(String([11, 26, 51].find((size) => limit <= size) ?? 101));
}
