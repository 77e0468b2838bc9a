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

/** A search is not here: it looks through all of them, though in one reading of their rows. */
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
      await sql`vacuum analyze invoices`;
      await sql`vacuum analyze payments`;
      const ask = askAccounts(sql);
      // 2,000 invoices and most of them paid: too long for one document.
      const statement = await askStatement(sql, { portalId: links[0]! });
      assertEquals([statement?.statement.from?.slice(4), statement!.statement.currencies.length], [
        "-01-01",
        1,
      ]);
      for (const listing of LISTINGS) await checkRows(sql, ask, { portalId: links[0]!, ...listing });
    } finally {
      await sql.end();
    }
  },
);

async function checkRows(sql: Sql, ask: AskAccount, listing: InputOf<typeof portalAccounts.get>) {
  const input = { ...listing, pageSize: PAGE };
  const first = await ask(input);
  assertEquals(first!.counts.all, 2_000);
  const before = await countRowsRead(sql);
  await ask(input);
  await ask({ ...input, cursor: first!.page.cursor });
  const rows = await countRowsRead(sql) - before;
  assert(rows < 3_000, `${JSON.stringify(listing)} reads ${rows} rows`);
}

async function countRowsRead(sql: Sql): Promise<number> {
  await sql`select pg_stat_force_next_flush()`;
  const [row] = await sql<{ rows: number }[]>`
    select (select sum(seq_tup_read) from pg_stat_user_tables where relname in ('invoices', 'payments'))
      + (select sum(idx_tup_read) from pg_stat_user_indexes where relname in ('invoices', 'payments')) as rows
  `;
  return Number(row!.rows);
}
