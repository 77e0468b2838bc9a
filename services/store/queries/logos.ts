/** Pictures of logos; a customer's fields and values name them by their public address. */
import type { Queryable } from "../database/connect.ts";
import type { CustomerPlace } from "./customer_place.ts";

export interface NewLogo extends CustomerPlace {
  readonly name: string;
  readonly png: Uint8Array;
  readonly sourceUrl: string;
}

/** The name is made of the content, so a logo that is there under this name is the same one. */
export async function insertLogo(sql: Queryable, logo: NewLogo): Promise<void> {
  const { teamId, customerId, name, png, sourceUrl } = logo;
  await sql`
    insert into logos (team_id, customer_id, name, png, source_url)
    values (${teamId}, ${customerId}, ${name}, ${png}, ${sourceUrl})
    on conflict (team_id, customer_id, name) do nothing
  `;
}

/** By its name alone, which is a secret of whoever may see the customer. */
export async function findLogo(sql: Queryable, name: string): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ png: Uint8Array }[]>`select png from logos where name = ${name}`;
  return row?.png;
}

/**
 * Those that nothing shows or can bring back: no field, no value that stands or may be accepted, and no run whose undo
 * would restore it. @param place One customer; all of them without it. @returns how many.
 */
export async function deleteUnusedLogos(
  sql: Queryable,
  place?: CustomerPlace,
): Promise<number> {
  const ofPlace = place
    ? sql`l.team_id = ${place.teamId} and l.customer_id = ${place.customerId}`
    : sql`true`;
  const isNamed = (text: ReturnType<Queryable>) => sql`${text} like '%/logos/' || l.name || '.png'`;
  const values = sql`select 1 from enrichment_values v
    where v.team_id = l.team_id and v.customer_id = l.customer_id and v.field = 'logoUrl'`;
  const { count } = await sql`
    delete from logos l where ${ofPlace}
      and not exists (
        select 1 from customers c
        where c.team_id = l.team_id and c.id = l.customer_id and ${isNamed(sql`c.logo_url`)}
      )
      and not exists (${values} and v.state in ('filled', 'accepted', 'proposed', 'undone') and ${
    isNamed(sql`v.value`)
  })
      and not exists (
        select 1 from enrichment_writes w
        where w.team_id = l.team_id and w.customer_id = l.customer_id and w.field = 'logoUrl' and not w.is_undone
          and ${isNamed(sql`w.before #>> '{}'`)} and exists (${values} and v.state = 'filled')
      )
  `;
  return count;
}
