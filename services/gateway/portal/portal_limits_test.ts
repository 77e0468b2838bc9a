import { assertEquals } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { until } from "shared/test_until.ts";
import { hasTestServers } from "../../../infra/test_mesh.ts";
import { createRateLimits, LIMITS } from "../access/rate_limit.ts";
import { takeTestGateway } from "../test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

/** A file without an end. */
function endless(onCancel: () => void): ReadableStream<Uint8Array> {
  return new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)),
    cancel: onCancel,
  }, { highWaterMark: 0 });
}

Deno.test({
  name: "archives of one link: two at once; whoever leaves ends the making and makes room",
  ignore,
}, async () => {
  await using gateway = await takeTestGateway();
  let cancelled = 0;
  await gateway.startService("portal", { "portal.archive": () => endless(() => cancelled++) });
  const open = async (link: string) => {
    const response = await gateway.fetch(`/p/${link}/invoices.zip`, { key: "" });
    const reader = response.body!.getReader();
    await reader.read();
    return { status: response.status, leave: () => reader.cancel() };
  };
  const [first, second, third, other] = [await open("a"), await open("a"), await open("a"), await open("b")];
  assertEquals([first, second, third, other].map(({ status }) => status), [200, 200, 429, 200]);
  await first.leave();
  await until("the cancel of the first", () => cancelled === 1);
  let again = await open("a");
  await until(
    "room for another",
    async () => again.status === 200 || (again = await open("a")).status === 200,
  );
  await Promise.all([second, third, other, again].map((each) => each.leave()));
  await until("the cancel of all", () => cancelled === 4);
});

Deno.test({ name: "each link has its own number of pages and of archives", ignore }, async () => {
  const limits = createRateLimits({
    ...LIMITS,
    pages: { burst: 2, perSecond: 0.001 },
    archives: { burst: 1, perSecond: 0.001 },
  });
  await using gateway = await takeTestGateway({ limits });
  const page = () => new TextEncoder().encode("page");
  await gateway.startService("portal", {
    "portal.accountPage": page,
    "portal.archive": page,
    "portal.invoicePdf": page,
  });
  const statusOf = async (path: string) => {
    const response = await gateway.fetch(path, { key: "" });
    await response.body?.cancel();
    return response.status;
  };
  const statuses = async (path: string, count: number) => {
    const found: number[] = [];
    while (found.length < count) found.push(await statusOf(path));
    return found;
  };
  assertEquals(await statuses("/p/a", 3), [200, 200, 429]);
  assertEquals(await statuses("/p/a/invoices.zip", 2), [200, 429]);
  assertEquals(await statuses(`/p/a/invoices/${ID}.pdf`, 2), [200, 200]);
  assertEquals(await statuses("/p/b", 1), [200]);
});

Deno.test({ name: "however long a link is called, little is kept of it", ignore }, async () => {
  const limits = createRateLimits();
  const kept: string[] = [];
  const { pages } = limits;
  pages.take = (key) => void kept.push(key);
  await using gateway = await takeTestGateway({ limits });
  const input = encodeURIComponent(JSON.stringify({ json: { portalId: "x".repeat(20_000) } }));
  const response = await gateway.fetch(`/trpc/customers.getPortalInvoices?input=${input}`, { key: "" });
  assertEquals([response.status, kept.map(({ length }) => length)], [400, [43]]);
  await response.body!.cancel();
});

Deno.test({ name: "the misses of others shut nobody out who has a good link", ignore }, async () => {
  const perHour = (burst: number) => ({ burst, perSecond: 1 / 3_600 });
  const limits = createRateLimits({ ...LIMITS, misses: perHour(2), secondLooks: perHour(11) });
  const looked: unknown[] = [];
  await using gateway = await takeTestGateway({
    limits,
    standIns: {
      "customers.getByPortalId": () => null,
      "portalAccounts.locate": ({ portalId, invoiceId }) => {
        looked.push(portalId);
        if (portalId === "fk.good") return invoiceId === ID ? { teamId: ID, customerId: ID } : null;
        if (portalId === "unknown") throw new OperationError("UNAVAILABLE", "Not now");
        return portalId === "good" ? { teamId: ID, customerId: ID } : null;
      },
    },
  });
  const page = () => new TextEncoder().encode("page");
  await gateway.startService("portal", { "portal.accountPage": page, "portal.download": page });
  const statusOf = async (path: string) => {
    const response = await gateway.fetch(path, { key: "", redirect: "manual" });
    await response.body?.cancel();
    return response.status;
  };
  assertEquals([await statusOf("/portal/one"), await statusOf("/portal/two")], [404, 404]);
  assertEquals(looked, [], "a second look only where it is needed");
  assertEquals([await statusOf("/portal/three"), await statusOf("/p/three")], [429, 429]);
  assertEquals([await statusOf("/p/good/"), await statusOf("/p/good")], [200, 308]);
  const call = `/trpc/customers.getByPortalId?input=${encodeURIComponent('{"json":{"portalId":"good"}}')}`;
  assertEquals(await statusOf(call), 200);
  const download = "/files/download/invoice";
  assertEquals(await statusOf(`${download}?id=${ID}&fk=fk.good&token=five`), 200);
  assertEquals(await statusOf(`${download}?id=${ID}&fk=fk.bad`), 429);
  // While nobody can look it up, it is not called a bad one.
  assertEquals(await statusOf("/portal/unknown"), 503);
  // Even so an address cannot ask for ever.
  for (const path of ["/p/four/", "/p/five/", "/p/six/"]) assertEquals(await statusOf(path), 429);
  assertEquals([await statusOf("/p/good/"), looked.includes("six")], [429, true]);
});

Deno.test({ name: "behind a trusted proxy each visitor has an address of their own", ignore }, async () => {
  const limits = createRateLimits({ ...LIMITS, misses: { burst: 1, perSecond: 0.001 } });
  const standIns = { "customers.getByPortalId": () => null, "portalAccounts.locate": () => null };
  await using gateway = await takeTestGateway({ limits, standIns, trustedProxies: ["127.0.0.1"] });
  const visitFrom = async (address: string) => {
    const headers = { "x-forwarded-for": `192.0.2.${Math.random()}, ${address}` };
    const response = await gateway.fetch("/portal/wrong", { key: "", headers });
    await response.body?.cancel();
    return response.status;
  };
  assertEquals([await visitFrom("203.0.113.7"), await visitFrom("203.0.113.7")], [404, 429]);
  assertEquals(await visitFrom("203.0.113.8"), 404);
});

Deno.test({ name: "the token of a link is in no line of the log and in no subject", ignore }, async () => {
  await using gateway = await takeTestGateway();
  await gateway.startService("portal", {
    "portal.accountPage": () => new Uint8Array(),
    "portal.download": () => new Uint8Array(),
  });
  const subjects: string[] = [];
  gateway.operator.subscribe(">", ({ subject }) => subjects.push(subject));
  await gateway.operator.flush();
  const token = "SecretSecretSecretSec";
  for (const path of [`/p/${token}`, `/files/download/invoice?token=${token}`, `/p/${token}/x/y/z`]) {
    await (await gateway.fetch(path, { key: "" })).body?.cancel();
  }
  await until("three lines in the log", () => gateway.log.filter(({ route }) => route).length >= 3);
  await gateway.operator.flush();
  assertEquals(JSON.stringify([gateway.log, subjects]).includes(token), false);
  assertEquals(subjects.some((subject) => subject.startsWith("rpc.public.portal.")), true);
});
