/** Keeps a claim alive by heartbeats, and notices when it is no longer ours or can no longer be confirmed. */
import { HEARTBEAT_MS, SELF_ABORT_MS } from "shared/contract/enrichment_runs.ts";
import { StopReason } from "./stop_reason.ts";

export interface LeaseOptions {
  /** Confirms the claim, or says that it is over. */
  readonly beat: (signal: AbortSignal) => Promise<"running" | "stopped">;
  readonly onEnd: (reason: StopReason) => void;
  readonly timing?: LeaseTiming;
}

export interface LeaseTiming {
  readonly heartbeatMs: number;
  readonly selfAbortMs: number;
  /** After a heartbeat that failed. */
  readonly retryMs: number;
}

const TIMING: LeaseTiming = { heartbeatMs: HEARTBEAT_MS, selfAbortMs: SELF_ABORT_MS, retryMs: 1_000 };

type Timer = ReturnType<typeof setTimeout>;

export class Lease {
  #options: LeaseOptions;
  #timing: LeaseTiming;
  #controller = new AbortController();
  #beatTimer: Timer | undefined;
  #lossTimer: Timer | undefined;
  #beating: Promise<void> | undefined;
  #isWanted = false;

  /** @param confirmedAt monotonic time just before the claim was asked for: the lease cannot have begun earlier. */
  constructor(confirmedAt: number, options: LeaseOptions) {
    this.#options = options;
    this.#timing = options.timing ?? TIMING;
    this.#confirm(confirmedAt);
  }

  /** A heartbeat now; one that is under way is followed by another, since it may have left too early. */
  beat(): Promise<void> {
    this.#isWanted = true;
    this.#beating ??= this.#beatWhileWanted().finally(() => this.#beating = undefined);
    return this.#beating;
  }

  /** Nothing is asked and nobody is told any more. */
  async release(): Promise<void> {
    this.#controller.abort();
    clearTimeout(this.#beatTimer);
    clearTimeout(this.#lossTimer);
    await this.#beating;
  }

  async #beatWhileWanted(): Promise<void> {
    while (this.#isWanted && !this.#controller.signal.aborted) {
      this.#isWanted = false;
      clearTimeout(this.#beatTimer);
      const nextMs = await this.#beatOnce();
      if (this.#controller.signal.aborted) return;
      this.#beatTimer = setTimeout(() => this.beat(), nextMs);
    }
  }

  async #beatOnce(): Promise<number> {
    const sentAt = performance.now();
    try {
      const state = await this.#options.beat(this.#controller.signal);
      if (state === "stopped") {
        this.#end(new StopReason("cancelled", "a heartbeat was answered with stopped"));
      } else this.#confirm(sentAt);
      return this.#timing.heartbeatMs;
    } catch {
      // Whatever went wrong, the claim is not confirmed; the loss timer bounds how long that may last.
      return this.#timing.retryMs;
    }
  }

  #confirm(at: number): void {
    clearTimeout(this.#lossTimer);
    if (this.#controller.signal.aborted) return;
    const leftMs = at + this.#timing.selfAbortMs - performance.now();
    this.#lossTimer = setTimeout(
      () => this.#end(new StopReason("lost", "no heartbeat was confirmed")),
      Math.max(0, leftMs),
    );
  }

  #end(reason: StopReason): void {
    if (!this.#controller.signal.aborted) this.#options.onEnd(reason);
  }
}
