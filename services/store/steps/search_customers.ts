/** Searching customers: from the best matching tier to the weakest, as far as a page needs. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { findListed, type ListedCustomer } from "../queries/customer_list.ts";
import { findCorrections, findOwners, isInAnyTier, prepareText } from "../queries/customer_search.ts";
import {
  listFewKeys,
  listNearKeys,
  listTierKeys,
  type RankedKey,
  type RankedListing,
} from "../queries/ranked_keys.ts";
import { toPlainWidth } from "../rules/other_spellings.ts";
import { toSought } from "../rules/sought_text.ts";
import {
  correctedTiers,
  findHost,
  hostTier,
  type Pattern,
  rankTiers,
  toSearchTerms,
} from "../rules/search_terms.ts";

export interface Search {
  readonly tiers: readonly Pattern[];
  /** Asked for only when those do not fill the page. */
  correct(): Promise<readonly Pattern[]>;
}

/** @param text As `toSought` leaves it. */
export async function prepareSearch(sql: Queryable, teamId: string, text: string): Promise<Search> {
  // Half a character cannot be in any text, so nothing matches it.
  const possible = toPlainWidth(text.toWellFormed());
  const [folded, owners] = await Promise.all([
    prepareText(sql, possible),
    findNumbered(sql, teamId, possible),
  ]);
  const terms = toSearchTerms(folded);
  if (!terms) return { tiers: [], correct: () => Promise.resolve([]) };
  const host = findHost(possible);
  return {
    tiers: [...rankTiers(terms, owners), ...(host ? hostTier(await prepareText(sql, host)) : [])],
    correct: async () => correctedTiers(terms, await findCorrections(sql, teamId, terms.words)),
  };
}

/** Every number has a digit; most of what is typed has none. */
async function findNumbered(sql: Queryable, teamId: string, text: string): Promise<string[] | undefined> {
  return /\d/.test(text) ? await findOwners(sql, teamId, text.replace(/^#\s*/, "")) : undefined;
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
  const wanted = toSought(text);
  if (!wanted) return { matches: sql`true` };
  const tiers = await listTiers(await prepareSearch(sql, teamId, wanted));
  return { matches: sql`(${isInAnyTier(sql, tiers)})` };
}

export async function listRanked(search: Search, listing: RankedListing): Promise<ListedCustomer[]> {
  const list = listing.isBackward ? listBackward : listForward;
  const keys = await list(search, listing);
  const rows = await findListed(listing.sql, listing.teamId, keys.map((key) => key.id), listing);
  const byId = new Map(rows.map((row) => [row.id, row]));
  // All of one snapshot: each key has its row.
  return keys.map((key) => Object.assign(byId.get(key.id)!, key));
}

async function listForward({ tiers, correct }: Search, listing: RankedListing): Promise<RankedKey[]> {
  const keys = await listPart(listing, { tiers, first: 0 });
  if (keys.length >= listing.limit) return keys;
  const part = { tiers: [...tiers, ...await correct()], first: tiers.length };
  return [...keys, ...await listPart(rest(listing, keys), part)];
}

interface Part {
  readonly tiers: readonly Pattern[];
  /** Those before are not of this part. */
  readonly first: number;
}

/** What begins with the words, then what is near in the order of names, then all others at once, if they are not too many. */
async function listPart(listing: RankedListing, { tiers, first }: Part): Promise<RankedKey[]> {
  const keys: RankedKey[] = [];
  let tier = Math.max(first, listing.at?.tier ?? 0);
  while (tiers[tier]?.isBeginning) {
    keys.push(...await listTierKeys(rest(listing, keys), { tiers, tier }));
    if (keys.length >= listing.limit) return keys;
    tier++;
  }
  if (tier >= tiers.length) return keys;
  const others = rest(listing, keys);
  const near = tiers[tier]!.on === "name" ? await listNearKeys(others, { tiers, tier }) : [];
  if (near.length >= others.limit) return [...keys, ...near];
  const few = await listFewKeys(others, { tiers, first, from: tier });
  return [...keys, ...few ?? await listEachTier(others, { tiers, first: tier })];
}

async function listEachTier(listing: RankedListing, { tiers, first }: Part): Promise<RankedKey[]> {
  const keys: RankedKey[] = [];
  for (let tier = first; tier < tiers.length && keys.length < listing.limit; tier++) {
    keys.push(...await listTierKeys(rest(listing, keys), { tiers, tier }));
  }
  return keys;
}

async function listBackward({ tiers, correct }: Search, listing: RankedListing): Promise<RankedKey[]> {
  const from = listing.at?.tier ?? 0;
  const known = from < tiers.length ? tiers : [...tiers, ...await correct()];
  const keys: RankedKey[] = [];
  for (let tier = Math.min(from, known.length - 1); tier >= 0 && keys.length < listing.limit; tier--) {
    keys.push(...await listTierKeys(rest(listing, keys), { tiers: known, tier }));
  }
  return keys;
}

/** What is still to be listed after these. */
function rest(listing: RankedListing, keys: readonly RankedKey[]): RankedListing {
  return { ...listing, limit: listing.limit - keys.length };
}
