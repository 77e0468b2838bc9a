/** Messages that a stream has stopped delivering, since whoever took them never said that it was done with them. */
import { decodeJson, findStored, type Message, putAside, type Undone } from "shared/bus/mod.ts";
import { enrichmentRuns } from "shared/contract/enrichment_runs.ts";
import { enrichmentJob } from "shared/contract/messages.ts";
import { runCommand } from "./command/command.ts";
import type { Rejected } from "./ingest.ts";
import { ownContext } from "./own_context.ts";
import { lockCustomerOfRun } from "./queries/enrichment_runs.ts";
import { giveUpRun } from "./steps/give_up_run.ts";
import type { Store } from "./store.ts";
import type { Unit } from "./command/unit.ts";

/** The server's advisory. It is sent once and may be lost; a run is offered again all the same. */
const ADVISORIES = "$JS.EVENT.ADVISORY.CONSUMER.MAX_DELIVERIES.>";
const CODE = "undeliverable";
const REASON = "It was delivered too often without being done";

interface Advisory {
  readonly stream: string;
  readonly stream_seq: number;
  readonly deliveries: number;
}

type TellRejected = (rejected: Rejected) => Promise<void>;

/** Has to be called before the first message is taken, so that no advisory is missed. */
export function watchDeliveries(store: Store, tellRejected: TellRejected): void {
  store.publisher.subscribe(ADVISORIES, (message) => void take(store, message, tellRejected), {
    queue: "store",
  });
}

async function take(store: Store, told: Message, tellRejected: TellRejected): Promise<void> {
  try {
    // As the server's API documents it.
    const advisory = decodeJson(told.body) as Advisory;
    const message = await readMessage(store, advisory);
    if (!message) return;
    const { stream } = advisory;
    if (stream === "JOBS" && await giveUpJob(store, message)) return;
    await putAside(store.publisher, stream, message, { code: CODE, message: REASON });
    if (stream === "INGEST") await tellRejected({ message, code: CODE, reason: REASON });
    store.log.error("a message was given up", { stream, subject: message.subject });
  } catch (error) {
    store.log.error("a message that is delivered no more could not be put aside", { error });
  }
}

/** The message is still in the stream, unless it has become too old. */
async function readMessage({ publisher }: Store, advisory: Advisory): Promise<Undone | undefined> {
  const { stream, stream_seq: streamSequence, deliveries: deliveryCount } = advisory;
  const stored = await findStored(publisher, stream, { sequence: streamSequence, subject: ">" });
  if (stored?.sequence !== streamSequence) return undefined;
  const { subject, headers, body, storedAt } = stored;
  return { subject, headers, body, streamSequence, deliveryCount, storedAtNs: storedAt };
}

/** @returns whether the message names a run; of one that goes on all the same nothing has to be kept. */
async function giveUpJob(store: Store, { body }: Undone): Promise<boolean> {
  const job = enrichmentJob.safeParse(readJson(body)).data;
  if (!job) return false;
  const work = async (unit: Unit) => {
    await lockCustomerOfRun(unit.sql, job);
    const why = { minAttempts: 0, outcome: CODE, message: "The run could not be started", reason: CODE };
    await giveUpRun(unit, job.runId, why);
  };
  const context = ownContext(store, job.teamId);
  await runCommand({ store, operation: enrichmentRuns.open, input: job, context, work });
  return true;
}

function readJson(body: Uint8Array): unknown {
  try {
    return decodeJson(body);
  } catch {
    // Not JSON, and so no job.
    return undefined;
  }
}
