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
    const read = async (path: string) => {
      const answer = await fetch(doors.url + path, { headers: { authorization: `Bearer ${doors.key}` } });
      return await answer.json();
    };
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
    assertEquals((await sdk.tags.delete(made.id)).id, made.id);
    await refuse(sdk.send("GET", `/tags/${made.id}`), 404);
  });
});
