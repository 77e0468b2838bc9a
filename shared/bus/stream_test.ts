import { assert, assertEquals, assertRejects } from "@std/assert";
import { z } from "zod";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { document, domain } from "shared/operation.ts";
import { hasTestServers, takeTestMesh } from "../../infra/test_mesh.ts";
import type { Bus, Message } from "./bus.ts";
import { callRaw } from "./call.ts";
import { HEADERS } from "./envelope.ts";
import { connectNats } from "./nats/connect.ts";
import { isStreamed, receiveStream } from "./receive_stream.ts";
import { CHUNK_BYTES, sendStream } from "./send_stream.ts";
import { Server } from "./serve.ts";

const ignore = !hasTestServers();
const log = createLog({ service: "test", write: () => {} });

const files = domain("files", "store", {
  read: document({
    summary: "Reads",
    scope: "public",
    input: z.object({}),
    output: "application/octet-stream",
  }),
});

interface Room extends AsyncDisposable {
  readonly client: Bus;
  readonly bus: Bus;
  readonly requestId: string;
  open(): Promise<ReadableStream<Uint8Array>>;
}

async function openRoom(result: () => Uint8Array | ReadableStream<Uint8Array>): Promise<Room> {
  const mesh = await takeTestMesh();
  const connect = (user: "store" | "operator") =>
    connectNats({ url: mesh.nats.url, ...mesh.nats.users[user], name: user, log });
  const [bus, client] = [await connect("store"), await connect("operator")];
  const server = new Server(bus, { service: "store", log, limits: { running: 4, waiting: 4 } });
  server.serve(files, { read: () => Promise.resolve(result()) });
  await bus.flush();
  const requestId = crypto.randomUUID();
  return {
    client,
    bus,
    requestId,
    open: async () => {
      const caller = { teamId: "public", actor: "test", door: "mesh" };
      const reply = await callRaw(client, files.read, {}, { caller, requestId });
      assert(isStreamed(reply));
      return receiveStream(client, reply, { requestId });
    },
    async [Symbol.asyncDispose]() {
      await server.stop(0);
      await Promise.all([bus.close(), client.close()]);
      await mesh[Symbol.asyncDispose]();
    },
  };
}

/** Counts what was taken from it, and tells when it was cancelled. */
function aSource(parts: number, bytes = CHUNK_BYTES) {
  const cancelled = Promise.withResolvers<void>();
  let made = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (made === parts) return controller.close();
      controller.enqueue(new Uint8Array(bytes).fill(made++));
    },
    cancel: () => cancelled.resolve(),
  }, { highWaterMark: 0 });
  return { stream, cancelled: cancelled.promise, made: () => made };
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());
}

Deno.test({ name: "a document larger than a message arrives whole", ignore }, async () => {
  const bytes = crypto.getRandomValues(new Uint8Array(60_000));
  const large = new Uint8Array(3_000_000);
  for (let at = 0; at < large.length; at += bytes.length) large.set(bytes, at);
  await using room = await openRoom(() => large);
  assertEquals(await readAll(await room.open()) as unknown, large);
});

Deno.test({ name: "a stream of small and of large parts arrives whole and in order", ignore }, async () => {
  for (const [parts, size] of [[1_000, 1_000], [3, 2_500_000], [0, 1]] as const) {
    await using room = await openRoom(() => aSource(parts, size).stream);
    const all = await readAll(await room.open());
    assertEquals(all.length, parts * size);
    for (let part = 0; part < parts; part++) assertEquals(all[part * size + size - 1], part % 256);
  }
});

Deno.test({ name: "the sender makes no more than the reader takes", ignore }, async () => {
  const source = aSource(1_000);
  await using room = await openRoom(() => source.stream);
  const reader = (await room.open()).getReader();
  assertEquals(source.made(), 0);
  for (let taken = 1; taken <= 5; taken++) {
    await reader.read();
    assert(source.made() <= taken + 1, `made ${source.made()} when ${taken} were taken`);
  }
  await reader.cancel();
  await source.cancelled;
});

