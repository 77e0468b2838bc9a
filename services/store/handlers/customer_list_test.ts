import { assert, assertEquals } from "@std/assert";
import { CUSTOMER_SORTS } from "shared/contract/customers.ts";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import type { InputOf, OutputOf } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { lookUpTag } from "../queries/customer_filters.ts";
import { customerSortKey } from "../queries/customer_sorts.ts";
import { selectFiltered, selectKeys } from "../queries/customer_list.ts";
import { rangesBeyond } from "../rules/keyset.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
type ListInput = InputOf<typeof customers.get>;

Deno.test({ name: "customers.get filters", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const add = async (changes: object) => (await ask(customers.upsert, aCustomer(changes))).id;
  const names = async (input: ListInput) =>
    (await ask(customers.get, { sort: ["name", "asc"], ...input })).data.map((row) => row.name);

  const late = await add({
    name: "Late",
    countryCode: "NO",
    country: "Norway",
    industry: "Média",
    tags: [{ name: "vip" }],
  });
  const paid = await add({ name: "Paid", countryCode: "SE", industry: "Energy", status: "prospect" });
  const plain = await add({ name: "Plain", tags: [{ name: "vip" }, { name: "a, b" }] });
  await add({ name: "Put away", isArchived: true });
  await ask(customers.togglePortal, { customerId: paid, enabled: true });
  await sql`update customers set enrichment_status = 'failed' where id = ${late}`;
  await sql`
    update customers set created_at = '2026-03-10T22:30:00.123456Z', updated_at = '2026-03-11T10:00:00Z'
    where id = ${plain}
  `;

  await t.step("by tag (id or name), status, country, industry, enrichment and portal", async () => {
    const { data } = await ask(customers.get, { tag: "vip" });
    const vip = data[0]!.tags.find((tag) => tag.name === "vip")!.id;
    assertEquals(await names({ tag: "vip" }), ["Late", "Plain"]);
    assertEquals(await names({ tag: vip }), ["Late", "Plain"]);
    assertEquals(await names({ tag: "a, b" }), ["Plain"]);
    assertEquals(await names({ tag: "nobody's" }), []);
    assertEquals(await names({ status: ["prospect"] }), ["Paid"]);
    assertEquals(await names({ status: ["prospect", "active"] }), ["Late", "Paid", "Plain"]);
    assertEquals(await names({ country: ["no", "SE"] }), ["Late", "Paid"]);
    assertEquals(await names({ industry: "MEDIA" }), ["Late"]);
    assertEquals(await names({ enrichmentStatus: ["failed"] }), ["Late"]);
    assertEquals(await names({ enrichmentStatus: ["none"] }), ["Paid", "Plain"]);
    assertEquals(await names({ portalEnabled: true }), ["Paid"]);
    assertEquals(await names({ portalEnabled: false }), ["Late", "Plain"]);
  });

  await t.step("archived customers stay out unless they are asked for, in searches too", async () => {
    assertEquals(await names({}), ["Late", "Paid", "Plain"]);
    assertEquals(await names({ isArchived: "true" }), ["Put away"]);
    assertEquals(await names({ isArchived: true }), ["Put away"]);
    assertEquals(await names({ isArchived: "all" }), ["Late", "Paid", "Plain", "Put away"]);
    assertEquals(await names({ q: "put away" }), []);
    assertEquals(await names({ q: "put away", isArchived: "all" }), ["Put away"]);
  });

  await t.step("by ranges of moments, and of days as the seller's calendar counts them", async () => {
    // In Oslo, Plain came on 10 March at 23:30.
    assertEquals(await names({ createdFrom: "2026-03-10", createdTo: "2026-03-10" }), ["Plain"]);
    assertEquals(await names({ createdFrom: "2026-03-11", createdTo: "2026-03-11" }), []);
    assertEquals(await names({ createdTo: "2026-03-10T22:30:00.123456Z" }), ["Plain"]);
    assertEquals(await names({ createdTo: "2026-03-10T22:30:00.123455Z" }), []);
    assertEquals(await names({ updatedTo: "2026-03-11" }), ["Plain"]);
    assertEquals(await names({ updatedFrom: "2026-03-12", createdFrom: "2026-01-01" }), ["Late", "Paid"]);
  });

  await t.step("by what is overdue today, however it comes about", async () => {
    const past = { issueDate: "2020-01-01", dueDate: "2020-02-01" };
    const open = await ask(invoices.record, anInvoice({ customerId: late, ...past }));
    await ask(invoices.record, anInvoice({ customerId: late, issueDate: "2019-01-01" }));
    await ask(invoices.record, anInvoice({ customerId: paid }));
    await ask(invoices.record, anInvoice({ customerId: plain, ...past, status: "draft" as const }));
    assertEquals(await names({ hasOverdue: true }), ["Late"]);
    assertEquals(await names({ hasOverdue: false }), ["Paid", "Plain"]);
    // Nothing but the calendar moves.
    await sql`update invoices set due_date = (now() at time zone 'Europe/Oslo')::date where id = ${open.id}`;
    assertEquals(await names({ hasOverdue: true }), []);
    await sql`update invoices set due_date = due_date - 1 where id = ${open.id}`;
    assertEquals(await names({ hasOverdue: true }), ["Late"]);
    await ask(payments.record, { invoiceId: open.id, amount: 100, paidAt: "2026-02-01T10:00:00Z" });
    assertEquals(await names({ hasOverdue: true }), []);
    const credited = await ask(invoices.record, anInvoice({ customerId: late, ...past }));
    assertEquals(await names({ hasOverdue: true }), ["Late"]);
    const { invoiceNumber: creditedInvoiceNumber } = credited;
    const note = { customerId: late, type: "credit_note" as const, creditedInvoiceNumber };
    await ask(invoices.record, anInvoice(note));
    assertEquals(await names({ hasOverdue: true }), []);
  });

  await t.step("together with each other, a sort, a search and a count", async () => {
    const input: ListInput = { tag: "vip", q: "a", sort: ["name", "desc"], total: true };
    const { data, meta } = await ask(customers.get, input);
    assertEquals([data.map((row) => row.name), meta.total], [[], 0]);
    const counted = await ask(customers.get, { tag: "vip", pageSize: 1, total: true });
    assertEquals([counted.data.length, counted.meta.total, counted.meta.hasNextPage], [1, 2, true]);
    assertEquals((await ask(customers.get, {})).meta.total, undefined);
    const none = { tag: "vip", status: ["churned" as const], portalEnabled: true, hasOverdue: false };
    assertEquals(await names(none), []);
  });

  await t.step("a cursor belongs to its filters", async () => {
    const { meta } = await ask(customers.get, { tag: "vip", pageSize: 1 });
    for (const other of [{}, { tag: "vip", status: ["active" as const] }, { tag: "vip", q: "plain" }]) {
      const error = await refusal(ask(customers.get, { ...other, cursor: meta.cursor }));
      assertEquals(error.details.errors?.[0]?.code, "bad_cursor");
    }
    // How much of it is shown makes no other list.
    const next = { tag: "vip", cursor: meta.cursor, pageSize: 5, fields: ["name" as const], total: true };
    assertEquals((await ask(customers.get, next)).data.length, 1);
  });

  await t.step("fields= leaves out all others but the id, and an unknown one is named", async () => {
    const { data } = await ask(customers.get, { fields: ["name", "tags"], tag: "a, b" });
    assertEquals(data.map((row) => Object.keys(row).sort()), [["id", "name", "tags"]]);
    assertEquals(Object.keys((await ask(customers.get, { fields: ["id"] })).data[0]!), ["id"]);
    const wrong = { fields: ["name", "salary"] } as unknown as ListInput;
    assertEquals((await refusal(ask(customers.get, wrong))).details.errors?.[0]?.pointer, "/fields/1");
  });

  await t.step("values that a filter does not know are refused", async () => {
    const wrong: Record<string, object> = {
      "/status/0": { status: ["gone"] },
      "/country/0": { country: ["Norway"] },
      "/createdFrom": { createdFrom: "yesterday" },
      "/updatedTo": { updatedTo: "0001-01-01T00:00:00Z" },
      "/isArchived": { isArchived: "maybe" },
      "/sort/0": { sort: ["salary", "asc"] },
      "/sort/1": { sort: ["name", "ASC"] },
    };
    for (const [pointer, input] of Object.entries(wrong)) {
      const error = await refusal(ask(customers.get, input as ListInput));
      assertEquals([error.code, error.details.errors?.[0]?.pointer], ["INVALID", pointer]);
    }
  });
});

