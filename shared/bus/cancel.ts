/** One mechanism for both sizes of work: what this process does now, by id, and how to stop it. */

/** How long a cancel that came before its work is remembered. */
const EARLY_CANCEL_MS = 5_000;

export class CancelRegistry {
  /** A repeated request has the same id, so one id may stand for several pieces of work. */
  #running = new Map<string, Set<AbortController>>();
  #early = new Map<string, number>();

  /** Call before the first await, so that no cancel can slip in between. */
  register(id: string): AbortController {
    const controller = new AbortController();
    const sameId = this.#running.get(id);
    if (sameId) sameId.add(controller);
    else this.#running.set(id, new Set([controller]));
    if (this.#early.delete(id)) controller.abort(new CancelledError("cancelled before it started"));
    return controller;
  }

  release(id: string, controller: AbortController): void {
    const sameId = this.#running.get(id);
    sameId?.delete(controller);
    if (sameId?.size === 0) this.#running.delete(id);
  }

  /** True when the work ran here. */
  cancel(id: string, reason: string): boolean {
    const sameId = this.#running.get(id);
    if (!sameId) this.#rememberEarly(id);
    for (const controller of sameId ?? []) controller.abort(new CancelledError(reason));
    return sameId !== undefined;
  }

  cancelAll(reason: Error): void {
    for (const sameId of this.#running.values()) sameId.forEach((controller) => controller.abort(reason));
  }

  #rememberEarly(id: string): void {
    const now = performance.now();
    // Insertion order is age order, so the old ones stand first.
    for (const [old, at] of this.#early) {
      if (now - at < EARLY_CANCEL_MS && this.#early.size < 10_000) break;
      this.#early.delete(old);
    }
    this.#early.set(id, now);
  }
}

/** The reason of a signal that a control message fired. */
export class CancelledError extends Error {
  override readonly name = "CancelledError";
}
