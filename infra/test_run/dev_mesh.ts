/** The whole mesh as real processes, for end-to-end tests: what `deno task dev` starts, in a folder of its own. */
import { fileURLToPath } from "node:url";
import type { MeshFile } from "../dev/mesh_file.ts";
import { type Child, startChild, stopChild } from "../process/child.ts";
import { STOP_WITH_PARENT } from "../dev/stop_signal.ts";
import { detourHome } from "../postgres/owner.ts";
import { waitUntil } from "../process/wait.ts";
import { takeTestDatabase } from "./database.ts";
import { hasTestServers } from "./told_servers.ts";

export interface DevMeshOptions {
  /** Loopback `host:port`s that enrichment may read. */
  readonly allowFetch?: readonly string[];
  readonly shouldSeed?: boolean;
  /** As a person's mesh has it; else, in a test run, a database of the run's Postgres, which is there at once. */
  readonly hasOwnPostgres?: boolean;
  /** Kept afterwards when given; else a temporary folder that is removed. */
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

export interface DevMesh extends AsyncDisposable {
  /** As it was when the mesh got ready. */
  readonly file: MeshFile;
  readonly data: string;
  readonly supervisor: Child;
  readonly log: readonly string[];
  /** `mesh.json` as it is now: pids change when a process is started again. */
  reload(): MeshFile;
  /** As Ctrl-C does. */
  stop(): Promise<Deno.CommandStatus>;
}

const READY_TIMEOUT_MS = 180_000;

/** @throws with the log when the mesh ends or does not get ready. */
export async function startDevMesh(options: DevMeshOptions = {}): Promise<DevMesh> {
  const data = options.data ?? await makeTemporaryFolder();
  const database = options.hasOwnPostgres || !hasTestServers() ? undefined : await takeTestDatabase();
  const log: string[] = [];
  const supervisor = startChild({
    command: Deno.execPath(),
    args: ["run", "--allow-all", "--no-prompt", "infra/dev.ts", ...devArguments(data, options)],
    cwd: fileURLToPath(new URL("../../", import.meta.url)),
    env: {
      ...Deno.env.toObject(),
      ...(database && { DATABASE_URL: database.url }),
      [STOP_WITH_PARENT]: "yes",
      ...options.env,
    },
    onLine: (line) => log.push(line),
  });
  const reload = () => JSON.parse(Deno.readTextFileSync(`${data}/mesh.json`)) as MeshFile;
  const stop = async () => {
    // Longer than the supervisor gives its own children.
    await stopChild(supervisor, "SIGTERM", 40_000);
    return await supervisor.ended;
  };
  const dispose = async () => {
    await stop();
    await database?.[Symbol.asyncDispose]();
    if (!options.data) await removeMesh(data);
  };
  await whenReady(supervisor, data, log).catch(async (error) => {
    await dispose();
    throw error;
  });
  return { file: reload(), data, supervisor, log, reload, stop, [Symbol.asyncDispose]: dispose };
}

/** When tests run as root, Postgres runs as another user, who must be able to enter. */
async function makeTemporaryFolder(): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "customer-mesh-e2e-" });
  await Deno.chmod(folder, 0o755);
  return folder;
}

function devArguments(
  data: string,
  { allowFetch = [], shouldSeed = false, args = [] }: DevMeshOptions,
): string[] {
  return [
    ...["--data", data, "--port", "0", "--nats-port", "0", "--pg-port", "0"],
    ...(shouldSeed ? [] : ["--no-seed"]),
    ...allowFetch.flatMap((address) => ["--allow-fetch", address]),
    ...args,
  ];
}

async function whenReady(supervisor: Child, data: string, log: readonly string[]): Promise<void> {
  let status: Deno.CommandStatus | undefined;
  supervisor.ended.then((ended) => status = ended);
  // The file may be that of another supervisor, killed or still alive.
  const isThere = async () =>
    JSON.parse(await Deno.readTextFile(`${data}/mesh.json`)).supervisorPid === supervisor.pid;
  const isDecided = async () => status !== undefined || await isThere();
  await waitUntil(isDecided, { timeoutMs: READY_TIMEOUT_MS, everyMs: 50, what: "mesh.json" }).catch(
    (cause) => {
      throw new Error(`The mesh is not ready:\n${log.join("\n")}`, { cause });
    },
  );
  if (status) throw new Error(`The mesh ended with ${status.code}:\n${log.join("\n")}`);
}

async function removeMesh(data: string): Promise<void> {
  await Deno.remove(await detourHome(data), { recursive: true }).catch(() => {});
  await Deno.remove(data, { recursive: true });
}
