/** The bus on NATS: asking, telling and hearing, and what happens to it all when the connection breaks. */
import { DebugEvents, Events, type Msg, type NatsConnection } from "nats";
import { OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type {
  Bus,
  ConsumerSettings,
  Delivery,
  DurableOptions,
  Message,
  RequestOptions,
  StreamSettings,
  SubscribeOptions,
  Subscription,
} from "../bus.ts";
import { type Headers, MAX_BODY_BYTES } from "../envelope.ts";
import { translateRequestError } from "./errors.ts";
import { fromWire, toWire } from "./message.ts";
import { Outgoing } from "./outgoing.ts";
import { NatsStreams } from "./streams.ts";

export class NatsBus implements Bus {
  #connection: NatsConnection;
  #streams: NatsStreams;
  #outgoing = new Outgoing();
  #log: Log;
  #isConnected = true;
  #inFlight = new Set<(reason: OperationError) => void>();
  #reconnectListeners: (() => void)[] = [];

  constructor(connection: NatsConnection, log: Log) {
    this.#connection = connection;
    this.#streams = new NatsStreams(connection);
    this.#log = log;
    this.#watchStatus();
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  async request(subject: string, body: Uint8Array, options: RequestOptions): Promise<Message> {
    this.#requireConnection();
    if (body.length > MAX_BODY_BYTES) throw new OperationError("TOO_LARGE", "The request is too large");
    if (options.signal?.aborted) throw cancelledError();
    try {
      return fromWire(await this.#orInterrupted(this.#ask(subject, body, options), options.signal));
    } catch (error) {
      throw translateRequestError(error);
    }
  }

  #ask(subject: string, body: Uint8Array, options: RequestOptions): Promise<Msg> {
    const wire = { timeout: Math.max(1, options.timeoutMs), headers: toWire(options.headers) };
    return new Promise((resolve) =>
      this.#outgoing.add(() => resolve(this.#connection.request(subject, body, wire)))
    );
  }

  publish(subject: string, body: Uint8Array, headers?: Headers): void {
    const wire = { headers: toWire(headers) };
    this.#outgoing.add(() => {
      try {
        this.#connection.publish(subject, body, wire);
      } catch (error) {
        // Closed by now, or too large for the broker: nobody waits here who could be told.
        this.#log.warn("message not sent", { error });
      }
    });
  }

  async flush(): Promise<void> {
    this.#requireConnection();
    this.#outgoing.leave();
    await this.#connection.flush();
  }

  subscribe(
    subject: string,
    onMessage: (message: Message) => void,
    options: SubscribeOptions = {},
  ): Subscription {
    const subscription = this.#connection.subscribe(subject, {
      queue: options.queue,
      callback: (error, message) => {
        if (error) this.#log.error("subscription refused", { subject, error: error.message });
        else onMessage(fromWire(message));
      },
    });
    return { drain: () => subscription.drain() };
  }

  async requestMany(subject: string, timeoutMs: number): Promise<Message[]> {
    this.#requireConnection();
    const answers: Message[] = [];
    try {
      for await (
        const message of await this.#connection.requestMany(subject, new Uint8Array(), { maxWait: timeoutMs })
      ) {
        if (message.headers?.code !== 503) answers.push(fromWire(message));
      }
    } catch (error) {
      const translated = translateRequestError(error);
      if (!(translated instanceof OperationError && translated.code === "UNAVAILABLE")) throw translated;
    }
    return answers;
  }

  async publishDurable(subject: string, body: Uint8Array, options: DurableOptions): Promise<void> {
    this.#requireConnection();
    await this.#orInterrupted(this.#streams.publish(subject, body, options));
  }

  ensureStream(settings: StreamSettings): Promise<void> {
    return this.#streams.ensureStream(settings);
  }

  ensureConsumer(settings: ConsumerSettings): Promise<void> {
    return this.#streams.ensureConsumer(settings);
  }

  async pull(...order: Parameters<Bus["pull"]>): Promise<Delivery[]> {
    this.#requireConnection();
    return await this.#streams.pull(...order);
  }

  onReconnect(listener: () => void): void {
    this.#reconnectListeners.push(listener);
  }

  async close(): Promise<void> {
    this.#outgoing.leave();
    await this.#connection.drain();
  }

  /** What is on its way when the connection breaks is not answered any more, and would be waited for until its time is over. */
  async #orInterrupted<Value>(answer: Promise<Value>, signal?: AbortSignal): Promise<Value> {
    const { promise, reject } = Promise.withResolvers<never>();
    const onAbort = () => reject(cancelledError());
    signal?.addEventListener("abort", onAbort, { once: true });
    this.#inFlight.add(reject);
    try {
      return await Promise.race([answer, promise]);
    } finally {
      this.#inFlight.delete(reject);
      signal?.removeEventListener("abort", onAbort);
    }
  }

  /** What is published or asked while disconnected is lost in silence, so it is refused aloud. */
  #requireConnection(): void {
    if (!this.#isConnected) throw new OperationError("UNAVAILABLE", "The message bus is not connected");
  }

  async #watchStatus(): Promise<void> {
    for await (const status of this.#connection.status()) {
      if (status.type === Events.Disconnect) this.#onDisconnect();
      if (status.type === Events.Reconnect) this.#onReconnect();
      if (status.type === Events.Error) this.#log.warn("bus error", { error: String(status.data) });
      if (status.type === DebugEvents.StaleConnection) this.#log.warn("bus connection is stale");
    }
  }

  #onDisconnect(): void {
    this.#isConnected = false;
    this.#log.warn("bus disconnected");
    const reason = new OperationError(
      "UNAVAILABLE",
      "The message bus was disconnected before the answer came",
    );
    for (const reject of this.#inFlight) reject(reason);
    this.#inFlight.clear();
  }

  #onReconnect(): void {
    this.#isConnected = true;
    this.#log.info("bus reconnected");
    for (const listener of this.#reconnectListeners) listener();
  }
}

function cancelledError(): OperationError {
  return new OperationError("CANCELLED", "Cancelled by the caller");
}
