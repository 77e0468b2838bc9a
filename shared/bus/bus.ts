/** What the mesh asks of a message bus, in our own words; `nats/` fulfils it. */
import type { Headers } from "./envelope.ts";

export interface Message {
  readonly subject: string;
  readonly body: Uint8Array;
  /** Names in lower case. */
  readonly headers: Headers;
  /** Where an answer is awaited, if anywhere. */
  readonly replyTo?: string;
}

export interface RequestOptions {
  readonly headers?: Headers;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

export interface DurableOptions {
  readonly messageId: string;
  readonly headers?: Headers;
}

export interface SubscribeOptions {
  /** Members of a queue group share the messages; without one every instance hears each. */
  readonly queue?: string;
}

export interface Subscription {
  /** Stops delivery after what has already arrived. */
  drain(): Promise<void>;
}

export interface StreamSettings {
  readonly name: string;
  readonly subjects: readonly string[];
  readonly maxAgeMs: number;
  readonly maxBytes: number;
  readonly maxMessageBytes: number;
  readonly discard: "old" | "new";
  readonly duplicateWindowMs: number;
  /** Copies that a cluster keeps. */
  readonly replicas: number;
}

export interface ConsumerSettings {
  readonly stream: string;
  readonly durable: string;
  readonly ackWaitMs: number;
  readonly maxDeliver: number;
  readonly maxAckPending: number;
}

/** A message from a stream: it comes again until it is acknowledged or ended. */
export interface Delivery extends Message {
  readonly streamSequence: number;
  /** When the stream stored it, Unix nanoseconds; with the sequence it names a message for ever. */
  readonly storedAtNs: string;
  /** 1 for the first delivery. */
  readonly deliveryCount: number;
  /** Resolves when the server has confirmed it. */
  ack(): Promise<void>;
  retryAfter(delayMs: number): void;
  /** Never deliver again. */
  end(): void;
  /** Restarts the acknowledgement clock. */
  stillWorking(): void;
}

export interface PullOptions {
  readonly max: number;
  readonly waitMs: number;
  /** Ends the wait; what the server had sent by then is still delivered. */
  readonly signal?: AbortSignal;
  readonly onDelivery?: (delivery: Delivery) => void;
}

export interface Bus {
  readonly isConnected: boolean;
  /**
   * @throws {OperationError} UNAVAILABLE when nobody answers there or the connection breaks, DEADLINE when no answer
   * came in time (the outcome is then unknown), CANCELLED when the signal fired.
   */
  request(subject: string, body: Uint8Array, options: RequestOptions): Promise<Message>;
  /** Fire and forget; lost without a word when the connection is down. */
  publish(subject: string, body: Uint8Array, headers?: Headers): void;
  /** Resolves when the server has taken what was published before. */
  flush(): Promise<void>;
  subscribe(subject: string, onMessage: (message: Message) => void, options?: SubscribeOptions): Subscription;
  /** Asks everyone on a subject and collects what arrives within the time. */
  requestMany(subject: string, timeoutMs: number): Promise<Message[]>;

  /** Resolves when the stream has stored the message; a repeated id within the stream's window is stored once. */
  publishDurable(subject: string, body: Uint8Array, options: DurableOptions): Promise<void>;
  ensureStream(settings: StreamSettings): Promise<void>;
  ensureConsumer(settings: ConsumerSettings): Promise<void>;
  /**
   * Up to `max` deliveries, or what there was when the wait is over. Who takes more than one should not wait for the last
   * of them: `onDelivery` gets each as it comes.
   */
  pull(stream: string, durable: string, options: PullOptions): Promise<Delivery[]>;

  onReconnect(listener: () => void): void;
  close(): Promise<void>;
}
