/** The invoice_lines table. */
import type { Fragment, Queryable } from "../database/connect.ts";
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
  await sql`${insertLines(sql, teamId, invoiceId, lines)}`;
  await sql`
    update invoices set line_names = ${toLineNames(lines)} where team_id = ${teamId} and id = ${invoiceId}
  `;
}

/** For searching: they stand in the invoice's own row too. */
export function toLineNames(lines: readonly LineAmounts[]): string {
  return lines.map((line) => line.name).join("\n");
}

/** A statement, or a part of one; one text for any number of lines, so that it is planned once. */
export function insertLines(
  sql: Queryable,
  teamId: string,
  invoiceId: string,
  lines: readonly LineAmounts[],
): Fragment {
  return sql`
    insert into invoice_lines (team_id, invoice_id, position, name, quantity, price_minor, tax_rate, amount_minor)
    select ${teamId}::uuid, ${invoiceId}::uuid, line.position, line.name, line.quantity, line.price_minor,
      line.tax_rate, line.amount_minor
    from unnest(
      ${lines.map((line) => line.name)}::text[], ${lines.map((line) => line.quantity)}::numeric[],
      ${lines.map((line) => line.priceMinor)}::numeric[], ${lines.map((line) => line.taxRate)}::numeric[],
      ${lines.map((line) => line.amountMinor)}::bigint[]
    ) with ordinality as line (name, quantity, price_minor, tax_rate, amount_minor, position)
  `;
}
