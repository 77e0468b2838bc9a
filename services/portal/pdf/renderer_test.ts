import { assert, assertEquals, assertRejects } from "@std/assert";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { anInvoiceView } from "../builders/mod.ts";
import { createReader } from "../reader.ts";
import { describeInvoice } from "./invoice_document.ts";
import { PdfRenderer, type PdfRendererOptions, type PdfWorker } from "./renderer.ts";

const log = createLog({ service: "portal", write: () => {} });
const document = describeInvoice(anInvoiceView(), createReader(null, undefined));
const PDF = new Uint8Array([1]);

/** A worker that answers when the test says so. */
class SlowWorker implements PdfWorker {
  onmessage: Worker["onmessage"] = null;
  onerror: Worker["onerror"] = null;
  orders = 0;
  isTerminated = false;

  postMessage(): void {
    this.orders++;
  }

  terminate(): void {
    this.isTerminated = true;
  }

  say(data: { pdf?: Uint8Array; error?: string }): void {
    const event = new MessageEvent("message", { data });
    // `this` of a worker's listener is never used by the renderer.
    (this.onmessage as ((event: MessageEvent) => void) | null)?.(event);
  }
}

function aRenderer(options: Partial<PdfRendererOptions> = {}) {
  const workers: SlowWorker[] = [];
  const startWorker = () => {
    const worker = new SlowWorker();
    workers.push(worker);
    return worker;
  };
  const renderer = new PdfRenderer({ log, startWorker, ...options });
  return {
    renderer,
    workers,
    render: (signal = new AbortController().signal) => renderer.render(document, signal),
  };
}

Deno.test("PdfRenderer sets one document after the other, once the worker is ready", async () => {
  const { workers, render } = aRenderer();
  const both = [render(), render()];
  assertEquals(workers[0]?.orders, 0);
  workers[0]?.say({});
  assertEquals(workers[0]?.orders, 1);
  workers[0]?.say({ pdf: PDF });
  assertEquals(workers[0]?.orders, 2);
  workers[0]?.say({ pdf: PDF });
  assertEquals(await Promise.all(both), [PDF, PDF]);
});

Deno.test("PdfRenderer refuses with OVERLOADED when too many wait", async () => {
  const { renderer, render } = aRenderer({ maxWaiting: 2 });
  const waiting = [render(), render()].map((each) => each.catch(() => {}));
  const error = await assertRejects(() => render(), OperationError);
  assertEquals(error.code, "OVERLOADED");
  renderer.close();
  await Promise.all(waiting);
});

Deno.test("PdfRenderer drops what waits as soon as its signal fires, and never sets it", async () => {
  const { workers, render } = aRenderer();
  const controller = new AbortController();
  const first = render();
  const second = render(controller.signal);
  workers[0]?.say({});
  controller.abort(new Error("gave up"));
  await assertRejects(() => second, Error, "gave up");
  workers[0]?.say({ pdf: PDF });
  await first;
  assertEquals(workers[0]?.orders, 1);
});

Deno.test("PdfRenderer lets go of what is being set, and its late result reaches nobody else", async () => {
  const { workers, render } = aRenderer();
  workers[0]?.say({});
  const controller = new AbortController();
  const abandoned = render(controller.signal);
  const next = render();
  controller.abort(new Error("gave up"));
  await assertRejects(() => abandoned, Error, "gave up");
  workers[0]?.say({ pdf: new Uint8Array([9]) });
  workers[0]?.say({ pdf: PDF });
  assertEquals(await next, PDF);
});

Deno.test("PdfRenderer replaces a worker that takes too long and goes on with the next order", async () => {
  const { workers, render } = aRenderer({ timeLimitMs: 1 });
  workers[0]?.say({});
  await assertRejects(() => render(), Error, "time limit");
  assert(workers[0]?.isTerminated);
  const next = render();
  workers[1]?.say({});
  workers[1]?.say({ pdf: PDF });
  assertEquals(await next, PDF);
});

Deno.test("PdfRenderer fails what waits when the worker cannot start, and tries again with the next order", async () => {
  const { workers, render } = aRenderer();
  const first = render();
  const event = new ErrorEvent("error", { message: "no such library", cancelable: true });
  // As above: the listener does not use `this`.
  (workers[0]?.onerror as ((event: ErrorEvent) => void) | null | undefined)?.(event);
  await assertRejects(() => first, Error, "no such library");
  assert(event.defaultPrevented);
  const next = render();
  workers[1]?.say({});
  workers[1]?.say({ pdf: PDF });
  assertEquals(await next, PDF);
});

Deno.test("PdfRenderer sets a real document in a real worker", async () => {
  const renderer = new PdfRenderer({ log });
  const pdf = await renderer.render(document, AbortSignal.timeout(20_000));
  renderer.close();
  assertEquals(new TextDecoder().decode(pdf.slice(0, 5)), "%PDF-");
});
