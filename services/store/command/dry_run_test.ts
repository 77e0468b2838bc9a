import { assertEquals, assertRejects } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import {
  customers,
  customFields,
  invoices,
  OPERATIONS,
  payments,
  portalLinks,
  webhooks,
} from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Operation } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, enrichWith } from "../handlers/test_enrichment.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const DRY_RUN = { [HEADERS.dryRun]: "true" };

/** When a message was published and an event was numbered is the relay's doing, not the command's. */
const DONE_LATER: Record<string, (sql: TestStore["sql"]) => ReturnType<TestStore["sql"]>> = {
  outbox: (sql) => sql`(t.sequence, t.subject, t.body)::text`,
  history: (sql) => sql`(t.entry, t.id, t.name, t.changes, t.data)::text`,
};

/** Sums up every row of every table. */
async function fingerprint({ sql }: TestStore): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by 1
  `;
  const sums: Record<string, string> = {};
  for (const { name } of tables) {
    const row = DONE_LATER[name]?.(sql) ?? sql`t::text`;
    const [found] = await sql<{ sum: string }[]>`
      select md5(coalesce(string_agg(${row}, ',' order by ${row}), '')) as sum from ${sql(name)} t
    `;
    sums[name] = found!.sum;
  }
  return sums;
}

Deno.test(
  { name: "a dry run answers like the command and leaves every table as it was", ignore },
  async (t) => {
    await using store = await takeTestStore();
    const { ask, askRaw } = store;
    const withRun = await ask(
      customers.upsert,
      aCustomer({ website: "acme.example", tags: [{ name: "vip" }] }),
    );
    const { id } = await ask(customers.upsert, aCustomer({ externalId: "c-1" }));
    const archived = await ask(customers.upsert, aCustomer({ isArchived: true }));
    const billed = await ask(customers.upsert, aCustomer());
    const invoice = await ask(invoices.record, anInvoice({ customerId: billed.id }));
    const draft = await ask(invoices.record, anInvoice({ customerId: billed.id, status: "draft" }));
    const paidAt = "2026-01-19T09:00:00Z";
    const { payment } = await ask(payments.record, { invoiceId: invoice.id, amount: 1, paidAt });
    await ask(customers.togglePortal, { customerId: withRun.id, enabled: true });
    const aLink = { customerId: billed.id, invoiceId: invoice.id };
    const { id: linkId } = await ask(portalLinks.create, aLink);
    const read = await ask(customers.upsert, aCustomer({ website: "read.example" }));
    const runId = await enrichWith(store, read.id, [
      aFound("phone", "+47 22 00 00 00"),
      aFound("city", "Oslo"),
    ]);
    await ask(customers.update, { id: read.id, city: "Bergen" });
    const { suggestions } = await ask(customers.getEnrichmentSuggestions, { id: read.id });
    const suggestionIds = suggestions.map((each) => each.id);
    await ask(customers.lockFields, { id: read.id, fields: ["zip"] });
    const { id: fieldId } = await ask(customFields.create, { key: "seats", label: "Seats", type: "number" });
    const { id: webhookId } = await ask(webhooks.create, { url: "https://receiver.example/" });
    const batchId = crypto.randomUUID();
    await store.sql`
      insert into enrichment_batches (team_id, id, status, filter, total, requested_by)
      values (${store.mesh.teamId}, ${batchId}, 'cancelled', '{}', 0, 'test')
    `;

    /** An input that succeeds, for each change that a client can order. A new one needs its line here. */
    const inputs: Record<string, unknown> = {
      "customers.upsert": aCustomer({ externalId: "c-2", website: "new.example", tags: [{ name: "new" }] }),
      "customers.upsertMany": {
        items: [
          aCustomer({ website: "many.example", addTags: [{ name: "many" }] }),
          { id, city: "Oslo" },
          {},
        ],
      },
      "customers.update": { id, name: "New name", website: "other.example" },
      "customers.delete": { id },
      "customers.erase": { id },
      "customers.archive": { id },
      "customers.restore": { id: archived.id },
      "customers.enrich": { id: withRun.id },
      "customers.cancelEnrichment": { id: withRun.id },
      "customers.clearEnrichment": { id: withRun.id },
      "customers.undoEnrichment": { id: read.id, runId },
      "customers.acceptSuggestions": { id: read.id, suggestionIds },
      "customers.rejectSuggestions": { id: read.id, suggestionIds },
      "customers.lockFields": { id: read.id, fields: ["city"] },
      "customers.unlockFields": { id: read.id, fields: ["zip"] },
      "customers.enrichMany": { filter: { status: ["active"] } },
      "customers.cancelEnrichmentBatch": { batchId },
      "customers.togglePortal": { customerId: withRun.id, enabled: false },
      "customers.rotatePortal": { customerId: withRun.id },
      "portalLinks.create": aLink,
      "portalLinks.setExpiry": { customerId: billed.id, linkId, expiresAt: "2999-01-01T00:00:00Z" },
      "portalLinks.revoke": { customerId: billed.id, linkId },
      "tags.create": { name: "new" },
      "tags.rename": { id: withRun.tags[0]!.id, name: "new" },
      "tags.delete": { id: withRun.tags[0]!.id },
      "invoices.record": anInvoice({ customerId: id }),
      "invoices.create": {
        customerId: id,
        deliveryType: "create",
        issueDate: "2026-01-10",
        dueDate: "2026-02-10",
        amount: 20,
      },
      "invoices.update": { id: draft.id, status: "unpaid" },
      "invoices.delete": { id: draft.id },
      "rates.record": { base: "USD", quote: "EUR", rate: "0.9", date: "2026-01-02" },
      "payments.record": { invoiceId: invoice.id, amount: 5, paidAt: "2026-01-20T09:00:00Z" },
      "payments.void": { id: payment.id, reason: "By mistake" },
      "files.rotateKey": {},
      "branding.update": { color: "#336699" },
      "customFields.create": { key: "tier", label: "Tier", type: "text" },
      "customFields.update": { id: fieldId, label: "Places" },
      "customFields.delete": { id: fieldId },
      "webhooks.create": { url: "https://receiver.example/hook" },
      "webhooks.update": { id: webhookId, isPaused: true },
      "webhooks.rotateSecret": { id: webhookId },
      "webhooks.resend": { id: webhookId, positions: [1] },
      "webhooks.delete": { id: webhookId },
    };
    const commands = OPERATIONS.filter(({ kind, http, service }) =>
      kind === "command" && http !== undefined && service === "store"
    );
    for (const operation of commands) {
      await t.step(operation.name, async () => {
        const before = await fingerprint(store);
        const input = inputs[operation.name];
        const headers = { ...DRY_RUN, [HEADERS.idempotencyKey]: "dry-00000001" };
        const reply = await askRaw(operation, input, { headers });
        assertEquals(reply.headers[HEADERS.dryRun], "true");
        assertEquals(parseOutput(operation, reply.body), undefined);
        assertEquals(await fingerprint(store), before);
      });
    }

    await t.step("says the same as the real call, which its key then still allows", async () => {
      const input = aCustomer({ externalId: "c-3", tags: [{ name: "vip" }] });
      const key = { [HEADERS.idempotencyKey]: "dry-00000002" };
      const tried = await askRaw(customers.upsert, input, { headers: { ...DRY_RUN, ...key } });
      const done = await askRaw(customers.upsert, input, { headers: key });
      assertEquals(known(tried.body), known(done.body));
      const { [HEADERS.dryRun]: isDryRun, ...rest } = tried.headers;
      assertEquals([isDryRun, rest], ["true", done.headers]);
    });

    await t.step("a wish in other words is refused: it must not become the change", async () => {
      for (const wish of ["yes", "1", "TRUE", ""]) {
        const refused = await assertRejects(
          () => ask(customers.upsert, aCustomer(), { headers: { [HEADERS.dryRun]: wish } }),
          OperationError,
        );
        assertEquals([refused.code, refused.message], ["INVALID", "mesh-dry-run must be true or false"]);
      }
      await askRaw(customers.upsert, aCustomer(), { headers: { [HEADERS.dryRun]: "false" } });
    });
  },
);

/** Undefined when the answer is what the contract promises. */
function parseOutput(operation: Operation, body: Uint8Array): unknown {
  if (typeof operation.output === "string") return "is no document";
  return operation.output.safeParse(JSON.parse(new TextDecoder().decode(body))).error;
}

/** Leaves out what no two calls have in common: the new id and the moment. */
function known(body: Uint8Array): Record<string, unknown> {
  const { id: _, createdAt: _created, updatedAt: _updated, ...rest } = JSON.parse(
    new TextDecoder().decode(body),
  );
  return rest;
}
