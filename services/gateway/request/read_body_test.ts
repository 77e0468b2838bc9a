import { assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { MAX_JSON_BYTES, readJsonBody } from "./read_body.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();

const aRequest = (body: BodyInit | null, headers: Record<string, string> = JSON_TYPE) =>
  new Request("http://localhost/", { method: "POST", body, headers });
const JSON_TYPE = { "content-type": "application/json" };

async function codeOf(request: Request, limitMs = 10_000): Promise<string> {
  return (await assertRejects(() => readJsonBody(request, { limitMs }), OperationError)).code;
}

Deno.test("readJsonBody reads an object, and nothing as an empty one", async () => {
  assertEquals(await readJsonBody(aRequest('{"name":"é"}')), { name: "é" });
  for (
    const type of [
      "application/json; charset=utf-8",
      'APPLICATION/JSON;charset="UTF-8"',
      "application/merge-patch+json",
      "application/json;",
      'application/json; profile="x; charset=latin1"; charset=utf8',
    ]
  ) {
    assertEquals(await readJsonBody(aRequest("{}", { "content-type": type })), {});
  }
  assertEquals(await readJsonBody(aRequest("{}", { ...JSON_TYPE, "content-encoding": "Identity" })), {});
  for (const headers of [JSON_TYPE, {}]) {
    assertEquals(await readJsonBody(aRequest(null, headers)), {});
    assertEquals(await readJsonBody(aRequest(new Uint8Array(), headers)), {});
  }
});

Deno.test("readJsonBody refuses other types, encodings and what is no JSON object", async () => {
  const types = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "application/json; charset=latin1",
    "application/jsonp",
    "application/json, application/json",
  ];
  for (const type of types) {
    assertEquals(await codeOf(aRequest("{}", { "content-type": type })), "UNSUPPORTED_MEDIA_TYPE", type);
  }
  const untyped = aRequest(new TextEncoder().encode("{}"), {});
  assertEquals(await codeOf(untyped), "UNSUPPORTED_MEDIA_TYPE");
  assertEquals(
    await codeOf(aRequest("{}", { ...JSON_TYPE, "content-encoding": "gzip" })),
    "UNSUPPORTED_MEDIA_TYPE",
  );
  for (const body of ["{", "null", "[]", "7", '"x"', "{}{}", "{'a':1}", " ", "\u0000", "[".repeat(200_000)]) {
    assertEquals(await codeOf(aRequest(body)), "INVALID", body.slice(0, 10));
  }
  assertEquals(await codeOf(aRequest(new Uint8Array([0x7b, 0xff, 0x7d]))), "INVALID");
});

Deno.test("readJsonBody: a body that breaks off is the client's doing", async () => {
  const body = new ReadableStream({ pull: (stream) => stream.error(new Deno.errors.BadResource("gone")) });
  assertEquals(await codeOf(aRequest(body)), "INVALID");
});

Deno.test("readJsonBody takes what is just small enough", async () => {
  const padding = "x".repeat(MAX_JSON_BYTES - '{"a":""}'.length);
  assertEquals(await readJsonBody(aRequest(`{"a":"${padding}"}`)), { a: padding });
  assertEquals(await codeOf(aRequest(`{"a":"${padding}x"}`)), "TOO_LARGE");
});

Deno.test("readJsonBody stops reading a stream that is too long, and one that does not end", async () => {
  let pulled = 0;
  let isCancelled = false;
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled++;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
    cancel: () => void (isCancelled = true),
  });
  assertEquals(await codeOf(aRequest(endless)), "TOO_LARGE");
  assertEquals([pulled < 10, isCancelled], [true, true]);
  assertEquals(await codeOf(aRequest(new ReadableStream()), 10), "DEADLINE");
});

Deno.test({ name: "bodies over HTTP", ignore }, async (t) => {
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.upsert": (input) => input,
      "customers.upsertMany": ({ items }) => ({ count: (items as unknown[]).length }),
    },
  });
  const send = (body: BodyInit, key?: string) =>
    gateway.fetch("/customers", { method: "POST", headers: JSON_TYPE, body, key });
  const large = JSON.stringify({ name: "x", email: "a@b.example", note: "x".repeat(5_000_000) });

  await t.step("5 MB are a 413, with a length and without", async () => {
    assertEquals((await readProblem(await send(large))).status, 413);
    const chunked = await send(new Blob([large]).stream());
    assertEquals((await readProblem(chunked)).reason, "TOO_LARGE");
  });

  await t.step("a batch may be as large as a message of the bus", async () => {
    const post = (body: string) =>
      gateway.fetch("/customers/batch", { method: "POST", headers: JSON_TYPE, body });
    const batch = (size: number) =>
      JSON.stringify({ items: [{ name: "A" }, { note: "x".repeat(size - 36) }] });
    assertEquals(batch(1_000_000).length, 1_000_000);
    assertEquals(await (await post(batch(1_000_000))).json(), { count: 2 });
    assertEquals((await readProblem(await post(batch(1_000_001)))).reason, "TOO_LARGE");
  });

  await t.step("who has no key is told before the body is read", async () => {
    assertEquals((await readProblem(await send(large, `mid_${"0".repeat(64)}`))).status, 401);
  });

  await t.step("broken JSON is a 400 that does not quote it", async () => {
    const problem = await readProblem(await send('{"secret": nonsense'));
    assertEquals([problem.status, problem.detail], [400, "The body is not JSON in UTF-8"]);
    assertEquals(problem.errors, [{
      pointer: "",
      code: "malformed_json",
      detail: "The body is not JSON in UTF-8",
      in: "body",
    }]);
  });
});
