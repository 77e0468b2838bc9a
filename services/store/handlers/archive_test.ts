import { assertEquals, assertMatch, assertNotEquals, assertStringIncludes } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { customers, invoices } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, refusals, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();

Deno.test({ name: "archive and restore", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, askRaw, sql } = store;

  async function eventsOf(customerId: string): Promise<string[]> {
    const rows = await sql<{ name: string }[]>`
      select name from history where customer_id = ${customerId} order by sequence
    `;
    return rows.map((row) => row.name);
  }

  await t.step("customers.archive keeps everything, customers.restore brings the same one back", async () => {
    const input = aCustomer({ externalId: "keep", tags: [{ name: "vip" }], note: "N" });
    const { id } = await ask(customers.upsert, input);
    await ask(invoices.record, anInvoice({ customerId: id }));
    const before = await ask(customers.getById, { id });
    const archived = await ask(customers.archive, { id });
    const { version, updatedAt: _, ...rest } = archived;
    assertEquals(version, before.version + 1);
    assertEquals({ ...rest, isArchived: false }, (({ version: _v, updatedAt: _u, ...all }) => all)(before));
    assertEquals((await ask(customers.archive, { id })).version, version, "twice is as good as once");
    assertEquals((await ask(customers.restore, { id })).isArchived, false);
    const told = (await eventsOf(id)).filter((name) => name.startsWith("customers."));
    assertEquals(told, ["customers.created", "customers.archived", "customers.restored"]);
  });

  await t.step("who is created with the website of an archived customer is told of it", async () => {
    const first = await ask(customers.upsert, aCustomer({ website: "https://www.moved.example/about" }));
    await ask(customers.archive, { id: first.id });
    const second = await ask(customers.upsert, aCustomer({ website: "moved.example" }));
    assertEquals(second.hints, [{ code: "archived_domain", customerId: first.id }]);
    const other = await ask(customers.upsert, aCustomer({ website: "another.example" }));
    assertEquals(other.hints, undefined);
  });

  await t.step(
    "an archived customer's externalId is free, and the newcomer is told of its twin",
    async () => {
      const first = await ask(customers.upsert, aCustomer({ externalId: "twin" }));
      await ask(customers.archive, { id: first.id });
      const reply = await askRaw(customers.upsert, aCustomer({ externalId: "twin" }));
      const second = JSON.parse(new TextDecoder().decode(reply.body));
      assertEquals(reply.headers[HEADERS.outcome], "created");
      assertNotEquals(second.id, first.id);
      assertEquals(second.hints, [{ code: "archived_twin", customerId: first.id }]);
      assertEquals(customers.upsert.output.parse(second), second);

      const again = await ask(customers.upsert, aCustomer({ externalId: "twin", city: "Oslo" }));
      assertEquals([again.id, again.hints], [second.id, undefined]);

      const refused = await refusal(ask(customers.restore, { id: first.id }));
      assertEquals([refused.code, refused.details.errors?.[0]?.code], ["CONFLICT", "taken"]);
      assertStringIncludes(refused.message, second.id);
      const byPatch = await refusal(ask(customers.update, { id: first.id, isArchived: false }));
      assertEquals(byPatch.code, "CONFLICT");

      await ask(customers.archive, { id: second.id });
      assertEquals((await ask(customers.restore, { id: first.id })).isArchived, false);
    },
  );

  await t.step("an invoice by externalId goes to the live one, else to the archived one", async () => {
    const old = await ask(customers.upsert, aCustomer({ externalId: "bill" }));
    await ask(customers.archive, { id: old.id });
    const late = await ask(invoices.record, anInvoice({ customerExternalId: "bill" }));
    assertEquals(late.customerId, old.id);
    const live = await ask(customers.upsert, aCustomer({ externalId: "bill" }));
    const next = await ask(invoices.record, anInvoice({ customerExternalId: "bill" }));
    assertEquals(next.customerId, live.id);
  });

  await t.step("saying isArchived with an externalId again and again makes one customer", async () => {
    const ids = new Set<string>();
    for (const note of ["a", "b", "c"]) {
      const saved = await ask(customers.upsert, aCustomer({ externalId: "born", isArchived: true, note }));
      ids.add(saved.id);
    }
    assertEquals(ids.size, 1);
  });

  await t.step("an externalId of which nothing can be seen is none: two who have it are two", async () => {
    const saved = await Promise.all(
      [" ", "\t", "\u200b"].map((externalId) => ask(customers.upsert, aCustomer({ externalId, city: "  " }))),
    );
    assertEquals(new Set(saved.map(({ id }) => id)).size, 3);
    assertEquals(saved.map(({ externalId, city }) => [externalId, city]), Array(3).fill([null, null]));
  });

  await t.step("of fifty newcomers at once beside an archived twin one is made", async () => {
    const { id } = await ask(customers.upsert, aCustomer({ externalId: "many" }));
    await ask(customers.archive, { id });
    const saved = await Promise.all(
      Array.from({ length: 50 }, () => ask(customers.upsert, aCustomer({ externalId: "many" }))),
    );
    assertEquals(new Set(saved.map((each) => each.id)).size, 1);
    assertNotEquals(saved[0]!.id, id);
  });

  await t.step("customers.archive and restore refuse a stale version and an unknown id", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const stale = { headers: { [HEADERS.ifMatch]: '"9"' } };
    const nobody = { id: "00000000-0000-4000-8000-000000000000" };
    for (const operation of [customers.archive, customers.restore]) {
      assertEquals((await refusal(ask(operation, { id }, stale))).code, "STALE");
      assertEquals((await refusal(ask(operation, nobody))).code, "NOT_FOUND");
      assertEquals(
        (await refusal(ask(operation, { id }, { caller: store.otherCaller }))).code,
        "NOT_FOUND",
      );
    }
  });
});

