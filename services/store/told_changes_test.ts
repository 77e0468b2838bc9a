import { assert, assertEquals } from "@std/assert";
import type { Changes, Event } from "shared/contract/messages.ts";
import { customers, invoices, OPERATIONS, payments } from "shared/contract/mod.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import type { Sql } from "./database/connect.ts";
import { eventColumns } from "./queries/history.ts";
import { listLines } from "./queries/invoices.ts";
import { spell } from "./rules/changes.ts";
import { arrangeChanges } from "./test_changes.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "./test_store.ts";

const ignore = !hasTestServers();
const COLLEAGUE = { actor: "key:colleague", door: "trpc" };
const WORKER = { teamId: "system", actor: "service:enrichment", door: "mesh" };

/** Every other change leaves an event behind. */
const UNTOLD: Readonly<Record<string, string>> = {
  "enrichmentRuns.progress": "a heartbeat of the worker: it extends a lease and changes nothing of anybody's",
};

/** What no event needs to name: it follows from the rest, or from when and how something happened. */
const FOLLOWING: Readonly<Record<string, readonly string[]>> = {
  customers: [
    ...["phoneE164", "websiteDomain", "searchText", "nameForm", "firstTag", "tagNames", "editedFields"],
    ...["version", "createdAt", "updatedAt"],
    // Of the run; `data` names it and what became of it.
    ...["enrichmentStatus", "enrichedAt"],
  ],
  invoices: ["netMinor", "dueMinor", "creditMinor", "version", "createdAt", "updatedAt"],
};

/** What everybody begins with. */
const BLANK: Readonly<Record<string, object>> = {
  customers: { portalEnabled: false, portalRotation: 0, tags: [] },
  invoices: { paidMinor: 0, creditedMinor: 0, lines: [] },
};

/** What is left of one that is deleted. */
const GONE: Readonly<Record<string, object>> = { customers: { tags: [] } };

type Things = Map<string, Record<string, unknown>>;

/** Every customer, invoice, tag and rate of the team, with all of its columns. */
async function readThings(sql: Sql, teamId: string): Promise<Things> {
  const things: Things = new Map();
  const rows = await sql`
    select c.*, array(
      select tag_id from customer_tags where team_id = c.team_id and customer_id = c.id order by tag_id
    ) as tags from customers c where c.team_id = ${teamId}
  `;
  for (const row of rows) things.set(`customers ${row.id}`, withoutFollowing("customers", row));
  for (const row of await sql`select * from invoices where team_id = ${teamId}`) {
    const lines = await listLines(sql, teamId, row.id);
    const shown = { ...row, lines: lines.map(({ position: _, ...line }) => line) };
    things.set(`invoices ${row.id}`, withoutFollowing("invoices", shown));
  }
  for (const { id, name } of await sql`select id, name from tags where team_id = ${teamId}`) {
    things.set(`tags ${id}`, { name });
  }
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

function withoutFollowing(kind: string, row: Record<string, unknown>): Record<string, unknown> {
  const names = ["teamId", "id", ...FOLLOWING[kind]!];
  return Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
}

/** All that differs, spelled so that two such lists can be compared. */
function compareThings(before: Things, after: Things): Record<string, unknown> {
  const all: Record<string, Changes> = {};
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const kind = key.split(" ")[0]!;
    const earlier: Record<string, unknown> = before.get(key) ?? { ...BLANK[kind] };
    const later: Record<string, unknown> = after.get(key) ?? { ...GONE[kind] };
    for (const field of new Set([...Object.keys(earlier), ...Object.keys(later)])) {
      addChange(all, key, field, { before: earlier[field] ?? null, after: later[field] ?? null });
    }
  }
  return spellChanges(all);
}

