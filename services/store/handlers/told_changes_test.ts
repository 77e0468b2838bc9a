import { assert, assertEquals } from "@std/assert";
import type { Event } from "shared/contract/messages.ts";
import { customers, invoices, OPERATIONS, payments } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { eventColumns } from "../queries/history.ts";
import { arrangeChanges } from "./test_changes.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";
import { foldEvents, listThings, readThings } from "./test_things.ts";

const ignore = !hasTestServers();
const COLLEAGUE = { actor: "key:colleague", door: "trpc" };
const WORKER = { teamId: "system", actor: "service:enrichment", door: "mesh" };

/** Every other change leaves an event behind. */
const UNTOLD: Readonly<Record<string, string>> = {
  "enrichmentRuns.progress": "a heartbeat of the worker: it extends a lease and changes nothing of anybody's",
  "deadLetters.retry": "what it brings about tells of itself",
  "webhookDeliveries.claim": "what is told is being sent: nothing of what it tells changes",
  "webhookDeliveries.report":
    "each attempt stands in the webhook's own list; a webhook that is given up is told",
  "portalDocuments.keep": "what was issued is kept as a file: nothing about the invoice changes",
};

/** Less the runs of an order for many, which the sweeper queues in its own time. */
async function listTold({ sql }: TestStore, after: number): Promise<(Event & { entry: number })[]> {
  const told = await sql<(Event & { entry: number })[]>`
    select h.entry, ${
    eventColumns(sql)
  } from history h join outbox o on o.entry = h.entry and o.subject like 'event.%'
    where h.entry > ${after} order by h.entry
  `;
  return told.filter(({ name, door }) => name !== "enrichment.queued" || door !== "mesh");
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
          assertEquals(listThings(foldEvents(told, before)), listThings(await readThings(sql, teamId)));
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
