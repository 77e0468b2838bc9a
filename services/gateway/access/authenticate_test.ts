import { assertEquals, assertRejects } from "@std/assert";
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { openExchange } from "../exchange.ts";
import { Authenticator, type Session } from "./authenticate.ts";
import { createRateLimits, LIMITS, TokenBuckets } from "./rate_limit.ts";
import { readProblem, takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";
const UNKNOWN = `mid_${"0".repeat(64)}`;
const path = `/customers/${ID}`;

Deno.test({ name: "authenticate: whose key it is", ignore }, async (t) => {
  let asked = 0;
  await using gateway = await takeTestGateway({
    standIns: {
      "customers.getById": (_, { caller }) => caller.teamId,
      "apiKeys.authenticate": ({ keyHash }) => {
        asked++;
        return gateway.keys.findSession(String(keyHash));
      },
    },
  });
  const withHeader = (authorization: string) => gateway.fetch(path, { key: "", headers: { authorization } });

  await t.step("a key speaks for its team, with any spelling of the scheme or none", async () => {
    const { all, otherTeam } = gateway.keys;
    for (const header of [`Bearer ${all}`, `bearer ${all}`, `BEARER   ${all}`, all]) {
      const response = await withHeader(header);
      assertEquals([response.status, await response.json()], [200, gateway.mesh.teamId], header);
    }
    assertEquals(await (await withHeader(`Bearer ${otherTeam}`)).json(), gateway.mesh.otherTeam.teamId);
  });

  await t.step("a known key is not asked for again, nor twice at once", async () => {
    asked = 0;
    const answers = await Promise.all(Array.from({ length: 20 }, () => withHeader(gateway.keys.readOnly)));
    for (const answer of answers) await answer.body?.cancel();
    assertEquals([asked, answers.every(({ status }) => status === 200)], [1, true]);
  });

  await t.step("no key, an unknown, an expired and a malformed one are a 401 with a challenge", async () => {
    const malformed = [
      "nonsense",
      "Bearer",
      "Basic YTpi",
      `Bearer ${"mid_" + "z".repeat(64)}`,
      `Bearer mid_1`,
    ];
    for (const header of ["", `Bearer ${UNKNOWN}`, `Bearer ${gateway.keys.expired}`, ...malformed]) {
      const response = await withHeader(header);
      assertEquals(response.headers.get("www-authenticate"), "Bearer");
      assertEquals((await readProblem(response)).reason, "UNAUTHENTICATED", header);
    }
  });
});

Deno.test(
  { name: "authenticate: who guesses is slowed down, who shares the address works on", ignore },
  async () => {
    const limits = createRateLimits({ ...LIMITS, failedLogins: { burst: 3, perSecond: 0.01 } }, () => 0);
    await using gateway = await takeTestGateway({
      limits,
      standIns: { "customers.getById": () => ({}) },
    });
    await (await gateway.fetch(path)).body?.cancel();
    const guess = async (key: string) => (await readProblem(await gateway.fetch(path, { key }))).status;
    assertEquals([await guess(UNKNOWN), await guess("x"), await guess(UNKNOWN)], [401, 401, 401]);
    const refused = await gateway.fetch(path, { key: UNKNOWN });
    assertEquals(refused.headers.get("retry-after"), "100");
    assertEquals((await readProblem(refused)).reason, "RATE_LIMITED");
    assertEquals((await gateway.fetch(path, { key: "" })).status, 401);
    const known = await gateway.fetch(path);
    assertEquals([known.status, await known.json()], [200, {}]);
  },
);

Deno.test(
  { name: "authenticate: without the store it is a 503, and works again when it is back", ignore },
  async () => {
    await using gateway = await takeTestGateway({ withoutStore: true });
    const response = await gateway.fetch(path);
    assertEquals(response.headers.get("retry-after"), "5");
    assertEquals((await readProblem(response)).reason, "UNAVAILABLE");
    await gateway.startService("store", { "customers.getById": () => ({}) });
    await until("the store is asked again", async () => {
      const { status, body } = await gateway.fetch(path);
      await body?.cancel();
      return status === 200;
    });
  },
);

Deno.test("authenticate: a revoked key works for ten seconds at most, also when the clock is set back", async () => {
  let answer: Session | null = { keyId: ID, teamId: ID, scopes: [], expiresAt: null, isStrict: false };
  const request = () => Promise.resolve({ subject: "", headers: {}, body: encodeJson(answer) });
  // The cast: nothing else of it is used.
  const bus = { request, isConnected: true } as unknown as Bus;
  const authenticator = new Authenticator(bus, new TokenBuckets(LIMITS.failedLogins));
  const headers = { authorization: `Bearer ${UNKNOWN}` };
  const exchange = () => openExchange(new Request("http://a.example", { headers }), "127.0.0.1");
  assertEquals(await authenticator.authenticate(exchange()), answer);
  answer = null;
  const [wall, steady] = [Date.now, performance.now];
  try {
    Date.now = () => wall() - 3_600_000;
    performance.now = () => steady.call(performance) + 11_000;
    await assertRejects(() => authenticator.authenticate(exchange()), OperationError, "not valid");
  } finally {
    [Date.now, performance.now] = [wall, steady];
  }
});
