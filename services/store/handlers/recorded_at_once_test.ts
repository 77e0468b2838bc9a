/** What recording locks its customer, and paying its invoice, for: transactions that meet at a lock which a third one holds. */
import { assertEquals } from "@std/assert";
import { HEADERS, type Headers, type Message } from "shared/bus/mod.ts";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { InputOf } from "shared/operation.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { AT_ONCE } from "../command/shared_transactions.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

Deno.test({
  name: "two invoices in two currencies at once: the customer is listed with what is owed most",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { id: customerId } = await store.ask(customers.upsert, aCustomer());
  const lines = (price: number) => [{ name: "Work", quantity: 1, price }];
  const answers = await recordAtOnce(store, customerId, [
    anInvoice({ customerId, currency: "EUR", lines: lines(900) }),
    anInvoice({ customerId, currency: "USD", lines: lines(7) }),
  ]);
  assertEquals(answers.map((answer) => answer instanceof OperationError), [false, false]);
  const [figures] = await store.sql`
    select invoice_count, invoice_currency, outstanding::int from customer_figures where customer_id = ${customerId}
  `;
  assertEquals(figures, { invoiceCount: 2, invoiceCurrency: "EUR", outstanding: 900 });
});

Deno.test({ name: "one invoice recorded twice at once is one invoice for both", ignore }, async () => {
  await using store = await takeTestStore();
  const { id: customerId } = await store.ask(customers.upsert, aCustomer());
  const invoice = anInvoice({ customerId });
  const [first, second] = await recordAtOnce(store, customerId, [invoice, invoice]);
  assertEquals(second, first);
});

Deno.test({ name: "one key many times at once: one invoice, for whoever is answered", ignore }, async () => {
  await using store = await takeTestStore();
  const { id: customerId } = await store.ask(customers.upsert, aCustomer());
  const headers = { [HEADERS.idempotencyKey]: "key-at-once-1" };
  const invoice = anInvoice({ customerId });
  const calls = Array.from({ length: 12 }, () => store.ask(invoices.record, invoice, { headers }));
  const ends = await Promise.allSettled(calls);
  const ids = ends.flatMap((end) => end.status === "fulfilled" ? [end.value.id] : []);
  assertEquals(new Set(ids).size, 1);
  const refused = ends.flatMap((end) => end.status === "rejected" ? [end.reason.code] : []);
  assertEquals(refused, refused.map(() => "CONFLICT"));
  const [{ count }] = await store.sql`select count(*)::int from invoices` as [{ count: number }];
  assertEquals(count, 1);
});

Deno.test({
  name: "a number that another customer's invoice got meanwhile is refused, and nothing of it remains",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { id: slow } = await store.ask(customers.upsert, aCustomer());
  const { id: quick } = await store.ask(customers.upsert, aCustomer());
  const answers: Promise<unknown>[] = [];
  await holdFigures(store, slow, async () => {
    answers.push(record(store, anInvoice({ customerId: slow, invoiceNumber: "N-1" })));
    await whenWaiting(store, 1);
    await store.ask(invoices.record, anInvoice({ customerId: quick, invoiceNumber: "N-1" }));
  });
  const [refused] = await Promise.all(answers);
  assertEquals(refused instanceof OperationError && refused.code, "CONFLICT");
  const told = await store.sql`select customer_id from history where name = 'invoices.recorded'`;
  assertEquals([...told], [{ customerId: quick }]);
  const [figures] = await store.sql`
    select event_sequence, invoice_count from customer_figures where customer_id = ${slow}
  `;
  // Its creation was its only event.
  assertEquals(figures, { eventSequence: 1, invoiceCount: 0 });
});

Deno.test({
  name:
    "many at once share transactions, wait for nobody else's customer, and are each answered for themselves",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { ask, askRaw, sql } = store;
  const held = await ask(customers.upsert, aCustomer());
  const free = [
    await ask(customers.upsert, aCustomer({ externalId: "free" })),
    await ask(customers.upsert, aCustomer()),
  ];
  const [one, two] = [{ customerId: free[0]!.id }, { customerId: free[1]!.id }];
  const twice = anInvoice({ ...one, externalId: "twice" });
  let late: Promise<unknown>[] = [];
  const answers = await sql.begin(async (holder) => {
    await holder`select from customers where id = ${held.id} for update`;
    // As many as would keep everybody waiting.
    late = Array.from({ length: AT_ONCE }, () => record(store, anInvoice({ customerId: held.id })));
    return await Promise.all([
      ...Array.from({ length: 8 }, () => record(store, anInvoice(one))),
      ...Array.from({ length: 8 }, () => record(store, anInvoice({ customerExternalId: "free" }))),
      ...Array.from({ length: 8 }, () => record(store, anInvoice(two))),
      askRaw(invoices.record, twice),
      askRaw(invoices.record, twice),
      record(store, anInvoice({ customerId: crypto.randomUUID() })),
      record(store, anInvoice({ ...two, creditedInvoiceNumber: "X", type: "credit_note" })),
    ]);
  });
  const codes = [...answers, ...await Promise.all(late)].map((answer) =>
    answer instanceof OperationError ? answer.code : ""
  );
  assertEquals(codes, [...Array(26).fill(""), "NOT_FOUND", "NOT_FOUND", ...late.map(() => "")]);
  const outcomes = answers.slice(24, 26).map((answer) => (answer as Message).headers[HEADERS.outcome]);
  assertEquals(outcomes.toSorted(), ["created", undefined]);
  const [stored] = await sql`
    select count(*)::int as count, count(distinct xmin::text) < count(*) as is_shared from invoices
  `;
  assertEquals(stored, { count: 25 + late.length, isShared: true });
  const figures = await sql`
    select f.invoice_count, f.outstanding::int, f.event_sequence, t.issued_count, t.outstanding_minor
    from customer_figures f join customer_totals t using (customer_id) order by f.invoice_count
  `;
  const of = (count: number) => ({
    ...{ invoiceCount: count, issuedCount: count, eventSequence: count + 1 },
    ...{ outstanding: count * 100, outstandingMinor: count * 10_000 },
  });
  assertEquals([...figures], [of(late.length), of(8), of(17)]);
});

