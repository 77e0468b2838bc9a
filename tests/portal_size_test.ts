/** What an account page costs must not grow with the account: counted in rows, which are the same on every machine. */
import { assert, assertEquals } from "@std/assert";
import { portalAccounts } from "shared/contract/portal.ts";
import type { InputOf } from "shared/operation.ts";
import { hasTestServers, takeTestMesh } from "../infra/test_mesh.ts";
import { connectDatabase, type Sql } from "../services/store/database/connect.ts";
import { upsertTeam } from "../services/store/queries/teams.ts";
import { makeAccount } from "./bench/portal_accounts.ts";
import { type AskAccount, askAccounts, askStatement } from "./bench/store_handlers.ts";

const ignore = !hasTestServers();

type Listing = Omit<InputOf<typeof portalAccounts.get>, "portalId">;

const PAGE = 20;

/** A search looks through an index of all of them, and reads the rows that it shows. */
const LISTINGS: readonly Listing[] = [
  {},
  { sort: "oldest" },
  { sort: "due" },
  { sort: "amount" },
  { status: "open" },
  { status: "overdue", sort: "amount" },
  { status: "paid" },
  { status: "paid", sort: "due" },
  { from: "2024-01-01", to: "2024-01-31" },
  { q: "-77" },
  { q: "99", sort: "due" },
  { q: "zzzzzz" },
  { q: "meridian", sort: "amount" },
];

Deno.test(
  { name: "an account of 2,000 invoices is read in few rows, whatever is asked of it", ignore },
  async () => {
    await using mesh = await takeTestMesh();
    // One connection: what it has counted is told by it.
    const sql = connectDatabase(mesh.databaseUrl, {
      maxConnections: 1,
      statementTimeoutMs: 20_000,
      applicationName: "test",
    });
    try {
      await upsertTeam(sql, { id: mesh.teamId, name: "Halden Studio", baseCurrency: "EUR" });
      const { links } = await makeAccount(sql, mesh.teamId, { name: "Large", invoices: 2_000, links: 1 });
      // What is planned for any customer is planned for one of these.
      for (let n = 0; n < 20; n++) {
        await makeAccount(sql, mesh.teamId, { name: "Small", invoices: 2, links: 1 });
      }
      await sql`vacuum analyze payments`;
      await vacuumInvoices(sql);
      const ask = askAccounts(sql);
      // 2,000 invoices and most of them paid: too long for one document.
      const statement = await askStatement(sql, { portalId: links[0]! });
      assertEquals([statement?.statement.from?.slice(4), statement!.statement.currencies.length], [
        "-01-01",
        1,
      ]);
      for (const listing of LISTINGS) await checkRows(sql, ask, { portalId: links[0]!, ...listing });
      await checkPlans(sql);
    } finally {
      await sql.end();
    }
  },
);

/** While anybody else looks at the table, an index alone cannot say which rows are there. */
async function vacuumInvoices(sql: Sql): Promise<void> {
  for (let attempt = 0; attempt < 50; attempt++) {
    await sql`vacuum analyze invoices`;
    const [table] =
      await sql`select relallvisible < relpages as is_left from pg_class where relname = 'invoices'`;
    if (!table!.isLeft) return;
  }
}

async function checkRows(sql: Sql, ask: AskAccount, listing: InputOf<typeof portalAccounts.get>) {
  const input = { ...listing, pageSize: PAGE };
  const first = await ask(input);
  assertEquals(first!.counts.all, 2_000);
  const before = await countReads(sql);
  await ask(input);
  await ask({ ...input, cursor: first!.page.cursor });
  const { entries, rows } = await countReads(sql);
  const read = { rows: rows - before.rows, entries: entries - before.entries };
  const isFew = listing.q ? read.rows < 2_000 : read.entries < 3_000;
  assert(isFew, `${JSON.stringify(listing)} reads ${JSON.stringify(read)}`);
}

/** To plan takes longer than to read: all that was asked above was planned for any values, and its sums once for any list. */
async function checkPlans(sql: Sql) {
  const [ofAccounts, ofSums] = ["%owner as materialized%", "%days1_to30%"];
  const [plans] = await sql`
    select sum(custom_plans)::int as anew, count(*) filter (where statement like ${ofSums!})::int as sums
    from pg_prepared_statements where statement like ${ofAccounts!}
  `;
  assertEquals(plans, { anew: 0, sums: 1 });
}

/** Entries of indexes, and the rows that were looked at for them, or without any. */
async function countReads(sql: Sql): Promise<{ entries: number; rows: number }> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql<{ entries: number; rows: number }[]>`
    select sum(seq_tup_read + idx_tup_fetch)::int as rows, sum(seq_tup_read + (
      select sum(idx_tup_read) from pg_stat_user_indexes i where i.relid = t.relid
    ))::int as entries
    from pg_stat_user_tables t where relname in ('invoices', 'payments')
  `;
  return row!;
}
