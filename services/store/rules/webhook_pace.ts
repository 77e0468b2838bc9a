/** When an event that was not taken is sent again, and when it is given a rest. */
import { PAUSED_AFTER_DAYS } from "shared/contract/webhooks.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After the first failure, the second …; from then on the last. */
const PAUSES = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR];

const GONE = 410;

export interface Outcome {
  /** The status of the receiver's answer; null when there was none. */
  readonly status: number | null;
  readonly retryAfterMs?: number;
}

export function isTaken({ status }: Outcome): boolean {
  return status !== null && status >= 200 && status <= 299;
}

/** @param failures In a row, this one included. The receiver's own wish counts up to an hour. */
export function pauseAfter(failures: number, { retryAfterMs = 0 }: Outcome): number {
  const pause = PAUSES[Math.min(failures, PAUSES.length) - 1]!;
  return Math.min(Math.max(pause, retryAfterMs), HOUR);
}

/** Only a receiver that says that it is gone for good, or that has been silent for days: never one that is not found. */
export function isGivenUp({ status }: Outcome, failingSince: Date, now: Date): boolean {
  return status === GONE || now.getTime() - failingSince.getTime() > PAUSED_AFTER_DAYS * 24 * HOUR;
}
