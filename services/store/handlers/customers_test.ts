import { assert, assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import type { Customer } from "shared/contract/customers.ts";
import { customers, invoices } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const NOBODY = "00000000-0000-4000-8000-000000000000";

Deno.test({ name: "customers", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, askRaw } = store;

  await t.step("customers.upsert creates, shows ISO times and every compatible field", async () => {
    const reply = await askRaw(
      customers.upsert,
      aCustomer({ name: "Müller GmbH", tags: [{ name: "vip" }], city: "" }),
    );
    const customer: Customer = JSON.parse(new TextDecoder().decode(reply.body));
    assertEquals(reply.headers[HEADERS.outcome], "created");
    assertEquals(reply.headers[HEADERS.version], "1");
    assertMatch(customer.createdAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    assertEquals(customers.getById.output.parse(customer), customer);
    assertEquals([customer.token, customer.status, customer.city, customer.invoiceCount], [
      "",
      "active",
      null,
      0,
    ]);
    assertEquals(customer.tags.map((tag) => tag.name), ["vip"]);
    assertEquals(await ask(customers.getById, { id: customer.id }), customer);
  });

  await t.step(
    "customers.update is a merge patch: absent stays, null clears, tags untouched unless given",
    async () => {
      const input = aCustomer({
        phone: "+47 22 00 00 00",
        note: "two\nlines",
        tags: [{ name: "a" }, { name: "b" }],
      });
      const { id, ...before } = await ask(customers.upsert, input);
      const after = await ask(customers.update, { id, phone: null, city: "Oslo" });
      assertEquals([after.phone, after.city, after.note, after.name], [
        null,
        "Oslo",
        "two\nlines",
        before.name,
      ]);
      assertEquals([after.tags.length, after.version], [2, 2]);
      assertEquals(
        (await ask(customers.update, { id, city: "Oslo" })).version,
        2,
        "a change of nothing is no change",
      );
      const retagged = await ask(customers.update, { id, tags: [{ id: before.tags[0]!.id }, { name: "c" }] });
      assertEquals(retagged.tags.map((tag) => tag.name), ["a", "c"]);
      assertEquals((await ask(customers.update, { id, tags: [] })).tags, []);
    },
  );

  await t.step("customers.update refuses a stale version and keeps what was there", async () => {
    const { id, name } = await ask(customers.upsert, aCustomer());
    const options = { headers: { [HEADERS.ifMatch]: '"7"' } };
    assertEquals((await refusal(ask(customers.update, { id, name: "New" }, options))).code, "STALE");
    assertEquals((await ask(customers.getById, { id })).name, name);
  });

  await t.step("customers.upsert by externalId makes one row of fifty at once", async () => {
    const externalId = crypto.randomUUID();
    const replies = await Promise.all(
      Array.from(
        { length: 50 },
        (_, n) => askRaw(customers.upsert, aCustomer({ externalId, note: `try ${n}` })),
      ),
    );
    assertEquals(replies.filter((reply) => reply.headers[HEADERS.outcome] === "created").length, 1);
    const ids = new Set(replies.map((reply) => JSON.parse(new TextDecoder().decode(reply.body)).id));
    assertEquals(ids.size, 1);
  });

  await t.step("customers.* answers NOT_FOUND for an unknown id, and creates nothing", async () => {
    for (const id of [NOBODY]) {
      assertEquals((await refusal(ask(customers.getById, { id }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.update, { id, name: "X" }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.upsert, { id, ...aCustomer() }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.delete, { id }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.getInvoiceSummary, { id }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.enrich, { id }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.cancelEnrichment, { id }))).code, "NOT_FOUND");
      assertEquals((await refusal(ask(customers.clearEnrichment, { id }))).code, "NOT_FOUND");
      assertEquals(
        (await refusal(ask(customers.togglePortal, { customerId: id, enabled: true }))).code,
        "NOT_FOUND",
      );
    }
  });

  await t.step("another team neither sees nor changes a customer, whatever it names", async () => {
    const mine = await ask(
      customers.upsert,
      aCustomer({ externalId: "shared-id", tags: [{ name: "mine" }] }),
    );
    const options = { caller: store.otherCaller };
    const { id } = mine;
    const attempts = [
      () => ask(customers.getById, { id }, options),
      () => ask(customers.update, { id, name: "Stolen" }, options),
      () => ask(customers.upsert, { id, ...aCustomer() }, options),
      () => ask(customers.delete, { id }, options),
      () => ask(customers.togglePortal, { customerId: id, enabled: true }, options),
      () => ask(customers.rotatePortal, { customerId: id }, options),
      () => ask(invoices.record, anInvoice({ customerId: id }), options),
    ];
    for (const attempt of attempts) assertEquals((await refusal(attempt())).code, "NOT_FOUND");
    const theirs = await ask(customers.upsert, aCustomer({ externalId: "shared-id" }), options);
    assertNotEquals(theirs.id, id);
    const tagged = ask(customers.update, { id: theirs.id, tags: [{ id: mine.tags[0]!.id }] }, options);
    assertEquals((await refusal(tagged)).details.errors?.[0]?.pointer, "/tags/0/id");
    assertEquals((await ask(customers.get, {}, options)).data.map((each) => each.id), [theirs.id]);
    assertEquals(await ask(customers.getById, { id }), mine);
  });

  await t.step("customers.upsert names every wrong field and writes nothing", async () => {
    const wrong = {
      name: " ",
      email: "no",
      phone: "a\u0000b",
      foundedYear: 1990.5,
      website: "javascript:alert(1)",
    };
    const error = await refusal(askRaw(customers.upsert, wrong));
    const pointers = error.details.errors?.map((each) => each.pointer).sort();
    assertEquals(pointers, ["/email", "/foundedYear", "/name", "/phone", "/website"]);
    const missing = await refusal(askRaw(customers.upsert, {}));
    assertEquals(missing.details.errors?.map((each) => each.pointer), ["/name", "/email"]);
  });

  await t.step(
    "customers.delete refuses while invoices exist and otherwise answers what was deleted",
    async () => {
      const kept = await ask(customers.upsert, aCustomer());
      await ask(invoices.record, anInvoice({ customerId: kept.id }));
      assertEquals((await refusal(ask(customers.delete, { id: kept.id }))).code, "CONFLICT");
      const gone = await ask(customers.upsert, aCustomer());
      assertEquals((await ask(customers.delete, { id: gone.id })).id, gone.id);
      assertEquals((await refusal(ask(customers.getById, { id: gone.id }))).code, "NOT_FOUND");
    },
  );

  await t.step("a repeated key is answered with the bytes of the first time", async () => {
    const headers = { "idempotency-key": crypto.randomUUID() };
    const input = aCustomer();
    const ask = async () => {
      const { body } = await store.askRaw(customers.upsert, input, { headers });
      return new TextDecoder().decode(body);
    };
    assertEquals(await ask(), await ask());
  });

  await t.step("a repeated key has one effect and the same answer; another body is refused", async () => {
    const headers = { [HEADERS.idempotencyKey]: "key-00000001" };
    const input = aCustomer();
    const first = await askRaw(customers.upsert, input, { headers });
    const second = await askRaw(customers.upsert, input, { headers });
    assertEquals(
      JSON.parse(new TextDecoder().decode(second.body)),
      JSON.parse(new TextDecoder().decode(first.body)),
    );
    assertEquals([second.headers[HEADERS.replayed], second.headers[HEADERS.outcome]], ["true", "created"]);
    assertEquals((await refusal(askRaw(customers.upsert, aCustomer(), { headers }))).code, "KEY_REUSED");
    const otherwise = ask(customers.upsertMany, { items: [input] }, { headers });
    assertEquals((await refusal(otherwise)).code, "KEY_REUSED", "another operation is another request");
    const parallel = { [HEADERS.idempotencyKey]: "key-00000002" };
    const many = await Promise.allSettled(
      Array.from({ length: 20 }, () => ask(customers.upsert, input, { headers: parallel })),
    );
    const answered = many.flatMap((each) => each.status === "fulfilled" ? each.value.id : []);
    assert(answered.length >= 1);
    assertEquals(new Set(answered).size, 1);
  });
});

Deno.test({ name: "customers.get walks pages", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const industries = ["Media", "Energy", null];
  for (let n = 0; n < 11; n++) {
    await ask(
      customers.upsert,
      aCustomer({ name: `Page ${n % 4}`, industry: industries[n % 3], note: n % 2 ? "50%_off" : "" }),
    );
  }

  async function walk(input: Parameters<typeof ask<typeof customers.get>>[1]) {
    const seen: Customer[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof ask<typeof customers.get>>> = await ask(customers.get, {
        ...input,
        cursor,
      });
      seen.push(...page.data);
      cursor = page.meta.cursor;
    } while (cursor);
    return seen;
  }

  for (
    const sort of [
      "name",
      "created_at",
      "industry",
      "invoices",
      "projects",
      "total_revenue",
      "last_invoice",
    ] as const
  ) {
    for (const direction of ["asc", "desc"] as const) {
      await t.step(`by ${sort} ${direction}: each row once, nulls last`, async () => {
        const rows = await walk({ sort: [sort, direction], pageSize: 3 });
        assertEquals(new Set(rows.map((row) => row.id)).size, 11);
        assertEquals(rows.length, 11);
        if (sort !== "industry") return;
        const shown = rows.map((row) => row.industry);
        const expected = direction === "asc" ? ["Energy", "Media"] : ["Media", "Energy"];
        assertEquals([...new Set(shown)], [...expected, null]);
      });
    }
  }

  await t.step("goes back to where it came from", async () => {
    const first = await ask(customers.get, { sort: ["industry", "desc"], pageSize: 4 });
    const second = await ask(customers.get, {
      sort: ["industry", "desc"],
      pageSize: 4,
      cursor: first.meta.cursor,
    });
    const third = await ask(customers.get, {
      sort: ["industry", "desc"],
      pageSize: 4,
      cursor: second.meta.cursor,
    });
    assertEquals([first.meta.hasPreviousPage, third.meta.hasNextPage, third.data.length], [false, false, 3]);
    const back = await ask(customers.get, {
      sort: ["industry", "desc"],
      pageSize: 4,
      cursor: third.meta.previousCursor,
    });
    assertEquals(back.data.map((row) => row.id), second.data.map((row) => row.id));
    const start = await ask(customers.get, {
      sort: ["industry", "desc"],
      pageSize: 4,
      cursor: back.meta.previousCursor,
    });
    assertEquals(start.data.map((row) => row.id), first.data.map((row) => row.id));
    assertEquals(start.meta.hasPreviousPage, false);
  });

  await t.step("a row inserted or deleted between pages shifts nothing", async () => {
    const first = await ask(customers.get, { sort: ["name", "asc"], pageSize: 5 });
    await ask(customers.upsert, aCustomer({ name: "AAA" }));
    await ask(customers.delete, { id: first.data[0]!.id });
    const rest = await walk({ sort: ["name", "asc"], pageSize: 5, cursor: first.meta.cursor });
    const next = await ask(customers.get, { sort: ["name", "asc"], pageSize: 50, cursor: first.meta.cursor });
    assertEquals(next.data.length, 6);
    assert(rest.length >= 6);
  });

  await t.step("finds text as text, and never fails on it", async () => {
    assertEquals((await ask(customers.get, { q: "50%_off" })).data.length, 5);
    for (const q of ["_", "%", "<->", "a<b", "\\", "'", '"', "\u0000", "  ", "3M", "(", "🦊"]) {
      await ask(customers.get, { q });
    }
    assertEquals((await ask(customers.get, { q: "_%" })).data.length, 0);
    await ask(customers.upsert, aCustomer({ name: "Crème Brûlée AS", phone: "+47 (555) 12-34" }));
    assertEquals((await ask(customers.get, { q: "creme brulee" })).data.length, 1);
    assertEquals((await ask(customers.get, { q: "4755512" })).data.length, 1);
  });

  await t.step("refuses a cursor that is not of this list", async () => {
    const { meta } = await ask(customers.get, { pageSize: 2 });
    for (const cursor of ["25", "abc", "-1", `${meta.cursor}x`]) {
      assertEquals((await refusal(ask(customers.get, { cursor }))).details.errors?.[0]?.code, "bad_cursor");
    }
    const other = ask(customers.get, { cursor: meta.cursor, sort: ["name", "asc"] });
    assertEquals((await refusal(other)).code, "INVALID");
    const foreign = ask(customers.get, { cursor: meta.cursor, pageSize: 2 }, { caller: store.otherCaller });
    assertEquals((await refusal(foreign)).code, "INVALID");
  });
});
