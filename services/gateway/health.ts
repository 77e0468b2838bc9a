/** Whether this process lives, and whether the mesh behind it answers. */
import type { Bus } from "shared/bus/mod.ts";
import { decodeJson } from "shared/bus/mod.ts";

/** Without these two nothing can be answered; without enrichment profiles only arrive later. */
const REQUIRED = ["store", "portal"] as const;
const EXPECTED = [...REQUIRED, "enrichment"] as const;

export interface Readiness {
  readonly status: "ok" | "degraded" | "unavailable" | "stopping";
  readonly bus: boolean;
  readonly services: Readonly<Record<typeof EXPECTED[number], boolean>>;
  readonly missing: readonly string[];
}

const PING_MS = 300;
/** However often somebody asks, the mesh is pinged at most this often. */
const FRESH_MS = 500;

export class Health {
  #bus: Bus;
  #isStopping = false;
  #latest: { readiness: Promise<Readiness>; at: number } | undefined;

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** From now on a load balancer should send nobody here. */
  announceStop(): void {
    this.#isStopping = true;
  }

  async check(): Promise<Readiness> {
    const now = performance.now();
    if (!this.#latest || now - this.#latest.at > FRESH_MS + PING_MS) {
      this.#latest = { readiness: this.#pingMesh(), at: now };
    }
    const readiness = await this.#latest.readiness;
    return this.#isStopping ? { ...readiness, status: "stopping" } : readiness;
  }

  async #pingMesh(): Promise<Readiness> {
    const present = await this.#listServices();
    const missing = EXPECTED.filter((name) => !present.has(name));
    const canAnswer = REQUIRED.every((name) => present.has(name));
    const status = missing.length === 0 ? "ok" : canAnswer ? "degraded" : "unavailable";
    // The cast: one entry for each expected name.
    const services = Object.fromEntries(EXPECTED.map((name) => [name, present.has(name)])) as Readiness[
      "services"
    ];
    return { status, bus: this.#bus.isConnected, services, missing };
  }

  async #listServices(): Promise<Set<unknown>> {
    try {
      const answers = await this.#bus.requestMany("$SRV.PING", PING_MS);
      return new Set(answers.map(({ body }) => (decodeJson(body) as { name?: unknown } | null)?.name));
    } catch {
      // Whatever it was, nobody has been heard; that is the answer.
      return new Set();
    }
  }
}

export function isReady({ status }: Readiness): boolean {
  return status === "ok" || status === "degraded";
}
