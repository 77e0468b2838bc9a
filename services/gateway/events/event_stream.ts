/** Server-sent events (HTML, 9.2): pages of `events.list`, one after another, for as long as somebody reads. */
import { call, type Caller } from "shared/bus/mod.ts";
import { type EventPage, events, type eventStreams } from "shared/contract/events.ts";
import { type ErrorCode, invalidField, OperationError } from "shared/errors.ts";
import type { ParsedInputOf } from "shared/operation.ts";
import type { Answer } from "../answer/answer.ts";
import type { Exchange } from "../exchange.ts";
import type { Gateway } from "../gateway.ts";
import type { Listener } from "./event_feed.ts";
import { startPause } from "./pause.ts";

export interface StreamQuestion {
  readonly input: ParsedInputOf<typeof eventStreams.open>;
  readonly caller: Caller;
  /** Throws once the key, or the link, is no longer good. */
  readonly admitAgain: () => Promise<unknown>;
  /** Whether this is news of the key or link itself: then it is asked at once whether it is still good. */
  readonly isAboutAdmission?: (page: EventPage) => boolean;
  /** What one page of the feed looks like on the wire; each event as a whole, unless said otherwise. */
  readonly write?: (page: EventPage) => string;
  /** For a client that begins: a text to send first, and the position that it stands for. A client that resumes does not get it. */
  readonly begin?: () => Promise<{ after: number; text: string }>;
}

const HEADERS = {
  "content-type": "text/event-stream",
  // A proxy that gathers or compresses would hold events back.
  "cache-control": "private, no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

/** How long a client should wait before it comes again. */
const RECONNECT_MS = 2_000;
/** Between questions while the store is away. */
const RETRY_MS = 1_000;
const PAGE_SIZE = 100;

/** @throws {OperationError} INVALID for a Last-Event-ID that is none of ours, RATE_LIMITED when too many are open. */
export async function openEventStream(
  gateway: Gateway,
  question: StreamQuestion,
  { request, signal }: Exchange,
): Promise<Answer> {
  const lastId = readLastEventId(request);
  // A HEAD has no body.
  if (request.method === "HEAD") return { status: 200, headers: HEADERS, body: null };
  const begun = lastId === undefined ? await question.begin?.() : undefined;
  const { after, text } = begun ?? { after: lastId ?? question.input.after, text: "" };
  const listener = await gateway.feed.listen(question.caller.teamId);
  const stream = new EventStream(gateway, { ...question, after, text, listener }, signal);
  return { status: 200, headers: HEADERS, body: stream.body };
}

function readLastEventId({ headers }: Request): number | undefined {
  const text = headers.get("last-event-id");
  if (text === null || text === "") return undefined;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw invalidField("/after", "bad_event_id", "Last-Event-ID is not an id of this stream");
}

class EventStream {
  readonly body: ReadableStream<Uint8Array>;
  #gateway: Gateway;
  #question: StreamQuestion;
  #listener: Listener;
  #position: number;
  #end = new AbortController();
  #signal: AbortSignal;
  #write: (page: EventPage) => string;
  #admittedAt = performance.now();

  constructor(
    gateway: Gateway,
    question: StreamQuestion & { after: number; text: string; listener: Listener },
    isGone: AbortSignal,
  ) {
    this.#gateway = gateway;
    this.#question = question;
    this.#listener = question.listener;
    this.#position = question.after;
    this.#write = question.write ?? writeEvents;
    this.#signal = AbortSignal.any([this.#end.signal, isGone]);
    const leave = () => this.#listener[Symbol.dispose]();
    this.#signal.addEventListener("abort", leave, { once: true });
    // Gone while the place was found: a signal that has fired does not fire again.
    if (this.#signal.aborted) leave();
    // Pulled only when the client has taken what was sent: a slow one holds back itself and no memory.
    this.body = new ReadableStream({
      start: (controller) => controller.enqueue(encode(`retry: ${RECONNECT_MS}\n: open\n\n${question.text}`)),
      pull: (controller) => this.#pull(controller),
      cancel: () => this.#end.abort(),
    });
  }

  async #pull(controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> {
    try {
      const text = await this.#next();
      // Cancelled in the meantime: then it is closed already.
      if (this.#end.signal.aborted) return;
      if (text !== undefined) return controller.enqueue(encode(text));
    } catch (error) {
      const { teamId } = this.#question.caller;
      this.#gateway.log.info("event stream ended", { teamId, position: this.#position, error });
    }
    this.#end.abort();
    controller.close();
  }

  /** Undefined when the client is gone or the gateway stops; it comes again with the id of what it has read. */
  async #next(): Promise<string | undefined> {
    const { feed } = this.#gateway;
    const { heartbeatMs } = feed.settings;
    const beatAt = performance.now() + heartbeatMs;
    while (!this.#signal.aborted && !feed.isStopping) {
      const page = await this.#readPage();
      const left = beatAt - performance.now();
      if (page?.data.length) return this.#write(page);
      if (left <= 0) return beat(this.#position);
      if (!page) await startPause(Math.min(RETRY_MS, left), this.#signal).done;
      else if (!page.meta.hasMore) await this.#listener.next(left, this.#signal);
    }
  }

  /** Undefined while the mesh cannot answer: a broken stream would not bring the answer sooner. */
  async #readPage(): Promise<EventPage | undefined> {
    try {
      await this.#checkKey();
      const { caller, input: { customerId, names } } = this.#question;
      const input = { after: this.#position, customerId, names, limit: PAGE_SIZE };
      const requestId = crypto.randomUUID();
      const page = await call(this.#gateway.bus, events.list, input, {
        caller,
        requestId,
        signal: this.#signal,
      });
      this.#position = page.meta.position;
      if (this.#question.isAboutAdmission?.(page)) this.#admittedAt = -Infinity;
      return page;
    } catch (error) {
      if (error instanceof OperationError && isPassing(error)) return undefined;
      throw error;
    }
  }

  async #checkKey(): Promise<void> {
    const now = performance.now();
    if (now - this.#admittedAt < this.#gateway.feed.settings.heartbeatMs) return;
    await this.#question.admitAgain();
    this.#admittedAt = now;
  }
}

const FINAL: readonly ErrorCode[] = ["UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND", "GONE"];

function isPassing({ code }: OperationError): boolean {
  return !FINAL.includes(code);
}

function writeEvents({ data }: EventPage): string {
  return data.map((event) => `id: ${event.position}\ndata: ${JSON.stringify(event)}\n\n`).join("");
}

/** The id alone dispatches nothing, but a client that comes again need not look through the same events. */
function beat(position: number): string {
  return `id: ${position}\n: still here\n\n`;
}

const encoder = new TextEncoder();

function encode(text: string): Uint8Array {
  return encoder.encode(text);
}
