/** Writing through the real handlers, sixteen at a time. */
import { HEADERS } from "shared/bus/mod.ts";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import type { Sql } from "../../services/store/database/connect.ts";
import { loadFigures } from "./dataset.ts";
import { BENCH_TEAM } from "./dataset_rows.ts";
import { type Line, measureParallel } from "./measure.ts";
import { ask, type StoreHandlers } from "./store_handlers.ts";

const WORKERS = 16;

export async function measureWrites(sql: Sql, handlers: StoreHandlers, runs: number): Promise<Line[]> {
  const ids = (await sql<{ id: string }[]>`
    select id from customers where team_id = ${BENCH_TEAM} order by md5(id::text) limit 20000
  `).map((row) => row.id);
  const run = crypto.randomUUID().slice(0, 8);
  const options = { runs, workers: WORKERS };
  const recorded: string[] = [];
  // Each part has customers of its own, so that none finds in memory what another has just read.
  const customerOf = (index: number) => ids[index % ids.length]!;
  const record = (input: ReturnType<typeof newInvoice>, headers?: Record<string, string>) =>
    ask(invoices.record, handlers.invoices.record, input, headers);
  const lines = [
    await measureParallel(
      "customers.upsert, new",
      options,
      (index) => ask(customers.upsert, handlers.customers.upsert, newCustomer(run, index)),
    ),
    await measureParallel(
      "customers.upsert, same externalId",
      options,
      (index) =>
        ask(customers.upsert, handlers.customers.upsert, { ...newCustomer(run, index), city: "Bodø" }),
    ),
    await measureParallel("invoices.record, the first after a start", options, async (index) => {
      await record(newInvoice(`${run}-f`, index, customerOf(runs + index)));
    }),
    await measureParallel("invoices.record", options, async (index) => {
      const { id } = await record(newInvoice(run, index, customerOf(index)));
      recorded.push(id);
    }),
    await measureParallel("invoices.record, with an idempotency key", options, async (index) => {
      const headers = { [HEADERS.idempotencyKey]: `${run}-${index}` };
      await record(newInvoice(`${run}-k`, index, customerOf(2 * runs + index)), headers);
    }),
    await measureParallel(
      "payments.record",
      { ...options, runs: Math.floor(runs * 0.9) },
      (index) =>
        ask(payments.record, handlers.payments.record, {
          invoiceId: recorded[index]!,
          amount: "100.00",
          paidAt: "2026-02-01T10:00:00Z",
        }),
    ),
  ];
  await takeBack(sql, run);
  return lines;
}

/** The next run shall find what this one found; only the history stays. */
async function takeBack(sql: Sql, run: string): Promise<void> {
  await sql`delete from outbox`;
  await sql`delete from idempotency_keys where team_id = ${BENCH_TEAM}`;
  await sql`delete from invoices where team_id = ${BENCH_TEAM} and invoice_number like ${`W-${run}-%`}`;
  await sql`delete from customers where team_id = ${BENCH_TEAM} and external_id like ${`${run}-%`}`;
  await loadFigures(sql);
  for (const table of ["customers", "customer_figures", "customer_totals", "invoices"]) {
    await sql`vacuum analyze ${sql(table)}`;
  }
}

function newCustomer(run: string, index: number) {
  return {
    name: `Nyström ${run} ${index} AB`,
    email: `post${index}@${run}.example`,
    phone: "+46 8 123 45 67",
    city: "Umeå",
    externalId: `${run}-${index}`,
  };
}

function newInvoice(run: string, index: number, customerId: string) {
  return {
    customerId,
    invoiceNumber: `W-${run}-${index}`,
    currency: "EUR",
    issueDate: "2026-01-10",
    dueDate: "2026-02-10",
    lines: [
      { name: "Work", quantity: 2, price: "1250.00", taxRate: 25 },
      { name: "Travel", quantity: 1, price: "99.90" },
    ],
  };
}
