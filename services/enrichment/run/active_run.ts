/** A run that this worker is at: how to stop it, from before its first await to after its last. */
import { StopReason } from "./stop_reason.ts";

export class ActiveRun {
  #controller = new AbortController();
  #generation: number | undefined;
  #cancelledUpTo = 0;
  #onHurry: () => void = () => {};

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  stop(reason: StopReason): void {
    this.#controller.abort(reason);
  }

  /** The claim is known from here on; a cancel that came before it counts if it was meant for this claim. */
  claim(generation: number, onHurry: () => void): void {
    this.#generation = generation;
    this.#onHurry = onHurry;
    this.#stopIfCancelled();
  }

  /** Cancels claims of this generation and older ones; a later claim is another attempt. */
  cancel(generation: number): void {
    this.#cancelledUpTo = Math.max(this.#cancelledUpTo, generation);
    this.#stopIfCancelled();
  }

  /** The connection is back: ask at once what was missed. */
  hurry(): void {
    this.#onHurry();
  }

  #stopIfCancelled(): void {
    const isMeant = this.#generation !== undefined && this.#cancelledUpTo >= this.#generation;
    if (isMeant) this.stop(new StopReason("cancelled", "a control message came"));
  }
}
