/** The invoice_lines table. */
import { type Fragment, type Queryable, toColumnNames } from "../database/connect.ts";
import type { LineAmounts } from "../rules/invoice_amounts.ts";

export interface LineRow extends LineAmounts {
  readonly position: number;
}

export async function listLines(sql: Queryable, teamId: string, invoiceId: string): Promise<LineRow[]> {
  return await sql<LineRow[]>`
    select position, name, quantity, price_minor, tax_rate, amount_minor from invoice_lines
    where team_id = ${teamId} and invoice_id = ${invoiceId}
    order by position
  `;
}

export async function replaceLines(
  sql: Queryable,
  teamId: string,
  invoiceId: string,
  lines: readonly LineAmounts[],
): Promise<void> {
  await sql`delete from invoice_lines where team_id = ${teamId} and invoice_id = ${invoiceId}`;
  await sql`${insertLines(sql, teamId, [{ id: invoiceId, lines }])}`;
  await sql`
    update invoices set line_names = ${toLineNames(lines)} where team_id = ${teamId} and id = ${invoiceId}
  `;
}

/** For searching: they stand in the invoice's own row too. */
export function toLineNames(lines: readonly LineAmounts[]): string {
  return lines.map((line) => line.name).join("\n");
}

/** Of several invoices: a statement, or a part of one; one text for any number of lines, so that it is planned once. */
export function insertLines(
  sql: Queryable,
  teamId: string,
  invoices: readonly { readonly id: string; readonly lines: readonly LineAmounts[] }[],
): Fragment {
  const rows = invoices.flatMap(({ id, lines }) =>
    lines.map((line, index) => toColumnNames({ teamId, invoiceId: id, position: index + 1, ...line }))
  );
  return sql`
    insert into invoice_lines (team_id, invoice_id, position, name, quantity, price_minor, tax_rate, amount_minor)
    select team_id, invoice_id, position, name, quantity, price_minor, tax_rate, amount_minor
    from jsonb_populate_recordset(null::invoice_lines, ${sql.json(rows)}) where team_id = ${teamId}
  `;
}
