/** Invoices as lists show them: filtered, sorted, and page by page. */
import type { INVOICE_SORTS } from "shared/contract/invoice_shapes.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import { takeRows } from "../database/take_rows.ts";
import type { InvoiceStatus } from "../rules/invoice_status.ts";
import { type KeyedRow, orderWithin, type Position, rangesBeyond, type SortKey } from "../rules/keyset.ts";
import { inside } from "../rules/sought_text.ts";
import { type InvoiceTableRow, ownColumns } from "./invoices.ts";

/** A value, or an expression for it in the statement that it becomes part of. */
type Value = string | Fragment;

export interface InvoiceListing {
  /** The seller's calendar day. */
  readonly today: Value;
  readonly customerIds?: readonly Value[] | null;
  readonly ids?: readonly string[] | null;
  readonly statuses?: readonly InvoiceStatus[] | null;
  /** In number, buyer, amount and lines. */
  readonly search?: string | null;
  readonly issuedFrom?: string | null;
  readonly issuedTo?: string | null;
  readonly dueFrom?: string | null;
  readonly dueTo?: string | null;
  readonly sort: readonly [typeof INVOICE_SORTS[number], "asc" | "desc"];
  readonly at: Position | undefined;
  readonly limit: number;
}

/** Of the two parties only the buyer's name, which is all that a list shows of them. */
export type ListedInvoice =
  & Omit<InvoiceTableRow, "seller" | "buyer">
  & KeyedRow
  & { readonly buyerName: string };

export async function listInvoices(
  sql: Queryable,
  teamId: string,
  listing: InvoiceListing,
): Promise<ListedInvoice[]> {
  const columns = sql`${ownColumns(sql)}, i.buyer->>'name' as buyer_name`;
  const isSearched = Boolean(listing.search) && listing.customerIds?.length === 1;
  return takeRows(
    await sql<ListedInvoice[]>`${selectListed(sql, teamId, listing, { columns, isIdFirst: isSearched })}`,
  );
}

/** What the customer's own list says of each, and no more: to pass on the rest takes as long again. */
export type AccountInvoice =
  & Pick<
    InvoiceTableRow,
    | "id"
    | "type"
    | "invoiceNumber"
    | "state"
    | "currency"
    | "exponent"
    | "issueDate"
    | "dueDate"
    | "totalMinor"
    | "paidMinor"
    | "creditedMinor"
    | "paidAt"
  >
  & KeyedRow
  & { readonly firstLine: string | null };

/** Of a link's owner. */
export type AccountListing = Omit<InvoiceListing, "today" | "customerIds">;

/** Rows of a statement that has an `owner`, named as in `AccountInvoice`. */
export function selectAccountInvoices(sql: Queryable, listing: AccountListing): Fragment {
  const columns = sql`
    i.id, i.type, i.invoice_number as "invoiceNumber", i.state, i.currency, i.exponent, i.issue_date as "issueDate",
    i.due_date as "dueDate", i.total_minor as "totalMinor", i.paid_minor as "paidMinor",
    i.credited_minor as "creditedMinor", i.paid_at as "paidAt",
    nullif(split_part(i.line_names, E'\n', 1), '') as "firstLine"
  `;
  const { search, statuses, issuedFrom, issuedTo } = listing;
  // The whole list has an index for each order.
  const isNarrowed = Boolean(search || issuedFrom || issuedTo || !statuses?.includes("canceled"));
  const ofOwner = (column: string) => sql`(select ${sql(column)} from owner)`;
  const owned = { ...listing, today: ofOwner("today"), customerIds: [ofOwner("customer_id")] };
  return selectListed(sql, ofOwner("team_id"), owned, { columns, isIdFirst: isNarrowed });
}

/**
 * @param isIdFirst For one customer: an index has all that the list is narrowed by, and the beginnings of what is searched.
 * So only what is shown is read from its row, and no plan can be much worse than another.
 */
function selectListed(
  sql: Queryable,
  teamId: Value,
  listing: InvoiceListing,
  { columns, isIdFirst }: { columns: Fragment; isIdFirst: boolean },
): Fragment {
  const key = invoiceSortKey(sql, listing);
  // Nothing that they are sorted by is ever missing: one range of an index holds them all.
  const [range] = rangesBeyond(sql, key, listing.at);
  const asListed = sql`${orderWithin(sql, key, listing.at?.isBackward ?? false)} limit ${listing.limit}`;
  const list = (what: Fragment, found: Fragment) =>
    sql`
      select ${what} from invoices i
      where i.team_id = ${teamId} and ${isListed(sql, listing)} and ${found} and ${range!} ${asListed}
    `;
  const shown = sql`${columns}, ${key.expression}::text as "sortValue"`;
  const pattern = listing.search ? sql`search_form(${inside(listing.search)})` : undefined;
  if (!isIdFirst) return list(shown, pattern ? sql`i.search_text like ${pattern}` : sql`true`);
  const ids = pattern ? listMatching(sql, list, pattern) : list(sql`i.id`, sql`true`);
  return sql`
    select ${shown} from invoices i where i.team_id = ${teamId} and i.id in (${ids}) ${asListed}
  `;
}

