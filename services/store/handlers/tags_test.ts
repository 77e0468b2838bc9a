import { assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { customers, rates, tags } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, refusal, refusals, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const NOBODY = "00000000-0000-4000-8000-000000000000";

Deno.test({ name: "tags", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const other = { caller: store.otherCaller };

  async function sortedByTag(): Promise<string[]> {
    const { data } = await ask(customers.get, { sort: ["tags", "asc"], pageSize: 100 });
    return data.map((each) => each.name);
  }

  await t.step("tags.create and tags.list: by name, each name once for each team", async () => {
    for (const name of ["vip", "Ärger", "50%_off"]) await ask(tags.create, { name });
    const listed = (await ask(tags.list, {})).data.map((tag) => tag.name);
    assertEquals(listed.toSorted(), ["50%_off", "vip", "Ärger"]);
    assertEquals((await ask(tags.list, { q: "arg" })).data.map((tag) => tag.name), ["Ärger"]);
    assertEquals((await ask(tags.list, { q: "_%" })).data, []);
    assertEquals((await ask(tags.list, { q: "\0" })).data, []);
    assertEquals((await refusal(ask(tags.create, { name: "vip" }))).code, "CONFLICT");
    const apart = "Ärger".normalize("NFD");
    assertEquals((await refusal(ask(tags.create, { name: apart }))).code, "CONFLICT", "it looks the same");
    const { id, tags: given } = await ask(customers.upsert, aCustomer({ tags: [{ name: apart }] }));
    assertEquals(given.map(({ name }) => name), ["Ärger"]);
    assertEquals((await ask(customers.get, { tag: apart })).data.length, 1);
    await ask(customers.delete, { id });
    assertEquals((await ask(tags.create, { name: "vip" }, other)).name, "vip");
    assertEquals((await ask(tags.list, {}, other)).data.length, 1);
  });

  await t.step("tags.list in pages, there and back; a cursor is of one list only", async () => {
    const names = ["page a", "page b", "page c", "page d", "page e"];
    for (const name of names) await ask(tags.create, { name });
    const page = (cursor?: string | null) => ask(tags.list, { q: "page", pageSize: 2, cursor });
    const first = await page();
    const second = await page(first.meta.cursor);
    const third = await page(second.meta.cursor);
    const shown = [first, second, third].flatMap(({ data }) => data.map(({ name }) => name));
    assertEquals([shown, third.meta.cursor, third.meta.hasNextPage], [names, null, false]);
    assertEquals((await page(third.meta.previousCursor)).data, second.data);
    const { cursor } = first.meta;
    assertEquals((await refusal(ask(tags.list, { cursor }))).details.errors?.[0]?.code, "bad_cursor");
    assertEquals((await refusal(ask(tags.list, { q: "page", cursor }, other))).code, "INVALID");
  });

  await t.step("If-Match is refused where there is no version: a tag has none", async () => {
    const { id } = await ask(tags.create, { name: "unversioned" });
    const options = { headers: { [HEADERS.ifMatch]: '"1"' } };
    for (
      const { code } of await refusals(
        ask(tags.rename, { id, name: "renamed" }, options),
        ask(tags.delete, { id }, options),
        ask(tags.create, { name: "another" }, options),
        ask(rates.record, { base: "USD", quote: "EUR", rate: 1, date: "2026-01-01" }, options),
      )
    ) assertEquals(code, "INVALID");
    assertEquals(await ask(tags.getById, { id }), { id, name: "unversioned" });
    assertEquals((await ask(rates.get, {})).data, []);
  });

  await t.step(
    "tags.rename shows on every customer, moves it in the list, and changes its version",
    async () => {
      const first = await ask(customers.upsert, aCustomer({ name: "First", tags: [{ name: "b" }] }));
      const second = await ask(customers.upsert, aCustomer({ name: "Second", tags: [{ name: "c" }] }));
      assertEquals((await sortedByTag()).slice(0, 2), ["First", "Second"]);
      const [tag] = second.tags;
      assertEquals(await ask(tags.rename, { id: tag!.id, name: "a" }), { id: tag!.id, name: "a" });
      assertEquals((await sortedByTag()).slice(0, 2), ["Second", "First"]);
      const shown = await ask(customers.getById, { id: second.id });
      assertEquals([shown.tags[0]?.name, shown.version], ["a", second.version + 1]);
      assertEquals((await refusal(ask(tags.rename, { id: tag!.id, name: "b" }))).code, "CONFLICT");
      assertEquals((await ask(customers.getById, { id: first.id })).version, first.version);
    },
  );

  await t.step("tags.delete takes it from every customer, and what sorts it goes on", async () => {
    const { id, tags: given } = await ask(
      customers.upsert,
      aCustomer({ tags: [{ name: "0" }, { name: "x" }] }),
    );
    const zero = given.find((tag) => tag.name === "0")!;
    assertEquals(await ask(tags.delete, { id: zero.id }), zero);
    assertEquals((await ask(customers.getById, { id })).tags.map((tag) => tag.name), ["x"]);
    const [row] = await sql<{ firstTag: string }[]>`select first_tag from customers where id = ${id}`;
    assertEquals(row!.firstTag, "x");
    const { data: [last] } = await ask(customers.getHistory, { id });
    const x = given.find((tag) => tag.name === "x")!;
    assertEquals(last!.changes, { tags: { before: [zero.id, x.id].sort(), after: [x.id] } });
  });

  await t.step("tags.rename tells of a hundred customers at a time", async () => {
    const { teamId } = store.caller;
    const { id } = await ask(tags.create, { name: "of many" });
    await sql`
      with many as (
        insert into customers (team_id, name, email)
        select ${teamId}, 'Many ' || n, 'many@example.com' from generate_series(1, 250) n returning id
      ) insert into customer_tags (team_id, customer_id, tag_id) select ${teamId}, id, ${id} from many
    `;
    await ask(tags.rename, { id, name: "of very many" });
    // Each statement of a transaction has a number, and leaves it in what it has written.
    const [told] = await sql`
      select count(*) as customers, count(distinct f.cmin::text) as statements, min(f.event_sequence) as events
      from customer_figures f join customer_tags t using (team_id, customer_id) where t.tag_id = ${id}
    `;
    assertEquals({ ...told }, { customers: 250, statements: 3, events: 1 });
    await ask(tags.delete, { id });
    const [gone] = await sql`select count(*) as customers from customers where tag_names like '%very many%'`;
    assertEquals(gone!.customers, 0);
  });

  await t.step("tags.rename and tags.delete answer NOT_FOUND for what is not the team's", async () => {
    const { id } = await ask(tags.create, { name: "mine" });
    assertEquals((await refusal(ask(tags.rename, { id, name: "theirs" }, other))).code, "NOT_FOUND");
    assertEquals((await refusal(ask(tags.delete, { id }, other))).code, "NOT_FOUND");
    assertEquals((await refusal(ask(tags.delete, { id: NOBODY }))).code, "NOT_FOUND");
    assertEquals((await refusal(ask(tags.getById, { id }, other))).code, "NOT_FOUND");
    assertEquals((await ask(tags.list, { q: "mine" })).data, [{ id, name: "mine" }]);
  });

  await t.step("addTags and removeTags change the set, tags replaces it, by id or name", async () => {
    const { id, tags: [a] } = await ask(customers.upsert, aCustomer({ addTags: [{ name: "a" }] }));
    const names = async (change: object) =>
      (await ask(customers.update, { id, ...change })).tags.map((tag) => tag.name);
    assertEquals(await names({ addTags: [{ name: "p" }, { name: "q" }] }), ["a", "p", "q"]);
    assertEquals(await names({ removeTags: [{ id: a!.id }, { name: "q" }, { name: "never" }] }), ["p"]);
    assertEquals(
      await names({ tags: [{ name: "r" }], addTags: [{ id: a!.id }], removeTags: [{ name: "r" }] }),
      ["a"],
    );
    assertEquals(await names({ city: "Oslo" }), ["a"]);
    assertEquals(await names({ tags: [a!.id, "s"], addTags: ["p"] }), ["a", "p", "s"], "as texts too");
    assertEquals(await names({ removeTags: ["p", "s"] }), ["a"]);
    assertEquals((await ask(tags.list, { q: "never" })).data, [], "what is taken away is not made for it");
    const { version } = await ask(customers.getById, { id });
    assertEquals((await ask(customers.update, { id, addTags: [{ name: "a" }] })).version, version);
  });

  await t.step("addTags names what is no tag, and has a limit", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const unknown = await refusal(ask(customers.update, { id, addTags: [{ name: "ok" }, { id: NOBODY }] }));
    assertEquals(unknown.details.errors?.[0]?.pointer, "/addTags/1/id");
    const many = (from: number) => Array.from({ length: 60 }, (_, n) => ({ name: `n${from + n}` }));
    await ask(customers.update, { id, addTags: many(0) });
    const tooMany = await refusal(ask(customers.update, { id, addTags: many(60) }));
    assertEquals([tooMany.code, tooMany.details.errors?.[0]?.code], ["INVALID", "too_big"]);
  });

  await t.step(
    "giving, renaming and deleting at once leaves no customer sorted by a tag it has not",
    async () => {
      const ids = await Promise.all(
        Array.from({ length: 8 }, async () => (await ask(customers.upsert, aCustomer())).id),
      );
      const { id: tagId } = await ask(tags.create, { name: "!busy" });
      await Promise.allSettled([
        ...ids.map((id) => ask(customers.update, { id, addTags: [{ id: tagId }] })),
        ask(tags.rename, { id: tagId, name: "!busier" }),
        ...ids.map((id) => ask(customers.update, { id, addTags: [{ name: "!other" }] })),
        ask(tags.delete, { id: tagId }),
      ]);
      const wrong = await sql`
      select c.id from customers c where c.first_tag is distinct from (
        select min(t.name) from customer_tags ct join tags t on t.team_id = ct.team_id and t.id = ct.tag_id
        where ct.team_id = c.team_id and ct.customer_id = c.id
      )
    `;
      assertEquals(wrong.length, 0);
      const unforeseen = await sql`select 1 from tags where id = ${tagId}`;
      assertEquals(unforeseen.length, 0);
    },
  );
});
