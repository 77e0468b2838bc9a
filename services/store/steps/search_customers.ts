/** Searching customers: from the best matching tier to the weakest, as far as a page needs. */
import type { Fragment, Queryable } from "../database/connect.ts";
import {
  type CustomerListing,
  findCustomers,
  listCustomerKeys,
  type ListedCustomer,
} from "../queries/customer_list.ts";
import {
  findCorrections,
  foldText,
  isInAnyTier,
  isInTier,
  preferIndexes,
} from "../queries/customer_search.ts";
import type { KeyedRow } from "../rules/keyset.ts";
import { correctedTiers, type Pattern, rankTiers, toSearchTerms } from "../rules/search_terms.ts";

export interface Search {
  readonly tiers: readonly Pattern[];
  /** Asked for only when those do not fill the page. */
  correct(): Promise<readonly Pattern[]>;
}

export async function prepareSearch(sql: Queryable, teamId: string, text: string): Promise<Search> {
  // A NUL or half a character cannot be in any text, so nothing matches it.
  const possible = text.replaceAll("\0", "\ufffd").toWellFormed();
  const [, folded] = await Promise.all([preferIndexes(sql), foldText(sql, possible)]);
  const terms = toSearchTerms(folded);
  if (!terms) return { tiers: [], correct: () => Promise.resolve([]) };
  return {
    tiers: rankTiers(terms),
    correct: async () => correctedTiers(terms, await findCorrections(sql, teamId, terms.words)),
  };
}

export async function listTiers({ tiers, correct }: Search): Promise<readonly Pattern[]> {
  return [...tiers, ...await correct()];
}

/**
 * Whatever a list with this search would show, on any of its pages.
 * @returns The condition in an object, since awaiting one would send it to the database.
 */
export async function findMatching(
  sql: Queryable,
  teamId: string,
  text: string | null | undefined,
): Promise<{ matches: Fragment }> {
  const wanted = text?.trim();
  if (!wanted) return { matches: sql`true` };
  const tiers = await listTiers(await prepareSearch(sql, teamId, wanted));
  return { matches: sql`(${isInAnyTier(sql, tiers)})` };
}

export async function listRanked(
  sql: Queryable,
  teamId: string,
  search: Search,
  listing: CustomerListing,
): Promise<ListedCustomer[]> {
  const keys: (KeyedRow & { tier: number })[] = [];
  for await (const { tiers, tier } of walkTiers(search, listing)) {
    const part = {
      ...listing,
      matches: isInTier(sql, tiers, tier),
      at: listing.at?.tier === tier ? listing.at : undefined,
      limit: listing.limit - keys.length,
    };
    const found = await listCustomerKeys(sql, teamId, part, tiers[tier]!.isBeginning ?? false);
    keys.push(...found.map((key) => ({ ...key, tier })));
    if (keys.length >= listing.limit) break;
  }
  const rows = await findCustomers(sql, teamId, keys.map((key) => key.id));
  const byId = new Map(rows.map((row) => [row.id, row]));
  // All of one snapshot: each key has its row.
  return keys.map((key) => ({ ...byId.get(key.id)!, ...key }));
}

/** From the cursor's tier on, in the direction that is walked. */
async function* walkTiers({ tiers, correct }: Search, { at, isBackward }: CustomerListing) {
  const from = at?.tier ?? 0;
  const known = from < tiers.length ? tiers : [...tiers, ...await correct()];
  if (isBackward) {
    for (let tier = Math.min(from, known.length - 1); tier >= 0; tier--) yield { tiers: known, tier };
    return;
  }
  for (let tier = from; tier < known.length; tier++) yield { tiers: known, tier };
  if (known !== tiers) return;
  const all = [...tiers, ...await correct()];
  for (let tier = tiers.length; tier < all.length; tier++) yield { tiers: all, tier };
}
