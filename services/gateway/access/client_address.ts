/** The address of the client: the other end of the connection, or what a trusted proxy has seen there. */

/**
 * Each proxy appends the address that it sees to `X-Forwarded-For`; what stands before that may be made up by the client.
 * @param proxies Addresses whose word is taken.
 */
export function findClientAddress(request: Request, peer: string, proxies: ReadonlySet<string>): string {
  if (proxies.size === 0) return peer;
  const forwarded = (request.headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const seen = [...forwarded.filter((part) => part !== ""), peer];
  const nearest = seen.findLastIndex((address) => !proxies.has(address.replace(/^::ffff:/i, "")));
  const address = seen[nearest] ?? peer;
  return nearest < seen.length - 1 && !ADDRESS.test(address) ? peer : address;
}

/** As proxies write one; some add a port, or say "unknown". */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*)$/i;
