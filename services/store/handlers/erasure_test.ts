import { assert, assertEquals } from "@std/assert";
import { connectNats, encodeJson, findStored, HEADERS, ingestSubject } from "shared/bus/mod.ts";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import type { InputOf, Operation } from "shared/operation.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aFound, enrichWith } from "./test_enrichment.ts";
import { aCustomer, anInvoice, refusal, takeTestStore, type TestStore } from "../test_store.ts";
import { readFeed } from "./test_things.ts";

const ignore = !hasTestServers();

/** In every value of the person, the number aside. */
const MARK = "zqxmark";
const BECAUSE = { [HEADERS.reason]: `${MARK} reason` };
const PHONE = "22334455";
const PUBLICLY = { caller: { teamId: "public", actor: "portal", door: "portal" } };
/** The buyer as printed, and what finds it. */
const PRINTED = ["invoices.buyer", "invoices.search_head", "invoices.search_text"];

function aPerson() {
  const texts = ["contact", "addressLine1", "zip", "note", "description", "ceoName"];
  return {
    ...Object.fromEntries(texts.map((field) => [field, `${MARK} ${field}`])),
    name: `Anna ${MARK}`,
    email: `${MARK}@mail.example`,
    billingEmail: `a@${MARK}.example`,
    website: `${MARK}.example`,
    city: `${MARK}town`,
    phone: `+47${PHONE}`,
    externalId: `${MARK}-ext`,
    contacts: [{ name: `Дарья ${MARK}friend`, email: `friend@${MARK}.example`, phone: `+47 ${PHONE}` }],
    metadata: { kept: `${MARK} kept` },
    tags: [{ name: "vip" }],
  };
}

/** Every `table.column` that says anything of the person. */
async function listMarkedColumns({ sql }: TestStore): Promise<string[]> {
  const columns = await sql<{ table: string; column: string; isBytes: boolean }[]>`
    select c.table_name as table, c.column_name as column, c.data_type = 'bytea' as is_bytes
    from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
      and c.data_type in ('text', 'character varying', 'json', 'jsonb', 'ARRAY', 'bytea')
    order by 1, 2
  `;
  const marked: string[] = [];
  for (const { table, column, isBytes } of columns) {
    const text = isBytes ? sql`encode(${sql(column)}, 'escape')` : sql`${sql(column)}::text`;
    const rows = await sql`
      select 1 from ${sql(table)} where ${text} ilike ${`%${MARK}%`} or ${text} like ${`%${PHONE}%`} limit 1
    `;
    if (rows.length > 0) marked.push(`${table}.${column}`);
  }
  return marked;
}

async function listMarkedStreams({ bus }: TestStore): Promise<string[]> {
  const marked: string[] = [];
  for (const stream of ["DLQ", "EVENTS", "INGEST", "JOBS"]) {
    for (let sequence = 1;;) {
      const message = await findStored(bus, stream, { sequence, subject: ">" });
      if (!message) break;
      const text = new TextDecoder().decode(message.body);
      if (text.includes(MARK) || text.includes(PHONE)) marked.push(`${stream} ${message.subject}`);
      sequence = message.sequence + 1;
    }
  }
  return marked;
}

async function finish({ ask }: TestStore, id: string) {
  return await until("the end of the erasure", async () => {
    const erasure = await ask(customers.getErasure, { id });
    return erasure.status === "finished" && erasure;
  });
}

async function publish<Op extends Operation>(
  { mesh, log }: TestStore,
  operation: Op,
  inputs: readonly InputOf<Op>[],
): Promise<void> {
  const { url, publisher } = mesh.nats;
  const bus = await connectNats({ url, ...publisher, name: "billing", inboxPrefix: "_INBOX", log });
  for (const input of inputs) {
    const subject = ingestSubject(operation, mesh.teamId);
    await bus.publishDurable(subject, encodeJson(input), { messageId: crypto.randomUUID() });
  }
  await bus.close();
}

async function untilTold({ sql }: TestStore): Promise<void> {
  await until("everything to be published", async () => {
    const waiting = await sql`select 1 from outbox where published_at is null`;
    return waiting.length === 0;
  });
}

