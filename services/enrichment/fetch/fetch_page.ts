/** Fetches web pages as text, within the robots rules; one visit is one run's view of a site. */
import { getDomain } from "tldts";
import { type AllowList, parseAllowList } from "./allow_list.ts";
import type { Budget } from "./deadline.ts";
import { decodeText } from "./decode_text.ts";
import { type Exchange, exchange } from "./exchange.ts";
import { fetchResource, type Net, type Resource, type ResourceKind } from "./fetch_resource.ts";
import { HostPacer } from "./host_pacer.ts";
import type { Lookup } from "./resolve_host.ts";
import { RobotsGate } from "./robots_gate.ts";
import { vetUrl } from "./vet_url.ts";

export interface Page {
  /** Where the last redirect led. */
  readonly url: string;
  readonly status: number;
  /** Of the body after decoding. */
  readonly bytes: number;
  readonly html: string;
  readonly fetchedAt: string;
  /** The redirects ended on another registrable domain: perhaps sold, parked or a group's site. */
  readonly hasMovedDomain: boolean;
}

export interface Visit {
  /** @throws {FetchFailure} with the outcome; the signal's reason when it fires. */
  fetchPage(url: string, budget: Budget): Promise<Page>;
  mayReadMore(pageUrl: string): boolean;
}

export interface Fetcher {
  readonly allowList: AllowList;
  startVisit(): Visit;
}

const HTML: ResourceKind = {
  accept: "text/html, application/xhtml+xml",
  limit: { maxBytes: 2 * 1_024 * 1_024, onOverflow: "refuse" },
  timeoutMs: 10_000,
  isWanted: (contentType) => /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(contentType),
};

const POLITE_GAP_MS = 1_000;

export interface FetcherOptions {
  readonly lookup: Lookup;
  /** `host:port` on loopback that may be read; empty in production. */
  readonly allowFetch: readonly string[];
  readonly exchange?: Exchange;
  readonly politeGapMs?: number;
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const net: Net = {
    lookup: options.lookup,
    allowList: parseAllowList(options.allowFetch),
    exchange: options.exchange ?? exchange,
    pacer: new HostPacer(),
    politeGapMs: options.politeGapMs ?? POLITE_GAP_MS,
  };
  return { allowList: net.allowList, startVisit: () => startVisit(net) };
}

function startVisit(net: Net): Visit {
  const gate = new RobotsGate(net);
  return {
    mayReadMore: (pageUrl) => gate.mayReadMore(pageUrl),
    fetchPage: async (url, budget) => {
      budget.signal.throwIfAborted();
      const start = vetUrl(url, net.allowList);
      const beforeHop = (target: typeof start) => gate.pass(target, budget);
      const resource = await fetchResource(start, net, { kind: HTML, budget, beforeHop });
      return toPage(resource, start.host);
    },
  };
}

function toPage(resource: Resource, startHost: string): Page {
  const { target, status, body, fetchedAt } = resource;
  const html = decodeText(body, resource.contentType);
  const hasMovedDomain = getDomain(target.host) !== getDomain(startHost);
  return { url: target.url.href, status, bytes: body.length, html, fetchedAt, hasMovedDomain };
}
