/** The feed of a team: what happened, in one order, to be read page by page or as a stream. */
import { z } from "zod";
import { document, domain, query } from "shared/operation.ts";
import { EVENT_READERS } from "./event_scopes.ts";
import { event, eventNames } from "./messages.ts";
import { pageSize, uuid, wholeNumber } from "./primitives.ts";

/** A position of the feed; what is told comes after it. 0 is the beginning. */
const position = wholeNumber(0);

const selection = {
  after: position.default(0),
  customerId: uuid.nullish(),
  names: eventNames.nullish()
    .meta({ description: "When left out, all that the key may read" }),
};

export const events = domain("events", "store", {
  list: query({
    summary: "What happened after a position, oldest first; waits for it when asked to",
    http: "GET /events",
    scope: EVENT_READERS,
    input: z.object({
      ...selection,
      limit: pageSize(100, 500),
      /** At a door of the gateway, which does the waiting; the store answers at once. */
      waitSeconds: wholeNumber(0, 25).default(0),
    }),
    output: z.object({
      data: z.array(event),
      meta: z.object({
        /** To go on after: also events that the selection leaves out are behind it. */
        position: z.number().int(),
        /** Of the newest event of the team. */
        latest: z.number().int(),
        hasMore: z.boolean(),
      }),
    }),
  }),
});

/** Answered by the gateway itself: a stream is a matter of HTTP, and consists of pages of `events.list`. */
export const eventStreams = domain("eventStreams", "gateway", {
  open: document({
    summary:
      "The same as server-sent events: `id` is the position, `data` the event; resumes by Last-Event-ID",
    http: "GET /events/stream",
    scope: EVENT_READERS,
    input: z.object(selection),
    output: "text/event-stream",
    errors: ["RATE_LIMITED"],
  }),
  openEnrichment: document({
    summary:
      "How a customer's enrichment goes on: first `snapshot`, as GET …/enrichment answers, then every event of it",
    http: "GET /customers/{id}/enrichment/events",
    scope: "customers.read",
    /** With a position (or Last-Event-ID) there is no snapshot: it goes on from there. */
    input: z.object({ id: uuid, after: position.optional() }),
    output: "text/event-stream",
    errors: ["NOT_FOUND", "RATE_LIMITED"],
  }),
});

export type EventPage = z.infer<typeof events.list.output>;
