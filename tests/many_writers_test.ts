/**
 * Many writers at once do whatever may be done to customers, invoices, credit notes and payments, and often the same.
 * Then everything that is kept along the way is computed anew from the rows. `MESH_TEST_OPERATIONS=10000` makes it long.
 */
import { assert, assertEquals } from "@std/assert";
import fc from "fast-check";
import { customers, invoices, payments, rates } from "shared/contract/mod.ts";
import { type ErrorCode, OperationError } from "shared/errors.ts";
import { HEADERS } from "shared/bus/mod.ts";
import { takeTestStore, type TestStore } from "../services/store/test_store.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { checkBooks } from "./check_books.ts";

const OPERATIONS = Number(Deno.env.get("MESH_TEST_OPERATIONS") ?? 600);
const WRITERS = 8;
const CUSTOMERS = 10;
/** As many that a number is used again and again, and as few that there are some of everything. */
const NUMBERS = Math.ceil(OPERATIONS / 8);

/** Some again and again, so that writers meet at the same locks. */
const number = fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: NUMBERS }));
const status = fc.constantFrom("draft", "scheduled", "unpaid", "canceled", "refunded");
const day = fc.integer({ min: -120, max: 40 });
const quantity = fc.integer({ min: 1, max: 9 });

type Operation =
  & { customer: number; number: number; quantity: number; day: number }
  & { kind: string; status: string | undefined; paymentId: string | undefined };

const operation: fc.Arbitrary<Operation> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant("record") },
    { weight: 3, arbitrary: fc.constant("end") },
    { weight: 3, arbitrary: fc.constant("credit") },
    { weight: 8, arbitrary: fc.constant("pay") },
    { weight: 2, arbitrary: fc.constant("void") },
    { weight: 2, arbitrary: fc.constant("upsert") },
    { weight: 2, arbitrary: fc.constant("count up") },
    { weight: 1, arbitrary: fc.constant("delete") },
  ),
  customer: fc.integer({ min: 1, max: CUSTOMERS }),
  number,
  quantity,
  day,
  status: fc.option(status, { nil: undefined, freq: 2 }),
  // Few, so that the same payment comes again and again.
  paymentId: fc.option(fc.integer({ min: 1, max: NUMBERS }).map((n) => `p-${n}`), { nil: undefined }),
});

/** What a state, a name or a version forbids changes nothing; anything else would be a defect. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(["CONFLICT", "NOT_FOUND", "STALE"]);

Deno.test({
  name: `totals, figures and history after ${OPERATIONS} random operations of ${WRITERS} writers`,
  ignore: !hasTestServers(),
}, async () => {
  const seed = crypto.getRandomValues(new Int32Array(1))[0]!;
  await using store = await takeTestStore();
  const { ask } = store;
  await ask(rates.record, { rates: [{ base: "USD", quote: "EUR", rate: "0.91", date: "1990-01-01" }] });
  const counter = await ask(customers.upsert, { ...named(0), externalId: "counter", note: "0" });
  const operations = fc.sample(operation, { seed, numRuns: OPERATIONS });
  const done = await runAll(store, counter.id, operations).catch((error) => {
    throw new Error(`With the seed ${seed}`, { cause: error });
  });
  assert(done.get("record")! > 0 && done.get("pay")! > 0, "most of it was refused");
  const counted = await ask(customers.getById, { id: counter.id });
  assertEquals(Number(counted.note), done.get("count up") ?? 0, "an update was lost");
  await checkBooks(store, `with the seed ${seed}`);
});

/** @returns How many of each kind were not refused. */
async function runAll(store: TestStore, counterId: string, operations: readonly Operation[]) {
  const done = new Map<string, number>();
  const queue = operations.values();
  const write = async () => {
    for (const each of queue) {
      const isDone = await run(store, counterId, each).then(() => true, ignoreRefusal);
      if (isDone) done.set(each.kind, (done.get(each.kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return done;
}

function ignoreRefusal(error: unknown): false {
  if (error instanceof OperationError && REFUSALS.has(error.code)) return false;
  throw error;
}

async function run({ ask }: TestStore, counterId: string, each: Operation): Promise<unknown> {
  switch (each.kind) {
    case "record":
      return await ask(invoices.record, toInvoice(each));
    case "end":
      return await ask(invoices.record, {
        ...toInvoice(each),
        status: each.quantity > 4 ? "canceled" : "refunded",
      });
    case "credit":
      return await ask(invoices.record, toNote(each));
    case "pay":
      return await ask(payments.record, toPayment(each));
    case "void":
      return await ask(payments.void, { externalId: each.paymentId ?? "none", reason: "By mistake" });
    case "upsert":
      return await ask(customers.upsert, { ...named(ownerOf(each)), city: `City ${each.quantity}` });
    case "delete": {
      const { id } = await ask(customers.upsert, named(ownerOf(each)));
      return await ask(customers.delete, { id, force: true });
    }
    default: {
      const { note, version } = await ask(customers.getById, { id: counterId });
      const change = { id: counterId, note: String(Number(note) + 1) };
      return await ask(customers.update, change, { headers: { [HEADERS.ifMatch]: String(version) } });
    }
  }
}

function named(customer: number) {
  return { externalId: `c-${customer}`, name: `Customer ${customer}`, email: `c${customer}@example.com` };
}

/** Mostly the customer that the number belongs to, so that a draft is given to another one now and then. */
function ownerOf({ customer, number, quantity }: Operation): number {
  return quantity === 9 ? customer : 1 + number % CUSTOMERS;
}

function toInvoice(each: Operation) {
  return {
    customerExternalId: `c-${ownerOf(each)}`,
    invoiceNumber: `N-${each.number}`,
    externalId: each.number % 3 === 0 ? `n-${each.number}` : undefined,
    currency: ["EUR", "USD", "JPY", "KWD"][each.number % 4]!,
    status: each.status as "unpaid" | undefined,
    // Of one number always the same, so that recording it again is not refused; the rest may change.
    issueDate: dayFromNow(each.status === "scheduled" ? each.number % 3 : -120 - each.number % 30),
    dueDate: dayFromNow(each.status === "scheduled" ? 40 : each.day),
    lines: [{ name: "Work", quantity: 1 + each.number % 9, price: 7 }],
  };
}

function toNote(each: Operation) {
  const { number, quantity } = each;
  return {
    ...toInvoice({ ...each, quantity: 1 }),
    type: "credit_note" as const,
    invoiceNumber: `C-${number}-${quantity % 3}`,
    externalId: undefined,
    creditedInvoiceNumber: `N-${number}`,
    status: each.status === "canceled" ? "canceled" as const : undefined,
    lines: [{ name: "Returned", quantity: 1 + quantity % 4, price: 7 }],
  };
}

function toPayment({ number, quantity, day, paymentId }: Operation) {
  return {
    invoiceNumber: `N-${number}`,
    amount: 5 * quantity,
    paidAt: `${dayFromNow(Math.min(day, 0))}T11:00:00Z`,
    externalId: paymentId,
  };
}

function dayFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
