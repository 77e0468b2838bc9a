/** The customers table: reads as rows of ours, writes of named columns only. */
import type { Contact } from "shared/contract/contacts.ts";
import type { Fragment, Queryable, Statement } from "../database/connect.ts";

/** The columns that a person or a worker may write; everything else follows from what happens. */
export const CUSTOMER_FIELDS = [
  "name",
  "email",
  "billingEmail",
  "phone",
  "website",
  "contact",
  "country",
  "countryCode",
  "addressLine1",
  "addressLine2",
  "city",
  "state",
  "zip",
  "note",
  "vatNumber",
  "status",
  "isArchived",
  "preferredCurrency",
  "defaultPaymentTerms",
  "externalId",
  "source",
  "logoUrl",
  "description",
  "industry",
  "companyType",
  "employeeCount",
  "foundedYear",
  "estimatedRevenue",
  "fundingStage",
  "totalFunding",
  "headquartersLocation",
  "timezone",
  "linkedinUrl",
  "twitterUrl",
  "instagramUrl",
  "facebookUrl",
  "ceoName",
  "financeContact",
  "financeContactEmail",
  "primaryLanguage",
  "fiscalYearEnd",
  "contacts",
  "metadata",
  "customFields",
] as const;

/** Follow from what was typed, see `rules/derive_values.ts`. */
const DERIVED_FIELDS = ["phoneE164", "websiteDomain", "latinText"] as const;

export type DerivedValues = { [Field in typeof DERIVED_FIELDS[number]]?: string | null };
export type CustomerField = typeof CUSTOMER_FIELDS[number];
type JsonValue = readonly Contact[] | Readonly<Record<string, string | number | boolean>>;
export type FieldValues = { [Field in CustomerField]?: string | number | boolean | null | JsonValue };

export interface TotalsRow {
  readonly currency: string;
  readonly exponent: number;
  readonly invoiceCount: number;
  readonly totalMinor: number;
  readonly paidMinor: number;
  readonly outstandingMinor: number;
  readonly creditMinor: number;
}

