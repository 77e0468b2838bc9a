import { assertEquals } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { createRateLimits, LIMITS } from "./access/rate_limit.ts";
import { readProblem, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const NAME = "abcdefghijklmnopqrstuvwxyz_-0123".slice(0, 32);
const PNG = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);

Deno.test({ name: "a logo is served to everybody, for ever, and can do nothing", ignore }, async (t) => {
  const perHour = { burst: 1, perSecond: 1 / 3_600 };
  await using gateway = await takeTestGateway({
    // A dashboard shows many logos, and some of them are gone.
    limits: createRateLimits({ ...LIMITS, pages: perHour, misses: perHour }),
    standIns: {
      "logos.get": ({ logo }, { reply }) => {
        if (logo !== NAME) throw new OperationError("NOT_FOUND", "Logo not found");
        reply["content-type"] = "image/png";
        return PNG;
      },
    },
  });
  const path = `/logos/${NAME}.png`;

  await t.step("its headers let any page show it, and let nobody take it for a page", async () => {
    const response = await gateway.fetch(path);
    const names = [
      "content-type",
      "cache-control",
      "content-security-policy",
      "cross-origin-resource-policy",
      "x-content-type-options",
      "content-disposition",
      "set-cookie",
    ];
    assertEquals(names.map((name) => response.headers.get(name)), [
      "image/png",
      "public, max-age=31536000, immutable",
      "default-src 'none'; sandbox",
      "cross-origin",
      "nosniff",
      null,
      null,
    ]);
    assertEquals([response.status, await response.bytes()], [200, PNG]);
  });

  await t.step("who has it already gets no copy, and may go on keeping it", async () => {
    const etag = (await gateway.fetch(path, { method: "HEAD" })).headers.get("etag")!;
    const response = await gateway.fetch(path, { headers: { "if-none-match": etag } });
    assertEquals([response.status, await response.text(), response.headers.get("cache-control")], [
      304,
      "",
      "public, max-age=31536000, immutable",
    ]);
  });

  await t.step("what is gone or no name is not found, is not kept, and shuts nobody out", async () => {
    const others = ["z".repeat(32), "short", `${NAME}x`, "..%2f..%2fetc"];
    for (const other of others) {
      const response = await gateway.fetch(`/logos/${other}.png`);
      assertEquals([other, response.status, (await readProblem(response)).reason], [other, 404, "NOT_FOUND"]);
      assertEquals(response.headers.get("cache-control"), "private, no-store");
    }
    assertEquals((await gateway.fetch(path)).status, 200);
  });
});
