import { assert, assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import {
  type Bus,
  connectNats,
  decodeJson,
  type Delivery,
  encodeJson,
  type Handler,
  ingestSubject,
  type Message,
} from "shared/bus/mod.ts";
import { customers, invoices, payments } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import type { Operation } from "shared/operation.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { Ingest } from "./ingest.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "./test_store.ts";
import type { WaitingLine } from "./waiting_line.ts";

const ignore = !hasTestServers();

async function connectPublisher({ mesh, log }: TestStore): Promise<Bus> {
  const { url, publisher } = mesh.nats;
  return await connectNats({ url, ...publisher, name: "billing", inboxPrefix: "_INBOX", log });
}

/** Everything that the store tells, from before the first message on. */
function listen(bus: Bus, subject: string) {
  const messages: { subject: string; body: Record<string, unknown> }[] = [];
  const read = ({ subject, body }: Message) =>
    messages.push({ subject, body: decodeJson(body) as Record<string, unknown> });
  return { messages, subscription: bus.subscribe(subject, read) };
}

Deno.test({ name: "ingest", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, mesh } = store;
  const publisher = await connectPublisher(store);
  const publish = (
    operation: Operation,
    body: unknown,
    messageId: string = crypto.randomUUID(),
    teamId = mesh.teamId,
  ) =>
    publisher.publishDurable(
      ingestSubject(operation, teamId),
      body instanceof Uint8Array ? body : encodeJson(body),
      { messageId },
    );
  const events = listen(store.bus, "event.>");
  const dead = listen(store.bus, "dlq.>");
  await store.bus.flush();
  const rejected = (messageId: string) =>
    until(
      `rejection of ${messageId}`,
      () =>
        Promise.resolve(
          events.messages.find(({ body }) => (body.data as { messageId?: string }).messageId === messageId),
        ),
    );
  const findInvoice = async (invoiceNumber: string) =>
    (await ask(invoices.get, { q: invoiceNumber })).data.find((row) => row.invoiceNumber === invoiceNumber);

  await t.step("a message does not wait for others that might come", async () => {
    using watch = startStopwatch();
    for (let n = 0; n < 5; n++) {
      const externalId = crypto.randomUUID();
      await publish(customers.upsert, aCustomer({ externalId }));
      await until(
        "the customer",
        async () => (await ask(customers.get, { q: externalId })).data.length === 1,
      );
    }
    // A pull that is waited for to its end would take two seconds for each.
    assertLess(watch.livedMs, 5_000);
  });

  await t.step("customer, invoice and payment arrive from another service, in whatever order", async () => {
    const externalId = crypto.randomUUID();
    const invoice = anInvoice({ customerExternalId: externalId });
    const payment = {
      invoiceNumber: invoice.invoiceNumber,
      amount: "100.00",
      paidAt: "2026-02-01T00:00:00Z",
    };
    await publish(payments.record, payment);
    await publish(invoices.record, invoice);
    await publish(customers.upsert, aCustomer({ externalId }));
    const paid = await until("the paid invoice", async () => {
      const found = await findInvoice(invoice.invoiceNumber);
      return found?.status === "paid" ? found : undefined;
    });
    assertEquals(paid.amountPaid, 100);
  });

  await t.step("what waits is done in the order in which it came, and holds up nothing else", async () => {
    const externalId = crypto.randomUUID();
    const [ofNobody, other] = [anInvoice({ customerExternalId: externalId }), anInvoice()];
    const version = (price: string, changes = {}) => ({
      ...ofNobody,
      status: "draft",
      lines: [{ name: "Work", quantity: 1, price }],
      ...changes,
    });
    const { id: customerId } = await ask(customers.upsert, aCustomer());
    await publish(invoices.record, version("1.00"));
    // The first waits for its last try when the second comes; without an order that one would be done first.
    await until("the long wait of the first", async () => {
      const [first] = await store.sql`
        select 1 from waiting_commands where due_at > now() + interval '1 second' and team_id = ${mesh.teamId}
      `;
      return first !== undefined;
    });
    await publish(invoices.record, version("2.00", { externalId: crypto.randomUUID() }));
    await publish(invoices.record, { ...other, customerId });
    await publish(customers.upsert, aCustomer({ externalId }));
    await until("the other invoice", async () => await findInvoice(other.invoiceNumber) !== undefined);
    assertEquals(await findInvoice(ofNobody.invoiceNumber), undefined);
    const last = await until("the last version", async () => {
      const found = await findInvoice(ofNobody.invoiceNumber);
      return found?.amount === 2 ? found : undefined;
    });
    const { data } = await ask(invoices.getHistory, { id: last.id });
    assertEquals(data.map(({ kind }) => kind), ["recorded", "changed"]);
    await until("the end of all waiting", async () => {
      return (await store.sql`select 1 from waiting_commands where team_id = ${mesh.teamId}`).length === 0;
    });
  });

  await t.step("the same message five times has one effect", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const invoice = await ask(invoices.record, anInvoice({ customerId: id }));
    const payment = { invoiceId: invoice.id, amount: 10, paidAt: "2026-02-01T00:00:00Z" };
    const messageId = crypto.randomUUID();
    for (let n = 0; n < 5; n++) {
      await publish(payments.record, payment, messageId);
      // Longer than the shortest window for duplicates that a stream can have: `store_mutants.ts` gives it that one, so that
      // the store has to know the message by itself.
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const last = { invoiceId: invoice.id, amount: 1, paidAt: "2026-02-01T00:00:00Z" };
    await publish(payments.record, last);
    const settled = await until("the last payment", async () => {
      const found = await ask(invoices.getById, { id: invoice.id });
      return found.payments.some((each) => each.amount === 1) ? found : undefined;
    });
    assertEquals(settled.amountPaid, 11);
    await publish(payments.record, { ...last, externalId: messageId });
    await publish(payments.void, { externalId: messageId, reason: "Twice" });
    await until("its end", async () => {
      const found = await ask(invoices.getById, { id: invoice.id });
      return found.voidedPayments.length === 1 && found.amountPaid === 11;
    });
  });

  await t.step("an Idempotency-Key has one effect too; with another body it is refused", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const invoice = await ask(invoices.record, anInvoice({ customerId: id }));
    const pay = async (amount: number, messageId: string) => {
      const body = encodeJson({ invoiceId: invoice.id, amount, paidAt: "2026-02-01T00:00:00Z" });
      const headers = { "Idempotency-Key": `pay ${invoice.id}` };
      await publisher.publishDurable(ingestSubject(payments.record, mesh.teamId), body, {
        messageId,
        headers,
      });
    };
    await pay(10, crypto.randomUUID());
    await pay(10, crypto.randomUUID());
    const messageId = crypto.randomUUID();
    await pay(11, messageId);
    assertEquals(((await rejected(messageId)).body.data as { code: string }).code, "KEY_REUSED");
    assertEquals((await ask(invoices.getById, { id: invoice.id })).amountPaid, 10);
  });

  await t.step("a message's id may be what no index, and no text of the database, holds", async () => {
    const long = Array.from({ length: 100 }, () => crypto.randomUUID()).join("");
    for (const messageId of [long, `${crypto.randomUUID()}\0`]) {
      const externalId = crypto.randomUUID();
      await publish(customers.upsert, aCustomer({ externalId }), messageId);
      await until(
        "the customer",
        async () => (await ask(customers.get, { q: externalId })).data.length === 1,
      );
    }
  });

  await t.step("what cannot be taken goes to the DLQ whole, with why, and an event tells it", async () => {
    const wrong = { invoiceNumber: "", currency: "EUR", lines: [] };
    await publish(invoices.record, wrong, "wrong-1");
    const { body } = await rejected("wrong-1");
    const data = body.data as { code: string; errors: { pointer: string }[] };
    assertEquals(data.code, "INVALID");
    assert(data.errors.some((error) => error.pointer === "/lines"));
    const letter = await until(
      "its letter",
      () => Promise.resolve(dead.messages.find((each) => each.subject === "dlq.INGEST.INVALID")),
    );
    assertEquals(JSON.parse(String(letter.body.body)), wrong);
    assertEquals(letter.body.subject, ingestSubject(invoices.record, mesh.teamId));
    // Told too when neither the id nor what is wrong is a text of the database.
    await publish(customers.upsert, aCustomer({ metadata: { "\0\ud800": "x" } }), "bad-key\0");
    assertEquals(((await rejected("bad-key\ufffd")).body.data as { code: string }).code, "INVALID");
  });

  await t.step(
    "broken JSON, an unknown customer and a foreign customer are refused, and the stream goes on",
    async () => {
      const foreign = await ask(customers.upsert, aCustomer(), { caller: store.otherCaller });
      await publish(invoices.record, new TextEncoder().encode("{not json"), "broken-1");
      await publish(invoices.record, anInvoice({ customerExternalId: "nobody" }), "unknown-1");
      await publish(invoices.record, anInvoice({ customerId: foreign.id }), "foreign-1");
      const codes = [];
      for (const id of ["broken-1", "unknown-1", "foreign-1"]) {
        codes.push(((await rejected(id)).body.data as { code: string }).code);
      }
      assertEquals(codes, ["INVALID", "NOT_FOUND", "NOT_FOUND"]);
      assertEquals(
        (await ask(customers.getById, { id: foreign.id }, { caller: store.otherCaller })).invoiceCount,
        0,
      );
      const externalId = crypto.randomUUID();
      await publish(customers.upsert, aCustomer({ externalId }));
      await until(
        "the customer after them",
        async () => (await ask(customers.get, { q: externalId })).data.length === 1,
      );
    },
  );

  await t.step("events of a customer count without gaps, and each message is told once", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    for (let n = 0; n < 5; n++) await ask(customers.update, { id, note: `note ${n}` });
    const ofCustomer = () => events.messages.filter(({ body }) => body.customerId === id);
    await until("six events", () => Promise.resolve(ofCustomer().length >= 6));
    assertEquals(ofCustomer().map(({ body }) => body.sequence), [1, 2, 3, 4, 5, 6]);
    assertEquals(ofCustomer()[0]!.subject, `event.${mesh.teamId}.customers.created`);
  });

  await events.subscription.drain();
  await dead.subscription.drain();
  await publisher.close();
});

