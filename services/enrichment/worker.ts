/** Takes wake-ups from the stream while there is a free slot, works on their runs, and hears what is to be stopped. */
import { type Bus, type Delivery, type Message, putAside } from "shared/bus/mod.ts";
import { cancelRun, enrichmentJob } from "shared/contract/messages.ts";
import type { Log } from "shared/log.ts";
import { sleep } from "./fetch/deadline.ts";
import { readMessage } from "./read_message.ts";
import { ActiveRun } from "./run/active_run.ts";
import { executeRun, type RunJob, type RunTools, type Verdict } from "./run/execute_run.ts";
import { StopReason } from "./run/stop_reason.ts";

export interface WorkerOptions extends Omit<RunTools, "worker"> {
  readonly bus: Bus;
  readonly slots?: number;
}

const SLOTS = 8;
const STREAM = "JOBS";
const CONSUMER = "enrichment";
const PULL_WAIT_MS = 1_000;
const PULL_RETRY_MS = 500;
/** A second message about a run that is being worked on here. */
const ALREADY_HERE_MS = 5_000;

export class Worker {
  #options: WorkerOptions;
  #tools: RunTools;
  #log: Log;
  #runs = new Map<string, ActiveRun>();
  #working = new Set<Promise<void>>();
  #stopping = new AbortController();
  #pulling: Promise<void> | undefined;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#tools = { ...options, worker: crypto.randomUUID() };
    this.#log = options.log;
  }

  start(): void {
    const { bus } = this.#options;
    bus.subscribe("control.run.*", (message) => this.#cancel(message));
    bus.onReconnect(() => this.#runs.forEach((run) => run.hurry()));
    this.#pulling = this.#pullWhileRunning();
  }

  /** Takes nothing new, gives back what is under way, and returns when nothing of it goes on. */
  async stop(): Promise<void> {
    this.#stopping.abort(new StopReason("shutdown", "the worker stops"));
    for (const run of this.#runs.values()) run.stop(new StopReason("shutdown", "the worker stops"));
    await this.#pulling;
    await Promise.all(this.#working);
  }

  async #pullWhileRunning(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      if (this.#working.size >= (this.#options.slots ?? SLOTS)) {
        await Promise.race(this.#working);
        continue;
      }
      const delivery = await this.#pullOne();
      if (delivery) this.#begin(delivery);
    }
  }

  async #pullOne(): Promise<Delivery | undefined> {
    try {
      const { signal } = this.#stopping;
      const [delivery] = await this.#options.bus.pull(STREAM, CONSUMER, {
        max: 1,
        waitMs: PULL_WAIT_MS,
        signal,
      });
      return delivery;
    } catch (error) {
      this.#log.debug("nothing could be pulled", { error: String(error) });
      await sleep(PULL_RETRY_MS, this.#stopping.signal).catch(() => {});
      return undefined;
    }
  }

  #begin(delivery: Delivery): void {
    const done = this.#handle(delivery).finally(() => this.#working.delete(done));
    this.#working.add(done);
  }

  async #handle(delivery: Delivery): Promise<void> {
    const job = readMessage(delivery, enrichmentJob);
    if (!job) return await this.#tell(() => this.#putAside(delivery));
    if (this.#stopping.signal.aborted) return await this.#tell(() => delivery.retryAfter(0));
    if (this.#runs.has(job.runId)) return await this.#tell(() => delivery.retryAfter(ALREADY_HERE_MS));
    // Registered before the first await: a cancel can come at any moment from here on.
    const run = new ActiveRun();
    this.#runs.set(job.runId, run);
    const verdict = await this.#execute(job, run, delivery);
    this.#runs.delete(job.runId);
    await this.#tell(() => verdict.done ? delivery.ack() : delivery.retryAfter(verdict.retryAfterMs));
  }

  /** Stored as a dead letter before it is gone from here; until then it comes again. */
  async #putAside(delivery: Delivery): Promise<void> {
    const why = { code: "malformed", message: "The message is no job" };
    this.#log.error("a message that is no job was put aside", { sequence: delivery.streamSequence });
    await putAside(this.#options.bus, STREAM, delivery, why);
    delivery.end();
  }

  #execute(job: RunJob, run: ActiveRun, delivery: Delivery): Promise<Verdict> {
    const log = this.#log.with({ runId: job.runId });
    const stillWorking = () => void this.#tell(() => delivery.stillWorking());
    const { deliveryCount } = delivery;
    return executeRun(job, { ...this.#tools, log, run, deliveryCount, stillWorking });
  }

  async #tell(act: () => void | Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      // The message comes again, and the store then says whether there is anything left to do.
      this.#log.debug("the stream could not be told about a message", { error: String(error) });
    }
  }

  #cancel(message: Message): void {
    const run = this.#runs.get(message.subject.split(".")[2] ?? "");
    const order = run && readMessage(message, cancelRun);
    if (run && order) run.cancel(order.generation);
  }
}
