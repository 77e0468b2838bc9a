/** Work on what was stored before some column was there: each once, in batches, and it goes on where it stood. */
import type { Contact } from "shared/contract/contacts.ts";
import type { Queryable, Transaction } from "../database/connect.ts";

export interface Place {
  readonly teamId: string;
  readonly id: string;
}

/** Undefined when it is finished, and while another store works on it. */
export async function lockBackfill(sql: Transaction, name: string): Promise<Place | undefined> {
  const [row] = await sql<Place[]>`
    select after_team as team_id, after_id as id from backfills
    where name = ${name} and finished_at is null
    for update skip locked
  `;
  return row;
}

/** @param place The last one that was looked at; undefined when there is no other. */
export async function moveBackfill(sql: Queryable, name: string, place: Place | undefined): Promise<void> {
  const progress = place
    ? sql`after_team = ${place.teamId}, after_id = ${place.id}`
    : sql`finished_at = now()`;
  await sql`update backfills set ${progress} where name = ${name}`;
}

export interface TypedForms extends Place {
  readonly phone: string | null;
  readonly countryCode: string | null;
  readonly website: string | null;
  readonly name: string;
  readonly contact: string | null;
  readonly city: string | null;
  readonly contacts: readonly Contact[];
  readonly phoneE164: string | null;
  readonly websiteDomain: string | null;
  readonly latinText: string | null;
}

export async function listTypedForms(sql: Queryable, after: Place, limit: number): Promise<TypedForms[]> {
  return await sql<TypedForms[]>`
    select team_id, id, phone, country_code, website, name, contact, city, contacts, phone_e164, website_domain,
      latin_text
    from customers
    where (team_id, id) > (${after.teamId}::uuid, ${after.id}::uuid)
    order by team_id, id
    limit ${limit}
  `;
}

/** Of those that still say what the forms were derived from; who changes one in the meantime derives it then. */
export async function setDerivedForms(sql: Queryable, forms: readonly TypedForms[]): Promise<void> {
  const column = (name: Exclude<keyof TypedForms, "contacts">) => forms.map((each) => each[name]);
  const contacts = forms.map((each) => JSON.stringify(each.contacts));
  await sql`
    update customers c
    set phone_e164 = n.phone_e164, website_domain = n.website_domain, latin_text = n.latin_text
    from unnest(
      ${column("teamId")}::uuid[], ${column("id")}::uuid[], ${column("phone")}::text[],
      ${column("countryCode")}::text[], ${column("website")}::text[],
      ${column("name")}::text[], ${column("contact")}::text[], ${column("city")}::text[],
      ${contacts}::text[], ${column("phoneE164")}::text[], ${column("websiteDomain")}::text[],
      ${column("latinText")}::text[]
    ) as n (
      team_id, id, phone, country_code, website, name, contact, city, contacts, phone_e164, website_domain,
      latin_text
    )
    where c.team_id = n.team_id and c.id = n.id and c.phone is not distinct from n.phone
      and c.country_code is not distinct from n.country_code and c.website is not distinct from n.website
      and c.name = n.name and c.contact is not distinct from n.contact and c.city is not distinct from n.city
      and c.contacts = n.contacts::jsonb
  `;
}
