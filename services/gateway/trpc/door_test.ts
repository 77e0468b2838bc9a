import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { OPERATIONS } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { createRateLimits, LIMITS } from "../access/rate_limit.ts";
import { KEY_ID, listen, type StandIns, takeTestGateway } from "../test_gateway.ts";
import { trpcErrorAnswer } from "./door.ts";
import { createRouter, listProcedures } from "./router.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
const PORTAL_ID = "V1StGXR8_Z5jdHi6B-myT";

const inputs = (...values: unknown[]) =>
  encodeURIComponent(JSON.stringify(Object.fromEntries(values.map((json, index) => [index, { json }]))));
const input = (json: unknown) => encodeURIComponent(JSON.stringify({ json }));
const byId = (count: number) =>
  `/trpc/${Array(count).fill("customers.getById").join(",")}?batch=1&input=${
    inputs(...Array(count).fill({ id: ID }))
  }`;
const post = (json: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: typeof json === "string" ? json : JSON.stringify({ json }),
});

Deno.test("createRouter has every operation that is neither the mesh's own nor a document, and nothing else", () => {
  const expected = OPERATIONS.filter(({ scope, kind }) => scope !== "system" && kind !== "document");
  const { procedures } = createRouter()._def;
  assertEquals(Object.keys(procedures), expected.map(({ name }) => name));
  const kinds = listProcedures().map(({ kind }) => kind === "query" ? "query" : "mutation");
  assertEquals(Object.values(procedures).map((each) => each._def.type), kinds);
  for (
    const name of ["get", "getById", "upsert", "delete", "getInvoiceSummary", "enrich", "cancelEnrichment"]
  ) {
    assert(`customers.${name}` in procedures, name);
  }
});

Deno.test("trpcErrorAnswer is an error that a tRPC client understands", () => {
  const { status, headers, body } = trpcErrorAnswer(new OperationError("OVERLOADED", "Too busy"));
  assertEquals([status, headers], [503, { "content-type": "application/json", "retry-after": "5" }]);
  const { message, data } = JSON.parse(String(body)).error.json;
  assertEquals([message, data.code], ["Too busy", "SERVICE_UNAVAILABLE"]);
});

/** Answers what it was asked, so that a test sees what arrived. */
const echo: StandIns = {
  "customers.get": (input) => input,
  "customers.getById": (input) => input,
  "customers.upsert": (input, { caller }) => ({ input, caller }),
  "customers.delete": ({ id }) => {
    throw new OperationError("CONFLICT", `Cannot delete ${id}`);
  },
  "customers.getByPortalId": () => null,
};

