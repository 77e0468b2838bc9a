import { assertEquals } from "@std/assert";
import { customers, customFields, invoices, payments } from "shared/contract/mod.ts";
import type { InputOf } from "shared/operation.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { CUSTOMER_FIELDS } from "../queries/customers.ts";
import { aCustomer, anInvoice, refusal, takeTestStore } from "../test_store.ts";

const ignore = !hasTestServers();

/** Something else than the default, for every field that a person may write. */
const EVERYTHING = {
  name: "Everything AS",
  email: "every@thing.example",
  billingEmail: "a@b.example, c@d.example",
  phone: "+47 22 93 00 00",
  website: "https://thing.example/x",
  contact: "Kari",
  country: "Norway",
  countryCode: "NO",
  addressLine1: "Street 1",
  addressLine2: "Back door",
  city: "Oslo",
  state: "Oslo county",
  zip: "0150",
  note: "two\nlines",
  vatNumber: "DE 811 907 980",
  status: "prospect",
  isArchived: true,
  preferredCurrency: "JPY",
  defaultPaymentTerms: 45,
  externalId: "every-1",
  source: "fair",
  logoUrl: "https://thing.example/logo.png",
  description: "Things",
  industry: "Retail",
  companyType: "AS",
  employeeCount: "11-50",
  foundedYear: 1999,
  estimatedRevenue: "1M-10M",
  fundingStage: "Seed",
  totalFunding: "2M",
  headquartersLocation: "Oslo",
  timezone: "Europe/Oslo",
  linkedinUrl: "https://linkedin.example/x",
  twitterUrl: "https://twitter.example/x",
  instagramUrl: "https://instagram.example/x",
  facebookUrl: "https://facebook.example/x",
  ceoName: "Ola",
  financeContact: "Per",
  financeContactEmail: "per@thing.example",
  primaryLanguage: "nb",
  fiscalYearEnd: "31 December",
  contacts: [{
    id: "7d3a1b60-0000-4000-8000-000000000001",
    name: "Ada",
    email: null,
    phone: null,
    roles: ["billing"],
  }],
  metadata: { crmId: "42" },
  customFields: { seats: 5 },
} satisfies Record<typeof CUSTOMER_FIELDS[number], unknown> & InputOf<typeof customers.upsert>;

Deno.test({ name: "customers: what is written", ignore }, async (t) => {
  await using store = await takeTestStore();
  const { ask } = store;

  await t.step("every writable field is shown as it was written, and cleared by null", async () => {
    const pick = (shown: object) =>
      Object.fromEntries(Object.entries(shown).filter(([name]) => name in EVERYTHING));
    await ask(customFields.create, { key: "seats", label: "Seats", type: "number" });
    const created = await ask(customers.upsert, EVERYTHING);
    assertEquals(pick(created), { ...EVERYTHING });
    const { id } = created;
    assertEquals(pick(await ask(customers.getById, { id })), { ...EVERYTHING });
    const { data: [listed] } = await ask(customers.get, { isArchived: "true" });
    assertEquals(pick(listed!), { ...EVERYTHING });
    const { name, email, isArchived: _, ...rest } = EVERYTHING;
    const nothing = Object.fromEntries(Object.keys(rest).map((field) => [field, null]));
    const cleared = await ask(customers.update, { id, ...nothing, isArchived: false });
    const defaults = {
      status: "active",
      source: "manual",
      isArchived: false,
      contacts: [],
      metadata: {},
      customFields: {},
    };
    assertEquals(pick(cleared), { name, email, ...nothing, ...defaults });
  });

  await t.step("the token of a customer is empty, whatever is done and whatever id is named", async () => {
    const created = await ask(customers.upsert, aCustomer());
    const { id: invoiceId } = await ask(invoices.record, anInvoice({ customerId: created.id }));
    const again = await ask(customers.update, { id: created.id, name: "Signed?" });
    const forged = await refusal(ask(customers.upsert, { ...aCustomer(), id: invoiceId }));
    assertEquals([created.token, again.token, forged.code], ["", "", "NOT_FOUND"]);
  });

  await t.step("invoices, payments and tags of a customer do not multiply each other", async () => {
    const { id } = await ask(customers.upsert, aCustomer({ tags: [{ name: "a" }, { name: "b" }] }));
    for (let n = 0; n < 3; n++) {
      const { id: invoiceId } = await ask(invoices.record, anInvoice({ customerId: id }));
      for (const amount of [10, 20]) {
        await ask(payments.record, { invoiceId, amount, paidAt: "2026-01-20T09:00:00Z" });
      }
    }
    const { data } = await ask(customers.get, { sort: ["total_revenue", "desc"] });
    for (const shown of [await ask(customers.getById, { id }), data.find((row) => row.id === id)!]) {
      assertEquals(
        [shown.invoiceCount, shown.totalRevenue, shown.outstandingAmount, shown.tags.length],
        [3, 90, 210, 2],
      );
    }
  });

  await t.step("a change that is refused halfway leaves nothing of it", async () => {
    const before = await ask(customers.upsert, aCustomer({ tags: [{ name: "kept" }] }));
    const unknown = [{ name: "made on the way" }, { id: crypto.randomUUID() }];
    for (const tags of [{ tags: unknown }, { addTags: unknown }]) {
      const change = ask(customers.update, { id: before.id, name: "Renamed", ...tags });
      assertEquals((await refusal(change)).code, "INVALID");
    }
    assertEquals(await ask(customers.getById, { id: before.id }), before);
    assertEquals((await ask(customers.get, { tag: "made on the way" })).data, []);
  });

  await t.step("tags given by many at once are all there, and no one is refused", async () => {
    const { id } = await ask(customers.upsert, aCustomer());
    const names = Array.from({ length: 20 }, (_, n) => `many ${n % 10}`);
    await Promise.all(
      names.map((name) => ask(customers.update, { id, addTags: [{ name }, { name: "all" }] })),
    );
    assertEquals((await ask(customers.getById, { id })).tags.length, 11);
  });

  await t.step("a full last page promises no other", async () => {
    for (let n = 0; n < 4; n++) await ask(customers.upsert, aCustomer({ industry: "Paged" }));
    const first = await ask(customers.get, { industry: "paged", pageSize: 2 });
    const { cursor } = first.meta;
    const last = await ask(customers.get, { industry: "paged", pageSize: 2, cursor });
    assertEquals([last.data.length, last.meta.cursor, last.meta.hasNextPage], [2, null, false]);
    const whole = await ask(customers.get, { industry: "paged", pageSize: 4 });
    assertEquals([whole.data.length, whole.meta.hasNextPage], [4, false]);
  });
});
