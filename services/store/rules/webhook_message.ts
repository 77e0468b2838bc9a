/** What is sent to a webhook, and the signature on it: Standard Webhooks. */
import { Webhook as Signer } from "standardwebhooks";
import { MAX_BODY_BYTES } from "shared/bus/mod.ts";
import type { Event } from "shared/contract/messages.ts";
import { fitEvent } from "./fit_event.ts";

/** It travels to its sender as a text, in which every quote counts twice. */
const MAX_EVENT_BYTES = MAX_BODY_BYTES / 2 - 10_000;

/** The event as it is in the feed, in the envelope of the standard. */
export function writeBody(event: Event): string {
  const data = fitEvent(event, MAX_EVENT_BYTES);
  return JSON.stringify({ type: event.name, timestamp: event.occurredAt, data });
}

/** @param secrets Each signs: a receiver that knows one of them is content. */
export function signMessage(
  message: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  now: Date,
): Record<string, string> {
  const signatures = secrets.map((secret) => new Signer(secret).sign(message.id, now, message.body));
  return {
    "content-type": "application/json",
    "webhook-id": message.id,
    "webhook-timestamp": String(Math.floor(now.getTime() / 1_000)),
    "webhook-signature": signatures.join(" "),
  };
}
