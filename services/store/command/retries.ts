/** How a command is tried again: what its attempts have come to, and whether there is another one. */
import { type HandlerContext, HEADERS, isStillRunning } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { Attempt } from "./attempt.ts";
import { isInterrupted, isOutOfReach, isWorthRetrying } from "../database/errors.ts";
import { Backoff } from "../database/backoff.ts";

const MAX_COLLISIONS = 3;

export class Retries {
  readonly #context: HandlerContext;
  readonly #backoff = new Backoff();
  #collisions = 0;
  /** The attempt whose commit was on its way when the connection broke: only its key can tell whether it arrived. */
  #unheard: Attempt | undefined;

  constructor(context: HandlerContext) {
    this.#context = context;
  }

  /** What follows the attempt that succeeded; of an answer from before what was to follow that, if it was not heard. */
  actionsAfter(attempt: Attempt): readonly (() => void)[] {
    const { actions } = attempt.hasBegun ? attempt : this.#unheard ?? attempt;
    return actions;
  }

  /** Whether it is tried again after this; waits first where that may help. */
  async mayGoOn(error: unknown, attempt: Attempt): Promise<boolean> {
    const { headers, signal } = this.#context;
    // The whole of its transaction was taken back, or it was refused: what of that is its own is seen when it is alone.
    if (attempt.isShared && !isOutOfReach(error)) return true;
    if (isWorthRetrying(error) || isInterrupted(error, attempt.lastedMs)) {
      return ++this.#collisions < MAX_COLLISIONS;
    }
    if (isOutOfReach(error)) {
      if (attempt.isCommitting) this.#unheard = attempt;
      const isSafe = !this.#unheard || headers[HEADERS.idempotencyKey] !== undefined;
      return isSafe && await this.#backoff.wait(signal);
    }
    // Postgres may not yet have noticed that the connection is gone which holds the key.
    const isOwnKey = this.#backoff.hasFailed && error instanceof OperationError && isStillRunning(error);
    return isOwnKey && await this.#backoff.wait(signal);
  }
}
