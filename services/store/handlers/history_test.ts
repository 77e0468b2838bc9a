import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { decodeJson, HEADERS } from "shared/bus/mod.ts";
import type { Event, EventName } from "shared/contract/messages.ts";
import { customers, events, invoices, payments } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { enqueueEvent, enqueueMessage } from "../queries/outbox.ts";
import { aFound, enrichWith } from "./test_enrichment.ts";
import { aCustomer, anInvoice, connect, refusal, refusals, takeTestStore } from "../test_store.ts";
import { readFeed } from "./test_things.ts";

const ignore = !hasTestServers();
const NOBODY = "3b0e6f0e-1b2c-4d5e-8f90-123456789abc";

// The cast: nobody but the store says anything there.
const decodeEvent = (body: Uint8Array) => decodeJson(body) as Event;

Deno.test({ name: "history", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;

  await t.step("a reason is told with the change, and only when there is one", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const headers = { [HEADERS.reason]: encodeURIComponent("Flyttet til Tromsø") };
    await ask(customers.update, { id, city: "Tromsø" }, { headers });
    await ask(customers.update, { id, city: "Oslo" }, { headers: { [HEADERS.reason]: "100%" } });
    const shown = await ask(customers.getById, { id, expand: ["history", "invoiceSummary"] });
    assertEquals(shown.history!.map(({ name, data }) => [name, data.reason]), [
      ["customers.updated", undefined],
      ["customers.updated", "Flyttet til Tromsø"],
      ["customers.created", undefined],
    ]);
    assertEquals(shown.invoiceSummary!.outstandingAmount, 0);
    const plain = await ask(customers.getById, { id });
    assertEquals([plain.history, plain.invoiceSummary], [undefined, undefined]);
  });

  await t.step("each change tells who, by which door, when, what was before and what is after", async () => {
    const { id } = await ask(customers.upsert, aCustomer({ name: "Acme", city: "Oslo" }));
    await ask(customers.update, { id, city: "Bergen", phone: "+47 1" }, { requestId: "request-0001" });
    await ask(customers.togglePortal, { customerId: id, enabled: true });
    const invoice = await ask(invoices.record, anInvoice({ customerId: id }));
    await ask(invoices.record, {
      ...anInvoice({ customerId: id, invoiceNumber: invoice.invoiceNumber }),
      dueDate: "2998-01-01",
    });
    await ask(payments.record, { invoiceId: invoice.id, amount: 40, paidAt: "2026-02-01T00:00:00Z" });
    const { data, meta } = await ask(customers.getHistory, { id });
    assertEquals(meta.cursor, null);
    assertEquals(data.map((each) => [each.sequence, each.name, each.version]), [
      [6, "payments.recorded", 3],
      [5, "invoices.recorded", 3],
      [4, "invoices.recorded", 3],
      [3, "customers.portalEnabled", 3],
      [2, "customers.updated", 2],
      [1, "customers.created", 1],
    ]);
    const [paid, redated, recorded, opened, edited, created] = data.map((each) => each.changes);
    assertEquals(edited, {
      city: { before: "Oslo", after: "Bergen" },
      phone: { before: null, after: "+47 1" },
    });
    assertEquals(created?.name, { before: null, after: "Acme" });
    assertEquals(opened?.portalEnabled, { before: false, after: true });
    assertEquals(recorded?.totalMinor, { before: null, after: 10_000 });
    assertEquals(redated, { dueDate: { before: "2999-01-01", after: "2998-01-01" } });
    assertEquals(paid, { paidMinor: { before: 0, after: 4_000 } });
    assertEquals([data[4]!.actor, data[4]!.door, data[4]!.requestId], ["key:test", "http", "request-0001"]);
    assert(Math.abs(Date.parse(data[0]!.occurredAt) - Date.now()) < 10_000);
    assertEquals(customers.getHistory.output.parse({ data, meta }), { data, meta });
  });

  await t.step("what enrichment fills is told field by field, in its own name", async () => {
    const { id } = await ask(customers.upsert, aCustomer({ website: "acme.example", industry: "Media" }));
    await enrichWith(store, id, [aFound("industry", "Software"), aFound("foundedYear", "1998")]);
    const before = await ask(customers.getById, { id });
    const [ended] = (await ask(customers.getHistory, { id })).data;
    assertEquals([ended!.name, ended!.actor], ["enrichment.ended", "service:enrichment"]);
    assertEquals(ended!.changes, { foundedYear: { before: null, after: 1998 } });
    await ask(customers.enrich, { id });
    await enrichWith(store, id, [aFound("foundedYear", "1998")]);
    assertEquals((await ask(customers.getById, { id })).version, before.version, "found again is no change");
    await ask(customers.clearEnrichment, { id });
    assertEquals((await ask(customers.getHistory, { id })).data[0]!.changes, {
      foundedYear: { before: 1998, after: null },
    });
  });

  await t.step("customers.getHistory walks pages, newest first, while more is written", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    for (let n = 0; n < 9; n++) await ask(customers.update, { id, note: `note ${n}` });
    const seen: (number | null)[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask<typeof customers.getHistory>>> = await ask(
        customers.getHistory,
        { id, cursor, pageSize: 4 },
      );
      seen.push(...page.data.map((each) => each.sequence));
      cursor = page.meta.cursor;
      await ask(customers.update, { id, city: `city ${seen.length}` });
    } while (cursor);
    assertEquals(seen, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    const other = await ask(customers.upsert, aCustomer());
    await ask(customers.update, { id: other.id, note: "x" });
    const foreign = await ask(customers.getHistory, { id, pageSize: 1 });
    const refused = await refusal(
      ask(customers.getHistory, { id: other.id, cursor: foreign.meta.cursor }),
    );
    assertEquals(refused.details.errors?.[0]?.code, "bad_cursor");
    // Signed by us too, but it names no place in a list of customers.
    const mistaken = await refusal(ask(customers.get, { cursor: foreign.meta.cursor }));
    assertEquals(mistaken.details.errors?.[0]?.code, "bad_cursor");
  });

  await t.step("long texts make shorter pages, never an answer too large to send", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    for (let n = 0; n < 25; n++) await ask(customers.update, { id, note: `${n}${"ü".repeat(9_990)}` });
    const first = await ask(customers.getHistory, { id, pageSize: 100 });
    assert(first.data.length < 25 && first.meta.cursor !== null);
    const rest = await ask(customers.getHistory, { id, pageSize: 100, cursor: first.meta.cursor });
    assertEquals(first.data.length + rest.data.length, 26);
    const told = await readFeed(store, id);
    assertEquals(told.map((each) => each.sequence), Array.from({ length: 26 }, (_, n) => n + 1));
    const page = await ask(events.list, { customerId: id, limit: 500 });
    assert(page.data.length < 26 && page.meta.hasMore);
  });

  await t.step("a change too large for one message is told without it, and holds nothing back", async () => {
    const { ask, bus, sql, mesh: { teamId } } = store;
    const told: Event[] = [];
    const subscription = bus.subscribe(`event.${teamId}.>`, ({ body }) => void told.push(decodeEvent(body)));
    await bus.flush();
    const { id } = await ask(customers.upsert, aCustomer());
    const large = (letter: string) => ({
      contacts: Array.from({ length: 50 }, () => ({ name: letter.repeat(200), phone: letter.repeat(50) })),
      metadata: Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`k${n}`, letter.repeat(500)])),
    });
    await ask(customers.update, { id, ...large("請") });
    await ask(customers.update, { id, ...large("項") });
    const fact = { teamId, actor: "key:test", door: "http", requestId: null };
    const changes = { note: { before: null, after: "請".repeat(400_000) } };
    await sql.begin((transaction) =>
      enqueueEvent(transaction, { ...fact, name: "customers.updated", customerId: id, changes, data: {} })
    );
    await ask(customers.update, { id, city: "Oslo" });
    await until("all was told", () => Promise.resolve(told.at(-1)?.changes.city !== undefined));
    const [, , second, cut, last] = told;
    assertEquals([second!.changes.metadata?.after, second!.data], [large("項").metadata, {}]);
    assertEquals([cut!.changes, cut!.data, last!.sequence], [{}, { isCut: true }, 5]);
    await sql`delete from history where id = ${cut!.id}`;
    await subscription.drain();
  });

  await t.step("a stream that is full, or does not take a message, holds no event back", async () => {
    const { ask, bus, sql, mesh, log } = store;
    const publisher = await connect(mesh, "store_publisher", log);
    const ballast = new Uint8Array(60_000);
    // More than the eighth part of 64 MiB.
    for (let n = 0; n < 150; n++) {
      await publisher.publishDurable(`job.enrichment.${mesh.teamId}`, ballast, { messageId: `ballast.${n}` });
    }
    const told: Event[] = [];
    const subscription = bus.subscribe(`event.>`, ({ body }) => void told.push(decodeEvent(body)));
    await bus.flush();
    const never = { teamId: mesh.teamId, messageId: "never", subject: "dlq.JOBS.test" };
    await enqueueMessage(sql, { ...never, body: { text: "x".repeat(600_000) } });
    const { id } = await ask(customers.upsert, aCustomer({ website: "acme.example" }));
    const names = () => told.filter(({ customerId }) => customerId === id).map(({ name }) => name);
    await until("both events", () => Promise.resolve(names().length === 2));
    assertEquals(names(), ["customers.created", "enrichment.queued"]);
    await until("the job too", async () => {
      const waiting = await sql`select message_id from outbox where published_at is null`;
      return waiting.map(({ messageId }) => messageId).join() === "never";
    });
    await sql`delete from outbox where message_id = 'never'`;
    await subscription.drain();
    await publisher.close();
  });

  await t.step("the history of a deleted customer stays; of one that never was there is none", async () => {
    const { id } = await ask(customers.upsert, aCustomer({ city: "Oslo", tags: [{ name: "a" }] }));
    await ask(customers.delete, { id });
    const [deleted, created] = (await ask(customers.getHistory, { id })).data;
    assertEquals(deleted!.changes.city, { before: "Oslo", after: null });
    assertEquals(deleted!.changes.tags, { before: created!.changes.tags!.after, after: [] });
    const some = async (...names: EventName[]) =>
      (await ask(customers.getHistory, { id, names })).data.map(({ name }) => name);
    assertEquals(await some("customers.created", "tags.created"), ["customers.created"]);
    assertEquals(await some("invoices.recorded"), [], "known, and nothing of that kind");
    assertEquals((await refusal(ask(customers.getHistory, { id: NOBODY }))).code, "NOT_FOUND");
  });

  await t.step("another team sees neither the history nor the feed", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    await readFeed(store, id);
    const other = { caller: store.otherCaller };
    assertEquals((await refusal(ask(customers.getHistory, { id }, other))).code, "NOT_FOUND");
    const empty = { data: [], meta: { position: 0, latest: 0, hasMore: false } };
    assertEquals(await ask(events.list, {}, other), empty);
    assertEquals(await ask(events.list, { customerId: id }, other), empty);
  });

  await t.step("events.list selects by customer and name, and goes on behind what it left out", async () => {
    const { meta: { latest: start } } = await ask(events.list, { limit: 1 });
    const { id } = await ask(customers.upsert, aCustomer());
    await ask(customers.togglePortal, { customerId: id, enabled: true });
    const other = await ask(customers.upsert, aCustomer());
    await Promise.all([readFeed(store, id), readFeed(store, other.id)]);
    const chosen = await ask(events.list, { after: start, names: ["customers.portalEnabled"] });
    assertEquals(chosen.data.map((each) => each.customerId), [id]);
    assertEquals(chosen.meta, { position: start + 3, latest: start + 3, hasMore: false });
    const first = await ask(events.list, { after: start, limit: 2 });
    assertEquals(first.data.map((each) => each.position), [start + 1, start + 2]);
    assertEquals(first.meta, { position: start + 2, latest: start + 3, hasMore: true });
    assertEquals(events.list.output.parse(first), first);
    const beyond = await ask(events.list, { after: start + 1_000 });
    assertEquals([beyond.data, beyond.meta.position], [[], start + 1_000]);
  });
});

