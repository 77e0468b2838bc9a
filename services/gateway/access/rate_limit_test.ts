import { assertEquals, assertThrows } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { createRateLimits, LIMITS, TokenBuckets } from "./rate_limit.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
/** Else what is left would depend on how fast the machine is. */
const STANDS_STILL = () => 0;

Deno.test("TokenBuckets lets a burst through, then as many as flow in", () => {
  let now = 0;
  const buckets = new TokenBuckets({ burst: 3, perSecond: 2 }, () => now);
  for (const _ of [1, 2, 3]) buckets.take("a");
  const error = assertThrows(() => buckets.take("a"), OperationError);
  assertEquals([error.code, error.details.retryAfterMs], ["RATE_LIMITED", 500]);
  buckets.take("b");
  now = 500;
  buckets.take("a");
  assertThrows(() => buckets.take("a"), OperationError);
  now = 1_000_000;
  assertEquals(buckets.remaining("a"), 3);
});

Deno.test("TokenBuckets.require takes nothing", () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => 0);
  for (const _ of [1, 2, 3]) buckets.require("a");
  buckets.spend("a");
  assertThrows(() => buckets.require("a"), OperationError);
});

Deno.test("TokenBuckets stays small however many come", () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, () => 0);
  for (let number = 0; number < 60_000; number++) buckets.spend(String(number));
  assertEquals(buckets.size, 50_000);
  assertThrows(() => buckets.require("59999"), OperationError);
});

Deno.test("LIMITS let one key ask 500 times a second for a minute", () => {
  let now = 0;
  const buckets = new TokenBuckets(LIMITS.requests, () => now);
  for (let count = 0; count < 30_000; count++, now += 2) buckets.take("team");
});

Deno.test({ name: "rate limits over HTTP", ignore }, async (t) => {
  const slow = 0.01;
  const limits = createRateLimits({
    ...LIMITS,
    requests: { burst: 5, perSecond: slow },
    failedLogins: LIMITS.failedLogins,
    misses: { burst: 2, perSecond: slow },
    pdfs: { burst: 1, perSecond: slow },
  }, STANDS_STILL);
  await using gateway = await takeTestGateway({
    limits,
    standIns: { "customers.getById": () => ({}), "customers.getByPortalId": () => null },
  });
  await gateway.startService("portal", { "portal.invoicePdf": () => new Uint8Array() });

  await t.step(
    "answers tell what is left; the sixth request of a team is refused, another team's is not",
    async () => {
      const left: (string | null)[] = [];
      for (let count = 0; count < 5; count++) {
        const { headers, body } = await gateway.fetch(`/customers/${ID}`);
        await body?.cancel();
        left.push(headers.get("ratelimit-remaining"));
      }
      assertEquals(left, ["4", "3", "2", "1", "0"]);
      const refused = await gateway.fetch(`/customers/${ID}`, { key: gateway.keys.readOnly });
      const told = ["limit", "remaining", "reset", "policy"].map((name) =>
        refused.headers.get(`ratelimit-${name}`)
      );
      assertEquals(told, ["5", "0", "500", "5;w=500"]);
      assertEquals(refused.headers.get("retry-after"), "100");
      assertEquals((await readProblem(refused)).reason, "RATE_LIMITED");
      const other = await gateway.fetch(`/customers/${ID}`, { key: gateway.keys.otherTeam });
      assertEquals([other.status, await other.json()], [200, {}]);
    },
  );

  await t.step("a PDF is drawn as often as its link allows", async () => {
    const draw = async (link: string) => {
      const { status, body } = await gateway.fetch(`/p/${link}/invoices/1.pdf`, { key: "" });
      await body?.cancel();
      return status;
    };
    assertEquals([await draw("a"), await draw("a"), await draw("b")], [200, 429, 200]);
  });

  await t.step("who tries links that lead nowhere is refused", async () => {
    const visit = async () => {
      const response = await gateway.fetch("/portal/V1StGXR8_Z5jdHi6B-myT", { key: "" });
      return (await readProblem(response)).status;
    };
    assertEquals([await visit(), await visit(), await visit()], [404, 404, 429]);
  });
});
