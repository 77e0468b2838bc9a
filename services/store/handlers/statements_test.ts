import { assertEquals } from "@std/assert";
import { customers, invoices, payments, portalAccounts } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

Deno.test({ name: "customers.getStatement", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const newCustomer = async () => (await ask(customers.upsert, aCustomer())).id;
  const bill = (customerId: string, price: string, issueDate: string, more: object = {}) => {
    const lines = [{ name: "Work", quantity: 1, price }];
    return ask(invoices.record, anInvoice({ customerId, issueDate, dueDate: issueDate, lines, ...more }));
  };
  const pay = (invoiceId: string, amount: string, paidAt: string) =>
    ask(payments.record, { invoiceId, amount, paidAt, reference: "ref" });

  await t.step(
    "what is dated ahead and counts already is in the statement of today, and nowhere hidden",
    async () => {
      const id = await newCustomer();
      const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
      const invoice = await bill(id, "100.00", inHours(24 * 40).slice(0, 10));
      await pay(invoice.id, "30.00", inHours(23));
      const { to, currencies: [euros] } = await ask(customers.getStatement, { id });
      const { outstandingAmount } = await ask(customers.getInvoiceSummary, { id });
      assertEquals([to, euros?.closing, outstandingAmount], [invoice.issueDate, 70, 70]);
      const early = await refusal(pay(invoice.id, "1.00", inHours(25)));
      assertEquals(early.details.errors?.map(({ pointer, code }) => [pointer, code]), [
        ["/paidAt", "in_the_future"],
      ]);
      assertEquals((await ask(customers.getInvoiceSummary, { id })).outstandingAmount, 70);
    },
  );

  await t.step("shows opening, lines with a running balance and closing, in the seller's days", async () => {
    const id = await newCustomer();
    const first = await bill(id, "100.00", "2025-12-10");
    const second = await bill(id, "50.00", "2026-01-10");
    // Half past midnight in Oslo: the first day of the period
    await pay(first.id, "30.00", "2025-12-31T23:30:00Z");
    const number = second.invoiceNumber;
    const note = { type: "credit_note", creditedInvoiceNumber: number };
    await bill(id, "20.00", "2026-01-20", note);
    await bill(id, "5.00", "2026-02-01");
    const { currencies, ...head } = await ask(customers.getStatement, {
      id,
      from: "2026-01-01",
      to: "2026-01-31",
    });
    assertEquals([head.from, head.to, head.customer.id], ["2026-01-01", "2026-01-31", id]);
    const [euros] = currencies;
    assertEquals([euros?.opening, euros?.totalDebit, euros?.totalCredit, euros?.closing], [100, 50, 50, 100]);
    assertEquals(
      euros?.lines.map(({ date, kind, debit, credit, balance, description }) => [
        date,
        kind,
        debit,
        credit,
        balance,
        description,
      ]),
      [
        ["2026-01-01", "payment", null, 30, 70, "ref"],
        ["2026-01-10", "invoice", 50, null, 120, null],
        ["2026-01-20", "credit_note", null, 20, 100, null],
      ],
    );
    const whole = await ask(customers.getStatement, { id });
    assertEquals([whole.from, whole.to, whole.currencies[0]?.opening], [null, TODAY, 0]);
    assertEquals(whole.currencies[0]?.lines.length, 5);
  });

  await t.step("a statement of a past period stays the same, whatever happens after it", async () => {
    const id = await newCustomer();
    const prices = ["10.00", "20.00", "40.00"];
    const made: Awaited<ReturnType<typeof bill>>[] = [];
    // One after another: lines of one day come in the order in which they were recorded.
    for (const price of prices) made.push(await bill(id, price, "2026-01-05"));
    await pay(made[1]!.id, "20.00", "2026-01-06T12:00:00Z");
    const past = { id, from: "2026-01-01", to: "2026-01-31" };
    const before = await ask(customers.getStatement, past);
    const end = (index: number, status: "canceled" | "refunded") => {
      const { invoiceNumber, currency, issueDate, dueDate, lines } = made[index]!;
      const input = { customerId: id, invoiceNumber, currency, issueDate, dueDate, status };
      return ask(invoices.record, {
        ...input,
        lines: lines.map(({ name, quantity, price }) => ({ name, quantity, price })),
      });
    };
    await end(0, "canceled");
    await end(1, "refunded");
    await pay(made[2]!.id, "15.00", new Date().toISOString());
    await bill(id, "7.00", TODAY);
    await ask(customers.update, { id, city: "Oslo" });
    assertEquals(await ask(customers.getStatement, past), before);
    const { currencies: [now] } = await ask(customers.getStatement, { id, from: TODAY });
    assertEquals(now?.lines.map(({ kind, debit, credit }) => [kind, debit, credit]), [
      ["invoice", 7, null],
      ["payment", null, 15],
      ["cancellation", null, 10],
      ["cancellation", null, 20],
      ["refund", 20, null],
    ]);
    assertEquals([now?.opening, now?.closing], [50, 32]);
  });

  await t.step("a payment that is taken back stays on its day, and is reversed on today's", async () => {
    const id = await newCustomer();
    const { id: invoiceId } = await bill(id, "40.00", "2026-01-05");
    const { payment } = await pay(invoiceId, "40.00", "2026-01-06T12:00:00Z");
    const past = { id, from: "2026-01-01", to: "2026-01-31" };
    const before = await ask(customers.getStatement, past);
    await ask(payments.void, { id: payment.id, reason: "Of another customer" });
    assertEquals(await ask(customers.getStatement, past), before);
    const { currencies: [now] } = await ask(customers.getStatement, { id, from: TODAY });
    assertEquals(now?.lines.map(({ kind, debit, description }) => [kind, debit, description]), [
      ["reversal", 40, "ref"],
    ]);
    assertEquals([now?.opening, now?.closing], [0, 40]);
    const ahead = new Date(Date.parse(TODAY) + 86_400_000 * 3).toISOString().slice(0, 10);
    const { currencies: [later] } = await ask(customers.getStatement, { id, from: ahead, to: ahead });
    assertEquals([later?.opening, later?.lines], [40, []]);
  });

  await t.step(
    "behind a link it closes with what is owed, and does not tell whose a voided payment was",
    async () => {
      const id = await newCustomer();
      const { id: invoiceId } = await bill(id, "40.00", "2998-01-01");
      const { payment } = await pay(invoiceId, "40.00", "2026-01-06T12:00:00Z");
      await ask(payments.void, { id: payment.id, reason: "Of another customer" });
      await pay(invoiceId, "10.00", "2026-01-07T12:00:00Z");
      const { portalId } = await ask(customers.togglePortal, { customerId: id, enabled: true });
      const publicly = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
      const found = await ask(portalAccounts.getStatement, { portalId: portalId! }, publicly);
      const { to, currencies: [euros] } = found!.statement;
      assertEquals([to, euros?.closing], ["2998-01-01", 30]);
      assertEquals(euros?.lines.map(({ kind, description }) => [kind, description]), [
        ["payment", null],
        ["payment", "ref"],
        ["reversal", null],
        ["invoice", null],
      ]);
    },
  );

  await t.step(
    "currencies stand apart, and one may be asked for; what was never issued is not there",
    async () => {
      const id = await newCustomer();
      await bill(id, "10.00", "2026-01-05");
      await bill(id, "1000", "2026-01-05", { currency: "JPY" });
      await bill(id, "99.00", "2026-01-05", { status: "draft" });
      await bill(id, "98.00", "2026-01-05", { status: "canceled" });
      const all = await ask(customers.getStatement, { id });
      assertEquals(all.currencies.map(({ currency, closing }) => [currency, closing]), [["EUR", 10], [
        "JPY",
        1000,
      ]]);
      const yen = await ask(customers.getStatement, { id, currency: "JPY", from: "2026-02-01" });
      assertEquals(yen.currencies, [
        { currency: "JPY", opening: 1000, lines: [], totalDebit: 0, totalCredit: 0, closing: 1000 },
      ]);
    },
  );

  await t.step("a period that ends before it begins is refused; a stranger finds nothing", async () => {
    const id = await newCustomer();
    const wrong = await refusal(ask(customers.getStatement, { id, from: "2026-02-01", to: "2026-01-01" }));
    assertEquals(wrong.details.errors?.[0]?.pointer, "/from");
    const options = { caller: store.otherCaller };
    assertEquals((await refusal(ask(customers.getStatement, { id }, options))).code, "NOT_FOUND");
  });

  await t.step("sums beyond what is exact are refused when recorded, and otherwise told", async () => {
    const id = await newCustomer();
    const most = "45000000000000.00";
    const first = await bill(id, most, "2026-01-10");
    const second = await refusal(bill(id, most, "2026-01-10"));
    assertEquals(second.code, "CONFLICT");
    const number = { invoiceNumber: first.invoiceNumber, status: "canceled" };
    await bill(id, most, "2026-01-10", number);
    await bill(id, most, "2026-01-10");
    const { currencies: [euros] } = await ask(customers.getStatement, { id, from: "2026-01-20" });
    assertEquals([euros?.opening, euros?.closing], [2 * Number(most), Number(most)]);
    assertEquals((await ask(invoices.getSummary, {})).totalAmount > 1.9 * Number(most), true);
  });
});
