/** Asking the database for what only it knows: folded text, the words it has seen, and which customers match. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { withoutImplied } from "../rules/implied_patterns.ts";
import { isCorrectable, type Pattern } from "../rules/search_terms.ts";

/**
 * The text in the form in which customers are searched. And, for this transaction, indexes are preferred: what a pattern
 * matches is guessed from a sample, in which a rare word looks like a common one.
 */
export async function prepareText(sql: Queryable, text: string): Promise<string> {
  const [row] = await sql<{ folded: string }[]>`
    select word_form(${text}) as folded, set_config('enable_seqscan', 'off', true)
  `;
  return row!.folded;
}

/**
 * For each word up to five known ones that it may have been meant to be: the same with its umlauts written otherwise, or
 * else, unless it begins a known one, what is near. None for a word that is short or has digits.
 */
export async function findCorrections(
  sql: Queryable,
  teamId: string,
  words: readonly string[],
): Promise<string[][]> {
  if (!words.some(isCorrectable)) return words.map(() => []);
  const rows = await sql<{ others: string[] }[]>`
    select case when asked.word = any(${words.filter(isCorrectable)}::text[]) then coalesce(
      (
        select array_agg(same.word) from (
          select distinct known.word from search_words known
          where known.team_id = ${teamId} and known.word <> asked.word
            and plain_vowels(known.word) collate "C" = plain_vowels(asked.word)
          order by known.word limit 5
        ) same
      ),
      case when not exists (
        select 1 from search_words known where known.team_id = ${teamId}
          and known.word >= asked.word and known.word < asked.word || chr(1114111)
      ) then coalesce(
        (
          select array_agg(near.word) from (
            select known.word from search_words known
            where known.team_id = ${teamId} and word_deletions(known.word) && word_deletions(asked.word)
            group by known.word order by similarity(known.word, asked.word) desc, known.word limit 5
          ) near
        ),
        (
          select array_agg(near.word) from (
            select known.word from search_words known
            where known.team_id = ${teamId} and known.word % asked.word
            group by known.word order by similarity(known.word, asked.word) desc, known.word limit 5
          ) near
        )
      ) end,
      '{}'
    ) else '{}' end as others
    from unnest(${[...words]}::text[]) with ordinality as asked (word, place)
    order by asked.place
  `;
  return rows.map((row) => row.others);
}

/** Of the invoice with this very number, if there is one. */
export async function findOwners(sql: Queryable, teamId: string, invoiceNumber: string): Promise<string[]> {
  const rows = await sql<{ customerId: string }[]>`
    select customer_id from invoices
    where team_id = ${teamId} and invoice_number = any(${[
    invoiceNumber,
    invoiceNumber.toUpperCase(),
  ]}::text[])
      and customer_id is not null
  `;
  return rows.map(({ customerId }) => customerId);
}

/** Rows of this tier that no better one has. */
export function isInTier(sql: Queryable, tiers: readonly Pattern[], index: number): Fragment {
  return withoutImplied(tiers.slice(0, index)).reduce<Fragment>(
    (condition, better) => sql`${condition} and not ${matchesPattern(sql, better)}`,
    matchesPattern(sql, tiers[index]!),
  );
}

/** Of any tier: what a list with a sort of its own shows, and what is counted. */
export function isInAnyTier(sql: Queryable, tiers: readonly Pattern[]): Fragment {
  return withoutImplied(tiers).map((tier) => matchesPattern(sql, tier))
    .reduce<Fragment>((any, matches) => sql`${any} or ${matches}`, sql`false`);
}

/** The same where all of them are fetched. */
export function isFetchedOfAnyTier(sql: Queryable, tiers: readonly Pattern[]): Fragment {
  const { lookUp } = tiers.at(-1)!;
  const matches = sql`(${isInAnyTier(sql, tiers)})`;
  if (!lookUp) return matches;
  const { typed, meant, certain } = lookUp;
  // The planner takes every pattern for a rare one: it is not to see those that say no more than these.
  return sql`(${isAny(sql, sql`c.search_text`, typed)} or ${holdsBeginnings(sql, meant)})
    and ${isEach(sql, sql`c.search_text`, certain.map((like) => [like]))} and ${matches} is true`;
}

/** One of each of these lists. */
function holdsBeginnings(sql: Queryable, words: readonly (readonly string[])[]): Fragment {
  const spell = (word: string) => `'${word.replace(/['\\]/g, "$&$&")}':*`;
  const query = words.map((any) => `(${any.map(spell).join(" | ")})`).join(" & ");
  return sql`beginnings(c.search_text) @@ ${query}::tsquery`;
}

/** The number of the best tier that a row is in, of a row that is in one of these: those before `first` are not looked at. */
export function tierOf(sql: Queryable, tiers: readonly Pattern[], first: number): Fragment {
  const number = (tier: number): Fragment => sql`${sql.unsafe(String(tier))}`;
  const whens = tiers.slice(first, -1).map((tier, index) =>
    sql`when ${matchesPattern(sql, tier)} then ${number(first + index)}`
  );
  if (whens.length === 0) return number(first);
  return sql`case ${whens.reduce((all, when) => sql`${all} ${when}`)} else ${number(tiers.length - 1)} end`;
}

function isOneOf(sql: Queryable, ids: readonly string[]): Fragment {
  return ids.length === 0 ? sql`false` : sql`c.id = any(${[...ids]}::uuid[])`;
}

/** On `customers c`. */
export function matchesPattern(sql: Queryable, { on, all }: Pattern): Fragment {
  if (on === "id") return isOneOf(sql, all.flat());
  return isEach(sql, on === "name" ? sql`c.name_form` : sql`c.search_text`, all);
}

function isEach(sql: Queryable, column: Fragment, all: Pattern["all"]): Fragment {
  if (all.length === 0) return sql`true`;
  const conditions = all.map((likes) => sql`(${isAny(sql, column, likes)})`);
  return sql`(${conditions.reduce((each, condition) => sql`${each} and ${condition}`)})`;
}

function isAny(sql: Queryable, column: Fragment, likes: readonly string[]): Fragment {
  if (likes.length === 0) return sql`false`;
  return likes.map((like) => sql`${column} like ${like}`).reduce((one, other) => sql`${one} or ${other}`);
}
