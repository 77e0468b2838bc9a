/** Fetches one resource of the public web, following redirects by hand: each hop is vetted, resolved and paced anew. */
import type { AllowList } from "./allow_list.ts";
import { type Budget, runWithin } from "./deadline.ts";
import type { Exchange } from "./exchange.ts";
import type { HostPacer } from "./host_pacer.ts";
import type { HttpAnswer, WantedBody } from "./http_answer.ts";
import { FetchFailure, networkFailure } from "../outcome.ts";
import { type Lookup, resolveHost } from "./resolve_host.ts";
import { parseRetryAfter, withRetries } from "./retry.ts";
import { vetRedirect, type VettedUrl } from "./vet_url.ts";

export interface Net {
  readonly lookup: Lookup;
  readonly allowList: AllowList;
  readonly exchange: Exchange;
  readonly pacer: HostPacer;
  /** Between two requests to a public host, unless its robots.txt asks for more. */
  readonly politeGapMs: number;
}

export interface ResourceKind {
  readonly accept: string;
  readonly body: WantedBody;
  /** Time on the network, over all hops and tries; pauses for politeness do not count. */
  readonly timeoutMs: number;
}

export interface Resource {
  /** Where the last redirect led. */
  readonly target: VettedUrl;
  readonly status: number;
  readonly contentType: string;
  readonly body: Uint8Array;
  readonly fetchedAt: string;
}

export interface ResourceRequest {
  readonly kind: ResourceKind;
  readonly budget: Budget;
  /** Asked before each hop, so that a redirect meets the robots rules of the host that it leads to. */
  readonly beforeHop?: (target: VettedUrl) => Promise<{ gapMs: number }>;
}

const MAX_REDIRECTS = 3;
const PARTIAL_CONTENT = 206;
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];

/** @throws {FetchFailure} with the outcome; the signal's reason when it fires. */
export async function fetchResource(start: VettedUrl, net: Net, request: ResourceRequest): Promise<Resource> {
  const allowance = { leftMs: request.kind.timeoutMs };
  let target = start;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops++) {
    const answer = await fetchHop(target, net, { ...request, allowance });
    if (!("location" in answer)) return answer;
    target = vetRedirect(answer.location, target, net.allowList);
  }
  throw new FetchFailure("http_error", "there are too many redirects");
}

type HopAnswer = Resource | { readonly location: string };

interface HopRequest extends ResourceRequest {
  readonly allowance: { leftMs: number };
}

async function fetchHop(target: VettedUrl, net: Net, request: HopRequest): Promise<HopAnswer> {
  const { gapMs } = await request.beforeHop?.(target) ?? { gapMs: net.politeGapMs };
  const { signal } = request.budget;
  const attempt = () => fetchOnce(target, net, request);
  return await withRetries(request.budget, () => {
    if (target.loopback) return attempt();
    return net.pacer.run(target.host, { gapMs, signal, work: attempt });
  });
}

async function fetchOnce(target: VettedUrl, net: Net, request: HopRequest): Promise<HopAnswer> {
  const { kind, budget, allowance } = request;
  const startedAt = performance.now();
  return await runWithin(allowance.leftMs, budget.signal, {
    onTimeout: () => networkFailure("the page took too long", { isRetryable: false, isPassing: true }),
    work: async ({ signal }) => {
      const ip = await resolveHost(target, net.lookup, signal);
      return judge(await net.exchange(target, ip, { accept: kind.accept, body: kind.body, signal }), target);
    },
  }).finally(() => allowance.leftMs -= performance.now() - startedAt);
}

function judge({ status, headers, body }: HttpAnswer, target: VettedUrl): HopAnswer {
  if (REDIRECT_STATUSES.includes(status)) return { location: headers.location ?? "" };
  // Nobody has asked for a part.
  const isGood = status >= 200 && status <= 299 && status !== PARTIAL_CONTENT;
  if (!isGood) throw statusFailure(status, headers["retry-after"]);
  if (!body) throw new FetchFailure("not_html", "the content type is not read", { status });
  const contentType = headers["content-type"] ?? "";
  return { target, status, contentType, body, fetchedAt: new Date().toISOString() };
}

function statusFailure(status: number, retryAfter: string | undefined): FetchFailure {
  const isRetryable = status === 429 || status >= 500;
  const retryAfterMs = isRetryable ? parseRetryAfter(retryAfter) : undefined;
  return new FetchFailure("http_error", `the status is ${status}`, { status, isRetryable, retryAfterMs });
}
