/** For tests: what Midday's TypeScript SDK 0.4.2 sends, and what it insists on in answers. */
import { assert, assertEquals } from "@std/assert";
import { z } from "zod";
import type { TestDoors } from "./test_doors.ts";

const nullable = z.string().nullable();

/** What the SDK demands of every customer; it drops what it does not know. */
export const customer = z.object({
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

function pageOf<Row extends z.ZodType>(row: Row) {
  const meta = z.object({ cursor: nullable, hasPreviousPage: z.boolean(), hasNextPage: z.boolean() });
  return z.object({ meta, data: z.array(row) });
}

const invoice = z.object({
  id: z.string(),
  status: z.enum(["draft", "overdue", "paid", "unpaid", "canceled", "scheduled"]),
  dueDate: z.string(),
  issueDate: z.string(),
  invoiceNumber: z.string().optional(),
  amount: z.number(),
  currency: z.string(),
  customer: z.object({ id: z.string(), name: z.string(), website: nullable, email: nullable }),
  paidAt: nullable,
  reminderSentAt: nullable,
  note: nullable,
  vat: z.number().nullable(),
  tax: z.number().nullable(),
  discount: z.number().nullable(),
  subtotal: z.number().nullable(),
  viewedAt: nullable,
  customerName: nullable,
  sentTo: nullable,
  sentAt: nullable,
  createdAt: z.string(),
  updatedAt: z.string(),
  pdfUrl: nullable,
  previewUrl: nullable,
});

/** What it reads of an invoice that it has ordered; the list and `get` show the rest. */
const ordered = invoice.pick({
  id: true,
  status: true,
  createdAt: true,
  updatedAt: true,
  pdfUrl: true,
  previewUrl: true,
});

const summary = z.array(
  z.object({ currency: z.string(), totalAmount: z.number(), invoiceCount: z.number() }),
);

const tag = z.object({ id: z.string(), name: z.string() });

interface SdkOptions {
  /** A path that the server's address carries. */
  readonly prefix?: string;
  readonly authorization?: string;
}

/** Sends as the SDK does, and takes only what it takes: one status, application/json, the fields above. */
export function anSdk(
  doors: TestDoors,
  { prefix = "", authorization = `Bearer ${doors.key}` }: SdkOptions = {},
) {
  const send = async (method: string, path: string, body?: unknown) => {
    const headers: Record<string, string> = {
      accept: "application/json",
      authorization,
      "user-agent": "speakeasy-sdk/typescript 0.4.2 2.698.4 0.0.1 @midday-ai/sdk",
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
  /** Nothing is read of a 204, and no other status is taken. */
  const expectNothing = async (answer: Promise<Response>): Promise<void> => {
    const response = await answer;
    assertEquals([response.status, await response.text()], [204, ""]);
  };
  const one = (list: string, id: string) => `/${list}/${encodeURIComponent(id)}`;
  return {
    send,
    list: (query: Query = {}) => expect(pageOf(customer), 200, send("GET", `/customers${explode(query)}`)),
    create: (body: object) => expect(customer, 201, send("POST", "/customers", body)),
    get: (id: string) => expect(customer, 200, send("GET", one("customers", id))),
    update: (id: string, body: object) => expect(customer, 200, send("PATCH", one("customers", id), body)),
    delete: (id: string) => expect(customer, 200, send("DELETE", one("customers", id))),
    invoices: {
      list: (query: Query = {}) => expect(pageOf(invoice), 200, send("GET", `/invoices${explode(query)}`)),
      get: (id: string) => expect(invoice, 200, send("GET", one("invoices", id))),
      create: (order: Order) => expect(ordered, 201, send("POST", "/invoices", bare(order))),
      update: (id: string, body: object) => expect(invoice, 200, send("PUT", one("invoices", id), body)),
      delete: (id: string) => expect(z.object({ id: z.string() }), 200, send("DELETE", one("invoices", id))),
      summary: (query: Query = {}) => expect(summary, 200, send("GET", `/invoices/summary${explode(query)}`)),
      getInvoicesPaymentStatus: () =>
        expect(
          z.object({ score: z.number(), paymentStatus: z.string() }),
          200,
          send("GET", "/invoices/payment-status"),
        ),
    },
    tags: {
      list: () => expect(z.object({ data: z.array(tag) }), 200, send("GET", "/tags")),
      // One tag, or a list of one: that differs from version to version.
      create: (body: object) => expect(tag.extend({ data: z.array(tag) }), 201, send("POST", "/tags", body)),
      get: (id: string) => expect(tag, 200, send("GET", one("tags", id))),
      update: (id: string, body: object) => expect(tag, 200, send("PATCH", one("tags", id), body)),
      delete: (id: string) => expectNothing(send("DELETE", one("tags", id))),
    },
  };
}

interface Order {
  readonly template: object;
  readonly lineItems?: readonly { readonly name?: object }[];
  readonly [field: string]: unknown;
}

/** Of an editor's document the SDK knows no field, so that it sends `{}` whatever was said. */
function bare(order: Order): object {
  const documents = ["fromDetails", "paymentDetails", "noteDetails", "topBlock", "bottomBlock"];
  const empty = (value: object) =>
    Object.fromEntries(
      Object.entries(value).map(([field, each]) => [field, documents.includes(field) ? {} : each]),
    );
  return {
    ...empty(order),
    template: empty(order.template),
    ...(order.lineItems &&
      { lineItems: order.lineItems.map((line) => ({ ...line, ...(line.name && { name: {} }) })) }),
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

/** What each of Midday's clients reads of an error. */
export async function refuse(answer: Promise<Response>, status: number): Promise<void> {
  const response = await answer;
  const body = await response.json();
  assertEquals([response.status, body.code], [status, status]);
  assert(typeof body.error === "string" && body.error !== "" && body.message === body.error);
}
