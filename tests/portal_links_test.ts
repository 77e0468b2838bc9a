/** Links that have ended, over every door, and how their holders get a new one: over HTTP, from a real mesh. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { hasTestServers, startDevMesh } from "../infra/test_mesh.ts";
import { type Answer, type Http, httpClient, until } from "./mesh_client.ts";

const ignore = !hasTestServers();
const EMAIL = "billing@meridian.example";
const BROWSER = { accept: "text/html,*/*;q=0.8", "accept-language": "en" };

interface Account {
  readonly customerId: string;
  readonly portalId: string;
  readonly invoiceId: string;
  readonly linkId: string;
}

/** A customer with one paid invoice, so that there is something behind each door. */
async function anAccount(http: Http): Promise<Account> {
  const { body: { id: customerId } } = await http("POST", "/customers", {
    body: { name: "Meridian", email: EMAIL },
  });
  const { body: { id: invoiceId } } = await http("POST", "/invoices", {
    body: {
      customerId,
      invoiceNumber: `L-${customerId.slice(-8)}`,
      currency: "EUR",
      issueDate: "2026-01-10",
      dueDate: "2026-02-10",
      lines: [{ name: "Work", quantity: 1, price: "100.00" }],
    },
  });
  const payment = { amount: "100.00", paidAt: "2026-02-01T09:00:00Z" };
  await http("POST", `/invoices/${invoiceId}/payments`, { body: payment });
  const { body: { portalId } } = await http("PUT", `/customers/${customerId}/portal`, {
    body: { enabled: true },
  });
  const { body: { data: [link] } } = await http("GET", `/customers/${customerId}/portal/links`);
  return { customerId, portalId, invoiceId, linkId: link.id };
}

/** Everything that can be read by a link. */
function listDoors({ portalId, invoiceId }: Account): string[] {
  const path = `/p/${portalId}`;
  return [
    path,
    `${path}/`,
    `${path}/?status=paid`,
    `${path}/invoices/${invoiceId}`,
    `${path}/invoices/${invoiceId}.pdf`,
    `${path}/receipts/${invoiceId}`,
    `${path}/receipts/${invoiceId}.pdf`,
    `${path}/statement`,
    `${path}/statement.pdf`,
    `${path}/account.csv`,
    `${path}/invoices.zip`,
    `${path}/live?after=0`,
    `/portal/${portalId}`,
    `/portal/${portalId}/invoices`,
  ];
}

const ENDINGS: Readonly<Record<string, (http: Http, account: Account) => Promise<Answer>>> = {
  rotated: (http, { customerId }) => http("POST", `/customers/${customerId}/portal/rotate`),
  revoked: (http, { customerId, linkId }) =>
    http("POST", `/customers/${customerId}/portal/links/${linkId}/revoke`),
  expired: (http, { customerId, linkId }) =>
    http("PATCH", `/customers/${customerId}/portal/links/${linkId}`, {
      body: { expiresAt: new Date(Date.now() - 1_000).toISOString() },
    }),
  "of a deleted customer": (http, { customerId }) => http("DELETE", `/customers/${customerId}?force=true`),
};

