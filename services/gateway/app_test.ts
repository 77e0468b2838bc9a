import { assert, assertEquals, assertMatch, assertNotEquals, assertStringIncludes } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { readProblem, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
const PORTAL_ID = "V1StGXR8_Z5jdHi6B-myT";

Deno.test({ name: "app: what holds for every request", ignore }, async (t) => {
  await using gateway = await takeTestGateway({
    standIns: { "customers.getById": ({ id }) => ({ id }) },
  });

  await t.step("a request id of the client is echoed, a strange one is replaced", async () => {
    for (const id of ["chosen-by_client-1", "x".repeat(64)]) {
      const response = await gateway.fetch("/health", { headers: { "x-request-id": id } });
      assertEquals([response.headers.get("x-request-id"), await response.json()], [id, { status: "ok" }]);
    }
    for (const id of ["short", "with space in it", "x".repeat(65), "a.b.c.d.e.f"]) {
      const response = await gateway.fetch("/health", { headers: { "x-request-id": id } });
      await response.body?.cancel();
      assertMatch(response.headers.get("x-request-id")!, /^[0-9a-f-]{36}$/);
    }
  });

  await t.step("every answer is protected, and no other site may read it", async () => {
    for (const path of ["/", "/openapi", `/customers/${ID}`, "/customers", "/nothing"]) {
      const response = await gateway.fetch(path, { headers: { origin: "https://evil.example" } });
      await response.body?.cancel();
      const { headers } = response;
      assertEquals(headers.get("x-content-type-options"), "nosniff");
      assertEquals(headers.get("cache-control"), "private, no-store");
      assertEquals(headers.get("referrer-policy"), "no-referrer");
      assertEquals(headers.get("content-security-policy"), "default-src 'none'; frame-ancestors 'none'");
      assertEquals(headers.get("x-robots-tag"), "noindex, nofollow, noarchive, nosnippet");
      assertEquals(headers.get("cross-origin-resource-policy"), "same-origin");
      assertEquals(headers.get("strict-transport-security"), "max-age=31536000");
      assertEquals(headers.get("access-control-allow-origin"), null);
    }
  });

  await t.step("a CORS preflight is given nothing", async () => {
    const headers = { origin: "https://evil.example", "access-control-request-method": "POST" };
    const response = await gateway.fetch("/customers", { method: "OPTIONS", headers });
    assertEquals((await readProblem(response)).status, 405);
    const granted = [...response.headers.keys()].filter((name) => name.startsWith("access-control-"));
    assertEquals(granted, []);
  });

  await t.step("a page of an origin that is named may ask and read, no other", async () => {
    const origin = "https://dashboard.example";
    await using open = await takeTestGateway({
      standIns: { "customers.getById": ({ id }) => ({ id }) },
      allowedOrigins: [origin],
    });
    const send = async (path: string, init: RequestInit & { key?: string }) => {
      const response = await open.fetch(path, init);
      await response.body?.cancel();
      return response;
    };
    const asking = {
      "access-control-request-method": "PATCH",
      "access-control-request-headers": "authorization",
    };
    const preflight = await send(`/customers/${ID}`, {
      method: "OPTIONS",
      key: "",
      headers: { origin, ...asking },
    });
    assertEquals([preflight.status, preflight.headers.get("access-control-allow-origin")], [204, origin]);
    assertStringIncludes(preflight.headers.get("access-control-allow-methods")!, "PATCH");
    assertStringIncludes(preflight.headers.get("access-control-allow-headers")!, "authorization");
    assertEquals(preflight.headers.get("access-control-allow-credentials"), null);
    for (const path of [`/customers/${ID}`, "/customers/none", "/trpc/none"]) {
      const read = await send(path, { headers: { origin } });
      assertEquals([path, read.headers.get("access-control-allow-origin")], [path, origin]);
      assertStringIncludes(read.headers.get("access-control-expose-headers")!, "etag");
      const stranger = await send(path, { headers: { origin: "https://evil.example" } });
      assertEquals(stranger.headers.get("access-control-allow-origin"), null);
      assertStringIncludes(stranger.headers.get("vary")!.toLowerCase(), "origin");
    }
    const refused = await send("/customers", { method: "OPTIONS", headers: { origin: "null", ...asking } });
    assertEquals([refused.status, refused.headers.get("access-control-allow-origin")], [405, null]);
  });

  await t.step("a wrong method is a 405 that names the right ones, with a key and without", async () => {
    for (const key of ["", gateway.keys.all]) {
      const response = await gateway.fetch("/customers", { method: "DELETE", key });
      assertEquals((await readProblem(response)).reason, "METHOD_NOT_ALLOWED");
      assertEquals([response.status, response.headers.get("allow")], [405, "GET, HEAD, POST"]);
    }
    const response = await gateway.fetch(`/v1/customers/${ID}`, { method: "POST" });
    assertEquals(response.headers.get("allow"), "GET, HEAD, PUT, PATCH, DELETE");
    assertEquals((await readProblem(response)).status, 405);
  });

  await t.step("an unknown path is a 404 with a key and without, a trailing slash too", async () => {
    for (const path of ["/nothing", "/customers/", `/customers/${ID}/`, "/v2/customers", "/v1/p/abc", "//"]) {
      for (const key of ["", gateway.keys.all]) {
        assertEquals((await readProblem(await gateway.fetch(path, { key }))).reason, "NOT_FOUND", path);
      }
    }
  });

  await t.step("HEAD answers as GET does, without the body", async () => {
    const response = await gateway.fetch(`/customers/${ID}`, { method: "HEAD" });
    assertEquals([response.status, await response.text()], [200, ""]);
    const whole = await gateway.fetch(`/customers/${ID}`);
    for (const name of ["content-type", "content-length"]) {
      assertEquals(response.headers.get(name), whole.headers.get(name), name);
    }
    await whole.body?.cancel();
  });

  await t.step("a host that is none is refused before anything is done", async () => {
    const { hostname, port } = new URL(gateway.url);
    for (const path of [`/customers/${ID}`, "/trpc/customers.getById", `/p/${PORTAL_ID}/`, "/nothing"]) {
      using connection = await Deno.connect({ hostname, port: Number(port) });
      const lines = [`GET ${path} HTTP/1.1`, "host: [", `authorization: Bearer ${gateway.keys.all}`];
      await connection.write(new TextEncoder().encode([...lines, "connection: close", "", ""].join("\r\n")));
      const answer = await new Response(connection.readable).text();
      assertMatch(answer, /^HTTP\/1\.1 400 /, path);
      assertStringIncludes(answer, "The Host header is no host");
    }
  });

  await t.step("the JSON routes answer below /v1 too", async () => {
    const response = await gateway.fetch(`/v1/customers/${ID}`);
    assertEquals([response.status, await response.json()], [200, { id: ID }]);
  });

  await t.step("the log has a line for each request, with the pattern and never the path", async () => {
    gateway.log.length = 0;
    const headers = { "x-request-id": "log-me-please" };
    await (await gateway.fetch(`/portal/${PORTAL_ID}`, { headers })).body?.cancel();
    await (await gateway.fetch("/some/secret/path")).body?.cancel();
    const lines = gateway.log.filter(({ msg }) => msg === "request");
    assertEquals(lines.map(({ method, route, status }) => [method, route, status]), [
      ["GET", "/portal/{portalId}", 500],
      ["GET", "none", 404],
    ]);
    assertEquals([lines[0]!.requestId, typeof lines[0]!.ms], ["log-me-please", "number"]);
    assertMatch(String(lines[0]!.callId), /^log-me-please_[0-9a-f-]{23}$/);
    assert(!JSON.stringify(gateway.log).includes(PORTAL_ID));
    assert(!JSON.stringify(gateway.log).includes("secret"));
  });

  await t.step("an error of the mesh is told in constant words", async () => {
    const problem = await readProblem(await gateway.fetch(`/customers/${ID}/invoice-summary`));
    assertEquals([problem.status, problem.detail], [500, "Something went wrong on our side"]);
  });
});

Deno.test({ name: "app: two requests with the same id are two to the mesh", ignore }, async () => {
  const seen: string[] = [];
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.getById": ({ id }, { requestId }) => {
        seen.push(requestId);
        return { id };
      },
    },
  });
  const headers = { "x-request-id": "the-same-id" };
  for (const _ of [1, 2]) await (await gateway.fetch(`/customers/${ID}`, { headers })).body?.cancel();
  assertNotEquals(seen[0], seen[1]);
  assert(seen.every((id) => id.startsWith("the-same-id_") && id.length <= 64));
});
