/** Keys of the customers that a search matches, each tier of the search in the order of names. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { type KeyedRow, orderWithin, rangesBeyond } from "../rules/keyset.ts";
import type { Pattern } from "../rules/search_terms.ts";
import { passesFilters } from "./customer_filters.ts";
import { type CustomerListing, selectKeys } from "./customer_list.ts";
import { isFetchedOfAnyTier, isInAnyTier, isInTier, matchesPattern, tierOf } from "./customer_search.ts";

export interface RankedKey extends KeyedRow {
  readonly tier: number;
}

/** What is listed, and of whom: filters, and the names as the order. */
export interface RankedListing extends Omit<CustomerListing, "matches"> {
  readonly sql: Queryable;
  readonly teamId: string;
}

interface OfTiers {
  readonly tiers: readonly Pattern[];
  /** The one to list. */
  readonly tier: number;
}

/** Of one tier. */
export async function listTierKeys(
  listing: RankedListing,
  { tiers, tier }: OfTiers,
): Promise<RankedKey[]> {
  const { sql } = listing;
  const select = tiers[tier]!.isBeginning ? selectBeginnings : selectCounted;
  const isAscending = (listing.key.direction === "asc") !== listing.isBackward;
  const rows = await sql<KeyedRow[]>`
    ${select(listing, { tiers, tier })}
    order by sort_value collate "C" ${isAscending ? sql`asc, id asc` : sql`desc, id desc`}
    limit ${listing.limit}
  `;
  return rows.map((row) => ({ ...row, tier }));
}

/** One range of the index for each: of all together it is not known how long the way in their order is. */
function selectBeginnings(listing: RankedListing, { tiers, tier }: OfTiers): Fragment {
  const { sql, teamId } = listing;
  const beginnings = tiers[tier]!.all[0]!.map((like) => ({ ...tiers[tier]!, all: [[like]] }));
  const better = tiers.slice(0, tier);
  const parts = beginnings.map((_, index) => {
    const matches = isInTier(sql, [...better, ...beginnings], better.length + index);
    return sql`(${selectKeys(sql, teamId, { ...listing, matches }, rangeOf(listing, tier))})`;
  });
  return sql`select id, sort_value from (${
    parts.reduce((all, part) => sql`${all} union all ${part}`)
  }) begun`;
}

/**
 * How many match cannot be known before, and the two good ways are a hundred times slower in the other's case: few are all
 * fetched and sorted; of many, the first are met soon when names are read in their order. So it is counted, up to a bound.
 */
function selectCounted(listing: RankedListing, { tiers, tier }: OfTiers): Fragment {
  const { sql, teamId, key, filters, calendar } = listing;
  const matches = isInTier(sql, tiers, tier);
  const range = rangeOf(listing, tier);
  return sql`
    with candidates as materialized (
      select ${key.id} as id, ${key.expression}::text as sort_value from ${key.from}
      where ${passesFilters(sql, teamId, filters, calendar)} and ${matches} and ${range}
      limit ${FEW + 1}
    ),
    found as (
      select * from candidates where (select count(*) from candidates) <= ${FEW}
      union all
      select * from (${selectKeys(sql, teamId, { ...listing, matches }, range)}) as met
      where (select count(*) from candidates) > ${FEW}
    )
    select id, sort_value from found
  `;
}

/** Fetched and sorted in a few milliseconds; more of them lie too close to each other to be walked to for long. */
const FEW = 1_000;

/**
 * Of one tier, forward, as far as they are among the next names in order: read from their index alone, that takes a fraction
 * of what it takes to find them all. Where words are common they fill a page.
 */
export async function listNearKeys(
  listing: RankedListing,
  { tiers, tier }: OfTiers,
): Promise<RankedKey[]> {
  const { sql, teamId } = listing;
  const names = sql`
    select c.name_form, c.id from customers c where c.team_id = ${teamId} and ${rangeOf(listing, tier)}
    ${orderWithin(sql, listing.key, false)} limit ${NEAR}
  `;
  const rows = await sql<KeyedRow[]>`
    select c.id, c.name_form::text as sort_value
    from (select c.name_form, c.id from (${names}) c where ${matchesPattern(sql, tiers[tier]!)}) near
      join customers c on c.team_id = ${teamId} and c.id = near.id
    where ${passesFilters(sql, teamId, listing.filters, listing.calendar)} and ${isInTier(sql, tiers, tier)}
    order by near.name_form, near.id
    limit ${listing.limit}
  `;
  return rows.map((row) => ({ ...row, tier }));
}

/** Read in less time than an index takes to find a word. */
const NEAR = 2_000;

/**
 * Of several tiers at once, forward: all that match are fetched, and each is told its tier.
 *
 * @param from The first tier to list; those since `first` are told apart, and what is in one before that is left out.
 * @returns Undefined when too many match.
 */
export async function listFewKeys(
  listing: RankedListing,
  { tiers, first, from }: { tiers: readonly Pattern[]; first: number; from: number },
): Promise<RankedKey[] | undefined> {
  const { sql, teamId, at, filters, calendar, limit } = listing;
  const known = tiers.slice(0, first);
  const isNew = known.length === 0 ? sql`true` : sql`not (${isInAnyTier(sql, known)})`;
  const position = at?.tier === from
    ? sql`(k.tier, k.name_form, k.id) ${
      at.isInclusive ? sql`>=` : sql`>`
    } (${from}::int, ${at.value}, ${at.id}::uuid)`
    : sql`k.tier >= ${from}`;
  const rows = await sql<(RankedKey & { isCut: boolean })[]>`
    with candidates as materialized (
      select c.id, c.name_form, ${tierOf(sql, tiers, first)} as tier from customers c
      where ${passesFilters(sql, teamId, filters, calendar)} and (${
    isFetchedOfAnyTier(sql, tiers.slice(from))
  }) and ${isNew}
      limit ${FEW + 1}
    )
    select k.id, k.name_form::text as sort_value, k.tier, n.count > ${FEW} as is_cut
    from (select count(*) from candidates) n left join candidates k on n.count <= ${FEW} and ${position}
    order by k.tier, k.name_form, k.id
    limit ${limit}
  `;
  if (rows[0]!.isCut) return undefined;
  // Without any, the count stands alone.
  return rows.filter((row) => row.id !== null).map(({ id, sortValue, tier }) => ({ id, sortValue, tier }));
}

function rangeOf({ sql, key, at }: RankedListing, tier: number): Fragment {
  // Every customer has a name: it is one range.
  return rangesBeyond(sql, key, at?.tier === tier ? at : undefined)[0]!;
}