Deno.test({ name: "links that have ended", ignore }, async (t) => {
  await using mesh = await startDevMesh();
  const http = httpClient(mesh);
  // Each visitor comes from an address of its own, or the many misses of this test would slow the later ones down.
  using visitors = openVisitors();
  const ask = async (path: string, options: RequestInit = {}) => {
    const response = await visitors.fetch(mesh.file.gatewayUrl + path, { redirect: "manual", ...options });
    const isEndless = response.headers.get("content-type") === "text/event-stream";
    const text = isEndless ? await cut(response) : await response.text();
    return { status: response.status, headers: response.headers, text };
  };
  const post = (path: string, email: string, headers: Record<string, string> = {}) =>
    ask(path, {
      method: "POST",
      body: new URLSearchParams({ email }),
      headers: { ...BROWSER, "sec-fetch-site": "same-origin", ...headers },
    });
  const listEvents = async (name: string) => {
    const { body } = await http("GET", `/events?names=${name}&limit=100`);
    return body.data;
  };

  for (const [ending, end] of Object.entries(ENDINGS)) {
    await t.step(`a link that is ${ending} answers 410 at every door`, async () => {
      const account = await anAccount(http);
      for (const door of listDoors(account)) {
        const { status } = await ask(door);
        assertEquals([door, status < 400], [door, true], `${door} before: ${status}`);
      }
      const stream = await visitors.fetch(`${mesh.file.gatewayUrl}/p/${account.portalId}/live?after=0`);
      assertEquals((await end(http, account)).status < 300, true);
      for (const door of listDoors(account)) assertEquals([door, (await ask(door)).status], [door, 410]);
      // Nothing tells of an expiry: the next heartbeat finds it.
      if (ending === "expired") await stream.body!.cancel();
      else await readToEnd(stream);
    });
  }

  const account = await anAccount(http);
  const path = `/p/${account.portalId}`;

  await t.step(
    "every answer has every protection, and no page, header or refusal names the link",
    async () => {
      const live = { ...await anAccount(http) };
      await http("POST", `/customers/${account.customerId}/portal/rotate`);
      const questions: [string, RequestInit?][] = [
        ...[account, live].flatMap(listDoors).flatMap((door): [string, RequestInit][] => [
          [door, {}],
          [door, { method: "HEAD" }],
          [door, { headers: BROWSER }],
        ]),
        [`${path}/nothing/there`],
        [`${path}/nothing/there`, { headers: BROWSER }],
        [`${path}/?pageSize=none`, { headers: BROWSER }],
        [`${path}/`, { method: "PUT", headers: BROWSER }],
        [`${path}/`, { method: "POST" }],
        ["/files/download/invoice"],
        [`/files/download/invoice?token=${account.portalId}`, { headers: BROWSER }],
        ["/files/download/invoice?token=unknown", { headers: BROWSER }],
      ];
      for (const [door, options = {}] of questions) {
        const answer = await ask(door, options);
        const what = `${options.method ?? "GET"} ${door} ${answer.status}`;
        assertProtected(answer.headers, what);
        // Where the account lies below its own address is the one thing that has to be said.
        if (answer.status === 308) continue;
        const said = answer.text + JSON.stringify([...answer.headers]);
        // The compatible API has always given back what it was asked with.
        if (answer.status === 200 && door.startsWith("/portal/")) continue;
        for (const { portalId } of [account, live]) {
          assertEquals([what, said.includes(portalId)], [what, false]);
        }
      }
      const key = { authorization: `Bearer ${mesh.file.apiKey}` };
      const { headers } = await ask(`/customers/${live.customerId}`, { headers: key });
      const known = { headers: { ...key, "if-none-match": headers.get("etag")! } };
      const unchanged = await ask(`/customers/${live.customerId}`, known);
      assertEquals(unchanged.status, 304);
      assertProtected(unchanged.headers, "304");
    },
  );

  await t.step("what is wrong is a page to a browser, and a document to a program", async () => {
    const missing = await ask("/p/unknown", { headers: BROWSER });
    assertEquals([missing.status, missing.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
    // Whoever is the first to read a language gets a page too.
    for (const [bare, language] of [["/p", "sv"], ["/p/", "es"]] as const) {
      const nothing = await ask(bare, { headers: { ...BROWSER, "accept-language": language } });
      assertEquals([nothing.status, nothing.headers.get("content-type")], [404, "text/html; charset=utf-8"]);
      assertStringIncludes(nothing.text, `<html lang="${language}"`);
      const program = await ask(bare);
      assertEquals([program.status, program.headers.get("content-type")], [404, "application/problem+json"]);
    }
    const wrong = await ask(`${path}/?pageSize=none`, { headers: BROWSER });
    assertEquals(wrong.status, 400);
    assertStringIncludes(wrong.text, "Nothing at this address");
    const program = await ask(`${path}/?pageSize=none`);
    assertEquals(program.headers.get("content-type"), "application/problem+json");
    const gone = await ask(`/files/download/invoice?token=${account.portalId}`, { headers: BROWSER });
    assertEquals(gone.status, 410);
    assertStringIncludes(gone.text, 'method="post"');
  });

  await t.step(
    "the form is answered alike for every address, and tells the seller of the right one",
    async () => {
      const right = await post(path, EMAIL);
      const wrong = await post(`${path}/invoices/${account.invoiceId}.pdf`, "somebody@else.example");
      assertEquals([right.status, wrong.status], [202, 202]);
      assertEquals(right.text, wrong.text);
      assertStringIncludes(right.text, "Please check your mail");
      const [told, ...more] = await listEvents("customers.portalLinkRequested");
      assertEquals([told.customerId, told.actor, told.door, more], [
        account.customerId,
        "portal",
        "portal",
        [],
      ]);
      assertEquals(told.data, { linkId: account.linkId, invoiceId: null });
      assertEquals((await post("/p/unknown", EMAIL)).status, 404);
    },
  );

  await t.step("the form is taken from our own page alone, and only so often", async () => {
    assertEquals((await post(path, EMAIL, { "sec-fetch-site": "cross-site" })).status, 403);
    const asJson = await ask(path, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    assertEquals(asJson.status, 415);
    const slow = await until("an end to it", async () => {
      const answer = await post(path, EMAIL);
      return answer.status !== 202 && answer;
    });
    assertEquals(slow.status, 429);
    assertMatch(slow.headers.get("retry-after")!, /^\d+$/);
    assertStringIncludes(slow.text, "One moment, please");
    assertProtected(slow.headers, "429");
  });
});

const PROTECTION: Readonly<Record<string, RegExp>> = {
  "cache-control": /^private, no-store/,
  "content-security-policy": /^(default-src 'none'|sandbox$)/,
  "cross-origin-opener-policy": /^same-origin$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
  "referrer-policy": /^no-referrer$/,
  "x-content-type-options": /^nosniff$/,
  "x-robots-tag": /^noindex, nofollow, noarchive, nosnippet$/,
};

function assertProtected(headers: Headers, what: string): void {
  for (const [name, expected] of Object.entries(PROTECTION)) {
    assert(expected.test(headers.get(name) ?? ""), `${what}: ${name} is ${headers.get(name)}`);
  }
  const isPage = headers.get("content-type")?.startsWith("text/html");
  if (isPage) assertStringIncludes(headers.get("content-security-policy")!, "frame-ancestors 'none'", what);
}

/** All of 127.0.0.0/8 is this machine. */
function openVisitors() {
  const clients: Deno.HttpClient[] = [];
  let count = 0;
  return {
    fetch: async (url: string, options: RequestInit = {}) => {
      if (count++ % 10 === 0) {
        clients.push(Deno.createHttpClient({ localAddress: `127.0.1.${clients.length + 1}` }));
      }
      return await fetch(url, { ...options, client: clients.at(-1) });
    },
    [Symbol.dispose]: () => clients.forEach((client) => client.close()),
  };
}

/** What an endless answer begins with. */
async function cut({ body }: Response): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

/** Within the time of a test: a heartbeat would come only after fifteen seconds. */
async function readToEnd(response: Response): Promise<void> {
  const timer = new AbortController();
  const limit = AbortSignal.any([AbortSignal.timeout(10_000), timer.signal]);
  const late = new Promise<never>((_, reject) =>
    limit.addEventListener("abort", () => reject(new Error("The stream did not end")), { once: true })
  );
  late.catch(() => {});
  await Promise.race([response.text(), late]);
  timer.abort();
}
