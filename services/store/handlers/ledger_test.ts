import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import type { InvoiceRow } from "shared/contract/invoice_shapes.ts";
import type { Statement } from "shared/contract/customer_account.ts";
import { customers, invoices, payments, portalAccounts, rates } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });
const PUBLICLY = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
const EXPONENTS: Readonly<Record<string, number>> = { EUR: 2, USD: 2, JPY: 0, KWD: 3 };
const EVER = "2999-12-31";

/** What a person or a publisher may do; targets are taken round the invoices made so far. */
type Step =
  | { kind: "invoice"; currency: string; minor: number; daysLate: number; term: number }
  | { kind: "note"; target: number; isLoose: boolean; minor: number; issuedAgo: number }
  | { kind: "payment"; target: number; minor: number; paidAgo: number }
  | { kind: "void"; which: number }
  | { kind: "end"; target: number; status: "canceled" | "refunded" };

const minor = fc.integer({ min: 1, max: 30_000 });
const daysAgo = fc.integer({ min: 0, max: 150 });
const target = fc.nat(20);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("invoice" as const),
      currency: fc.constantFrom(...Object.keys(EXPONENTS)),
      minor,
      // At the borders between two ages as often as anywhere else
      daysLate: fc.oneof(
        fc.constantFrom(-1, 0, 1, 30, 31, 60, 61, 90, 91),
        fc.integer({ min: -30, max: 120 }),
      ),
      // Less than it is not yet due: dated ahead
      term: fc.nat(30),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("note" as const),
      target,
      isLoose: fc.boolean(),
      minor,
      issuedAgo: daysAgo,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("payment" as const),
      target,
      minor,
      // Of tomorrow too, as far ahead as is taken
      paidAgo: fc.integer({ min: -1, max: 150 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("void" as const), which: fc.nat(20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("end" as const),
      target,
      status: fc.constantFrom("canceled" as const, "refunded" as const),
    }),
  },
);

Deno.test({ name: "random ledgers add up, however they are looked at", ignore }, async () => {
  await using store = await takeTestStore();
  await store.ask(rates.record, {
    rates: [
      { base: "USD", quote: "EUR", rate: "0.91234567890123456789", date: "1990-01-01" },
      { base: "EUR", quote: "JPY", rate: "163.17", date: "1990-01-01" },
    ],
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 14 }), async (steps) => {
      const ledger = await keepLedger(store, steps);
      await checkTotals(store, ledger);
      await checkPayments(store, ledger);
      await checkAging(store, ledger);
      await checkStatements(store, ledger);
      await checkDeletion(store, ledger);
    }),
    { numRuns: 40, endOnFailure: true },
  );
});

interface Ledger {
  readonly id: string;
  readonly portalId: string;
  readonly rows: readonly InvoiceRow[];
}

async function keepLedger(store: TestStore, steps: readonly Step[]): Promise<Ledger> {
  const { ask } = store;
  const { id } = await ask(customers.upsert, aCustomer());
  const { portalId } = await ask(customers.togglePortal, { customerId: id, enabled: true });
  const book: Book = { id, inputs: [], payments: [] };
  for (const each of steps) await takeStep(store, book, each).catch(ignoreConflict);
  const { data: rows } = await ask(invoices.get, { customers: [id], pageSize: 100 });
  return { id, portalId: portalId!, rows };
}

interface Book {
  readonly id: string;
  readonly inputs: ReturnType<typeof toInput>[];
  /** Ids, also of those that were taken back. */
  readonly payments: string[];
}

async function takeStep(
  { ask }: TestStore,
  book: Book,
  step: Step,
): Promise<void> {
  const chosen = "target" in step ? book.inputs[step.target % Math.max(1, book.inputs.length)] : undefined;
  if (step.kind === "invoice" || step.kind === "note") {
    const input = toInput(book.id, step, chosen);
    await ask(invoices.record, input);
    book.inputs.push(input);
  } else if (chosen && step.kind === "payment") {
    const { invoiceNumber, currency } = chosen;
    const paidAt = step.paidAgo < 0
      ? new Date(Date.now() + 86_000_000).toISOString()
      : `${dayAgo(step.paidAgo)}T11:00:00Z`;
    const amount = spell(step.minor, currency);
    const { payment } = await ask(payments.record, { invoiceNumber, amount, paidAt });
    book.payments.push(payment.id);
  } else if (step.kind === "void" && book.payments.length > 0) {
    const id = book.payments[step.which % book.payments.length]!;
    await ask(payments.void, { id, reason: "By mistake" });
  } else if (chosen && step.kind === "end") {
    await ask(invoices.record, { ...chosen, status: step.status });
  }
}

