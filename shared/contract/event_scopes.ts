/** Which scopes read which events: those of whoever may read what an event tells of. */
import type { Scope } from "shared/scopes.ts";
import type { EventName } from "./messages.ts";

type EventDomain<Name = EventName> = Name extends `${infer Domain}.${string}` ? Domain : never;

/**
 * By the first part of the name; of several any one will do. A customer is read with its tags, its enrichment and its
 * fields. Events of invoices tell more than statements and portal pages do: drafts, and notes for the team alone. What
 * is refused of the ingest is most often an invoice.
 */
const READERS: Readonly<Record<EventDomain, readonly Scope[]>> = {
  customers: ["customers.read"],
  enrichment: ["customers.read"],
  customFields: ["customers.read"],
  tags: ["tags.read", "customers.read"],
  invoices: ["invoices.read"],
  payments: ["invoices.read"],
  rates: ["invoices.read"],
  branding: ["invoices.read"],
  files: ["invoices.read"],
  ingest: ["invoices.read"],
  webhooks: ["webhooks.read"],
};

/** Any of them reads something of the feed. */
export const EVENT_READERS: readonly Scope[] = [...new Set(Object.values(READERS).flat())];

export function readersOf(name: EventName): readonly Scope[] {
  // What stands before the dot of an event's name is one of the domains: the type above is made of these names.
  return READERS[name.split(".")[0] as EventDomain];
}
