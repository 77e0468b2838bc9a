/** What each sort of customers orders by; every one has its index in `0009_customer_lists.sql`. */
import type { CUSTOMER_SORTS } from "shared/contract/customers.ts";
import type { Fragment, Queryable } from "../database/connect.ts";
import type { SortKey } from "../rules/keyset.ts";

export type CustomerSort = typeof CUSTOMER_SORTS[number];
type Direction = "asc" | "desc";

export interface CustomerSortKey extends SortKey {
  /** The table whose index is in this order; both can be filtered by columns of `c`. */
  readonly from: Fragment;
}

export function customerSortKey(sql: Queryable, sort: CustomerSort, direction: Direction): CustomerSortKey {
  return { from: sql`customers c`, id: sql`c.id`, direction, ...KEYS[sort](sql) };
}

const KEYS: Record<
  CustomerSort,
  (sql: Queryable) => Partial<CustomerSortKey> & Pick<SortKey, "expression" | "type">
> = {
  name: (sql) => ({ expression: sql`c.name_form`, type: "text" }),
  created_at: (sql) => ({ expression: sql`c.created_at`, type: "timestamptz" }),
  contact: (sql) => ({ ...text(sql, sql`c.contact`), isNullable: true }),
  email: (sql) => text(sql, sql`c.email`),
  invoices: (sql) => figure(sql, sql`f.invoice_count`, "int"),
  // The mesh keeps no projects: all are equal, and the id decides.
  projects: (sql) => ({ expression: sql`c.id`, type: "uuid" }),
  tags: (sql) => ({ ...text(sql, sql`c.first_tag`), isNullable: true }),
  industry: (sql) => ({ ...text(sql, sql`c.industry`), isNullable: true }),
  country: (sql) => ({ ...text(sql, sql`c.country`), isNullable: true }),
  total_revenue: (sql) => figure(sql, sql`f.revenue`, "numeric"),
  outstanding: (sql) => figure(sql, sql`f.outstanding`, "numeric"),
  last_invoice: (sql) => ({ ...figure(sql, sql`f.last_invoice_date`, "date"), isNullable: true }),
};

function text(sql: Queryable, column: Fragment) {
  return { expression: sql`(search_form(${column}) collate "C")`, type: "text" as const };
}

function figure(sql: Queryable, expression: Fragment, type: "int" | "numeric" | "date") {
  return {
    expression,
    type,
    id: sql`f.customer_id`,
    from: sql`customer_figures f join customers c on c.team_id = f.team_id and c.id = f.customer_id`,
  };
}
