/** An embedded, real Postgres: prepares binaries and cluster, starts the server, says when it is ready. */
import { type Child, type Owner, startChild } from "./process/child.ts";
import { identify, stopLeftover } from "./process/identity.ts";
import { waitUntil } from "./process/wait.ts";
import { installBinaries } from "./postgres/binaries.ts";
import { ensureCluster, POSTGRES_ENVIRONMENT } from "./postgres/cluster.ts";
import { chooseHome, chooseOwner } from "./postgres/owner.ts";

export interface PostgresOptions {
  /** Binaries and cluster go below it, or below `/var/tmp` when the user that runs Postgres cannot enter it. */
  readonly folder: string;
  readonly port: number;
  readonly password: string;
  /** False for tests: faster, and a crash of the machine may lose the cluster. */
  readonly isDurable?: boolean;
  readonly onLine?: (line: string) => void;
}

export interface Postgres {
  readonly home: string;
  readonly port: number;
  /** The path of the socket; undefined where there can be none, so that only the port is left. */
  readonly socket: string | undefined;
  /** Of the superuser `mesh`. */
  url(database: string): string;
  /** A new server process; wait for `whenReady` before use. To stop it: SIGINT, a fast shutdown. */
  start(): Child;
  whenReady(child: Child): Promise<void>;
}

/** Also stops a server that a killed supervisor left running on this very cluster. */
export async function preparePostgres(options: PostgresOptions): Promise<Postgres> {
  const owner = chooseOwner();
  const home = await chooseHome(options.folder, owner);
  const binaries = await installBinaries(home, owner);
  const cluster = `${home}/data`;
  await stopStalePostmaster(cluster);
  await ensureCluster({ binaries, folder: cluster, password: options.password, owner });
  const sockets = await makeSocketFolder(home, owner);
  return {
    home,
    port: options.port,
    socket: sockets && `${sockets}/.s.PGSQL.${options.port}`,
    url: (database) => `postgres://mesh:${options.password}@127.0.0.1:${options.port}/${database}`,
    start: () => startServer(`${binaries}/bin/postgres`, cluster, owner, { ...options, sockets }),
    whenReady: (child) => whenReady(cluster, child),
  };
}

/** Not in the data folder, whose path may be longer than the hundred bytes of a socket's. It asks for the password too. */
async function makeSocketFolder(home: string, owner: Owner | undefined): Promise<string | undefined> {
  const folder = `${home}/socket`;
  const isTooLong = new TextEncoder().encode(`${folder}/.s.PGSQL.65535`).length > 100;
  if (Deno.build.os === "windows" || isTooLong) return undefined;
  await Deno.mkdir(folder, { recursive: true });
  if (owner) await Deno.chown(folder, owner.uid, owner.gid);
  return folder;
}

function startServer(
  command: string,
  cluster: string,
  owner: Owner | undefined,
  { port, isDurable = true, onLine, sockets = "" }: PostgresOptions & { sockets: string | undefined },
): Child {
  const settings = {
    ...SETTINGS,
    ...(isDurable ? {} : FAST_SETTINGS),
    port,
    unix_socket_directories: sockets,
  };
  const args = ["-D", cluster, ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`)];
  return startChild({ command, args, env: POSTGRES_ENVIRONMENT, cwd: "/", owner, onLine });
}

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  max_connections: 100,
  // Postgres' defaults suit a very small machine; with these, a million invoices stay in memory.
  shared_buffers: "512MB",
  max_wal_size: "2GB",
  log_min_messages: "warning",
  log_line_prefix: "",
  log_timezone: "UTC",
  timezone: "UTC",
};

const FAST_SETTINGS = {
  max_connections: 400,
  fsync: "off",
  full_page_writes: "off",
  synchronous_commit: "off",
  // Tests clone and drop many databases: with a smaller limit each would wait for checkpoints.
  max_wal_size: "4GB",
};

/** The server writes its state as the eighth line of its pid file, as `pg_ctl` reads it. */
async function whenReady(cluster: string, child: Child): Promise<void> {
  let hasEnded = false;
  child.ended.then(() => hasEnded = true);
  await waitUntil(() => hasEnded || isReady(cluster, child.pid), { timeoutMs: 60_000, what: "Postgres" });
  if (hasEnded) throw new Error("Postgres ended before it was ready");
}

async function isReady(cluster: string, pid: number): Promise<boolean> {
  const lines = (await Deno.readTextFile(`${cluster}/postmaster.pid`)).split("\n");
  return Number(lines[0]) === pid && lines[7]?.trim() === "ready";
}

async function stopStalePostmaster(cluster: string): Promise<void> {
  const pidFile = `${cluster}/postmaster.pid`;
  const pid = parseInt(await Deno.readTextFile(pidFile).catch(() => ""));
  const identity = pid > 0 ? identify(pid) : undefined;
  if (!identity) return;
  if (identity.includes(`postgres -D ${cluster} `)) await stopLeftover(pid, identity, "SIGINT");
  // The number was given to another process, as after a restart of a container: Postgres would wait for that one.
  else await Deno.remove(pidFile);
}