Deno.test({ name: "tRPC door: from a request to an answer", ignore }, async (t) => {
  await using gateway = await takeTestGateway({ standIns: echo });
  const read = async (path: string, options?: RequestInit & { key?: string }) => {
    const response = await gateway.fetch(path, options);
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const codeOf = async (path: string, options?: RequestInit & { key?: string }) => {
    const { status, body } = await read(path, options);
    const { code, path: where, reason } = body.error.json.data;
    return [status, code, where, reason];
  };

  await t.step("a query is a GET, a command a POST, and an answer is protected like any other", async () => {
    const { status, headers, body } = await read(`/trpc/customers.getById?input=${input({ id: ID })}`);
    assertEquals([status, body], [200, { result: { data: { json: { id: ID } } } }]);
    assertEquals(headers.get("content-type"), "application/json");
    assertEquals(headers.get("x-content-type-options"), "nosniff");
    assertEquals(headers.get("cache-control"), "private, no-store");
    assertEquals(headers.get("ratelimit-limit"), String(LIMITS.requests.burst));
    assertEquals(headers.get("access-control-allow-origin"), null);
    const made = await read("/trpc/customers.upsert", post({ name: "A", email: "a@b.example" }));
    assertEquals(made.body.result.data.json, {
      input: { name: "A", email: "a@b.example" },
      caller: { teamId: gateway.mesh.teamId, actor: `key:${KEY_ID}`, door: "trpc" },
    });
  });

  await t.step(
    "no input, null and an empty one are the same; unknown keys and direction are dropped",
    async () => {
      const nothing = encodeURIComponent('{"json":null,"meta":{"values":["undefined"],"v":1}}');
      for (
        const query of ["", "?input=", `?input=${nothing}`, `?input=${input(null)}`, `?input=${input({})}`]
      ) {
        const { body } = await read(`/trpc/customers.get${query}`);
        assertEquals(body.result.data.json, { pageSize: 25 }, query);
      }
      const { body } = await read(
        `/trpc/customers.get?input=${input({ direction: "forward", cursor: null, colour: "red" })}`,
      );
      assertEquals(body.result.data.json, { pageSize: 25, cursor: null });
    },
  );

  await t.step("a wrong verb is a 405, an unknown name and the mesh's own operations a 404", async () => {
    assertEquals(await codeOf("/trpc/customers.upsert"), [
      405,
      "METHOD_NOT_SUPPORTED",
      "customers.upsert",
      "METHOD_NOT_ALLOWED",
    ]);
    assertEquals((await codeOf("/trpc/customers.get", post({})))[0], 405);
    for (
      const path of [
        "nothing",
        "customers",
        "apiKeys.authenticate",
        "portal.accountPage",
        "__proto__",
        "a.b.c",
      ]
    ) {
      assertEquals((await codeOf(`/trpc/${path}`)).slice(0, 2), [404, "NOT_FOUND"], path);
    }
    const other = await gateway.fetch("/trpc/customers.get", { method: "DELETE" });
    assertEquals([other.status, other.headers.get("allow")], [405, "GET, HEAD, POST"]);
    await other.body?.cancel();
  });

  await t.step("keys and scopes are asked as in REST, before the body is read", async () => {
    assertEquals(await codeOf("/trpc/customers.get", { key: "" }), [
      401,
      "UNAUTHORIZED",
      "customers.get",
      "UNAUTHENTICATED",
    ]);
    const large = post("x".repeat(5_000_000));
    const stranger = await read("/trpc/customers.upsert", { ...large, key: `mid_${"0".repeat(64)}` });
    assertEquals([stranger.status, stranger.headers.get("www-authenticate")], [401, "Bearer"]);
    const reader = await read("/trpc/customers.upsert", { ...large, key: gateway.keys.readOnly });
    assertEquals([reader.status, reader.body.error.json.data.code], [403, "FORBIDDEN"]);
    assertStringIncludes(reader.body.error.json.message, '"customers.write"');
    const visitor = await read(`/trpc/customers.getByPortalId?input=${input({ portalId: PORTAL_ID })}`, {
      key: "",
    });
    assertEquals(visitor.body, { result: { data: { json: null } } });
  });

  await t.step("every wrong field is named, and no value", async () => {
    const { body } = await read("/trpc/customers.upsert", post({ name: 7, website: "javascript:1" }));
    const { message, data } = body.error.json;
    assertEquals(message, "Not valid: /name, /website, /email");
    const pointers = data.errors.map(({ pointer }: { pointer: string }) => pointer);
    assertEquals(pointers, ["/name", "/website", "/email"]);
    assert(!JSON.stringify(body).includes("javascript:1"));
    assertEquals((await read("/trpc/customers.getById")).body.error.json.message, "Not valid: /id");
  });

  await t.step("what is no JSON of superjson is a 400 that does not quote it", async () => {
    for (const text of ["{", "[]", "7", "null", '{"json":{"secret', '{"secret":1}', "[".repeat(100_000)]) {
      const { status, body } = await read("/trpc/customers.upsert", post(text));
      assertEquals([status, body.error.json.data.code], [400, "BAD_REQUEST"], text.slice(0, 9));
      assert(!JSON.stringify(body).includes("secret"));
    }
    assertEquals((await codeOf("/trpc/customers.getById?input={")).slice(0, 2), [400, "BAD_REQUEST"]);
    const types = {
      "text/plain": 415,
      "multipart/form-data; boundary=x": 415,
      "application/octet-stream": 415,
    };
    for (const [type, status] of Object.entries(types)) {
      const refused = await codeOf("/trpc/customers.upsert", post({}, { "content-type": type }));
      assertEquals(refused.slice(0, 2), [status, "UNSUPPORTED_MEDIA_TYPE"], type);
    }
  });

  await t.step("5 MB are a 413, with a length and without", async () => {
    const large = post({ note: "x".repeat(5_000_000) });
    assertEquals((await codeOf("/trpc/customers.upsert", large)).slice(0, 2), [413, "PAYLOAD_TOO_LARGE"]);
    const chunked = { ...large, body: new Blob([String(large.body)]).stream() };
    assertEquals((await codeOf("/trpc/customers.upsert", chunked)).slice(0, 2), [413, "PAYLOAD_TOO_LARGE"]);
  });

  await t.step(
    "what nobody foresaw is told in constant words, without a stack",
    async () => {
      gateway.log.length = 0;
      const { status, body } = await read(`/trpc/customers.getInvoiceSummary?input=${input({ id: ID })}`);
      assertEquals([status, body.error.json.message], [500, "Something went wrong on our side"]);
      assertEquals(Object.keys(body.error.json.data).toSorted(), ["code", "httpStatus", "path", "reason"]);
    },
  );

  await t.step("a batch is an array, and 207 when its statuses differ", async () => {
    const { status, body } = await read(byId(2));
    assertEquals([status, body.length], [200, 2]);
    const mixed = await read(
      `/trpc/customers.get,customers.getById,nothing?batch=1&input=${inputs({}, { id: "abc" })}`,
    );
    assertEquals(mixed.status, 207);
    assertEquals(mixed.body[0].result.data.json, { pageSize: 25 });
    assertEquals([mixed.body[1].error.json.data.httpStatus, mixed.body[2].error.json.data.code], [
      400,
      "NOT_FOUND",
    ]);
    const alike = await read(byId(2), { key: "" });
    assertEquals([alike.status, alike.body.length], [401, 2]);
  });

  await t.step("a batch has at most 50 calls, and one kind of them", async () => {
    assertEquals((await read(byId(50))).body.length, 50);
    assertEquals((await codeOf(byId(51))).slice(0, 2), [400, "BAD_REQUEST"]);
    const many = await gateway.fetch(byId(51));
    await many.body?.cancel();
    assertEquals(many.headers.get("content-type"), "application/json");
    const mixed = "/trpc/customers.get,customers.delete?batch=1";
    assertEquals((await codeOf(mixed)).slice(0, 2), [400, "BAD_REQUEST"]);
  });

  await t.step("the log names the procedures and nothing that a stranger wrote", async () => {
    gateway.log.length = 0;
    await read(`/trpc/customers.get,secret,customers.get?batch=1&input=${inputs({}, {}, {})}`);
    const [line] = gateway.log.filter(({ msg }) => msg === "request");
    assertEquals([line!.route, line!.status], ["/trpc/customers.get,none", 207]);
  });

  await t.step("headers of one command are refused where they would be taken for several", async () => {
    const pair = JSON.stringify({ 0: { json: { id: ID } }, 1: { json: { id: ID } } });
    const { body } = await read(
      "/trpc/customers.delete,customers.delete?batch=1",
      post(pair, { "idempotency-key": "key-00001" }),
    );
    for (const { error } of body) assertStringIncludes(error.json.message, "do not batch it");
  });

  await t.step("a stream is JSON lines: a head, then each answer, errors among them", async () => {
    const response = await gateway.fetch(
      `/trpc/customers.get,customers.getById?batch=1&input=${inputs({}, { id: "abc" })}`,
      { headers: { "trpc-accept": "application/jsonl" } },
    );
    assertEquals([response.status, response.headers.get("cache-control")], [
      200,
      "private, no-store, no-transform",
    ]);
    const text = await response.text();
    const lines = text.trim().split("\n").map((line) => JSON.parse(line));
    assertEquals(lines[0].json, { 0: [[0], [null, 0, 0]], 1: [[0], [null, 0, 1]] });
    assertStringIncludes(text, '"pageSize":25');
    assertStringIncludes(text, '"BAD_REQUEST"');
    const unbatched = await codeOf("/trpc/customers.get", {
      headers: { "trpc-accept": "application/jsonl" },
    });
    assertEquals(unbatched.slice(0, 2), [400, "BAD_REQUEST"]);
  });
});

Deno.test({
  name:
    "tRPC door: each call of a batch has its own name, few run at once, all stop when the client hangs up",
  ignore,
}, async () => {
  const seen: string[] = [];
  let running = 0;
  let stopped = 0;
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.getById": (_, { signal, requestId }) => {
        seen.push(requestId);
        running++;
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            stopped++;
            reject(signal.reason);
          });
        });
      },
    },
  });
  for (const accept of ["application/json", "application/jsonl"]) {
    [seen.length, running, stopped] = [0, 0, 0];
    const controls = await listen(gateway.operator, "control.>");
    const client = new AbortController();
    const answer = gateway.fetch(byId(30), {
      signal: client.signal,
      headers: { "x-request-id": "chosen-by_client-1", "trpc-accept": accept },
    }).then((response) => response.text()).catch(() => "hung up");
    await until("the first turns are taken", () => running === 8);
    client.abort();
    assertEquals(await answer, "hung up");
    await until("all have stopped", () => stopped === 8);
    // On a connection of its own, which may be behind.
    await until("the operator has heard it too", () => controls.length >= 8);
    await gateway.operator.flush();
    assertEquals([seen.length, new Set(seen).size, controls.length], [8, 8, 8]);
    for (const id of seen) assertMatch(id, /^chosen-by_client-1_[0-9a-f-]{23}$/);
    assertEquals(
      new Set(controls.map(({ subject }) => subject)),
      new Set(seen.map((id) => `control.request.${id}`)),
    );
  }
  await until("both are logged", () => gateway.log.filter(({ msg }) => msg === "request").length === 2);
});

