/** Making a cluster: initdb, the owner role `mesh`, the database `mesh`. */
import { type Owner, runToEnd } from "../process/child.ts";

export interface ClusterOptions {
  readonly binaries: string;
  readonly folder: string;
  readonly password: string;
  readonly owner: Owner | undefined;
}

/** Does nothing when the cluster is there; a half-made one is made anew. */
export async function ensureCluster(options: ClusterOptions): Promise<void> {
  const version = await Deno.readTextFile(`${options.folder}/PG_VERSION`).catch(() => undefined);
  if (version?.trim() === "18") return;
  if (version) {
    throw new Error(`Cannot use ${options.folder}: it was made by Postgres ${version.trim()}, not 18`);
  }
  const partial = `${options.folder}.partial`;
  await Deno.remove(partial, { recursive: true }).catch(() => {});
  await makeOwnFolder(partial, options.owner);
  await initialise(partial, options);
  await createDatabase(partial, options);
  await Deno.rename(partial, options.folder);
}

/** What every Postgres process gets: nothing of ours but a place to find its shell. */
export const POSTGRES_ENVIRONMENT = { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" };

async function makeOwnFolder(folder: string, owner: Owner | undefined): Promise<void> {
  await Deno.mkdir(folder, { mode: 0o700 });
  if (owner) await Deno.chown(folder, owner.uid, owner.gid);
}

async function initialise(folder: string, options: ClusterOptions): Promise<void> {
  const passwordFile = `${folder}.password`;
  await Deno.writeTextFile(passwordFile, options.password, { mode: 0o600 });
  if (options.owner) await Deno.chown(passwordFile, options.owner.uid, options.owner.gid);
  try {
    await runFirstPossible(CHARACTER_TYPES.map((type) => initdbArgs(folder, passwordFile, type)), options);
  } finally {
    await Deno.remove(passwordFile);
  }
}

/** The character type of the system's own library decides which letters a trigram sees; not every system has the first. */
const CHARACTER_TYPES = ["C.UTF-8", "en_US.UTF-8", "C"];

function initdbArgs(folder: string, passwordFile: string, characterType: string): string[] {
  return [
    ...[`--pgdata=${folder}`, "--username=mesh", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"],
    ...["--encoding=UTF8", "--locale=C", `--lc-ctype=${characterType}`],
    ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-instructions"],
  ];
}

async function runFirstPossible(attempts: readonly string[][], options: ClusterOptions): Promise<void> {
  const errors: unknown[] = [];
  for (const args of attempts) {
    const command = `${options.binaries}/bin/initdb`;
    const run = runToEnd({ command, args, env: POSTGRES_ENVIRONMENT, cwd: "/", owner: options.owner });
    if (await run.then(() => true, (error) => void errors.push(error))) return;
  }
  throw errors[0];
}

async function createDatabase(folder: string, options: ClusterOptions): Promise<void> {
  await runToEnd({
    command: `${options.binaries}/bin/postgres`,
    args: ["--single", "-D", folder, "-c", "log_min_messages=error", "template1"],
    env: POSTGRES_ENVIRONMENT,
    cwd: "/",
    owner: options.owner,
    input: "create database mesh owner mesh;\n",
  });
}
