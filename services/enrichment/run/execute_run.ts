/** One run from claim to close: opens it, reads the site under a lease, and reports what came out. */
import type { Log } from "shared/log.ts";
import type { Progress } from "shared/contract/enrichment_runs.ts";
import type { EnrichmentResult, EnrichOptions } from "../enrich.ts";
import { runWithin, sleep } from "../fetch/deadline.ts";
import type { Subject } from "../start_urls.ts";
import type { ActiveRun } from "./active_run.ts";
import { Lease, type LeaseTiming } from "./lease.ts";
import { reportError, reportResult, writeReceipt } from "./report.ts";
import type { Closed, CloseInput, Opened, OpenInput, RunStore } from "./run_store.ts";
import { stopReasonOf } from "./stop_reason.ts";

export interface RunJob {
  readonly runId: string;
  readonly teamId: string;
}

export interface RunTools {
  readonly store: RunStore;
  readonly enrich: (
    subject: Subject,
    options: Pick<EnrichOptions, "known" | "spentToday" | "spentByRun" | "signal" | "onProgress">,
  ) => Promise<EnrichmentResult>;
  /** On models and directories, by one run; undefined when nobody is asked. */
  readonly mostSpending?: OpenInput["mostSpending"];
  /** Names this process to the store. */
  readonly worker: string;
  readonly log: Log;
  readonly timing?: LeaseTiming;
}

export interface RunContext extends RunTools {
  readonly run: ActiveRun;
  /** Of the message: 1 for the first time. */
  readonly deliveryCount: number;
  /** Tells the stream that its message is being worked on. */
  readonly stillWorking: () => void;
}

/** What becomes of the message: done with, or to be delivered again. */
export type Verdict = { readonly done: true } | { readonly done: false; readonly retryAfterMs: number };

type Claim = RunJob & { readonly generation: number };
type Open = Extract<Opened, { state: "open" }>;

const DONE: Verdict = { done: true };
const OPEN_PAUSE_MS = 2_000;
const MAX_OPEN_PAUSE_MS = 60_000;
const CLOSE_PAUSES_MS = [0, 300, 1_000, 2_000, 4_000];
/** For the last word about a run whose own signal has already fired. */
const LAST_WORD_MS = 5_000;

/** Never throws. Nothing that it started goes on after it has returned. */
export async function executeRun(job: RunJob, context: RunContext): Promise<Verdict> {
  const askedAt = performance.now();
  const opened = await openRun(job, context);
  if (opened === undefined) return { done: false, retryAfterMs: pauseAfter(context.deliveryCount) };
  if (opened.state === "ended") return DONE;
  if (opened.state === "busy") return { done: false, retryAfterMs: opened.retryAfterMs };
  return await workUnderLease({ ...job, generation: opened.generation }, { opened, askedAt, context });
}

/** A store that is away for a while must not cost the message all its deliveries. */
function pauseAfter(deliveryCount: number): number {
  return Math.min(OPEN_PAUSE_MS * 2 ** (deliveryCount - 1), MAX_OPEN_PAUSE_MS);
}

async function openRun({ runId, teamId }: RunJob, context: RunContext): Promise<Opened | undefined> {
  try {
    const { worker, mostSpending } = context;
    return await context.store.open({ runId, teamId, worker, mostSpending }, context.run.signal);
  } catch (error) {
    // If the claim was made and only its answer lost, it runs out by itself and the message comes again.
    context.log.warn("the run could not be opened", { error: String(error) });
    return undefined;
  }
}

async function workUnderLease(
  claim: Claim,
  { opened, askedAt, context }: { opened: Open; askedAt: number; context: RunContext },
): Promise<Verdict> {
  const { run, store } = context;
  let latest: Progress | undefined;
  const lease = new Lease(askedAt, {
    timing: context.timing,
    onEnd: (reason) => run.stop(reason),
    beat: async (signal) => {
      context.stillWorking();
      return (await store.progress({ ...claim, progress: latest }, signal)).state;
    },
  });
  const onProgress = (progress: Progress) => {
    latest = progress;
    lease.beat();
  };
  try {
    run.claim(claim.generation, () => lease.beat());
    // A cancel whose message came before this process knew the run is learnt here, before the first outbound byte.
    await lease.beat();
    const result = await readSite(opened, { run, onProgress, context });
    // Of a fault of ours nobody knows what it has spent.
    const receipt = result && writeReceipt(result, performance.now() - askedAt);
    const report = result ? reportResult(result, opened.attempt) : reportError();
    return run.signal.aborted
      ? await closeStopped({ ...claim, receipt }, context)
      : await closeFinished({ ...claim, ...report, progress: latest, receipt }, { result, context });
  } finally {
    await lease.release();
  }
}

