/** How a run can end, the sentence that people read about it, and the error that carries it out of the fetcher. */

export const OUTCOME_MESSAGES = {
  ok: "The website was read.",
  partial: "Only a part of the website could be read in time.",
  thin: "The website has too little text to tell much about the company.",
  parked: "The website seems to be parked or for sale.",
  no_website: "There is no website to read.",
  unreachable: "The website could not be read.",
  blocked_by_robots: "The website does not allow automatic reading.",
  not_html: "The website's address does not lead to a web page.",
  too_large: "The website's page is too large to be read.",
  http_error: "The website answered with an error.",
  aborted: "The reading was stopped.",
} as const;

export type Outcome = keyof typeof OUTCOME_MESSAGES;
export type FetchOutcome =
  | "unreachable"
  | "refused_address"
  | "blocked_by_robots"
  | "not_html"
  | "too_large"
  | "http_error";

/** Nobody is told that an address was refused: a customer's website field must not become a port scanner. */
export function outcomeToTell({ outcome }: FetchFailure): Outcome {
  return outcome === "refused_address" ? "unreachable" : outcome;
}

export interface FailureOptions {
  readonly cause?: unknown;
  /** Trying again may help: network trouble, 429, 5xx. */
  readonly isRetryable?: boolean;
  readonly retryAfterMs?: number;
  /** No HTTP answer came: another scheme or name may still work. */
  readonly isNetwork?: boolean;
  /** The HTTP status, when there was an answer. */
  readonly status?: number;
}

/** Why a page was not read. The message is for the log; people see the sentence of the outcome. */
export class FetchFailure extends Error {
  override readonly name = "FetchFailure";
  readonly outcome: FetchOutcome;
  readonly isRetryable: boolean;
  readonly isNetwork: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(outcome: FetchOutcome, message: string, options: FailureOptions = {}) {
    super(message, { cause: options.cause });
    this.outcome = outcome;
    this.isRetryable = options.isRetryable ?? false;
    this.isNetwork = options.isNetwork ?? false;
    this.retryAfterMs = options.retryAfterMs;
    this.status = options.status;
  }
}

export function refuse(message: string): FetchFailure {
  return new FetchFailure("refused_address", message);
}

export function networkFailure(message: string, options: FailureOptions = {}): FetchFailure {
  return new FetchFailure("unreachable", message, { isRetryable: true, isNetwork: true, ...options });
}