Deno.test({ name: "customers.get tells moments apart by microseconds", ignore }, async () => {
  await using store = await takeTestStore();
  for (let n = 0; n < 6; n++) await store.ask(customers.upsert, aCustomer());
  await store.sql`
    update customers set created_at = timestamptz '2026-01-01T00:00:00.123Z' + n * interval '1 microsecond'
    from (select id, row_number() over () as n from customers) numbered where numbered.id = customers.id
  `;
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const input: ListInput = { sort: ["created_at", "asc"], pageSize: 1, cursor };
    const page: OutputOf<typeof customers.get> = await store.ask(customers.get, input);
    seen.push(...page.data.map((row) => row.id));
    cursor = page.meta.cursor;
  } while (cursor);
  assertEquals(new Set(seen).size, 6);
  assertEquals(seen.length, 6);
});

Deno.test(
  { name: "customers.get reads each sort from its index, at any depth, both ways", ignore },
  async (t) => {
    await using store = await takeTestStore();
    const { sql } = store;
    const teamId = store.mesh.teamId;
    await sql`
    insert into customers (team_id, name, email, contact, country, industry)
    select ${teamId}, 'Name ' || n, n || '@x.example', 'Contact ' || n, 'Norway', 'Media' from generate_series(1, 5000) n
  `;
    await sql`update customer_figures set invoice_count = 1, last_invoice_date = '2026-01-01'`;
    await sql`analyze customers`;
    await sql`analyze customer_figures`;
    const values: Record<string, string> = {
      created_at: "2026-01-01",
      invoices: "1",
      total_revenue: "0",
      outstanding: "0",
      last_invoice: "2026-01-01",
      projects: "00000000-0000-4000-8000-000000000000",
    };
    for (const sort of CUSTOMER_SORTS) {
      for (const direction of ["asc", "desc"] as const) {
        for (const isBackward of [false, true]) {
          await t.step(`${sort} ${direction}${isBackward ? ", backward" : ""}`, async () => {
            const value = values[sort] ?? "name 7";
            const listing = {
              filters: {},
              calendar: { today: "2026-01-01", timeZone: "UTC" },
              matches: sql`true`,
              mayBeFew: false,
              key: customerSortKey(sql, sort, direction),
              at: { list: "", value, id: teamId, isBackward },
              isBackward,
              limit: 26,
            };
            const [range] = rangesBeyond(sql, listing.key, listing.at);
            const rows = await sql<{ "queryPlan": string }[]>`explain ${
              selectKeys(sql, teamId, listing, range!)
            }`;
            const plan = rows.map((row) => Object.values(row)[0]).join("\n");
            assert(!/Sort|Seq Scan/.test(plan), plan);
            assert(/Index Cond: .*ROW\(|Index Cond: .*\bid [<>]/.test(plan), plan);
          });
        }
      }
    }
  },
);

Deno.test({ name: "customers.get finds the few of a filter without reading the team", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const teamId = store.mesh.teamId;
  await sql`
    insert into customers (team_id, name, email, country_code, status)
    select ${teamId}, 'Name ' || n, n || '@x.example', country, case country when 'NO' then 'active' else 'prospect' end
    from generate_series(1, 5000) n, lateral (select case n % 2 when 0 then 'NO' else 'SE' end as country)
  `;
  const few = aCustomer({ countryCode: "IS", country: "Iceland", tags: [{ name: "few" }] });
  const { id, tags: [tag] } = await ask(customers.upsert, few);
  await sql`insert into tags (team_id, name) values (${teamId}, 'most')`;
  await sql`
    insert into customer_tags (team_id, customer_id, tag_id)
    select ${teamId}, c.id, t.id from customers c, tags t where t.name = 'most'
  `;
  await sql`analyze customers, customer_tags`;
  const filters = {
    tag: { given: { tag: "few" }, index: "customer_tags_by_tag" },
    country: { given: { country: ["IS"] }, index: "customers_country_code" },
  };
  for (const [name, { given, index }] of Object.entries(filters)) {
    await t.step(name, async () => {
      const { data } = await ask(customers.get, given);
      assertEquals(data.map((row) => [row.id, row.tags[0]!.id]), [[id, tag!.id]]);
      const listing = {
        filters: await lookUpTag(sql, teamId, given),
        calendar: { today: "2026-01-01", timeZone: "UTC" },
        matches: sql`true`,
        mayBeFew: false,
        key: customerSortKey(sql, "name", "asc"),
        at: undefined,
        isBackward: false,
        limit: 26,
      };
      const rows = await sql`explain ${selectKeys(sql, teamId, listing, sql`true`)}`;
      const plan = rows.map((row) => Object.values(row)[0]).join("\n");
      assert(plan.includes(index), plan);
    });
  }
  await t.step("two of which many pass each and nobody both, without the index of the sort", async () => {
    const key = customerSortKey(sql, "total_revenue", "desc");
    const plan = async (status: "active" | "prospect") => {
      const calendar = { today: "2026-01-01", timeZone: "UTC" };
      const filters = { country: ["NO" as const], status: [status] };
      const listing = { filters, calendar, matches: sql`true`, mayBeFew: true, key, at: undefined };
      const keys = selectFiltered(sql, teamId, { ...listing, isBackward: false, limit: 26 });
      const rows = await sql`explain (analyze, costs off, timing off) ${keys}`;
      return rows.map((row) => Object.values(row)[0]).join("\n");
    };
    assert(/customer_figures.*never executed/.test(await plan("prospect")), await plan("prospect"));
    assert(!/customer_figures.*never executed/.test(await plan("active")), await plan("active"));
    const both = { country: ["NO"], status: ["prospect" as const] };
    assertEquals(
      await ask(customers.get, { ...both, sort: ["total_revenue", "desc"] }).then(({ data }) => data),
      [],
    );
  });
});

Deno.test(
  { name: "customers.get makes shorter pages of long rows, and leaves none out", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask } = store;
    for (let batch = 0; batch < 3; batch++) {
      const items = Array.from({ length: 15 }, () => aCustomer({ note: "語".repeat(10_000) }));
      await ask(customers.upsertMany, { items });
    }
    const ids: string[] = [];
    let cursor: string | null = null;
    do {
      const page: OutputOf<typeof customers.get> = await ask(customers.get, { cursor, pageSize: 100 });
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.meta.cursor;
      const back = page.meta.previousCursor;
      if (back) assert((await ask(customers.get, { cursor: back, pageSize: 100 })).data.length > 0);
    } while (cursor);
    assertEquals([ids.length, new Set(ids).size], [45, 45]);
  },
);