async function readSite(
  { subject, known, spentToday, spentByRun }: Open,
  { run, onProgress, context }: {
    run: ActiveRun;
    onProgress: (progress: Progress) => void;
    context: RunContext;
  },
): Promise<EnrichmentResult | undefined> {
  try {
    return await context.enrich(subject, { known, spentToday, spentByRun, signal: run.signal, onProgress });
  } catch (error) {
    context.log.error("the run failed on our side", { error });
    return undefined;
  }
}

async function closeFinished(
  report: CloseInput,
  { result, context }: { result: EnrichmentResult | undefined; context: RunContext },
): Promise<Verdict> {
  const closed = await closeWithRetries(report, context) ?? await closeOnceMore(report, context);
  // A cancel came while the report was under way: the store has decided, and wants to hear of the stop.
  if (closed === undefined && context.run.signal.aborted) return await closeStopped(report, context);
  if (closed === undefined) return { done: false, retryAfterMs: 1_000 };
  const { outcome, receipt } = report;
  const { failure, answer } = result ?? {};
  // Else nobody would learn that a model's address or key is wrong: the rules' values come all the same.
  const secondSource = answer && { secondSource: answer.state, secondSourceReason: answer.reason };
  context.log.info("run ended", {
    outcome,
    accepted: closed,
    reason: failure?.message,
    ...secondSource,
    ...receipt,
  });
  return DONE;
}

/** @returns whether the store took it, or undefined when it could not be told. */
async function closeWithRetries(
  report: CloseInput,
  { store, run, log }: RunContext,
): Promise<boolean | undefined> {
  for (const pauseMs of CLOSE_PAUSES_MS) {
    try {
      await sleep(pauseMs, run.signal);
      return (await store.close(report, run.signal)).accepted;
    } catch (error) {
      if (run.signal.aborted) return undefined;
      log.warn("the run could not be closed", { error: String(error) });
    }
  }
  return undefined;
}

/**
 * Stopped while the report was under way. A heartbeat says "stopped" also of a run that this very report has ended;
 * only the store can tell, and it refuses what came too late.
 * @returns true when it was taken.
 */
async function closeOnceMore(report: CloseInput, context: RunContext): Promise<true | undefined> {
  if (!context.run.signal.aborted) return undefined;
  try {
    return (await sayLast(report, context)).accepted || undefined;
  } catch {
    // Then it is told as a stop, which may be heard.
    return undefined;
  }
}

/** The run's own signal has fired, so this goes under one of its own. */
function sayLast(report: CloseInput, { store }: RunContext): Promise<Closed> {
  return runWithin(LAST_WORD_MS, new AbortController().signal, {
    onTimeout: () => new Error("not answered in time"),
    work: ({ signal }) => store.close(report, signal),
  });
}

/** By now every socket of the run is closed. */
async function closeStopped(
  { runId, teamId, generation, receipt }: Claim & Pick<CloseInput, "receipt">,
  context: RunContext,
): Promise<Verdict> {
  const { kind, message: reason } = stopReasonOf(context.run.signal);
  const result = kind === "cancelled" ? "aborted" : "retry";
  const report: CloseInput = { runId, teamId, generation, receipt, result, outcome: kind, message: "" };
  try {
    await sayLast(report, context);
    context.log.info("run stopped", { kind, reason });
    return DONE;
  } catch (error) {
    // The lease runs out by itself; the message comes again and finds what the store has decided.
    context.log.warn("the stop could not be reported", { kind, reason, error: String(error) });
    return { done: false, retryAfterMs: 1_000 };
  }
}
