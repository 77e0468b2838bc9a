/** Who came by which link: written down a moment later and several at once, so that no page waits for its own log. */
import type { Log } from "shared/log.ts";
import type { Sql } from "./database/connect.ts";
import { type CountedVisit, recordVisits, type Visit } from "./queries/portal_visits.ts";

/** How long visits are gathered; when the process dies, those of this time are lost. */
const WRITE_AFTER_MS = 300;

export class VisitLog {
  #sql: Sql;
  #log: Log;
  /** By everything that makes a visit different; the same visit within one moment is counted once more. */
  #waiting = new Map<string, CountedVisit>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(sql: Sql, log: Log) {
    this.#sql = sql;
    this.#log = log;
  }

  note(visit: Visit): void {
    const { teamId, linkId, what, invoiceId, network, isPerson } = visit;
    const key = [teamId, linkId, what, invoiceId, network, isPerson].join(" ");
    const count = (this.#waiting.get(key)?.count ?? 0) + 1;
    this.#waiting.set(key, { ...visit, count });
    this.#timer ??= setTimeout(() => this.#write(), WRITE_AFTER_MS);
  }

  /** Resolves when all that was noted is written, or given up. */
  async stop(): Promise<void> {
    this.#write();
    await this.#writing;
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const visits = [...this.#waiting.values()];
    this.#waiting.clear();
    if (visits.length === 0) return;
    this.#writing = this.#writing.then(() => recordVisits(this.#sql, visits)).catch((error) =>
      this.#log.warn("portal visits were not recorded", { count: visits.length, error })
    );
  }
}
