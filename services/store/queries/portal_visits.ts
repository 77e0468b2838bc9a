/** Who came by which link: one row for each link, day and kind of visit. */
import type { VISIT_KINDS } from "shared/contract/portal_links.ts";
import type { Queryable } from "../database/connect.ts";

export interface Visit {
  readonly teamId: string;
  readonly linkId: string;
  readonly what: typeof VISIT_KINDS[number];
  readonly invoiceId: string | null;
  readonly network: string;
  readonly isPerson: boolean;
}

/** One statement, so that the log and the number of views say the same. */
export async function recordVisit(sql: Queryable, visit: Visit): Promise<void> {
  const { teamId, linkId, what, invoiceId, network, isPerson } = visit;
  await sql`
    with logged as (
      insert into portal_visits (team_id, link_id, day, what, target, network, is_person)
      values (${teamId}, ${linkId}, current_date, ${what}, ${invoiceId ?? ""}, ${network}, ${isPerson})
      on conflict (team_id, link_id, day, what, target, network, is_person)
      do update set count = portal_visits.count + 1, last_at = now()
    )
    update portal_links set views = views + 1, last_viewed_at = now()
    where ${isPerson} and team_id = ${teamId} and id = ${linkId}
  `;
}

export interface VisitRow extends Omit<Visit, "teamId"> {
  readonly day: string;
  readonly count: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

export async function listVisits(sql: Queryable, teamId: string, customerId: string): Promise<VisitRow[]> {
  return await sql<VisitRow[]>`
    select v.link_id, v.day, v.what, nullif(v.target, '')::uuid as invoice_id, v.network, v.is_person, v.count,
      v.first_at, v.last_at
    from portal_visits v join portal_links l on l.team_id = v.team_id and l.id = v.link_id
    where v.team_id = ${teamId} and l.customer_id = ${customerId}
    order by v.last_at desc, v.link_id
    limit 1000
  `;
}

/** Longer than anybody has asked for it. */
export async function deleteOldVisits(sql: Queryable): Promise<void> {
  await sql`delete from portal_visits where day < current_date - 400`;
}
