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
  const text = (column: Fragment) => ({
    expression: sql`(search_form(${column}) collate "C")`,
    type: "text" as const,
  });
  const keys: Record<CustomerSort, Partial<CustomerSortKey> & Pick<SortKey, "expression" | "type">> = {
    name: { expression: sql`c.name_form`, type: "text" },
    created_at: { expression: sql`c.created_at`, type: "timestamptz" },
    contact: { ...text(sql`c.contact`), isNullable: true },
    email: text(sql`c.email`),
    invoices: figure(sql, sql`f.invoice_count`, "int"),
    // The mesh keeps no projects: all are equal, and the id decides.
    projects: { expression: sql`c.id`, type: "uuid" },
    tags: { ...text(sql`c.first_tag`), isNullable: true },
    industry: { ...text(sql`c.industry`), isNullable: true },
    country: { ...text(sql`c.country`), isNullable: true },
    total_revenue: figure(sql, sql`f.revenue`, "numeric"),
    outstanding: figure(sql, sql`f.outstanding`, "numeric"),
    last_invoice: { ...figure(sql, sql`f.last_invoice_date`, "date"), isNullable: true },
  };
  return { from: sql`customers c`, id: sql`c.id`, direction, ...keys[sort] };
}

function figure(sql: Queryable, expression: Fragment, type: "int" | "numeric" | "date") {
  return {
    expression,
    type,
    id: sql`f.customer_id`,
    from: sql`customer_figures f join customers c on c.team_id = f.team_id and c.id = f.customer_id`,
  };
}