/** By its beginning, or where it goes on by the whole. The pattern is worked out once, and not seen when this is planned. */
function listMatching(
  sql: Queryable,
  list: (what: Fragment, found: Fragment) => Fragment,
  pattern: Fragment,
): Fragment {
  const head = sql`i.search_head like (select convert_to(${pattern}, 'UTF8'))`;
  const long = sql`least(char_length(i.search_text), 301) = 301 and i.search_text like (select ${pattern})`;
  return sql`(${list(sql`i.id`, head)}) union all (${list(sql`i.id`, long)})`;
}

function isListed(sql: Queryable, listing: InvoiceListing): Fragment {
  const { ids, statuses, issuedFrom, issuedTo, dueFrom, dueTo } = listing;
  return sql`
    ${isOfCustomers(sql, listing.customerIds)}
    and ${ids ? sql`i.id = any(${[...ids]}::uuid[])` : sql`true`}
    and ${statuses ? hasStatus(sql, statuses, listing.today) : sql`true`}
    and ${issuedFrom ? sql`i.issue_date >= ${issuedFrom}` : sql`true`}
    and ${issuedTo ? sql`i.issue_date <= ${issuedTo}` : sql`true`}
    and ${dueFrom ? sql`i.due_date >= ${dueFrom}` : sql`true`}
    and ${dueTo ? sql`i.due_date <= ${dueTo}` : sql`true`}
  `;
}

/** One by itself has its rows in the order of its indexes. */
function isOfCustomers(sql: Queryable, ids: InvoiceListing["customerIds"]): Fragment {
  if (!ids) return sql`true`;
  if (ids.length === 1) return sql`i.customer_id = ${ids[0]!}`;
  // The cast: where they are several they are values.
  return sql`i.customer_id = any(${[...ids] as string[]}::uuid[])`;
}

/** The same rule as `statusExpression`, said so that the index of what is open can be used. */
function hasStatus(sql: Queryable, statuses: readonly InvoiceStatus[], today: Value): Fragment {
  // Together they are all that is in force: said at once, so that nothing has to be put together from several indexes.
  const isAnyInForce = IN_FORCE.every((status) => statuses.includes(status));
  const inForce = isAnyInForce ? sql`i.state = 'issued'` : sql`false`;
  const others = isAnyInForce ? statuses.filter((status) => !IN_FORCE.includes(status)) : statuses;
  const conditions = others.map((status) => {
    if (status === "overdue") return sql`(i.due_minor > 0 and i.due_date < ${today}::date)`;
    if (status === "unpaid") return sql`(i.due_minor > 0 and i.due_date >= ${today}::date)`;
    return status === "paid" ? sql`(i.state = 'issued' and i.due_minor = 0)` : sql`i.state = ${status}`;
  });
  return sql`(${conditions.reduce((all, next) => sql`${all} or ${next}`, inForce)})`;
}

const IN_FORCE: readonly InvoiceStatus[] = ["unpaid", "overdue", "paid"];

/** The same rule as `statusOf`, for filters and sorting. */
export function statusExpression(sql: Queryable, today: Value): Fragment {
  return sql`(case
    when i.state <> 'issued' then i.state
    when i.type = 'credit_note' or i.paid_minor + i.credited_minor >= i.total_minor then 'paid'
    when i.due_date < ${today}::date then 'overdue'
    else 'unpaid'
  end)`;
}

function invoiceSortKey(sql: Queryable, { sort: [sort, direction], today }: InvoiceListing): SortKey {
  const keys: Record<typeof sort, Pick<SortKey, "expression" | "type">> = {
    created_at: { expression: sql`i.created_at`, type: "timestamptz" },
    due_date: { expression: sql`i.due_date`, type: "date" },
    issue_date: { expression: sql`i.issue_date`, type: "date" },
    amount: { expression: sql`(i.total_minor / power(10::numeric, i.exponent))`, type: "numeric" },
    status: { expression: statusExpression(sql, today), type: "text" },
    customer: { expression: sql`(i.buyer->>'name')`, type: "text" },
    invoice_number: { expression: sql`i.invoice_number`, type: "text" },
  };
  return { ...keys[sort], id: sql`i.id`, direction };
}