Deno.test(
  { name: "the sender stops when the reader leaves, and when the request is cancelled", ignore },
  async () => {
    for (const leave of ["reader", "control"]) {
      const source = aSource(1_000_000);
      await using room = await openRoom(() => source.stream);
      const reader = (await room.open()).getReader();
      await reader.read();
      if (leave === "reader") await reader.cancel();
      else room.client.publish(`control.request.${room.requestId}`, new Uint8Array());
      await source.cancelled;
      assert(source.made() < 20);
    }
  },
);

Deno.test(
  { name: "what breaks on the way reaches the reader as an error, never as an end", ignore },
  async () => {
    const failures = [new OperationError("UNAVAILABLE", "Gone"), new Error("secret detail of ours")];
    for (const failure of failures) {
      let pulls = 0;
      const broken = () =>
        new ReadableStream<Uint8Array>({
          pull: (controller) =>
            ++pulls > 2 ? controller.error(failure) : controller.enqueue(new Uint8Array(CHUNK_BYTES)),
        }, { highWaterMark: 0 });
      await using room = await openRoom(broken);
      const stream = await room.open();
      const error = await assertRejects(() => readAll(stream), OperationError);
      assertEquals(error.code, failure instanceof OperationError ? "UNAVAILABLE" : "INTERNAL");
      assertEquals(error.message.includes("secret"), false);
    }
  },
);

Deno.test(
  { name: "a chunk whose answer was lost is asked for again; one out of turn is not given", ignore },
  async () => {
    await using room = await openRoom(() => new Uint8Array());
    const subject = "rpc.public.files.stream-00000000-0000-4000-8000-000000000000";
    const controller = new AbortController();
    const sending = sendStream(room.bus, { subject, body: aSource(3).stream, signal: controller.signal });
    await room.bus.flush();
    const ask = (number: number, timeoutMs = 10_000) =>
      room.client.request(subject, new TextEncoder().encode(String(number)), { timeoutMs });
    const [first, again] = [await ask(0), await ask(0)];
    assertEquals([first.body[0], again.body[0], first.body.length], [0, 0, again.body.length]);
    assertEquals((await ask(1)).body[0], 1);
    await assertRejects(() => ask(5, 100), OperationError);
    await assertRejects(() => ask(0, 100), OperationError);
    controller.abort();
    await sending;
  },
);

Deno.test({ name: "a sender that nobody asks any more gives up", ignore }, async () => {
  await using room = await openRoom(() => new Uint8Array());
  const source = aSource(3);
  const subject = "rpc.public.files.stream-00000000-0000-4000-8000-000000000001";
  const { signal } = new AbortController();
  await sendStream(room.bus, { subject, body: source.stream, signal, idleMs: 20 });
  await source.cancelled;
});

Deno.test({ name: "a reply that names another place to read from is refused", ignore }, async () => {
  await using room = await openRoom(() => new Uint8Array());
  for (
    const subject of ["rpc.public.apiKeys.authenticate", "control.request.x", "rpc.*.files.stream-1", ">"]
  ) {
    const reply = { subject: "x", body: new Uint8Array(), headers: { [HEADERS.stream]: subject } };
    await assertRejects(
      () => Promise.resolve().then(() => receiveStream(room.client, reply, { requestId: "x" })),
      OperationError,
    );
  }
});

Deno.test("a chunk goes to inboxes of the mesh only: nobody has the sender publish in its own name", async () => {
  const sent: string[] = [];
  let say: (message: Message) => void = () => {};
  // The cast: as much of a bus as a sender needs.
  const bus = {
    publish: (subject: string) => void sent.push(subject),
    subscribe: (_: string, onMessage: typeof say) => {
      say = onMessage;
      return { drain: () => Promise.resolve() };
    },
  } as unknown as Bus;
  const body = new Blob([new Uint8Array(10)]).stream();
  const done = sendStream(bus, { subject: "", body, signal: new AbortController().signal, idleMs: 200 });
  const ask = (replyTo: string) =>
    say({ subject: "", body: new TextEncoder().encode("0"), headers: {}, replyTo });
  for (const replyTo of ["event.a.customers.deleted", "control.run.a", "_INBOX_gateway.a.b"]) ask(replyTo);
  await done;
  assertEquals(sent, ["_INBOX_gateway.a.b"]);
});
