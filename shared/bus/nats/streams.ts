/** The half of the bus that the broker keeps on disk: streams, their durable readers, deliveries. */
import {
  AckPolicy,
  type ConsumerConfig,
  type ConsumerMessages,
  DiscardPolicy,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  nanos,
  type NatsConnection,
  RetentionPolicy,
  StorageType,
  type StreamConfig,
  type Subscription,
} from "nats";
import type { ConsumerSettings, Delivery, DurableOptions, PullOptions, StreamSettings } from "../bus.ts";
import { refuseMismatch, translateRequestError, undefinedWhenMissing } from "./errors.ts";
import { fromWire, toWire } from "./message.ts";

export class NatsStreams {
  #connection: NatsConnection;
  #jetstream: JetStreamClient;
  #manager: JetStreamManager | undefined;

  constructor(connection: NatsConnection) {
    this.#connection = connection;
    this.#jetstream = connection.jetstream({ timeout: 5_000 });
  }

  async publish(subject: string, body: Uint8Array, options: DurableOptions): Promise<void> {
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

  async pull(stream: string, durable: string, options: PullOptions): Promise<Delivery[]> {
    const { max, waitMs, signal, onDelivery } = options;
    const deliveries: Delivery[] = [];
    const consumer = await this.#jetstream.consumers.get(stream, durable);
    const messages = await consumer.fetch({ max_messages: max, expires: Math.max(1_000, waitMs) });
    const end = () => endPull(messages);
    signal?.addEventListener("abort", end, { once: true });
    if (signal?.aborted) end();
    try {
      for await (const message of messages) {
        const delivery = toDelivery(message);
        deliveries.push(delivery);
        onDelivery?.(delivery);
      }
    } finally {
      signal?.removeEventListener("abort", end);
    }
    return deliveries;
  }

  async #jsm(): Promise<JetStreamManager> {
    // The check would ask for account information, which our users may not read.
    this.#manager ??= await this.#connection.jetstreamManager({ checkAPI: false });
    return this.#manager;
  }
}

/** Not `stop`, which loses what is on its way here: that would come again only when its time for an acknowledgement is over. */
function endPull(messages: ConsumerMessages): void {
  // The cast: the type does not have what the client itself drains when the whole connection is closed.
  (messages as unknown as { readonly sub: Subscription }).sub.drain().catch(() => messages.stop());
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
    num_replicas: settings.replicas,
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
