import { assertEquals } from "@std/assert";
import { customers, events, invoices, payments, rates } from "shared/contract/mod.ts";
import { connectNats, encodeJson, ingestSubject } from "shared/bus/mod.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const PUBLICLY = { caller: { teamId: "public", actor: "anonymous", door: "http" } };
/** The team's base currency is EUR and its calendar Oslo's. */
const TODAY = new Date().toLocaleDateString("sv-SE", { timeZone: "Europe/Oslo" });

Deno.test({ name: "exchange rates", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const pointersOf = async (input: object) =>
    // The wrong input is the point of it.
    (await refusal(ask(rates.record, input as never))).details.errors?.map((each) => each.pointer);

  await t.step("rates.record keeps every digit, of texts and of numbers", async () => {
    const long = "0.00006112345678901234567890123456789012345678901";
    const one = await ask(rates.record, { base: "IDR", quote: "EUR", rate: long, date: "2026-01-02" });
    assertEquals(one.rates.map((each) => [each.rate, each.source]), [[long, null]]);
    const tiny = await ask(rates.record, {
      base: "vnd",
      quote: "EUR",
      rate: 6.1e-8,
      date: "2026-01-02",
      source: "ECB",
    });
    assertEquals(tiny.rates.map((each) => [each.base, each.rate, each.source]), [[
      "VND",
      "0.000000061",
      "ECB",
    ]]);
  });

  await t.step("rates.record: the newest recording of a day counts, in a batch the later one", async () => {
    const day = { base: "GBP", quote: "EUR", date: "2026-01-03" };
    await ask(rates.record, { ...day, rate: "1.1" });
    const { rates: recorded } = await ask(rates.record, {
      rates: [{ ...day, rate: "1.2" }, { ...day, date: "2026-01-04", rate: 2 }, { ...day, rate: "1.3" }],
    });
    assertEquals(recorded.map((each) => [each.date, each.rate]), [["2026-01-03", "1.3"], [
      "2026-01-04",
      "2",
    ]]);
    const { data } = await ask(rates.get, { base: "GBP" });
    assertEquals(data.map((each) => each.rate), ["2", "1.3"]);
  });

  await t.step(
    "rates.recorded tells each rate before and after, in messages that the bus can hold",
    async () => {
      const many = (rate: string) =>
        Array.from({ length: 250 }, (_, n) => {
          const day = new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10);
          return { base: "CHF", quote: "EUR", date: day, rate };
        });
      const [first, second] = [`1.${"1".repeat(398)}`, `0.${"0".repeat(17)}${"2".repeat(381)}`];
      await ask(rates.record, { rates: many(first) });
      await ask(rates.record, { rates: many(second) }, { requestId: "request-rates" });
      const told = await until("the feed", async () => {
        const { data } = await ask(events.list, { names: ["rates.recorded"], limit: 500 });
        const ours = data.filter((event) => event.requestId === "request-rates");
        return ours.length === 3 && ours;
      });
      assertEquals(told.map(({ data }) => data.count), [100, 100, 50]);
      const pairs = told.flatMap(({ changes }) => Object.entries(changes));
      assertEquals(new Set(pairs.map(([name]) => name)).size, 250);
      for (const [, { before, after }] of pairs) {
        assertEquals([before, after], [{ rate: first, source: null }, { rate: second, source: null }]);
      }
    },
  );

  await t.step("rates.record refuses what is no rate, and says where", async () => {
    const good = { base: "USD", quote: "EUR", rate: "1", date: "2026-01-02" };
    for (const rate of ["0", 0, "-1", "1,5", "", "NaN", "0.000", "1e9999", "1e19", "1e-19", "1e-400"]) {
      assertEquals(await pointersOf({ ...good, rate }), ["/rate"], String(rate));
    }
    assertEquals(await pointersOf({ ...good, quote: "usd" }), ["/quote"]);
    assertEquals(await pointersOf({ ...good, base: "XQZ" }), ["/base"]);
    assertEquals(await pointersOf({ base: "USD" }), ["/quote", "/rate", "/date"]);
    assertEquals(await pointersOf({ rates: [good, { ...good, date: "2026-02-30" }] }), ["/rates/1/date"]);
    assertEquals(await pointersOf({ ...good, rates: [good] }), ["/base", "/quote", "/rate", "/date"]);
    assertEquals(await pointersOf({ rates: Array(501).fill(good) }), ["/rates"]);
    assertEquals(await pointersOf({ rates: [good, { ...good, quote: "XQZ" }] }), ["/rates/1/quote"]);
  });

  await t.step("rates.get walks pages and filters by days; another team has its own", async () => {
    const list = Array.from({ length: 9 }, (_, n) => ({
      base: "CHF",
      quote: "EUR",
      rate: `1.0${n}`,
      date: `2026-03-0${n + 1}`,
    }));
    await ask(rates.record, { rates: list });
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await ask(rates.get, { base: "CHF", from: "2026-03-02", pageSize: 3, cursor });
      seen.push(...page.data.map((each) => each.date));
      cursor = page.meta.cursor;
    } while (cursor);
    assertEquals(seen, list.slice(1).map((each) => each.date).reverse());
    assertEquals((await ask(rates.get, {}, { caller: store.otherCaller })).data, []);
  });

  await t.step("a publisher's rate arrives over ingest and is used", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    await ask(invoices.record, anInvoice({ customerId: id, currency: "SEK" }));
    const { url, publisher } = store.mesh.nats;
    const outside = await connectNats({
      url,
      ...publisher,
      name: "rates",
      inboxPrefix: "_INBOX",
      log: store.log,
    });
    const body = encodeJson({ base: "SEK", quote: "EUR", rate: "0.085", date: "2026-01-01" });
    await outside.publishDurable(ingestSubject(rates.record, store.mesh.teamId), body, { messageId: "r-1" });
    const summary = await until("the rate", async () => {
      const found = await ask(customers.getInvoiceSummary, { id });
      return found.currency === "EUR" && found;
    });
    assertEquals([summary.outstandingAmount, summary.unconverted], [8.5, []]);
    await outside.close();
  });
});

