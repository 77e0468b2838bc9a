/** Portal links: looked up by hash, switched, rotated, ended and counted by single statements. */
import type { Fragment, Queryable } from "../database/connect.ts";

export interface LinkOwner {
  readonly teamId: string;
  readonly customerId: string;
  readonly linkId: string;
  /** Of a link to one invoice. */
  readonly invoiceId: string | null;
  readonly portalEnabled: boolean;
  readonly isOver: boolean;
  /** The seller's. */
  readonly timeZone: string;
}

/** The earliest of all that can end a link; null when nothing does. */
function endOf(sql: Queryable): Fragment {
  return sql`least(l.retired_at, l.revoked_at, l.expires_at)`;
}

export async function findLinkOwner(sql: Queryable, linkHash: string): Promise<LinkOwner | undefined> {
  const [row] = await sql<LinkOwner[]>`
    select l.team_id, l.customer_id, l.id as link_id, l.invoice_id, c.portal_enabled,
      coalesce(${endOf(sql)} <= now(), false) as is_over, t.time_zone
    from ${linkTables(sql)} where l.link_hash = ${linkHash}
  `;
  return row;
}

/** Links `l` with their customer `c` and team `t`. */
export function linkTables(sql: Queryable): Fragment {
  return sql`
    portal_links l join customers c on c.team_id = l.team_id and c.id = l.customer_id
      join teams t on t.id = l.team_id
  `;
}

/** It is the link of this hash, and opens something now. */
export function isOpenLink(sql: Queryable, linkHash: string): Fragment {
  return sql`
    l.link_hash = ${linkHash} and (l.invoice_id is not null or c.portal_enabled)
      and coalesce(${endOf(sql)} > now(), true)
  `;
}

export interface LinkRow {
  readonly id: string;
  readonly teamId: string;
  readonly customerId: string;
  readonly rotation: number | null;
  readonly invoiceId: string | null;
  readonly portalEnabled: boolean;
  readonly createdAt: string;
  readonly retiredAt: string | null;
  readonly revokedAt: string | null;
  readonly expiresAt: string | null;
  readonly endsAt: string | null;
  readonly isOver: boolean;
  readonly views: number;
  readonly lastViewedAt: string | null;
}

/** @param condition Of the table `l`. */
async function selectLinks(sql: Queryable, condition: Fragment): Promise<LinkRow[]> {
  return await sql<LinkRow[]>`
    select l.id, l.team_id, l.customer_id, l.rotation, l.invoice_id, c.portal_enabled, l.created_at, l.retired_at,
      l.revoked_at, l.expires_at, ${endOf(sql)} as ends_at, coalesce(${
    endOf(sql)
  } <= now(), false) as is_over,
      l.views, l.last_viewed_at
    from portal_links l join customers c on c.team_id = l.team_id and c.id = l.customer_id
    where ${condition}
    order by l.created_at desc, l.id
    limit 1000
  `;
}

export async function listLinks(sql: Queryable, teamId: string, customerId: string): Promise<LinkRow[]> {
  return await selectLinks(sql, sql`l.team_id = ${teamId} and l.customer_id = ${customerId}`);
}

export interface LinkKey {
  readonly teamId: string;
  readonly customerId: string;
  readonly linkId: string;
}

export async function findLink(sql: Queryable, key: LinkKey): Promise<LinkRow | undefined> {
  const { teamId, customerId, linkId } = key;
  const [row] = await selectLinks(
    sql,
    sql`l.team_id = ${teamId} and l.customer_id = ${customerId} and l.id = ${linkId}`,
  );
  return row;
}

export async function insertInvoiceLink(
  sql: Queryable,
  link: LinkKey & { invoiceId: string; linkHash: string; expiresAt: string | null },
): Promise<void> {
  await sql`
    insert into portal_links (team_id, customer_id, id, invoice_id, link_hash, expires_at)
    values (${link.teamId}, ${link.customerId}, ${link.linkId}, ${link.invoiceId}, ${link.linkHash}, ${link.expiresAt})
  `;
}