Deno.test({ name: "events: positions follow the commits", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql, mesh } = store;

  await t.step("what commits late comes late, although it was written first", async () => {
    const [slow, quick] = [
      await ask(customers.upsert, aCustomer()),
      await ask(customers.upsert, aCustomer()),
    ];
    const fact = {
      name: "customers.updated",
      teamId: mesh.teamId,
      actor: "a",
      door: "d",
      requestId: null,
    } as const;
    let seen: Event | undefined;
    await sql.begin(async (transaction) => {
      await enqueueEvent(transaction, { ...fact, customerId: slow.id, data: {} });
      await ask(customers.update, { id: quick.id, note: "first to commit" });
      seen = (await readFeed(store, quick.id)).at(-1);
    });
    const late = (await readFeed(store, slow.id)).at(-1);
    assertEquals(late!.position, seen!.position! + 1);
  });

  await t.step("a reader beside many writers and two relays sees 1, 2, 3 … and nothing later", async () => {
    const another = await store.startAnother();
    const { meta } = await ask(events.list, {});
    const seen: number[] = [];
    let after = meta.latest;
    let isWriting = true;
    const reading = (async () => {
      for (let hasMore = true; isWriting || hasMore;) {
        const page = await ask(events.list, { after, limit: 50 });
        seen.push(...page.data.map((each) => each.position!));
        ({ position: after, hasMore } = page.meta);
      }
    })();
    const writers = Array.from({ length: 12 }, async () => {
      const { id } = await ask(customers.upsert, aCustomer());
      for (let n = 0; n < 12; n++) {
        await ask(customers.update, { id, note: `n ${n}`, tags: [{ name: `t${n % 3}` }] });
      }
    });
    await Promise.all(writers);
    const expected = await sql`select 1 from history where team_id = ${mesh.teamId}`;
    await until("the last position", () => Promise.resolve(after >= expected.length));
    isWriting = false;
    await reading;
    assertEquals(seen, Array.from({ length: expected.length - meta.latest }, (_, n) => meta.latest + n + 1));
    await another.stop();
  });
});

