/** Regular work: offers runs again that no message announces any more, queues and issues what is due, deletes what is old. */
import { issueDueInvoices } from "./steps/issue_scheduled.ts";
import { takeUnannounced } from "./queries/idle_runs.ts";
import { deleteOldReplies } from "./queries/idempotency_keys.ts";
import { deleteUnusedLogos } from "./queries/logos.ts";
import { deleteOldMessages, enqueueJob, measureBacklog } from "./queries/outbox.ts";
import { deleteOldVisits } from "./queries/portal_visits.ts";
import { deleteOldDeliveries } from "./queries/webhook_deliveries.ts";
import { queueBatches } from "./steps/queue_batches.ts";
import type { Store } from "./store.ts";

const SWEEP_MS = 2_000;
const CLEAN_MS = 60 * 60_000;
const LONG_BACKLOG_SECONDS = 30;

export interface Sweeper {
  stop(): Promise<void>;
}

export function startSweeper(store: Store, sweepMs = SWEEP_MS): Sweeper {
  let running: Promise<void> = Promise.resolve();
  const start = (work: (store: Store) => Promise<void>) => {
    running = running.then(() => work(store)).catch((error) => store.log.warn("sweep failed", { error }));
  };
  const timers = [
    setInterval(() => start(offerAgain), sweepMs),
    setInterval(() => start(issueScheduled), sweepMs),
    setInterval(() => start(queueBatches), sweepMs),
    setInterval(() => start(clean), CLEAN_MS),
  ];
  return {
    stop: () => {
      timers.forEach((timer) => clearInterval(timer));
      return running;
    },
  };
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
  const seconds = await measureBacklog(sql);
  if (seconds > LONG_BACKLOG_SECONDS) log.warn("outbox is behind", { seconds });
}
