/** Loopback servers that development and tests may read although their address is private. */

export interface AllowList {
  /** The loopback address to dial when exactly this host and port are listed, else undefined. */
  findLoopback(host: string, port: number): string | undefined;
}

/** @throws {TypeError} for an entry that is not `host:port` on this machine's loopback. */
export function parseAllowList(entries: readonly string[]): AllowList {
  const listed = new Map(entries.map((entry) => [entry.toLowerCase(), toLoopback(entry)]));
  return { findLoopback: (host, port) => listed.get(`${host}:${port}`) };
}

function toLoopback(entry: string): string {
  const [, host = "", port = ""] = /^([a-z0-9.-]+):(\d{1,5})$/i.exec(entry) ?? [];
  const isPort = Number(port) >= 1 && Number(port) <= 65_535;
  const address = loopbackOf(host.toLowerCase());
  if (address && isPort) return address;
  throw new TypeError(`Cannot allow "${entry}": must be host:port on loopback`);
}

function loopbackOf(host: string): string | undefined {
  if (host === "localhost" || host.endsWith(".localhost")) return "127.0.0.1";
  const isLoopback = /^127(\.(25[0-5]|2[0-4]\d|1?\d?\d)){3}$/.test(host);
  return isLoopback ? host : undefined;
}
