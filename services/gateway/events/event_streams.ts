/** The operations that are streams of events, which the gateway answers itself. */
import { call, type Caller } from "shared/bus/mod.ts";
import { customers, events, eventStreams, portalStreams } from "shared/contract/mod.ts";
import { EVENT_NAMES } from "shared/contract/messages.ts";
import type { Operation, ParsedInputOf } from "shared/operation.ts";
import type { Asker } from "../access/admit.ts";
import type { Answer } from "../answer/answer.ts";
import { openEventStream } from "./event_stream.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import { limitToReadable } from "./readable_events.ts";
import { openPortalStream } from "../portal/portal_stream.ts";

interface Question {
  /** Parsed by the schema of the operation. */
  readonly input: unknown;
  readonly caller: Asker;
  /** Throws once the key is no longer good. */
  readonly admitAgain: () => Promise<unknown>;
}

type OpenStream = (gateway: Gateway, question: Question, exchange: Exchange) => Promise<Answer>;

/** Undefined for an operation that is asked for on the bus. */
export function findStream(operation: Operation): OpenStream | undefined {
  if (operation === eventStreams.open) return openFeed;
  if (operation === portalStreams.open) return openPortal;
  return operation === eventStreams.openEnrichment ? openEnrichment : undefined;
}

function openFeed(gateway: Gateway, question: Question, exchange: Exchange): Promise<Answer> {
  const readable = limitToReadable(eventStreams.open, question.input, question.caller);
  const input = readable as ParsedInputOf<typeof eventStreams.open>;
  return openEventStream(gateway, { ...question, input }, exchange);
}

function openPortal(gateway: Gateway, { input }: Question, exchange: Exchange): Promise<Answer> {
  return openPortalStream(gateway, input as ParsedInputOf<typeof portalStreams.open>, exchange);
}

/** Whoever follows a customer's enrichment learns that the customer is gone, too. */
const ENRICHMENT_EVENTS = EVENT_NAMES.filter((name) =>
  name.startsWith("enrichment.") || name === "customers.deleted"
);

function openEnrichment(gateway: Gateway, question: Question, exchange: Exchange): Promise<Answer> {
  const { id, after } = question.input as ParsedInputOf<typeof eventStreams.openEnrichment>;
  return openEventStream(gateway, {
    ...question,
    input: { after: after ?? 0, customerId: id, names: ENRICHMENT_EVENTS },
    begin: after === undefined
      ? () => beginWithSnapshot(gateway, question.caller, { id, exchange })
      : undefined,
  }, exchange);
}

/** @throws {OperationError} NOT_FOUND */
async function beginWithSnapshot(
  { bus }: Gateway,
  caller: Caller,
  { id, exchange: { signal } }: { id: string; exchange: Exchange },
): Promise<{ after: number; text: string }> {
  const options = () => ({ caller, requestId: crypto.randomUUID(), signal });
  // The position first: what happens between the two is told twice rather than not at all.
  const { meta: { latest } } = await call(bus, events.list, { limit: 1 }, options());
  const snapshot = await call(bus, customers.getEnrichment, { id }, options());
  return { after: latest, text: `event: snapshot\nid: ${latest}\ndata: ${JSON.stringify(snapshot)}\n\n` };
}
