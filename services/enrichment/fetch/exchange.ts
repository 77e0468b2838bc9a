/** One HTTP request to one vetted address: no pool, no redirect, no cookie, and gone when the signal fires. */
import { Buffer } from "node:buffer";
import http, { type ClientRequest, type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { TLSSocket } from "node:tls";
import { FetchFailure, networkFailure, refuse } from "../outcome.ts";
import { type HttpAnswer, readAnswer, type WantedBody } from "./http_answer.ts";
import type { VettedUrl } from "./vet_url.ts";

/** The robots token is the product name; no contact address is named, since every installation has its own. */
export const USER_AGENT = "CustomerMesh/0.1 (+https://customer-mesh.example/robot)";

const MAX_HEADER_BYTES = 16_384;
const MAX_INFORMATIONAL = 5;
const CONNECT_TIMEOUT_MS = 3_000;
/** More than the largest page with its headers: what comes beyond it is padding that no cap on the body sees. */
const MAX_WIRE_BYTES = 4 * 1_024 * 1_024;
const WIRE_CHECK_MS = 100;

export interface ExchangeOptions {
  readonly accept: string;
  /** Further headers, such as those that ask for an answer only if it has changed. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent by POST; a request without one is a GET. */
  readonly message?: OutgoingMessage;
  /** None of it is read without this. */
  readonly body?: WantedBody;
  readonly signal: AbortSignal;
  /** Told at the end, whatever happened: the bytes that came over the wire. */
  readonly onEnd?: (wireBytes: number) => void;
}

export interface OutgoingMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * When it returns or throws, the connection is closed.
 * @throws {FetchFailure} the outcome; the signal's reason when it fires.
 */
export type Exchange = (target: VettedUrl, ip: string, options: ExchangeOptions) => Promise<HttpAnswer>;

/** @param caCerts PEM texts: trusted in place of the authorities that everybody trusts. */
export function createExchange({ caCerts }: { caCerts?: readonly string[] } = {}): Exchange {
  const authorities = caCerts && caCerts.length > 0 ? { ca: [...caCerts] } : {};
  return async (target, ip, options) => {
    options.signal.throwIfAborted();
    const request = startRequest(target, ip, { ...options, authorities });
    return await finishRequest(request, options);
  };
}

async function finishRequest(request: ClientRequest, options: ExchangeOptions): Promise<HttpAnswer> {
  let broken: FetchFailure | undefined;
  const breakOff = (failure: FetchFailure) => request.destroy(broken ??= failure);
  const abort = () => breakOff(networkFailure("stopped", { cause: options.signal.reason }));
  options.signal.addEventListener("abort", abort, { once: true });
  const release = limitRequest(request, breakOff);
  try {
    const answer = await readAnswer(await awaitAnswer(request, options.message), options.body);
    // A body that says no length ends without an error when its connection is destroyed.
    if (broken) throw broken;
    return answer;
  } catch (error) {
    options.signal.throwIfAborted();
    throw broken ?? toFailure(error);
  } finally {
    options.onEnd?.(release());
    options.signal.removeEventListener("abort", abort);
    request.destroy();
  }
}

function startRequest(
  target: VettedUrl,
  ip: string,
  options: ExchangeOptions & { authorities: { ca?: string[] } },
): ClientRequest {
  const isTls = target.url.protocol === "https:";
  const common: RequestOptions = {
    host: ip,
    port: target.port,
    path: target.url.pathname + target.url.search,
    method: options.message ? "POST" : "GET",
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    headers: requestHeaders(target, options),
  };
  // An address has no server name; its certificate is then checked against the address itself.
  const servername = /^[\d.]+$/.test(target.host) ? undefined : target.host;
  return isTls ? https.request({ ...common, ...options.authorities, servername }) : http.request(common);
}

function requestHeaders(target: VettedUrl, options: ExchangeOptions): Record<string, string> {
  const port = target.url.port === "" ? "" : `:${target.port}`;
  return {
    "host": target.host + port,
    "user-agent": USER_AGENT,
    "accept": options.accept,
    "accept-language": "en, *;q=0.5",
    "accept-encoding": "gzip, br, deflate",
    "connection": "close",
    ...options.headers,
    ...options.message?.headers,
    ...(options.message && { "content-length": String(Buffer.byteLength(options.message.body)) }),
  };
}

function awaitAnswer(request: ClientRequest, message?: OutgoingMessage): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  // Before end(): a refusal by the runtime's own permissions arrives as this event.
  request.on("error", reject);
  request.on("response", resolve);
  // An answer that switches protocols ends the connection without either.
  request.on("close", () => reject(networkFailure("the connection closed without an answer")));
  request.end(message?.body);
  return promise;
}

type BreakOff = (failure: FetchFailure) => void;

/** Limits informational answers, the time to connect and the bytes on the wire. @returns What ends the watching, and tells how many bytes have come. */
function limitRequest(request: ClientRequest, breakOff: BreakOff): () => number {
  limitInformational(request, breakOff);
  const endConnectLimit = limitConnectTime(request, breakOff);
  // Kept, since the answer lets go of it at its end; each request has a connection of its own.
  let socket: ClientRequest["socket"];
  request.on("socket", (its) => socket = its);
  const countBytes = () => socket?.bytesRead ?? 0;
  const wireCheck = setInterval(() => {
    if (countBytes() > MAX_WIRE_BYTES) breakOff(networkFailure("too many bytes came over the wire"));
  }, WIRE_CHECK_MS);
  return () => {
    endConnectLimit();
    clearInterval(wireCheck);
    return countBytes();
  };
}

function limitInformational(request: ClientRequest, breakOff: BreakOff): void {
  let count = 0;
  request.on("information", () => {
    if (++count > MAX_INFORMATIONAL) breakOff(networkFailure("too many informational answers"));
  });
}

function limitConnectTime(request: ClientRequest, breakOff: BreakOff): () => void {
  const giveUp = () => breakOff(networkFailure("the connection took too long"));
  const timer = setTimeout(giveUp, CONNECT_TIMEOUT_MS);
  const stop = () => clearTimeout(timer);
  request.on("socket", (socket) => {
    socket.once(socket instanceof TLSSocket ? "secureConnect" : "connect", stop);
  });
  return stop;
}

function toFailure(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error;
  if (error instanceof Error && error.name === "NotCapable") return refuse("the runtime refused the address");
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const isTls = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_VERIFY/.test(code);
  const message = `the connection failed (${code || "no code"})`;
  return new FetchFailure("unreachable", message, { cause: error, isRetryable: !isTls, isNetwork: true });
}
