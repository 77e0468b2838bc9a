/** For tests: everything that can be ordered, each in a way that changes something. */
import { customers, customFields, invoices, portalLinks, webhooks } from "shared/contract/mod.ts";
import { aPng } from "shared/pictures/test_pictures.ts";
import { aFound, enrichWith } from "./test_enrichment.ts";
import { aCustomer, anInvoice, type TestStore } from "../test_store.ts";

/** For each change inputs that change something, in an order in which each finds what it needs. */
export async function arrangeChanges(store: TestStore) {
  const { ask, mesh: { teamId } } = store;
  const enriched = await ask(
    customers.upsert,
    aCustomer({ website: "acme.example", tags: [{ name: "vip" }] }),
  );
  const { id, email } = await ask(
    customers.upsert,
    aCustomer({ externalId: "c-1", phone: "+47 22 00 00 00" }),
  );
  const leaving = await ask(customers.upsert, aCustomer({ city: "Oslo", tags: [{ name: "old" }] }));
  await ask(customers.togglePortal, { customerId: leaving.id, enabled: true });
  for (let n = 0; n < 2; n++) await ask(invoices.record, anInvoice({ customerId: leaving.id }));
  const invoice = await ask(invoices.record, anInvoice({ customerId: id }));
  const drafts = await Promise.all(
    ["1", "2", "3"].map((n) =>
      ask(invoices.record, anInvoice({ customerId: id, status: "draft", invoiceNumber: `E-${n}` }))
    ),
  );
  const { run } = await ask(customers.getEnrichment, { id: enriched.id });
  const claim = { runId: run!.id, teamId };
  const end = { result: "succeeded", outcome: "ok", message: "Read 1 page" };
  const portal = { customerId: id };
  const aLink = { customerId: id, invoiceId: invoice.id };
  const { id: linkId } = await ask(portalLinks.create, aLink);
  const ended = await ask(portalLinks.create, aLink);
  await ask(portalLinks.revoke, { customerId: id, linkId: ended.id });
  const asking = { portalId: new URL(ended.url!).pathname.split("/")[2], email };
  const { read, suggestionIds: [city, zip] } = await arrangeSuggestions(store);
  // Nobody reads it, so that the order does not end by itself before it is cancelled.
  const unread = await ask(customers.upsert, aCustomer({ website: "unread.example", industry: "Fishing" }));
  await ask(customers.cancelEnrichment, { id: unread.id });
  const { batch } = await ask(customers.enrichMany, { filter: { industry: "Fishing" } });
  const webhook = await ask(webhooks.create, {
    url: "https://receiver.example/hook",
    events: ["tags.created"],
  });
  const field = await ask(customFields.create, { key: "seats", label: "Seats", type: "number" });
  const unused = await ask(customFields.create, { key: "unused", label: "Unused", type: "text" });
  const dated = { base: "USD", quote: "EUR", date: "2026-01-02" };
  return {
    "enrichmentRuns.open": [{ ...claim, worker: "test" }],
    "enrichmentRuns.close": [{ ...claim, generation: 1, ...end, values: [aFound("industry", "Software")] }],
    "customers.upsert": [
      aCustomer({ externalId: "c-2", website: "new.example", tags: [{ name: "new" }], foundedYear: 1998 }),
      { id, website: "https://www.typed.example", addTags: [{ name: "vip" }, { name: "made here" }] },
    ],
    "customers.upsertMany": [{
      items: [aCustomer({ addTags: [{ name: "many" }] }), { id, city: "Oslo", phone: null }, {
        city: "no name",
      }],
    }],
    "customers.update": [
      { id, name: "New name", defaultPaymentTerms: 30, tags: [{ name: "vip" }], status: "churned" },
      {
        id,
        metadata: { plan: "gold" },
        customFields: { seats: 5 },
        contacts: [{ name: "Ada", roles: ["legal"] }],
      },
      { id: enriched.id, industry: "Typed" },
      { id: enriched.id, industry: null, website: "other.example" },
    ],
    "customFields.create": [{ key: "tier", label: "Tier", type: "choice", options: ["gold"] }],
    "customFields.update": [{ id: field.id, label: "Places" }],
    "customFields.delete": [{ id: unused.id }],
    "customers.archive": [{ id }],
    "customers.restore": [{ id }],
    "customers.cancelEnrichment": [{ id: enriched.id }],
    "customers.enrich": [{ id: enriched.id }],
    "customers.clearEnrichment": [{ id: enriched.id }],
    "customers.lockFields": [{ id: read.id, fields: ["zip"] }],
    "customers.unlockFields": [{ id: read.id, fields: ["zip"] }],
    "customers.acceptSuggestions": [{ id: read.id, suggestionIds: [city] }],
    "customers.rejectSuggestions": [{ id: read.id, suggestionIds: [zip] }],
    "customers.undoEnrichment": [{ id: read.id, runId: read.runId }],
    "customers.cancelEnrichmentBatch": [{ batchId: batch.id }],
    "customers.enrichMany": [{ filter: { status: ["active"] } }],
    "customers.togglePortal": [{ ...portal, enabled: true }, { ...portal, enabled: false }, {
      ...portal,
      enabled: true,
    }],
    "customers.rotatePortal": [portal],
    "portalLinks.create": [aLink],
    "portalLinks.setExpiry": [{ ...portal, linkId, expiresAt: "2999-01-01T00:00:00Z" }],
    "portalLinks.revoke": [{ ...portal, linkId }],
    "portalLinks.request": [asking],
    "branding.update": [
      { color: "#aa3300", logo: Buffer.from(aPng()).toString("base64") },
      { logo: null },
    ],
    "files.rotateKey": [{}],
    "tags.create": [{ name: "by itself" }],
    "tags.rename": [{ id: enriched.tags[0]!.id, name: "VIP" }],
    "tags.delete": [{ id: enriched.tags[0]!.id }],
    "invoices.record": [
      anInvoice({ customerId: id, status: "draft", invoiceNumber: "D-1", note: "Hello" }),
      anInvoice({
        customerId: id,
        status: "draft",
        invoiceNumber: "D-1",
        currency: "JPY",
        lines: twoLines(),
      }),
      anInvoice({
        customerId: id,
        status: "unpaid",
        invoiceNumber: "D-1",
        currency: "JPY",
        lines: twoLines(),
      }),
      anInvoice({
        customerId: id,
        type: "credit_note",
        creditedInvoiceNumber: invoice.invoiceNumber,
        lines: [{ name: "Back", quantity: 1, price: "40.00" }],
      }),
      anInvoice({
        customerId: id,
        invoiceNumber: "D-1",
        currency: "JPY",
        lines: twoLines(),
        status: "canceled",
      }),
    ],
    "invoices.create": [
      { ...anOrder(id), deliveryType: "create_and_send" },
      {
        ...anOrder(id),
        invoiceNumber: "D-7",
        deliveryType: "scheduled",
        scheduledAt: "2999-01-01T12:00:00Z",
        dueDate: "2999-02-01",
      },
    ],
    "invoices.update": [
      { id: drafts[0]!.id, status: "unpaid", internalNote: "Ask Ada first" },
      { id: drafts[0]!.id, internalNote: null },
      { id: drafts[0]!.id, status: "paid", paidAt: "2026-01-22T09:00:00Z" },
      { id: drafts[0]!.id, status: "refunded" },
      { id: drafts[1]!.id, status: "canceled", internalNote: "A mistake" },
    ],
    "invoices.delete": [{ id: drafts[1]!.id }, { id: drafts[2]!.id }],
    "payments.record": [
      { invoiceId: invoice.id, amount: 5, paidAt: "2026-01-20T09:00:00Z", externalId: "p-1", method: "bank" },
      { invoiceId: invoice.id, amount: 55, paidAt: "2026-01-21T09:00:00Z" },
    ],
    "payments.void": [{ externalId: "p-1", reason: "Somebody else's" }],
    "rates.record": [
      { ...dated, rate: "0.9" },
      { rates: [{ ...dated, rate: "0.91", source: "ECB" }, { ...dated, quote: "NOK", rate: "10.5" }] },
    ],
    "webhooks.create": [{ url: "https://receiver.example/hook", position: 0 }],
    "webhooks.update": [{ id: webhook.id, isPaused: true, description: "Books" }],
    "webhooks.rotateSecret": [{ id: webhook.id }],
    "webhooks.resend": [{ id: webhook.id, positions: [1] }],
    "webhooks.delete": [{ id: webhook.id }],
    "customers.delete": [{ id: leaving.id, force: true }],
    // One that is gone already, and one that is there.
    "customers.erase": [{ id: leaving.id, force: true }, { id, force: true }],
  } as Record<string, readonly unknown[]>;
}

function anOrder(customerId: string) {
  return {
    customerId,
    issueDate: "2026-01-10",
    dueDate: "2026-02-10",
    template: { currency: "EUR" },
    lineItems: [{ quantity: 2, price: 10, name: {} }],
  };
}

function twoLines() {
  return [{ name: "Work", quantity: "1.50", price: "100", taxRate: 10 }, {
    name: "Travel",
    quantity: 1,
    price: 20,
  }];
}

/** A customer whose site says otherwise than a person in two of three fields. */
async function arrangeSuggestions(store: TestStore) {
  const { ask } = store;
  const { id } = await ask(customers.upsert, aCustomer({ website: "read.example" }));
  const values = [aFound("phone", "+47 22 00 00 00"), aFound("city", "Oslo"), aFound("zip", "0184")];
  const runId = await enrichWith(store, id, values);
  await ask(customers.update, { id, city: "Bergen", zip: "5003" });
  const { suggestions } = await ask(customers.getEnrichmentSuggestions, { id });
  return { read: { id, runId }, suggestionIds: suggestions.map((suggestion) => suggestion.id) };
}
