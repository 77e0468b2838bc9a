/** Fetches web pages as text, within the robots rules; one visit is one run's view of a site. */
import { getDomain } from "tldts";
import { FetchFailure } from "../outcome.ts";
import { type AllowList, parseAllowList } from "./allow_list.ts";
import type { Budget } from "./deadline.ts";
import { decodeText } from "./decode_text.ts";
import { createExchange, type Exchange } from "./exchange.ts";
import { fetchResource, type Net, type Resource, type ResourceKind } from "./fetch_resource.ts";
import { HostPacer } from "./host_pacer.ts";
import type { Lookup } from "./resolve_host.ts";
import { RobotsGate } from "./robots_gate.ts";
import { type VettedUrl, vetUrl } from "./vet_url.ts";
import { type Traffic, type Validators, VisitLog } from "./visit_log.ts";

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
  /** What went over the wire so far, robots.txt and redirects included. */
  readonly traffic: Traffic;
  /**
   * From memory when this visit has got it already.
   * @throws {FetchFailure} with the outcome; the signal's reason when it fires.
   */
  fetchPage(url: string, budget: Budget): Promise<Page>;
  /**
   * Undefined when the way leads to the known page and that has not been modified since.
   * @throws as `fetchPage`
   */
  fetchIfModified(url: string, known: KnownVersion, budget: Budget): Promise<Page | undefined>;
  /** The bytes of what claims to be a picture; drawing it shows whether it is one. @throws as `fetchPage` */
  fetchPicture(url: string, budget: Budget): Promise<Uint8Array>;
  /** What to ask the server with next time. */
  validatorsOf(page: { readonly url: string }): Validators;
  mayReadMore(pageUrl: string): boolean;
}

export type KnownVersion = Validators & { readonly url: string };

export interface Fetcher {
  readonly allowList: AllowList;
  startVisit(): Visit;
}

const HTML: ResourceKind = {
  accept: "text/html, application/xhtml+xml",
  body: {
    contentType: /^\s*(text\/html|application\/xhtml\+xml)\s*(;|$)/i,
    limit: { maxBytes: 2 * 1_024 * 1_024, onOverflow: "refuse" },
  },
  timeoutMs: 10_000,
};

const PICTURE: ResourceKind = {
  accept: "image/svg+xml, image/png, image/webp, image/jpeg, image/gif;q=0.8, image/x-icon;q=0.5",
  body: {
    contentType: /^\s*(image\/|(application|binary)\/octet-stream|$)/i,
    limit: { maxBytes: 512 * 1_024, onOverflow: "refuse" },
  },
  timeoutMs: 5_000,
};

const POLITE_GAP_MS = 1_000;
const NOT_MODIFIED = 304;

export interface FetcherOptions {
  readonly lookup: Lookup;
  /** `host:port` on loopback that may be read; empty in production. */
  readonly allowFetch: readonly string[];
  readonly exchange?: Exchange;
  readonly politeGapMs?: number;
  readonly pageTimeoutMs?: number;
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const net: Net = {
    lookup: options.lookup,
    allowList: parseAllowList(options.allowFetch),
    exchange: options.exchange ?? createExchange(),
    pacer: new HostPacer(),
    politeGapMs: options.politeGapMs ?? POLITE_GAP_MS,
  };
  const html = { ...HTML, timeoutMs: options.pageTimeoutMs ?? HTML.timeoutMs };
  return { allowList: net.allowList, startVisit: () => startVisit(net, html) };
}

function startVisit(net: Net, html: ResourceKind): Visit {
  const log = new VisitLog();
  const gate = new RobotsGate({ ...net, exchange: log.watch(net.exchange) });
  const fetched = new Map<string, Page>();
  const fetch = async (url: string, kind: ResourceKind, budget: Budget, known?: KnownVersion) => {
    budget.signal.throwIfAborted();
    const start = vetUrl(url, net.allowList);
    const beforeHop = (target: VettedUrl) => gate.pass(target, budget);
    const watched = { ...net, exchange: log.watch(net.exchange, known) };
    return { start, resource: await fetchResource(start, watched, { kind, budget, beforeHop }) };
  };
  const fetchAnew = async (url: string, budget: Budget, known?: KnownVersion) => {
    const { start, resource } = await fetch(url, html, budget, known);
    const page = toPage(resource, start.host);
    fetched.set(url, page);
    return page;
  };
  return {
    get traffic() {
      return log.traffic;
    },
    mayReadMore: (pageUrl) => gate.mayReadMore(pageUrl),
    validatorsOf: ({ url }) => log.validatorsOf(url),
    fetchPage: async (url, budget) => fetched.get(url) ?? await fetchAnew(url, budget),
    fetchPicture: async (url, budget) => (await fetch(url, PICTURE, budget)).resource.body,
    fetchIfModified: async (url, known, budget) => {
      try {
        return await fetchAnew(url, budget, known);
      } catch (error) {
        if (error instanceof FetchFailure && error.status === NOT_MODIFIED) return undefined;
        throw error;
      }
    },
  };
}

function toPage(resource: Resource, startHost: string): Page {
  const { target, status, body, fetchedAt } = resource;
  const html = decodeText(body, resource.contentType);
  if (isBinary(html)) throw new FetchFailure("not_html", "the page is no text", { status });
  const hasMovedDomain = getDomain(target.host) !== getDomain(startHost);
  return { url: target.url.href, status, bytes: body.length, html, fetchedAt, hasMovedDomain };
}

// What no text has (WHATWG MIME Sniffing, "binary data byte").
// deno-lint-ignore no-control-regex -- these are what is looked for
const BINARY = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/g;

/** A picture or an archive has one in ten of them, whatever it calls itself; a careless page has a few. */
function isBinary(html: string): boolean {
  const start = html.slice(0, 16_384);
  return (start.match(BINARY)?.length ?? 0) > start.length / 50;
}
