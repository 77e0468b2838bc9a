/** Bad input of every kind, through the real doors: a problem document, never a 500, nothing written, nothing leaked. */
import { assert, assertEquals } from "@std/assert";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { httpClient } from "./mesh_client.ts";

const ignore = !hasTestServers();
const LEAKS =
  /postgres|nats:|rpc\.|select |insert into|services\/|node_modules|\bat file|SQLSTATE|relation "/i;
const NOBODY = "11111111-1111-4111-8111-111111111111";

Deno.test({ name: "bad input, end to end", ignore }, async (t) => {
  await using mesh = await startDevMesh();
  const http = httpClient(mesh);
  const { body: customer } = await http("POST", "/customers", {
    body: { name: "Good", email: "good@example.com" },
  });
  const path = `/customers/${customer.id}`;
  const invoice = {
    customerId: customer.id,
    invoiceNumber: "B-1",
    currency: "EUR",
    issueDate: "2026-01-01",
    dueDate: "2026-02-01",
    lines: [{ name: "x", quantity: 1, price: 1 }],
  };
  const cases: [
    title: string,
    method: string,
    path: string,
    body: unknown,
    status: number,
    pointer?: string,
  ][] = [
    ["wrong type", "POST", "/customers", { name: 7, email: "a@b.example" }, 400, "/name"],
    ["missing fields", "POST", "/customers", {}, 400, "/email"],
    ["an array", "POST", "/customers", [], 400],
    ["null", "POST", "/customers", null, 400],
    ["a bare text", "POST", "/customers", '"x"', 400],
    ["broken JSON", "POST", "/customers", "{", 400],
    ["an empty body", "POST", "/customers", "", 400],
    ["NUL in a text", "POST", "/customers", { name: "a\u0000b", email: "a@b.example" }, 400, "/name"],
    ["a lone surrogate", "POST", "/customers", '{"name":"\\ud800","email":"a@b.example"}', 400, "/name"],
    [
      "NUL in an address",
      "POST",
      "/customers",
      { name: "x", email: "a@b.example", logoUrl: "https://x/\0" },
      400,
      "/logoUrl",
    ],
    [
      "a lone surrogate in an e-mail",
      "POST",
      "/customers",
      '{"name":"x","email":"\\ud800@b.example"}',
      400,
      "/email",
    ],
    ["NUL in a filter", "GET", "/customers?tag=%00", undefined, 400, "/tag"],
    [
      "a country that is none",
      "POST",
      "/customers",
      { name: "", email: "x", countryCode: "ZZ" },
      400,
      "/countryCode",
    ],
    ["a missing field beside a wrong type", "POST", "/customers", { email: 5 }, 400, "/name"],
    [
      "an unknown parameter beside a wrong one",
      "GET",
      "/customers?colour=red&pageSize=0",
      undefined,
      400,
      "/pageSize",
    ],
    [
      "a rate beyond all numbers",
      "POST",
      "/rates",
      { base: "USD", quote: "EUR", rate: "1e999", date: "2026-01-01" },
      400,
      "/rate",
    ],
    ["an e-mail that is none", "POST", "/customers", { name: "x", email: "x" }, 400, "/email"],
    [
      "a script as website",
      "POST",
      "/customers",
      { name: "x", email: "a@b.example", website: "javascript:1" },
      400,
      "/website",
    ],
    ["5 MB", "POST", "/customers", { name: "x", email: "a@b.example", note: "x".repeat(5_000_000) }, 413],
    ["a text that is too long", "PATCH", path, { name: "x".repeat(201) }, 400, "/name"],
    ["null for a required field", "PATCH", path, { name: null }, 400, "/name"],
    ["an unknown id", "GET", `/customers/${NOBODY}`, undefined, 404],
    ["an unknown id to change", "PATCH", `/customers/${NOBODY}`, { name: "x" }, 404],
    ["an id that is none", "GET", "/customers/abc", undefined, 404],
    ["an id with tricks", "GET", "/customers/%00", undefined, 404],
    ["an id with SQL", "GET", "/customers/1'%20or%20'1'='1", undefined, 404],
    ["an unknown sort", "GET", "/customers?sort=nothing&sort=asc", undefined, 400, "/sort/0"],
    ["an unknown direction", "GET", "/customers?sort=name&sort=up", undefined, 400, "/sort/1"],
    ["half a sort", "GET", "/customers?sort=name", undefined, 400],
    ["a bad cursor", "GET", "/customers?cursor=abc", undefined, 400, "/cursor"],
    ["a negative offset as cursor", "GET", "/customers?cursor=-1", undefined, 400, "/cursor"],
    ["a page of nothing", "GET", "/customers?pageSize=0", undefined, 400, "/pageSize"],
    ["a fractional page", "GET", "/customers?pageSize=1.5", undefined, 400, "/pageSize"],
    ["a huge page", "GET", "/customers?pageSize=1e9", undefined, 400, "/pageSize"],
    ["an unknown filter", "GET", "/customers?colour=red", undefined, 400, "/colour"],
    ["a NUL in the search", "GET", "/customers?q=%00", undefined, 200],
    ["bad percent encoding", "GET", "/customers?q=%E0%A4%A", undefined, 200],
    ["an invoice without lines", "POST", "/invoices", { ...invoice, lines: [] }, 400, "/lines"],
    [
      "too many decimals",
      "POST",
      "/invoices",
      { ...invoice, lines: [{ name: "x", quantity: 1, price: 0.000000001 }] },
      400,
      "/lines/0/price",
    ],
    ["an unknown currency", "POST", "/invoices", { ...invoice, currency: "XQZ" }, 400, "/currency"],
    ["a day that is none", "POST", "/invoices", { ...invoice, dueDate: "2026-02-30" }, 400, "/dueDate"],
    [
      "an infinite amount",
      "POST",
      "/invoices",
      `${JSON.stringify(invoice).replace('"price":1', '"price":1e400')}`,
      400,
    ],
    ["an unknown customer", "POST", "/invoices", { ...invoice, customerId: NOBODY }, 404],
    ["a payment for nothing", "POST", `/invoices/${NOBODY}/payments`, {
      amount: 1,
      paidAt: "2026-01-01T00:00:00Z",
    }, 404],
    [
      "a payment of nothing",
      "POST",
      `/invoices/${NOBODY}/payments`,
      { amount: 0, paidAt: "2026-01-01T00:00:00Z" },
      400,
      "/amount",
    ],
    [
      "a payment in the year 0",
      "POST",
      `/invoices/${NOBODY}/payments`,
      { amount: 1, paidAt: "0000-01-01T00:00:00Z" },
      400,
      "/paidAt",
    ],
    ["a portal switch that is none", "PUT", `${path}/portal`, { enabled: "yes" }, 400, "/enabled"],
    ["an unknown path", "GET", "/nothing", undefined, 404],
    ["a method that is not there", "DELETE", "/customers", undefined, 405],
  ];

  for (const [title, method, target, body, status, pointer] of cases) {
    await t.step(`${title}: ${method} answers ${status}`, async () => {
      const answer = await http(method, target, { body });
      const text = JSON.stringify(answer.body);
      assertEquals(answer.status, status, text.slice(0, 300));
      assert(!LEAKS.test(text), text);
      if (status === 200) return;
      assertEquals(answer.headers.get("content-type"), "application/problem+json");
      assertEquals([answer.body.status, answer.body.code, typeof answer.body.error], [
        status,
        status,
        "string",
      ]);
      if (!pointer) return;
      const pointers = answer.body.errors.map((error: { pointer: string }) => error.pointer);
      assert(pointers.includes(pointer), `${pointers}`);
    });
  }

  await t.step("a request without a key, with a wrong one, and with one of no form", async () => {
    for (const key of ["", "mid_" + "0".repeat(64), "nonsense", "mid_" + "z".repeat(64)]) {
      const answer = await http("GET", "/customers", { key });
      assertEquals([key, answer.status], [key, 401]);
      assertEquals(answer.headers.get("content-type"), "application/problem+json");
    }
  });

  await t.step("nothing of all this was written", async () => {
    const { body } = await http("GET", "/customers");
    assertEquals(body.data.map((row: { name: string }) => row.name), ["Good"]);
    assertEquals((await http("GET", "/invoices")).body.data, []);
    assertEquals((await http("GET", path)).body, customer);
  });
});
