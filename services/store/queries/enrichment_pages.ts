/** The pages of the last whole reading of a customer's website. */
import type { KnownPage } from "shared/contract/enrichment_runs.ts";
import type { Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

/** The home page first; none when the website is another one by now. */
export async function listKnownPages(
  sql: Queryable,
  { teamId, customerId }: CustomerPlace,
  website: string | null,
): Promise<KnownPage[]> {
  return await sql<KnownPage[]>`
    select url, etag, last_modified, digest, reader from enrichment_pages
    where team_id = ${teamId} and customer_id = ${customerId} and website = ${website}
    order by position
  `;
}

export async function replaceKnownPages(
  sql: Queryable,
  place: CustomerPlace,
  read: { website: string | null; pages: readonly KnownPage[] },
): Promise<void> {
  await forgetPages(sql, place);
  const { website, pages } = read;
  // Without a website the e-mail address says where to look, and it may change unseen.
  if (pages.length === 0 || website === null) return;
  const rows = pages.map((page, index) => ({ ...place, ...page, website, position: index + 1 }));
  await sql`
    insert into enrichment_pages ${
    sql(
      rows,
      "teamId",
      "customerId",
      "position",
      "website",
      "url",
      "etag",
      "lastModified",
      "digest",
      "reader",
    )
  }
  `;
}

/** The next run reads everything, whether it has changed or not. */
export async function forgetPages(sql: Queryable, { teamId, customerId }: CustomerPlace): Promise<void> {
  await sql`delete from enrichment_pages where team_id = ${teamId} and customer_id = ${customerId}`;
}