Deno.test({ name: "If-Match", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const ifMatch = (value: string) => ({ headers: { [HEADERS.ifMatch]: value } });

  await t.step(
    "a stale version is refused, with the fields that changed since, by whom and when",
    async () => {
      const { id } = await ask(customers.upsert, aCustomer({ city: "Oslo" }));
      await ask(customers.update, { id, city: "Bergen" });
      const colleague = { caller: { ...store.caller, actor: "key:colleague" } };
      await ask(customers.update, { id, city: "Moss", tags: [{ name: "a" }] }, colleague);
      await ask(invoices.record, anInvoice({ customerId: id }));
      for (
        const attempt of [
          () => ask(customers.update, { id, city: "Ås" }, ifMatch('"2"')),
          () => ask(customers.upsert, { id, city: "Ås" }, ifMatch('"1-print", "2-print"')),
          () => ask(customers.delete, { id }, ifMatch('"2"')),
          () => ask(customers.togglePortal, { customerId: id, enabled: true }, ifMatch('"2"')),
          () => ask(customers.clearEnrichment, { id }, ifMatch('"2"')),
        ]
      ) {
        const { code, details } = await refusal(attempt());
        assertEquals([code, details.errors?.map((each) => [each.pointer, each.code])], [
          "STALE",
          [["/city", "changed"], ["/tags", "changed"]],
        ]);
        for (const { message } of details.errors!) {
          assertStringIncludes(message, "changed by key:colleague at 20");
        }
      }
      assertEquals((await ask(customers.getById, { id })).city, "Moss");
      const first = await refusal(ask(customers.update, { id, city: "Ås" }, ifMatch('"1"')));
      assertEquals(first.details.errors?.length, 2);
    },
  );

  await t.step(
    "one of several tags is enough, the star always; weak and strange ones never match",
    async () => {
      const { id, version } = await ask(customers.upsert, aCustomer());
      assertEquals(version, 1);
      await ask(customers.update, { id, city: "a" }, ifMatch('"9", "1-printOf_1"'));
      await ask(customers.update, { id, city: "b" }, ifMatch("*"));
      for (const tags of ['W/"3"', '"x"', '"2"', '"4"', 'W/"3-print", "2"']) {
        assertEquals(
          (await refusal(ask(customers.update, { id, city: "c" }, ifMatch(tags)))).code,
          "STALE",
          tags,
        );
      }
      assertEquals((await ask(customers.getById, { id })).city, "b");
    },
  );

  await t.step("on the bus a version needs no quotes, and what nobody can read is told as such", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    await ask(customers.update, { id, city: "a" }, ifMatch("1"));
    assertEquals((await refusal(ask(customers.update, { id, city: "b" }, ifMatch("1")))).code, "STALE");
    assertEquals((await refusal(ask(customers.update, { id, city: "b" }, ifMatch("v2")))).code, "INVALID");
  });

  await t.step("If-None-Match: * only creates, and is refused where nothing is made", async () => {
    const ifNone = (value: string) => ({ headers: { [HEADERS.ifNoneMatch]: value } });
    const input = aCustomer({ externalId: crypto.randomUUID() });
    const { id } = await ask(customers.upsert, input, ifNone("*"));
    const invoice = anInvoice({ customerId: id });
    await ask(invoices.record, invoice, ifNone("*"));
    const stale = await refusals(
      ask(customers.upsert, { ...input, city: "Oslo" }, ifNone("*")),
      ask(invoices.record, { ...invoice, note: "again" }, ifNone("*")),
    );
    const invalid = await refusals(
      ask(customers.upsert, aCustomer(), ifNone('"1"')),
      ask(customers.update, { id, city: "Oslo" }, ifNone("*")),
      ask(customers.upsertMany, { items: [aCustomer()] }, ifNone("*")),
    );
    assertEquals(stale.map(({ code }) => code), ["STALE", "STALE"]);
    assertEquals(invalid.map(({ code }) => code), ["INVALID", "INVALID", "INVALID"]);
    assertEquals((await ask(customers.getById, { id })).city, null);
  });

  await t.step("names a version of what is not there: nothing is created", async () => {
    const gone = aCustomer({ externalId: crypto.randomUUID() });
    assertEquals((await refusal(ask(customers.upsert, gone, ifMatch('"3"')))).code, "STALE");
    assertEquals((await ask(customers.get, { q: gone.externalId })).data, []);
  });

  await t.step(
    "whatever a person can edit moves the version, what follows from invoices does not",
    async () => {
      const { id } = await ask(customers.upsert, aCustomer({ website: "acme.example" }));
      const versionAfter = async (act: () => Promise<unknown>) => {
        await act();
        return (await ask(customers.getById, { id })).version;
      };
      const edits = [
        () => ask(customers.update, { id, city: "Oslo" }),
        () => ask(customers.update, { id, tags: [{ name: "a" }] }),
        () => ask(customers.togglePortal, { customerId: id, enabled: true }),
        () => ask(customers.rotatePortal, { customerId: id }),
        () => ask(customers.togglePortal, { customerId: id, enabled: false }),
        () => enrichWith(store, id, [aFound("industry", "Software")]),
        () => ask(customers.clearEnrichment, { id }),
      ];
      for (const [index, edit] of edits.entries()) assertEquals(await versionAfter(edit), index + 2);
      const still = [
        () => ask(customers.togglePortal, { customerId: id, enabled: false }),
        () => ask(invoices.record, anInvoice({ customerId: id })),
        () => ask(customers.enrich, { id }),
        () => ask(customers.cancelEnrichment, { id }),
      ];
      for (const act of still) assertEquals(await versionAfter(act), edits.length + 1);
    },
  );
});
