/** Who waits for events of a team: woken by the bus, counted, and sent home when the gateway stops. */
import { type Bus, eventPattern } from "shared/bus/mod.ts";
import { OperationError } from "shared/errors.ts";
import { startPause } from "./pause.ts";

export interface FeedSettings {
  /** How often a stream sends a sign of life, and asks whether its key is still valid. */
  readonly heartbeatMs: number;
  /** Streams and waiting requests, of one team and of all together; each holds a connection. */
  readonly placesPerTeam: number;
  readonly places: number;
}

const FEED_SETTINGS: FeedSettings = { heartbeatMs: 15_000, placesPerTeam: 100, places: 1_000 };

const RETRY_MS = 5_000;

/** One that waits. The bus only wakes: what happened is read from the store, so nothing is lost or told twice. */
export class Listener implements Disposable {
  #wake: () => void = () => {};
  #isWoken = false;
  #leave: () => void;

  constructor(leave: () => void) {
    this.#leave = leave;
  }

  wake(): void {
    this.#isWoken = true;
    this.#wake();
  }

  /** Resolves when it was woken since it last waited, when the time is over, or when the signal fires. */
  async next(limitMs: number, signal: AbortSignal): Promise<void> {
    if (!this.#isWoken) {
      const pause = startPause(limitMs, signal);
      this.#wake = pause.end;
      await pause.done;
    }
    this.#isWoken = false;
  }

  [Symbol.dispose](): void {
    this.#leave();
  }
}

interface Team {
  readonly listeners: Set<Listener>;
  /** Resolves when the broker has the subscription: from then on no event is missed. */
  readonly isHeard: Promise<void>;
  close(): void;
}

export class EventFeed {
  readonly settings: FeedSettings;
  #bus: Bus;
  #teams = new Map<string, Team>();
  #places = 0;
  #isStopping = false;

  constructor(bus: Bus, settings: Partial<FeedSettings> = {}) {
    this.#bus = bus;
    this.settings = { ...FEED_SETTINGS, ...settings };
    // What happened while the bus was away has woken nobody.
    bus.onReconnect(() => this.#wakeAll());
  }

  get isStopping(): boolean {
    return this.#isStopping;
  }

  /** @throws {OperationError} RATE_LIMITED when too many wait already, UNAVAILABLE while the bus is away. */
  async listen(teamId: string): Promise<Listener> {
    this.#requirePlace(teamId);
    const team = this.#teams.get(teamId) ?? this.#openTeam(teamId);
    const listener = new Listener(() => this.#leave(teamId, team, listener));
    team.listeners.add(listener);
    this.#places++;
    try {
      await team.isHeard;
      return listener;
    } catch (error) {
      listener[Symbol.dispose]();
      throw error;
    }
  }

  /** Wakes everybody who waits, so that they see that the gateway is stopping. */
  stop(): void {
    this.#isStopping = true;
    this.#wakeAll();
  }

  #openTeam(teamId: string): Team {
    const listeners = new Set<Listener>();
    const subscription = this.#bus.subscribe(eventPattern(teamId), () => {
      for (const listener of listeners) listener.wake();
    });
    const team = {
      listeners,
      isHeard: this.#bus.flush(),
      close: () => void subscription.drain().catch(() => {}),
    };
    this.#teams.set(teamId, team);
    return team;
  }

  #requirePlace(teamId: string): void {
    const { places, placesPerTeam } = this.settings;
    const taken = this.#teams.get(teamId)?.listeners.size ?? 0;
    if (taken < placesPerTeam && this.#places < places) return;
    throw new OperationError("RATE_LIMITED", "Too many wait for events already", {
      details: { retryAfterMs: RETRY_MS },
    });
  }

  #leave(teamId: string, team: Team, listener: Listener): void {
    if (!team.listeners.delete(listener)) return;
    this.#places--;
    if (team.listeners.size > 0) return;
    this.#teams.delete(teamId);
    team.close();
  }

  #wakeAll(): void {
    for (const { listeners } of this.#teams.values()) {
      for (const listener of listeners) listener.wake();
    }
  }
}
