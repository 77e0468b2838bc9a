/** Where the URL of a database leads: one host or several, and how it wants to be spoken to. */
import type { Place } from "./dial.ts";

const DEFAULT_PORT = 5432;

/**
 * @param url `postgres://user:password@host:port/database`, with several hosts separated by commas, and with `sslmode`
 * as libpq has it.
 * @param path Of a socket on this machine, instead of all hosts.
 */
export function listPlaces(url: string, path: string | undefined): Place[] {
  const [address = "", query = ""] = url.split("?");
  const parameters = new URLSearchParams(query);
  const tls = parameters.get("sslmode") ?? parameters.get("ssl") ?? undefined;
  const hosts = address.slice(address.indexOf("://") + 3).split("/")[0]!;
  return hosts.slice(hosts.lastIndexOf("@") + 1).split(",").map((host) => ({ ...toPlace(host, path), tls }));
}

function toPlace(text: string, path: string | undefined): Place {
  const { hostname, port } = new URL(`tcp://${text}`);
  // An IPv6 address stands in brackets there.
  return { path, host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || DEFAULT_PORT) };
}
