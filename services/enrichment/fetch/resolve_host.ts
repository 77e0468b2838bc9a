/** Turns a vetted name into the one public IPv4 address that will be dialled. */
import { networkFailure, refuse } from "../outcome.ts";
import { isPublicAddress } from "../public_address.ts";
import type { VettedUrl } from "./vet_url.ts";

export type RecordType = "A" | "AAAA";
/** Answers nothing when the name does not exist; throws when that could not be found out. */
export type Lookup = (host: string, type: RecordType, signal: AbortSignal) => Promise<readonly string[]>;

const MAX_ANSWERS = 16;

/** @throws {FetchFailure} `refused_address` when any answer is not public, `unreachable` when there is none. */
export async function resolveHost(target: VettedUrl, lookup: Lookup, signal: AbortSignal): Promise<string> {
  if (target.loopback) return target.loopback;
  if (/^[\d.]+$/.test(target.host)) return target.host;
  const [ipv4, ipv6] = await Promise.allSettled([
    lookup(target.host, "A", signal),
    lookup(target.host, "AAAA", signal),
  ]);
  signal.throwIfAborted();
  if (ipv4.status === "rejected") {
    throw networkFailure("the name could not be looked up", { cause: ipv4.reason });
  }
  // Only IPv4 is dialled, so a name server that chokes on AAAA costs nothing.
  const answers = [...ipv4.value, ...(ipv6.status === "fulfilled" ? ipv6.value : [])];
  return chooseAddress(ipv4.value, answers);
}

function chooseAddress(ipv4: readonly string[], answers: readonly string[]): string {
  if (answers.length > MAX_ANSWERS) throw refuse("the name has too many addresses");
  if (!answers.every(isPublicAddress)) throw refuse("the name has an address that is not public");
  const [first] = ipv4;
  // An answer, not a trouble: asking again would bring the same.
  if (first === undefined) throw networkFailure("the name has no IPv4 address", { isRetryable: false });
  return first;
}

/** @param nameServers `ip` or `ip:port`, asked in this order; none means the system's own. */
export function createLookup(nameServers: readonly string[]): Lookup {
  const servers = nameServers.length === 0 ? [undefined] : nameServers.map(parseNameServer);
  return async (host, type, signal) => {
    const errors: unknown[] = [];
    for (const nameServer of servers) {
      try {
        return await lookUp(host, type, { nameServer, signal });
      } catch (error) {
        signal.throwIfAborted();
        errors.push(error);
      }
    }
    throw new AggregateError(errors, `Cannot look up "${host}"`);
  };
}

async function lookUp(host: string, type: RecordType, options: Deno.ResolveDnsOptions): Promise<string[]> {
  try {
    // The final dot keeps the system's search domains out.
    return await Deno.resolveDns(`${host}.`, type, options);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}

function parseNameServer(text: string): { ipAddr: string; port?: number } {
  const [, ipAddr, port] = /^([\d.]+)(?::(\d+))?$/.exec(text) ?? [];
  if (ipAddr === undefined) throw new TypeError(`Cannot use name server "${text}": must be ip or ip:port`);
  return port === undefined ? { ipAddr } : { ipAddr, port: Number(port) };
}
