/** How often somebody may ask: token buckets, in bounded memory. */
import { OperationError } from "shared/errors.ts";
import type { Exchange } from "../exchange.ts";

export interface BucketSettings {
  /** How many at once, when the bucket is full. */
  readonly burst: number;
  readonly perSecond: number;
}

const perMinute = (count: number): BucketSettings => ({ burst: count, perSecond: count / 60 });

/** Generous for teams at work, tight for addresses that guess. */
export const LIMITS = {
  /** Each team; without a key each address. */
  requests: { burst: 20_000, perSecond: 2_000 },
  /** Unknown and malformed keys, each address. */
  failedLogins: perMinute(20),
  /** Portal links that lead nowhere, each address. */
  misses: perMinute(20),
  /** For an address that has no misses left: looking up whether its link is good all the same. */
  secondLooks: { burst: 100, perSecond: 20 },
  /** Each portal link. */
  pages: perMinute(120),
  pdfs: perMinute(60),
  /** Archives: twenty an hour. */
  archives: { burst: 20, perSecond: 20 / 3_600 },
  /** Asking for a new link in place of one: ten an hour. */
  linkRequests: { burst: 10, perSecond: 10 / 3_600 },
} as const satisfies Record<string, BucketSettings>;

export type RateLimits = Readonly<Record<keyof typeof LIMITS, TokenBuckets>>;

/** @param now As of {@linkcode TokenBuckets}. */
export function createRateLimits(
  settings: Readonly<Record<keyof typeof LIMITS, BucketSettings>> = LIMITS,
  now?: () => number,
): RateLimits {
  const buckets = Object.entries(settings).map(([name, each]) => [name, new TokenBuckets(each, now)]);
  return Object.fromEntries(buckets);
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

const MAX_BUCKETS = 50_000;

export class TokenBuckets {
  readonly settings: BucketSettings;
  #buckets = new Map<string, Bucket>();
  #now: () => number;

  /** @param now Milliseconds of a clock that only goes forward. */
  constructor(settings: BucketSettings, now: () => number = () => performance.now()) {
    this.settings = settings;
    this.#now = now;
  }

  get size(): number {
    return this.#buckets.size;
  }

  /** @throws {OperationError} RATE_LIMITED when the bucket is empty. */
  take(key: string): void {
    this.require(key);
    this.spend(key);
  }

  /** Like {@linkcode take}, but takes nothing: for what is counted only when it turns out bad. */
  require(key: string): void {
    const tokens = this.remaining(key);
    if (tokens >= 1) return;
    const retryAfterMs = (1 - tokens) / this.settings.perSecond * 1_000;
    throw new OperationError("RATE_LIMITED", "Too many requests", { details: { retryAfterMs } });
  }

  spend(key: string): void {
    const bucket = this.#fill(key) ?? this.#open(key);
    bucket.tokens = Math.max(0, bucket.tokens - 1);
  }

  remaining(key: string): number {
    return this.#fill(key)?.tokens ?? this.settings.burst;
  }

  #fill(key: string): Bucket | undefined {
    const bucket = this.#buckets.get(key);
    if (!bucket) return undefined;
    const now = this.#now();
    const gained = (now - bucket.filledAt) / 1_000 * this.settings.perSecond;
    bucket.tokens = Math.min(this.settings.burst, bucket.tokens + gained);
    bucket.filledAt = now;
    return bucket;
  }

  #open(key: string): Bucket {
    if (this.#buckets.size >= MAX_BUCKETS) this.#evictOldest();
    const bucket = { tokens: this.settings.burst, filledAt: this.#now() };
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #evictOldest(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

/** Takes one of the caller's requests and says on the answer how many are left. */
export function takeRequest({ requests }: RateLimits, key: string, { headers }: Exchange): void {
  const { burst, perSecond } = requests.settings;
  try {
    requests.take(key);
  } finally {
    const left = requests.remaining(key);
    headers["ratelimit-limit"] = String(burst);
    headers["ratelimit-remaining"] = String(Math.floor(left));
    headers["ratelimit-reset"] = String(Math.ceil((burst - left) / perSecond));
    // The window is the time in which an empty bucket fills.
    headers["ratelimit-policy"] = `${burst};w=${Math.ceil(burst / perSecond)}`;
  }
}
