/** The flags and variables of `deno task dev`. */
import { parseArgs } from "node:util";

export interface DevFlags {
  readonly port: number;
  /** Undefined: 4222, or any free one when that is taken; 0: any free one. */
  readonly natsPort: number | undefined;
  /** Undefined: 5432, or any free one when that is taken; 0: any free one. */
  readonly pgPort: number | undefined;
  readonly data: string;
  readonly isFresh: boolean;
  readonly shouldSeed: boolean;
  readonly allowFetch: readonly string[];
  readonly allowOrigins: readonly string[];
  readonly databaseUrl: string | undefined;
  readonly natsUrl: string | undefined;
}

/** Told to the person as it is, without a stack. */
export class UsageError extends Error {}

export const HELP = `Starts the whole mesh: Postgres, nats-server, the four services, demo data.

Usage: deno task dev [flags]

  --port N               the gateway's port (8080; 0: any free one)
  --nats-port N          the broker's port (4222 if free, else any; 0: any free one)
  --pg-port N            Postgres' port (5432 if free, else any; 0: any free one)
  --data DIR             where everything is kept (.mesh/)
  --fresh                forget all data first
  --no-seed              no demo customers and invoices
  --allow-fetch H:P      let enrichment read this loopback server too (may be repeated)
  --allow-origin URL     let pages of this origin ask the gateway (may be repeated)
  --help                 this text

Variables: DATABASE_URL and NATS_URL use running servers instead of starting new ones.
`;

/** @returns undefined when only the help is wanted. @throws {UsageError} */
export function parseFlags(
  args: readonly string[],
  env: (name: string) => string | undefined,
): DevFlags | undefined {
  const { values } = parseOrRefuse(args);
  if (values.help) return undefined;
  return {
    port: parsePort("--port", values.port) ?? 8080,
    natsPort: parsePort("--nats-port", values["nats-port"]),
    pgPort: parsePort("--pg-port", values["pg-port"]),
    data: values.data,
    isFresh: values.fresh,
    shouldSeed: !values["no-seed"],
    allowFetch: values["allow-fetch"].map(parseAllowFetch),
    allowOrigins: values["allow-origin"].map(parseOrigin),
    databaseUrl: parseServerUrl("DATABASE_URL", ["postgres:", "postgresql:"], env("DATABASE_URL")),
    natsUrl: parseServerUrl("NATS_URL", ["nats:"], env("NATS_URL")),
  };
}

function parseOrRefuse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: false,
      options: {
        port: { type: "string" },
        "nats-port": { type: "string" },
        "pg-port": { type: "string" },
        data: { type: "string", default: ".mesh" },
        fresh: { type: "boolean", default: false },
        "no-seed": { type: "boolean", default: false },
        "allow-fetch": { type: "string", multiple: true, default: [] },
        "allow-origin": { type: "string", multiple: true, default: [] },
        help: { type: "boolean", default: false, short: "h" },
      },
    });
  } catch (error) {
    // Its first sentence names the flag; the rest is advice for programmers.
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(". ");
    throw new UsageError(`${sentence}; see --help`);
  }
}

function parsePort(flag: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`Cannot use ${flag} "${text}": must be a number from 0 to 65535`);
}

/** Only this machine's loopback: the flag may not open the way to anything else that is private. */
function parseAllowFetch(text: string): string {
  const [, host = "", port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  const isLoopback = /^(.+\.)?localhost$/i.test(host) || /^127(\.\d{1,3}){3}$/.test(host);
  if (isLoopback && isByteAddressOrName(host) && Number(port) >= 1 && Number(port) <= 65535) {
    return text.toLowerCase();
  }
  throw new UsageError(
    `Cannot use --allow-fetch "${text}": must be HOST:PORT with a loopback host (127.x.x.x, localhost or *.localhost)`,
  );
}

function isByteAddressOrName(host: string): boolean {
  if (!/^[\d.]+$/.test(host)) return /^[a-z0-9.-]+$/i.test(host);
  return host.split(".").every((byte) => Number(byte) <= 255);
}

function parseOrigin(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(text)) {
    return url.origin;
  }
  throw new UsageError(
    `Cannot use --allow-origin "${text}": must be an origin such as http://localhost:3000`,
  );
}

function parseServerUrl(
  name: string,
  protocols: readonly string[],
  text: string | undefined,
): string | undefined {
  if (!text) return undefined;
  if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
  // The value may hold a password, so it is not repeated.
  throw new UsageError(
    `Cannot use ${name}: must be an address like ${protocols[0]}//user:password@host:port`,
  );
}
