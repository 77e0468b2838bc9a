/** Which customers a list shows, as a condition on `customers c`. */
import { CUSTOM_FIELD_FILTER, METADATA_FILTER } from "shared/contract/custom_fields.ts";
import type { CustomerFilters } from "shared/contract/customer_list.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import { isOfArchive } from "./customers.ts";

export interface Calendar {
  /** The seller's day, `YYYY-MM-DD`. */
  readonly today: string;
  readonly timeZone: string;
}

/** Filters whose tag has been looked up; null when the team has no such tag. */
export type ReadyFilters = Omit<CustomerFilters, "tag"> & { readonly tagId?: string | null };

/** Its id as a value, and not as a question in the statement, tells the planner how many customers carry the tag. */
export async function lookUpTag(
  sql: Queryable,
  teamId: string,
  { tag, ...filters }: CustomerFilters,
): Promise<ReadyFilters> {
  if (!tag) return filters;
  const [found] = await sql<{ id: string }[]>`
    select id from tags where team_id = ${teamId} and (name = ${tag} or id::text = lower(${tag}))
    order by name = ${tag} desc limit 1
  `;
  return { ...filters, tagId: found?.id ?? null };
}

/** Only what is asked for stands in the statement, so that the planner sees just that. */
export function passesFilters(
  sql: Queryable,
  teamId: string,
  filters: ReadyFilters,
  calendar: Calendar,
): Fragment {
  const { status, country, industry, enrichmentStatus, portalEnabled, tagId, hasOverdue } = filters;
  const conditions = [
    filters.isArchived === "all" ? undefined : isOfArchive(sql, filters.isArchived === "true"),
    status && sql`c.status = any(${status}::text[])`,
    country && sql`c.country_code = any(${country}::text[])`,
    industry && sql`(search_form(c.industry) collate "C") = search_form(${industry})`,
    enrichmentStatus && isInState(sql, enrichmentStatus),
    typeof portalEnabled === "boolean" ? sql`c.portal_enabled = ${portalEnabled}` : undefined,
    tagId !== undefined && carriesTag(sql, teamId, tagId),
    typeof hasOverdue === "boolean" ? owesOverdue(sql, teamId, hasOverdue, calendar.today) : undefined,
    filters.metadata && hasMetadata(sql, filters.metadata),
    ...(filters.customFields ?? []).map((each) => hasCustomValue(sql, teamId, each)),
    ...isBetween(sql, sql`c.created_at`, filters.createdFrom, filters.createdTo, calendar),
    ...isBetween(sql, sql`c.updated_at`, filters.updatedFrom, filters.updatedTo, calendar),
  ];
  return conditions.reduce<Fragment>(
    (all, condition) => condition ? sql`${all} and ${condition}` : all,
    sql`c.team_id = ${teamId}`,
  );
}

/** By the column itself, of which the planner knows how often each state occurs. */
function isInState(sql: Queryable, states: readonly string[]): Fragment {
  const isOneOf = sql`c.enrichment_status = any(${[...states]}::text[])`;
  return states.includes("none") ? sql`(${isOneOf} or c.enrichment_status is null)` : isOneOf;
}

function carriesTag(sql: Queryable, teamId: string, tagId: string | null): Fragment {
  if (tagId === null) return sql`false`;
  return sql`exists (
    select 1 from customer_tags ct
    where ct.team_id = ${teamId} and ct.customer_id = c.id and ct.tag_id = ${tagId}
  )`;
}

function hasMetadata(sql: Queryable, wanted: readonly string[]): Fragment {
  // Each by itself: two values of one key are none that a customer could have.
  const pairs = wanted.map((each) => Object.fromEntries([METADATA_FILTER.exec(each)!.slice(1)]));
  // The first condition is that of the index.
  return pairs.reduce<Fragment>(
    (all, pair) => sql`${all} and c.metadata @> ${sql.json(pair)}`,
    sql`c.metadata <> '{}'`,
  );
}

/** A number is compared as such; everything else, dates included, as text. */
function hasCustomValue(sql: Queryable, teamId: string, wanted: string): Fragment {
  const [key, operator, value] = CUSTOM_FIELD_FILTER.exec(wanted)!.slice(1) as [string, string, string];
  const isNumber = /^-?\d{1,15}(\.\d{1,15})?$/.test(value);
  const compare = sql.unsafe(operator === ":" ? "=" : operator);
  const asText = sql`v.text_value ${compare} ${value}`;
  const asNumber = sql`v.number_value ${compare} ${value}::text::numeric`;
  const matches = !isNumber ? asText : operator === ":" ? sql`(${asNumber} or ${asText})` : asNumber;
  return sql`exists (
    select 1 from custom_field_values v
    where v.team_id = ${teamId} and v.key = ${key} and v.customer_id = c.id and ${matches}
  )`;
}

function owesOverdue(sql: Queryable, teamId: string, isWanted: boolean, today: string): Fragment {
  // Word for word the condition of the index `invoices_open`.
  return sql`${isWanted ? sql`exists` : sql`not exists`} (
    select 1 from invoices i where i.team_id = ${teamId} and i.customer_id = c.id
      and i.due_minor > 0 and i.due_date < ${today}::date
  )`;
}

function isBetween(
  sql: Queryable,
  column: Fragment,
  from: string | null | undefined,
  to: string | null | undefined,
  calendar: Calendar,
): (Fragment | undefined)[] {
  const startOf = (day: string, days: number) =>
    sql`((${day}::date + ${days}::int)::timestamp at time zone ${calendar.timeZone})`;
  return [
    from ? sql`${column} >= ${isDay(from) ? startOf(from, 0) : sql`${from}::timestamptz`}` : undefined,
    to ? isDay(to) ? sql`${column} < ${startOf(to, 1)}` : sql`${column} <= ${to}::timestamptz` : undefined,
  ];
}

function isDay(text: string): boolean {
  return text.length === "YYYY-MM-DD".length;
}
