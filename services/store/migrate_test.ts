import { assertEquals } from "@std/assert";
import { customers, events, invoices } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { migrate } from "./migrate.ts";
import type { Sql } from "./database/connect.ts";
import { takeTestStore } from "./test_store.ts";

const ignore = !hasTestServers();
const FOLDER = new URL("./migrations/", import.meta.url);
const MARCH = "2026-03-01T10:00:00.000Z";
const APRIL = "2026-04-01T10:00:00.000Z";
const MAY = "2026-05-01T10:00:00.000Z";
const JUNE = "2026-06-01T10:00:00.000Z";

/** The database as it was before a migration: everything again from nothing, up to there. */
async function goBackBefore(sql: Sql, teamId: string, name: string): Promise<void> {
  const earlier = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name).filter((each) => each < name);
  await sql.unsafe("drop schema public cascade; create schema public");
  await sql`create table migrations (name text primary key, applied_at timestamptz not null default now())`;
  for (const each of earlier.sort()) {
    await sql.unsafe(Deno.readTextFileSync(new URL(each, FOLDER)));
    await sql`insert into migrations (name) values (${each})`;
  }
  await sql`insert into teams (id, name, base_currency) values (${teamId}, 'Halden Studio', 'EUR')`;
}

async function insertInvoice(sql: Sql, teamId: string, id: string): Promise<void> {
  const sums = { subtotalMinor: 900, totalMinor: 900, paidMinor: 400 };
  const facts = { invoiceNumber: id, state: "refunded", currency: "EUR", exponent: 2, ...sums };
  const days = { issueDate: "2026-03-01", dueDate: "2026-03-31" };
  const parties = { seller: sql.json({ name: "S" }), buyer: sql.json({ name: "B" }) };
  await sql`insert into invoices ${sql({ teamId, id, ...facts, ...days, ...parties })}`;
}

Deno.test(
  { name: "0013: what was told of invoices before is told from the one history", ignore },
  async () => {
    const [id, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await using store = await takeTestStore({
      prepare: async (sql, { teamId }) => {
        await goBackBefore(sql, teamId, "0013");
        await sql`update migrations set applied_at = ${MAY} where name = '0007_history.sql'`;
        for (const each of [id, other]) await insertInvoice(sql, teamId, each);
        for (const entry of oldHistory(id, other)) {
          await sql`insert into invoice_history ${sql({ teamId, ...entry })}`;
        }
        assertEquals((await migrate(sql))[0], "0013_one_history.sql");
      },
    });
    const { ask } = store;
    const { data } = await ask(invoices.getHistory, { id });
    assertEquals(data.map(({ kind, fields, amount, at }) => [kind, fields.join(), amount, at]), [
      ["recorded", "", null, MARCH],
      ["issued", "", null, MARCH],
      ["payment", "", 3, MARCH],
      ["payment", "", 1, MARCH],
      ["changed", "amount,note,lines", null, APRIL],
      ["credited", "", -0.5, APRIL],
      ["refunded", "", 4, MAY],
      ["changed", "customerId", null, JUNE],
    ]);
    assertEquals(data.map(({ actor, door }) => `${actor} ${door}`), data.map(() => "key:old http"));
    assertEquals((await ask(invoices.getHistory, { id: other })).data.map(({ kind }) => kind), ["recorded"]);
    assertEquals(invoices.getHistory.output.parse({ data }), { data });
    assertEquals((await ask(events.list, {})).meta.latest, 0, "the past is not told as news");
  },
);

function oldHistory(invoiceId: string, other: string) {
  const author = { actor: "key:old", door: "http" };
  const entry = (kind: string, at: string, more: object = {}) => ({
    invoiceId,
    kind,
    at,
    ...author,
    ...more,
  });
  return [
    entry("recorded", MARCH),
    entry("issued", MARCH),
    entry("payment", MARCH, { amountMinor: 300 }),
    entry("payment", MARCH, { amountMinor: 100 }),
    entry("recorded", APRIL, { invoiceId: other }),
    entry("changed", APRIL, { fields: ["amount", "note", "lines"] }),
    entry("credited", APRIL, { amountMinor: -50 }),
    entry("refunded", MAY, { amountMinor: 400 }),
    // From here on there were events too, and only the second of these had none.
    entry("changed", JUNE, { fields: ["note"] }),
    entry("changed", JUNE, { fields: ["customerId"] }),
  ];
}

Deno.test(
  { name: "0014: numbers and hosts of customers saved before are filled once, by one store", ignore },
  async () => {
    const old = Array.from({ length: 1_100 }, (_, n) => ({
      name: `Old ${n}`,
      email: "old@a.example",
      phone: n % 2 ? "0170 1234567" : "call me",
      countryCode: n % 3 ? "DE" : null,
      website: n % 5 ? "https://www.Müller.example/about" : null,
      city: n % 110 ? null : "Αθήνα",
    }));
    await using store = await takeTestStore({
      prepare: async (sql, { teamId }) => {
        await goBackBefore(sql, teamId, "0014");
        await sql`insert into customers ${sql(old.map((row) => ({ teamId, ...row })))}`;
        await migrate(sql);
      },
    });
    const another = await store.startAnother();
    const { ask, sql } = store;
    const edited = (await ask(customers.get, { q: "Old 1099" })).data[0]!;
    await ask(customers.update, { id: edited.id, phone: "+47 22 33 44 55", website: null });
    await until("the end of it", async () => {
      return (await sql`select 1 from backfills where finished_at is not null`).length === 1;
    });
    const rows = await sql`
    select phone_e164, website_domain, version from customers where name <> 'Old 1099' order by length(name), name
  `;
    assertEquals(
      [...rows],
      old.slice(0, -1).map(({ countryCode, website }, n) => ({
        phoneE164: n % 2 && countryCode ? "+491701234567" : null,
        websiteDomain: website && "xn--mller-kva.example",
        version: 1,
      })),
    );
    const shown = await ask(customers.getById, { id: edited.id });
    assertEquals([shown.phoneE164, shown.websiteDomain], ["+4722334455", null]);
    assertEquals((await ask(customers.get, { q: "+491701234567", total: true })).meta.total, 366);
    assertEquals((await ask(customers.get, { q: "athina", total: true })).meta.total, 10);
    await another.stop();
  },
);

Deno.test({ name: "0014: in a new database there is nothing to fill", ignore }, async () => {
  await using store = await takeTestStore();
  assertEquals((await store.sql`select * from backfills`).length, 0);
});
