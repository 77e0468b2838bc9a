import { assertEquals, assertRejects } from "@std/assert";
import { connectNats, HEADERS } from "shared/bus/mod.ts";
import { createLog } from "shared/log.ts";
import { hasTestServers, takeTestMesh } from "../../infra/test_mesh.ts";
import { startGateway } from "./start.ts";
import { type StandIn, takeTestGateway } from "./test_gateway.ts";

const ignore = !hasTestServers();
const ID = "0b6e3f0e-1b2c-4d5e-8f90-123456789abc";

Deno.test(
  { name: "startGateway: stop finishes what is in progress and takes nothing more", ignore },
  async () => {
    const started = Promise.withResolvers<void>();
    const finish = Promise.withResolvers<void>();
    const gateway = await takeTestGateway({
      standIns: {
        "customers.getById": async () => {
          started.resolve();
          await finish.promise;
          return {};
        },
      },
    });
    const answer = gateway.fetch(`/customers/${ID}`);
    await started.promise;
    const stopped = gateway.stop();
    await assertRejects(() => gateway.fetch("/health"));
    finish.resolve();
    assertEquals(await (await answer).json(), {});
    await stopped;
    await gateway[Symbol.asyncDispose]();
  },
);

Deno.test({ name: "startGateway listens on a free port", ignore }, async () => {
  await using mesh = await takeTestMesh();
  const log = createLog({ service: "gateway", level: "error" });
  const bus = await connectNats({ url: mesh.nats.url, ...mesh.nats.users.gateway, name: "test", log });
  const gateway = startGateway({
    bus,
    log,
    hostname: "127.0.0.1",
    port: 0,
    publicUrl: "http://mesh.example",
  });
  const response = await fetch(gateway.url);
  assertEquals(await response.json(), { name: "Customer Mesh", description: "/openapi", health: "/health" });
  assertEquals(response.headers.get("strict-transport-security"), null);
  await gateway.stop();
});

Deno.test(
  { name: "startGateway compresses pages and lists, never what has an entity tag", ignore },
  async () => {
    const show: StandIn = (_, { reply }) => {
      reply[HEADERS.version] = "7";
      return { id: ID, note: "x".repeat(10_000) };
    };
    await using gateway = await takeTestGateway({ standIns: { "customers.getById": show } });
    const list = await gateway.fetch("/openapi");
    await list.body?.cancel();
    assertEquals(list.headers.get("vary"), "Accept-Encoding");
    const one = await gateway.fetch(`/customers/${ID}`);
    await one.body?.cancel();
    assertEquals([one.status, one.headers.get("vary"), one.headers.get("etag")?.slice(0, 3)], [
      200,
      null,
      '"7-',
    ]);
  },
);

Deno.test("the gateway's process says in one line of its log which variables are missing", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-check", "--allow-env", new URL("main.ts", import.meta.url).href],
    env: { GATEWAY_PORT: "", GATEWAY_PUBLIC_URL: "http://localhost", GATEWAY_NATS_URL: "" },
  }).output();
  const [line, ...more] = new TextDecoder().decode(stdout).trim().split("\n");
  const { level, msg, reason } = JSON.parse(line!);
  assertEquals({ code, level, msg, reason, more, stderr: stderr.length }, {
    code: 1,
    level: "error",
    msg: "cannot start",
    reason: "GATEWAY_PORT is missing; GATEWAY_NATS_URL is missing",
    more: [],
    stderr: 0,
  });
});
