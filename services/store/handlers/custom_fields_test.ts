import { assertEquals } from "@std/assert";
import { customers, customFields } from "shared/contract/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { aCustomer, refusal, takeTestStore, type TestStore } from "../test_store.ts";

const ignore = !hasTestServers();

async function defineFields({ ask }: TestStore): Promise<Record<string, string>> {
  const definitions = [
    { key: "renewal", label: "Renewal", type: "date" },
    { key: "seats", label: "Seats", type: "number" },
    { key: "tier", label: "Tier", type: "choice", options: ["gold", "silver"] },
    { key: "vip", label: "VIP", type: "boolean" },
    { key: "code", label: "Code", type: "text" },
  ] as const;
  const ids: Record<string, string> = {};
  for (const definition of definitions) {
    const { options, ...rest } = { options: undefined, ...definition };
    ids[rest.key] =
      (await ask(customFields.create, { ...rest, ...(options && { options: [...options] }) })).id;
  }
  return ids;
}

Deno.test({ name: "customers: metadata and custom fields are merged key by key", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, sql } = store;
  await defineFields(store);
  const values = { metadata: { plan: "pro", crmId: "7" }, customFields: { seats: 5, vip: false } };
  const created = await ask(customers.upsert, aCustomer(values));
  assertEquals([created.metadata, created.customFields], [values.metadata, values.customFields]);
  const changed = await ask(customers.update, {
    id: created.id,
    metadata: { plan: null, note: "x" },
    customFields: { seats: 0, tier: "gold", renewal: "2027-01-31" },
  });
  assertEquals(changed.metadata, { crmId: "7", note: "x" });
  assertEquals(changed.customFields, { seats: 0, vip: false, tier: "gold", renewal: "2027-01-31" });
  const same = await ask(customers.update, { id: created.id, metadata: { note: "x" }, customFields: {} });
  assertEquals(same.version, changed.version, "nothing was changed");
  const cleared = await ask(customers.update, { id: created.id, metadata: null, customFields: null });
  assertEquals([cleared.metadata, cleared.customFields], [{}, {}]);
  const keys = (name: string) =>
    Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`${name}${n}`, "x"]));
  await ask(customers.update, { id: created.id, metadata: keys("a") });
  const { code, details } = await refusal(ask(customers.update, { id: created.id, metadata: { b: "x" } }));
  assertEquals([code, details.errors![0]!.pointer], ["INVALID", "/metadata"]);
  await ask(customers.update, { id: created.id, metadata: { a0: null, b: "x" } });
  await sql`update customers set metadata = ${
    sql.json({ ...keys("a"), ...keys("b") })
  } where id = ${created.id}`;
  const fewer = await ask(customers.update, { id: created.id, metadata: { a0: null, b0: "y" } });
  assertEquals(Object.keys(fewer.metadata).length, 99, "what was too many before there was a limit");
});

Deno.test(
  { name: "customers: every custom field that is unknown or of another type is named", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask } = store;
    await defineFields(store);
    const wrong = { renewal: "2027-02-30", seats: "5", tier: "bronze", vip: "yes", code: 5, unheardOf: "x" };
    const { code, details } = await refusal(ask(customers.upsert, aCustomer({ customFields: wrong })));
    assertEquals(code, "INVALID");
    assertEquals(
      details.errors!.map(({ pointer }) => pointer).sort(),
      Object.keys(wrong).map((key) => `/customFields/${key}`).sort(),
    );
    const bad: Record<string, string>[] = [{ "": "x" }, { "a b": "x" }, { a: "x".repeat(501) }];
    for (const metadata of bad) {
      assertEquals((await refusal(ask(customers.upsert, aCustomer({ metadata })))).code, "INVALID");
    }
  },
);

