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

export interface CountedVisit extends Visit {
  readonly count: number;
}

/** One statement, so that the log and the number of views say the same. Whoever writes takes links in the same order. */
export async function recordVisits(sql: Queryable, visits: readonly CountedVisit[]): Promise<void> {
  const rows = visits.map(({ invoiceId, ...visit }) => ({ ...visit, target: invoiceId ?? "" }));
  await sql`
    with came as (
      select * from jsonb_to_recordset(${sql.json(rows)}) as each (
        "teamId" uuid, "linkId" uuid, what text, target text, network text, "isPerson" boolean, count int
      )
    ), known as (
      select team_id, id from portal_links where (team_id, id) in (select "teamId", "linkId" from came)
      order by team_id, id for no key update
    ), logged as (
      insert into portal_visits (team_id, link_id, day, what, target, network, is_person, count)
      select team_id, id, current_date, what, target, network, "isPerson", count
      from known join came on "teamId" = team_id and "linkId" = id
      on conflict (team_id, link_id, day, what, target, network, is_person)
      do update set count = portal_visits.count + excluded.count, last_at = now()
    ), counted as (
      select "teamId", "linkId", sum(count) as count from came where "isPerson" group by 1, 2
    )
    update portal_links l set views = views + c.count, last_viewed_at = now()
    from known k join counted c on c."teamId" = k.team_id and c."linkId" = k.id
    where l.team_id = k.team_id and l.id = k.id
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
