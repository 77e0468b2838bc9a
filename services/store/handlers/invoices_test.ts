import { assertEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { customers, invoices, payments, portalAccounts } from "shared/contract/mod.ts";
import type { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();

Deno.test({ name: "invoices and payments", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const newCustomer = async () => (await ask(customers.upsert, aCustomer())).id;
  const pay = (invoiceId: string, amount: string | number, more = {}) =>
    ask(payments.record, { invoiceId, amount, paidAt: "2026-02-01T10:00:00+01:00", ...more });

  await t.step("invoices.record keeps exact sums and shows them in major units", async () => {
    const customerId = await newCustomer();
    const lines = [{ name: "A", quantity: "1.5", price: "33.33", taxRate: 25 }, {
      name: "B",
      quantity: 2,
      price: 0.1,
    }];
    const invoice = await ask(invoices.record, anInvoice({ customerId, lines, discount: "0.20" }));
    assertEquals([invoice.subtotal, invoice.discount, invoice.tax, invoice.amount], [
      50.2,
      0.2,
      12.45,
      62.45,
    ]);
    assertEquals([invoice.status, invoice.paymentStatus, invoice.amountDue], ["unpaid", "unpaid", 62.45]);
    assertEquals(invoices.getById.output.parse(await ask(invoices.getById, { id: invoice.id })), invoice);
  });

  await t.step(
    "If-Match on an invoice and its payments is its version, and a refusal says what changed",
    async () => {
      const customerId = await newCustomer();
      const seen = (version: number | string) => ({ headers: { [HEADERS.ifMatch]: `"${version}"` } });
      const input = anInvoice({ customerId, status: "draft" as const });
      assertEquals((await refusal(ask(invoices.record, input, seen(1)))).code, "STALE");
      const { id } = await ask(invoices.record, input);
      await ask(invoices.record, { ...input, id, note: "Second" }, seen(1));
      const stale = await refusal(ask(invoices.record, { ...input, id, note: "Third" }, seen(1)));
      const pointersOf = ({ details }: OperationError) =>
        details.errors?.map(({ pointer }) => pointer).sort();
      assertEquals([stale.code, pointersOf(stale)], ["STALE", ["/note"]]);
      const issued = await ask(invoices.record, { ...input, id, note: "Second", status: "unpaid" }, seen(2));
      const payment = { invoiceId: id, amount: 1, paidAt: "2026-02-01T10:00:00Z" };
      const unseen = await refusal(ask(payments.record, payment, seen(2)));
      assertEquals([unseen.code, pointersOf(unseen)], ["STALE", ["/issuedAt", "/status"]]);
      await ask(payments.record, payment, seen(issued.version));
      const unpaid = await refusal(ask(invoices.update, { id, status: "canceled" }, seen(issued.version)));
      assertEquals([unpaid.code, pointersOf(unpaid)], ["STALE", ["/amountPaid"]]);
      const inYen = { ...input, id, status: "unpaid" as const, note: "Second", currency: "JPY" };
      const frozen = pointersOf(await refusal(ask(invoices.record, inYen)));
      assertEquals([frozen?.includes("/currency"), frozen?.includes("/exponent")], [true, false]);
    },
  );

  await t.step("a price finer than its currency is kept, shown, compared and told exactly", async () => {
    const customerId = await newCustomer();
    const lineOf = (price: string | number, quantity = 1_043) => [{ name: "kWh", quantity, price }];
    const terms = anInvoice({ customerId });
    const input = { ...terms, status: "draft" as const, lines: lineOf("0.28710") };
    const { id, lines, subtotal, amount } = await ask(invoices.record, input);
    assertEquals([lines, subtotal, amount], [
      [{ name: "kWh", quantity: 1_043, price: 0.2871, taxRate: null, amount: 299.45 }],
      299.45,
      299.45,
    ]);
    assertEquals((await ask(invoices.getById, { id })).lines, lines);
    assertEquals((await ask(invoices.record, { ...input, lines: lineOf(0.2871) })).version, 1);
    // The same amount, at another price.
    const other = await ask(invoices.record, { ...terms, lines: lineOf(0.28714), status: "unpaid" });
    assertEquals([other.version, other.lines[0]!.price, other.amount], [2, 0.28714, 299.49]);
    const frozen = { ...terms, lines: lineOf(0.287141) };
    assertEquals((await refusal(ask(invoices.record, frozen))).details.errors?.at(-1)?.pointer, "/lines");
    const { data: [, changed] } = await ask(invoices.getHistory, { id });
    // The cast: lines as an event tells them.
    const told = changed!.changes.lines as {
      before: { priceMinor: number }[];
      after: { priceMinor: number }[];
    };
    assertEquals([told.before[0]!.priceMinor, told.after[0]!.priceMinor], [28.71, 28.714]);
    const tiny = anInvoice({ customerId, currency: "JPY", lines: lineOf(0.00000001, 50_000_000) });
    assertEquals((await ask(invoices.record, tiny)).amount, 1);
  });

  await t.step("invoices.record refuses an id and an external id of two customers", async () => {
    const input = anInvoice({ customerId: await newCustomer(), customerExternalId: "somebody-else" });
    assertEquals((await refusal(ask(invoices.record, input))).code, "CONFLICT");
  });

  await t.step("invoices.record refuses amounts that the currency cannot hold, and says where", async () => {
    const customerId = await newCustomer();
    const pointer = async (changes: object) =>
      (await refusal(ask(invoices.record, anInvoice({ customerId, ...changes })))).details.errors?.[0]
        ?.pointer;
    assertEquals(
      await pointer({ currency: "JPY", lines: [{ name: "A", quantity: 1, price: 1.000000001 }] }),
      "/lines/0/price",
    );
    assertEquals(await pointer({ currency: "XQZ" }), "/currency");
    assertEquals(await pointer({ dueDate: "2026-01-01" }), "/dueDate");
    assertEquals(await pointer({ discount: "1000" }), "/discount");
    const kwd = anInvoice({
      customerId,
      currency: "KWD",
      lines: [{ name: "A", quantity: 1, price: "1.255" }],
    });
    assertEquals((await ask(invoices.record, kwd)).amount, 1.255);
  });

  await t.step(
    "invoices.record is idempotent by number and by external id, and freezes what was issued",
    async () => {
      const customerId = await newCustomer();
      const input = anInvoice({ customerId, externalId: crypto.randomUUID() });
      const first = await ask(invoices.record, input);
      assertEquals((await ask(invoices.record, input)).version, first.version);
      const { externalId: _, ...byNumber } = input;
      assertEquals((await ask(invoices.record, byNumber)).id, first.id);
      assertEquals((await ask(invoices.record, { ...input, note: "Thank you" })).note, "Thank you");
      const changed = { ...input, lines: [{ name: "Work", quantity: 2, price: "100.00" }] };
      assertEquals((await refusal(ask(invoices.record, changed))).code, "CONFLICT");
      const late = anInvoice({ customerId });
      const { id } = await ask(invoices.record, late);
      const named = await ask(invoices.record, { ...late, externalId: `late ${id}` });
      assertEquals([named.id, named.externalId], [id, `late ${id}`], "it had no external id before");
      const otherId = { ...input, externalId: "another", lines: changed.lines };
      assertEquals((await refusal(ask(invoices.record, otherId))).code, "CONFLICT");
      await ask(customers.update, { id: customerId, name: "Renamed", addressLine1: "New Street 1" });
      assertEquals((await ask(invoices.getById, { id: first.id })).buyer.name, first.buyer.name);
    },
  );

  await t.step(
    "a draft may change and counts for nothing; issuing it freezes the present buyer",
    async () => {
      const customerId = await newCustomer();
      const input = anInvoice({ customerId, status: "draft" as const });
      const draft = await ask(invoices.record, input);
      assertEquals((await ask(customers.getById, { id: customerId })).invoiceCount, 0);
      assertEquals((await refusal(pay(draft.id, 1))).code, "CONFLICT");
      const refund = { id: draft.id, status: "refunded" as const };
      assertEquals((await refusal(ask(invoices.update, refund))).code, "CONFLICT");
      await ask(customers.update, { id: customerId, name: "Final Name" });
      const lines = [{ name: "More", quantity: 3, price: "10" }];
      const issued = await ask(invoices.record, { ...input, lines, status: "unpaid" });
      assertEquals([issued.id, issued.amount, issued.buyer.name], [draft.id, 30, "Final Name"]);
      assertEquals((await refusal(ask(invoices.record, { ...input, lines }))).code, "CONFLICT");
    },
  );

  await t.step(
    "payments.record moves status and totals; partial, full and over payment are told apart",
    async () => {
      const customerId = await newCustomer();
      const { id } = await ask(
        invoices.record,
        anInvoice({ customerId, issueDate: "2020-01-01", dueDate: "2020-02-01" }),
      );
      assertEquals((await ask(invoices.getById, { id })).status, "overdue");
      const part = await pay(id, "40.00");
      assertEquals([part.invoice.status, part.invoice.paymentStatus, part.invoice.amountDue], [
        "overdue",
        "partially_paid",
        60,
      ]);
      const full = await pay(id, 60);
      assertEquals([full.invoice.status, full.invoice.amountDue], ["paid", 0]);
      assertEquals((await pay(id, 5)).invoice.paymentStatus, "overpaid");
      const summary = await ask(customers.getInvoiceSummary, { id: customerId });
      assertEquals(
        [
          summary.totalAmount,
          summary.paidAmount,
          summary.outstandingAmount,
          summary.invoiceCount,
          summary.currency,
        ],
        [100, 105, 0, 1, "EUR"],
      );
      assertEquals((await refusal(pay(id, "1.005"))).details.errors?.[0]?.pointer, "/amount");
      assertEquals((await refusal(pay(id, -1))).code, "INVALID");
      assertEquals((await pay(id, 1, { currency: "EUR" })).invoice.amountPaid, 106);
      const dollars = await refusal(pay(id, 1, { currency: "USD" }));
      assertEquals(dollars.details.errors?.[0]?.pointer, "/currency");
    },
  );

  await t.step(
    "payments.void takes a payment back: sums, status and credits as if it had never come",
    async () => {
      const customerId = await newCustomer();
      const { id, invoiceNumber } = await ask(invoices.record, anInvoice({ customerId }));
      const first = await pay(id, 100, { paidAt: "2026-02-01T10:00:00.000Z", method: "bank" });
      await pay(id, 60, { paidAt: "2026-02-02T10:00:00.000Z" });
      const last = await pay(id, 40, { paidAt: "2026-02-03T10:00:00.000Z" });
      const back = { type: "credit_note" as const, creditedInvoiceNumber: invoiceNumber };
      const lines = [{ name: "Back", quantity: 1, price: 30 }];
      const note = await ask(invoices.record, anInvoice({ customerId, ...back, lines }));
      assertEquals(note.creditAmount, 30);
      const reason = "Was another customer's";
      const seen = (version: number) => ({ headers: { [HEADERS.ifMatch]: `"${version}"` } });
      const take = (payment: { id: string }, options = {}) =>
        ask(payments.void, { id: payment.id, reason }, options);
      assertEquals((await refusal(take(first.payment, seen(1)))).code, "STALE");
      const { version } = await ask(invoices.getById, { id });
      const taken = await take(first.payment, seen(version));
      assertEquals([taken.invoice.status, taken.invoice.amountPaid, taken.payment.voidedAt !== null], [
        "paid",
        100,
        true,
      ]);
      const settled = await ask(invoices.getById, { id });
      assertEquals([settled.paidAt, settled.creditAmount], ["2026-02-03T10:00:00.000Z", 0]);
      assertEquals(settled.payments.map(({ amount }) => amount), [60, 40]);
      assertEquals(settled.voidedPayments, [taken.payment]);
      assertEquals(await take(first.payment), taken, "once more changes nothing");
      assertEquals((await ask(invoices.getById, { id })).version, settled.version);
      // Now a part is open, which the credit note settles.
      assertEquals((await take(last.payment)).invoice, {
        ...{ id, status: "unpaid", paymentStatus: "partially_paid", amountPaid: 60, amountDue: 10 },
      });
      assertEquals((await ask(invoices.getById, { id: note.id })).creditAmount, 0);
      const { totals: [total] } = await ask(customers.getById, { id: customerId });
      assertEquals([total?.paidAmount, total?.outstandingAmount, total?.creditAmount], [60, 10, 0]);
      assertEquals((await ask(customers.getInvoiceSummary, { id: customerId })).paidAmount, 60);
      const { data } = await ask(invoices.getHistory, { id });
      assertEquals(data.slice(5).map(({ kind, amount, actor, reason }) => [kind, amount, actor, reason]), [
        ["payment_voided", -100, "key:test", reason],
        ["payment_voided", -40, "key:test", reason],
        ["credited", 30, "key:test", null],
      ]);
      const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
      const publicly = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
      const shown = await ask(portalAccounts.getInvoice, { portalId: portalId!, invoiceId: id }, publicly);
      const origins = shown!.invoice.voidedPayments.map(({ amount, method }) => [amount, method]);
      assertEquals(origins, [[100, null], [40, null]], "nobody is told how somebody else has paid");
      const stranger = { caller: store.otherCaller };
      assertEquals((await refusal(take(last.payment, stranger))).code, "NOT_FOUND");
      const elsewhere = { invoiceId: note.id, id: last.payment.id, reason };
      assertEquals((await refusal(ask(payments.void, elsewhere))).code, "NOT_FOUND");
    },
  );

  await t.step(
    "payments.void lowers the credit of a canceled invoice, and leaves what was returned",
    async () => {
      const customerId = await newCustomer();
      const input = anInvoice({ customerId });
      const { id } = await ask(invoices.record, input);
      const [one, other] = [await pay(id, 10), await pay(id, 20)];
      await ask(invoices.update, { id, status: "canceled" });
      await ask(payments.void, { id: one.payment.id, reason: "Twice" });
      assertEquals((await ask(invoices.getById, { id })).creditAmount, 20);
      await ask(invoices.update, { id, status: "refunded" });
      assertEquals(
        (await refusal(ask(payments.void, { id: other.payment.id, reason: "Twice" }))).code,
        "CONFLICT",
      );
    },
  );

  await t.step(
    "an external id means one payment towards one invoice; a voided one's may mean another",
    async () => {
      const customerId = await newCustomer();
      const [wrong, right] = [anInvoice({ customerId }), anInvoice({ customerId })];
      const { id } = await ask(invoices.record, wrong);
      const { id: rightId } = await ask(invoices.record, right);
      const externalId = crypto.randomUUID();
      await pay(id, 10, { externalId });
      assertEquals((await refusal(pay(rightId, 10, { externalId }))).code, "CONFLICT");
      await ask(payments.void, { externalId, reason: "Of the other invoice" });
      const again = await pay(id, 10, { externalId });
      assertEquals(
        [again.payment.voidedAt !== null, again.invoice.amountPaid],
        [true, 0],
        "its publisher repeats it",
      );
      assertEquals((await pay(rightId, 10, { externalId })).invoice.amountPaid, 10);
      assertEquals((await pay(id, 10, { externalId })).invoice.amountPaid, 0);
      assertEquals((await pay(rightId, 10, { externalId })).invoice.amountPaid, 10);
      await ask(payments.void, { externalId, reason: "Of nobody" });
      assertEquals((await ask(invoices.getById, { id: rightId })).amountPaid, 0);
    },
  );

  await t.step(
    "an invoice is settled since the same day, in whichever order its payments are recorded",
    async () => {
      const customerId = await newCustomer();
      const early = { amount: 40, paidAt: "2026-01-20T10:00:00.000Z" };
      const late = { amount: 60, paidAt: "2026-03-20T10:00:00.000Z" };
      for (const order of [[early, late], [late, early]]) {
        const { id: invoiceId } = await ask(invoices.record, anInvoice({ customerId }));
        for (const each of order) await ask(payments.record, { invoiceId, ...each });
        assertEquals((await ask(invoices.getById, { id: invoiceId })).paidAt, late.paidAt);
        const { payment } = await pay(invoiceId, 100, { paidAt: "2026-02-01T10:00:00.000Z" });
        await ask(payments.void, { id: payment.id, reason: "Twice" });
        assertEquals((await ask(invoices.getById, { id: invoiceId })).paidAt, late.paidAt);
      }
    },
  );

  await t.step("payments.record takes the same external id once", async () => {
    const customerId = await newCustomer();
    const { id, invoiceNumber } = await ask(invoices.record, anInvoice({ customerId }));
    const externalId = crypto.randomUUID();
    const [one, two] = [await pay(id, 10, { externalId }), await pay(id, 10, { externalId })];
    assertEquals([two.payment.id, two.invoice.amountPaid], [one.payment.id, 10]);
    assertEquals((await refusal(pay(id, 11, { externalId }))).code, "CONFLICT");
    const byNumber = { invoiceNumber, amount: "1", paidAt: "2026-02-02T00:00:00Z" };
    assertEquals((await ask(payments.record, byNumber)).invoice.amountPaid, 11);
  });

  await t.step(
    "totals stay apart by currency and equal a recomputation after many concurrent changes",
    async () => {
      const customerId = await newCustomer();
      const made = await Promise.all(Array.from({ length: 24 }, (_, n) => {
        const currency = ["EUR", "JPY", "KWD"][n % 3]!;
        return ask(
          invoices.record,
          anInvoice({ customerId, currency, lines: [{ name: "x", quantity: n + 1, price: 7 }] }),
        );
      }));
      await Promise.all(made.map((invoice, n) => pay(invoice.id, n + 1)));
      await ask(invoices.record, { ...toInput(made[0]!), customerId, status: "canceled" });
      const { totals, invoiceCount } = await ask(customers.getById, { id: customerId });
      const rows = await store.sql<{ currency: string; total: number; paid: number; outstanding: number }[]>`
      select currency, sum(total_minor)::bigint as total, sum(paid_minor)::bigint as paid,
        sum(greatest(total_minor - paid_minor, 0))::bigint as outstanding
      from invoices where customer_id = ${customerId} and state = 'issued' group by currency order by currency
    `;
      const exponents: Record<string, number> = { EUR: 2, JPY: 0, KWD: 3 };
      const major = (minor: number, currency: string) => minor / 10 ** exponents[currency]!;
      assertEquals(
        totals.map((each) => [each.currency, each.totalAmount, each.paidAmount, each.outstandingAmount]),
        rows.map((row) => [
          row.currency,
          major(row.total, row.currency),
          major(row.paid, row.currency),
          major(row.outstanding, row.currency),
        ]),
      );
      assertEquals(invoiceCount, 23);
    },
  );

  await t.step("invoices.get filters by derived status, customer and due date, and walks pages", async () => {
    const customerId = await newCustomer();
    const past = { issueDate: "2020-01-01", dueDate: "2020-02-01" };
    for (let n = 0; n < 5; n++) await ask(invoices.record, anInvoice({ customerId, ...past }));
    const open = await ask(invoices.record, anInvoice({ customerId }));
    const late = await ask(invoices.get, { customers: [customerId], statuses: ["overdue"], pageSize: 2 });
    assertEquals([late.data.length, late.meta.hasNextPage], [2, true]);
    const ids = new Set(late.data.map((row) => row.id));
    let { cursor } = late.meta;
    while (cursor) {
      const page = await ask(invoices.get, {
        customers: [customerId],
        statuses: ["overdue"],
        pageSize: 2,
        cursor,
      });
      page.data.forEach((row) => ids.add(row.id));
      cursor = page.meta.cursor;
    }
    assertEquals(ids.size, 5);
    const ranged = await ask(invoices.get, { customers: [customerId], start: "2021-01-01" });
    assertEquals(ranged.data.map((row) => row.id), [open.id]);
    for (
      const sort of [
        "created_at",
        "due_date",
        "issue_date",
        "amount",
        "status",
        "customer",
        "invoice_number",
      ] as const
    ) {
      assertEquals(
        (await ask(invoices.get, { customers: [customerId], sort: [sort, "asc"] })).data.length,
        6,
      );
    }
    assertEquals((await ask(invoices.get, { q: open.invoiceNumber })).data.map((row) => row.id), [open.id]);
  });

  await t.step("invoices.get searches number, buyer, amount and lines, as they are now", async () => {
    const { id: customerId } = await ask(customers.upsert, aCustomer({ name: "Zoë Sörensen" }));
    const input = anInvoice({ customerId, status: "draft" as const });
    const lineOf = (name: string) => [{ name, quantity: 1, price: "77.31" }];
    const draft = await ask(invoices.record, { ...input, lines: lineOf("Blåbær 100%") });
    const find = async (q: string) => (await ask(invoices.get, { q, customers: [customerId] })).data.length;
    for (const q of [draft.invoiceNumber.slice(1), "zoe sor", "77.31", "BLABÆR", "0%"]) {
      assertEquals([q, await find(q)], [q, 1]);
    }
    // An amount has the decimals of its currency.
    assertEquals([await find("77.310"), await find("zoë%")], [0, 0]);
    // Far behind what an index holds of a text.
    const long = Array.from({ length: 12 }, (_, n) => lineOf(`${"東京 ".repeat(20)} ${n}.`)[0]!);
    await ask(invoices.record, { ...input, id: draft.id, lines: long });
    for (const q of ["東京", "京 東", " 11.", "0.\n東"]) assertEquals([q, await find(q)], [q, 1]);
    assertEquals(await find(" 12."), 0);
    await ask(invoices.record, { ...input, id: draft.id, lines: lineOf("Other work") });
    assertEquals([await find("blåbær"), await find("other w"), await find("%"), await find("r_w")], [
      0,
      1,
      0,
      0,
    ]);
  });

  await t.step("another team's invoices cannot be read or paid", async () => {
    const { id, invoiceNumber } = await ask(invoices.record, anInvoice({ customerId: await newCustomer() }));
    const options = { caller: store.otherCaller };
    assertEquals((await refusal(ask(invoices.getById, { id }, options))).code, "NOT_FOUND");
    const payment = { amount: 1, paidAt: "2026-02-02T00:00:00Z" };
    assertEquals(
      (await refusal(ask(payments.record, { invoiceId: id, ...payment }, options))).code,
      "NOT_FOUND",
    );
    assertEquals(
      (await refusal(ask(payments.record, { invoiceNumber, ...payment }, options))).code,
      "NOT_FOUND",
    );
    assertEquals((await ask(invoices.get, {}, options)).data, []);
  });
});

Deno.test({ name: "the portal of a customer", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask, askRaw } = store;
  const { id } = await ask(customers.upsert, aCustomer({ name: "Meridian <b>", note: "internal" }));
  const toggle = (enabled: boolean) => ask(customers.togglePortal, { customerId: id, enabled });
  const publicly = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
  const read = (portalId: string) => ask(customers.getByPortalId, { portalId }, publicly);

  await t.step("customers.togglePortal gives all of many at once the same link", async () => {
    const links = await Promise.all(Array.from({ length: 10 }, () => toggle(true)));
    assertEquals(new Set(links.map((link) => link.portalId)).size, 1);
    assertEquals(links[0]!.portalUrl, `https://portal.example/p/${links[0]!.portalId}`);
  });

  await t.step("the link opens what is meant for the customer, and nothing internal", async () => {
    const { portalId } = await toggle(true);
    await ask(invoices.record, anInvoice({ customerId: id }));
    await ask(invoices.record, anInvoice({ customerId: id, status: "draft" as const }));
    const reply = await askRaw(customers.getByPortalId, { portalId }, publicly);
    const text = new TextDecoder().decode(reply.body);
    for (const leak of [store.mesh.teamId, id, "internal", "@example.com"]) {
      assertEquals(text.includes(leak), false);
    }
    const page = await ask(customers.getPortalInvoices, { portalId: portalId! }, publicly);
    assertEquals(page.data.map((row) => [row.status, row.token]), [["unpaid", ""]]);
    for (const cursor of ["-1", "abc", "99999999999999999999"]) {
      const refused = await refusal(
        ask(customers.getPortalInvoices, { portalId: portalId!, cursor }, publicly),
      );
      assertEquals([refused.code, refused.message], ["INVALID", "Is not a cursor of this list"]);
    }
    const account = await ask(portalAccounts.get, { portalId: portalId! }, publicly);
    assertEquals([account?.counts.all, account?.balances[0]?.outstanding], [1, 100]);
    const invoiceId = page.data[0]!.id;
    const view = await ask(portalAccounts.getInvoice, { portalId: portalId!, invoiceId }, publicly);
    assertEquals(view?.invoice.id, invoiceId);
  });

  await t.step(
    "an unknown link and a switched-off portal show nothing; a replaced link is gone",
    async () => {
      for (const none of ["x".repeat(21), "x", ""]) assertEquals(await read(none), null);
      const { portalId: old } = await toggle(true);
      const { portalId: next } = await ask(customers.rotatePortal, { customerId: id });
      assertEquals((await refusal(read(old!))).code, "GONE");
      assertEquals((await refusal(ask(portalAccounts.get, { portalId: old! }, publicly))).code, "GONE");
      assertEquals((await read(next!))?.customer.name, "Meridian <b>");
      assertEquals((await toggle(false)).portalId, null);
      assertEquals(await read(next!), null);
      const { portalId: again } = await toggle(true);
      assertEquals(again === next, false);
      assertEquals((await refusal(read(next!))).code, "GONE");
      assertEquals(
        (await refusal(ask(customers.rotatePortal, { customerId: id }, { caller: store.otherCaller }))).code,
        "NOT_FOUND",
      );
    },
  );

  await t.step("a page's cursor names no id of the customer or the team", async () => {
    await ask(invoices.record, anInvoice({ customerId: id }));
    const { portalId } = await toggle(true);
    const page = await ask(customers.getPortalInvoices, { portalId: portalId!, pageSize: 1 }, publicly);
    const text = atob(page.meta.cursor!.split(".")[1]!.replaceAll("-", "+").replaceAll("_", "/"));
    for (const leak of [store.mesh.teamId, id]) assertEquals(text.includes(leak), false);
  });

  await t.step("another customer's invoice is not shown behind the link", async () => {
    const stranger = await ask(customers.upsert, aCustomer());
    const invoice = await ask(invoices.record, anInvoice({ customerId: stranger.id }));
    const { portalId } = await toggle(true);
    const input = { portalId: portalId!, invoiceId: invoice.id };
    assertEquals(await ask(portalAccounts.getInvoice, input, publicly), null);
  });

  await t.step("the database holds no link in clear", async () => {
    const { portalId } = await toggle(true);
    const [row] = await store.sql<{ found: boolean }[]>`
      select exists (select 1 from portal_links l where l::text like ${`%${portalId}%`}) as found
    `;
    assertEquals(row!.found, false);
  });
});

function toInput(
  invoice: {
    invoiceNumber: string;
    currency: string;
    issueDate: string;
    dueDate: string;
    lines: { name: string; quantity: number; price: number }[];
  },
) {
  const { invoiceNumber, currency, issueDate, dueDate, lines } = invoice;
  return {
    invoiceNumber,
    currency,
    issueDate,
    dueDate,
    lines: lines.map(({ name, quantity, price }) => ({ name, quantity, price })),
  };
}
