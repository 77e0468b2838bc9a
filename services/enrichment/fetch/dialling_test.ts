import { assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { until } from "shared/test_until.ts";
import { FetchFailure } from "../outcome.ts";
import { parseAllowList } from "./allow_list.ts";
import { type Dialling, type DiallingWorker, startDialling } from "./dialling.ts";
import type { DiallingMessage } from "./dialling_thread.ts";
import type { ExchangeOptions } from "./exchange.ts";
import type { WantedBody } from "./http_answer.ts";
import { startRawServer } from "./test_raw_server.ts";
import { html, startTestServer } from "./test_server.ts";
import { vetUrl } from "./vet_url.ts";

const NEVER = new AbortController().signal;
const WANTED: { accept: string; body: WantedBody } = {
  accept: "text/html",
  body: { contentType: /^text\/html/, limit: { maxBytes: 1_000, onOverflow: "refuse" } },
};

function dial({ exchange }: Dialling, address: string, options: Partial<ExchangeOptions> = {}) {
  const target = vetUrl(`http://${address}/`, parseAllowList([address]));
  return exchange(target, "127.0.0.1", { ...WANTED, signal: NEVER, ...options });
}

/** Threads that are ready at once and then do nothing, and remember what they were told. */
function startSilentWorkers() {
  const workers: DiallingWorker[] = [];
  const told: DiallingMessage[] = [];
  let ended = 0;
  const startWorker = (): DiallingWorker => {
    const worker: DiallingWorker = {
      postMessage: (message: DiallingMessage) => {
        told.push(message);
        if ("giveUp" in message) queueMicrotask(() => answer(worker, {}));
      },
      terminate: () => ended++,
      onmessage: null,
      onerror: null,
    };
    workers.push(worker);
    return worker;
  };
  return { startWorker, workers, told, countEnded: () => ended };
}

function answer(worker: DiallingWorker, data: unknown): void {
  worker.onmessage?.call(worker as Worker, new MessageEvent("message", { data }));
}

Deno.test("startDialling carries out exchanges, and tells failures as they were", async () => {
  await using site = startTestServer({ "/": html("hello", { etag: '"1"' }) });
  const dialling = await startDialling({ giveUp: [], allowed: [site.address] });
  let bytes = 0;
  const told = await dial(dialling, site.address, { onEnd: (count) => bytes = count });
  assertEquals([told.status, new TextDecoder().decode(told.body)], [200, "hello"]);
  assertEquals([told.headers.etag, bytes > 50], ['"1"', true]);
  const body = { ...WANTED.body, limit: { maxBytes: 3, onOverflow: "refuse" as const } };
  const failure = await assertRejects(() => dial(dialling, site.address, { body }), FetchFailure);
  assertEquals(failure.outcome, "too_large");
  dialling.close();
});

Deno.test("startDialling posts a message, and reads no answer that nobody wants", async () => {
  const got: string[] = [];
  await using site = startTestServer({
    "/": async (request) => {
      got.push(`${request.method} ${request.headers.get("x-sign")} ${await request.text()}`);
      return new Response("taken", { status: 503, headers: { "retry-after": "7" } });
    },
  });
  const dialling = await startDialling({ giveUp: [], allowed: [site.address] });
  const message = { headers: { "x-sign": "s" }, body: "höllo" };
  const told = await dial(dialling, site.address, { message, body: undefined });
  assertEquals([told.status, told.headers["retry-after"], told.body], [503, "7", undefined]);
  assertEquals(got, ["POST s höllo"]);
  dialling.close();
});

Deno.test("startDialling has a thread that reaches no other loopback than what was allowed", async () => {
  await using site = startTestServer({ "/": html("hello") });
  const dialling = await startDialling({ giveUp: [], allowed: [] });
  const failure = await assertRejects(() => dial(dialling, site.address), FetchFailure);
  assertEquals([failure.outcome, site.arrivals], ["refused_address", []]);
  dialling.close();
});

Deno.test("startDialling does not start with a right that cannot be given up", async () => {
  const { startWorker, workers } = startSilentWorkers();
  const starting = startDialling({ giveUp: ["127.0.0.1:4222"], startWorker });
  answer(workers[0]!, { error: "the right to dial 127.0.0.1:4222 cannot be given up" });
  await assertRejects(() => starting, Error, "cannot be given up");
});

Deno.test("startDialling closes the connection of a stopped exchange before it says so, and no other", async () => {
  await using site = await startRawServer(() => {});
  const dialling = await startDialling({ giveUp: [], allowed: [site.address] });
  const [stopped, other] = [new AbortController(), new AbortController()];
  const first = dial(dialling, site.address, { signal: stopped.signal });
  const second = dial(dialling, site.address, { signal: other.signal });
  await until("2 open sockets", () => site.openSockets.size === 2);
  using watch = startStopwatch();
  stopped.abort(new Error("stopped"));
  await assertRejects(() => first, Error, "stopped");
  await until("1 open sockets", () => site.openSockets.size === 1);
  assertLess(watch.livedMs, 500);
  other.abort(new Error("also stopped"));
  await assertRejects(() => second, Error, "also stopped");
  dialling.close();
});

Deno.test("startDialling ends a thread that does not close a connection, and starts another", async () => {
  const { startWorker, workers, told, countEnded } = startSilentWorkers();
  const dialling = await startDialling({ giveUp: [], startWorker, stopLimitMs: 20 });
  const controller = new AbortController();
  const stuck = dial(dialling, "127.0.0.1:9", { signal: controller.signal });
  const innocent = dial(dialling, "127.0.0.1:9");
  await until("3 results", () => told.length === 3);
  controller.abort(new Error("stopped"));
  await assertRejects(() => stuck, Error, "stopped");
  const failure = await assertRejects(() => innocent, FetchFailure);
  assertEquals([failure.outcome, failure.isRetryable, countEnded()], ["unreachable", true, 1]);
  void dial(dialling, "127.0.0.1:9").catch(() => {});
  await until("2 threads", () => workers.length === 2);
  dialling.close();
});

Deno.test("startDialling survives a thread that dies", async () => {
  const { startWorker, workers, told } = startSilentWorkers();
  const dialling = await startDialling({ giveUp: [], startWorker });
  const dialled = dial(dialling, "127.0.0.1:9");
  await until("2 results", () => told.length === 2);
  const death = new ErrorEvent("error", { message: "out of memory", cancelable: true });
  workers[0]!.onerror!.call(workers[0] as Worker, death);
  const failure = await assertRejects(() => dialled, FetchFailure);
  assertEquals([failure.isRetryable, death.defaultPrevented], [true, true]);
  dialling.close();
});
