import { assertEquals, assertNotEquals, assertRejects } from "@std/assert";
import { Buffer } from "node:buffer";
import { type Bus, encodeError, encodeJson, type HandlerContext, type Message } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { createLog } from "shared/log.ts";
import { aLine, anExactInvoice, anInvoiceView, aSeller, PORTAL_ID } from "../builders/mod.ts";
import { deriveInk } from "../brand_colors.ts";
import { createReader } from "../reader.ts";
import { Documents } from "./documents.ts";
import { factsOf } from "./invoice_document.ts";
import type { DocumentOrder } from "./order.ts";

type Fields = Parameters<typeof anExactInvoice>[0];

interface Kept {
  readonly bytes: string | null;
  readonly bytesHash: string;
}

const LOGO_HASH = "0a".repeat(32);
const LOGO = new Uint8Array([1, 2, 3]);

const log = createLog({ service: "portal", write: () => {} });

function replyWithLogo(subject: string, { hash }: { hash: string }): Message {
  const none = encodeError(new OperationError("NOT_FOUND", "There is no such picture"));
  // The bus hands on names of headers in small letters.
  const headers = Object.fromEntries(
    Object.entries(none.headers).map(([name, text]) => [name.toLowerCase(), text]),
  );
  const message = hash === LOGO_HASH ? { body: LOGO, headers: {} } : { body: none.body, headers };
  return { subject, replyTo: undefined, ...message };
}

/** The store's memory, and a renderer that never makes the same bytes twice. */
function aShelf({ quicker }: { quicker?: Kept } = {}) {
  const kept: Record<string, Kept> = {};
  const asked: string[] = [];
  let made = 0;
  const request: Bus["request"] = (subject, body) => {
    const verb = subject.split(".").at(-1)!;
    asked.push(verb);
    const input = JSON.parse(new TextDecoder().decode(body));
    if (verb === "logo") return Promise.resolve(replyWithLogo(subject, input));
    const { factsHash, ...document } = input;
    if (verb === "keep") kept[factsHash] ??= quicker ?? document;
    const reply = { body: encodeJson(kept[factsHash] ?? null), headers: {} };
    return Promise.resolve<Message>({ subject, replyTo: undefined, ...reply });
  };
  // Documents only asks and, when it gives up, publishes a cancel.
  const bus = { request, publish: () => {}, isConnected: true } as unknown as Bus;
  const ordered: Pick<DocumentOrder, "color" | "logo">[] = [];
  const render = ({ color, logo }: DocumentOrder, signal: AbortSignal) => {
    signal.throwIfAborted();
    ordered.push({ color, logo });
    return Promise.resolve(new TextEncoder().encode(`PDF ${++made}`));
  };
  return { asked, ordered, open: () => new Documents(bus, { render }) };
}

function aContext(signal = new AbortController().signal): HandlerContext {
  return {
    caller: { teamId: "public", actor: "anonymous", door: "http" },
    signal,
    requestId: crypto.randomUUID(),
    deadline: Date.now() + 5_000,
    log,
    headers: {},
    reply: {},
  };
}

async function make(documents: Documents, fields: Fields = {}, language = "en"): Promise<string> {
  const view = anInvoiceView(anExactInvoice(fields));
  return new TextDecoder().decode(await documents.makeInvoice(view, PORTAL_ID, aContext(), language));
}

Deno.test("an invoice is the same bytes for ever, from memory or kept, whatever was paid since", async () => {
  const shelf = aShelf();
  const documents = shelf.open();
  assertEquals(await make(documents), "PDF 1");
  assertEquals(await make(documents, { amountPaid: 5, paymentStatus: "partially_paid" }), "PDF 1");
  assertEquals(shelf.asked, ["find", "keep"]);
  assertEquals(await make(shelf.open()), "PDF 1");
  assertEquals(shelf.asked, ["find", "keep", "find"]);
});

