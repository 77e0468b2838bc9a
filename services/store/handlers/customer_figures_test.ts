import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import type { Sql } from "../database/connect.ts";
import { aCustomer, anInvoice, takeTestStore } from "../test_store.ts";

const step = fc.oneof(
  fc.record({
    kind: fc.constant("record" as const),
    currency: fc.constantFrom("EUR", "JPY", "KWD"),
    quantity: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom("unpaid" as const, "draft" as const),
    month: fc.integer({ min: 1, max: 12 }),
  }),
  fc.record({
    kind: fc.constant("pay" as const),
    invoice: fc.nat(),
    amount: fc.integer({ min: 1, max: 100 }),
  }),
  fc.record({
    kind: fc.constant("change" as const),
    invoice: fc.nat(),
    status: fc.constantFrom("unpaid" as const, "canceled" as const, "refunded" as const),
  }),
);

Deno.test({
  name: "whatever happens to invoices side by side, totals and figures equal a recomputation",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;

  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const { id: customerId } = await ask(customers.upsert, aCustomer());
      const known: Parameters<typeof ask<typeof invoices.record>>[1][] = [];

      async function run(action: typeof steps[number]) {
        if (action.kind === "record") {
          const day = `2026-${String(action.month).padStart(2, "0")}-01`;
          const { currency, quantity, status } = action;
          const lines = [{ name: "x", quantity, price: 7 }];
          const input = anInvoice({ customerId, currency, status, lines, issueDate: day, dueDate: day });
          known.push(input);
          return await ask(invoices.record, input);
        }
        const input = known[action.invoice % known.length];
        if (!input) return;
        if (action.kind === "change") return await ask(invoices.record, { ...input, status: action.status });
        const { invoiceNumber } = input;
        return await ask(payments.record, {
          invoiceNumber,
          amount: action.amount,
          paidAt: "2026-02-01T00:00:00Z",
        });
      }

      // Four at a time, so that they meet at the locks.
      for (let from = 0; from < steps.length; from += 4) {
        const outcomes = await Promise.allSettled(steps.slice(from, from + 4).map(run));
        for (const outcome of outcomes) {
          if (outcome.status === "fulfilled") continue;
          const { reason } = outcome;
          // What the state does not allow changes nothing; anything else would be a defect.
          const isRefused = reason instanceof OperationError &&
            ["CONFLICT", "NOT_FOUND"].includes(reason.code);
          if (!isRefused) throw reason;
        }
      }
      assertEquals(await readKept(sql, customerId), await recompute(sql, customerId));
    }),
    { numRuns: 25 },
  );
});

async function readKept(sql: Sql, customerId: string) {
  const totals = await sql`
    select currency, invoice_count as count, total_minor as total, paid_minor as paid, outstanding_minor as open
    from customer_totals where customer_id = ${customerId} and (invoice_count, total_minor, paid_minor) <> (0, 0, 0)
    order by currency
  `;
  const [figures] = await sql`
    select invoice_count as count, last_invoice_date as last, invoice_currency as currency,
      revenue::float8 as revenue, outstanding::float8 as outstanding
    from customer_figures where customer_id = ${customerId}
  `;
  return { totals: [...totals], figures };
}

async function recompute(sql: Sql, customerId: string) {
  const totals = await sql<{ currency: string; count: number; total: number; paid: number; open: number }[]>`
    select currency, count(*)::int as count, sum(total_minor)::bigint as total,
      coalesce(sum(p.paid), 0)::bigint as paid, sum(greatest(total_minor - coalesce(p.paid, 0), 0))::bigint as open
    from invoices i left join lateral (
      select sum(amount_minor) as paid from payments where invoice_id = i.id
    ) p on true
    where customer_id = ${customerId} and state = 'issued'
    group by currency order by currency
  `;
  const [dates] = await sql<{ last: string | null }[]>`
    select max(issue_date) as last from invoices where customer_id = ${customerId} and state = 'issued'
  `;
  const exponents: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
  const major = (minor: number, currency: string) => minor / 10 ** exponents[currency]!;
  // The currency in which most is owed stands for the customer; then the larger turnover, then the alphabet.
  const [main] = totals.toSorted((one, other) =>
    major(other.open, other.currency) - major(one.open, one.currency) || other.total - one.total ||
    (one.currency < other.currency ? -1 : 1)
  );
  const figures = {
    count: totals.reduce((sum, each) => sum + each.count, 0),
    last: dates!.last,
    currency: main?.currency ?? null,
    revenue: main ? major(main.paid, main.currency) : 0,
    outstanding: main ? major(main.open, main.currency) : 0,
  };
  return { totals: [...totals], figures };
}
