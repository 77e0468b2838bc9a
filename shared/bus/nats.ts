/** The bus on NATS: the only file that imports the client library. */
import {
  AckPolicy,
  connect,
  type ConsumerConfig,
  DebugEvents,
  DiscardPolicy,
  Events,
  headers as createHeaders,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  type Msg,
  type MsgHdrs,
  nanos,
  type NatsConnection,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
} from "nats";
import { OperationError } from "shared/errors.ts";
import type { Log } from "shared/log.ts";
import type {
  Bus,
  ConsumerSettings,
  Delivery,
  Message,
  RequestOptions,
  StreamSettings,
  SubscribeOptions,
  Subscription,
} from "./bus.ts";
import { type Headers, MAX_BODY_BYTES } from "./envelope.ts";
import { refuseMismatch, translateRequestError, undefinedWhenMissing } from "./nats_errors.ts";

export interface NatsOptions {
  /** `nats://host:port`, several separated by commas; may carry `user:password@`. */
  readonly url: string;
  readonly user?: string;
  readonly password?: string;
  /** Shown in the server's own listings. */
  readonly name: string;
  /** Answers to this connection arrive below this prefix; the server's permissions name it. */
  readonly inboxPrefix: string;
  readonly log: Log;
}

export async function connectNats(options: NatsOptions): Promise<Bus> {
  const connection = await connect({
    servers: options.url.split(",").map((url) => url.trim()),
    ...credentials(options),
    name: options.name,
    inboxPrefix: options.inboxPrefix,
    maxReconnectAttempts: -1,
    waitOnFirstConnect: true,
    reconnectTimeWait: 100,
    reconnectJitter: 400,
    pingInterval: 5_000,
    maxPingOut: 2,
    // Two refusals in a row would close the client for good; during a rolling change of passwords that is fatal.
    ignoreAuthErrorAbort: true,
  });
  return new NatsBus(connection, options.log);
}

function credentials(options: NatsOptions): { user?: string; pass?: string } {
  if (options.user) return { user: options.user, pass: options.password };
  const first = new URL(options.url.split(",")[0] ?? "");
  if (!first.username) return {};
  return { user: decodeURIComponent(first.username), pass: decodeURIComponent(first.password) };
}

class NatsBus implements Bus {
  #connection: NatsConnection;
  #jetstream: JetStreamClient;
  #manager: JetStreamManager | undefined;
  #log: Log;
  #isConnected = true;
  #inFlight = new Set<(reason: OperationError) => void>();
  #reconnectListeners: (() => void)[] = [];

  constructor(connection: NatsConnection, log: Log) {
    this.#connection = connection;
    this.#jetstream = connection.jetstream({ timeout: 5_000 });
    this.#log = log;
    this.#watchStatus();
  }

  get isConnected(): boolean {
    return this.#isConnected;
  }

