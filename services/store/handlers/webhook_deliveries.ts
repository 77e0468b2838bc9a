/** The operations of `webhookDeliveries.*`: one event at a time, in order, claimed as a run is. */
import type { Handlers } from "shared/bus/mod.ts";
import type { Event } from "shared/contract/messages.ts";
import { webhookDeliveries } from "shared/contract/mod.ts";
import { type ClaimedDelivery, SECRET_GRACE_HOURS, SENDING_MS } from "shared/contract/webhooks.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { runQuery } from "../command.ts";
import type { Transaction } from "../database/connect.ts";
import { listEvents } from "../queries/history.ts";
import { enqueueEvent } from "../queries/outbox.ts";
import { insertDelivery } from "../queries/webhook_deliveries.ts";
import {
  advanceWebhook,
  changeWebhook,
  claimWebhook,
  dropResend,
  lockDue,
  lockWebhook,
  type WebhookChange,
  type WebhookRow,
} from "../queries/webhooks.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { signMessage, writeBody } from "../rules/webhook_message.ts";
import { isGivenUp, isTaken, pauseAfter } from "../rules/webhook_pace.ts";
import type { Store } from "../store.ts";

type Report = ParsedInputOf<typeof webhookDeliveries.report>;

/** How many positions are searched for one event at most, as in the feed. */
const REACH = 20_000;

export function webhookDeliveryHandlers(store: Store): Handlers<typeof webhookDeliveries> {
  return {
    claim: () => runQuery(() => store.sql.begin(async (sql) => ({ delivery: await claim(store, sql) }))),
    report: (input) => runQuery(() => store.sql.begin(async (sql) => await report(store, sql, input))),
  };
}

/** How many webhooks that turn out to have nothing to send are looked at for one answer. */
const MAX_LOOKS = 10;

async function claim(store: Store, sql: Transaction): Promise<ClaimedDelivery | null> {
  for (let looks = 0; looks < MAX_LOOKS; looks++) {
    const webhook = await lockDue(sql);
    if (!webhook) return null;
    const event = await findNext(sql, webhook);
    if (event) return await claimFor(store, sql, { webhook, event });
  }
  return null;
}

async function claimFor(
  store: Store,
  sql: Transaction,
  { webhook, event }: { webhook: WebhookRow; event: Event },
): Promise<ClaimedDelivery> {
  const generation = await claimWebhook(sql, webhook, SENDING_MS);
  const body = writeBody(event);
  const headers = signMessage({ id: event.id, body }, secretsOf(store, webhook), new Date());
  const { teamId, id: webhookId, url } = webhook;
  return { webhookId, teamId, generation, position: event.position!, url, headers, body };
}

/** An event that is to be sent again comes first. Events that the webhook has not asked for are skipped. */
async function findNext(sql: Transaction, webhook: WebhookRow): Promise<Event | undefined> {
  const { teamId, resendNext: again, position, latest, events: names } = webhook;
  if (again !== null) {
    const [event] = await listEvents(sql, teamId, { after: again - 1, upTo: again, names, limit: 1 });
    // Since it was ordered, other events were chosen.
    if (!event) await dropResend(sql, webhook, again);
    return event;
  }
  const upTo = Math.min(latest, position + REACH);
  const [event] = await listEvents(sql, teamId, { after: position, upTo, names, limit: 1 });
  const passed = event ? event.position! - 1 : upTo;
  if (passed > position) await advanceWebhook(sql, webhook, passed);
  return event;
}

/** The present secret, and for a time the one before it. */
function secretsOf({ keys }: Store, webhook: WebhookRow): string[] {
  const { teamId, id, secretRotation, secretRotatedAt } = webhook;
  const graceEnd = Date.parse(secretRotatedAt) + SECRET_GRACE_HOURS * 3_600_000;
  const isInGrace = secretRotation > 1 && Date.now() < graceEnd;
  const rotations = isInGrace ? [secretRotation, secretRotation - 1] : [secretRotation];
  return rotations.map((rotation) => keys.webhookSecret(teamId, id, rotation));
}

async function report(store: Store, sql: Transaction, input: Report): Promise<{ accepted: boolean }> {
  const webhook = await lockWebhook(sql, { teamId: input.teamId, id: input.webhookId });
  if (webhook?.generation !== input.generation) return { accepted: false };
  const { position, status, error, ms } = input;
  const wasTaken = isTaken(input);
  await insertDelivery(sql, input, { id: newOrderedId(), position, isTaken: wasTaken, status, error, ms });
  await (wasTaken ? goOn(sql, webhook, input) : postpone(store, sql, webhook, input));
  return { accepted: true };
}

async function goOn(sql: Transaction, webhook: WebhookRow, { position }: Report): Promise<void> {
  const now = new Date().toISOString();
  await (webhook.resendNext === position
    ? dropResend(sql, webhook, position)
    : advanceWebhook(sql, webhook, position));
  await changeWebhook(sql, webhook, { failures: 0, failingSince: null, lastError: null, nextAttemptAt: now });
}

async function postpone(store: Store, sql: Transaction, webhook: WebhookRow, input: Report): Promise<void> {
  const now = new Date();
  const failures = webhook.failures + 1;
  const failingSince = webhook.failingSince ?? now.toISOString();
  const change: WebhookChange = {
    failures,
    failingSince,
    lastError: input.error ?? `The receiver answered ${input.status}`,
    nextAttemptAt: new Date(now.getTime() + pauseAfter(failures, input)).toISOString(),
  };
  const isPaused = isGivenUp(input, new Date(failingSince), now);
  await changeWebhook(sql, webhook, isPaused ? { ...change, isPaused } : change);
  if (isPaused) await tellPaused(store, sql, webhook, change);
}

async function tellPaused(
  store: Store,
  sql: Transaction,
  { teamId, id: webhookId }: WebhookRow,
  { lastError, failingSince }: WebhookChange,
): Promise<void> {
  await enqueueEvent(sql, {
    name: "webhooks.paused",
    teamId,
    customerId: null,
    actor: "service:store",
    door: "mesh",
    requestId: null,
    changes: { isPaused: { before: false, after: true } },
    data: { webhookId, lastError, failingSince },
  });
  store.wakeRelay();
}
