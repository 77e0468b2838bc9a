/** Events that are too large for where they go: they go without what changed, which the feed and the history have whole. */
import { Buffer } from "node:buffer";
import type { Event } from "shared/contract/messages.ts";

/** The event as it is, or cut where it would have more bytes as JSON. */
export function fitEvent(event: Event, maxBytes: number): Event {
  if (Buffer.byteLength(JSON.stringify(event)) <= maxBytes) return event;
  return { ...event, changes: {}, data: { ...event.data, isCut: true } };
}
