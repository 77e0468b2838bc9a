/** The four services: entry, environment and permissions of each, in one table. */
import { fileURLToPath } from "node:url";
import { hostsOf, webHostsOf } from "shared/hosts_of.ts";
import type { ServiceName } from "shared/operation.ts";
import { LEAN_HEAPS, LEAN_POOLS, ONE_POOL } from "./lean_memory.ts";
import type { MeshUser } from "./nats/permissions.ts";
import { cacheEnvironment } from "./process/deno_environment.ts";
import { type Child, startChild } from "./process/child.ts";
import { listDialable } from "../services/enrichment/fetch/dialling.ts";

export interface ServiceSettings {
  /** Where it listens; loopback unless given. */
  readonly gatewayHost?: string;
  readonly gatewayPort: number;
  readonly publicUrl: string;
  /** Opens the gateway's `/metrics`; there is none without it. */
  readonly metricsToken?: string | undefined;
  /** Proxies whose `X-Forwarded-For` the gateway believes. */
  readonly trustedProxies?: readonly string[];
  /** One server, or those of a cluster with commas between. */
  readonly natsUrl: string;
  /** Copies that a cluster keeps of each stream; one unless given. */
  readonly streamReplicas?: number;
  readonly credentials: (user: MeshUser) => { readonly user: string; readonly password: string };
  readonly databaseUrl: string;
  /** Of a Postgres on this machine: then the store reaches nothing but this file of it. */
  readonly databaseSocket?: string | undefined;
  readonly portalSecret: string;
  /** Loopback `host:port`s that enrichment may read besides the public web. */
  readonly allowFetch: readonly string[];
  /** Origins of pages elsewhere that may ask the gateway. */
  readonly allowOrigins: readonly string[];
  readonly nameServers: readonly string[];
  /** The variables of the language model and the directory that enrichment may ask; empty for none. */
  readonly model: Readonly<Record<string, string>>;
  /** Files and folders for the portal's PDF engine, which is a native library. */
  readonly pdfRights: { readonly read: readonly string[]; readonly ffi: readonly string[] };
  readonly logLevel: string | undefined;
}

export interface ServiceLaunch {
  readonly name: ServiceName;
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly net: readonly string[];
  /** Further permission flags, whole. */
  readonly flags: readonly string[];
  /** Settings of the C library, when `LEAN_POOLS` are not right. */
  readonly pools?: Readonly<Record<string, string>>;
}

export function describeServices(settings: ServiceSettings): ServiceLaunch[] {
  const launches = [describeStore, describeEnrichment, describePortal, describeGateway];
  const logging: Record<string, string> = settings.logLevel ? { LOG_LEVEL: settings.logLevel } : {};
  return launches.map((describe) => describe(settings)).map(({ env, ...launch }) => ({
    ...launch,
    env: { ...env, ...logging },
  }));
}

/** What prepares the database for the store, and ends. */
export function describeStoreStep(
  name: "migrate" | "provision",
  databaseUrl: string,
): Omit<ServiceLaunch, "name"> {
  const migrations = fileURLToPath(new URL("../services/store/migrations", import.meta.url));
  return {
    entry: `services/store/${name}.ts`,
    env: { STORE_DATABASE_URL: databaseUrl },
    net: hostsOf(databaseUrl, 5432),
    flags: name === "migrate" ? [`--allow-read=${migrations}`] : [],
  };
}

function describeGateway(settings: ServiceSettings): ServiceLaunch {
  const { gatewayHost = "127.0.0.1", gatewayPort, metricsToken, trustedProxies = [] } = settings;
  return {
    name: "gateway",
    entry: "services/gateway/main.ts",
    env: {
      GATEWAY_HOST: gatewayHost,
      GATEWAY_PORT: String(gatewayPort),
      GATEWAY_PUBLIC_URL: settings.publicUrl,
      GATEWAY_ALLOWED_ORIGINS: settings.allowOrigins.join(","),
      ...(metricsToken && { GATEWAY_METRICS_TOKEN: metricsToken }),
      ...(trustedProxies.length > 0 && { GATEWAY_TRUSTED_PROXIES: trustedProxies.join(",") }),
      ...natsVariables("GATEWAY", "gateway", settings),
    },
    net: [`${gatewayHost}:${gatewayPort}`, ...hostsOf(settings.natsUrl, 4222)],
    flags: [],
  };
}

