/** Answers operations: parse, check, bound, run, reply once; whatever a handler does, the process lives on. */
import { OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type { Domain, Operation, OutputOf, ParsedInputOf, ServiceName } from "shared/operation.ts";
import { parseInput } from "shared/validation.ts";
import type { Bus, Message, Subscription } from "./bus.ts";
import { type Caller, timeoutOf } from "./call.ts";
import { CancelRegistry } from "./cancel.ts";
import { answerDiscovery, type EndpointStats, newStats } from "./discovery.ts";
import {
  decodeJson,
  encodeError,
  encodeJson,
  HEADERS,
  type Headers,
  MAX_BODY_BYTES,
  type ReplyHeaders,
} from "./envelope.ts";
import { Limiter, type LimiterOptions } from "./limiter.ts";
import { sendStream } from "./send_stream.ts";
import { isInbox, isTeamId, parseSubject, rpcPattern, streamSubject } from "./subjects.ts";

export interface HandlerContext {
  readonly caller: Caller;
  /** Fires when the caller gives up, the deadline passes or the process ends: hand it to everything awaited. */
  readonly signal: AbortSignal;
  readonly requestId: string;
  readonly deadline: number;
  readonly log: Log;
  /** Headers of the request, names in lower case. */
  readonly headers: Headers;
  /** Headers for the reply. */
  readonly reply: ReplyHeaders;
}

/** What a handler returns: of a document the bytes, or a stream of them. */
export type ResultOf<Op extends Operation> = Op["output"] extends string
  ? Uint8Array | ReadableStream<Uint8Array>
  : OutputOf<Op>;

export type Handler<Op extends Operation> = (
  input: ParsedInputOf<Op>,
  context: HandlerContext,
) => Promise<ResultOf<Op>>;

/** One handler for each operation of a domain; forget one and it does not compile. */
export type Handlers<D extends Domain> = { readonly [V in keyof D]: Handler<D[V]> };

export interface ServerOptions {
  readonly service: ServiceName;
  readonly log: Log;
  readonly limits: LimiterOptions;
  /** For the service's own work to share, so that one cancel message reaches all of it. */
  readonly registry?: CancelRegistry;
}

export class Server {
  readonly registry: CancelRegistry;
  #bus: Bus;
  #options: ServerOptions;
  #limiter: Limiter;
  #subscriptions: Subscription[] = [];
  #endpoints: EndpointStats[] = [];
  #inFlight = new Set<Promise<void>>();
  #started = new Date();
  #id = crypto.randomUUID();

  constructor(bus: Bus, options: ServerOptions) {
    this.#bus = bus;
    this.#options = options;
    this.registry = options.registry ?? new CancelRegistry();
    this.#limiter = new Limiter(options.limits);
    this.#hear("control.request.*", (message) => this.#cancel(message));
    this.#hear("$SRV.>", (message) => this.#discover(message));
  }

  /** Starts to answer every operation of the domain. */
  serve<D extends Domain>(domain: D, handlers: Handlers<D>): void {
    for (const [verb, operation] of Object.entries(domain)) {
      // The type of `handlers` says that each verb has a handler for exactly this operation.
      this.#answer(operation, handlers[verb] as unknown as Handler<Operation>);
    }
  }

  /** Stops listening, lets running work end within the time, then aborts the rest. */
  async stop(graceMs: number): Promise<void> {
    await Promise.all(this.#subscriptions.splice(0).map((subscription) => subscription.drain()));
    // Draining a subscription does not wait for handlers that are still awaiting something.
    const timer = setTimeout(() => this.registry.cancelAll(stoppingError()), graceMs);
    await Promise.all(this.#inFlight);
    clearTimeout(timer);
  }

  #hear(subject: string, onMessage: (message: Message) => void, queue?: string): void {
    this.#subscriptions.push(this.#bus.subscribe(subject, onMessage, { queue }));
  }

  #answer(operation: Operation, handler: Handler<Operation>): void {
    const stats = newStats(operation);
    this.#endpoints.push(stats);
    this.#hear(rpcPattern(operation), (message) => {
      const done = this.#process(operation, handler, message, stats).finally(() =>
        this.#inFlight.delete(done)
      );
      this.#inFlight.add(done);
    }, operation.service);
  }

  async #process(
    operation: Operation,
    handler: Handler<Operation>,
    message: Message,
    stats: EndpointStats,
  ): Promise<void> {
    const replyTo = message.replyTo;
    if (!isInbox(replyTo)) {
      this.#options.log.warn("request without a usable reply subject dropped", { operation: operation.name });
      return;
    }
    const started = performance.now();
    const answer = await this.#run(operation, handler, message);
    stats.requests++;
    stats.processingMs += performance.now() - started;
    if (answer.error) {
      stats.errors++;
      stats.lastError = answer.error;
    }
    this.#bus.publish(replyTo, answer.body, answer.headers);
  }

  /** Never throws: an error is an answer too. */
  async #run(
    operation: Operation,
    handler: Handler<Operation>,
    message: Message,
  ): Promise<{ body: Uint8Array; headers?: Headers; error?: string }> {
    const requestId = message.headers[HEADERS.requestId] ?? crypto.randomUUID();
    const log = this.#options.log.with({ operation: operation.name, requestId });
    const controller = this.registry.register(requestId);
    const context = this.#contextOf(operation, message, { requestId, signal: controller.signal, log });
    const timer = setTimeout(
      () => controller.abort(deadlineError()),
      Math.max(0, context.deadline - Date.now()),
    );
    try {
      return await this.#limiter.run(async () => {
        context.signal.throwIfAborted();
        if (context.deadline <= Date.now()) throw deadlineError();
        requireTeamId(operation, context.caller);
        const input = parseInput(operation.input, decodeJson(message.body));
        const result = await handler(input, context);
        return this.#stream(operation, result, context) ?? encodeAnswer(operation, result, context.reply);
      });
    } catch (thrown) {
      const error = toOperationError(thrown, controller.signal, log);
      return { ...encodeError(error), error: `${error.code}: ${error.message}` };
    } finally {
      clearTimeout(timer);
      this.registry.release(requestId, controller);
    }
  }

  /** The answer to what is a stream, or too large for a message; undefined for all else. */
  #stream(operation: Operation, result: unknown, { caller, requestId, reply }: HandlerContext) {
    const body = operation.kind === "document" ? toStream(result) : undefined;
    if (!body) return undefined;
    const subject = streamSubject(operation, caller.teamId);
    const controller = this.registry.register(requestId);
    const done = sendStream(this.#bus, { subject, body, signal: controller.signal }).finally(() => {
      this.registry.release(requestId, controller);
      this.#inFlight.delete(done);
    });
    this.#inFlight.add(done);
    reply[HEADERS.contentType] ??= String(operation.output);
    return { body: new Uint8Array(), headers: { ...reply, [HEADERS.stream]: subject } };
  }

  #contextOf(
    operation: Operation,
    message: Message,
    { requestId, signal, log }: Pick<HandlerContext, "requestId" | "signal" | "log">,
  ): HandlerContext {
    const { headers } = message;
    const latest = Date.now() + timeoutOf(operation);
    const asked = Number(headers[HEADERS.deadline] ?? latest);
    const caller = {
      teamId: parseSubject(message.subject)?.team ?? "public",
      actor: headers[HEADERS.actor] ?? "anonymous",
      door: headers[HEADERS.door] ?? "mesh",
    };
    // A caller's clock may be wrong or its wish too long: our own limit stands.
    const deadline = Number.isFinite(asked) ? Math.min(asked, latest) : latest;
    return { caller, signal, requestId, deadline, log, headers, reply: {} };
  }

  #cancel(message: Message): void {
    const id = message.subject.split(".")[2];
    if (id) this.registry.cancel(id, "the caller gave up");
  }

  #discover(message: Message): void {
    const who = { service: this.#options.service, id: this.#id, started: this.#started };
    const body = answerDiscovery(message.subject, who, this.#endpoints);
    if (body && isInbox(message.replyTo)) this.#bus.publish(message.replyTo, encodeJson(body));
  }
}

