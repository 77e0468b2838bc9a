/** Which of several hosts is dialled: the same one for as long as it lets us in. */
import type { Socket } from "node:net";
import { dial } from "./dial.ts";
import type { ServerAddress } from "./server_addresses.ts";

export interface Host {
  dial(signal: AbortSignal): Promise<Socket>;
  /** It cannot be used: from now on the next one is chosen. May be called more than once. */
  giveUp(): void;
}

export class Hosts {
  #addresses: readonly ServerAddress[];
  /** How often a host was given up. */
  #turn = 0;

  constructor(addresses: readonly ServerAddress[]) {
    this.#addresses = addresses;
  }

  choose(): Host {
    const turn = this.#turn;
    return {
      dial: (signal) => dial(this.#addresses[turn % this.#addresses.length]!, signal),
      // All connections that were dialled in this turn may fail together: that moves on by one host, not by many.
      giveUp: () => this.#turn = Math.max(this.#turn, turn + 1),
    };
  }
}