function describeStore(settings: ServiceSettings): ServiceLaunch {
  const publisher = settings.credentials("store_publisher");
  const { databaseUrl, databaseSocket: socket, streamReplicas } = settings;
  return {
    name: "store",
    entry: "services/store/main.ts",
    env: {
      STORE_DATABASE_URL: databaseUrl,
      ...(socket && { STORE_DATABASE_SOCKET: socket }),
      ...natsVariables("STORE", "store", settings),
      STORE_NATS_PUBLISHER_USER: publisher.user,
      STORE_NATS_PUBLISHER_PASSWORD: publisher.password,
      ...(streamReplicas && { STORE_STREAM_REPLICAS: String(streamReplicas) }),
      STORE_PORTAL_SECRET: settings.portalSecret,
      STORE_PUBLIC_URL: settings.publicUrl,
    },
    net: [
      ...(socket ? [`unix:${socket}`] : hostsOf(databaseUrl, 5432)),
      ...hostsOf(settings.natsUrl, 4222),
    ],
    // A socket is opened as a file is.
    flags: [
      `--allow-read=${[...sourcesOf("store"), ...(socket ? [socket] : [])].join(",")}`,
      ...(socket ? [`--allow-write=${socket}`] : []),
    ],
  };
}

/**
 * It does not listen, and knows no host by name but those of a model and a directory, where there are any: it dials
 * public addresses, each block of which is listed.
 */
function describeEnrichment(settings: ServiceSettings): ServiceLaunch {
  return {
    name: "enrichment",
    entry: "services/enrichment/main.ts",
    env: {
      ...natsVariables("ENRICHMENT", "enrichment", settings),
      ENRICHMENT_ALLOW_FETCH: settings.allowFetch.join(","),
      ENRICHMENT_DNS_SERVERS: settings.nameServers.join(","),
      ...settings.model,
    },
    net: [
      ...hostsOf(settings.natsUrl, 4222),
      ...settings.nameServers.map((address) => address.includes(":") ? address : `${address}:53`),
      ...askedHosts(settings.model),
      ...listDialable(settings.allowFetch),
    ],
    flags: [`--allow-read=${sourcesOf("enrichment")}`, `--v8-flags=${LEAN_HEAPS.join(",")}`],
    pools: ONE_POOL,
  };
}

function describePortal(settings: ServiceSettings): ServiceLaunch {
  const { read, ffi } = settings.pdfRights;
  return {
    name: "portal",
    entry: "services/portal/main.ts",
    env: natsVariables("PORTAL", "portal", settings),
    net: hostsOf(settings.natsUrl, 4222),
    flags: [`--allow-read=${[...sourcesOf("portal"), ...read].join(",")}`, `--allow-ffi=${ffi.join(",")}`],
  };
}

/** The modules of a thread are loaded with the rights of the service. */
function sourcesOf(name: ServiceName): string[] {
  return [`services/${name}`, "shared"].map((folder) =>
    fileURLToPath(new URL(`../${folder}`, import.meta.url))
  );
}

function natsVariables(prefix: string, user: MeshUser, { natsUrl, credentials }: ServiceSettings) {
  const { user: name, password } = credentials(user);
  return {
    [`${prefix}_NATS_URL`]: natsUrl,
    [`${prefix}_NATS_USER`]: name,
    [`${prefix}_NATS_PASSWORD`]: password,
  };
}

/** The hosts that enrichment knows by name: the operator set them, no page and no customer did. */
function askedHosts(variables: ServiceSettings["model"]): string[] {
  const { ENRICHMENT_MODEL_URL: model, COMPANYENRICH_API_KEY: key, COMPANYENRICH_URL: directory } = variables;
  const urls = [model, key && (directory ?? "https://api.companyenrich.com")];
  return urls.flatMap((url) => url ? webHostsOf(url) : []);
}

/** The arguments of `deno run`: exactly these permissions, no code from elsewhere, no prompt. */
export function denoArguments({ entry, env, net, flags }: Omit<ServiceLaunch, "name">): string[] {
  return [
    ...["run", "--quiet", "--no-prompt", "--cached-only", "--frozen", "--no-remote"],
    "--v8-flags=--disallow-code-generation-from-strings",
    `--allow-net=${net.join(",")}`,
    // All other variables read as absent, so that a library finds none of the person's own.
    ...[`--allow-env=${Object.keys(env).join(",")}`, "--ignore-env"],
    ...flags,
    fileURLToPath(new URL(`../${entry}`, import.meta.url)),
  ];
}

export function startService(launch: ServiceLaunch, onLine: (line: string) => void): Child {
  return startChild({
    command: Deno.execPath(),
    args: denoArguments(launch),
    env: serviceEnvironment(launch.env, launch.pools),
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    onLine,
  });
}

export function serviceEnvironment(
  own: ServiceLaunch["env"],
  pools: ServiceLaunch["pools"] = LEAN_POOLS,
): Record<string, string> {
  return { ...cacheEnvironment(), ...pools, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1", ...own };
}
