import { assert, assertEquals, assertLess } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { z } from "zod";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { command, document, domain, query } from "shared/operation.ts";
import { hasTestServers, takeTestMesh, type TestMesh } from "../../infra/test_mesh.ts";
import type { Bus, Message } from "./bus.ts";
import { call, callRaw } from "./call.ts";
import { CancelledError } from "./cancel.ts";
import { decodeJson, encodeJson, HEADERS } from "./envelope.ts";
import { connectNats } from "./nats/connect.ts";
import { type HandlerContext, type Handlers, Server } from "./serve.ts";

const ignore = !hasTestServers();
const log = createLog({ service: "test", write: () => {} });

const echoes = domain("echoes", "store", {
  say: query({
    summary: "Says it",
    scope: "public",
    input: z.object({ text: z.string() }),
    output: z.object({ text: z.string() }),
  }),
  fail: command({
    summary: "Throws",
    scope: "public",
    input: z.object({ how: z.string() }),
    output: z.null(),
  }),
  wait: query({
    summary: "Waits",
    scope: "public",
    input: z.object({}),
    output: z.null(),
    timeoutMs: 20_000,
  }),
  own: query({
    summary: "Says whose it is",
    scope: "customers.read",
    input: z.object({}),
    output: z.object({ teamId: z.string() }),
  }),
  draw: document({
    summary: "Draws",
    scope: "public",
    input: z.object({ bytes: z.number() }),
    output: "image/png",
  }),
});

interface Room extends AsyncDisposable {
  readonly mesh: TestMesh;
  readonly client: Bus;
  readonly server: Server;
  readonly waiting: Promise<HandlerContext>;
  readonly aborted: Promise<unknown>;
}

function connect({ nats }: TestMesh, user: "store" | "operator"): Promise<Bus> {
  return connectNats({ url: nats.url, ...nats.users[user], name: user, log });
}

async function openRoom(): Promise<Room> {
  const mesh = await takeTestMesh();
  const [bus, client] = [await connect(mesh, "store"), await connect(mesh, "operator")];
  const waiting = Promise.withResolvers<HandlerContext>();
  const aborted = Promise.withResolvers<unknown>();
  const handlers: Handlers<typeof echoes> = {
    say: ({ text }, context) => {
      context.reply[HEADERS.version] = "7";
      return Promise.resolve({ text });
    },
    fail: async ({ how }) => {
      await Promise.resolve();
      if (how === "known") throw new OperationError("CONFLICT", 'Ünable: it is "paid"\r\nX: y');
      throw new Error("secret detail of ours");
    },
    wait: (_, context) => {
      waiting.resolve(context);
      return new Promise((_, reject) => {
        context.signal.addEventListener("abort", () => {
          aborted.resolve(context.signal.reason);
          reject(context.signal.reason);
        });
      });
    },
    own: (_, { caller: { teamId } }) => Promise.resolve({ teamId }),
    draw: ({ bytes }) => Promise.resolve(new Uint8Array(bytes)),
  };
  const server = new Server(bus, { service: "store", log, limits: { running: 2, waiting: 2 } });
  server.serve(echoes, handlers);
  await bus.flush();
  return {
    mesh,
    client,
    server,
    waiting: waiting.promise,
    aborted: aborted.promise,
    async [Symbol.asyncDispose]() {
      await server.stop(100);
      await bus.close();
      await client.close();
      await mesh[Symbol.asyncDispose]();
    },
  };
}

const options = (more = {}) => ({
  caller: { teamId: "public", actor: "test", door: "mesh" },
  requestId: crypto.randomUUID() as string,
  ...more,
});

async function codeOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(() => undefined, (error) => error);
  return error instanceof OperationError ? error.code : `no error: ${error}`;
}

