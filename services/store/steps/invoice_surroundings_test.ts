import { assertEquals } from "@std/assert";
import { customers, invoices } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

Deno.test({
  name: "invoices.get leads to the portal while that is on and shows the invoice",
  ignore: !hasTestServers(),
}, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  const { id } = await ask(invoices.record, anInvoice({ customerId }));
  const draft = await ask(invoices.record, anInvoice({ customerId, status: "draft" as const }));
  const linksOf = async (invoiceId: string) => {
    const { data: [listed] } = await ask(invoices.get, { ids: [invoiceId] });
    return [listed?.previewUrl, listed?.pdfUrl];
  };
  assertEquals(await linksOf(id), [null, null]);
  const { portalUrl } = await ask(customers.togglePortal, { customerId, enabled: true });
  const page = `${portalUrl}/invoices/${id}`;
  assertEquals(await linksOf(id), [page, `${page}.pdf`]);
  assertEquals(await linksOf(draft.id), [null, null]);
  const { portalUrl: next } = await ask(customers.rotatePortal, { customerId });
  assertEquals(await linksOf(id), [`${next}/invoices/${id}`, `${next}/invoices/${id}.pdf`]);
  await ask(customers.delete, { id: customerId, force: true });
  assertEquals(await linksOf(id), [null, null]);
});

Deno.test({ name: "invoices.get has no recurring invoices to show", ignore: !hasTestServers() }, async () => {
  await using store = await takeTestStore();
  const { ask } = store;
  const { id: customerId } = await ask(customers.upsert, aCustomer());
  await ask(invoices.record, anInvoice({ customerId }));
  const count = async (input: object) => (await ask(invoices.get, input)).data.length;
  assertEquals(await count({ recurring: true }), 0);
  assertEquals(await count({ recurringIds: [customerId] }), 0);
  assertEquals([await count({ recurring: false }), await count({ recurring: null })], [1, 1]);
  const { meta } = await ask(invoices.get, { pageSize: 1, recurring: false });
  assertEquals([meta.cursor, (await refusal(ask(invoices.get, { ids: ["x"] }))).code], [null, "INVALID"]);
});
