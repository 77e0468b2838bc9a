/** Publishes the outbox to JetStream in order; what it cannot publish now, it publishes later. */
import { type Bus, encodeJson } from "shared/bus/mod.ts";
import type { Log } from "shared/log.ts";
import type { Sql } from "./database/connect.ts";
import { numberEvents } from "./queries/history.ts";
import { listUnpublished, lockOutbox, markPublished, type OutboxRow } from "./queries/outbox.ts";

const BATCH = 200;
const POLL_MS = 500;
/** The relay looks this often by itself, so that nothing waits long once broker and database are back. */
const LONGEST_PAUSE_MS = 1_000;

export class OutboxRelay {
  #sql: Sql;
  #bus: Bus;
  #log: Log;
  #isStopping = false;
  #wake: () => void = () => {};
  #isWoken = false;
  #done: Promise<void> = Promise.resolve();

  constructor(sql: Sql, bus: Bus, log: Log) {
    this.#sql = sql;
    this.#bus = bus;
    this.#log = log;
  }

  start(): void {
    this.#done = this.#run();
  }

  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** Publishes what is there, then ends. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    this.wake();
    await this.#done;
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (true) {
      this.#isWoken = false;
      const isLast = this.#isStopping;
      try {
        do await this.#numberEvents(); while (await this.#publishBatch() === BATCH);
        failures = 0;
      } catch (error) {
        failures++;
        this.#log.warn("outbox could not be published", { failures, error });
      }
      if (isLast) return;
      await this.#pause(Math.min(POLL_MS * 2 ** failures, LONGEST_PAUSE_MS));
    }
  }

  /** In a transaction of its own: a reader that is woken by the message must find the event at its position. */
  async #numberEvents(): Promise<void> {
    await this.#sql.begin(async (sql) => {
      await lockOutbox(sql);
      await numberEvents(sql);
    });
  }

  /**
   * Rows are marked when their acknowledgements are there; a crash in between publishes the same ids again. What one
   * stream does not take holds back nothing that is for others.
   */
  async #publishBatch(): Promise<number> {
    const { count, failure } = await this.#sql.begin(async (sql) => {
      await lockOutbox(sql);
      const rows = await listUnpublished(sql, BATCH);
      const ends = await Promise.allSettled(rows.map((row) => this.#publish(row)));
      const taken = rows.filter((_, index) => ends[index]!.status === "fulfilled");
      if (taken.length > 0) await markPublished(sql, taken.map((row) => row.sequence));
      return { count: rows.length, failure: ends.find(({ status }) => status === "rejected") };
    });
    // The cast: `find` does not tell which of the two it is.
    if (failure) throw (failure as PromiseRejectedResult).reason;
    return count;
  }

  async #publish({ subject, body, messageId }: OutboxRow): Promise<void> {
    await this.#bus.publishDurable(subject, encodeJson(body), { messageId });
  }

  #pause(limitMs: number): Promise<void> {
    if (this.#isWoken) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limitMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