function gatherTold(told: readonly Event[]): Record<string, unknown> {
  const all: Record<string, Changes> = {};
  for (const event of told) {
    for (const [field, change] of Object.entries(event.changes)) {
      addChange(all, thingOf(event), field, {
        before: all[thingOf(event)]?.[field]?.before ?? change.before,
        after: change.after,
      });
    }
  }
  return spellChanges(all);
}

function thingOf({ name, customerId, data }: Event): string {
  const domain = name.split(".")[0]!;
  if (domain === "rates") return "rates";
  if (domain === "tags") return `tags ${data.id}`;
  return data.invoiceId ? `invoices ${data.invoiceId}` : `customers ${customerId}`;
}

function addChange(all: Record<string, Changes>, key: string, field: string, change: Changes[string]): void {
  (all[key] ??= {})[field] = change;
}

function spellChanges(all: Record<string, Changes>): Record<string, string> {
  const spelled = Object.entries(all).flatMap(([key, changes]) =>
    Object.entries(changes).map(([field, { before, after }]) =>
      [`${key} ${field}`, spellDeep(before), spellDeep(after)] as const
    )
  );
  const differing = spelled.filter(([, before, after]) => before !== after);
  return Object.fromEntries(differing.map(([name, before, after]) => [name, `${before} → ${after}`]));
}

function spellDeep(value: unknown): string {
  return Array.isArray(value) ? JSON.stringify(value.map(spell)) : spell(value);
}

async function listTold({ sql }: TestStore, after: number): Promise<(Event & { entry: number })[]> {
  return await sql<(Event & { entry: number })[]>`
    select h.entry, ${
    eventColumns(sql)
  } from history h join outbox o on o.entry = h.entry and o.subject like 'event.%'
    where h.entry > ${after} order by h.entry
  `;
}

Deno.test(
  { name: "every change tells who, by which door, and each field before and after", ignore },
  async (t) => {
    await using store = await takeTestStore();
    const { askRaw, sql, mesh: { teamId } } = store;
    const inputs = await arrangeChanges(store);
    const commands = OPERATIONS.filter(({ kind, service }) => kind === "command" && service === "store");
    const ordered = Object.keys(inputs);
    assertEquals(
      commands.map(({ name }) => name).sort(),
      [...ordered, ...Object.keys(UNTOLD)].sort(),
      "a new change needs its line in `test_changes.ts`, or its reason in UNTOLD",
    );
    for (const name of ordered) {
      const operation = commands.find((command) => command.name === name)!;
      const caller = operation.scope === "system" ? WORKER : { teamId, ...COLLEAGUE };
      for (const [index, input] of inputs[name]!.entries()) {
        await t.step(`${name} ${index + 1}`, async () => {
          const before = await readThings(sql, teamId);
          const [last] = await sql<{ entry: number }[]>`select coalesce(max(entry), 0) as entry from history`;
          const requestId = crypto.randomUUID();
          await askRaw(operation, input, { caller, requestId });
          const told = await listTold(store, last!.entry);
          assert(told.length > 0, "nothing was told");
          for (const event of told) {
            const { actor, door } = caller;
            assertEquals([event.actor, event.door, event.requestId], [actor, door, requestId], event.name);
          }
          assertEquals(gatherTold(told), compareThings(before, await readThings(sql, teamId)));
        });
      }
    }
  },
);

Deno.test({ name: "payments.recorded holds the whole payment", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const { id } = await ask(customers.upsert, aCustomer());
  const { id: invoiceId } = await ask(invoices.record, anInvoice({ customerId: id }));
  const how = { externalId: "p-1", method: "bank", reference: "RF18" };
  await ask(payments.record, { invoiceId, amount: 5, paidAt: "2026-01-20T09:00:00Z", ...how });
  const [payment] = await sql`
    select id as payment_id, invoice_id, external_id, amount_minor, paid_at, method, reference from payments
  `;
  const [told] = await sql<{ data: object }[]>`select data from history where name = 'payments.recorded'`;
  assertEquals({ ...told!.data, ...payment }, told!.data);
});
