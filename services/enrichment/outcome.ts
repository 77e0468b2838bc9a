/** How a run can end, the sentence that people read about it, and the error that carries it out of the fetcher. */

export const OUTCOME_MESSAGES = {
  ok: "The website was read.",
  unchanged: "The website has not changed since it was last read.",
  partial: "Only a part of the website could be read in time.",
  thin: "The website has too little text to tell much about the company.",
  script_only: "The website shows its text only with scripts, in a browser.",
  wrong_company: "The website seems to belong to another company.",
  gone: "The website's page is no longer there.",
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

/**
 * Nobody is told that an address was refused: a customer's website field must not become a port scanner. 404 and 410
 * say more than that something is wrong.
 */
export function outcomeToTell({ outcome, status }: FetchFailure): Outcome {
  if (outcome === "refused_address") return "unreachable";
  return outcome === "http_error" && (status === 404 || status === 410) ? "gone" : outcome;
}

export interface FailureOptions {
  readonly cause?: unknown;
  /** Trying again may help: network trouble, 429, 5xx. */
  readonly isRetryable?: boolean;
  /** A later run may find it better; what is worth another try now usually is. */
  readonly isPassing?: boolean;
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
  readonly isPassing: boolean;
  readonly isNetwork: boolean;
  readonly retryAfterMs: number | undefined;
  readonly status: number | undefined;

  constructor(outcome: FetchOutcome, message: string, options: FailureOptions = {}) {
    super(message, { cause: options.cause });
    this.outcome = outcome;
    this.isRetryable = options.isRetryable ?? false;
    this.isPassing = options.isPassing ?? this.isRetryable;
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
