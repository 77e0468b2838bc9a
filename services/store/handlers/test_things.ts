/** For tests: all that the events of a team tell of, as it stands in the tables and as it follows from the events. */
import { assert, assertEquals } from "@std/assert";
import type { Event } from "shared/contract/messages.ts";
import { events } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import type { Sql } from "../database/connect.ts";
import { type LineRow, listLines } from "../queries/invoice_lines.ts";
import { type TestStore } from "../test_store.ts";

/** What no event needs to name: it follows from the rest, or from when and how something happened. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  customers: [
    ...[
      "phoneE164",
      "websiteDomain",
      "latinText",
      "searchText",
      "nameForm",
      "firstTag",
      "tagNames",
      "editedFields",
    ],
    ...["version", "createdAt", "updatedAt"],
    // Of the run; `data` names it and what became of it.
    ...["enrichmentStatus", "enrichedAt"],
  ],
  invoices: [
    "netMinor",
    "dueMinor",
    "creditMinor",
    "lineNames",
    "searchText",
    "searchHead",
    "version",
    "createdAt",
    "updatedAt",
  ],
};

/** What everybody begins with. */
const BLANK: Readonly<Record<string, object>> = {
  customers: {
    portalEnabled: false,
    portalRotation: 0,
    tags: [],
    metadata: {},
    customFields: {},
    contacts: [],
  },
  invoices: { paidMinor: 0, creditedMinor: 0, lines: [] },
};

/** By kind and id, such as `customers 1f0c…`. */
export type Things = Map<string, Record<string, unknown>>;

/** Every customer, invoice, tag, rate, webhook and custom field of the team, with all of its columns. */
export async function readThings(sql: Sql, teamId: string): Promise<Things> {
  const things: Things = new Map();
  const rows = await sql`
    select c.*, array(
      select tag_id from customer_tags where team_id = c.team_id and customer_id = c.id order by tag_id
    ) as tags from customers c where c.team_id = ${teamId}
  `;
  for (const row of rows) things.set(`customers ${row.id}`, withoutFollowing("customers", row));
  for (const { isErased, ...row } of await selectInvoices(sql, teamId)) {
    const lines = await listLines(sql, teamId, row.id);
    // The tombstone tells every reader to forget this; the books may not.
    const shown: Record<string, unknown> = { ...row, lines: lines.map(toToldLine) };
    if (isErased) forgetPerson(shown);
    things.set(`invoices ${row.id}`, withoutFollowing("invoices", shown));
  }
  for (const { id, name } of await sql`select id, name from tags where team_id = ${teamId}`) {
    things.set(`tags ${id}`, { name });
  }
  for (
    const { id, ...settings } of await sql`
    select id, url, events, description, is_paused from webhooks where team_id = ${teamId}
  `
  ) things.set(`webhooks ${id}`, settings);
  for (
    const { id, ...field } of await sql`
    select id, key, label, type, options from custom_fields where team_id = ${teamId}
  `
  ) things.set(`customFields ${id}`, field);
  const [team] = await sql`select brand_color, logo_hash from teams where id = ${teamId}`;
  things.set("branding", { ...team! });
  const rates =
    await sql`select base, quote, date, rate, source from exchange_rates where team_id = ${teamId}`;
  things.set(
    "rates",
    Object.fromEntries(
      rates.map(({ base, quote, date, ...rest }) => [`${base}/${quote} ${date}`, { ...rest }]),
    ),
  );
  return things;
}

/** As events tell it. */
function toToldLine({ position: _, priceMinor, ...line }: LineRow): object {
  return { ...line, priceMinor: Number(priceMinor) };
}

/** With whose it was the last time that it was somebody's, and whether that person was erased. */
async function selectInvoices(sql: Sql, teamId: string) {
  return await sql`
    select i.*, owner.customer_id as last_customer_id, exists (
      select 1 from erasures e where e.team_id = i.team_id and e.customer_id = owner.customer_id
    ) as is_erased
    from invoices i cross join lateral (
      select h.customer_id from history h
      where h.team_id = i.team_id and h.data->>'invoiceId' = i.id::text and h.customer_id is not null
      order by h.entry desc limit 1
    ) owner
    where i.team_id = ${teamId}
  `;
}

