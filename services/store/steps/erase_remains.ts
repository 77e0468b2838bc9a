/** Removes what an erasure could not wait for: kept answers, and messages in the streams, a page at a time. */
import { setTimeout as pause } from "node:timers/promises";
import {
  type Bus,
  eraseStored,
  findAckFloor,
  findLastSequence,
  findStored,
  type StoredMessage,
} from "shared/bus/mod.ts";
import { ERASURE_STEPS } from "shared/contract/erasures.ts";
import type { Transaction } from "../database/connect.ts";
import { type ErasureRow, lockUnfinished, moveErasure } from "../queries/erasures.ts";
import { type AnswerPlace, forgetAnswers } from "../queries/personal_data.ts";
import { holdsTrace } from "../rules/personal_traces.ts";
import type { Store } from "../store.ts";

const POLL_MS = 1_000;
const ANSWERS_AT_ONCE = 2_000;
const MESSAGES_AT_ONCE = 500;

/** Where a step has come to, null at its end; `isWaiting` when it cannot go on at this moment. */
interface Progress {
  readonly place: unknown;
  readonly count: number;
  readonly isWaiting?: boolean;
}

type Work = Pick<Store, "sql" | "publisher" | "log">;
type Step = (work: { sql: Transaction; bus: Bus }, erasure: ErasureRow) => Promise<Progress>;

const STEPS: Readonly<Record<typeof ERASURE_STEPS[number], Step>> = {
  answers: searchAnswers,
  streamedEvents: searchStream("EVENTS", ({ teamId }) => `event.${teamId}.>`, tellsOf),
  ingestMessages: searchStream("INGEST", ({ teamId }) => `ingest.${teamId}.>`, isFrom),
  deadLetters: searchStream("DLQ", () => "dlq.>", isDeadLetterOf),
};

/** A store that ends leaves the rest to the next one; each page is done once or again. */
export function startErasing(work: Work): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const { signal } = stopping;
  const run = async () => {
    while (!signal.aborted) {
      try {
        await eraseRemains(work, signal);
      } catch (error) {
        work.log.warn("remains of an erased customer could not be removed", { error });
      }
      await pause(POLL_MS, undefined, { signal }).catch(() => "stopping");
    }
  };
  const done = run();
  return {
    stop: () => {
      stopping.abort();
      return done;
    },
  };
}

/** Until nothing is left, or what is left has to wait. */
async function eraseRemains(work: Work, signal: AbortSignal): Promise<void> {
  const waiting: string[] = [];
  while (!signal.aborted) {
    const page = await erasePage(work, waiting);
    if (!page) return;
    if (page.isWaiting) waiting.push(page.customerId);
  }
}

async function erasePage({ sql, publisher: bus }: Work, waiting: readonly string[]) {
  return await sql.begin(async (transaction) => {
    const erasure = await lockUnfinished(transaction, waiting);
    if (!erasure) return undefined;
    const name = ERASURE_STEPS[erasure.step]!;
    const { place, count, isWaiting } = await STEPS[name]({ sql: transaction, bus }, erasure);
    const removed = { ...erasure.removed, [name]: (erasure.removed[name] ?? 0) + count };
    const step = place === null ? erasure.step + 1 : erasure.step;
    await moveErasure(transaction, { ...erasure, removed, step, place }, step === ERASURE_STEPS.length);
    return { customerId: erasure.customerId, isWaiting: isWaiting === true };
  });
}

async function searchAnswers({ sql }: { sql: Transaction }, erasure: ErasureRow): Promise<Progress> {
  // Written below by this same function.
  const after = erasure.place as AnswerPlace | null ?? { operation: "", key: "" };
  const { ids, traces, teamId } = erasure;
  const { place, count } = await forgetAnswers(sql, teamId, { ids, traces, after, limit: ANSWERS_AT_ONCE });
  return { place: place ?? null, count };
}

interface StreamPlace {
  readonly next: number;
  /** The stream's end when the search began; what comes later knows nothing of the person. */
  readonly upTo: number;
}

function searchStream(
  stream: string,
  subjectOf: (erasure: ErasureRow) => string,
  isWanted: (message: unknown, erasure: ErasureRow) => boolean,
): Step {
  return async ({ bus }, erasure) => {
    const { next, upTo } = erasure.place as StreamPlace | null ??
      { next: 1, upTo: await findLastSequence(bus, stream) };
    // A command that nobody has taken yet is not ours to remove.
    const limit = stream === "INGEST" ? Math.min(upTo, await findAckFloor(bus, stream, "store")) : upTo;
    let [sequence, count] = [next, 0];
    for (let read = 0; read < MESSAGES_AT_ONCE; read++) {
      const message = await findStored(bus, stream, { sequence, subject: subjectOf(erasure) });
      if (!message || message.sequence > upTo) return { place: null, count };
      if (message.sequence > limit) return { place: { next: sequence, upTo }, count, isWaiting: true };
      if (isWanted(parse(message), erasure)) {
        await eraseStored(bus, stream, message.sequence);
        count++;
      }
      sequence = message.sequence + 1;
    }
    return { place: { next: sequence, upTo }, count };
  };
}

/** An event of the customer, and any that names the buyer of one of its invoices. What tells of the end stays. */
function tellsOf(message: unknown, { customerId, ids }: ErasureRow): boolean {
  // Of the shape of an event, since only the store publishes there.
  const event = message as {
    name?: string;
    customerId?: string;
    data?: { invoiceId?: string };
    changes?: { buyer?: unknown; customerId?: { before: unknown } };
  };
  if (event?.name === "customers.erased") return false;
  if (event?.customerId === customerId) return true;
  const { buyer, customerId: owner } = event?.changes ?? {};
  // Of a draft that was passed on, both buyers are told.
  return buyer !== undefined && (owner?.before === customerId || ids.includes(event.data?.invoiceId ?? ""));
}

function isFrom(message: unknown, { traces }: ErasureRow): boolean {
  return holdsTrace(message, new Set(traces));
}

/** A run's names its customer; the subject of any other names no team, but that of the message in it does. */
function isDeadLetterOf(message: unknown, erasure: ErasureRow): boolean {
  // Of one of the shapes that `rules/dead_letter.ts` reads.
  const { subject, customerId } = message as { subject?: string; customerId?: string };
  if (customerId === erasure.customerId) return true;
  return subject?.startsWith(`ingest.${erasure.teamId}.`) === true && isFrom(message, erasure);
}

/** What is no JSON is looked at as a text. */
function parse({ body }: StoredMessage): unknown {
  const text = new TextDecoder().decode(body);
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
