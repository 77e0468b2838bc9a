/** Portal links: looked up by hash, switched and rotated by single statements. */
import type { Queryable } from "../database/connect.ts";

export interface LinkOwner {
  readonly teamId: string;
  readonly customerId: string;
  readonly portalEnabled: boolean;
  readonly isRetired: boolean;
}

export async function findLinkOwner(sql: Queryable, linkHash: string): Promise<LinkOwner | undefined> {
  const [row] = await sql<LinkOwner[]>`
    select l.team_id, l.customer_id, c.portal_enabled, l.retired_at is not null as is_retired
    from portal_links l join customers c on c.team_id = l.team_id and c.id = l.customer_id
    where l.link_hash = ${linkHash}
  `;
  return row;
}

/** Of these customers, those whose portal is switched on. */
export async function listOpenPortals(
  sql: Queryable,
  teamId: string,
  customerIds: readonly string[],
): Promise<{ customerId: string; portalRotation: number }[]> {
  if (customerIds.length === 0) return [];
  return await sql<{ customerId: string; portalRotation: number }[]>`
    select id as customer_id, portal_rotation from customers
    where team_id = ${teamId} and id = any(${[...customerIds]}::uuid[]) and portal_enabled
  `;
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

/** This rotation's link is the live one; every earlier one is retired. */
export async function makeLinkLive(
  sql: Queryable,
  link: { teamId: string; customerId: string; rotation: number; linkHash: string },
): Promise<void> {
  await sql`
    update portal_links set retired_at = now()
    where team_id = ${link.teamId} and customer_id = ${link.customerId}
      and rotation < ${link.rotation} and retired_at is null
  `;
  await sql`
    insert into portal_links (team_id, customer_id, rotation, link_hash)
    values (${link.teamId}, ${link.customerId}, ${link.rotation}, ${link.linkHash})
    on conflict do nothing
  `;
}