Deno.test({ name: "two stores share the work and lose nothing when one stops", ignore }, async () => {
  await using store = await takeTestStore();
  const another = await store.startAnother();
  const writes = Array.from({ length: 60 }, async (_, n) => {
    if (n === 20) await another.stop();
    return await store.ask(customers.upsert, aCustomer());
  });
  const answers = await Promise.allSettled(writes);
  assertEquals(answers.filter((answer) => answer.status === "rejected"), []);
  const { data } = await store.ask(customers.get, { pageSize: 100 });
  assertEquals(data.length, 60);
});

const PAYMENT = { invoiceNumber: "2026-1", amount: 1, paidAt: "2026-02-01T00:00:00Z" };

/** A stream whose waits take no time: the clock is set to the moment at which the next message comes. */
class TimelessStream {
  nowMs = 0;
  readonly letters: { subject: string; atMs: number }[] = [];
  #waiting: { subject: string; dueMs: number; sequence: number; count: number }[];

  constructor(subjects: readonly string[]) {
    this.#waiting = subjects.map((subject, index) => ({ subject, dueMs: 0, sequence: index + 1, count: 0 }));
  }

  async pull(
    _stream: string,
    _durable: string,
    { signal, onDelivery }: Parameters<Bus["pull"]>[2],
  ): Promise<Delivery[]> {
    const [next] = this.#waiting.toSorted((a, b) => a.dueMs - b.dueMs || a.sequence - b.sequence);
    if (!next) await new Promise((resolve) => signal!.addEventListener("abort", resolve));
    else {
      this.nowMs = next.dueMs;
      next.count++;
      const remove = () => void (this.#waiting = this.#waiting.filter((each) => each !== next));
      onDelivery!({
        ...{ subject: next.subject, body: encodeJson(PAYMENT), headers: {} },
        ...{ streamSequence: next.sequence, storedAtNs: "0", deliveryCount: next.count },
        ack: () => Promise.resolve(remove()),
        retryAfter: (delayMs) => void (next.dueMs = this.nowMs + delayMs),
        end: remove,
        stillWorking: () => {},
      });
    }
    return [];
  }

  publishDurable(subject: string): Promise<void> {
    this.letters.push({ subject, atMs: this.nowMs });
    return Promise.resolve();
  }
}

/** Its rows are of a database. */
const NO_LINE: WaitingLine = {
  findDelay: () => Promise.resolve(undefined),
  keep: () => Promise.resolve(),
  leave: () => Promise.resolve(),
};

/** @returns When each command was done, and when each letter was put aside. */
async function takeAll(subjects: readonly string[], invoiceAtMs: number) {
  const stream = new TimelessStream(subjects);
  const done: { actor: string; atMs: number }[] = [];
  const rejected: string[] = [];
  const handler: Handler<Operation> = (_input, { caller: { teamId } }) => {
    if (teamId === TEAM && stream.nowMs < invoiceAtMs) {
      throw new OperationError("NOT_FOUND", "No such invoice");
    }
    done.push({ actor: teamId, atMs: stream.nowMs });
    return Promise.resolve(new Uint8Array());
  };
  const ingest = new Ingest({
    bus: stream,
    log: createLog({ service: "store", level: "error" }),
    operations: new Map([[payments.record.name, { operation: payments.record, handler }]]),
    line: NO_LINE,
    tellRejected: ({ code }) => Promise.resolve(void rejected.push(code)),
  });
  ingest.start();
  await until("all", () => Promise.resolve(done.length + rejected.length === subjects.length));
  await ingest.stop();
  return { done, rejected, letters: stream.letters };
}

const TEAM = "00000000-0000-4000-8000-000000000001";
const OTHER_TEAM = "00000000-0000-4000-8000-000000000002";

Deno.test("Ingest has a payment wait for its invoice, and no other message for the payment", async () => {
  const subjects = [ingestSubject(payments.record, TEAM), ingestSubject(payments.record, OTHER_TEAM)];
  const { done, letters } = await takeAll(subjects, 40_000);
  assertEquals(letters, []);
  assertEquals(done.map(({ actor }) => actor), [OTHER_TEAM, TEAM]);
  assertEquals(done[0]!.atMs, 0);
});

Deno.test("Ingest gives up after a minute what refers to nothing, at once what is no command", async () => {
  const subjects = [ingestSubject(payments.record, TEAM), `ingest.${TEAM}.payments.invent`];
  const { done, rejected, letters } = await takeAll(subjects, Infinity);
  assertEquals([done, rejected], [[], ["NOT_FOUND", "NOT_FOUND"]]);
  assertEquals(letters.map(({ subject }) => subject), ["dlq.INGEST.NOT_FOUND", "dlq.INGEST.NOT_FOUND"]);
  const [first, second] = letters.map(({ atMs }) => atMs);
  assertEquals(first, 0);
  assert(second! > 50_000 && second! < 70_000, `${second} ms`);
});