/** Comes by several doors, is read by a worker, gets an invoice, changes, and is refused once. */
async function arrangePerson(store: TestStore) {
  const { ask, sql } = store;
  const keyed = (key: string) => ({ headers: { [HEADERS.idempotencyKey]: `key-${key}` } });
  const { headers } = keyed("upsert");
  const { id } = await ask(customers.upsert, aPerson(), { headers: { ...headers, ...BECAUSE } });
  await enrichWith(store, id, [{ ...aFound("industry", `${MARK} industry`), quote: `${MARK} quote` }]);
  await ask(customers.update, { id, name: `Earlier ${MARK}born`, website: `other-${MARK}.example` });
  await ask(customers.upsertMany, { items: [{ id, city: `New${MARK}` }, aCustomer()] }, keyed("many"));
  const { portalId } = await ask(customers.togglePortal, { customerId: id, enabled: true });
  const { id: invoiceId, invoiceNumber } = await ask(
    invoices.record,
    anInvoice({ customerId: id }),
    keyed("invoice"),
  );
  const payment = { invoiceId, amount: 100, paidAt: "2026-01-20T09:00:00Z" };
  await ask(payments.record, payment, keyed("payment"));
  const { phone, externalId, name } = aPerson();
  await publish(store, customers.upsert, [
    { externalId, name, email: `taken-${MARK}@mail.example`, phone },
    // Refused, and so put aside whole.
    { externalId, name, email: "no address", phone },
    { name: "Somebody else", email: "no address", externalId: "else" },
  ]);
  await until("both refusals", async () => {
    const told = await sql`select 1 from history where name = 'ingest.rejected'`;
    return told.length === 2;
  });
  await untilTold(store);
  return { id, portalId: portalId!, invoiceId, invoiceNumber };
}

for (const isDeleted of [false, true]) {
  const who = isDeleted ? "a customer that was deleted before" : "a customer";
  Deno.test({ name: `customers.erase leaves nothing of ${who}`, ignore }, async (t) => {
    await using store = await takeTestStore();
    const { ask, askRaw, sql } = store;
    const other = await ask(customers.upsert, aCustomer({ city: "Halden", contact: "Anna" }));
    const { id, portalId, invoiceId } = await arrangePerson(store);
    await t.step("of which there was much", async () => {
      const [columns, streams] = [await listMarkedColumns(store), await listMarkedStreams(store)];
      for (const place of ["customers.note", "enrichment_values.quote", "idempotency_keys.reply"]) {
        assert(columns.includes(place), place);
      }
      for (const place of ["history.changes", "search_words.word", "enrichment_runs.website"]) {
        assert(columns.includes(place), place);
      }
      const names = new Set(streams.map((place) => place.split(" ")[0]));
      assertEquals([...names], ["DLQ", "EVENTS", "INGEST"]);
    });
    const before = await readFeed(store);
    if (isDeleted) await ask(customers.delete, { id, force: true }, { headers: BECAUSE });

    await t.step("the answer says what is done, what remains and what is kept", async () => {
      const reply = await askRaw(customers.erase, { id }, { headers: BECAUSE });
      assertEquals(reply.headers[HEADERS.outcome], "accepted");
      const erasure = customers.erase.output.parse(JSON.parse(new TextDecoder().decode(reply.body)));
      assertEquals([erasure.status, erasure.keptInvoices, erasure.pending.length], ["running", 1, 4]);
      assertEquals(erasure.removed.customers, isDeleted ? 0 : 1);
      assert(erasure.removed.history! > 5 && erasure.removed.searchWords! > 3);
    });

    await t.step("nothing is left in any column or stream but the buyer of the invoice", async () => {
      const { removed, pending } = await finish(store, id);
      assertEquals(pending, []);
      await untilTold(store);
      assertEquals(await listMarkedColumns(store), PRINTED);
      assertEquals(await listMarkedStreams(store), []);
      assertEquals([removed.ingestMessages, removed.deadLetters], [2, 1]);
      assert(removed.streamedEvents! > 5 && removed.answers! > 3);
      const [row] = await sql`select ids, traces from erasures`;
      assertEquals({ ...row }, { ids: [], traces: [] });
      const { buyer, customerId } = await ask(invoices.getById, { id: invoiceId });
      assertEquals([buyer.name, customerId], [`Earlier ${MARK}born`, null]);
    });

    await t.step("the feed has every position and sequence, and a tombstone", async () => {
      const told = await readFeed(store);
      assertEquals(told.map(({ position }) => position), told.map((_, index) => index + 1));
      const kept = told.slice(0, before.length);
      const placeOf = (
        { id, name, sequence, occurredAt }: typeof told[number],
      ) => [id, name, sequence, occurredAt];
      assertEquals(kept.map(placeOf), before.map(placeOf));
      const theirs = told.filter(({ customerId }) => customerId === id);
      assertEquals(theirs.map(({ sequence }) => sequence), theirs.map((_, index) => index + 1));
      const { name, changes, data } = theirs.at(-1)!;
      assertEquals([name, changes, data], ["customers.erased", {}, { keptInvoices: 1 }]);
      const started = theirs.find((event) => event.name === "enrichment.started")!;
      assert(started.data.runId, "ids stay");
    });

    await t.step("a kept key gives no answer any more, and does nothing either", async () => {
      const headers = { [HEADERS.idempotencyKey]: "key-upsert" };
      assertEquals((await refusal(ask(customers.upsert, aPerson(), { headers }))).code, "GONE");
    });

    await t.step("its portal link has ended", async () => {
      assertEquals((await refusal(ask(customers.getByPortalId, { portalId }, PUBLICLY))).code, "GONE");
    });

    await t.step("others keep their words, events, answers and dead letters", async () => {
      assertEquals((await ask(customers.get, { q: "haldne" })).data.map((row) => row.id), [other.id]);
      assertEquals((await ask(customers.get, { q: "anan" })).data.map((row) => row.id), [other.id]);
      const [event] = await readFeed(store, other.id);
      assertEquals(event!.changes.city, { before: null, after: "Halden" });
      const dead = await findStored(store.bus, "DLQ", { sequence: 1, subject: ">" });
      assert(new TextDecoder().decode(dead!.body).includes("Somebody else"));
    });

    await t.step("once more changes nothing; the externalId is that of a new customer", async () => {
      const again = await ask(customers.erase, { id });
      assertEquals(again, await ask(customers.getErasure, { id }));
      const newcomer = await ask(customers.upsert, { ...aCustomer(), externalId: aPerson().externalId });
      assert(newcomer.id !== id);
      assertEquals((await readFeed(store, newcomer.id)).length, 1);
    });
  });
}