Deno.test({ name: "Server and call", ignore }, async (t) => {
  await using room = await openRoom();
  const { client } = room;

  await t.step("value, headers and documents come back as they were given", async () => {
    assertEquals(await call(client, echoes.say, { text: "a\u0000ü🦊" }, options()), { text: "a\u0000ü🦊" });
    assertEquals((await callRaw(client, echoes.say, { text: "" }, options())).headers[HEADERS.version], "7");
    const drawn = await callRaw(client, echoes.draw, { bytes: 500_000 }, options());
    assertEquals([drawn.body.length, drawn.headers[HEADERS.contentType]], [500_000, "image/png"]);
  });

  await t.step("an answer that does not fit is an error, not silence", async () => {
    assertEquals(await codeOf(call(client, echoes.draw, { bytes: 1_100_000 }, options())), "TOO_LARGE");
  });

  await t.step(
    "an error keeps code and message; an unknown one says nothing; the process lives on",
    async () => {
      const known = await call(client, echoes.fail, { how: "known" }, options()).catch((error) => error);
      assertEquals([known.code, known.message], ["CONFLICT", 'Ünable: it is "paid"\r\nX: y']);
      for (let n = 0; n < 50; n++) {
        const error = await call(client, echoes.fail, { how: "unknown" }, options()).catch((error) => error);
        assertEquals([error.code, error.message.includes("secret")], ["INTERNAL", false]);
      }
    },
  );

  await t.step("bad input is refused before the handler, with every pointer", async () => {
    const error = await callRaw(client, echoes.say, { text: 7 }, options()).catch((error) => error);
    assertEquals([error.code, error.details.errors[0].pointer], ["INVALID", "/text"]);
    const broken = await client.request("rpc.public.echoes.say", new TextEncoder().encode("{"), {
      timeoutMs: 10_000,
    });
    assertEquals((decodeJson(broken.body) as { code: string }).code, "INVALID");
  });

  await t.step("what belongs to a team is answered to none but a team", async () => {
    const ask = async (team: string) => {
      const reply = await client.request(`rpc.${team}.echoes.own`, encodeJson({}), { timeoutMs: 10_000 });
      const { code, teamId } = decodeJson(reply.body) as { code?: string; teamId?: string };
      return code ?? teamId;
    };
    const teamId = crypto.randomUUID();
    assertEquals(await ask(teamId), teamId);
    for (const team of ["acme", "public", "system", teamId.toUpperCase(), teamId.slice(1)]) {
      assertEquals(await ask(team), "INVALID", team);
    }
  });

  await t.step("what came too late is not begun", async () => {
    const late = { headers: { [HEADERS.deadline]: "1000" }, timeoutMs: 10_000 };
    const reply = await client.request("rpc.public.echoes.say", encodeJson({ text: "" }), late);
    assertEquals((decodeJson(reply.body) as { code: string }).code, "DEADLINE");
  });

  await t.step("nobody there means UNAVAILABLE at once", async () => {
    const nobody = domain("nobodies", "store", { ask: echoes.say });
    using watch = startStopwatch();
    assertEquals(await codeOf(call(client, nobody.ask, { text: "" }, options())), "UNAVAILABLE");
    assertLess(watch.livedMs, 1_000);
  });

  await t.step("a reply subject outside the mesh's inboxes gets nothing", async () => {
    const heard: string[] = [];
    const subscription = client.subscribe("event.>", ({ subject }) => heard.push(subject));
    await client.flush();
    // The client library lets a space in a subject name the reply subject.
    client.publish("rpc.public.echoes.say event.forged.by.me", encodeJson({ text: "forged" }));
    await call(client, echoes.say, { text: "after it" }, options());
    assertEquals(heard, []);
    await subscription.drain();
  });

  await t.step("discovery lists every operation", async () => {
    let info: Message | undefined;
    // The time in which answers are heard may pass while the machine stands still.
    for (let tries = 0; tries < 50 && !info; tries++) {
      [info] = await client.requestMany("$SRV.INFO.store", 200);
    }
    const body = decodeJson(info!.body) as { type: string; endpoints: { name: string }[] };
    assertEquals(body.type, "io.nats.micro.v1.info_response");
    assertEquals(body.endpoints.map((each) => each.name), [
      "echoes-say",
      "echoes-fail",
      "echoes-wait",
      "echoes-own",
      "echoes-draw",
    ]);
    assertEquals(await client.requestMany("$SRV.PING.gateway", 200), []);
  });

  await t.step("a caller that gives up stops the work through a control message", async () => {
    const controller = new AbortController();
    const answer = codeOf(call(client, echoes.wait, {}, options({ signal: controller.signal })));
    await room.waiting;
    controller.abort();
    assertEquals(await answer, "CANCELLED");
    assert(await room.aborted instanceof CancelledError);
  });
});

Deno.test(
  { name: "Server refuses beyond its queue and lets running work end when it stops", ignore },
  async () => {
    await using room = await openRoom();
    const { client, server } = room;
    const calls = Array.from({ length: 5 }, () => codeOf(call(client, echoes.wait, {}, options())));
    // Two run, two wait, the fifth is refused.
    assertEquals(await Promise.race(calls), "OVERLOADED");
    await server.stop(50);
    assertEquals((await Promise.all(calls)).filter((code) => code === "UNAVAILABLE").length, 4);
  },
);

Deno.test({ name: "a cancel that overtakes its request stops it", ignore }, async () => {
  await using room = await openRoom();
  const requestId = crypto.randomUUID();
  room.client.publish(`control.request.${requestId}`, encodeJson({}));
  await room.client.flush();
  assertEquals(
    await codeOf(call(room.client, echoes.say, { text: "x" }, options({ requestId }))),
    "CANCELLED",
  );
});