function toInput(
  customerId: string,
  step: Extract<Step, { kind: "invoice" | "note" }>,
  chosen: { currency: string; invoiceNumber: string } | undefined,
) {
  const currency = step.kind === "invoice" ? step.currency : chosen?.currency ?? "EUR";
  const isNote = step.kind === "note";
  const dueDate = dayAgo(isNote ? step.issuedAgo : step.daysLate);
  const issueDate = dayAgo(isNote ? step.issuedAgo : step.daysLate + step.term);
  return anInvoice({
    customerId,
    currency,
    issueDate,
    dueDate,
    lines: [{ name: "Work", quantity: 1, price: spell(step.minor, currency) }],
    type: isNote ? "credit_note" as const : undefined,
    creditedInvoiceNumber: isNote && !step.isLoose ? chosen?.invoiceNumber : undefined,
  });
}

/** Deleted by force, a customer takes no invoice and no sum of the team with it, and what is open can still be paid. */
async function checkDeletion({ ask }: TestStore, { id, rows }: Ledger): Promise<void> {
  const before = await ask(invoices.getSummary, {});
  await ask(customers.delete, { id, force: true });
  assertEquals(await ask(invoices.getSummary, {}), before);
  for (const row of rows) {
    const { customerId, status, amount, amountPaid, amountDue, creditAmount } = await ask(
      invoices.getById,
      row,
    );
    assertEquals(customerId, null);
    assertEquals({ ...row, status, amount, amountPaid, amountDue, creditAmount }, row);
  }
  const open = rows.find(({ amountDue }) => amountDue > 0);
  if (!open) return;
  const payment = {
    invoiceId: open.id,
    amount: spell(toMinor(open.amountDue, open.currency), open.currency),
  };
  const paid = await ask(payments.record, { ...payment, paidAt: `${TODAY}T11:00:00Z` });
  assertEquals([paid.invoice.status, paid.invoice.amountDue], ["paid", 0]);
}

/** The state machine says no to some random steps: that is its job. */
function ignoreConflict(error: unknown): void {
  if (!(error instanceof OperationError && error.code === "CONFLICT")) throw error;
}

/** An invoice's payments are what it says is paid, and those that were taken back are no part of them. */
async function checkPayments({ ask }: TestStore, { rows }: Ledger): Promise<void> {
  for (const { id, currency, amountPaid, paidAt, type } of rows) {
    const { payments: valid, voidedPayments } = await ask(invoices.getById, { id });
    assertEquals(toMinor(amountPaid, currency), sum(valid.map(({ amount }) => toMinor(amount, currency))));
    assert(
      valid.every(({ voidedAt }) => voidedAt === null) && voidedPayments.every(({ voidedAt }) => voidedAt),
    );
    if (type === "credit_note" || amountPaid === 0) continue;
    const isOfPayment = valid.some((payment) => payment.paidAt === paidAt);
    assert(
      paidAt === null || isOfPayment || Date.now() - Date.parse(paidAt) < 600_000,
      "settled by what is gone",
    );
  }
}

/** The sums kept along the way, against a recomputation from the columns that people wrote. */
async function checkTotals({ ask, sql }: TestStore, { id, rows }: Ledger): Promise<void> {
  const recomputed = await sql<{ currency: string; sums: number[] }[]>`
    select currency, array[
      count(*) filter (where state = 'issued' and type = 'invoice'),
      sum(case
        when state = 'issued' then case type when 'invoice' then total_minor else -total_minor end
        when state = 'refunded' and type = 'credit_note' then -credited_minor
        else 0
      end),
      coalesce(sum(paid_minor) filter (where state = 'issued'), 0),
      coalesce(sum(greatest(total_minor - paid_minor - credited_minor, 0))
        filter (where state = 'issued' and type = 'invoice'), 0),
      sum(case
        when state = 'issued' and type = 'credit_note' then total_minor - credited_minor
        when state = 'issued' then greatest(paid_minor + credited_minor - total_minor, 0)
        when state = 'canceled' and type = 'invoice' then paid_minor + credited_minor
        else 0
      end)
    ]::float8[] as sums
    from invoices where customer_id = ${id} group by currency order by currency
  `;
  const { totals } = await ask(customers.getById, { id });
  const kept = totals.map((each) => [
    each.currency,
    each.invoiceCount,
    ...[each.totalAmount, each.paidAmount, each.outstandingAmount, each.creditAmount]
      .map((amount) => toMinor(amount, each.currency)),
  ]);
  const wanted = recomputed.filter(({ sums: [count, total, , , credit] }) => count || total || credit);
  assertEquals(kept, wanted.map(({ currency, sums }) => [currency, ...sums]));
  for (const { currency, outstandingAmount, creditAmount } of totals) {
    const ofCurrency = rows.filter((row) => row.currency === currency);
    assertEquals(toMinor(outstandingAmount, currency), sumMinor(ofCurrency, (row) => row.amountDue));
    assertEquals(toMinor(creditAmount, currency), sumMinor(ofCurrency, (row) => row.creditAmount));
  }
}

