/** What recording locks its customer for: transactions that meet at a lock which a third one holds. */
import { assertEquals } from "@std/assert";
import { customers, invoices } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { InputOf } from "shared/operation.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore, until } from "./test_store.ts";

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
