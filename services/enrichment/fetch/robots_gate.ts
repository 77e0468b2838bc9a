/** Asks each host once a run what robots may read, and holds every request against the answer. */
import type { Budget } from "./deadline.ts";
import { fetchResource, type Net, type ResourceKind } from "./fetch_resource.ts";
import { type FailureOptions, FetchFailure } from "../outcome.ts";
import { ALLOW_ALL, parseRobots, type RobotsRules } from "./robots.ts";
import type { VettedUrl } from "./vet_url.ts";

const ROBOTS: ResourceKind = {
  accept: "text/plain, */*;q=0.5",
  body: { contentType: /^/, limit: { maxBytes: 512 * 1_024, onOverflow: "truncate" } },
  timeoutMs: 5_000,
};

/** Above this a site that asks for pauses gets a single visit instead. */
const MAX_CRAWL_DELAY_MS = 10_000;

export class RobotsGate {
  #net: Net;
  #rules = new Map<string, RobotsRules>();

  constructor(net: Net) {
    this.#net = net;
  }

  /** @throws {FetchFailure} `blocked_by_robots`, or `unreachable` when the host does not answer at all. */
  async pass(target: VettedUrl, budget: Budget): Promise<{ gapMs: number }> {
    const rules = await this.#getRules(target, budget);
    const { pathname, search } = target.url;
    if (!rules.isAllowed(pathname + search)) throw blocked("robots.txt disallows the page");
    return { gapMs: Math.min(Math.max(rules.crawlDelayMs, this.#net.politeGapMs), MAX_CRAWL_DELAY_MS) };
  }

  /** False when the host asks for pauses that are too long for a second page. */
  mayReadMore(pageUrl: string): boolean {
    const rules = this.#rules.get(new URL(pageUrl).origin);
    return (rules?.crawlDelayMs ?? 0) <= MAX_CRAWL_DELAY_MS;
  }

  async #getRules(target: VettedUrl, budget: Budget): Promise<RobotsRules> {
    const { origin } = target.url;
    const rules = this.#rules.get(origin) ?? await this.#fetchRules(target, budget);
    this.#rules.set(origin, rules);
    return rules;
  }

  async #fetchRules(target: VettedUrl, budget: Budget): Promise<RobotsRules> {
    const robotsUrl = { ...target, url: new URL("/robots.txt", target.url) };
    try {
      const { body } = await fetchResource(robotsUrl, this.#net, { kind: ROBOTS, budget });
      return parseRobots(new TextDecoder().decode(body));
    } catch (error) {
      budget.signal.throwIfAborted();
      if (error instanceof FetchFailure) return rulesWithoutFile(error);
      throw error;
    }
  }
}

/** RFC 9309, 2.3.1: no file (4xx, endless redirects) means no rules; a broken server means hands off. */
function rulesWithoutFile(failure: FetchFailure): RobotsRules {
  if (failure.isNetwork || failure.outcome === "refused_address") throw failure;
  const status = failure.status ?? 0;
  const isMissing = status >= 400 && status < 500 && status !== 429;
  const isEndless = failure.outcome === "http_error" && failure.status === undefined;
  if (isMissing || isEndless) return ALLOW_ALL;
  throw blocked("robots.txt could not be read", { isPassing: failure.isPassing });
}

function blocked(message: string, options: FailureOptions = {}): FetchFailure {
  return new FetchFailure("blocked_by_robots", message, options);
}
