/** Why a run stops before its end, and what becomes of it. */

export type StopKind =
  /** The store has ended it, or given it to somebody else. */
  | "cancelled"
  /** No heartbeat could be confirmed: the lease may be somebody else's by now. */
  | "lost"
  /** This process ends; another one may go on. */
  | "shutdown";

/** The reason of a run's signal. */
export class StopReason extends Error {
  override readonly name = "StopReason";
  readonly kind: StopKind;

  constructor(kind: StopKind, message: string) {
    super(message);
    this.kind = kind;
  }
}

/** What aborted the signal; anything that is not ours counts as a shutdown, after which nothing is lost. */
export function stopReasonOf({ reason }: AbortSignal): StopReason {
  return reason instanceof StopReason ? reason : new StopReason("shutdown", String(reason));
}
