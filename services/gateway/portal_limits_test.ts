import { assertEquals } from "@std/assert";
import { hasTestServers } from "../../infra/test_mesh.ts";
import { createRateLimits, LIMITS } from "./rate_limit.ts";
import { takeTestGateway, until } from "./test_gateway.ts";

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
  assertEquals(JSON.stringify([gateway.log, subjects]).includes(token), false);
  assertEquals(subjects.some((subject) => subject.startsWith("rpc.public.portal.")), true);
});
