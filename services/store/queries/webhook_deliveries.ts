/** Each attempt to have an event taken. */
import type { Queryable } from "../database/connect.ts";

export interface DeliveryRow {
  readonly id: string;
  readonly eventId: string;
  readonly eventName: string;
  readonly position: number;
  readonly attempt: number;
  readonly isTaken: boolean;
  readonly status: number | null;
  readonly error: string | null;
  readonly ms: number;
  readonly sentAt: string;
}

interface WebhookPlace {
  readonly teamId: string;
  readonly webhookId: string;
}

/** The event, and which attempt at it this was, follow from the position. */
export async function insertDelivery(
  sql: Queryable,
  { teamId, webhookId }: WebhookPlace,
  row: Omit<DeliveryRow, "eventId" | "eventName" | "attempt" | "sentAt">,
): Promise<void> {
  await sql`
    insert into webhook_deliveries (team_id, webhook_id, id, event_id, event_name, position, attempt, is_taken, status, error, ms)
    select ${teamId}, ${webhookId}, ${row.id}, h.id, h.name, h.position, (
      select count(*) + 1 from webhook_deliveries d
      where d.team_id = h.team_id and d.webhook_id = ${webhookId} and d.position = h.position
    ), ${row.isTaken}, ${row.status}, ${row.error}, ${row.ms}
    from history h where h.team_id = ${teamId} and h.position = ${row.position}
  `;
}

/** Newest first, from below one. */
export async function listDeliveries(
  sql: Queryable,
  { teamId, webhookId }: WebhookPlace,
  range: { below: string | undefined; limit: number },
): Promise<DeliveryRow[]> {
  return await sql<DeliveryRow[]>`
    select id, event_id, event_name, position, attempt, is_taken, status, error, ms, sent_at
    from webhook_deliveries
    where team_id = ${teamId} and webhook_id = ${webhookId}
      ${range.below ? sql`and id < ${range.below}` : sql``}
    order by id desc
    limit ${range.limit}
  `;
}

/** After 30 days, as the summary of `webhooks.getDeliveries` promises. */
export async function deleteOldDeliveries(sql: Queryable): Promise<void> {
  await sql`delete from webhook_deliveries where sent_at < now() - interval '30 days'`;
}