Deno.test({ name: "tRPC door: a streamed answer does not wait for a slower one", ignore }, async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.get": (input) => input,
      "customers.getById": async (input) => {
        await promise;
        return input;
      },
    },
  });
  const response = await gateway.fetch(
    `/trpc/customers.getById,customers.get?batch=1&input=${inputs({ id: ID }, {})}`,
    { headers: { "trpc-accept": "application/jsonl" } },
  );
  let text = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    text += chunk;
    // Only now may the slower one go on: had the first waited for it, this would never be reached.
    if (text.includes('"pageSize":25')) resolve();
  }
  assert(text.indexOf('"pageSize":25') < text.indexOf(ID));
});

Deno.test({ name: "tRPC door: limits", ignore }, async (t) => {
  const limits = createRateLimits({
    ...LIMITS,
    requests: { burst: 60, perSecond: 0.01 },
    failedLogins: { burst: 3, perSecond: 0.01 },
    misses: { burst: 3, perSecond: 0.01 },
  }, () => 0);
  await using gateway = await takeTestGateway({ standIns: echo, limits });
  const statuses = async (path: string, key?: string) => {
    const response = await gateway.fetch(path, { key });
    const answers: { error?: { json: { data: { httpStatus: number } } } }[] = await response.json();
    return { response, statuses: answers.map(({ error }) => error?.json.data.httpStatus ?? 200) };
  };

  await t.step("each call takes one request, and what is refused says when to come again", async () => {
    assertEquals((await statuses(byId(50))).response.headers.get("ratelimit-remaining"), "10");
    const { response, statuses: found } = await statuses(byId(12));
    assertEquals(found, [...Array(10).fill(200), 429, 429]);
    assertEquals([response.status, response.headers.has("retry-after")], [207, true]);
    const other = await statuses(byId(1), gateway.keys.otherTeam);
    assertEquals(other.statuses, [200]);
  });

  await t.step("a batch with a wrong key is one failed login", async () => {
    const wrong = `mid_${"1".repeat(64)}`;
    for (let round = 0; round < 3; round++) {
      assertEquals((await statuses(byId(9), wrong)).statuses, Array(9).fill(401));
    }
    assertEquals((await statuses(byId(1), wrong)).statuses, [429]);
  });

  await t.step("who guesses links is slowed down, batch or not", async () => {
    const guesses = (count: number) =>
      `/trpc/${Array(count).fill("customers.getByPortalId").join(",")}?batch=1&input=${
        inputs(...Array(count).fill({ portalId: "no-link" }))
      }`;
    assertEquals((await statuses(guesses(3), "")).statuses, [200, 200, 200]);
    assertEquals((await statuses(guesses(2), "")).statuses, [429, 429]);
  });
});
