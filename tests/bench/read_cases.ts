/** Reading: each sort at the first page and deep, searches, one customer. */
import { customers } from "shared/contract/mod.ts";
import { CUSTOMER_SORTS } from "shared/contract/customers.ts";
import type { Sql } from "../../services/store/database/connect.ts";
import { summarizeInvoices } from "../../services/store/queries/invoice_summary.ts";
import { findTeam } from "../../services/store/queries/teams.ts";
import { dayIn } from "../../services/store/rules/invoice_status.ts";
import { BENCH_TEAM } from "./dataset_rows.ts";
import { type Line, measure } from "./measure.ts";
import { ask, type StoreHandlers } from "./store_handlers.ts";

export async function measureLists(handlers: StoreHandlers, depth: number, runs: number): Promise<Line[]> {
  const lines = [await measureList(handlers, undefined, depth, runs)];
  for (const sort of CUSTOMER_SORTS) {
    for (const direction of ["asc", "desc"] as const) {
      lines.push(await measureList(handlers, [sort, direction], depth, runs));
    }
  }
  return lines.flat();
}

type Sort = readonly [string, "asc" | "desc"] | undefined;

async function measureList(handlers: StoreHandlers, sort: Sort, depth: number, runs: number): Promise<Line> {
  const list = (cursor: string | null, pageSize: number) =>
    ask(customers.get, handlers.customers.get, { sort, cursor, pageSize });
  const cursors: (string | null)[] = [null];
  for (let seen = 0; seen < depth; seen += 100) {
    const { meta } = await list(cursors.at(-1)!, 100);
    if (!meta.cursor) break;
    cursors.push(meta.cursor);
  }
  const name = sort ? `list ${sort.join(" ")}` : "list, default sort";
  // Half of the runs read the first page, half the deepest: what counts is that there is no difference.
  return await measure(
    `${name}, page 1 and after ${(cursors.length - 1) * 100}`,
    runs,
    (index) => list(index % 2 === 0 ? null : cursors.at(-1)!, 25),
  );
}

export async function measureFilters(handlers: StoreHandlers, runs: number): Promise<Line[]> {
  const filters = {
    "has overdue": { hasOverdue: true },
    "tag and country": { tag: "vip", country: ["NO"] },
    "a tag of nobody": { tag: "unheard of" },
    "a country of nobody": { country: ["ZW"] },
    "archived only": { isArchived: "true" },
    "status, sorted by revenue": { status: ["churned"], sort: ["total_revenue", "desc"] },
    "industry, created in a month": { industry: "media", createdFrom: "2025-10-01", createdTo: "2025-10-31" },
    "exact total": { total: true },
  };
  return await inTurn(
    Object.entries(filters),
    ([name, input]) =>
      measure(`list, ${name}`, runs, () => ask(customers.get, handlers.customers.get, input)),
  );
}

/** What is typed comes from names of the data, so that there is something to find. */
export async function measureSearches(sql: Sql, handlers: StoreHandlers, runs: number): Promise<Line[]> {
  const rows = await sql<{ name: string; phone: string }[]>`
    select name, phone from customers where team_id = ${BENCH_TEAM} order by md5(id::text) limit ${runs}
  `;
  const word = (index: number) => rows[index % rows.length]!.name.split(" ")[0]!;
  const kinds: Record<string, (index: number) => string> = {
    "2 letters": (index) => word(index).slice(0, 2),
    "3 letters": (index) => word(index).slice(0, 3),
    "4 letters": (index) => word(index).slice(0, 4),
    "5 letters": (index) => word(index).slice(0, 5),
    "a whole word": word,
    "a common second word": (index) => rows[index % rows.length]!.name.split(" ")[1]!,
    "two words and legal form": (index) => rows[index % rows.length]!.name,
    "one letter left out": (index) => leaveOut(word(index), 3),
    "two letters swapped": (index) => swap(word(index), 2),
    "typo in a common word": (index) => swap(rows[index % rows.length]!.name.split(" ")[1]!, 3),
    "phone digits": (index) => rows[index % rows.length]!.phone.slice(-6),
    "an invoice's number": (index) => `B-${1 + index * 7919}`,
    "nothing like it": (index) => `zxqj${index}w`,
  };
  return await inTurn(
    Object.entries(kinds),
    ([name, spell]) =>
      measure(
        `search, ${name}`,
        runs,
        (index) => ask(customers.get, handlers.customers.get, { q: spell(index) }),
        // Each reads rows of its own, from all over the table: the first time, a server just started has none in memory.
        runs,
      ),
  );
}

export async function measureSingle(sql: Sql, handlers: StoreHandlers, runs: number): Promise<Line[]> {
  const ids = (await sql<{ id: string }[]>`
    select id from customers where team_id = ${BENCH_TEAM} order by md5(id::text) limit ${runs}
  `).map((row) => row.id);
  const byId = (index: number) => ({ id: ids[index % ids.length]! });
  const { baseCurrency, timeZone } = (await findTeam(sql, BENCH_TEAM))!;
  const scope = { teamId: BENCH_TEAM, baseCurrency, timeZone, today: dayIn(timeZone, new Date()) };
  return [
    await measure("detail", runs, (index) => ask(customers.getById, handlers.customers.getById, byId(index))),
    await measure(
      "invoice summary",
      runs,
      (index) => ask(customers.getInvoiceSummary, handlers.customers.getInvoiceSummary, byId(index)),
      // As long until each connection has its plan and the rows are in memory, as the next line finds both.
      runs,
    ),
    await measure("invoice summary, in SQL", runs, async (index) => {
      await summarizeInvoices(sql, { ...scope, customerId: byId(index).id });
    }),
  ];
}

async function inTurn<Item>(items: readonly Item[], run: (item: Item) => Promise<Line>): Promise<Line[]> {
  const lines: Line[] = [];
  for (const item of items) lines.push(await run(item));
  return lines;
}

function leaveOut(word: string, at: number): string {
  return word.slice(0, at) + word.slice(at + 1);
}

function swap(word: string, at: number): string {
  return word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2);
}
