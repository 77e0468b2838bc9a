/** Which of several hosts is dialled: the same one for as long as it lets us in. */
import type { Socket } from "node:net";
import { dial } from "./dial.ts";
import type { Place } from "./places.ts";

export interface Way {
  dial(signal: AbortSignal): Promise<Socket>;
  /** Tells that it led nowhere: from now on the next host is chosen. May be called more than once. */
  leave(): void;
}

export class Route {
  #places: readonly Place[];
  #turn = 0;

  constructor(places: readonly Place[]) {
    this.#places = places;
  }

  choose(): Way {
    const turn = this.#turn;
    return {
      dial: (signal) => dial(this.#places[turn % this.#places.length]!, signal),
      // Many who went there together find the door closed, and that is one reason, not many.
      leave: () => this.#turn = Math.max(this.#turn, turn + 1),
    };
  }
}
