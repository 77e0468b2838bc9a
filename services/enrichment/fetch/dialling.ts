/**
 * Dials on a thread of its own, which can reach public addresses and nothing that the service needs besides them: should
 * the guard ever let a URL pass that it must not, the broker, the resolver and the model are still out of reach.
 */
import { FetchFailure, networkFailure } from "../outcome.ts";
import type { DiallingMessage, DiallingOrder, DiallingResult } from "./dialling_thread.ts";
import type { Exchange } from "./exchange.ts";
import { listPublicBlocks } from "./public_blocks.ts";

export interface DiallingOptions {
  /** `host:port` of what the service itself reaches. */
  readonly giveUp: readonly string[];
  /** Loopback `host:port`s that may be read, for development and tests. */
  readonly allowed?: readonly string[];
  readonly caCerts?: readonly string[];
  readonly stopLimitMs?: number;
  readonly startWorker?: (net: string[] | "inherit") => DiallingWorker;
}

export interface Dialling {
  readonly exchange: Exchange;
  close(): void;
}

/** What is needed of a `Worker`. */
export type DiallingWorker = Pick<Worker, "postMessage" | "terminate" | "onmessage" | "onerror">;

const START_LIMIT_MS = 60_000;
/** A thread that does not close a connection for so long is ended, and all of its connections with it. */
const STOP_LIMIT_MS = 1_000;

interface Pending {
  readonly resolve: (result: DiallingResult) => void;
  readonly reject: (reason: unknown) => void;
}

/** @throws when the thread cannot give up what it must not reach. */
export async function startDialling(options: DiallingOptions): Promise<Dialling> {
  const thread = new DiallingThread(options);
  await thread.whenReady();
  const exchange: Exchange = async (target, ip, { signal, onEnd, ...options }) => {
    signal.throwIfAborted();
    await thread.whenReady();
    signal.throwIfAborted();
    const { url: { href }, host, port } = target;
    const order = { href, host, port, ip, options };
    const { wireBytes = 0, answer, failure, error } = await thread.carryOut(order, signal).catch((reason) => {
      signal.throwIfAborted();
      throw reason;
    });
    onEnd?.(wireBytes);
    signal.throwIfAborted();
    if (failure) throw new FetchFailure(failure.outcome, failure.message, failure);
    if (!answer) throw new Error(error ?? "The dialling thread answered nothing");
    return answer;
  };
  return { exchange, close: () => thread.end(new Error("The worker stops")) };
}

/** Starts anew with the next order when it has ended. */
class DiallingThread {
  #options: DiallingOptions;
  #worker: DiallingWorker | undefined;
  #ready: PromiseWithResolvers<void> | undefined;
  #pending = new Map<number, Pending>();
  #orders = 0;

  constructor(options: DiallingOptions) {
    this.#options = options;
  }

  async whenReady(): Promise<void> {
    const { promise } = this.#ready ??= this.#start();
    await promise;
  }

  /** Settles when the connection is closed, also after the signal has fired. */
  async carryOut(order: Omit<DiallingOrder, "id">, signal: AbortSignal): Promise<DiallingResult> {
    const id = ++this.#orders;
    const { promise, ...pending } = Promise.withResolvers<DiallingResult>();
    this.#pending.set(id, pending);
    const { stopLimitMs = STOP_LIMIT_MS } = this.#options;
    let stopTimer: ReturnType<typeof setTimeout> | undefined;
    const stop = () => {
      this.#post({ stop: id });
      stopTimer = setTimeout(() => this.end(networkFailure("a connection did not close")), stopLimitMs);
    };
    signal.addEventListener("abort", stop, { once: true });
    this.#post({ ...order, id });
    try {
      return await promise;
    } finally {
      clearTimeout(stopTimer);
      signal.removeEventListener("abort", stop);
      this.#pending.delete(id);
    }
  }

  end(reason: Error): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#ready?.reject(reason);
    this.#ready = undefined;
    for (const { reject } of this.#pending.values()) reject(reason);
  }

  #post(message: DiallingMessage): void {
    this.#worker?.postMessage(message);
  }

  #start(): PromiseWithResolvers<void> {
    const ready = Promise.withResolvers<void>();
    const { giveUp, allowed = [], caCerts = [], startWorker = startDiallingWorker } = this.#options;
    const worker = this.#worker = startWorker(chooseNet(allowed));
    worker.onmessage = ({ data }: MessageEvent<DiallingResult>) => this.#receive(data, ready);
    worker.onerror = (event) => {
      // Else an error of the thread would end the whole service.
      event.preventDefault();
      if (worker === this.#worker) this.end(networkFailure(`the dialling thread failed: ${event.message}`));
    };
    const timer = setTimeout(() => this.end(new Error("The dialling thread did not start")), START_LIMIT_MS);
    // Whoever waits for it is told of a failure; the next order starts it again.
    ready.promise.catch(() => {}).finally(() => clearTimeout(timer));
    this.#post({ giveUp, caCerts });
    return ready;
  }

  #receive(result: DiallingResult, ready: PromiseWithResolvers<void>): void {
    if (result.id !== undefined) this.#pending.get(result.id)?.resolve(result);
    else if (result.error === undefined) ready.resolve();
    else this.end(new Error(`Cannot start: ${result.error}`));
  }
}

/**
 * A service that may dial everything hands on the public blocks. One with a list cannot hand on parts of it that are
 * blocks, the runtime takes that for more than it has, so there the thread has the list and gives the rest up by itself.
 */
function chooseNet(allowed: readonly string[]): string[] | "inherit" {
  const isOpen = Deno.permissions.querySync({ name: "net" }).state === "granted";
  return isOpen ? listDialable(allowed) : "inherit";
}

/** As the permissions of a process name it. */
export function listDialable(allowed: readonly string[]): string[] {
  const loopback = new Set(allowed.map(toLoopbackAddress));
  return [...loopback, ...listPublicBlocks().flatMap((block) => [`${block}:80`, `${block}:443`])];
}

/** A name that ends in localhost is never looked up, its loopback address is dialled. */
function toLoopbackAddress(hostAndPort: string): string {
  return hostAndPort.replace(/^([a-z0-9-]+\.)*localhost(?=:)/i, "127.0.0.1");
}

function startDiallingWorker(net: string[] | "inherit"): Worker {
  const none = { env: false, ffi: false, import: false, read: false, run: false, sys: false, write: false };
  // The cast: Deno's own option, which the web's type does not know.
  const options = { type: "module", deno: { permissions: { ...none, net } } } as WorkerOptions;
  return new Worker(new URL("./dialling_thread.ts", import.meta.url), options);
}
