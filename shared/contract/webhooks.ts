/** Webhooks: a team's events, sent to an address of its own, signed as Standard Webhooks (standardwebhooks.com) says. */
import { z } from "zod";
import { command, domain, query } from "shared/operation.ts";
import { EVENT_NAMES } from "./messages.ts";
import { cursor, pageSize, requiredText, text, uuid } from "./primitives.ts";

export const MAX_WEBHOOKS = 20;

/** A webhook whose receiver has not taken anything for so long is paused; nothing is lost, its position stays. */
export const PAUSED_AFTER_DAYS = 3;

/** After its secret was changed, both sign for so long. */
export const SECRET_GRACE_HOURS = 24;

/** A sending is claimed for this long; the receiver has to answer within half of it. */
export const SENDING_MS = 30_000;

const LOOPBACK = new Set(["localhost", "127.0.0.1"]);

const address = z.string().trim().max(2_048).refine(
  (value) => {
    // What a browser would leave out of an address, the sender refuses.
    if (/[\s\p{Cc}]/u.test(value) || !value.isWellFormed() || !URL.canParse(value)) return false;
    const { protocol, hostname, port, username, password } = new URL(value);
    const isOpen = protocol === "https:" && port === "";
    const isHere = (protocol === "https:" || protocol === "http:") && LOOPBACK.has(hostname);
    return (isOpen || isHere) && username === "" && password === "";
  },
  "Must be an https address without a login, on port 443 (http and other ports are taken for this machine only)",
);

/** Counted as in the feed: everything up to it has been taken. */
const position = z.number().int().min(0);

const settings = {
  url: address,
  /** Only these; null means all. */
  events: z.array(z.enum(EVENT_NAMES)).min(1).max(EVENT_NAMES.length).nullish(),
  description: text(200).nullish(),
};

const webhook = z.object({
  id: uuid,
  url: z.string(),
  events: z.array(z.string()).nullable(),
  description: z.string().nullable(),
  /** `failing`: the last attempt was not taken, others follow; `paused`: nothing is sent until somebody resumes it. */
  state: z.enum(["active", "failing", "paused"]),
  /** Everything that concerns it up to here was taken; set it back to have it sent again, ahead to pass something over. */
  position,
  /** Of the newest event of the team. */
  latest: position,
  /** In a row, without anything taken between them. */
  failures: z.number().int(),
  failingSince: z.string().nullable(),
  /** Why the last attempt was not taken. */
  lastError: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  createdAt: z.string(),
});

export type Webhook = z.infer<typeof webhook>;

/** Shown here and never again: `whsec_` and 32 bytes in base64. */
const withSecret = webhook.extend({ secret: z.string() });

const delivery = z.object({
  id: uuid,
  eventId: uuid,
  eventName: z.string(),
  position,
  /** 1 is the first time. */
  attempt: z.number().int(),
  isTaken: z.boolean(),
  /** Of the receiver's answer; null when there was none. */
  status: z.number().int().nullable(),
  error: z.string().nullable(),
  ms: z.number().int(),
  sentAt: z.string(),
});

const byId = z.object({ id: uuid });

export const webhooks = domain("webhooks", "store", {
  list: query({
    summary: "The team's webhooks and how they stand",
    http: "GET /webhooks",
    scope: "webhooks.read",
    input: z.object({}),
    output: z.object({ data: z.array(webhook) }),
  }),
  create: command({
    summary: "Have events sent to an address, in order, until each is taken",
    http: "POST /webhooks",
    outcomes: ["created"],
    scope: "webhooks.write",
    /** Without a position only what happens from now on is sent; 0 sends everything that ever happened. */
    input: z.object({ ...settings, position: position.optional() }),
    output: withSecret,
    errors: ["CONFLICT", "KEY_REUSED"],
  }),
  update: command({
    summary: "Change a webhook, pause or resume it, or set its position",
    http: "PATCH /webhooks/{id}",
    scope: "webhooks.write",
    input: z.object({
      id: uuid,
      ...settings,
      url: address.optional(),
      isPaused: z.boolean().optional(),
      position: position.optional(),
    }),
    output: webhook,
    errors: ["NOT_FOUND", "KEY_REUSED"],
  }),
  delete: command({
    summary: "Delete a webhook; a sending under way is broken off",
    http: "DELETE /webhooks/{id}",
    scope: "webhooks.write",
    input: byId,
    output: webhook,
    errors: ["NOT_FOUND"],
  }),
  rotateSecret: command({
    summary: "Make a new secret; the old one signs too for 24 hours",
    http: "POST /webhooks/{id}/secret",
    scope: "webhooks.write",
    input: byId,
    output: withSecret,
    errors: ["NOT_FOUND", "KEY_REUSED"],
  }),
  resend: command({
    summary: "Send some events once more, before what is next",
    http: "POST /webhooks/{id}/resend",
    outcomes: ["accepted"],
    scope: "webhooks.write",
    input: z.object({ id: uuid, positions: z.array(position.min(1)).min(1).max(100) }),
    output: webhook,
    errors: ["NOT_FOUND", "KEY_REUSED"],
  }),
  getDeliveries: query({
    summary: "Every attempt of the last 30 days, newest first",
    http: "GET /webhooks/{id}/deliveries",
    scope: "webhooks.read",
    input: z.object({ id: uuid, cursor, pageSize: pageSize(25, 100) }),
    output: z.object({ data: z.array(delivery), meta: z.object({ cursor: z.string().nullable() }) }),
    errors: ["NOT_FOUND"],
  }),
});

const claim = { webhookId: uuid, teamId: uuid, generation: z.number().int().min(1) };

/** What the sender asks of the store. */
export const webhookDeliveries = domain("webhookDeliveries", "store", {
  claim: command({
    summary: "Take the next event that is due at some webhook",
    scope: "system",
    input: z.object({}),
    output: z.object({
      delivery: z.object({
        ...claim,
        position,
        url: z.string(),
        /** The same at each attempt, but for time and signature. */
        headers: z.record(z.string(), z.string()),
        body: z.string(),
      }).nullable(),
    }),
  }),
  report: command({
    summary: "Say what became of it",
    scope: "system",
    input: z.object({
      ...claim,
      position,
      status: z.number().int().nullable(),
      error: requiredText(200).nullable(),
      ms: z.number().int().min(0),
      /** As the receiver asks for. */
      retryAfterMs: z.number().int().min(0).optional(),
    }),
    /** False when the claim was no longer this sender's. */
    output: z.object({ accepted: z.boolean() }),
  }),
});

export type ClaimedDelivery = NonNullable<z.infer<typeof webhookDeliveries.claim.output>["delivery"]>;
