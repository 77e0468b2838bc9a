import { assert, assertEquals, assertGreater } from "@std/assert";
import { listSeedCustomers } from "./seed/customers.ts";
import { forEachOf } from "./seed/gateway_client.ts";
import { listSeedInvoices, listWithPortal } from "./seed.ts";

const TODAY = "2026-03-15";
const CUSTOMERS = listSeedCustomers("http://127.0.0.1:1/");

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(Object.groupBy(items, keyOf)).map(([key, group]) => [key, group!.length]),
  );
}

Deno.test("the demo team has forty customers, each with its own external id", () => {
  assertEquals(CUSTOMERS.length, 40);
  assertEquals(new Set(CUSTOMERS.map(({ externalId }) => externalId)).size, 40);
  assertEquals(CUSTOMERS.filter(({ website }) => website).length, 8);
});

Deno.test("the first page that a newcomer opens is in English", () => {
  const [first, ...others] = listWithPortal(CUSTOMERS);
  assertEquals([first!.name, others.length], ["Harbour & Finch", 5]);
});

Deno.test("the same day makes the same invoices", () => {
  assertEquals(listSeedInvoices(CUSTOMERS, 50, TODAY), listSeedInvoices(CUSTOMERS, 50, TODAY));
});

Deno.test("the demo invoices are in every state and in six currencies", () => {
  const invoices = listSeedInvoices(CUSTOMERS, 400, TODAY);
  const states = countBy(invoices, ({ body }) => String(body.status));
  const currencies = countBy(invoices, ({ body }) => String(body.currency));
  for (const state of ["draft", "scheduled", "canceled", "unpaid"]) assertGreater(states[state], 4, state);
  assertEquals(Object.keys(currencies).toSorted(), ["EUR", "GBP", "JPY", "KWD", "SEK", "USD"]);
  const isOverdue = invoices.filter(({ body, payments }) =>
    body.status === "unpaid" && payments.length === 0 && String(body.dueDate) < TODAY
  );
  const isPartPaid = invoices.filter(({ payments }) => payments.length === 1 && payments[0]!.share < 1);
  assertGreater(isOverdue.length, 20);
  assertGreater(isPartPaid.length, 10);
});

Deno.test("prices have the decimals of their currency", () => {
  const patterns: Record<string, RegExp> = { JPY: /^\d+$/, KWD: /^\d+\.\d{3}$/ };
  for (const { body } of listSeedInvoices(CUSTOMERS, 400, TODAY)) {
    const pattern = patterns[String(body.currency)] ?? /^\d+\.\d{2}$/;
    for (const { price } of body.lines as { price: string }[]) assert(pattern.test(price), price);
  }
});

Deno.test("forEachOf does all, and never more than its width at a time", async () => {
  let [running, most] = [0, 0];
  const done: number[] = [];
  await forEachOf([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
    most = Math.max(most, ++running);
    await Promise.resolve();
    running--;
    done.push(item);
  });
  assertEquals([done.toSorted(), most], [[1, 2, 3, 4, 5, 6, 7], 3]);
});
