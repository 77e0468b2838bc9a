import { assert, assertEquals, assertLess, assertRejects } from "@std/assert";
import { startStopwatch } from "shared/test_stopwatch.ts";
import { FetchFailure } from "../outcome.ts";
import { readHere } from "../read/reader.ts";
import type { OrderResult } from "./answer_orders.ts";
import { drawPicture, isBloated } from "shared/pictures/draw_picture.ts";
import type { OrderWorker } from "./order_thread.ts";
import { type ReadingThreads, startReadingThreads, type ThreadModule } from "./reading_threads.ts";
import { aPng } from "shared/pictures/test_pictures.ts";
import { aPage } from "../read/test_site.ts";

const NEVER = new AbortController().signal;
const HOME = aPage(
  `<html lang="en"><title>Acme Tools</title><meta name="description" content="Acme makes fine hand tools.">`,
);

const SITE = {
  pages: [HOME],
  subject: { website: "acme.example", email: null },
  heard: "en",
  isParsedWanted: true,
};

/** Threads that load and then never answer, and count what happens to them. */
function startStuckThreads(options: { threads: number; limitMs?: number; drawingRestMs?: number }) {
  const counts = { started: 0, ended: 0, orders: 0 };
  const workers: OrderWorker[] = [];
  const modules: ThreadModule[] = [];
  const startWorker = (module: ThreadModule): OrderWorker => {
    counts.started++;
    modules.push(module);
    const worker: OrderWorker = {
      postMessage: () => counts.orders++,
      terminate: () => counts.ended++,
      onmessage: null,
      onerror: null,
    };
    const ready = new MessageEvent("message", { data: { isReady: true } });
    // The cast: nothing of the event's target is used.
    queueMicrotask(() => worker.onmessage?.call(worker as Worker, ready));
    workers.push(worker);
    return worker;
  };
  return { counts, modules, workers, reader: startReadingThreads({ startWorker, ...options }) };
}

/** Resolves when everything that needs no timer has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

async function using(work: (reader: ReadingThreads) => Promise<void>): Promise<void> {
  const reader = startReadingThreads({ threads: 2 });
  await work(reader).finally(() => reader.close());
}

Deno.test("startReadingThreads reads as it is read here", async () => {
  await using(async (reader) => {
    assertEquals(await reader.scanPage(HOME, NEVER), await readHere.scanPage(HOME, NEVER));
    const reading = await reader.readSite(SITE, NEVER);
    assertEquals(reading, await readHere.readSite(SITE, NEVER));
    assert(reading.values.some(({ field }) => field === "description"));
  });
});

Deno.test("startReadingThreads passes the failure of a bomb on, and goes on", async () => {
  await using(async (reader) => {
    const bomb = aPage("<div>".repeat(100_000));
    const failure = await assertRejects(() => reader.scanPage(bomb, NEVER), FetchFailure);
    assertEquals(failure.outcome, "too_large");
    assertEquals((await reader.scanPage(HOME, NEVER)).sample.slice(0, 10), "Acme Tools");
  });
});

Deno.test("startReadingThreads leaves this thread free while bombs go off", async () => {
  await using(async (reader) => {
    await reader.scanPage(HOME, NEVER);
    const row = "<p><font color=red><table><a href=x>word<b>word</b></p>";
    const heavy = aPage(row.repeat(20_000));
    let longestMs = 0;
    let last = 0;
    using watch = startStopwatch();
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, watch.workedMs - last);
      last = watch.workedMs;
    }, 5);
    await Promise.allSettled([heavy, heavy, heavy].map((page) => reader.scanPage(page, NEVER)));
    clearInterval(timer);
    assertLess(longestMs, 400);
  });
});

Deno.test("startReadingThreads ends a thread that takes too long, and starts another for the next order", async () => {
  const { counts, reader } = startStuckThreads({ threads: 1, limitMs: 20 });
  const failure = await assertRejects(() => reader.scanPage(HOME, NEVER), FetchFailure);
  assertEquals([failure.outcome, counts], ["too_large", { started: 1, ended: 1, orders: 1 }]);
  await assertRejects(() => reader.readSite(SITE, NEVER), FetchFailure);
  assertEquals(counts, { started: 2, ended: 2, orders: 2 });
});

Deno.test("startReadingThreads ends the thread of a stopped run at once, and lets who waits go", async () => {
  const { counts, reader } = startStuckThreads({ threads: 1 });
  const [first, second] = [new AbortController(), new AbortController()];
  const reading = reader.scanPage(HOME, first.signal);
  await settled();
  const waiting = reader.scanPage(HOME, second.signal);
  second.abort(new Error("stopped waiting"));
  await assertRejects(() => waiting, Error, "stopped waiting");
  first.abort(new Error("stopped reading"));
  await assertRejects(() => reading, Error, "stopped reading");
  assertEquals(counts, { started: 1, ended: 1, orders: 1 });
});

Deno.test("startReadingThreads survives a thread that dies", async () => {
  const { counts, workers, reader } = startStuckThreads({ threads: 1 });
  const reading = reader.scanPage(HOME, NEVER);
  await settled();
  const death = new ErrorEvent("error", { message: "out of memory", cancelable: true });
  workers[0]!.onerror!.call(workers[0] as Worker, death);
  await assertRejects(() => reading, Error, "out of memory");
  assertEquals([death.defaultPrevented, counts.ended], [true, 1]);
});

/** What the thread that was started last says. */
function say({ workers }: { workers: OrderWorker[] }, data: OrderResult): void {
  const worker = workers.at(-1)!;
  // The cast: nothing of the event's target is used.
  worker.onmessage!.call(worker as Worker, new MessageEvent("message", { data }));
}

