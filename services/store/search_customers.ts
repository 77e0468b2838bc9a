/** Searching customers: from the best matching tier to the weakest, as far as a page needs. */
import type { Fragment, Queryable } from "./database/connect.ts";
import {
  type CustomerListing,
  findCustomers,
  listCustomerKeys,
  type ListedCustomer,
} from "./queries/customer_list.ts";
import {
  findCorrections,
  foldText,
  isInTier,
  matchesPattern,
  preferIndexes,
} from "./queries/customer_search.ts";
import type { KeyedRow } from "./rules/keyset.ts";
import { type Pattern, rankTiers, toSearchTerms } from "./rules/search_terms.ts";

export interface Search {
  readonly tiers: readonly Pattern[];
  /** Of any tier. */
  readonly matchesAny: Fragment;
}

export async function prepareSearch(sql: Queryable, teamId: string, text: string): Promise<Search> {
  await preferIndexes(sql);
  // A NUL or half a character cannot be in any text, so nothing matches it.
  const terms = toSearchTerms(await foldText(sql, text.replaceAll("\0", "\ufffd").toWellFormed()));
  if (!terms) return { tiers: [], matchesAny: sql`false` };
  const tiers = rankTiers(terms, await findCorrections(sql, teamId, terms.words));
  return { tiers, matchesAny: matchesPattern(sql, tiers.at(-1)!) };
}

export async function listRanked(
  sql: Queryable,
  teamId: string,
  { tiers }: Search,
  listing: CustomerListing,
): Promise<ListedCustomer[]> {
  const keys: (KeyedRow & { tier: number })[] = [];
  for (const tier of tiersToRead(tiers.length, listing)) {
    const found = await listCustomerKeys(sql, teamId, {
      ...listing,
      matches: isInTier(sql, tiers, tier),
      at: listing.at?.tier === tier ? listing.at : undefined,
      limit: listing.limit - keys.length,
    }, tiers[tier]!.isBeginning ?? false);
    keys.push(...found.map((key) => ({ ...key, tier })));
    if (keys.length >= listing.limit) break;
  }
  const rows = new Map(
    (await findCustomers(sql, teamId, keys.map((key) => key.id))).map((row) => [row.id, row]),
  );
  // All of one snapshot: each key has its row.
  return keys.map((key) => ({ ...rows.get(key.id)!, ...key }));
}

/** From the cursor's tier on, in the direction that is walked. */
function tiersToRead(count: number, { at, isBackward }: CustomerListing): number[] {
  const all = Array.from({ length: count }, (_, tier) => tier);
  const from = at?.tier ?? 0;
  return isBackward ? all.slice(0, from + 1).reverse() : all.slice(from);
}
