/** One run from claim to close: opens it, reads the site under a lease, and reports what came out. */
import type { Log } from "shared/log.ts";
import type { Progress } from "shared/contract/enrichment_runs.ts";
import type { EnrichmentResult, EnrichOptions } from "../enrich.ts";
import { runWithin, sleep } from "../fetch/deadline.ts";
import type { Outcome } from "../outcome.ts";
import type { Contact } from "../start_urls.ts";
import type { ActiveRun } from "./active_run.ts";
import { Lease, type LeaseTiming } from "./lease.ts";
import type { CloseInput, Opened, RunStore } from "./run_store.ts";
import { stopKindOf } from "./stop_reason.ts";

export interface RunJob {
  readonly runId: string;
  readonly teamId: string;
}

export interface RunTools {
  readonly store: RunStore;
  readonly enrich: (
    contact: Contact,
    options: Pick<EnrichOptions, "signal" | "onProgress">,
  ) => Promise<EnrichmentResult>;
  /** Names this process to the store. */
  readonly worker: string;
  readonly log: Log;
  readonly timing?: LeaseTiming;
}

export interface RunContext extends RunTools {
  readonly run: ActiveRun;
  /** Tells the stream that its message is being worked on. */
  readonly stillWorking: () => void;
}

/** What becomes of the message: done with, or to be delivered again. */
export type Verdict = { readonly done: true } | { readonly done: false; readonly retryAfterMs: number };

type Claim = RunJob & { readonly generation: number };
type Open = Extract<Opened, { state: "open" }>;

const DONE: Verdict = { done: true };
const CLOSE_PAUSES_MS = [0, 300, 1_000, 2_000, 4_000];
/** For the last word about a run whose own signal has already fired. */
const LAST_WORD_MS = 5_000;
const RETRY_AFTER_ERROR_MS = 30_000;

/** Never throws. Nothing that it started goes on after it has returned. */
export async function executeRun(job: RunJob, context: RunContext): Promise<Verdict> {
  const askedAt = performance.now();
  const opened = await openRun(job, context);
  if (opened === undefined) return { done: false, retryAfterMs: 2_000 };
  if (opened.state === "ended") return DONE;
  if (opened.state === "busy") return { done: false, retryAfterMs: opened.retryAfterMs };
  return await workUnderLease({ ...job, generation: opened.generation }, { opened, askedAt, context });
}

async function openRun({ runId, teamId }: RunJob, context: RunContext): Promise<Opened | undefined> {
  try {
    return await context.store.open({ runId, teamId, worker: context.worker }, context.run.signal);
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
    return run.signal.aborted
      ? await closeStopped(claim, context)
      : await closeFinished(claim, result, context);
  } finally {
    await lease.release();
  }
}

async function readSite(
  { subject }: Open,
  { run, onProgress, context }: {
    run: ActiveRun;
    onProgress: (progress: Progress) => void;
    context: RunContext;
  },
): Promise<EnrichmentResult | undefined> {
  try {
    return await context.enrich(subject, { signal: run.signal, onProgress });
  } catch (error) {
    context.log.error("the run failed on our side", { error });
    return undefined;
  }
}

const RESULTS: Readonly<Partial<Record<Outcome, CloseInput["result"]>>> = {
  ok: "succeeded",
  thin: "succeeded",
  partial: "partial",
};

async function closeFinished(
  claim: Claim,
  result: EnrichmentResult | undefined,
  context: RunContext,
): Promise<Verdict> {
  const report = result ? describeResult(claim, result) : describeError(claim);
  const closed = await closeWithRetries(report, context);
  // A cancel may have come while the report was under way: then the store has decided, and wants to hear of the stop.
  if (closed === undefined && context.run.signal.aborted) return await closeStopped(claim, context);
  if (closed === undefined) return { done: false, retryAfterMs: 1_000 };
  const { outcome, failure } = result ?? { outcome: "error", failure: undefined };
  context.log.info("run ended", { outcome, accepted: closed, reason: failure?.message });
  return DONE;
}

function describeResult(claim: Claim, { outcome, message, values }: EnrichmentResult): CloseInput {
  return { ...claim, result: RESULTS[outcome] ?? "failed", outcome, message, values: [...values] };
}

function describeError(claim: Claim): CloseInput {
  const message = "Something went wrong on our side";
  return { ...claim, result: "retry", outcome: "error", message, retryAfterMs: RETRY_AFTER_ERROR_MS };
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

/** By now every socket of the run is closed. */
async function closeStopped(claim: Claim, context: RunContext): Promise<Verdict> {
  const kind = stopKindOf(context.run.signal);
  const isCancel = kind === "cancelled";
  const report: CloseInput = { ...claim, result: isCancel ? "aborted" : "retry", outcome: kind, message: "" };
  try {
    // The run's own signal has fired, so this goes under one of its own.
    await runWithin(LAST_WORD_MS, new AbortController().signal, {
      onTimeout: () => new Error("not answered in time"),
      work: ({ signal }) => context.store.close(report, signal),
    });
    context.log.info("run stopped", { kind });
    return DONE;
  } catch (error) {
    // The lease runs out by itself; the message comes again and finds what the store has decided.
    context.log.warn("the stop could not be reported", { kind, error: String(error) });
    return { done: false, retryAfterMs: 1_000 };
  }
}
