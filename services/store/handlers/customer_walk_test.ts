import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { CUSTOMER_SORTS } from "shared/contract/customers.ts";
import { customers } from "shared/contract/mod.ts";
import type { InputOf, OutputOf } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import type { Sql } from "../database/connect.ts";
import { takeTestStore } from "../test_store.ts";

const STABLE = 60;

/** Few different values, so that ties and missing values are everywhere. */
async function addCustomers(sql: Sql, teamId: string, source: string, count: number): Promise<void> {
  const added = await sql<{ id: string }[]>`
    insert into customers (team_id, name, email, contact, country, industry, first_tag, source, created_at)
    select ${teamId}, 'N' || (random() * 4)::int, (random() * 4)::int || '@x.example',
      case when random() < 0.7 then 'C' || (random() * 3)::int end, case when random() < 0.7 then 'Land' end,
      case when random() < 0.5 then 'I' || (random() * 2)::int end,
      case when random() < 0.3 then 'T' || (random() * 2)::int end,
      ${source}, timestamptz '2026-01-01' + (random() * 5)::int * interval '1 microsecond'
    from generate_series(1, ${count}::int)
    returning id
  `;
  await sql`
    update customer_figures f set invoice_count = (random() * 2)::int, revenue = (random() * 3)::int,
      outstanding = (random() * 3)::int / 4.0,
      last_invoice_date = case when random() < 0.5 then date '2026-01-01' + (random() * 2)::int end
    where f.team_id = ${teamId} and f.customer_id = any(${added.map((row) => row.id)}::uuid[])
  `;
}

const walks = fc.record({
  sort: fc.constantFrom(...CUSTOMER_SORTS, "search" as const),
  direction: fc.constantFrom("asc" as const, "desc" as const),
  pageSize: fc.integer({ min: 5, max: 17 }),
  /** All pass it, but where few pass, a list is read in another way. */
  filters: fc.constantFrom({}, { portalEnabled: false }),
  /** What happens between two pages: how many others come, and how many go. */
  changes: fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), {
    minLength: 1,
    maxLength: 8,
  }),
});

Deno.test({
  name: "customers.get misses no row that stays and repeats none, while others come and go",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  const { ask, sql, mesh: { teamId } } = store;
  await addCustomers(sql, teamId, "stays", STABLE);
  const stable = new Set(
    (await sql<{ id: string }[]>`select id from customers where source = 'stays'`).map((row) => row.id),
  );

  async function disturb([comers, goers]: [number, number]) {
    await addCustomers(sql, teamId, "passes", comers);
    await sql`
      delete from customers where (team_id, id) in (
        select team_id, id from customers where source = 'passes' order by random() limit ${goers}
      )
    `;
  }

  async function walk(
    input: InputOf<typeof customers.get>,
    way: "cursor" | "previousCursor",
    changes: Changes,
  ) {
    const pages: OutputOf<typeof customers.get>[] = [];
    let cursor = input?.cursor;
    do {
      pages.push(await ask(customers.get, { ...input, cursor, fields: ["id"] }));
      await disturb(changes[pages.length % changes.length]!);
      cursor = pages.at(-1)!.meta[way];
    } while (cursor);
    const rows = (way === "cursor" ? pages : pages.toReversed()).flatMap((page) => page.data);
    const seen = rows.map((row) => row.id).filter((id) => stable.has(id));
    return { seen, last: pages.at(-1)!, all: rows.map((row) => row.id) };
  }

  await fc.assert(
    fc.asyncProperty(walks, async ({ sort, direction, pageSize, filters, changes }) => {
      await sql`delete from customers where source = 'passes'`;
      const order = sort === "search"
        ? { q: "n1 example" }
        : { ...filters, sort: [sort, direction] as [typeof sort, "asc"] };
      if (sort === "search") return await walkSearch(pageSize, changes);
      const forward = await walk({ ...order, pageSize }, "cursor", changes);
      assertEquals(forward.seen.length, STABLE);
      assertEquals(new Set(forward.all).size, forward.all.length);
      const end = { ...order, pageSize, cursor: forward.last.meta.previousCursor };
      const back = await walk(end, "previousCursor", changes);
      const tail = forward.last.data.map((row) => row.id).filter((id) => stable.has(id));
      assertEquals([...back.seen, ...tail], forward.seen);
    }),
    { numRuns: 24, endOnFailure: true },
  );

  async function walkSearch(pageSize: number, changes: Changes) {
    const whole = await ask(customers.get, { q: "n1 example", pageSize: 100 });
    const expected = whole.data.map((row) => row.id).filter((id) => stable.has(id));
    const walked = await walk({ q: "n1 example", pageSize }, "cursor", changes);
    assertEquals(walked.seen.slice(0, expected.length), expected);
    assertEquals(new Set(walked.all).size, walked.all.length);
  }
});

Deno.test({
  name: "customers.get leads back from a page whose rows have all gone, in either direction",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  const { ask, sql, mesh: { teamId } } = store;
  await addCustomers(sql, teamId, "stays", 9);
  const order = { sort: ["name", "asc"] as ["name", "asc"], pageSize: 3 };
  const first = await ask(customers.get, order);
  const second = await ask(customers.get, { ...order, cursor: first.meta.cursor });
  const [one, two] = [first, second].map((page) => page.data.map((row) => row.id)) as [string[], string[]];

  await sql`delete from customers where id <> all(${[...one, ...two]}::uuid[])`;
  const emptied = await ask(customers.get, { ...order, cursor: second.meta.cursor });
  assertEquals([emptied.data, emptied.meta.hasPreviousPage], [[], true]);
  const back = await ask(customers.get, { ...order, cursor: emptied.meta.previousCursor });
  assertEquals(back.data.map((row) => row.id), two);

  await sql`delete from customers where id = any(${one}::uuid[])`;
  const before = await ask(customers.get, { ...order, cursor: back.meta.previousCursor });
  assertEquals([before.data, before.meta.hasNextPage], [[], true]);
  const onward = await ask(customers.get, { ...order, cursor: before.meta.cursor });
  assertEquals(onward.data.map((row) => row.id), two);
});

type Changes = [number, number][];
