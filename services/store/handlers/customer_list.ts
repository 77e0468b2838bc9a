/** The operation `customers.get`: a page in the order of a sort, or of how well a search matched. */
import type { HandlerContext } from "shared/bus/mod.ts";
import { CUSTOM_FIELD_FILTER } from "shared/contract/custom_fields.ts";
import type { CustomerListInput } from "shared/contract/customer_list.ts";
import { invalidField } from "shared/errors.ts";
import { abortable, readPlannedSnapshot } from "../database/abortable.ts";
import type { Queryable } from "../database/connect.ts";
import { listCustomFields } from "../queries/custom_fields.ts";
import { lookUpTag } from "../queries/customer_filters.ts";
import { countCustomers, listCustomers, listFilteredCustomers } from "../queries/customer_list.ts";
import { isInAnyTier } from "../queries/customer_search.ts";
import { customerSortKey } from "../queries/customer_sorts.ts";
import { findTeam } from "../queries/teams.ts";
import { toCustomer } from "../rules/customer_view.ts";
import { dayIn } from "../rules/invoice_status.ts";
import { openPosition, type Position, toPage } from "../rules/keyset.ts";
import { sha256 } from "../rules/secret_keys.ts";
import { toSought } from "../rules/sought_text.ts";
import { listRanked, listTiers, prepareSearch } from "../steps/search_customers.ts";
import type { Store } from "../store.ts";

export async function listCustomerPage(store: Store, input: CustomerListInput, context: HandlerContext) {
  const { teamId } = context.caller;
  const search = toSought(input.q);
  const list = nameList(teamId, input, search);
  const at = openPosition(store.keys, input.cursor, list);
  // One plan is good for every plain list; any other is planned for its own values.
  const isPlain = !search && !input.total && Object.keys(givenFilters(input)).length === 0;
  const read = isPlain ? abortable : readPlannedSnapshot;
  const { rows, total } = await read(
    store.sql,
    context.signal,
    (sql) => readPage(sql, { teamId, input, search, at, isPlain }),
  );
  const fields = input.fields ? ["id" as const, ...input.fields] : undefined;
  const page = toPage(store.keys, rows, { list, pageSize: input.pageSize, at });
  return {
    meta: { ...page.meta, total },
    data: page.rows.map((row) => toCustomer(store, row, fields)),
  };
}

interface Asked {
  readonly teamId: string;
  readonly input: CustomerListInput;
  readonly search: string | null;
  readonly at: Position | undefined;
  readonly isPlain: boolean;
}

async function readPage(sql: Queryable, { teamId, input, search, at, isPlain }: Asked) {
  if (input.customFields) await requireKnown(sql, teamId, input.customFields);
  const calendar = await readCalendar(sql, teamId, input);
  const found = search ? await prepareSearch(sql, teamId, search) : undefined;
  const [sort, direction] = input.sort ??
    (search ? ["name", "asc"] as const : ["created_at", "desc"] as const);
  const tiers = found && (input.sort || input.total) ? await listTiers(found) : [];
  const listing = {
    sql,
    teamId,
    filters: await lookUpTag(sql, teamId, input),
    calendar,
    // Only for lists with a sort: a ranked one has a condition of its own for each tier.
    matches: found ? sql`(${isInAnyTier(sql, tiers)})` : sql`true`,
    // Neither in the usual order, which is that of the rows themselves, nor of a search, which has its own index.
    mayBeFew: sort !== "created_at" && !found,
    key: customerSortKey(sql, sort, direction),
    at,
    isBackward: at?.isBackward ?? false,
    // One more than a page holds tells whether there is another.
    limit: input.pageSize + 1,
  };
  const total = input.total ? await countCustomers(sql, teamId, listing) : undefined;
  if (found && !input.sort) return { rows: await listRanked(found, listing), total };
  const list = isPlain ? listCustomers : listFilteredCustomers;
  return { rows: await list(sql, teamId, listing), total };
}

/** A filter that can never match is a mistake, and is said to be one. */
async function requireKnown(
  sql: Queryable,
  teamId: string,
  filters: readonly string[],
): Promise<void> {
  const known = new Set((await listCustomFields(sql, teamId)).map(({ key }) => key));
  for (const [index, filter] of filters.entries()) {
    const key = CUSTOM_FIELD_FILTER.exec(filter)![1]!;
    if (!known.has(key)) {
      throw invalidField(`/customFields/${index}`, "unknown_field", "The team has no such field");
    }
  }
}

/** Only lists that speak of days ask for the seller's calendar. */
async function readCalendar(sql: Queryable, teamId: string, input: CustomerListInput) {
  const { hasOverdue, createdFrom, createdTo, updatedFrom, updatedTo } = input;
  const needsDays = typeof hasOverdue === "boolean" || createdFrom || createdTo || updatedFrom || updatedTo;
  const timeZone = needsDays ? (await findTeam(sql, teamId))?.timeZone ?? "UTC" : "UTC";
  return { timeZone, today: dayIn(timeZone, new Date()) };
}

/** A cursor works for the same list only: team, sort, search and filters are what makes it the same. */
function nameList(teamId: string, input: CustomerListInput, search: string | null): string {
  const parts = ["customers", teamId, input.sort ?? null, search, Object.entries(givenFilters(input)).sort()];
  return sha256(JSON.stringify(parts)).slice(0, 32);
}

function givenFilters(input: CustomerListInput): object {
  const { q: _q, sort: _sort, cursor: _cursor, pageSize: _size, fields: _fields, total: _total, ...filters } =
    input;
  return Object.fromEntries(
    Object.entries(filters).filter(([, value]) => value !== null && value !== undefined && value !== "false"),
  );
}
