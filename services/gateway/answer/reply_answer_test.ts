import { assertEquals, assertMatch } from "@std/assert";
import { decodeJson, encodeJson, HEADERS } from "shared/bus/mod.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { attachment } from "./reply_answer.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

Deno.test("attachment gives old clients an ASCII name and all others the true one", () => {
  const cases: [name: string, header: string][] = [
    ["INV-7.pdf", `attachment; filename="INV-7.pdf"; filename*=UTF-8''INV-7.pdf`],
    [
      "Rechnung Nº 7/é.pdf",
      `attachment; filename="Rechnung No 7_e_.pdf"; filename*=UTF-8''Rechnung%20N%C2%BA%207%2F%C3%A9.pdf`,
    ],
    [
      `a"b\r\nx: y'(1).pdf`,
      `attachment; filename="a_b__x_ y_(1).pdf"; filename*=UTF-8''a%22b%0D%0Ax%3A%20y%27%281%29.pdf`,
    ],
  ];
  for (const [name, header] of cases) assertEquals(attachment(encodeURIComponent(name)), header);
  assertEquals(attachment("100%.pdf"), `attachment; filename="100_.pdf"; filename*=UTF-8''100_.pdf`);
});

Deno.test({ name: "a reply's headers become a status and headers of HTTP", ignore }, async (t) => {
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.upsert": ({ name }, { reply }) => {
        reply[HEADERS.version] = "1";
        if (name === "new") reply[HEADERS.outcome] = "created";
        if (name === "again") reply[HEADERS.replayed] = "true";
        return { name };
      },
      "customers.enrich": (_, { reply }) => {
        reply[HEADERS.outcome] = "accepted";
        return { queued: true };
      },
    },
  });
  const create = (name: string) =>
    gateway.fetch("/customers", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ name, email: "a@b.example" }),
    });

  await t.step("created is 201, the version an entity tag", async () => {
    const response = await create("new");
    assertEquals([response.status, await response.json()], [201, { name: "new" }]);
    assertEquals(response.headers.get("content-type"), "application/json");
    assertMatch(response.headers.get("etag")!, /^"1-[\w-]{16}"$/);
    assertEquals(response.headers.get("idempotency-replayed"), null);
  });

  await t.step("no outcome is 200, a replayed answer says so", async () => {
    const response = await create("again");
    assertEquals([response.status, await response.json()], [200, { name: "again" }]);
    assertEquals(response.headers.get("idempotency-replayed"), "true");
  });

  await t.step("accepted is 202", async () => {
    const response = await gateway.fetch(`/customers/${ID}/enrichment`, { method: "POST" });
    assertEquals([response.status, await response.json()], [202, { queued: true }]);
  });
});

Deno.test({ name: "a reply's bytes are passed on unread", ignore }, async () => {
  await using gateway = await takeTestGateway({ withoutStore: true });
  const store = await gateway.connect("store");
  store.subscribe("rpc.system.apiKeys.authenticate", async ({ replyTo, body }) => {
    // The cast: the contract's input of this operation.
    const keyHash = (decodeJson(body) as { keyHash: string }).keyHash;
    store.publish(replyTo!, encodeJson(await gateway.keys.findSession(keyHash)));
  });
  store.subscribe("rpc.*.customers.getById", ({ replyTo }) => {
    store.publish(replyTo!, new TextEncoder().encode('{"not": json'));
  });
  await store.flush();
  const response = await gateway.fetch(`/customers/${ID}`);
  assertEquals([response.status, await response.text()], [200, '{"not": json']);
  await store.close();
});

Deno.test({ name: "documents: pages and files of the portal", ignore }, async (t) => {
  await using gateway = await takeTestGateway();
  const text = (words: string) => new TextEncoder().encode(words);
  await gateway.startService("portal", {
    "portal.accountPage": (input, { reply }) => {
      if (input.portalId === "old") reply[HEADERS.outcome] = "gone";
      if (input.portalId === "unknown") reply[HEADERS.outcome] = "not_found";
      if (input.portalId === "later") reply[HEADERS.outcome] = "unavailable";
      reply["content-security-policy"] = "default-src 'none'; style-src 'sha256-x'";
      return text(JSON.stringify(input));
    },
    "portal.invoicePage": ({ invoiceId }) => text(`page of ${invoiceId}`),
    "portal.invoicePdf": ({ invoiceId }, { reply }) => {
      if (invoiceId === "none") {
        reply[HEADERS.outcome] = "not_found";
        reply[HEADERS.contentType] = "text/html; charset=utf-8";
        return text("no such invoice");
      }
      reply["mesh-filename"] = encodeURIComponent("Rechnung é.pdf");
      return text(`%PDF of ${invoiceId}`);
    },
  });
  const visit = (path: string, headers: Record<string, string> = {}) =>
    gateway.fetch(path, { key: "", headers });

  await t.step("a page keeps its type and its own policy, and knows the visitor's language", async () => {
    const response = await visit("/p/abc?status=paid&utm_source=mail", {
      "accept-language": "de-CH,de;q=0.9",
    });
    assertEquals(response.status, 200);
    assertEquals(await response.json(), {
      portalId: "abc",
      status: "paid",
      pageSize: 25,
      sort: "newest",
      language: "de-CH,de;q=0.9",
    });
    assertEquals(response.headers.get("content-type"), "text/html; charset=utf-8");
    assertEquals(response.headers.get("content-security-policy"), "default-src 'none'; style-src 'sha256-x'");
    assertEquals(response.headers.get("cache-control"), "private, no-store");
    assertEquals(response.headers.get("x-robots-tag"), "noindex, nofollow, noarchive, nosnippet");
    assertEquals(response.headers.get("cross-origin-opener-policy"), "same-origin");
  });

  await t.step("outcomes are statuses, with the page as the body", async () => {
    for (const [link, status] of [["old", 410], ["unknown", 404], ["later", 503]] as const) {
      const response = await visit(`/p/${link}`);
      assertEquals([response.status, (await response.json()).portalId], [status, link]);
      assertEquals(response.headers.get("retry-after"), status === 503 ? "5" : null);
    }
  });

  await t.step("a page without a policy gets the strictest; the file is not taken for the page", async () => {
    const page = await visit(`/p/abc/invoices/${ID}`);
    assertEquals([page.status, await page.text()], [200, `page of ${ID}`]);
    assertEquals(page.headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
    const file = await visit(`/p/abc/invoices/${ID}.pdf`);
    assertEquals([file.status, await file.text()], [200, `%PDF of ${ID}`]);
    assertEquals(file.headers.get("content-type"), "application/pdf");
    assertEquals(file.headers.get("content-security-policy"), "sandbox");
    const disposition = `attachment; filename="Rechnung e_.pdf"; filename*=UTF-8''Rechnung%20%C3%A9.pdf`;
    assertEquals(file.headers.get("content-disposition"), disposition);
  });

  await t.step("a file that is not there is a page", async () => {
    const response = await visit("/p/abc/invoices/none.pdf");
    assertEquals([response.status, await response.text()], [404, "no such invoice"]);
    assertEquals(response.headers.get("content-disposition"), null);
  });

  await t.step("HEAD works; a link that is too long is not found", async () => {
    const head = await gateway.fetch("/p/abc", { method: "HEAD", key: "" });
    assertEquals([head.status, await head.text()], [200, ""]);
    assertEquals((await readProblem(await visit(`/p/${"x".repeat(101)}`))).status, 404);
  });
});