Deno.test({ name: "customers: lists are narrowed by metadata and by custom fields", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, otherCaller } = store;
  await defineFields(store);
  const make = (name: string, values: object) => ask(customers.upsert, aCustomer({ name, ...values }));
  await make("A", {
    metadata: { plan: "pro" },
    customFields: { renewal: "2026-12-31", seats: 9, tier: "gold" },
  });
  await make("B", {
    metadata: { plan: "pro, a:b" },
    customFields: { renewal: "2027-01-01", seats: 10, vip: true },
  });
  await make("C", { customFields: { code: "10", seats: -1.5 } });
  const names = async (filters: { metadata?: string[]; customFields?: string[] }) =>
    (await ask(customers.get, { ...filters, sort: ["name", "asc"] })).data.map(({ name }) => name).join("");
  const cases: [{ metadata?: string[]; customFields?: string[] }, string][] = [
    [{ metadata: ["plan:pro"] }, "A"],
    [{ metadata: ["plan:pro, a:b"] }, "B"],
    [{ metadata: ["plan:"] }, ""],
    [{ metadata: ["plan:pro", "plan:pro, a:b"] }, ""],
    [{ customFields: ["renewal>=2027-01-01"] }, "B"],
    [{ customFields: ["renewal<2027-01-01"] }, "A"],
    [{ customFields: ["seats>9"] }, "B"],
    [{ customFields: ["seats<=9"] }, "AC"],
    [{ customFields: ["seats:10"] }, "B"],
    [{ customFields: ["code:10"] }, "C"],
    [{ customFields: ["vip:true"] }, "B"],
    [{ customFields: ["tier:gold", "seats>=9"] }, "A"],
    [{ customFields: ["tier:gold'; --"] }, ""],
  ];
  for (const [filters, expected] of cases) {
    assertEquals([filters, await names(filters)], [filters, expected]);
  }
  const { data } = await ask(customers.get, { metadata: ["plan:pro"] }, { caller: otherCaller });
  assertEquals(data, []);
  const unknown = await refusal(ask(customers.get, { customFields: ["unheardOf:1"] }));
  assertEquals([unknown.code, unknown.details.errors![0]!.pointer], ["INVALID", "/customFields/0"]);
  const bad = [{ metadata: ["no colon"] }, { metadata: ["plan:\0"] }, { customFields: ["code:\ud800"] }];
  for (const filters of bad) assertEquals((await refusal(ask(customers.get, filters))).code, "INVALID");
});

Deno.test({ name: "customFields: a key is taken once, and a field in use stays", ignore }, async () => {
  await using store = await takeTestStore();
  const { ask, otherCaller } = store;
  const ids = await defineFields(store);
  const again = { key: "seats", label: "Again", type: "text" } as const;
  assertEquals((await refusal(ask(customFields.create, again))).code, "CONFLICT");
  assertEquals(
    (await refusal(ask(customFields.create, { ...again, key: "x", type: "choice" }))).code,
    "INVALID",
  );
  const theirs = ask(customFields.delete, { id: ids.seats! }, { caller: otherCaller });
  assertEquals((await refusal(theirs)).code, "NOT_FOUND");
  const { id } = await ask(customers.upsert, aCustomer({ customFields: { seats: 1, tier: "gold" } }));
  assertEquals((await refusal(ask(customFields.delete, { id: ids.seats! }))).code, "CONFLICT");
  await ask(customFields.update, { id: ids.tier!, options: ["silver"] });
  assertEquals((await ask(customers.getById, { id })).customFields.tier, "gold");
  assertEquals((await refusal(ask(customFields.update, { id: ids.seats!, options: ["a"] }))).code, "INVALID");
  await ask(customers.delete, { id });
  await ask(customFields.delete, { id: ids.seats! });
  const { data } = await ask(customFields.list, {});
  assertEquals(data.map(({ key }) => key), ["renewal", "tier", "vip", "code"]);
});

Deno.test(
  { name: "customers: contacts have roles, and invoices go to those for billing", ignore },
  async () => {
    await using store = await takeTestStore();
    const { ask, sql } = store;
    const { id, invoiceRecipients } = await ask(customers.upsert, aCustomer({ email: "hello@a.example" }));
    assertEquals(invoiceRecipients, ["hello@a.example"]);
    const contacts = [
      { name: "Ada", email: "ada@a.example", roles: ["billing" as const] },
      { name: "Bo", phone: "+47 22 00 00 00", roles: ["technical" as const, "primary" as const] },
    ];
    const { contacts: kept, invoiceRecipients: to, version } = await ask(customers.update, { id, contacts });
    assertEquals(to, ["ada@a.example"]);
    assertEquals(kept.map(({ id: _id, ...rest }) => rest), [
      { name: "Ada", email: "ada@a.example", phone: null, roles: ["billing"] },
      { name: "Bo", email: null, phone: "+47 22 00 00 00", roles: ["primary", "technical"] },
    ]);
    assertEquals(
      (await ask(customers.update, { id, contacts: kept })).version,
      version,
      "nothing was changed",
    );
    assertEquals((await refusal(ask(customers.update, { id, contacts: [{ roles: [] }] }))).code, "INVALID");
    await ask(customers.update, { id, contacts: null });
    assertEquals((await ask(customers.getById, { id })).contacts, []);
    await ask(customers.erase, { id });
    const left = await sql`select 1 from history where changes::text like '%ada@a.example%'`;
    assertEquals(left.length, 0);
  },
);
