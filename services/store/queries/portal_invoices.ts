/** What portal pages say of an invoice, in one statement, and so as of one moment. */
import type { Fragment, Queryable } from "../database/connect.ts";
import { wholeColumns, type WholeInvoice } from "./invoices.ts";
import { isOpenLink, linkTables } from "./portal_links.ts";
import { type Opened, type Parties, partyColumns } from "./portal_parties.ts";

/** A credit note of an invoice, and what of it has settled that. */
export interface Credit {
  readonly id: string;
  readonly invoiceNumber: string;
  readonly issueDate: string;
  readonly creditedMinor: number;
}

/** All that the page of an invoice says. */
export interface InvoiceView extends WholeInvoice, Parties {
  readonly credits: Credit[];
}

export interface LinkedInvoice extends InvoiceView, Opened {
  readonly customerId: string;
  /** Of a link to one invoice. */
  readonly onlyInvoiceId: string | null;
}

/** Undefined also when the link opens nothing: it is looked at in the same statement. */
export async function findInvoiceOfLink(
  sql: Queryable,
  linkHash: string,
  invoiceId: string | undefined,
): Promise<LinkedInvoice | undefined> {
  const [row] = await sql<LinkedInvoice[]>`
    select ${viewColumns(sql)}, l.id as link_id, l.invoice_id as only_invoice_id
    from ${linkTables(sql)} join invoices i on i.team_id = l.team_id and i.customer_id = l.customer_id
    where ${isOpenLink(sql, linkHash)} and i.id = coalesce(${invoiceId ?? null}, l.invoice_id)
      and coalesce(l.invoice_id = i.id, true)
  `;
  return row;
}

/** One of this customer's. */
export async function findInvoiceView(
  sql: Queryable,
  { teamId, customerId }: Pick<Opened, "teamId" | "customerId">,
  invoiceId: string,
): Promise<InvoiceView | undefined> {
  const [row] = await sql<InvoiceView[]>`
    select ${viewColumns(sql)}
    from invoices i join customers c on c.team_id = i.team_id and c.id = i.customer_id
      join teams t on t.id = i.team_id
    where i.team_id = ${teamId} and i.id = ${invoiceId} and i.customer_id = ${customerId}
  `;
  return row;
}

/** The columns of an `InvoiceView`, from the tables `i`, `t` and `c`. */
function viewColumns(sql: Queryable): Fragment {
  return sql`
    ${wholeColumns(sql)}, ${partyColumns(sql)},
    (
      select coalesce(json_agg(json_build_object(
        'id', n.id, 'invoiceNumber', n.invoice_number, 'issueDate', n.issue_date, 'creditedMinor', n.credited_minor
      ) order by n.issue_date, n.created_at), '[]')
      from invoices n
      where n.team_id = i.team_id and n.credited_invoice_number = i.invoice_number
        and n.customer_id = i.customer_id and n.type = 'credit_note' and n.credited_minor > 0
    ) as credits
  `;
}