export interface CustomerRow extends Required<FieldValues>, Required<DerivedValues> {
  readonly teamId: string;
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly isArchived: boolean;
  readonly contacts: Contact[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly customFields: Readonly<Record<string, string | number | boolean>>;
  readonly editedFields: string[];
  readonly enrichmentStatus: "pending" | "processing" | "completed" | "failed" | null;
  readonly enrichedAt: string | null;
  readonly portalEnabled: boolean;
  readonly portalRotation: number;
  readonly invoiceCount: number;
  readonly invoiceCurrency: string | null;
  readonly revenue: string;
  readonly outstanding: string;
  readonly lastInvoiceDate: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly tags: { id: string; name: string }[];
  readonly totals: TotalsRow[];
}

/** Everything a customer shows, tags and totals included; each relation is gathered by itself, so none multiplies another. */
export function customerColumns(sql: Queryable): Fragment {
  return sql`
    c.team_id, c.id, ${sql([...CUSTOMER_FIELDS, ...DERIVED_FIELDS].map((field) => `c.${field}`))},
    c.edited_fields, c.enrichment_status, c.enriched_at, c.portal_enabled, c.portal_rotation,
    f.invoice_count, f.invoice_currency, f.revenue, f.outstanding, f.last_invoice_date,
    c.version, c.created_at, c.updated_at,
    (
      select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.name), '[]')
      from customer_tags ct join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
      where ct.team_id = c.team_id and ct.customer_id = c.id
    ) as tags,
    (
      select coalesce(json_agg(json_build_object(
        'currency', s.currency, 'exponent', s.exponent, 'invoiceCount', s.invoice_count,
        'totalMinor', s.total_minor, 'paidMinor', s.paid_minor, 'outstandingMinor', s.outstanding_minor,
        'creditMinor', s.credit_minor
      ) order by s.currency), '[]')
      from customer_totals s
      where s.team_id = c.team_id and s.customer_id = c.id
        and (s.invoice_count > 0 or s.total_minor <> 0 or s.credit_minor > 0)
    ) as totals
  `;
}

/** Every customer has its row of figures. */
export function withFigures(sql: Queryable): Fragment {
  return sql`join customer_figures f on f.team_id = c.team_id and f.customer_id = c.id`;
}

export async function findCustomer(
  sql: Queryable,
  teamId: string,
  id: string,
): Promise<CustomerRow | undefined> {
  const [row] = await sql<CustomerRow[]>`
    select ${customerColumns(sql)} from customers c ${withFigures(sql)}
    where c.team_id = ${teamId} and c.id = ${id}
  `;
  return row;
}

/** Where no more is asked than whether there is such a customer, and what it is called. */
export async function findCustomerName(
  sql: Queryable,
  teamId: string,
  id: string,
): Promise<Pick<CustomerRow, "id" | "name"> | undefined> {
  const [row] = await sql<{ id: string; name: string }[]>`
    select c.id, c.name from customers c where c.team_id = ${teamId} and c.id = ${id}
  `;
  return row;
}

/** Of these external ids, how many live customers have. */
export async function countLive(
  sql: Queryable,
  teamId: string,
  externalIds: readonly string[],
): Promise<number> {
  if (externalIds.length === 0) return 0;
  const [row] = await sql<{ count: number }[]>`
    select count(*) as count from customers c
    where c.team_id = ${teamId} and c.external_id = any(${[...externalIds]}::text[]) and not c.is_archived
  `;
  return row!.count;
}

/** Spelled out: each kind has indexes of its own, and a statement that names it needs no plan of its own each time. */
export function isOfArchive(sql: Queryable, isArchived: boolean): Fragment {
  return isArchived ? sql`c.is_archived` : sql`not c.is_archived`;
}

/** The other customer with this external id, live or archived last. */
export async function findTwin(
  sql: Queryable,
  teamId: string,
  twin: { externalId: string; isArchived: boolean; notId: string },
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select c.id from customers c
    where c.team_id = ${teamId} and c.external_id = ${twin.externalId}
      and ${isOfArchive(sql, twin.isArchived)} and c.id <> ${twin.notId}
    order by c.updated_at desc, c.id
    limit 1
  `;
  return row?.id;
}

/** The one that was archived last. */
export async function findArchivedByDomain(
  sql: Queryable,
  teamId: string,
  domain: string,
): Promise<string | undefined> {
  const [row] = await sql<{ id: string }[]>`
    select id from customers where team_id = ${teamId} and is_archived and website_domain = ${domain}
    order by updated_at desc, id
    limit 1
  `;
  return row?.id;
}

/** Undefined when the team has a live customer with this external id already. */
export async function insertCustomer(
  sql: Queryable,
  teamId: string,
  values: FieldValues & DerivedValues,
  editedFields: readonly string[],
): Promise<string | undefined> {
  const row = { teamId, ...values, editedFields: [...editedFields] };
  const [inserted] = await sql<{ id: string }[]>`
    insert into customers ${sql(row)}
    on conflict (team_id, external_id) where external_id is not null and not is_archived do nothing
    returning id
  `;
  return inserted?.id;
}

export function updateCustomerFields(
  sql: Queryable,
  teamId: string,
  id: string,
  change: { values: FieldValues & DerivedValues; editedFields?: readonly string[] },
): Statement {
  const { values, editedFields } = change;
  const edited = editedFields ? { editedFields: [...editedFields] } : {};
  return sql`
    update customers set ${
    sql({ ...values, ...edited, updatedAt: new Date().toISOString() })
  }, version = version + 1
    where team_id = ${teamId} and id = ${id}
  `;
}

/** With all that belongs to it; of its links the hashes stay, so that they answer that they have ended. */
export async function deleteCustomer(sql: Queryable, teamId: string, id: string): Promise<void> {
  await sql`
    with ended as (
      insert into ended_portal_links (link_hash)
      select link_hash from portal_links where team_id = ${teamId} and customer_id = ${id}
    )
    delete from customers where team_id = ${teamId} and id = ${id}
  `;
}

export async function hasInvoices(sql: Queryable, teamId: string, customerId: string): Promise<boolean> {
  const rows =
    await sql`select 1 from invoices where team_id = ${teamId} and customer_id = ${customerId} limit 1`;
  return rows.length > 0;
}
