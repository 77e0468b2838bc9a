import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { HEADERS } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

Deno.test({ name: "conditional requests", ignore }, async (t) => {
  let shown = { city: "Oslo", totalRevenue: 0 };
  const show = (_: unknown, { reply }: { reply: Record<string, string> }) => {
    reply[HEADERS.version] = "7";
    return shown;
  };
  const asked: (string | undefined)[] = [];
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.getById": show,
      "invoices.getById": show,
      "customers.get": () => ({ data: [] }),
      "customers.update": (_, { headers }) => {
        asked.push(headers[HEADERS.ifMatch]);
        const changed = {
          pointer: "/city",
          code: "changed",
          message: "changed by key:k at 2026-01-01T00:00:00.000Z",
        };
        throw new OperationError("STALE", "Its version is 8", { details: { errors: [changed] } });
      },
    },
  });
  const get = (tag: string | undefined, path = `/customers/${ID}`, method = "GET") =>
    gateway.fetch(path, { method, headers: tag === undefined ? {} : { "if-none-match": tag } });

  for (const path of [`/customers/${ID}`, `/invoices/${ID}`, `/v1/customers/${ID}`]) {
    await t.step(`GET ${path.replace(ID, "{id}")} answers 304 to who has it, without a body`, async () => {
      const first = await get(undefined, path);
      const etag = first.headers.get("etag")!;
      assertMatch(etag, /^"7-[\w-]{16}"$/);
      assertEquals(await first.json(), shown);
      for (const tag of [etag, `W/${etag}`, `"1", ${etag}`, "*"]) {
        const again = await get(tag, path);
        assertEquals([again.status, await again.text()], [304, ""], tag);
        assertEquals([again.headers.get("etag"), again.headers.get("content-type")], [etag, null]);
      }
      const head = await get(etag, path, "HEAD");
      assertEquals([head.status, head.headers.get("etag")], [304, etag]);
      for (const tag of ['"7"', '"6-x"', "7", "nonsense"]) {
        const other = await get(tag, path);
        assertEquals([other.status, await other.json()], [200, shown], tag);
      }
    });
  }

  await t.step(
    "what changes without a new version, such as totals, makes a copy old all the same",
    async () => {
      const etag = (await get(undefined)).headers.get("etag")!;
      shown = { city: "Oslo", totalRevenue: 5 };
      const again = await get(etag);
      assertEquals([again.status, await again.json()], [200, shown]);
      assertNotEquals(again.headers.get("etag"), etag);
    },
  );

  await t.step("a list has no tag, and no condition", async () => {
    const list = await get("*", "/customers");
    assertEquals([list.status, list.headers.get("etag")], [200, null]);
  });

  await t.step("If-Match travels as it is; a refusal names the changed fields", async () => {
    const send = (tags: string) =>
      gateway.fetch(`/customers/${ID}`, {
        method: "PATCH",
        headers: { "content-type": "application/json", "if-match": tags },
        body: '{"city":"Bergen"}',
      });
    const problem = await readProblem(await send('"6-print", W/"7-print"'));
    assertEquals([problem.status, problem.reason, asked], [412, "STALE", ['"6-print", W/"7-print"']]);
    assertEquals(problem.errors, [{
      pointer: "/city",
      code: "changed",
      detail: "changed by key:k at 2026-01-01T00:00:00.000Z",
      in: "body",
    }]);
    assertEquals((await readProblem(await send("6"))).status, 400);
  });
});
