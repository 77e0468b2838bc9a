/**
 * One HTTP exchange with an endpoint that the operator has named, on a connection of its own. Not by `fetch`: that
 * throws first and closes some turns of the event loop later, so that a stop was told while its socket was still open.
 */
import { createExchange } from "../fetch/exchange.ts";
import { parseRetryAfter } from "../fetch/retry.ts";

export interface EndpointCall {
  readonly url: string;
  /** Sent as a bearer's. */
  readonly apiKey: string | undefined;
  /** Sent by POST; a call without it is a GET. */
  readonly question?: Readonly<Record<string, unknown>>;
  /** Of the answer, unpacked. */
  readonly maxBytes: number;
}

export interface EndpointAnswer {
  readonly status: number;
  readonly isOk: boolean;
  readonly retryAfterMs: number | undefined;
  /** Undefined when it is no JSON, and for another status than 2xx. */
  readonly body: unknown;
}

const exchange = createExchange();

/**
 * Follows no redirect, which would carry the key to somebody else. When it returns or throws, the socket is closed.
 * @throws {FetchFailure} what the network did, or that the answer is too long; the signal's reason when it fires.
 */
export async function callEndpoint(call: EndpointCall, signal: AbortSignal): Promise<EndpointAnswer> {
  const { apiKey, question, maxBytes } = call;
  const url = new URL(call.url);
  const { status, headers, body } = await exchange(targetOf(url), hostOf(url), {
    accept: "application/json",
    headers: apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` },
    message: question &&
      { headers: { "content-type": "application/json" }, body: JSON.stringify(question) },
    body: { contentType: /^/, limit: { maxBytes, onOverflow: "refuse" } },
    signal,
  });
  return {
    status,
    isOk: body !== undefined,
    retryAfterMs: parseRetryAfter(headers["retry-after"]),
    body: body && parseJson(new TextDecoder().decode(body)),
  };
}

/** Not vetted: it may well be a private address. */
function targetOf(url: URL) {
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  return { url, host: url.hostname, port, loopback: undefined };
}

/** As it is dialled: an IPv6 address without its brackets. */
function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The schema then says that it is not what it should be.
    return undefined;
  }
}
