/** Offers again what no message announces any more, queues and issues what is due, throws out what is no longer needed. */
import { issueDueInvoices } from "./steps/issue_scheduled.ts";
import { takeUnannounced } from "./queries/idle_runs.ts";
import { deleteOldReplies } from "./queries/idempotency_keys.ts";
import { deleteUnusedLogos } from "./queries/logos.ts";
import { deleteOldMessages, enqueueJob, measureBacklog } from "./queries/outbox.ts";
import { deleteOldVisits } from "./queries/portal_visits.ts";
import { deleteForgottenWaiting } from "./queries/waiting_commands.ts";
import { deleteOldDeliveries } from "./queries/webhook_deliveries.ts";
import { queueInTurn } from "./steps/queue_batches.ts";
import type { Store } from "./store.ts";

const SWEEP_MS = 2_000;
const CLEAN_MS = 60 * 60_000;
const LONG_BACKLOG_SECONDS = 30;

export interface Sweeper {
  stop(): Promise<void>;
}

export function startSweeper(store: Store, sweepMs = SWEEP_MS): Sweeper {
  const turns = new Turns(store);
  const queueBatches = queueInTurn();
  const timers = [
    setInterval(() => turns.take(offerAgain), sweepMs),
    setInterval(() => turns.take(issueScheduled), sweepMs),
    setInterval(() => turns.take(queueBatches), sweepMs),
    setInterval(() => turns.take(clean), CLEAN_MS),
  ];
  return {
    stop: () => {
      timers.forEach((timer) => clearInterval(timer));
      return turns.done;
    },
  };
}

type Work = (store: Store) => Promise<void>;

/** One work after another; while one waits or goes on, the times that it misses are not owed to it. */
export class Turns {
  readonly #store: Store;
  readonly #taken = new Set<Work>();
  #done: Promise<void> = Promise.resolve();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Resolves when all that was taken so far has ended. */
  get done(): Promise<void> {
    return this.#done;
  }

  take(work: Work): void {
    if (this.#taken.has(work)) return;
    this.#taken.add(work);
    this.#done = this.#done.then(() => work(this.#store))
      .catch((error) => this.#store.log.warn("sweep failed", { error }))
      .finally(() => this.#taken.delete(work));
  }
}

/** Because of this, losing every message of the JOBS stream loses only time. */
async function offerAgain({ sql, log, wakeRelay }: Store): Promise<void> {
  const offered = await sql.begin(async (transaction) => {
    const runs = await takeUnannounced(transaction);
    for (const { teamId, id, generation } of runs) {
      await enqueueJob(transaction, { teamId, runId: id, generation, offer: Date.now() });
    }
    return runs.length;
  });
  if (offered === 0) return;
  log.info("runs offered again", { count: offered });
  wakeRelay();
}

async function issueScheduled(store: Store): Promise<void> {
  const count = await issueDueInvoices(store);
  if (count > 0) store.log.info("scheduled invoices issued", { count });
}

async function clean({ sql, log }: Store): Promise<void> {
  await deleteOldReplies(sql);
  await deleteOldMessages(sql);
  await deleteOldVisits(sql);
  await deleteOldDeliveries(sql);
  await deleteUnusedLogos(sql);
  await deleteForgottenWaiting(sql);
  const seconds = await measureBacklog(sql);
  if (seconds > LONG_BACKLOG_SECONDS) log.warn("outbox is behind", { seconds });
}