Deno.test({
  name: "payments at once share transactions, and those towards one invoice or with one id lose nothing",
  ignore,
}, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  const buyer = async () => (await ask(customers.upsert, aCustomer())).id;
  const [one, two, held] = [await buyer(), await buyer(), await buyer()];
  const invoiceIds: string[] = [];
  for (const customerId of [one, one, two, two, held]) {
    invoiceIds.push((await ask(invoices.record, anInvoice({ customerId }))).id);
  }
  const pay = (
    invoiceId: string,
    more: Partial<InputOf<typeof payments.record>> = {},
    headers: Headers = {},
  ) =>
    ask(payments.record, { invoiceId, amount: "1.00", paidAt: "2026-01-20T09:00:00Z", ...more }, { headers })
      .catch((error) => error);
  const keyed = { [HEADERS.idempotencyKey]: "payment-at-once-1" };
  const answers = await sql.begin(async (holder) => {
    // Whoever pays this one waits for it alone, and keeps nobody else waiting.
    await holder`select from invoices where id = ${invoiceIds[4]!} for update`;
    const late = Array.from({ length: AT_ONCE }, () => pay(invoiceIds[4]!));
    const others = await Promise.all([
      ...invoiceIds.slice(0, 4).flatMap((id) => [pay(id), pay(id), pay(id)]),
      pay(invoiceIds[0]!, { externalId: "bank-1" }),
      pay(invoiceIds[0]!, { externalId: "bank-1" }),
      pay(invoiceIds[1]!, { externalId: "bank-2" }),
      pay(invoiceIds[2]!, { externalId: "bank-2" }),
      pay(invoiceIds[3]!, {}, keyed),
      pay(invoiceIds[3]!, {}, keyed),
      pay(crypto.randomUUID()),
    ]);
    return { late, others };
  });
  await Promise.all(answers.late);
  const refused = answers.others.flatMap((answer, index) =>
    answer instanceof OperationError ? [[index, answer.code]] : []
  );
  const codes = refused.map(([, code]) => code);
  assertEquals(codes.filter((code) => code === "NOT_FOUND"), ["NOT_FOUND"]);
  // One of two invoices has the payment "bank-2"; a key that is at work may be asked for again.
  assertEquals(codes.filter((code) => code === "CONFLICT").length, codes.length - 1);
  assertEquals(refused.every(([index]) => Number(index) >= 14), true);
  const paid = await sql`
    select i.paid_minor, (select sum(amount_minor)::int from payments p where p.invoice_id = i.id) as sum, version
    from invoices i order by array_position(${invoiceIds}::uuid[], i.id)
  `;
  assertEquals(paid.map(({ paidMinor }) => paidMinor), paid.map(({ sum }) => sum));
  assertEquals(paid.map(({ version }) => version), paid.map(({ paidMinor }) => 1 + paidMinor / 100));
  assertEquals(paid.reduce((sum, { paidMinor }) => sum + paidMinor, 0), (12 + 1 + 1 + 1 + AT_ONCE) * 100);
  const [totals] = await sql`
    select sum(paid_minor)::int as paid, sum(outstanding_minor)::int as open, (
      select sum(event_sequence)::int from customer_figures
    ) as events from customer_totals
  `;
  const count = 15 + AT_ONCE;
  assertEquals(totals, { paid: count * 100, open: 50_000 - count * 100, events: 8 + count });
  const [shared] = await sql`select count(distinct xmin::text) < count(*) as is_shared from payments`;
  assertEquals(shared, { isShared: true });
});

/** The first waits in the middle of what it writes, each other one comes as far as it can; then all go on. */
async function recordAtOnce(store: TestStore, customerId: string, inputs: readonly Input[]) {
  const answers: Promise<unknown>[] = [];
  await holdFigures(store, customerId, async () => {
    for (const input of inputs) {
      answers.push(record(store, input));
      await whenWaiting(store, answers.length);
    }
  });
  return await Promise.all(answers);
}

type Input = InputOf<typeof invoices.record>;

/** @returns The invoice, or why there is none. */
function record({ ask }: TestStore, input: Input): Promise<unknown> {
  return ask(invoices.record, input).catch((error) => error);
}

/** Whoever records for this customer writes its figures, and waits there until `meanwhile` is over. */
async function holdFigures({ sql }: TestStore, customerId: string, meanwhile: () => Promise<void>) {
  await sql.begin(async (holder) => {
    await holder`select from customer_figures where customer_id = ${customerId} for update`;
    await meanwhile();
  });
}

async function whenWaiting({ sql }: TestStore, count: number): Promise<void> {
  await until(`${count} transactions wait for another`, async () => {
    const waiting = await sql`
      select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and wait_event in ('transactionid', 'tuple')
    `;
    return waiting.length >= count;
  });
}