/** A subscription with a wildcard hears any text in the place of the team. */
function requireTeamId({ scope }: Operation, { teamId }: Caller): void {
  if (scope === "public" || scope === "system" || isTeamId(teamId)) return;
  throw new OperationError("INVALID", "The subject names no team: it needs a UUID in lower case");
}

function toStream(result: unknown): ReadableStream<Uint8Array> | undefined {
  if (result instanceof ReadableStream) return result;
  // The cast: a document's handler returns a stream or bytes.
  const bytes = result as Uint8Array<ArrayBuffer>;
  return bytes.length > MAX_BODY_BYTES ? new Blob([bytes]).stream() : undefined;
}

function encodeAnswer(operation: Operation, output: unknown, reply: ReplyHeaders) {
  // A document's handler returns bytes; its content type is in the contract unless the handler said otherwise.
  const body = operation.kind === "document" ? output as Uint8Array : encodeJson(output);
  if (typeof operation.output === "string") reply[HEADERS.contentType] ??= operation.output;
  if (body.length > MAX_BODY_BYTES) {
    throw new OperationError("TOO_LARGE", "The answer is too large: ask for less");
  }
  return { body, headers: reply };
}

function toOperationError(thrown: unknown, signal: AbortSignal, log: Log): OperationError {
  // Why the work was stopped says more than how it then failed.
  if (signal.aborted && signal.reason instanceof OperationError) return signal.reason;
  if (thrown instanceof OperationError) return thrown;
  if (signal.aborted) return new OperationError("CANCELLED", "Cancelled by the caller");
  log.error("operation failed", { error: thrown });
  return new OperationError("INTERNAL", "Something went wrong on our side");
}

function stoppingError(): OperationError {
  return new OperationError("UNAVAILABLE", "The service is stopping", { details: { retryAfterMs: 1_000 } });
}

function deadlineError(): OperationError {
  return new OperationError("DEADLINE", "Not answered in time");
}
