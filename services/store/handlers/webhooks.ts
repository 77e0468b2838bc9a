/** The operations of `webhooks.*`: what a team wants to be sent, and where to. */
import { controlSubject, encodeJson, type Handlers, HEADERS } from "shared/bus/mod.ts";
import { webhooks } from "shared/contract/mod.ts";
import { MAX_WEBHOOKS, type Webhook } from "shared/contract/webhooks.ts";
import { invalidField, OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import { handleCommand } from "../command/command.ts";
import { countEvents, findLatestPosition } from "../queries/history.ts";
import { listDeliveries } from "../queries/webhook_deliveries.ts";
import {
  addResends,
  changeWebhook,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  type WebhookChange,
  type WebhookRow,
} from "../queries/webhooks.ts";
import { listDifferences } from "../rules/changes.ts";
import { openBelow, toPageBelow } from "../rules/newest_first.ts";
import { newOrderedId } from "../rules/ordered_id.ts";
import { runQuery } from "../run_query.ts";
import type { Store } from "../store.ts";
import type { Unit } from "../command/unit.ts";

type Input<Verb extends keyof typeof webhooks> = ParsedInputOf<(typeof webhooks)[Verb]>;

export function webhookHandlers(store: Store): Handlers<typeof webhooks> {
  return {
    list: (_input, { caller }) =>
      runQuery(async () => ({ data: (await listWebhooks(store.sql, caller.teamId)).map(toWebhook) })),
    create: handleCommand(store, webhooks.create, create),
    update: handleCommand(store, webhooks.update, update),
    delete: handleCommand(store, webhooks.delete, remove),
    rotateSecret: handleCommand(store, webhooks.rotateSecret, rotate),
    resend: handleCommand(store, webhooks.resend, resend),
    getDeliveries: (input, { caller }) => runQuery(() => showDeliveries(store, caller.teamId, input)),
  };
}

/** What an event tells of a webhook: never its secret, and not its position, which moves with everything that is taken. */
const TOLD = ["url", "events", "description", "isPaused"];

async function create(unit: Unit, input: Input<"create">) {
  const { sql, teamId, store } = unit;
  if ((await listWebhooks(sql, teamId)).length >= MAX_WEBHOOKS) {
    throw new OperationError("CONFLICT", `Cannot make the webhook: a team has at most ${MAX_WEBHOOKS}`);
  }
  const { url, events = null, description = null } = input;
  const latest = await findLatestPosition(sql, teamId);
  const { position = latest } = input;
  requireReached(position, latest);
  const key = { teamId, id: newOrderedId() };
  await insertWebhook(sql, { ...key, url, events, description, position });
  const webhook = await findWebhook(sql, key);
  await tell(unit, "webhooks.created", {}, webhook!);
  unit.context.reply[HEADERS.outcome] = "created";
  return { ...toWebhook(webhook!), secret: store.keys.webhookSecret(teamId, key.id, 1) };
}

async function update(unit: Unit, { id, isPaused, ...typed }: Input<"update">) {
  const before = await requireWebhook(unit, id);
  requireReached(typed.position ?? 0, before.latest);
  const resumed = before.isPaused && isPaused === false ? REST : {};
  const change = { ...withoutUndefined(typed), ...(isPaused !== undefined && { isPaused }), ...resumed };
  await changeAndStop(unit, before, Object.keys(change).length > 0 ? { ...change, ...NOW } : {});
  const after = await requireWebhook(unit, id);
  await tell(unit, "webhooks.updated", before, after);
  return toWebhook(after);
}

/** Whatever happens up to a position that is beyond them all would be passed over in silence. */
function requireReached(position: number, latest: number): void {
  if (position > latest) throw invalidField("/position", "too_big", "Is beyond the newest event");
}

/** The state of a webhook of which no delivery has failed. */
const REST: WebhookChange = { failures: 0, failingSince: null, lastError: null };
const NOW: WebhookChange = { nextAttemptAt: new Date(0).toISOString() };

async function remove(unit: Unit, { id }: Input<"delete">) {
  const before = await requireWebhook(unit, id);
  await changeAndStop(unit, before, {});
  await deleteWebhook(unit.sql, before);
  await tell(unit, "webhooks.deleted", before, {});
  return toWebhook(before);
}

async function rotate(unit: Unit, { id }: Input<"rotateSecret">) {
  const before = await requireWebhook(unit, id);
  const secretRotation = before.secretRotation + 1;
  await changeAndStop(unit, before, { secretRotation, secretRotatedAt: new Date().toISOString() });
  await unit.emit({ name: "webhooks.secretRotated", customerId: null, data: { webhookId: id } });
  const secret = unit.store.keys.webhookSecret(unit.teamId, id, secretRotation);
  return { ...toWebhook(await requireWebhook(unit, id)), secret };
}

async function resend(unit: Unit, { id, positions }: Input<"resend">) {
  const before = await requireWebhook(unit, id);
  if (positions.some((position) => position > before.latest)) {
    throw invalidField("/positions", "too_big", "One of them is beyond the newest event");
  }
  await requireChosen(unit, before, positions);
  await addResends(unit.sql, before, positions);
  await unit.emit({ name: "webhooks.resendOrdered", customerId: null, data: { webhookId: id, positions } });
  unit.context.reply[HEADERS.outcome] = "accepted";
  return toWebhook(await requireWebhook(unit, id));
}

/** Whoever chose its events was allowed to read these, and no others. */
async function requireChosen(
  { sql, teamId }: Unit,
  { events: names }: WebhookRow,
  positions: readonly number[],
): Promise<void> {
  const wanted = [...new Set(positions)];
  if (names === null || await countEvents(sql, teamId, { positions: wanted, names }) === wanted.length) {
    return;
  }
  throw invalidField(
    "/positions",
    "not_chosen",
    "One of them is of an event that is not sent to this webhook",
  );
}

async function showDeliveries(
  { sql, keys }: Store,
  teamId: string,
  { id, cursor, pageSize }: Input<"getDeliveries">,
) {
  if (!await findWebhook(sql, { teamId, id })) throw webhookNotFound();
  const list = `deliveries of ${id} in ${teamId} below `;
  const range = { below: openBelow(keys, cursor, list), limit: pageSize + 1 };
  const found = await listDeliveries(sql, { teamId, webhookId: id }, range);
  return toPageBelow(keys, found, { list, pageSize, nameOf: (delivery) => delivery.id });
}

/** The decision is the commit: what is being sent for it now no longer counts, and is broken off. */
async function changeAndStop(unit: Unit, webhook: WebhookRow, change: WebhookChange): Promise<void> {
  const generation = await changeWebhook(unit.sql, webhook, change);
  const { publisher } = unit.store;
  unit.afterCommit(() => {
    if (!publisher.isConnected) return;
    const order = { reason: "The webhook was changed", generation };
    publisher.publish(controlSubject("run", webhook.id), encodeJson(order));
  });
}

async function tell(
  unit: Unit,
  name: "webhooks.created" | "webhooks.updated" | "webhooks.deleted",
  before: object,
  after: object,
): Promise<void> {
  const { id: webhookId, position } = { ...before, ...after } as WebhookRow;
  const changes = listDifferences(before, after, TOLD);
  await unit.emit({ name, customerId: null, changes, data: { webhookId, position } });
}

/** @throws {OperationError} NOT_FOUND */
async function requireWebhook({ sql, teamId }: Unit, id: string): Promise<WebhookRow> {
  const webhook = await lockWebhook(sql, { teamId, id });
  if (!webhook) throw webhookNotFound();
  return webhook;
}

function webhookNotFound(): OperationError {
  return new OperationError("NOT_FOUND", "Webhook not found");
}

function withoutUndefined<Value extends object>(value: Value): Partial<Value> {
  // The cast: fewer of the same entries.
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Partial<Value>;
}

function toWebhook(row: WebhookRow): Webhook {
  const { id, url, events, description, position, latest, failures, failingSince, lastError, createdAt } =
    row;
  const state = row.isPaused ? "paused" : failures > 0 ? "failing" : "active";
  const nextAttemptAt = state === "failing" ? row.nextAttemptAt : null;
  return {
    id,
    url,
    events,
    description,
    state,
    position,
    latest,
    failures,
    failingSince,
    lastError,
    nextAttemptAt,
    createdAt,
  };
}