/** What has ended is not brought back. */
export async function setLinkExpiry(
  sql: Queryable,
  key: LinkKey,
  expiresAt: string | null,
): Promise<boolean> {
  const { count } = await sql`
    update portal_links l set expires_at = ${expiresAt}
    where team_id = ${key.teamId} and customer_id = ${key.customerId} and id = ${key.linkId}
      and coalesce(${endOf(sql)} > now(), true)
  `;
  return count === 1;
}

export async function revokeLink(sql: Queryable, { teamId, customerId, linkId }: LinkKey): Promise<void> {
  await sql`
    update portal_links set revoked_at = coalesce(revoked_at, now())
    where team_id = ${teamId} and customer_id = ${customerId} and id = ${linkId}
  `;
}

/**
 * Notes that the holder of an ended link asks for a new one, if the address is one that invoices go to and nobody has
 * asked by this link of late: a link tells of itself at most six times an hour.
 */
export async function noteLinkRequest(
  sql: Queryable,
  { teamId, customerId, linkId }: LinkKey,
  email: string,
): Promise<boolean> {
  const { count } = await sql`
    update portal_links l set requested_at = now()
    from customers c
    where l.team_id = ${teamId} and l.customer_id = ${customerId} and l.id = ${linkId}
      and c.team_id = l.team_id and c.id = l.customer_id
      and lower(${email}) in (
        select lower(trim(address)) from unnest(array[c.email] || string_to_array(c.billing_email, ',')) as address
        union all
        select lower(each->>'email') from jsonb_array_elements(c.contacts) as each where each->'roles' ? 'billing'
      )
      and coalesce(l.requested_at < now() - interval '10 minutes', true)
  `;
  return count === 1;
}

/** Whether the customer that it led to is gone. */
export async function isEndedLink(sql: Queryable, linkHash: string): Promise<boolean> {
  const rows = await sql`select 1 from ended_portal_links where link_hash = ${linkHash}`;
  return rows.length > 0;
}

/** Switched on: keeps a live link, and makes a new rotation when the portal was off. */
export async function setPortalEnabled(
  sql: Queryable,
  teamId: string,
  customerId: string,
  enabled: boolean,
): Promise<{ portalEnabled: boolean; portalRotation: number }> {
  const [row] = await sql<{ portalEnabled: boolean; portalRotation: number }[]>`
    update customers set portal_enabled = ${enabled},
      portal_rotation = portal_rotation + (case when ${enabled} and not portal_enabled then 1 else 0 end),
      version = version + (case when portal_enabled is distinct from ${enabled} then 1 else 0 end),
      updated_at = now()
    where team_id = ${teamId} and id = ${customerId}
    returning portal_enabled, portal_rotation
  `;
  return row!;
}

export async function rotateLink(sql: Queryable, teamId: string, customerId: string): Promise<number> {
  const [row] = await sql<{ portalRotation: number }[]>`
    update customers set portal_rotation = portal_rotation + 1, version = version + 1, updated_at = now()
    where team_id = ${teamId} and id = ${customerId}
    returning portal_rotation
  `;
  return row!.portalRotation;
}

export interface NewLink {
  readonly teamId: string;
  readonly customerId: string;
  readonly rotation: number;
  readonly linkHash: string;
  /** How long the links before it stay good. */
  readonly graceDays: number;
  readonly expiresAt: string | null;
}

/** This rotation's link is the live one; every earlier one is retired, now or when its grace is over. */
export async function makeLinkLive(sql: Queryable, link: NewLink): Promise<void> {
  await sql`
    update portal_links set retired_at = now() + make_interval(days => ${link.graceDays})
    where team_id = ${link.teamId} and customer_id = ${link.customerId}
      and rotation < ${link.rotation}
      and (retired_at is null or retired_at > now() + make_interval(days => ${link.graceDays}))
  `;
  await sql`
    insert into portal_links (team_id, customer_id, rotation, link_hash, expires_at)
    values (${link.teamId}, ${link.customerId}, ${link.rotation}, ${link.linkHash}, ${link.expiresAt})
    on conflict do nothing
  `;
}