Deno.test({ name: "fields that are checked, and forms that stand beside them", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;

  await t.step("customers.upsert refuses unknown countries and mistyped VAT numbers by pointer", async () => {
    const wrong = aCustomer({ countryCode: "ZZ", vatNumber: "DE811907981" });
    const error = await refusal(ask(customers.upsert, wrong));
    assertEquals(error.code, "INVALID");
    assertEquals(error.details.errors?.map((each) => each.pointer), ["/countryCode", "/vatNumber"]);
  });

  await t.step("what only the store can see is told all at once too", async () => {
    const ghost = { id: crypto.randomUUID() };
    const faulty = {
      ...{ countryCode: "NO", vatNumber: "923609017", customFields: { unheardOf: 1 } },
      ...{ tags: [ghost], addTags: [{ name: "known" }, ghost] },
    };
    const { id } = await ask(customers.upsert, aCustomer());
    const asked = [ask(customers.upsert, aCustomer(faulty)), ask(customers.update, { id, ...faulty })];
    for (const { details } of await refusals(...asked)) {
      assertEquals(details.errors?.map(({ pointer }) => pointer), [
        ...["/vatNumber", "/customFields/unheardOf", "/tags/0/id", "/addTags/1/id"],
      ]);
    }
  });

  await t.step("a VAT number keeps the rule of its customer's country, said now or before", async () => {
    const wrong = { vatNumber: "CHE-107.787.578" };
    const atOnce = await refusal(
      ask(customers.upsert, aCustomer({ countryCode: "NO", vatNumber: "923609017" })),
    );
    assertEquals(atOnce.details.errors?.map(({ pointer, code }) => [pointer, code]), [
      ["/vatNumber", "wrong_check_digits"],
    ]);
    const { id } = await ask(
      customers.upsert,
      aCustomer({ countryCode: "BR", vatNumber: "11.222.333/0001-81" }),
    );
    const later = await refusal(ask(customers.update, { id, vatNumber: "11222333000182" }));
    assertEquals(later.details.errors?.[0]?.pointer, "/vatNumber");
    // Of a country that nobody knows a rule of; and what stands there already is nobody's typing mistake.
    const unknown = await ask(customers.update, { id, countryCode: "SA", vatNumber: "11222333000182" });
    const kept = await ask(customers.update, {
      id,
      countryCode: "BR",
      vatNumber: unknown.vatNumber,
      city: "Rio",
    });
    assertEquals([kept.vatNumber, kept.city], ["11222333000182", "Rio"]);
    assertEquals((await refusal(ask(customers.update, { id, ...wrong, countryCode: "CH" }))).code, "INVALID");
  });

  await t.step("customers.update keeps the derived forms in step with what was typed", async () => {
    const input = aCustomer({
      phone: "22 93 00 00",
      countryCode: "NO",
      website: "https://WWW.Bücher.example/x",
    });
    const { id, ...created } = await ask(customers.upsert, input);
    assertEquals([created.phone, created.phoneE164], ["22 93 00 00", "+4722930000"]);
    assertEquals(created.websiteDomain, "xn--bcher-kva.example");
    const moved = await ask(customers.update, { id, countryCode: "US" });
    assertEquals([moved.phone, moved.phoneE164], ["22 93 00 00", null]);
    const cleared = await ask(customers.update, { id, phone: null, website: null });
    assertEquals([cleared.phoneE164, cleared.websiteDomain], [null, null]);
    assertMatch(cleared.updatedAt, /Z$/);
  });
});