Deno.test({ name: "customers.erase refuses what it must", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql, otherCaller } = store;

  await t.step("NOT_FOUND for whom there never was, and for another team's", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    for (const operation of [customers.erase, customers.getErasure]) {
      const unknown = { id: crypto.randomUUID() };
      assertEquals((await refusal(ask(operation, unknown))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(operation, { id }, { caller: otherCaller }))).code, "NOT_FOUND");
    }
  });

  await t.step("STALE for an older version, and for any of one that is gone", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    await ask(customers.update, { id, city: "Oslo" });
    const headers = { [HEADERS.ifMatch]: '"1"' };
    assertEquals((await refusal(ask(customers.erase, { id }, { headers }))).code, "STALE");
    await ask(customers.delete, { id });
    assertEquals((await refusal(ask(customers.erase, { id }, { headers }))).code, "STALE");
  });

  await t.step(
    "CONFLICT while an invoice is open or unissued; forced, a draft is canceled without a buyer",
    async () => {
      for (const status of ["unpaid", "draft"] as const) {
        for (const isDeleted of [false, true]) {
          const { id } = await ask(customers.upsert, aCustomer());
          const invoice = await ask(invoices.record, anInvoice({ customerId: id, status }));
          if (isDeleted) await ask(customers.delete, { id, force: true });
          assertEquals((await refusal(ask(customers.erase, { id }))).code, "CONFLICT");
          assertEquals((await ask(customers.erase, { id, force: true })).keptInvoices, 1);
          const kept = await ask(invoices.getById, { id: invoice.id });
          const expected = status === "draft" ? ["canceled", "Erased"] : ["unpaid", invoice.buyer.name];
          assertEquals([kept.status, kept.buyer.name], expected);
        }
      }
    },
  );

  await t.step("several at once are one, also of a deleted customer", async () => {
    for (const isDeleted of [false, true]) {
      const { id } = await ask(customers.upsert, aCustomer());
      if (isDeleted) await ask(customers.delete, { id });
      await Promise.all([1, 2, 3].map(() => ask(customers.erase, { id })));
      const told = await sql`select 1 from history where customer_id = ${id} and name = 'customers.erased'`;
      assertEquals(told.length, 1);
    }
  });
});

Deno.test({ name: "an erasure overtakes no event that is on its way to the stream", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const ids: string[] = [];
  for (let n = 0; n < 10; n++) {
    const { id } = await ask(customers.upsert, { ...aPerson(), externalId: `${MARK}-${n}` });
    ids.push(id);
    await ask(customers.update, { id, name: `Next ${MARK}` });
    await ask(customers.erase, { id });
  }
  for (const id of ids) await finish(store, id);
  await untilTold(store);
  assertEquals(await listMarkedStreams(store), []);
  assertEquals(await listMarkedColumns(store), []);
});

