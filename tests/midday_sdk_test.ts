/** The REST door as Midday's TypeScript SDK 0.4.2 and its CLI use it. */
import { assertEquals } from "@std/assert";
import { invoices } from "shared/contract/mod.ts";
import { hasTestServers } from "../infra/test_mesh.ts";
import { aCustomer, anInvoice } from "../services/store/test_store.ts";
import { anSdk, customer, refuse } from "./midday_sdk.ts";
import { takeTestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();
const NOBODY = "11111111-1111-4111-8111-111111111111";

Deno.test({ name: "Midday's SDK 0.4.2", ignore }, async (t) => {
  await using doors = await takeTestDoors();

  for (const prefix of ["", "/v1"]) {
    await t.step(`create, get, update, delete below "${prefix}/"`, async () => {
      const sdk = anSdk(doors, { prefix });
      const made = await sdk.create({
        name: "Acme & Søn",
        email: "hello@acme.example",
        billingEmail: "a@acme.example,b@acme.example",
        country: "Norway",
        countryCode: "NO",
        website: "acme.example",
        note: null,
      });
      assertEquals([made.name, made.country, made.token, made.note], ["Acme & Søn", "Norway", "", null]);
      assertEquals(await sdk.get(made.id), made);
      const body = { name: "Acme", email: "hello@acme.example", tags: [] };
      const changed = await sdk.update(made.id, body);
      assertEquals([changed.id, changed.name, changed.country], [made.id, "Acme", "Norway"]);
      assertEquals((await sdk.delete(made.id)).id, made.id);
      await refuse(sdk.send("GET", `/customers/${made.id}`), 404);
    });
  }

  await t.step("list: an exploded sort, a page size, a search with strange letters, a cursor", async () => {
    const sdk = anSdk(doors);
    const names = ["Ångström, 3M & co", "Bravo", "Charlie"];
    for (const name of names) await sdk.create({ name, email: "x@y.example" });
    const found = await sdk.list({ q: "3M & co", sort: ["name", "asc"], pageSize: 10, cursor: null });
    assertEquals(found.data.map(({ name }) => name), ["Ångström, 3M & co"]);
    const first = await sdk.list({ sort: ["created_at", "asc"], pageSize: 2, q: undefined });
    assertEquals([first.data.length, first.meta.hasNextPage, first.meta.hasPreviousPage], [2, true, false]);
    const { cursor } = first.meta;
    const second = await sdk.list({ sort: ["created_at", "asc"], pageSize: 2, cursor });
    assertEquals([second.data.length, second.meta.cursor, second.meta.hasPreviousPage], [1, null, true]);
    const all = [...first.data, ...second.data].map(({ name }) => name);
    assertEquals(all, names);
    assertEquals((await sdk.list()).data.length, 3);
  });

  await t.step("numbers are numbers, and what is known only of lists is there too", async () => {
    const sdk = anSdk(doors);
    const { id } = await sdk.create(aCustomer());
    await sdk.send("POST", "/invoices", anInvoice({ customerId: id })).then(({ body }) => body?.cancel());
    const response = await sdk.send("GET", `/customers?q=${encodeURIComponent((await sdk.get(id)).name)}`);
    const [row] = (await response.json()).data;
    assertEquals([row.invoiceCount, row.outstandingAmount, row.totalRevenue], [1, 100, 0]);
    assertEquals([row.invoiceCurrency, row.lastInvoiceDate], ["EUR", "2026-01-10"]);
  });

  await t.step(
    "a token without its scheme, as the SDK sends its OAuth token, and any spelling of it",
    async () => {
      for (const scheme of ["", "Bearer ", "bearer ", "BEARER "]) {
        const sdk = anSdk(doors, { authorization: scheme + doors.key });
        assertEquals((await sdk.list({ pageSize: 1 })).data.length, 1);
      }
      await refuse(
        anSdk(doors, { authorization: "mid_access_token_unknown" }).send("GET", "/customers"),
        401,
      );
    },
  );

  await t.step("errors have a text, a message and a code, whatever went wrong", async () => {
    const sdk = anSdk(doors);
    await refuse(sdk.send("GET", `/customers/${NOBODY}`), 404);
    await refuse(sdk.send("DELETE", `/customers/${NOBODY}`), 404);
    await refuse(sdk.send("PATCH", `/customers/${NOBODY}`, { name: "A", email: "a@b.example" }), 404);
    await refuse(sdk.send("POST", "/customers", { name: "A" }), 400);
    await refuse(sdk.send("GET", "/customers?pageSize=0"), 400);
    const foreign = anSdk(doors, { authorization: `Bearer ${doors.otherTeamKey}` });
    const [mine] = (await sdk.list({ pageSize: 1 })).data;
    await refuse(foreign.send("GET", `/customers/${mine!.id}`), 404);
  });

  await t.step("the CLI: PUT with a part of the fields", async () => {
    const sdk = anSdk(doors);
    const { id, email } = await sdk.create(aCustomer());
    const response = await sdk.send("PUT", `/customers/${id}`, { phone: "+47 22 00 00 00" });
    const changed = customer.parse(await response.json());
    assertEquals([response.status, changed.phone, changed.email], [200, "+47 22 00 00 00", email]);
  });
});

Deno.test({ name: "Midday's SDK 0.4.2: invoices and tags", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const { ask } = doors.store;
  const sdk = anSdk(doors);
  const buyer = aCustomer({ website: "acme.example" });
  const { id: customerId } = await sdk.create(buyer);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const record = (input: object = {}) =>
    ask(invoices.record, { ...anInvoice({ customerId }), dueDate: day(10), ...input });

  await t.step("nothing yet: an empty list, an empty summary, no score", async () => {
    assertEquals((await sdk.invoices.list()).data, []);
    assertEquals(await sdk.invoices.summary(), []);
    assertEquals(await sdk.invoices.getInvoicesPaymentStatus(), { score: 0, paymentStatus: "none" });
  });

  const open = await record({ dueDate: day(20) });
  const late = await record({
    dueDate: day(-5),
    currency: "JPY",
    lines: [{ name: "仕事", quantity: 1, price: "1200" }],
  });
  const draft = await record({ status: "draft" });
  const refunded = await record({ status: "refunded" });

  await t.step("list and get: every status, with the customer and all that is demanded beside", async () => {
    const { data } = await sdk.invoices.list({
      sort: ["invoice_number", "asc"],
      statuses: ["unpaid", "overdue", "draft", "refunded"],
      customers: [customerId],
      start: "2026-01-01",
      end: day(20),
    });
    const shown = data.map(({ id, status }) => [id, status]);
    const wanted = [[open.id, "unpaid"], [late.id, "overdue"], [draft.id, "draft"], [
      refunded.id,
      "canceled",
    ]];
    assertEquals(shown.sort(), wanted.sort());
    for (const { id } of data) assertEquals((await sdk.invoices.get(id)).id, id);
    const of = { id: customerId, name: buyer.name, email: buyer.email, website: "acme.example" };
    assertEquals((await sdk.invoices.get(late.id)).customer, of);
    await refuse(sdk.send("GET", `/invoices/${NOBODY}`), 404);
  });

  await t.step("a page after another, and one status alone", async () => {
    const first = await sdk.invoices.list({ pageSize: 3, sort: ["created_at", "asc"] });
    const next = await sdk.invoices.list({
      pageSize: 3,
      sort: ["created_at", "asc"],
      cursor: first.meta.cursor,
    });
    assertEquals([first.data.length, next.data.map(({ id }) => id)], [3, [refunded.id]]);
    assertEquals((await sdk.invoices.list({ statuses: ["overdue"] })).data.map(({ id }) => id), [late.id]);
    const range = {
      start: `${day(-5)}T00:00:00.000Z`,
      end: `${day(-5)}T23:59:59.999+02:00`,
      q: "",
    };
    assertEquals((await sdk.invoices.list(range)).data.map(({ id }) => id), [late.id]);
  });

  await t.step("summary: one row for each currency, of one status or of all", async () => {
    assertEquals(await sdk.invoices.summary({ status: "overdue" }), [
      { currency: "JPY", totalAmount: 1200, invoiceCount: 1 },
    ]);
    const counts = (await sdk.invoices.summary()).map((
      { currency, invoiceCount },
    ) => [currency, invoiceCount]);
    assertEquals(counts, [["EUR", 3], ["JPY", 1]]);
  });

  await t.step("whoever is no SDK is told what is so: refunded, and the summary as one object", async () => {
    const read = async (path: string) => await (await doors.fetch(path)).json();
    assertEquals((await read(`/invoices/${refunded.id}`)).status, "refunded");
    assertEquals((await read("/invoices/summary")).invoiceCount, 4);
    assertEquals((await read("/invoices/summary?statuses=paid,draft")).invoiceCount, 1);
  });

  await t.step("payment status: what was paid in time, of what was due", async () => {
    assertEquals(await sdk.invoices.getInvoicesPaymentStatus(), { score: 0, paymentStatus: "bad" });
    const payment = { amount: open.amount, paidAt: new Date().toISOString() };
    const paid = await sdk.send("POST", `/invoices/${open.id}/payments`, payment);
    assertEquals([paid.status, (await paid.json()).invoice.status], [201, "paid"]);
    assertEquals(await sdk.invoices.getInvoicesPaymentStatus(), { score: 5, paymentStatus: "average" });
  });

  await t.step("an invoice whose customer was deleted still has one to show", async () => {
    const answer = await sdk.send("DELETE", `/customers/${customerId}?force=true`);
    assertEquals((await answer.json()).id, customerId);
    const { data } = await sdk.invoices.list();
    assertEquals(data.map(({ customer }) => customer.name), Array(4).fill(buyer.name));
    await refuse(sdk.send("GET", `/customers/${data[0]!.customer.id}`), 404);
  });

  await t.step("tags: create, list, get, update, delete", async () => {
    const made = await sdk.tags.create({ name: "Important" });
    assertEquals(made.data, [{ id: made.id, name: "Important" }]);
    assertEquals((await sdk.tags.list()).data, made.data);
    assertEquals(await sdk.tags.update(made.id, { name: "Vital" }), { id: made.id, name: "Vital" });
    assertEquals((await sdk.tags.get(made.id)).name, "Vital");
    await sdk.tags.delete(made.id);
    await refuse(sdk.send("GET", `/tags/${made.id}`), 404);
  });
});

Deno.test({ name: "Midday's SDK 0.4.2 makes, changes and deletes invoices", ignore }, async (t) => {
  await using doors = await takeTestDoors();
  const { ask } = doors.store;
  const sdk = anSdk(doors);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const { id: customerId } = await sdk.create(aCustomer({ preferredCurrency: "NOK" }));
  const order = (more: object = {}) => ({
    customerId,
    deliveryType: "create",
    issueDate: day(0),
    dueDate: day(30),
    template: { title: "Invoice", size: "a4", includeVat: true, locale: "en", noteDetails: { type: "doc" } },
    lineItems: [{ name: { type: "doc" }, quantity: 2, unit: "h", price: 50.5, vat: 0, tax: null }],
    ...more,
  });
  const show = async (id: string) => await ask(invoices.getById, { id });

  for (const prefix of ["", "/v1"]) {
    await t.step(`create, update, delete below "${prefix}/"`, async () => {
      const client = anSdk(doors, { prefix });
      const { id, status, pdfUrl } = await client.invoices.create(order());
      assertEquals([status, pdfUrl], ["unpaid", null]);
      assertEquals((await client.invoices.get(id)).amount, 101);
      const canceled = await client.invoices.update(id, { status: "canceled", internalNote: "Twice" });
      assertEquals([canceled.id, canceled.status], [id, "canceled"]);
      assertEquals(await client.invoices.delete(id), { id });
      await refuse(client.send("GET", `/invoices/${id}`), 404);
    });
  }

  await t.step(
    "lines without names are called by their place; without a currency, the customer's",
    async () => {
      const { id } = await sdk.invoices.create(order({ noteDetails: { type: "doc" } }));
      const made = await show(id);
      assertEquals(made.lines.map(({ name }) => name), ["Item 1"]);
      assertEquals([made.currency, made.note, made.issueDate], ["NOK", null, day(0).slice(0, 10)]);
    },
  );

  await t.step("what an editor's document says is its text", async () => {
    const said = (text: string) => ({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text }, { type: "text", text: "!" }] }],
    });
    const body = order({ lineItems: [{ name: said("Work"), price: 1 }], noteDetails: said("Thanks") });
    const answer = await sdk.send("POST", "/invoices", body);
    const made = await answer.json();
    assertEquals([answer.status, made.lines[0].name, made.note], [201, "Work!", "Thanks!"]);
  });

  await t.step("numbers count on, also of many at once; a taken one is a conflict", async () => {
    const { id } = await sdk.invoices.create(order({ invoiceNumber: "R-0099" }));
    assertEquals((await show(id)).invoiceNumber, "R-0099");
    const made = await Promise.all(Array.from({ length: 5 }, () => sdk.invoices.create(order())));
    const numbers = await Promise.all(made.map(async ({ id }) => (await show(id)).invoiceNumber));
    assertEquals(numbers.sort(), ["R-0100", "R-0101", "R-0102", "R-0103", "R-0104"]);
    await refuse(sdk.send("POST", "/invoices", order({ invoiceNumber: "R-0100" })), 409);
  });

  await t.step("rates of the template, stated taxes, a discount; a sum that is none is refused", async () => {
    const sums = async (more: object) => {
      const { id } = await sdk.invoices.create(order(more));
      const { subtotal, discount, tax, amount } = await show(id);
      return [subtotal, discount, tax, amount];
    };
    const rate = { template: { currency: "EUR", vatRate: 20, taxRate: 5, includeTax: false } };
    assertEquals(await sums({ ...rate, discount: 1 }), [101, 1, 20, 120]);
    assertEquals(await sums({ vat: 20.2, tax: 1, discount: 1, amount: 121.2 }), [101, 1, 21.2, 121.2]);
    assertEquals(await sums({ lineItems: undefined, vat: 20, amount: 120 }), [100, 0, 20, 120]);
    const answer = await sdk.send("POST", "/invoices", order({ amount: 99 }));
    const { errors } = await answer.json();
    assertEquals([answer.status, errors[0].pointer, errors[0].code], [400, "/amount", "does_not_add_up"]);
    assertEquals(errors[0].detail.includes("101.00 NOK"), true);
    const priced = await sdk.invoices.create(
      order({ lineItems: [{ name: "kWh", quantity: 1_043, price: 0.2871 }] }),
    );
    assertEquals((await show(priced.id)).lines.map(({ price, amount }) => [price, amount]), [[
      0.2871,
      299.45,
    ]]);
    const part = await sdk.send("POST", "/invoices", order({ lineItems: undefined, amount: 10.005 }));
    assertEquals((await part.json()).errors[0].pointer, "/amount");
    const line = { price: 0.000000001 };
    const wrong = await (await sdk.send("POST", "/invoices", order({ lineItems: [line] }))).json();
    assertEquals(wrong.errors[0].pointer, "/lineItems/0/price");
  });

  await t.step("create_and_send sends nothing, and says in its event what was asked for", async () => {
    const { id } = await sdk.invoices.create(order({ deliveryType: "create_and_send" }));
    const { sentAt, sentTo, status } = await sdk.invoices.get(id);
    assertEquals([sentAt, sentTo, status], [null, null, "unpaid"]);
    const [told] = await doors.store.sql<{ data: Record<string, unknown> }[]>`
      select data from history where name = 'invoices.recorded' and data->>'invoiceId' = ${id}
    `;
    assertEquals(told!.data.deliveryType, "create_and_send");
  });

  await t.step("scheduled waits for the day that was named, which must come", async () => {
    const { id, status } = await sdk.invoices.create(
      order({ deliveryType: "scheduled", scheduledAt: day(20) }),
    );
    assertEquals([status, (await show(id)).status], ["scheduled", "scheduled"]);
    assertEquals((await sdk.invoices.update(id, { status: "draft" })).status, "draft");
    assertEquals((await sdk.invoices.delete(id)).id, id);
    await refuse(sdk.send("POST", "/invoices", order({ deliveryType: "scheduled" })), 400);
    const past = { deliveryType: "scheduled", scheduledAt: day(-1) };
    await refuse(sdk.send("POST", "/invoices", order(past)), 400);
  });

  await t.step("paid is a payment of what is open; unpaid again it cannot be", async () => {
    const { id } = await sdk.invoices.create(order());
    await sdk.send("POST", `/invoices/${id}/payments`, { amount: 1, paidAt: day(-2) }).then(({ body }) =>
      body?.cancel()
    );
    const paidAt = day(-1);
    const paid = await sdk.invoices.update(id, { status: "paid", paidAt, internalNote: "By wire" });
    assertEquals([paid.status, paid.paidAt], ["paid", paidAt]);
    const { payments, internalNote } = await show(id);
    assertEquals([payments.map(({ amount }) => amount), internalNote], [[1, 100], "By wire"]);
    assertEquals((await sdk.invoices.update(id, { status: "paid" })).paidAt, paid.paidAt);
    await refuse(sdk.send("PUT", `/invoices/${id}`, { status: "unpaid" }), 409);
    await refuse(sdk.send("PUT", `/invoices/${id}`, { paidAt: day(0) }), 400);
  });

  await t.step(
    "what is in force, has been paid or is credited cannot be deleted; the answer says why",
    async () => {
      const { id } = await sdk.invoices.create(order());
      const answer = await sdk.send("DELETE", `/invoices/${id}`);
      const { message } = await answer.json();
      assertEquals(answer.status, 409);
      assertEquals(
        message,
        'Cannot delete the invoice: its status is "unpaid"; set it to "canceled" first',
      );
      await sdk.invoices.update(id, { status: "paid" });
      await sdk.invoices.update(id, { status: "canceled" });
      await refuse(sdk.send("DELETE", `/invoices/${id}`), 409);
      await refuse(sdk.send("DELETE", `/invoices/${NOBODY}`), 404);
      await refuse(sdk.send("PUT", `/invoices/${NOBODY}`, { status: "paid" }), 404);
      await refuse(sdk.send("POST", "/invoices", order({ customerId: NOBODY })), 404);
    },
  );

  await t.step("another team's invoice is neither found nor changed nor deleted", async () => {
    const foreign = anSdk(doors, { authorization: `Bearer ${doors.otherTeamKey}` });
    const { id } = await sdk.invoices.create(order());
    await refuse(foreign.send("PUT", `/invoices/${id}`, { status: "canceled" }), 404);
    await refuse(foreign.send("DELETE", `/invoices/${id}`), 404);
    await refuse(foreign.send("POST", "/invoices", order()), 404);
    assertEquals((await show(id)).status, "unpaid");
  });
});
