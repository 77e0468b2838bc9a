import { assertEquals } from "@std/assert";
import type { Caller } from "shared/bus/mod.ts";
import { customers, invoices, portalLinks } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();
const PORTAL: Caller = { teamId: "system", actor: "portal", door: "portal" };

async function anEndedLink(store: TestStore) {
  const billingEmail = "Books@Acme.example, two@acme.example";
  const { id: customerId } = await store.ask(
    customers.upsert,
    aCustomer({ email: "me@acme.example", billingEmail }),
  );
  const { portalId } = await store.ask(customers.togglePortal, { customerId, enabled: true });
  await store.ask(customers.rotatePortal, { customerId });
  return { customerId, portalId: portalId! };
}

async function request(store: TestStore, portalId: string, email: string) {
  return (await store.ask(portalLinks.request, { portalId, email }, { caller: PORTAL })).hasEnded;
}

async function listRequests({ sql }: TestStore) {
  return await sql<{ customerId: string; data: Record<string, unknown> }[]>`
    select customer_id, data from history where name = 'customers.portalLinkRequested' order by entry
  `;
}

/** As if the last one had been long ago. */
async function forget({ sql }: TestStore) {
  await sql`update portal_links set requested_at = requested_at - interval '11 minutes'`;
}

Deno.test({ name: "portalLinks.request answers the same whatever address was typed", ignore }, async () => {
  await using store = await takeTestStore();
  const { portalId } = await anEndedLink(store);
  const answers = [];
  for (const email of ["other@acme.example", "", "\0", "%", "' or 1=1", "me@acme.example, x@acme.example"]) {
    answers.push(await request(store, portalId, email));
  }
  assertEquals((await listRequests(store)).length, 0);
  answers.push(await request(store, portalId, "me@acme.example"));
  assertEquals((await listRequests(store)).length, 1);
  assertEquals(answers, Array(7).fill(true));
});

Deno.test({ name: "portalLinks.request tells the seller who asks, and never the link", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, portalId } = await anEndedLink(store);
  for (const email of [" me@ACME.example ", "books@acme.example", "two@acme.example"]) {
    await request(store, portalId, email);
    await forget(store);
  }
  const told = await listRequests(store);
  assertEquals(told.map((event) => event.customerId), [customerId, customerId, customerId]);
  assertEquals(Object.keys(told[0]!.data).sort(), ["invoiceId", "linkId"]);
  const everything = await store.sql`select row_to_json(h)::text as text from history h`;
  assertEquals(JSON.stringify(everything).includes(portalId), false);
});

Deno.test({ name: "portalLinks.request by one link is told once in ten minutes", ignore }, async () => {
  await using store = await takeTestStore();
  const { portalId } = await anEndedLink(store);
  await Promise.all(Array.from({ length: 8 }, () => request(store, portalId, "me@acme.example")));
  assertEquals((await listRequests(store)).length, 1);
  await forget(store);
  await request(store, portalId, "me@acme.example");
  assertEquals((await listRequests(store)).length, 2);
});

Deno.test({ name: "portalLinks.request says of which links there is nothing to ask", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId, portalId } = await anEndedLink(store);
  const { portalId: live } = await store.ask(customers.getById, { id: customerId });
  assertEquals(await request(store, live!, "me@acme.example"), false);
  assertEquals(await request(store, "A".repeat(21), "me@acme.example"), false);
  await store.ask(customers.togglePortal, { customerId, enabled: false });
  assertEquals(await request(store, portalId, "me@acme.example"), false);
  await store.ask(customers.delete, { id: customerId, force: true });
  assertEquals(await request(store, portalId, "me@acme.example"), true);
  assertEquals((await listRequests(store)).length, 0);
});

Deno.test({ name: "portalLinks.request works for a link to one invoice", ignore }, async () => {
  await using store = await takeTestStore();
  const { customerId } = await anEndedLink(store);
  const { id: invoiceId } = await store.ask(invoices.record, anInvoice({ customerId }));
  const link = await store.ask(portalLinks.create, { customerId, invoiceId });
  await store.ask(portalLinks.revoke, { customerId, linkId: link.id });
  const token = new URL(link.downloadUrl!).searchParams.get("token")!;
  assertEquals(await request(store, token, "two@acme.example"), true);
  assertEquals((await listRequests(store)).map(({ data }) => data), [{ linkId: link.id, invoiceId }]);
});