Deno.test("an invoice that says something else, or in another language, is another document", async () => {
  const documents = aShelf().open();
  assertEquals(await make(documents), "PDF 1");
  assertEquals(await make(documents, { lines: [aLine({ name: "Other work" })] }), "PDF 2");
  assertEquals(await make(documents, { note: "New" }), "PDF 3");
  assertEquals(await make(documents, { status: "canceled" }), "PDF 4");
  assertEquals(await make(documents, {}, "de"), "PDF 5");
  assertEquals(await make(documents, {}, "de-AT"), "PDF 5");
});

Deno.test("when somebody was quicker, what they made is handed out by both", async () => {
  const quicker = { bytes: Buffer.from("PDF of the other").toString("base64"), bytesHash: "0".repeat(64) };
  const documents = aShelf({ quicker }).open();
  assertEquals([await make(documents), await make(documents)], ["PDF of the other", "PDF of the other"]);
});

Deno.test("a document that nobody waits for any more is not made", async () => {
  const controller = new AbortController();
  const context = aContext(controller.signal);
  const stopped = Promise.withResolvers<never>();
  const render = (_: DocumentOrder, signal: AbortSignal) => {
    signal.addEventListener("abort", () => stopped.reject(new Error("stopped")));
    controller.abort();
    return stopped.promise;
  };
  const request = (subject: string) =>
    Promise.resolve<Message>({ subject, replyTo: undefined, body: encodeJson(null), headers: {} });
  const bus = { request, publish: () => {}, isConnected: true } as unknown as Bus;
  const documents = new Documents(bus, { render });
  const view = anInvoiceView(anExactInvoice());
  await assertRejects(() => documents.makeInvoice(view, PORTAL_ID, context, "en"), Error, "stopped");
});

Deno.test("a receipt or statement is remembered by all that it says", async () => {
  const documents = aShelf().open();
  const makeOf = async (data: string, color: string | null = null) => {
    const bytes = await documents.make({ template: "statement", data }, aSeller({ color }), aContext());
    return new TextDecoder().decode(bytes);
  };
  assertEquals([await makeOf("1"), await makeOf("2"), await makeOf("1")], ["PDF 1", "PDF 2", "PDF 1"]);
  assertEquals([await makeOf("1", "#aa3300"), await makeOf("1")], ["PDF 3", "PDF 1"]);
});

Deno.test("a seller's looks are fetched once, and an invoice keeps those of its first making", async () => {
  const shelf = aShelf();
  const documents = shelf.open();
  const inLooks = async (color: string, hash: string, invoiceNumber = "INV-1") => {
    const seller = aSeller({ color, logo: { hash, width: 64, height: 32 } });
    const view = anInvoiceView(anExactInvoice({ invoiceNumber }), seller);
    return new TextDecoder().decode(await documents.makeInvoice(view, PORTAL_ID, aContext(), "en"));
  };
  assertEquals(await inLooks("#ffcc00", LOGO_HASH), "PDF 1");
  assertEquals(shelf.ordered.at(-1), { color: deriveInk("#ffcc00"), logo: LOGO });
  assertEquals(await inLooks("#ffcc00", LOGO_HASH, "INV-2"), "PDF 2");
  assertEquals(shelf.asked, ["find", "logo", "keep", "find", "keep"]);
  assertEquals(await inLooks("#0000ff", "another"), "PDF 1");
  assertEquals(await inLooks("#0000ff", "gone", "INV-3"), "PDF 3");
  assertEquals(shelf.ordered.at(-1), { color: "#0000ff", logo: undefined });
});

Deno.test("factsOf tells documents apart by what they say alone", () => {
  const reader = createReader(null, "en-GB");
  const facts = (fields: Fields) => JSON.stringify(factsOf(anInvoiceView(anExactInvoice(fields)), reader));
  assertEquals(facts({ amountPaid: 5, version: 9, updatedAt: "2026-09-09T00:00:00.000Z" }), facts({}));
  for (const changed of [{ amount: 1 }, { dueDate: "2026-09-09" }, { paymentUrl: "https://pay.example" }]) {
    assertNotEquals(facts(changed), facts({}));
  }
});