Deno.test("startReadingThreads does not use a thread again whose library gave up", async () => {
  const stuck = startStuckThreads({ threads: 1 });
  const drawing = stuck.reader.drawPicture(new Uint8Array(), NEVER);
  await settled();
  const failure = { outcome: "not_html", message: "the picture cannot be decoded" } as const;
  say(stuck, { failure, isSpent: true });
  const { outcome } = await assertRejects(() => drawing, FetchFailure);
  assertEquals([outcome, stuck.counts.ended], ["not_html", 1]);
  void stuck.reader.drawPicture(new Uint8Array(), NEVER).catch(() => {});
  await settled();
  assertEquals(stuck.modules, ["reading_thread", "drawing_thread", "drawing_thread"]);
  stuck.reader.close();
});

Deno.test("startReadingThreads ends a thread whose library has grown, with the picture in hand", async () => {
  const stuck = startStuckThreads({ threads: 1 });
  const drawing = stuck.reader.drawPicture(new Uint8Array(), NEVER);
  await settled();
  const picture = { png: Uint8Array.of(1), width: 1, height: 1 };
  say(stuck, { value: picture, isSpent: true });
  assertEquals([await drawing, stuck.counts.ended], [picture, 1]);
  stuck.reader.close();
});

Deno.test("startReadingThreads starts no thread that draws before there is a picture, and ends it when there are no more", async () => {
  const stuck = startStuckThreads({ threads: 1, drawingRestMs: 20 });
  assertEquals(stuck.modules, ["reading_thread"]);
  for (const _ of ["first", "second"]) {
    const drawing = stuck.reader.drawPicture(new Uint8Array(), NEVER);
    await settled();
    say(stuck, { value: "drawn" });
    await drawing;
  }
  assertEquals([stuck.modules.length, stuck.counts.ended], [2, 0]);
  while (stuck.counts.ended === 0) await settled();
  assertEquals(stuck.modules, ["reading_thread", "drawing_thread"]);
  stuck.reader.close();
});

Deno.test("a thread that drew a large picture is spent, one that drew a small one is not", async () => {
  await drawPicture(aPng());
  assertEquals(isBloated(), false);
  await drawPicture(aPng({ width: 2_048, height: 2_048 }));
  assertEquals(isBloated(), true);
});

Deno.test("startReadingThreads draws pictures on threads without any right, and goes on after a broken one", async () => {
  await using(async (reader) => {
    const cut = aPng().slice(0, 60);
    const failure = await assertRejects(() => reader.drawPicture(cut, NEVER), FetchFailure);
    assertEquals(failure.outcome, "not_html");
    assertEquals((await reader.drawPicture(aPng(), NEVER)).width, 64);
  });
});