Deno.test({ name: "sums in the base currency", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;
  const newCustomer = async () => (await ask(customers.upsert, aCustomer())).id;
  const line = (price: string) => [{ name: "Work", quantity: 1, price }];
  const bill = (customerId: string, currency: string, price: string, more: object = {}) =>
    ask(invoices.record, anInvoice({ customerId, currency, lines: line(price), ...more }));
  const pay = (invoiceId: string, amount: string, day: string) =>
    ask(payments.record, { invoiceId, amount, paidAt: `${day}T12:00:00Z` });
  const fiveOf = async (id: string) => {
    const { totalAmount, paidAmount, outstandingAmount, invoiceCount, currency } = await ask(
      customers.getInvoiceSummary,
      { id },
    );
    return [totalAmount, paidAmount, outstandingAmount, invoiceCount, currency];
  };
  await ask(rates.record, {
    rates: [
      { base: "USD", quote: "EUR", rate: "0.5", date: "2026-01-01" },
      { base: "USD", quote: "EUR", rate: "0.8", date: "2026-03-01" },
      { base: "JPY", quote: "EUR", rate: "0.0067", date: "2026-01-01" },
      // Known in this direction only
      { base: "EUR", quote: "SEK", rate: "11.25", date: "2026-01-01" },
      // Of a day that has not come
      { base: "USD", quote: "EUR", rate: "9", date: "2998-01-01" },
    ],
  });

  await t.step(
    "paid is converted at the rate of its day, open at the newest; the rates are told",
    async () => {
      const id = await newCustomer();
      const { id: invoiceId } = await bill(id, "USD", "100.00");
      await pay(invoiceId, "40.00", "2026-02-27");
      await bill(id, "EUR", "10.00");
      await bill(id, "SEK", "100.00");
      const summary = await ask(customers.getInvoiceSummary, { id });
      // 40 × 0.5 = 20 paid; 60 × 0.8 + 10 + 100 ÷ 11.25 = 66.888… open
      assertEquals(await fiveOf(id), [86.89, 20, 66.89, 3, "EUR"]);
      assertEquals(summary.rates, [
        { base: "USD", quote: "EUR", rate: "0.8", date: "2026-03-01" },
        { base: "USD", quote: "EUR", rate: "0.5", date: "2026-01-01" },
        { base: "EUR", quote: "SEK", rate: "11.25", date: "2026-01-01" },
      ]);
      assertEquals([summary.asOf, summary.unconverted], [TODAY, []]);
      assertEquals(summary.totals.map((each) => [each.currency, each.outstandingAmount]), [
        ["EUR", 10],
        ["SEK", 100],
        ["USD", 60],
      ]);
    },
  );

  await t.step("a rate of two significant digits far behind the point stays what it is", async () => {
    const id = await newCustomer();
    await bill(id, "JPY", "1000000");
    assertEquals(await fiveOf(id), [6700, 0, 6700, 1, "EUR"]);
  });

  await t.step(
    "the newest rate counts in whichever direction it is known, of one day the pair as asked for",
    async () => {
      const known = { base: "DKK", quote: "EUR", rate: "0.5", date: "2020-01-01" };
      const inverse = { base: "EUR", quote: "DKK", rate: "4", date: "2026-01-01" };
      await ask(rates.record, { rates: [known, inverse] });
      const id = await newCustomer();
      await bill(id, "DKK", "100.00");
      assertEquals(await fiveOf(id), [25, 0, 25, 1, "EUR"]);
      await ask(rates.record, { ...known, date: inverse.date });
      assertEquals(await fiveOf(id), [50, 0, 50, 1, "EUR"]);
    },
  );

  await t.step("an invoice without a rate stands whole in unconverted and in totals", async () => {
    const id = await newCustomer();
    await bill(id, "EUR", "10.00");
    await bill(id, "KWD", "1.255");
    // Its currency has a rate today, and had none on the day of payment
    const early = await bill(id, "USD", "100.00", { issueDate: "2025-01-01", dueDate: "2025-02-01" });
    await pay(early.id, "30.00", "2025-01-15");
    const summary = await ask(customers.getInvoiceSummary, { id });
    assertEquals(await fiveOf(id), [10, 0, 10, 3, "EUR"]);
    const none = { invoiceCount: 1, reason: "no_rate" as const };
    assertEquals(summary.unconverted, [
      { currency: "KWD", totalAmount: 1.255, paidAmount: 0, outstandingAmount: 1.255, ...none },
      { currency: "USD", totalAmount: 100, paidAmount: 30, outstandingAmount: 70, ...none },
    ]);
    assertEquals(summary.totals.map((each) => each.currency), ["EUR", "KWD", "USD"]);
    assertEquals(summary.convertedAging.outstandingAmount, 10);
  });

  await t.step("who owes in a currency without a rate does not read zero", async () => {
    const id = await newCustomer();
    await bill(id, "KWD", "1.255");
    await bill(id, "KWD", "2.000", { issueDate: "2020-01-01", dueDate: "2020-01-01" });
    assertEquals(await fiveOf(id), [3.255, 0, 3.255, 2, "KWD"]);
    const summary = await ask(customers.getInvoiceSummary, { id });
    assertEquals(summary.convertedAging.currency, "KWD");
    assertEquals([summary.convertedAging.notDue, summary.convertedAging.over90Days], [1.255, 2]);
    assertEquals(summary.unconverted[0]?.outstandingAmount, 3.255);
    const nothing = await newCustomer();
    assertEquals(await fiveOf(nothing), [0, 0, 0, 0, "EUR"]);
  });

  await t.step("each boundary day of age is in exactly one bucket", async () => {
    const id = await newCustomer();
    const dayBefore = (days: number) =>
      new Date(Date.parse(`${TODAY}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
    const ages = [-1, 0, 1, 30, 31, 60, 61, 90, 91];
    for (const [index, age] of ages.entries()) {
      await bill(id, "EUR", String(2 ** index), { issueDate: "2020-01-01", dueDate: dayBefore(age) });
    }
    const { aging, convertedAging } = await ask(customers.getInvoiceSummary, { id });
    const { currency: _, ...buckets } = aging[0]!;
    assertEquals(buckets, {
      outstandingAmount: 511,
      notDue: 1 + 2,
      days1To30: 4 + 8,
      days31To60: 16 + 32,
      days61To90: 64 + 128,
      over90Days: 256,
    });
    assertEquals(convertedAging, aging[0]);
  });

  await t.step("invoices.getSummary converts, breaks down and leaves nothing out in silence", async () => {
    const options = { caller: store.otherCaller };
    const { id } = await ask(customers.upsert, aCustomer(), options);
    const make = (currency: string, price: string, status?: "draft") =>
      ask(invoices.record, anInvoice({ customerId: id, currency, lines: line(price), status }), options);
    const summary = (statuses?: ("unpaid" | "draft" | "refunded")[]) =>
      ask(invoices.getSummary, { statuses }, options);
    assertEquals((await summary()).invoiceCount, 0);
    await make("USD", "10.00");
    const single = await summary();
    assertEquals([single.currency, single.totalAmount, single.breakdown], ["USD", 10, undefined]);
    await make("EUR", "10.00");
    await make("KWD", "1.000");
    await make("USD", "5.00", "draft");
    await ask(rates.record, { base: "EUR", quote: "USD", rate: "1.105", date: "2026-01-01" }, options);
    const all = await summary();
    assertEquals([all.totalAmount, all.invoiceCount], [26.05, 4]);
    assertEquals(all.breakdown, [
      { currency: "EUR", originalAmount: 10, convertedAmount: 11.05, count: 1 },
      { currency: "USD", originalAmount: 15, convertedAmount: 15, count: 2 },
    ]);
    assertEquals(all.unconverted, [{ currency: "KWD", amount: 1, count: 1, reason: "no_rate" }]);
    assertEquals((await summary(["draft"])).totalAmount, 5);
    assertEquals((await summary(["refunded"])).invoiceCount, 0);
  });

  await t.step("the portal's summary is the same one", async () => {
    const id = await newCustomer();
    await bill(id, "USD", "10.00");
    const { portalId } = await ask(customers.togglePortal, { customerId: id, enabled: true });
    const account = await ask(customers.getByPortalId, { portalId: portalId! }, PUBLICLY);
    assertEquals(account?.summary, await ask(customers.getInvoiceSummary, { id }));
    assertEquals([account?.summary.outstandingAmount, account?.summary.currency], [8, "EUR"]);
  });
});