  async request(subject: string, body: Uint8Array, options: RequestOptions): Promise<Message> {
    this.#requireConnection();
    if (body.length > MAX_BODY_BYTES) throw new OperationError("TOO_LARGE", "The request is too large");
    if (options.signal?.aborted) throw new OperationError("CANCELLED", "Cancelled by the caller");
    const interruption = Promise.withResolvers<never>();
    const onAbort = () => interruption.reject(new OperationError("CANCELLED", "Cancelled by the caller"));
    options.signal?.addEventListener("abort", onAbort, { once: true });
    this.#inFlight.add(interruption.reject);
    try {
      const sent = this.#connection.request(subject, body, {
        timeout: Math.max(1, options.timeoutMs),
        headers: toWire(options.headers),
      });
      return fromWire(await Promise.race([sent, interruption.promise]));
    } catch (error) {
      throw translateRequestError(error);
    } finally {
      this.#inFlight.delete(interruption.reject);
      options.signal?.removeEventListener("abort", onAbort);
    }
  }

  publish(subject: string, body: Uint8Array, headers?: Headers): void {
    this.#connection.publish(subject, body, { headers: toWire(headers) });
  }

  async flush(): Promise<void> {
    this.#requireConnection();
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

  async publishDurable(
    subject: string,
    body: Uint8Array,
    options: { messageId: string; headers?: Headers },
  ): Promise<void> {
    this.#requireConnection();
    try {
      await this.#jetstream.publish(subject, body, {
        msgID: options.messageId,
        headers: toWire(options.headers),
      });
    } catch (error) {
      throw translateRequestError(error);
    }
  }

  async ensureStream(settings: StreamSettings): Promise<void> {
    const wanted = streamConfig(settings);
    const streams = (await this.#jsm()).streams;
    const present = await streams.info(settings.name).catch(undefinedWhenMissing);
    const info = present ? await streams.update(settings.name, wanted) : await streams.add(wanted);
    refuseMismatch(`stream ${settings.name}`, wanted, info.config);
  }

  async ensureConsumer(settings: ConsumerSettings): Promise<void> {
    const wanted = consumerConfig(settings);
    const consumers = (await this.#jsm()).consumers;
    const info = await consumers.add(settings.stream, wanted);
    refuseMismatch(`consumer ${settings.durable}`, wanted, info.config);
  }

  async pull(stream: string, durable: string, max: number, waitMs: number): Promise<Delivery[]> {
    this.#requireConnection();
    const deliveries: Delivery[] = [];
    const consumer = await this.#jetstream.consumers.get(stream, durable);
    for await (
      const message of await consumer.fetch({ max_messages: max, expires: Math.max(1_000, waitMs) })
    ) {
      deliveries.push(toDelivery(message));
    }
    return deliveries;
  }

  onReconnect(listener: () => void): void {
    this.#reconnectListeners.push(listener);
  }

  async close(): Promise<void> {
    await this.#connection.drain();
  }

  async #jsm(): Promise<JetStreamManager> {
    // The check would ask for account information, which our users may not read.
    this.#manager ??= await this.#connection.jetstreamManager({ checkAPI: false });
    return this.#manager;
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

function toWire(headers: Headers | undefined): MsgHdrs | undefined {
  if (!headers) return undefined;
  const wire = createHeaders();
  for (const [name, value] of Object.entries(headers)) wire.set(name, value);
  return wire;
}

function fromWire(message: Msg | JsMsg): Message {
  const headers: Record<string, string> = {};
  for (const name of message.headers?.keys() ?? []) headers[name.toLowerCase()] = message.headers!.get(name);
  return {
    subject: message.subject,
    body: message.data,
    headers,
    replyTo: "reply" in message ? message.reply : undefined,
  };
}

function toDelivery(message: JsMsg): Delivery {
  return {
    ...fromWire(message),
    streamSequence: message.seq,
    storedAtNs: String(message.info.timestampNanos),
    // The client calls it a redelivery count, but it starts at 1.
    deliveryCount: message.info.redeliveryCount,
    ack: async () => void await message.ackAck(),
    retryAfter: (delayMs) => message.nak(delayMs),
    // Without a reason: server 2.9 does not understand one and would deliver again.
    end: () => message.term(),
    stillWorking: () => message.working(),
  };
}

function streamConfig(settings: StreamSettings): Partial<StreamConfig> & { name: string } {
  return {
    name: settings.name,
    subjects: [...settings.subjects],
    // Work-queue retention leaks acknowledged messages after a kill -9 of a 2.9 server; limits do not.
    retention: RetentionPolicy.Limits,
    storage: StorageType.File,
    num_replicas: 1,
    max_age: nanos(settings.maxAgeMs),
    max_bytes: settings.maxBytes,
    max_msg_size: settings.maxMessageBytes,
    discard: settings.discard === "old" ? DiscardPolicy.Old : DiscardPolicy.New,
    duplicate_window: nanos(settings.duplicateWindowMs),
  };
}

function consumerConfig(settings: ConsumerSettings): Partial<ConsumerConfig> {
  return {
    durable_name: settings.durable,
    ack_policy: AckPolicy.Explicit,
    ack_wait: nanos(settings.ackWaitMs),
    max_deliver: settings.maxDeliver,
    max_ack_pending: settings.maxAckPending,
  };
}
