import { assertEquals } from "@std/assert";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();

Deno.test({ name: "a strict key has to say which version it means", ignore }, async () => {
  const changed: string[] = [];
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.update": ({ id }) => void changed.push(String(id)),
      "customers.upsert": () => ({}),
      "customers.getById": () => ({}),
    },
  });
  const id = crypto.randomUUID();
  const send = (method: string, path: string, key: string, headers: Record<string, string> = {}) =>
    gateway.fetch(path, {
      method,
      key,
      headers: { "content-type": "application/json", ...headers },
      ...(method !== "GET" && { body: JSON.stringify({ name: "A", email: "a@b.example" }) }),
    });
  const { strict, all } = gateway.keys;
  const refused = await readProblem(await send("PATCH", `/customers/${id}`, strict));
  assertEquals([refused.status, refused.reason, changed.length], [428, "PRECONDITION_REQUIRED", 0]);
  const asks: [string, string, string, Record<string, string>?][] = [
    ["PATCH", `/customers/${id}`, strict, { "if-match": '"1"' }],
    ["PATCH", `/customers/${id}`, all],
    ["POST", "/customers", strict],
    ["GET", `/customers/${id}`, strict],
  ];
  for (const [method, path, key, headers] of asks) {
    const response = await send(method, path, key, headers);
    assertEquals([method, path, response.ok], [method, path, true]);
    await response.body?.cancel();
  }
  assertEquals(changed, [id, id]);
});
