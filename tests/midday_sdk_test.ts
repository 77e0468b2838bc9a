/** The REST door as Midday's TypeScript SDK 0.4.2 and its CLI use it: their requests, and what they insist on in answers. */
import { assert, assertEquals } from "@std/assert";
import { z } from "zod";
import { hasTestServers } from "../infra/test_mesh.ts";
import { aCustomer, anInvoice } from "../services/store/test_store.ts";
import { takeTestDoors, type TestDoors } from "./test_doors.ts";

const ignore = !hasTestServers();
const NOBODY = "11111111-1111-4111-8111-111111111111";

const nullable = z.string().nullable();

/** What the SDK demands of every customer; it drops what it does not know. */
const customer = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string(),
  billingEmail: nullable,
  phone: nullable,
  website: nullable,
  createdAt: z.string(),
  country: nullable,
  addressLine1: nullable,
  addressLine2: nullable,
  city: nullable,
  state: nullable,
  zip: nullable,
  note: nullable,
  vatNumber: nullable,
  countryCode: nullable,
  token: z.string(),
  contact: nullable,
  invoiceCount: z.number(),
  projectCount: z.number(),
  tags: z.array(z.object({ id: z.string(), name: z.string() })),
});

const page = z.object({
  meta: z.object({ cursor: nullable, hasPreviousPage: z.boolean(), hasNextPage: z.boolean() }),
  data: z.array(customer),
});

interface SdkOptions {
  /** A path that the server's address carries. */
  readonly prefix?: string;
  readonly authorization?: string;
}

/** Sends as the SDK does, and takes only what it takes: one status, application/json, the fields above. */
function anSdk(doors: TestDoors, { prefix = "", authorization = `Bearer ${doors.key}` }: SdkOptions = {}) {
  const send = async (method: string, path: string, body?: unknown) => {
    const headers: Record<string, string> = {
      accept: "application/json",
      authorization,
      "user-agent": "speakeasy-sdk/typescript 0.4.2",
    };
    if (body !== undefined) headers["content-type"] = "application/json";
    return await fetch(doors.url + prefix + path, {
      method,
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  };
  const expect = async <T>(schema: z.ZodType<T>, status: number, answer: Promise<Response>): Promise<T> => {
    const response = await answer;
    const text = await response.text();
    assertEquals([response.status, response.headers.get("content-type")], [status, "application/json"], text);
    return schema.parse(JSON.parse(text));
  };
  const one = (id: string) => `/customers/${encodeURIComponent(id)}`;
  return {
    send,
    list: (query: Query = {}) => expect(page, 200, send("GET", `/customers${explode(query)}`)),
    create: (body: object) => expect(customer, 201, send("POST", "/customers", body)),
    get: (id: string) => expect(customer, 200, send("GET", one(id))),
    update: (id: string, body: object) => expect(customer, 200, send("PATCH", one(id), body)),
    delete: (id: string) => expect(customer, 200, send("DELETE", one(id))),
  };
}

type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** Names in the order of the alphabet, a list repeated, null and undefined left out, everything percent-encoded. */
function explode(query: Query): string {
  const pairs = Object.entries(query).toSorted(([a], [b]) => a < b ? -1 : 1).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => `${name}=${encodeURIComponent(String(each))}`)
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

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

/** What each of Midday's clients reads of an error. */
async function refuse(answer: Promise<Response>, status: number): Promise<void> {
  const response = await answer;
  const body = await response.json();
  assertEquals([response.status, body.code], [status, status]);
  assert(typeof body.error === "string" && body.error !== "" && body.message === body.error);
}
