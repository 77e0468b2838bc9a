/** Reads the URL of a database: one host or several, and whether TLS is used. */
import { readFileSync } from "node:fs";

export interface ServerAddress {
  /** Of a socket on this machine, used instead of host and port, and without TLS, as libpq does. */
  readonly path?: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
}

export interface Tls {
  /** `offered`: where the server has it. */
  readonly use: "no" | "offered" | "yes";
  /** What has to be right about the server's certificate: nothing, who signed it, or that and its host name. */
  readonly check: "nothing" | "issuer" | "issuer and host";
  /** Certificates (PEM) of those who may sign; without it, those that the system trusts. */
  readonly issuers?: string | undefined;
}

const DEFAULT_PORT = 5432;

/**
 * `sslmode` as libpq has it: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS
 * `true`, `false` and `no-verify` are how clients for Node write it, also as `ssl`.
 */
const TLS_MODES: Readonly<Record<string, Tls>> = {
  disable: { use: "no", check: "nothing" },
  false: { use: "no", check: "nothing" },
  allow: { use: "offered", check: "nothing" },
  prefer: { use: "offered", check: "nothing" },
  require: { use: "yes", check: "nothing" },
  "no-verify": { use: "yes", check: "nothing" },
  "verify-ca": { use: "yes", check: "issuer" },
  "verify-full": { use: "yes", check: "issuer and host" },
  true: { use: "yes", check: "issuer and host" },
};

/** These are read here; the library would pass some of them on to Postgres, which refuses what it does not know. */
const TLS_PARAMETERS = ["sslmode", "ssl", "sslrootcert"];

/**
 * @param url `postgres://user:password@host:port/database`, with several hosts separated by commas, and with `sslmode`
 * and `sslrootcert` (a file, or `system`).
 * @param path Of a socket on this machine, instead of all hosts.
 * @throws {TypeError} for an unknown `sslmode`: it may be a misspelt wish for more safety.
 */
export function listAddresses(url: string, path: string | undefined): ServerAddress[] {
  const [address = "", query = ""] = url.split("?");
  const tls = readTls(new URLSearchParams(query));
  const hosts = address.slice(address.indexOf("://") + 3).split("/")[0]!;
  return hosts.slice(hosts.lastIndexOf("@") + 1).split(",").map((host) => ({
    ...toAddress(host, path),
    tls,
  }));
}

/** The URL without its TLS parameters, as the library gets it. */
export function withoutTls(url: string): string {
  const [address = "", query = ""] = url.split("?");
  const parameters = new URLSearchParams(query);
  for (const name of TLS_PARAMETERS) parameters.delete(name);
  return parameters.size > 0 ? `${address}?${parameters}` : address;
}

function readTls(parameters: URLSearchParams): Tls {
  const issuersFile = parameters.get("sslrootcert");
  const mode = parameters.get("sslmode") ?? parameters.get("ssl") ??
    (issuersFile === "system" ? "verify-full" : "disable");
  const tls = Object.hasOwn(TLS_MODES, mode) ? TLS_MODES[mode] : undefined;
  if (!tls) throw new TypeError(`Cannot connect with sslmode "${mode}": it is none of libpq's`);
  if (!issuersFile || issuersFile === "system" || tls.use === "no") return tls;
  const issuers = readFileSync(issuersFile, "utf8");
  // With certificates at hand libpq checks who signed, even when it is only told to require TLS.
  return { ...tls, check: mode === "require" ? "issuer" : tls.check, issuers };
}

function toAddress(text: string, path: string | undefined): Omit<ServerAddress, "tls"> {
  const { hostname, port } = new URL(`tcp://${text}`);
  // In a URL an IPv6 address stands in brackets.
  return { path, host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || DEFAULT_PORT) };
}
