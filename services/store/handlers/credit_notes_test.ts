import { assertEquals } from "@std/assert";
import { customers, invoices, payments, portalAccounts } from "shared/contract/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const NOBODY = "00000000-0000-4000-8000-000000000000";
const PUBLICLY = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

Deno.test({ name: "the life of an invoice", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const newCustomer = async () => (await ask(customers.upsert, aCustomer())).id;
  const line = (price: string) => [{ name: "Work", quantity: 1, price }];
  const pay = (invoiceId: string, amount: string) =>
    ask(payments.record, { invoiceId, amount, paidAt: "2026-02-01T10:00:00Z" });
  const aNote = (customerId: string, price: string, creditedInvoiceNumber?: string) =>
    anInvoice({ customerId, type: "credit_note" as const, creditedInvoiceNumber, lines: line(price) });
  const totalsOf = async (id: string) => {
    const { totals: [sums] } = await ask(customers.getById, { id });
    return [sums?.totalAmount, sums?.paidAmount, sums?.outstandingAmount, sums?.creditAmount];
  };
  const kindsOf = async (id: string) =>
    (await ask(invoices.getHistory, { id })).data.map(({ kind, amount }) =>
      amount === null ? kind : [kind, amount]
    );

  await t.step("a credit note lowers what is owed; what it does not use up stays as credit", async () => {
    const customerId = await newCustomer();
    const invoice = await ask(invoices.record, anInvoice({ customerId }));
    await pay(invoice.id, "80.00");
    const note = await ask(invoices.record, aNote(customerId, "50.00", invoice.invoiceNumber));
    assertEquals([
      note.type,
      note.status,
      note.amount,
      note.amountCredited,
      note.creditAmount,
      note.amountDue,
    ], [
      "credit_note",
      "paid",
      50,
      20,
      30,
      0,
    ]);
    const settled = await ask(invoices.getById, { id: invoice.id });
    assertEquals([settled.status, settled.amountPaid, settled.amountCredited, settled.amountDue], [
      "paid",
      80,
      20,
      0,
    ]);
    assertEquals(settled.paidAt !== null, true);
    assertEquals(await totalsOf(customerId), [50, 80, 0, 30]);
    assertEquals(await kindsOf(invoice.id), ["recorded", "issued", ["payment", 80], ["credited", 20]]);
    const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
    const ofInvoice = { portalId: portalId!, invoiceId: invoice.id };
    const view = await ask(portalAccounts.getInvoice, ofInvoice, PUBLICLY);
    const { id, invoiceNumber, issueDate } = note;
    assertEquals(view?.credits, [{ id, invoiceNumber, issueDate, amount: 20 }]);
    assertEquals((await ask(customers.getById, { id: customerId })).invoiceCount, 1);
  });

  await t.step(
    "a canceled credit note gives back what it had settled, to the next note if there is one",
    async () => {
      const customerId = await newCustomer();
      const invoice = await ask(invoices.record, anInvoice({ customerId }));
      const first = aNote(customerId, "80.00", invoice.invoiceNumber);
      await ask(invoices.record, first);
      const second = await ask(invoices.record, aNote(customerId, "50.00", invoice.invoiceNumber));
      assertEquals(second.amountCredited, 20);
      const canceled = await ask(invoices.record, { ...first, status: "canceled" });
      assertEquals([canceled.status, canceled.amountCredited, canceled.creditAmount], ["canceled", 0, 0]);
      assertEquals((await ask(invoices.getById, { id: second.id })).amountCredited, 50);
      assertEquals((await ask(invoices.getById, { id: invoice.id })).amountDue, 50);
      assertEquals(await totalsOf(customerId), [50, 0, 50, 0]);
    },
  );

  await t.step("a credit note without an invoice is credit, and paid out when it is refunded", async () => {
    const customerId = await newCustomer();
    const input = aNote(customerId, "12.00");
    const note = await ask(invoices.record, input);
    assertEquals(await totalsOf(customerId), [-12, 0, 0, 12]);
    assertEquals((await refusal(pay(note.id, "1"))).code, "CONFLICT");
    await ask(invoices.record, { ...input, status: "refunded" });
    assertEquals(await totalsOf(customerId), [undefined, undefined, undefined, undefined]);
    assertEquals(await kindsOf(note.id), ["recorded", "issued", ["refunded", 12]]);
  });

  await t.step("invoices.record refuses a credit note that fits no invoice", async () => {
    const customerId = await newCustomer();
    const draft = await ask(invoices.record, anInvoice({ customerId, status: "draft" as const }));
    const dollars = await ask(invoices.record, anInvoice({ customerId, currency: "USD" }));
    const strangers = await ask(invoices.record, anInvoice({ customerId: await newCustomer() }));
    const note = await ask(invoices.record, aNote(customerId, "1.00"));
    const codeFor = async (number: string) =>
      (await refusal(ask(invoices.record, aNote(customerId, "1.00", number)))).code;
    assertEquals(await codeFor("no such number"), "NOT_FOUND");
    for (const each of [draft, dollars, strangers, note]) {
      assertEquals(await codeFor(each.invoiceNumber), "CONFLICT");
    }
    const wrong = anInvoice({ customerId, type: "invoice" as const, creditedInvoiceNumber: "x" });
    assertEquals(
      (await refusal(ask(invoices.record, wrong))).details.errors?.[0]?.pointer,
      "/creditedInvoiceNumber",
    );
    const silent = anInvoice({ customerId, creditedInvoiceNumber: draft.invoiceNumber });
    assertEquals((await refusal(ask(invoices.record, silent))).code, "CONFLICT");
  });

  await t.step("paid too much is credit, and so is what was paid for a canceled invoice", async () => {
    const customerId = await newCustomer();
    const input = anInvoice({ customerId });
    const { id } = await ask(invoices.record, input);
    await pay(id, "130.00");
    assertEquals(await totalsOf(customerId), [100, 130, 0, 30]);
    await ask(customers.update, { id: customerId, name: "Renamed" });
    const canceled = await ask(invoices.record, { ...input, status: "canceled" });
    assertEquals([canceled.status, canceled.creditAmount, canceled.canceledAt !== null], [
      "canceled",
      130,
      true,
    ]);
    assertEquals(canceled.buyer.name === "Renamed", false);
    assertEquals(await totalsOf(customerId), [0, 0, 0, 130]);
    const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
    const account = await ask(portalAccounts.get, { portalId: portalId! }, PUBLICLY);
    assertEquals(account?.balances.map((each) => [each.outstanding, each.credit]), [[0, 130]]);
    // What had been paid is returned.
    await ask(invoices.record, { ...input, status: "refunded" });
    assertEquals(await totalsOf(customerId), [undefined, undefined, undefined, undefined]);
  });

  await t.step("a refund takes the paid money out of the totals and shows in the history", async () => {
    const customerId = await newCustomer();
    const input = anInvoice({ customerId });
    const { id } = await ask(invoices.record, input);
    await pay(id, "40.00");
    const refunded = await ask(invoices.record, { ...input, status: "refunded" });
    assertEquals([refunded.status, refunded.amountPaid, refunded.amountDue, refunded.creditAmount], [
      "refunded",
      40,
      0,
      0,
    ]);
    assertEquals(await totalsOf(customerId), [undefined, undefined, undefined, undefined]);
    assertEquals(await kindsOf(id), ["recorded", "issued", ["payment", 40], ["refunded", 40]]);
    const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
    const account = await ask(portalAccounts.get, { portalId: portalId! }, PUBLICLY);
    assertEquals(account?.payments.map(({ amount }) => amount), [-40, 40]);
    const reopened = refusal(ask(invoices.record, { ...input, status: "unpaid" }));
    assertEquals((await reopened).code, "CONFLICT");
  });

  await t.step(
    "what a note had settled that is paid out goes back with the invoice's own money",
    async () => {
      const customerId = await newCustomer();
      const settle = async () => {
        const { id, invoiceNumber } = await ask(invoices.record, anInvoice({ customerId }));
        const note = await ask(invoices.record, aNote(customerId, "30.00", invoiceNumber));
        await ask(invoices.update, { id: note.id, status: "refunded" });
        return id;
      };
      const paid = await settle();
      await pay(paid, "20.00");
      await ask(invoices.update, { id: paid, status: "refunded" });
      assertEquals((await kindsOf(paid)).at(-1), ["refunded", 50]);
      const canceled = await settle();
      await ask(invoices.update, { id: canceled, status: "canceled" });
      assertEquals((await totalsOf(customerId)).at(-1), 30);
      await ask(invoices.update, { id: canceled, status: "refunded" });
      const { currencies: [euros] } = await ask(customers.getStatement, { id: customerId });
      const returned = euros!.lines.filter(({ kind }) => kind === "refund").map(({ debit }) => debit);
      assertEquals([returned, euros!.closing], [[50, 30], 0]);
      const { portalId } = await ask(customers.togglePortal, { customerId, enabled: true });
      const account = await ask(portalAccounts.get, { portalId: portalId! }, PUBLICLY);
      assertEquals(account?.payments.map(({ amount }) => amount), [-30, -50, 20]);
    },
  );

  await t.step("what a credit note names is not deleted, also before that is issued", async () => {
    const customerId = await newCustomer();
    const { id, invoiceNumber } = await ask(invoices.record, anInvoice({ customerId }));
    const ahead = { issueDate: "2998-01-01", status: "scheduled" as const };
    const note = { ...aNote(customerId, "30.00", invoiceNumber), ...ahead };
    await ask(invoices.record, note);
    await ask(invoices.update, { id, status: "canceled" });
    // Else its number might become that of an invoice of somebody else, which the note would settle.
    assertEquals((await refusal(ask(invoices.delete, { id }))).code, "CONFLICT");
    const { id: noteId } = await ask(invoices.record, { ...note, status: "canceled" });
    await ask(invoices.delete, { id: noteId });
    await ask(invoices.delete, { id });
  });

  await t.step("a new invoice is numbered after the newest invoice, not after a credit note", async () => {
    const customerId = await newCustomer();
    await ask(invoices.record, anInvoice({ customerId, invoiceNumber: "A-0007" }));
    await ask(invoices.record, { ...aNote(customerId, "1.00"), invoiceNumber: "A-0008" });
    await ask(invoices.record, { ...aNote(customerId, "1.00"), invoiceNumber: "CN-0012" });
    const days = { issueDate: "2026-01-10", dueDate: "2026-02-10" };
    const order = { customerId, deliveryType: "create" as const, ...days, amount: 1 };
    assertEquals((await ask(invoices.create, order)).invoiceNumber, "A-0009");
  });

  await t.step("invoices.getHistory tells who changed which fields, by which door", async () => {
    const customerId = await newCustomer();
    const input = anInvoice({ customerId, status: "draft" as const });
    const { id } = await ask(invoices.record, input);
    await ask(invoices.record, { ...input, lines: line("7.00"), note: "Hello" });
    await ask(invoices.record, { ...input, lines: line("7.00"), note: "Hello" });
    await ask(invoices.record, { ...input, lines: line("7.00"), note: "Hello", status: "unpaid" });
    const { data } = await ask(invoices.getHistory, { id });
    assertEquals(data.map(({ kind, fields, actor, door }) => [kind, fields.join(), actor, door]), [
      ["recorded", "", "key:test", "http"],
      ["changed", "subtotal,amount,note,lines", "key:test", "http"],
      ["issued", "", "key:test", "http"],
    ]);
    const [recorded, changed, issued] = data.map((entry) => entry.changes);
    assertEquals(recorded!.totalMinor, { before: null, after: 10_000 });
    assertEquals([changed!.totalMinor, changed!.note], [
      { before: 10_000, after: 700 },
      { before: null, after: "Hello" },
    ]);
    const toldLine = (priceMinor: number) => [
      { name: "Work", quantity: "1", priceMinor, taxRate: null, amountMinor: priceMinor },
    ];
    assertEquals(changed!.lines, { before: toldLine(10_000), after: toldLine(700) });
    assertEquals(Object.keys(issued!).sort(), ["issuedAt", "state"]);
    assertEquals(issued!.state, { before: "draft", after: "issued" });
    assertEquals((await refusal(ask(invoices.getHistory, { id: NOBODY }))).code, "NOT_FOUND");
    const options = { caller: store.otherCaller };
    assertEquals((await refusal(ask(invoices.getHistory, { id }, options))).code, "NOT_FOUND");
  });

  await t.step("invoices.record finds an invoice by its id too", async () => {
    const customerId = await newCustomer();
    const input = anInvoice({ customerId, status: "draft" as const });
    const { id } = await ask(invoices.record, input);
    const renumbered = await ask(invoices.record, {
      ...input,
      id,
      invoiceNumber: `${input.invoiceNumber}-B`,
    });
    assertEquals([renumbered.id, renumbered.invoiceNumber], [id, `${input.invoiceNumber}-B`]);
    const again = await ask(invoices.record, { ...input, id, invoiceNumber: `${input.invoiceNumber}-B` });
    assertEquals(again.version, renumbered.version);
    const taken = await ask(invoices.record, anInvoice({ customerId }));
    const clash = ask(invoices.record, { ...input, id, invoiceNumber: taken.invoiceNumber });
    assertEquals((await refusal(clash)).code, "CONFLICT");
    assertEquals((await refusal(ask(invoices.record, { ...input, id: NOBODY }))).code, "NOT_FOUND");
  });

  await t.step(
    "a scheduled invoice is issued when its day has come, with totals, history and buyer",
    async () => {
      const customerId = await newCustomer();
      const at = { issueDate: "2990-01-01", status: "scheduled" as const };
      const later = await ask(invoices.record, anInvoice({ customerId, ...at }));
      assertEquals([later.status, later.issuedAt], ["scheduled", null]);
      const now = await ask(invoices.record, anInvoice({ customerId, ...at, issueDate: TODAY }));
      assertEquals([now.status, now.issuedAt !== null], ["unpaid", true]);
      await ask(customers.update, { id: customerId, name: "Newest Name" });
      await store.sql`update invoices set issue_date = ${TODAY} where id = ${later.id}`;
      const issued = await until("the sweeper", async () => {
        const found = await ask(invoices.getById, { id: later.id });
        return found.status === "unpaid" && found;
      });
      assertEquals(issued.buyer.name, "Newest Name");
      assertEquals(await totalsOf(customerId), [200, 0, 200, 0]);
      const { data } = await ask(invoices.getHistory, { id: later.id });
      assertEquals(data.map(({ kind, actor }) => [kind, actor]), [["recorded", "key:test"], [
        "issued",
        "store",
      ]]);
    },
  );

  await t.step("a payment on the day of issue does not wait for the sweeper", async () => {
    const customerId = await newCustomer();
    const at = { issueDate: "2990-01-01", status: "scheduled" as const };
    const { id } = await ask(invoices.record, anInvoice({ customerId, ...at }));
    assertEquals((await refusal(pay(id, "1"))).code, "CONFLICT");
    await store.sql`update invoices set issue_date = ${TODAY} where id = ${id}`;
    assertEquals((await pay(id, "100")).invoice.status, "paid");
    assertEquals(await totalsOf(customerId), [100, 100, 0, 0]);
  });

  await t.step("customers.delete by force keeps the invoices with their buyer, and lists them", async () => {
    const customerId = await newCustomer();
    const invoice = await ask(invoices.record, anInvoice({ customerId }));
    await pay(invoice.id, "10.00");
    assertEquals((await refusal(ask(customers.delete, { id: customerId, force: false }))).code, "CONFLICT");
    assertEquals((await ask(customers.delete, { id: customerId, force: true })).id, customerId);
    assertEquals((await refusal(ask(customers.getById, { id: customerId }))).code, "NOT_FOUND");
    const kept = await ask(invoices.getById, { id: invoice.id });
    assertEquals([kept.customerId, kept.customerName, kept.amountPaid], [null, invoice.buyer.name, 10]);
    const { data } = await ask(invoices.get, { ids: [invoice.id] });
    assertEquals(data.map((row) => [row.customerId, row.customerName]), [[null, invoice.buyer.name]]);
    assertEquals((await pay(invoice.id, "90.00")).invoice.status, "paid");
    assertEquals((await ask(invoices.getHistory, { id: invoice.id })).data[3]?.fields, ["customerId"]);
  });
});