Deno.test({ name: "customers.erase leaves no text of what was never issued", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const { id: customerId } = await ask(customers.upsert, aPerson());
  const written = {
    note: `${MARK} note`,
    paymentUrl: `https://pay.example/${MARK}`,
    lines: [{ name: `${MARK} work`, quantity: 1, price: "100.00" }],
  };
  const record = async (changes: Partial<InputOf<typeof invoices.record>>) =>
    (await ask(invoices.record, anInvoice({ customerId, ...written, ...changes }), { headers: BECAUSE })).id;
  const draft = await record({ status: "draft" });
  const ahead = { issueDate: "2998-01-01", status: "scheduled" as const };
  const [scheduled, canceled, deleted] = [await record(ahead), await record(ahead), await record(ahead)];
  await ask(invoices.update, { id: canceled, status: "canceled" });
  await ask(invoices.update, { id: deleted, status: "canceled" });
  await ask(invoices.delete, { id: deleted });
  await ask(customers.erase, { id: customerId, force: true }, { headers: BECAUSE });
  await finish(store, customerId);
  assertEquals([await listMarkedColumns(store), await listMarkedStreams(store)], [[], []]);
  for (const id of [draft, scheduled, canceled]) {
    const { status, note, paymentUrl, lines, buyer, amount } = await ask(invoices.getById, { id });
    assertEquals([status, note, paymentUrl, buyer.name], ["canceled", null, null, "Erased"]);
    assertEquals([lines.map(({ name }) => name), amount], [["Erased"], 100]);
  }
  // As an erasure left it before 0062.
  await sql`update history set data = data || ${sql.json({ reason: MARK })} where data ? 'invoiceId'`;
  assertEquals(await listMarkedColumns(store), ["history.data"]);
  await sql.unsafe(
    Deno.readTextFileSync(new URL("../migrations/0062_reasons_of_erased_drafts.sql", import.meta.url)),
  );
  assertEquals(await listMarkedColumns(store), []);
});

Deno.test({ name: "customers.erase keeps what the lines of an issued invoice say", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  const kept: string[] = [];
  // What comes as canceled may have been issued by whoever recorded it.
  for (const status of ["draft", "canceled"] as const) {
    const invoice = anInvoice({ customerId, note: "Thanks", status });
    const { id } = await ask(invoices.record, invoice);
    if (status === "draft") await ask(invoices.record, { ...invoice, status: "unpaid" });
    if (status === "draft") await ask(invoices.update, { id, status: "canceled" });
    kept.push(id);
  }
  await ask(customers.erase, { id: customerId });
  for (const id of kept) {
    const { note, lines } = await ask(invoices.getById, { id });
    assertEquals([note, lines[0]!.name], ["Thanks", "Work"]);
  }
});

Deno.test({ name: "a draft that was passed on says nothing of the erased customer", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const person = await ask(customers.upsert, aPerson());
  const heir = await ask(customers.upsert, aCustomer({ name: "Heir" }));
  const draft = anInvoice({ customerId: person.id, status: "draft" as const });
  await ask(invoices.record, draft);
  const { id } = await ask(invoices.record, { ...draft, customerId: heir.id });
  await ask(customers.erase, { id: person.id, force: true });
  await finish(store, person.id);
  assertEquals([await listMarkedColumns(store), await listMarkedStreams(store)], [[], []]);
  const told = (await readFeed(store, heir.id)).filter(({ data }) => data.invoiceId === id);
  assertEquals(told.map(({ changes }) => changes.buyer?.before), [null]);
});

Deno.test(
  { name: "a draft that was passed on stays when whoever had it last is deleted", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask } = store;
    const person = await ask(customers.upsert, aPerson());
    const heir = await ask(customers.upsert, aCustomer({ name: "Heir" }));
    const draft = anInvoice({ customerId: person.id, status: "draft" as const });
    await ask(invoices.record, draft);
    const { id } = await ask(invoices.record, { ...draft, customerId: heir.id });
    await ask(customers.delete, { id: heir.id, force: true });
    const { keptInvoices } = await ask(customers.erase, { id: person.id });
    const { status, buyer } = await ask(invoices.getById, { id });
    assertEquals([keptInvoices, status, buyer.name], [0, "draft", "Heir"]);
    await ask(customers.erase, { id: heir.id, force: true });
    assertEquals((await ask(invoices.getById, { id })).status, "canceled");
  },
);