const BUCKETS = ["notDue", "days1To30", "days31To60", "days61To90", "over90Days"] as const;

async function checkAging({ ask }: TestStore, { id, portalId, rows }: Ledger): Promise<void> {
  const summary = await ask(customers.getInvoiceSummary, { id });
  const { totals } = await ask(customers.getById, { id });
  assertEquals(summary.totals, totals);
  for (const aging of [...summary.aging, summary.convertedAging]) {
    const buckets = BUCKETS.map((name) => toMinor(aging[name], aging.currency));
    assertEquals(sum(buckets), toMinor(aging.outstandingAmount, aging.currency));
    assert(buckets.every((each) => each >= 0), "a bucket below zero");
  }
  assertEquals(summary.convertedAging.outstandingAmount, summary.outstandingAmount);
  assertEquals(summary.invoiceCount, sum(totals.map((each) => each.invoiceCount)));
  for (const aging of summary.aging) {
    const open = rows.filter((row) => row.currency === aging.currency);
    for (const [index, name] of BUCKETS.entries()) {
      const inBucket = open.filter((row) => bucketOf(row.dueDate) === index);
      assertEquals(toMinor(aging[name], aging.currency), sumMinor(inBucket, (row) => row.amountDue), name);
    }
  }
  const account = await ask(portalAccounts.get, { portalId }, PUBLICLY);
  const shown = account!.balances.map((each) => [each.currency, each.outstanding, each.credit]).sort();
  const open = totals.map((each) => [each.currency, each.outstandingAmount, each.creditAmount]).sort();
  // A currency with credit notes that were used up altogether has nothing to show.
  const isVisible = ([, outstanding, credit]: unknown[]) => outstanding !== 0 || credit !== 0;
  assertEquals(shown.filter(isVisible), open.filter(isVisible));
}

async function checkStatements({ ask }: TestStore, { id }: Ledger): Promise<void> {
  const { totals } = await ask(customers.getById, { id });
  const whole = await ask(customers.getStatement, { id, to: EVER });
  const untilNow = await ask(customers.getStatement, { id });
  assertEquals(untilNow.currencies, whole.currencies, "what counts already is in the statement of today");
  for (const account of whole.currencies) {
    checkAccount(account);
    const kept = totals.find(({ currency }) => currency === account.currency);
    const balance = toMinor(kept?.outstandingAmount ?? 0, account.currency) -
      toMinor(kept?.creditAmount ?? 0, account.currency);
    assertEquals(toMinor(account.closing, account.currency), balance, account.currency);
  }
  const cut = dayAgo(60);
  const earlier = await ask(customers.getStatement, { id, to: dayAgo(61) });
  const later = await ask(customers.getStatement, { id, from: cut, to: EVER });
  for (const account of later.currencies) {
    checkAccount(account);
    const closing = earlier.currencies.find(({ currency }) => currency === account.currency)?.closing ?? 0;
    assertEquals(account.opening, closing);
  }
}

function checkAccount({ currency, opening, lines, closing, ...sums }: Statement["currencies"][number]): void {
  let balance = toMinor(opening, currency);
  for (const line of lines) {
    balance += toMinor(line.debit ?? 0, currency) - toMinor(line.credit ?? 0, currency);
    assertEquals(toMinor(line.balance, currency), balance);
  }
  assertEquals(toMinor(closing, currency), balance);
  const change = toMinor(sums.totalDebit, currency) - toMinor(sums.totalCredit, currency);
  assertEquals(change, balance - toMinor(opening, currency));
}

/** Counted by hand, day by day: nothing of the store's own rule is used here. */
function bucketOf(dueDate: string): number {
  let days = 0;
  while (dayAgo(days) > dueDate) days++;
  if (days === 0) return 0;
  return days <= 90 ? Math.ceil(days / 30) : 4;
}

function dayAgo(days: number): string {
  return new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

function spell(minor: number, currency: string): string {
  return (minor / 10 ** EXPONENTS[currency]!).toFixed(EXPONENTS[currency]!);
}

function toMinor(amount: number, currency: string): number {
  const scaled = amount * 10 ** EXPONENTS[currency]!;
  const minor = Math.round(scaled);
  assert(Math.abs(scaled - minor) < 1e-6, `${amount} ${currency} is no whole minor unit`);
  return minor + 0;
}

function sumMinor(rows: readonly InvoiceRow[], pick: (row: InvoiceRow) => number): number {
  return sum(rows.map((row) => toMinor(pick(row), row.currency)));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
