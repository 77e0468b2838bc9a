/** What was made says where it can be read. */
import { assertEquals } from "@std/assert";
import { hasTestServers } from "../infra/test_mesh.ts";
import { aCustomer, anInvoice } from "../services/store/test_store.ts";
import { takeTestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();

Deno.test({ name: "Location leads to what was made, and to nothing else", ignore }, async () => {
  await using doors = await takeTestDoors();
  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await doors.send(method, path, body, headers);
    return { status: answer.status, location: answer.headers.get("location"), body: await answer.json() };
  };
  const key = { "idempotency-key": "location-0001" };
  const customer = aCustomer();
  const made = await send("POST", "/v1/customers", customer, key);
  assertEquals([made.status, made.location], [201, `/v1/customers/${made.body.id}`]);
  assertEquals((await send("GET", made.location!)).body.name, customer.name);
  assertEquals((await send("POST", "/v1/customers", customer, key)).location, made.location);

  const tag = await send("POST", "/tags", { name: "found" });
  assertEquals((await send("GET", tag.location!)).body, { id: tag.body.id, name: "found" });
  const invoice = anInvoice({ customerId: made.body.id });
  const recorded = await send("POST", "/invoices", invoice);
  assertEquals((await send("GET", recorded.location!)).body.invoiceNumber, invoice.invoiceNumber);

  const order = { customerId: made.body.id, deliveryType: "create", template: { currency: "EUR" } };
  const days = { issueDate: "2026-01-10", dueDate: "2026-02-10", lineItems: [{ quantity: 1, price: 5 }] };
  for (const path of ["/invoices", "/v1/invoices", "/invoices/new"]) {
    const { location, body } = await send("POST", path, { ...order, ...days });
    assertEquals(location, `${path.replace("/new", "")}/${body.id}`);
  }
  assertEquals((await send("POST", "/invoices", invoice)).location, null, "it was there before");
  assertEquals((await send("POST", "/tags?dryRun=true", { name: "tried" })).location, null);
  const payment = { amount: 1, paidAt: "2026-01-20T09:00:00Z" };
  const paid = await send("POST", `${recorded.location}/payments`, payment);
  assertEquals([paid.status, paid.location], [201, null], "a payment is read with its invoice");
});
