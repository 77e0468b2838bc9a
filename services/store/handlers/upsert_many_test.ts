import { assert, assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { customers, tags } from "shared/contract/mod.ts";
import type { InputOf } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const NOBODY = "00000000-0000-4000-8000-000000000000";

type Item = InputOf<typeof customers.upsertMany>["items"][number];

Deno.test({ name: "customers.upsertMany", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, askRaw, sql } = store;
  const many = (items: unknown[], headers: Record<string, string> = {}) =>
    // The cast: some of what is sent here is wrong on purpose.
    ask(customers.upsertMany, { items: items as Item[] }, { headers });

  async function countCustomers(): Promise<number> {
    const [row] = await sql<{ count: number }[]>`select count(*) as count from customers`;
    return row!.count;
  }

  await t.step("4 invalid of 100 leave 96 done, in order, each with its own pointers", async () => {
    const wrong: Record<number, object> = {
      3: { name: "No e-mail" },
      40: aCustomer({ email: "no" }),
      41: aCustomer({ countryCode: "ZZ", vatNumber: "DE811907981" }),
      99: { id: "x" },
    };
    const before = await countCustomers();
    const items = Array.from({ length: 100 }, (_, n) => wrong[n] ?? aCustomer({ externalId: `e${n}` }));
    const { counts, results } = await many(items);
    assertEquals(counts, { created: 96, updated: 0, unchanged: 0, failed: 4 });
    assertEquals(results.length, 100);
    for (const [n, { status, customer, error }] of results.entries()) {
      if (n in wrong) assertEquals([status, error?.code, customer], ["INVALID", "INVALID", undefined]);
      else assertEquals([status, customer?.externalId], ["created", `e${n}`]);
    }
    const pointers = (n: number) => results[n]!.error?.errors?.map((each) => each.pointer);
    assertEquals([3, 40, 41, 99].map(pointers), [["/email"], ["/email"], ["/countryCode", "/vatNumber"], [
      "/id",
    ]]);
    assertEquals(await countCustomers(), before + 96);
  });

  await t.step("says what became of each: created, updated, unchanged, or why not", async () => {
    const known = await ask(customers.upsert, aCustomer({ externalId: "known", name: "Known" }));
    const archived = await ask(customers.upsert, aCustomer({ externalId: "old" }));
    await ask(customers.archive, { id: archived.id });
    const { results } = await many([
      { externalId: "known", name: "Known", email: known.email, city: "Oslo" },
      { id: known.id, city: "Oslo" },
      aCustomer({ externalId: "old" }),
      { id: NOBODY, city: "Oslo" },
      { id: archived.id, isArchived: false },
    ]);
    assertEquals(results.map((each) => each.status), [
      "updated",
      "unchanged",
      "created",
      "NOT_FOUND",
      "CONFLICT",
    ]);
    assertEquals(results[2]!.hints, [{ code: "archived_twin", customerId: archived.id }]);
    assertEquals(results[4]!.error?.errors?.[0]?.code, "taken");
    assertEquals(customers.upsertMany.output.parse({ counts: counted(results), results }).results, results);
  });

  await t.step("the same externalId twice is one customer, saved twice in order", async () => {
    const first = aCustomer({ externalId: "same", city: "A" });
    const { results } = await many([first, aCustomer(), { ...first, city: "B" }]);
    assertEquals(results.map((each) => each.status), ["created", "created", "updated"]);
    assertEquals(results[0]!.customer?.id, results[2]!.customer?.id);
    assertEquals((await ask(customers.getById, { id: results[0]!.customer!.id })).city, "B");
  });

  await t.step("of an item that fails in the middle nothing remains, no tag and no event", async () => {
    const before = await sql`select sequence from outbox`;
    const { results } = await many([aCustomer({ tags: [{ name: "left-over" }], addTags: [{ id: NOBODY }] })]);
    assertEquals(results[0]!.error?.errors?.[0]?.pointer, "/addTags/0/id");
    assertEquals((await ask(tags.list, { q: "left-over" })).data, []);
    assertEquals((await sql`select sequence from outbox`).length, before.length);
  });

  await t.step("one key for the whole: the same answer again, another list is refused", async () => {
    const headers = { [HEADERS.idempotencyKey]: "batch-0000001" };
    const items = [aCustomer(), {}];
    const [first, second] = [await many(items, headers), await many(items, headers)];
    assertEquals(second, first);
    assertEquals((await refusal(many([aCustomer()], headers))).code, "KEY_REUSED");
  });

  await t.step("two batches with the same customers in opposite order wait for each other", async () => {
    const items = Array.from({ length: 40 }, (_, n) => aCustomer({ externalId: `both${n}` }));
    const others = items.toReversed().map((item) => ({ ...item, city: "Oslo" }));
    const [one, two] = await Promise.all([many(items), many(others)]);
    assertEquals([one.counts.failed, two.counts.failed], [0, 0]);
    assertEquals(one.counts.created + two.counts.created, 40);
  });

  await t.step("If-Match is for one customer, so with many it is refused", async () => {
    const customer = aCustomer({ name: "Never" });
    assertEquals((await refusal(many([customer], { [HEADERS.ifMatch]: '"7"' }))).code, "INVALID");
    assertEquals((await ask(customers.get, { q: "Never" })).data, []);
  });

  await t.step("the worst answers of 500 items fit into one message", async () => {
    const wide = { name: "𝕏".repeat(100), externalId: "𝕏".repeat(98) };
    const good = Array.from(
      { length: 500 },
      (_, n) => aCustomer({ ...wide, externalId: wide.externalId + n }),
    );
    assertEquals((await many(good)).counts.created, 500);
    const fields = Object.keys(aCustomerOfNumbers());
    const { counts, results } = await many(Array.from({ length: 500 }, aCustomerOfNumbers));
    assertEquals(counts.failed, 500);
    assert(fields.length > results[0]!.error!.errors!.length);
  });

  await t.step("none and 501 are refused as a whole", async () => {
    for (const items of [[], Array.from({ length: 501 }, () => ({}))]) {
      assertEquals(
        (await refusal(askRaw(customers.upsertMany, { items }))).details.errors?.[0]?.pointer,
        "/items",
      );
    }
  });
});

/** Wrong in as many fields as there are. */
function aCustomerOfNumbers(): Record<string, unknown> {
  const fields = Object.keys(customers.getById.output.shape);
  return Object.fromEntries(fields.map((field) => [field, {}]));
}

function counted(results: { status: string }[]) {
  const count = (status: string) => results.filter((each) => each.status === status).length;
  const [created, updated, unchanged] = [count("created"), count("updated"), count("unchanged")];
  return { created, updated, unchanged, failed: results.length - created - updated - unchanged };
}
