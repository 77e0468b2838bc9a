/** Whose key it is: the store is asked by the hash of the key, and its answer remembered for a moment. */
import { createHash } from "node:crypto";
import { type Bus, call } from "shared/bus/mod.ts";
import { apiKeys } from "shared/contract/mod.ts";
import { OperationError } from "shared/errors.ts";
import type { OutputOf } from "shared/operation.ts";
import type { Exchange } from "../exchange.ts";
import type { TokenBuckets } from "./rate_limit.ts";

/** A key that is known and valid: its team and what it may do. */
export type Session = NonNullable<OutputOf<typeof apiKeys.authenticate>>;

interface Remembered {
  readonly session: Promise<Session | null>;
  /** By the clock that only goes forward: were the other set back, a revoked key would work on. */
  freshUntil: number;
}

/** A revoked key works for at most this long. */
const KNOWN_MS = 10_000;
/** Shorter, so that a new key works soon after somebody tried it too early. */
const UNKNOWN_MS = 2_000;
const MAX_REMEMBERED = 10_000;

const KEY = /^mid_[0-9a-f]{64}$/i;
const BEARER = /^bearer +(\S+)$/i;

export class Authenticator {
  #bus: Bus;
  #failures: TokenBuckets;
  #remembered = new Map<string, Remembered>();

  constructor(bus: Bus, failures: TokenBuckets) {
    this.#bus = bus;
    this.#failures = failures;
  }

  /** @throws {OperationError} UNAUTHENTICATED, RATE_LIMITED after many failures, UNAVAILABLE while the store is away. */
  async authenticate({ request, address }: Exchange): Promise<Session> {
    const header = request.headers.get("authorization");
    if (!header) throw new OperationError("UNAUTHENTICATED", "An API key is required");
    const session = await this.#findSession(header.trim(), address);
    if (session && !isExpired(session)) return session;
    this.#failures.spend(address);
    throw new OperationError("UNAUTHENTICATED", "The API key is not valid");
  }

  async #findSession(header: string, address: string): Promise<Session | null> {
    const hash = hashKey(header);
    const remembered = hash && this.#recall(hash);
    const known = remembered ? await remembered : null;
    if (known) return known;
    // A known key works even when somebody else at the same address has guessed too often.
    this.#failures.require(address);
    return hash && !remembered ? await this.#ask(hash) : null;
  }

  /** Undefined when the store must be asked. */
  #recall(hash: string): Promise<Session | null> | undefined {
    const remembered = this.#remembered.get(hash);
    return remembered && remembered.freshUntil > performance.now() ? remembered.session : undefined;
  }

  /** Requests with the same key wait for one question to the store. */
  #ask(hash: string): Promise<Session | null> {
    const session = call(this.#bus, apiKeys.authenticate, { keyHash: hash }, {
      caller: { teamId: "system", actor: "gateway", door: "http" },
      requestId: crypto.randomUUID(),
    });
    const entry = { session, freshUntil: performance.now() + KNOWN_MS };
    session.then(
      (found) => found ?? (entry.freshUntil = performance.now() + UNKNOWN_MS),
      () => this.#remembered.delete(hash),
    );
    this.#remember(hash, entry);
    return session;
  }

  #remember(hash: string, entry: Remembered): void {
    // A key that is set again keeps its place in a map, so it is deleted first: the oldest entry has to come first.
    this.#remembered.delete(hash);
    this.#remembered.set(hash, entry);
    if (this.#remembered.size <= MAX_REMEMBERED) return;
    for (const oldest of this.#remembered.keys()) return void this.#remembered.delete(oldest);
  }
}

function isExpired({ expiresAt }: Session): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now();
}

/** Undefined for what does not look like a key. `Bearer` may be missing, as one official client leaves it out. */
function hashKey(header: string): string | undefined {
  const key = BEARER.exec(header)?.[1] ?? header;
  return KEY.test(key) ? createHash("sha256").update(key).digest("hex") : undefined;
}
