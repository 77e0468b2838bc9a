/** Where the URL of a database leads: one host or several, and how it wants to be spoken to. */
import { readFileSync } from "node:fs";

export interface Place {
  /** Of a socket on this machine, instead of host and port; TLS is not spoken there, as libpq has it. */
  readonly path?: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly tls: Tls;
}

export interface Tls {
  /** When: never, where the server has it, always. */
  readonly use: "no" | "offered" | "yes";
  /** What has to be right about the certificate: nothing, who signed it, and also whose it is. */
  readonly check: "nothing" | "issuer" | "issuer and host";
  /** Certificates (PEM) of who may sign; without it, those that the system trusts. */
  readonly issuers?: string | undefined;
}

const DEFAULT_PORT = 5432;

/**
 * `sslmode` as libpq has it: https://www.postgresql.org/docs/current/libpq-ssl.html#LIBPQ-SSL-SSLMODE-STATEMENTS
 * The others are how clients for Node write it, in `ssl` too.
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

/** Read here; Postgres would refuse the last as a setting that it does not have. */
const TLS_PARAMETERS = ["sslmode", "ssl", "sslrootcert"];

/**
 * @param url `postgres://user:password@host:port/database`, with several hosts separated by commas, and with `sslmode`
 * and `sslrootcert` (a file, or `system`).
 * @param path Of a socket on this machine, instead of all hosts.
 * @throws {TypeError} for an `sslmode` that there is not: it may be a misspelt wish for more safety.
 */
export function listPlaces(url: string, path: string | undefined): Place[] {
  const [address = "", query = ""] = url.split("?");
  const tls = readTls(new URLSearchParams(query));
  const hosts = address.slice(address.indexOf("://") + 3).split("/")[0]!;
  return hosts.slice(hosts.lastIndexOf("@") + 1).split(",").map((host) => ({ ...toPlace(host, path), tls }));
}

/** The URL without its TLS parameters, which the client library is not to read. */
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
  // With a certificate at hand libpq looks at it, even when it is only told to require TLS.
  return { ...tls, check: mode === "require" ? "issuer" : tls.check, issuers };
}

function toPlace(text: string, path: string | undefined): Omit<Place, "tls"> {
  const { hostname, port } = new URL(`tcp://${text}`);
  // An IPv6 address stands in brackets there.
  return { path, host: hostname.replace(/^\[|\]$/g, ""), port: Number(port || DEFAULT_PORT) };
}
