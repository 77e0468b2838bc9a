/** Postgres and nats-server of a mesh: started here, or running somewhere already. */
import type { MeshUser } from "../nats/permissions.ts";
import { prepareNats } from "../nats_server.ts";
import { preparePostgres } from "../postgres.ts";
import type { DataFolder } from "./data_folder.ts";
import type { DevFlags } from "./flags.ts";
import type { LogStream } from "./log_stream.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import type { Supervisor } from "./supervisor.ts";

export interface Backing {
  readonly flags: DevFlags;
  readonly folder: DataFolder;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly supervisor: Supervisor;
  readonly log: LogStream;
}

export interface Broker {
  readonly url: string;
  readonly credentials: (user: MeshUser) => Credentials;
  /** The login of the outside service that publishes for the first team. */
  readonly publisher: Credentials;
}

export interface Credentials {
  readonly user: string;
  readonly password: string;
}

export interface Database {
  readonly databaseUrl: string;
  readonly databaseSocket?: string | undefined;
}

export async function startPostgres(
  { flags, folder, ports, secrets, supervisor, log }: Backing,
): Promise<Database> {
  if (flags.databaseUrl) return { databaseUrl: flags.databaseUrl };
  const options = { folder: folder.path, port: ports.postgres, password: secrets.postgresPassword };
  const postgres = await preparePostgres({ ...options, onLine: log.ofServer("postgres") });
  if (!postgres.home.startsWith(folder.path)) {
    log.say(`the database lies in ${postgres.home}: its user cannot enter ${folder.path}`);
  }
  await supervisor.run({
    name: "postgres",
    start: postgres.start,
    whenReady: postgres.whenReady,
    stopSignal: "SIGINT",
    stopGraceMs: 10_000,
    stopOrder: 1,
  });
  return { databaseUrl: postgres.url("mesh"), databaseSocket: postgres.socket };
}

export async function startNats(
  { flags, folder, ports, secrets, supervisor, log }: Backing,
): Promise<Broker> {
  if (flags.natsUrl) return describeRunningBroker(flags.natsUrl);
  const publisher = { user: "publisher", password: secrets.publisherPassword };
  const nats = await prepareNats({
    folder: `${folder.path}/nats`,
    port: ports.nats,
    meshes: [{
      name: "MESH",
      userPrefix: "",
      passwords: secrets.natsPasswords,
      publishers: [{ teamId: secrets.team.teamId, ...publisher }],
    }],
    onLine: log.ofServer("nats"),
    onFetch: (text) => log.say(`nats-server: ${text}`),
  });
  await supervisor.run({
    name: "nats",
    start: nats.start,
    whenReady: nats.whenReady,
    stopSignal: "SIGTERM",
    stopGraceMs: 5_000,
    stopOrder: 2,
  });
  const credentials = (user: MeshUser) => ({ user, password: secrets.natsPasswords[user] });
  return { url: nats.url, credentials, publisher };
}

/** Whoever owns that broker sets its permissions: every service uses the credentials of the address. */
function describeRunningBroker(address: string): Broker {
  const url = new URL(address);
  const credentials = { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
  url.username = "";
  url.password = "";
  return { url: url.href.replace(/\/$/, ""), credentials: () => credentials, publisher: credentials };
}
