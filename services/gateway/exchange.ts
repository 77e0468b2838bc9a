/** One HTTP request on its way through the gateway, and the ids by which it is known. */

export interface Exchange {
  readonly request: Request;
  /** Fires when the client does not want the answer any more. */
  readonly signal: AbortSignal;
  /** The request id that the client sees, and may have chosen. */
  readonly requestId: string;
  /** The request id inside the mesh. Unlike a chosen id it is unique, so nobody can cancel another's request by its name. */
  readonly callId: string;
  /** The client's address, as `client_address.ts` finds it. */
  readonly address: string;
  readonly startedAt: number;
  /** The pattern, for the log: a path may hold a secret link. */
  route: string;
  /** For the answer, whatever it will be. */
  readonly headers: Record<string, string>;
}

const CHOSEN_ID = /^[A-Za-z0-9_-]{8,64}$/;

export function openExchange(request: Request, address: string): Exchange {
  const chosen = request.headers.get("x-request-id");
  const ownId = crypto.randomUUID();
  const isUsable = chosen !== null && CHOSEN_ID.test(chosen);
  const requestId = isUsable ? chosen : ownId;
  return {
    request,
    signal: request.signal,
    requestId,
    callId: isUsable ? nameCall(chosen) : ownId,
    address: toNetwork(address),
    startedAt: performance.now(),
    route: "none",
    headers: { "x-request-id": requestId },
  };
}

/** One of the calls that a request holds: the mesh knows each by a name of its own, so that each can be cancelled. */
export function openCall(exchange: Exchange, signal: AbortSignal): Exchange {
  return { ...exchange, signal, callId: nameCall(exchange.requestId) };
}

/** A subject's token has at most 64 characters. */
function nameCall(requestId: string): string {
  return `${requestId.slice(0, 40)}_${crypto.randomUUID().slice(0, 23)}`;
}

/** IPv4 as it is; of IPv6 the first 64 bits, since the rest is a single customer's to choose. */
export function toNetwork(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("%")[0]!.split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === "" ? [] : tail.split(":");
  const zeros = Array<string>(Math.max(0, 8 - left.length - right.length)).fill("0");
  return [...left, ...zeros, ...right].slice(0, 4).map((part) => part.toLowerCase()).join(":");
}
