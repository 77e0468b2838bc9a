import { assertEquals, assertStringIncludes } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { OPERATIONS } from "shared/contract/mod.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { listRoutes } from "./rest.ts";
import { KEY_ID, readProblem, type StandIns, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
const OTHER_ID = "4f1c2b3a-5d6e-4f70-8a9b-0c1d2e3f4a5b";
const PORTAL_ID = "V1StGXR8_Z5jdHi6B-myT";

Deno.test("listRoutes makes each route of the contract, and nothing of the mesh's own", () => {
  const declared = OPERATIONS.flatMap(({ http }) => [http ?? []].flat());
  const routes = listRoutes();
  assertEquals(routes.map(({ pattern: { method, path } }) => `${method} ${path}`), declared);
  assertEquals(routes.filter(({ operation }) => operation.scope === "system"), []);
});

/** Answers what it was asked, so that a test sees what arrived. */
const echo: StandIns = {
  "customers.get": (input) => input,
  "customers.getById": (input) => input,
  "customers.update": (input) => input,
  "customers.upsert": (input, { caller, headers }) => ({
    input,
    caller,
    idempotencyKey: headers[HEADERS.idempotencyKey] ?? null,
    ifMatch: headers[HEADERS.ifMatch] ?? null,
  }),
  "customers.delete": (input) => input,
  "customers.enrich": (input) => input,
  "customers.togglePortal": (input) => input,
  "customers.getByPortalId": () => null,
  "customers.getPortalInvoices": (input) => input,
  "invoices.get": (input) => input,
  "invoices.getById": () => ({ found: "by id" }),
  "invoices.getSummary": (input) => input,
  "rates.record": (input) => input,
  "payments.record": (input) => input,
};

Deno.test({ name: "rest: from a request to an input", ignore }, async (t) => {
  await using gateway = await takeTestGateway({ standIns: echo });
  const get = async (path: string) => await (await gateway.fetch(path)).json();
  const send = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
    gateway.fetch(path, {
      method,
      headers: { ...(body !== undefined && { "content-type": "application/json" }), ...headers },
      body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body),
    });

  await t.step(
    "a sort is two parameters or one with a comma, numbers are numbers, defaults are filled in",
    async () => {
      const sorted = { sort: ["name", "asc"], pageSize: 25 };
      assertEquals(await get("/customers?sort=name&sort=asc"), sorted);
      assertEquals(await get("/customers?sort=name,asc"), sorted);
      assertEquals(await get("/customers?pageSize=7&q=3M%20%26+co"), { pageSize: 7, q: "3M & co" });
      assertEquals(await get("/customers"), { pageSize: 25 });
    },
  );

  await t.step("a list is repeated, separated by commas, or one value", async () => {
    const both = { pageSize: 25, customers: [ID, OTHER_ID] };
    assertEquals(await get(`/invoices?customers=${ID}&customers=${OTHER_ID}`), both);
    assertEquals(await get(`/invoices?customers=${ID},${OTHER_ID}`), both);
    const one = { pageSize: 25, customers: [ID], statuses: ["paid"] };
    assertEquals(await get(`/invoices?customers=${ID}&statuses=paid`), one);
  });

  await t.step("every unknown or wrong query parameter is named", async () => {
    const unknown = await readProblem(await gateway.fetch("/customers?colour=red&size=7&q=x"));
    assertEquals([unknown.status, unknown.reason], [400, "INVALID"]);
    assertEquals(unknown.errors, [
      {
        pointer: "/colour",
        code: "unknown_parameter",
        detail: "There is no such query parameter",
        in: "query",
      },
      {
        pointer: "/size",
        code: "unknown_parameter",
        detail: "There is no such query parameter",
        in: "query",
      },
    ]);
    const both = await readProblem(await gateway.fetch("/customers?colour=red&pageSize=0&sort=name"));
    assertEquals(both.errors.map((error: { pointer: string }) => error.pointer), [
      "/colour",
      "/sort",
      "/pageSize",
    ]);
    const wrong = await readProblem(
      await gateway.fetch("/customers?sort=size&sort=up&pageSize=many&pageSize=2"),
    );
    const pointers = wrong.errors.map((error: { pointer: string }) => error.pointer);
    assertEquals(pointers, ["/sort/0", "/sort/1", "/pageSize"]);
    for (const query of ["sort=name", "pageSize=", "pageSize=1.5", "pageSize=0x10g", "cursor="]) {
      assertEquals((await readProblem(await gateway.fetch(`/customers?${query}`))).status, 400, query);
    }
  });

  await t.step("the path wins over the body, unknown keys of a body are dropped", async () => {
    const response = await send("PATCH", `/customers/${ID}`, { id: OTHER_ID, name: " New ", colour: "red" });
    assertEquals(await response.json(), { id: ID, name: "New" });
    const put = await send(
      "PUT",
      `/customers/${ID.toUpperCase()}`,
      '{"name":"New","__proto__":{"name":"Old"},"constructor":1}',
    );
    assertEquals(await put.json(), { id: ID, name: "New" });
    const paid = await send("POST", `/invoices/${ID}/payments`, {
      amount: 5,
      paidAt: "2026-01-01T00:00:00Z",
    });
    assertEquals(await paid.json(), { invoiceId: ID, amount: "5", paidAt: "2026-01-01T00:00:00Z" });
  });

  await t.step("what cannot be an id is not found, after key and scope have been seen", async () => {
    for (const id of ["abc", "%00", "1'%20or%20'1'='1", "%zz", "..%2f..", "x".repeat(3_000)]) {
      assertEquals((await readProblem(await gateway.fetch(`/customers/${id}`))).reason, "NOT_FOUND", id);
    }
    const stranger = await gateway.fetch("/customers/abc", { key: "" });
    assertEquals((await readProblem(stranger)).reason, "UNAUTHENTICATED");
    const reader = await gateway.fetch("/customers/abc", { method: "DELETE", key: gateway.keys.readOnly });
    assertEquals((await readProblem(reader)).reason, "FORBIDDEN");
  });

  await t.step("every wrong field of a body is named", async () => {
    const response = await send("POST", "/customers", {
      name: 7,
      phone: "1\u00002",
      website: "javascript:1",
    });
    const problem = await readProblem(response);
    assertEquals(problem.errors.map((error: { pointer: string; in: string }) => [error.pointer, error.in]), [
      ["/name", "body"],
      ["/phone", "body"],
      ["/website", "body"],
      ["/email", "body"],
    ]);
    assertEquals(JSON.stringify(problem).includes("javascript:1"), false);
    const lone = await send("POST", "/customers", '{"name":"\\ud800","email":"a@b.example"}');
    assertEquals((await readProblem(lone)).errors[0].pointer, "/name");
  });

  await t.step("an action needs no body, and takes an empty one", async () => {
    assertEquals(await (await send("POST", `/customers/${ID}/enrichment`)).json(), { id: ID });
    assertEquals(await (await send("POST", `/customers/${ID}/enrichment`, {})).json(), { id: ID });
    assertEquals(await (await send("DELETE", `/customers/${ID}`)).json(), { id: ID });
  });

  await t.step("a deletion takes its parameters from the query, and no body", async () => {
    const path = `/customers/${ID}`;
    assertEquals(await (await send("DELETE", `${path}?force=true`)).json(), { id: ID, force: true });
    assertEquals(await (await send("DELETE", path, { force: true })).json(), { id: ID });
    const unknown = await readProblem(await send("DELETE", `${path}?forced=true`));
    assertEquals(unknown.errors[0].pointer, "/forced");
    assertEquals((await readProblem(await send("DELETE", `${path}?force=1`))).errors[0].pointer, "/force");
  });

  await t.step("a fixed path is not taken for an id, on either address", async () => {
    for (const base of ["", "/v1"]) {
      assertEquals(await get(`${base}/invoices/summary?statuses=paid,refunded`), {
        statuses: ["paid", "refunded"],
      });
      assertEquals(await get(`${base}/invoices/${ID}`), { found: "by id" });
    }
  });

  await t.step("a rate keeps its digits on the way", async () => {
    const rate = { base: "USD", quote: "EUR", rate: "0.91234567890123456789", date: "2026-01-02" };
    assertEquals(await (await send("POST", "/rates", rate)).json(), rate);
  });

  await t.step("a query parameter of a change is refused, it belongs into the body", async () => {
    assertEquals((await readProblem(await send("POST", "/customers?name=x", {}))).errors[0].pointer, "/name");
  });

  await t.step("the caller, the idempotency key and the version travel beside the input", async () => {
    const headers = { "idempotency-key": "key-0001_A", "if-match": '"7"' };
    const answer = await (await send("POST", "/customers", { name: "A", email: "a@b.example" }, headers))
      .json();
    assertEquals(answer, {
      input: { name: "A", email: "a@b.example" },
      caller: { teamId: gateway.mesh.teamId, actor: `key:${KEY_ID}`, door: "http" },
      idempotencyKey: "key-0001_A",
      ifMatch: '"7"',
    });
    const wrong: Record<string, string>[] = [
      { "idempotency-key": "" },
      { "idempotency-key": "with spaces" },
      { "idempotency-key": "m\u00fcller" },
      { "idempotency-key": "a".repeat(256) },
      { "if-match": "7" },
      { "if-none-match": '"7"' },
    ];
    for (const bad of wrong) {
      const refused = await send("POST", "/customers", { name: "A", email: "a@b.example" }, bad);
      assertEquals((await readProblem(refused)).status, 400);
    }
  });

  await t.step("any key that can be seen is taken, and none is one of the mesh's own", async () => {
    const keys = ["1", "order:7/a", '"8e03978e"', "own.1", "own%2e1", "!~".repeat(127)];
    const told = await Promise.all(keys.map(async (key) => {
      const answer = await send("POST", "/customers", { name: "A", email: "a@b.example" }, {
        "idempotency-key": key,
      });
      return (await answer.json()).idempotencyKey;
    }));
    assertEquals(told.slice(0, 5), ["1", "order%3a7%2fa", "%228e03978e%22", "own%2e1", "own%252e1"]);
    assertEquals(new Set(told).size, keys.length);
  });

  await t.step("a scope that the key has not is named", async () => {
    const response = await gateway.fetch("/customers", { method: "POST", key: gateway.keys.readOnly });
    const problem = await readProblem(response);
    assertEquals([problem.status, problem.reason], [403, "FORBIDDEN"]);
    assertStringIncludes(problem.detail, '"customers.write"');
    const allowed = await gateway.fetch(`/customers/${ID}`, { key: gateway.keys.readOnly });
    assertEquals([allowed.status, await allowed.json()], [200, { id: ID }]);
  });

  await t.step(
    "a public query that finds nothing is a 404, a link of no form too, and needs no key",
    async () => {
      for (const path of [`/portal/${PORTAL_ID}`, "/portal/no-link", "/portal/%00"]) {
        assertEquals((await readProblem(await gateway.fetch(path, { key: "" }))).reason, "NOT_FOUND");
      }
      const page = await gateway.fetch(`/portal/${PORTAL_ID}/invoices?pageSize=5`, { key: "" });
      assertEquals(await page.json(), { portalId: PORTAL_ID, pageSize: 5 });
    },
  );
});