function withoutFollowing(kind: string, row: Record<string, unknown>): Record<string, unknown> {
  const names = ["teamId", "id", ...FOLLOWING[kind]!];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** All that is told of a customer, or of the whole team, once the feed has it. */
export async function readFeed({ ask, sql }: TestStore, customerId?: string): Promise<Event[]> {
  await until("the feed", async () => {
    const isTheirs = customerId ? sql`customer_id = ${customerId}` : sql`true`;
    const waiting = await sql`select 1 from history where ${isTheirs} and position is null`;
    return waiting.length === 0;
  });
  const found: Event[] = [];
  for (let after = 0, hasMore = true; hasMore;) {
    const page = await ask(events.list, { after, customerId, limit: 7 });
    found.push(...page.data);
    ({ position: after, hasMore } = page.meta);
  }
  return found;
}

/** What a reader keeps who applies one event after another. Each must find what it says was there before. */
export function foldEvents(told: readonly Event[], start: Things = new Map()): Things {
  const things: Things = new Map([...start].map(([key, thing]) => [key, { ...thing }]));
  for (const event of told) applyEvent(things, event);
  return things;
}

function applyEvent(things: Things, event: Event): void {
  const changes = Object.entries(event.changes);
  const key = thingOf(event);
  if (event.name === "customers.erased") {
    // What was told before may have been emptied, so there is nothing that it could say was there.
    things.delete(key);
    for (const thing of things.values()) if (thing.lastCustomerId === event.customerId) forgetPerson(thing);
  }
  if (event.data.invoiceId && event.customerId) {
    things.set(key, { ...BLANK.invoices, ...things.get(key), lastCustomerId: event.customerId });
  }
  if (changes.length === 0) return;
  const thing: Record<string, unknown> = things.get(key) ?? { ...BLANK[key.split(" ")[0]!] };
  for (const [field, { before, after }] of changes) {
    assertEquals(thing[field] ?? null, before, `${event.name} ${field}`);
    assert(JSON.stringify(before) !== JSON.stringify(after), `${event.name} ${field} did not change`);
    thing[field] = after;
  }
  things.set(key, thing);
  if (!event.name.endsWith(".deleted")) return;
  // Whose it was is told beside the fields.
  const { lastCustomerId: _, ...left } = thing;
  assertEquals(withoutNothing(left), {}, `what ${event.name} leaves behind`);
  things.delete(key);
}

function forgetPerson(invoice: Record<string, unknown>): void {
  for (const field of ["buyer", "internalNote"]) delete invoice[field];
  // Of what was never issued there are no books.
  const isBook = invoice.state !== "canceled" || invoice.issuedAt;
  if (!isBook) { for (const field of ["note", "paymentUrl", "lines"]) delete invoice[field]; }
}

function thingOf({ name, customerId, data }: Event): string {
  const domain = name.split(".")[0]!;
  if (domain === "rates" || domain === "branding") return domain;
  if (domain === "tags") return `tags ${data.id}`;
  if (domain === "customFields") return `customFields ${data.id}`;
  if (domain === "webhooks") return `webhooks ${data.webhookId}`;
  return data.invoiceId ? `invoices ${data.invoiceId}` : `customers ${customerId}`;
}

/** For a comparison: what is not there, is null or empty. */
export function listThings(things: Things): Record<string, Record<string, unknown>> {
  const shown = [...things].map(([key, thing]) => [key, withoutNothing(thing)] as const);
  return Object.fromEntries(shown.filter(([, thing]) => Object.keys(thing).length > 0));
}

function withoutNothing(thing: Record<string, unknown>): Record<string, unknown> {
  const isNothing = (value: unknown) => value === null || (Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => !isNothing(value)));
}
