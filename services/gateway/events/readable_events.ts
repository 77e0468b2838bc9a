/** A key reads events only of what it may read, and can have no others sent to a webhook. */
import { customers, events, eventStreams, webhooks } from "shared/contract/mod.ts";
import { readersOf } from "shared/contract/event_scopes.ts";
import { EVENT_NAMES, type EventName } from "shared/contract/messages.ts";
import type { Operation, ParsedInputOf } from "shared/operation.ts";
import { hasScope } from "shared/scopes.ts";
import type { Asker } from "../access/admit.ts";
import { authorize } from "../access/authorize.ts";

// deno-lint-ignore no-explicit-any -- what the schema of the very operation has parsed
type Limit = (input: any, asker: Asker) => unknown;

const LIMITS: Readonly<Record<string, Limit>> = {
  [events.list.name]: selectReadable,
  [eventStreams.open.name]: selectReadable,
  [customers.getHistory.name]: selectReadable,
  [customers.getById.name]: expandReadable,
  [webhooks.create.name]: sendReadable,
  [webhooks.update.name]: redirectReadable,
};

/**
 * Narrows an input that names no events to those that the key may read.
 * @returns The input to go on with.
 * @throws {OperationError} FORBIDDEN that names the scope which is missing.
 */
export function limitToReadable({ name }: Operation, input: unknown, asker: Asker): unknown {
  return LIMITS[name]?.(input, asker) ?? input;
}

function selectReadable<Input extends { names?: EventName[] | null }>(input: Input, asker: Asker): Input {
  if (input.names) requireReadable(input.names, asker);
  const names = input.names ?? EVENT_NAMES.filter((name) => hasScope(asker.scopes, readersOf(name)));
  return names.length === EVENT_NAMES.length ? input : { ...input, names };
}

/** The newest events of all kinds, or none. */
function expandReadable(input: ParsedInputOf<typeof customers.getById>, asker: Asker): void {
  if (input.expand?.includes("history")) requireReadable(EVENT_NAMES, asker);
}

function sendReadable({ events }: { events?: EventName[] | null }, asker: Asker): void {
  requireReadable(events ?? EVENT_NAMES, asker);
}

/** The gateway does not know which events the webhook has: with a new address, count it as having all. */
function redirectReadable(input: ParsedInputOf<typeof webhooks.update>, asker: Asker): void {
  if (input.url !== undefined || input.events !== undefined) sendReadable(input, asker);
}

function requireReadable(names: readonly EventName[], asker: Asker): void {
  for (const name of names) authorize(asker, readersOf(name));
}
